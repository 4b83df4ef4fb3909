"""Find the chunks that answer a question: exact lookups, then words and vectors, fused, within what may be read."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index import diversity, fusion, lifts, swedish
from index.chunks import Chunk
from index.confidence import Signals, confidence
from index.coverage import Coverage, QuestionWords
from index.directory import Directory, directory
from index.hits import Filters, Hit, Mode, Part, Query, SearchResult
from index.kept import Kept
from index.lexical import FieldWeights, WordIndex
from index.nearness import Nearness, Sentences
from index.proposals import ChunkStore, Proposals, QueryEmbedder, Vectors
from index.ranking import Ranking, Text, Watch, as_words, best_of_document
from index.records import Outline
from index.second_reading import CrossEncoder
from index.settings import SearchSettings
from index.understanding import Understanding, topic, understand
from ingest import identifiers
from ingest.documents import DocumentMetadata, Passage

# Candidates that are read sentence by sentence.
READ = 64
# Hits that the confidence looks at.
LOOKED_AT = 3
# Hits among which neighbours are joined, and how long a joined hit may be.
JOINED = 50
MOST_HIT_WORDS = 300
# Chunks kept in memory between questions.
KEPT_CHUNKS = 4000
# Digits of the longest serial number of a case, zeros and all.
MOST_DIGITS = 6
# Chunks that are looked through for a number; those with its year, letters and serial number come first.
MOST_NAMING = 50
WORDS_ALONE = FieldWeights(words=1.0, stems=0.0, grams=0.0, parts=0.0, context_stems=0.0, context_grams=0.0)
# What reading a candidate tells of it, by the names of the coverage.
READ_SCORES = ("sentence", "typed", "brief", "special")
# The name of what their sentences' vectors tell.
NEAR = "near"


class Truth(ChunkStore, Protocol):
    """Say what the retriever reads from the store."""

    def allowed_documents(self, groups: frozenset[str], filters: Filters) -> frozenset[str]: ...
    def document_ids(self) -> Sequence[str]: ...
    def chunk_ids(self) -> Sequence[str]: ...
    def metadata(self, document_ids: Iterable[str]) -> dict[str, DocumentMetadata]: ...
    def chunks(self, chunk_ids: Iterable[str]) -> dict[str, Chunk]: ...
    def outlines(self, chunk_ids: Iterable[str]) -> Mapping[str, Sequence[Outline]]: ...
    def passages(self, document_id: str, first: int = 0, last: int | None = None) -> Sequence[Passage]: ...
    def lookup_case(self, number: str) -> Sequence[str]: ...


class Retriever:
    """Search one generation of the index; ``sentences`` is None where the model tells none."""

    def __init__(
        self,
        store: Truth,
        words: WordIndex,
        vectors: Vectors,
        embedder: QueryEmbedder,
        settings: SearchSettings,
        sentences: Sentences | None = None,
    ) -> None:
        self._store = store
        self._words = words
        self._proposals = Proposals(store, words, vectors, embedder)
        self._second = CrossEncoder(settings.cross_encoder) if settings.cross_encoder else None
        self._second_hits = settings.cross_encoder_hits
        self._everything = frozenset(store.document_ids())
        self._directory: Directory = directory(store.metadata(self._everything).values())
        self._chunks = Kept(KEPT_CHUNKS, store.chunks)
        self._texts = Kept(KEPT_CHUNKS, self._read_texts)
        self._places = Kept(KEPT_CHUNKS, self._find_places)
        self._nearness = Nearness(sentences, store, self._chunks, self._texts) if sentences else None
        self._total = max(1, words.count())

    def search(self, query: Query) -> SearchResult:
        """Return the best chunks for a query, best first."""
        watch = Watch()
        if Part.VECTORS in query.without:
            query = replace(query, mode=Mode.WORDS)
        allowed = self._store.allowed_documents(query.groups, query.filters)
        found = self._understood(query, allowed)
        allowed, filters = self._narrowed(query, found, allowed)
        watch.lap("understand")
        asked = replace(query, text=topic(query.text, found.recognised))
        within = self._within(allowed)
        named = [chunk for number in found.in_texts for chunk in self._naming(number, within)[number]]
        words = self._proposals.by_words(asked, found.sections, named, within)
        watch.lap("words")
        cosines = self._proposals.by_vectors(asked, within, words)
        watch.lap("vectors")
        if query.mode is Mode.HYBRID:
            words |= self._proposals.words_of(asked, [chunk for chunk in cosines if chunk not in words])
        ranked = self._reread(query, self._ranked(asked, found, words, cosines))
        watch.lap("rank")
        hits = self._hits(ranked, query.limit, query.without)
        watch.lap("hits")
        sure = self._confidence(query, found, ranked)
        return SearchResult(hits, found.recognised, filters, len(allowed), sure, watch.laps)

    def read_ahead(self) -> None:
        """Read what every search keeps of the chunks it meets, where all of them can be kept."""
        ids = self._store.chunk_ids()
        if len(ids) > KEPT_CHUNKS:
            return
        # In small parts: whoever asks meanwhile takes turns with this.
        for start in range(0, len(ids), READ):
            part = ids[start : start + READ]
            self._texts.of(part)
            self._places.of(part)
            if self._nearness:
                self._nearness.read_ahead(part)
            self._proposals.read_ahead(part)
        self._proposals.compare_whole(ids)

    def _understood(self, query: Query, allowed: frozenset[str]) -> Understanding:
        if Part.UNDERSTANDING in query.without:
            return Understanding()
        today, within = query.today or dt.date.today(), self._within(allowed)

        def in_texts(number: str) -> str:
            there = list(self._naming(number, within))
            sure = (written for written in there if identifiers.same_case(written, number))
            return next(sure, there[0] if there else "")

        return understand(query.text, self._directory, today, query.ignore, self._in_index, in_texts)

    def _narrowed(self, query: Query, found: Understanding, allowed: frozenset[str]) -> tuple[frozenset[str], Filters]:
        """Return what may be found: what the reader may see within the filters, narrowed to the cases named."""
        of_cases = {one for number in found.case_numbers for one in self._store.lookup_case(number)} & allowed
        if not of_cases:
            return allowed, query.filters
        return frozenset(of_cases), replace(
            query.filters, case_numbers=query.filters.case_numbers or found.case_numbers
        )

    def _within(self, allowed: frozenset[str]) -> frozenset[str] | None:
        return None if allowed == self._everything else allowed

    def _naming(self, number: str, within: frozenset[str] | None) -> dict[str, list[str]]:
        """Return the chunks whose text names what may be a case that is of no document, by how they write it."""
        key = identifiers.case_key(number)
        if key is None:
            return {}
        year, serial, letters = key
        spelt = (f"{serial:0{digits}}" for digits in range(1, MOST_DIGITS + 1))
        asked = " ".join([str(year), letters, *filter(self._in_index, dict.fromkeys(spelt))])
        found = [chunk for chunk, _ in self._words.search(asked, MOST_NAMING, within, WORDS_ALONE)]
        naming: dict[str, list[str]] = {}
        for chunk in self._chunks.of(found).values():
            for written in identifiers.find_case_numbers(chunk.text):
                if identifiers.may_be_same_case(written.value, number):
                    naming.setdefault(written.value, []).append(chunk.id)
        return naming

    def _ranked(
        self, query: Query, found: Understanding, words: Mapping[str, float], cosines: Mapping[str, float]
    ) -> Ranking:
        """Read the best of the candidates, and order them by everything that is known of each."""
        ids, parts, tail = self._first_look(found, words, cosines)
        tail = tail[: query.limit]
        chunks = self._chunks.of([*ids, *tail])
        documents = self._store.metadata({chunk.document_id for chunk in chunks.values()})
        parts["document"] = best_of_document([chunks[chunk].document_id for chunk in ids], parts["words"])
        question = QuestionWords(query.text, self._rarity)
        texts, coverages = self._read(query, question, ids)
        parts |= {name: np.array([getattr(coverage, name) for coverage in coverages]) for name in READ_SCORES}
        parts |= self._near(query, ids, coverages)
        named = self._lifts(lifts.wanted(query.text, found), [chunks[chunk] for chunk in ids], documents)
        weights = (
            fusion.FIRST_WEIGHTS
            if Part.READING in query.without
            else fusion.weights(query.mode, sentences=NEAR in parts)
        )
        total = fusion.combined(parts, weights) + named
        parts["named"] = named
        order = [int(place) for place in np.argsort(-total, kind="stable")]
        # What was not read keeps the order of the first look, below all that was.
        last = float(total.min()) if ids else 0.0
        tail = [chunk for chunk in tail if chunk in chunks]
        rows = zip(*(values.tolist() for values in parts.values()), strict=True)
        told = [tuple(zip(parts, row, strict=True)) for row in rows]
        return Ranking(
            ids=[*(ids[place] for place in order), *tail],
            scores=[*map(float, total[order]), *(last - rank / 100 for rank in range(1, len(tail) + 1))],
            parts=[*(told[place] for place in order), *(() for _ in tail)],
            coverages=[coverages[place] for place in order],
            texts=[texts[place] for place in order],
            chunks=chunks,
            documents=documents,
            question=question,
        )

    def _first_look(
        self, found: Understanding, words: Mapping[str, float], cosines: Mapping[str, float]
    ) -> tuple[list[str], dict[str, fusion.Scores], list[str]]:
        """Return the candidates to read with their scores by words and vectors, and the rest, best first."""
        ids = list(dict.fromkeys([*words, *cosines]))
        least = min(cosines.values(), default=0.0)
        parts = {
            "words": np.array([words.get(chunk, 0.0) for chunk in ids]),
            "vectors": np.array([cosines.get(chunk, least) for chunk in ids]),
        }
        look = fusion.combined(parts, fusion.FIRST_WEIGHTS) + self._lifts_of_named(found, ids)
        first = np.argsort(-look, kind="stable")
        chosen = {name: values[first[:READ]] for name, values in parts.items()}
        return [ids[place] for place in first[:READ]], chosen, [ids[place] for place in first[READ:]]

    def _read(self, query: Query, question: QuestionWords, ids: Sequence[str]) -> tuple[list[Text], list[Coverage]]:
        """Return candidates as words, and how much of the question each covers."""
        known = self._texts.of(ids)
        texts = [known[chunk] for chunk in ids]
        readings = [text.reading for text in texts]
        if Part.CONTEXT in query.without:
            readings = [replace(reading, context=()) for reading in readings]
        return texts, question.coverages(readings)

    def _near(self, query: Query, ids: Sequence[str], coverages: Sequence[Coverage]) -> dict[str, fusion.Scores]:
        """Return how near the best sentence of each candidate is, where that is told."""
        if self._nearness is None or query.mode is not Mode.HYBRID or not ids:
            return {}
        near = self._nearness.of(self._proposals.vector(query), ids, [one.sentences for one in coverages])
        return {} if near is None else {NEAR: near}

    def _lifts(
        self, wanted: lifts.Wanted, chunks: Sequence[Chunk], documents: Mapping[str, DocumentMetadata]
    ) -> NDArray[np.float64]:
        """Return what each candidate gains because it is what the question names or asks for."""
        places = self._places.of(chunk.id for chunk in chunks)
        due = [lifts.gains(wanted, chunk, places[chunk.id], documents[chunk.document_id]) for chunk in chunks]
        return np.array([lifts.total(one) for one in due])

    def _reread(self, query: Query, ranking: Ranking) -> Ranking:
        """Let the cross-encoder, where one is configured, order the first hits anew."""
        if self._second is None or not query.text.strip():
            return ranking
        count = min(self._second_hits, len(ranking.texts))
        read = [f"{ranking.chunks[chunk].context}\n{ranking.chunks[chunk].text}" for chunk in ranking.ids[:count]]
        scores = self._second.scores(query.text, read)
        order = [*sorted(range(count), key=lambda place: -scores[place]), *range(count, len(ranking.texts))]
        # Scores stay in falling order: the second reading decides places, the first decides distances.
        return ranking.reordered(order)

    def _lifts_of_named(self, found: Understanding, ids: Sequence[str]) -> NDArray[np.float64]:
        """Return what each candidate gains before it is read, where the question names a § or a case of some text."""
        if not found.sections and not found.in_texts:
            return np.zeros(len(ids))
        chunks = self._chunks.of(ids)
        documents = self._store.metadata({chunk.document_id for chunk in chunks.values()})
        named = [lifts.named(found, chunks[id], documents[chunks[id].document_id]) for id in ids]
        return np.array([lifts.total(due) for due in named])

    def _read_texts(self, ids: Sequence[str]) -> dict[str, Text]:
        return {chunk.id: as_words(chunk.text, chunk.context) for chunk in self._chunks.of(ids).values()}

    def _find_places(self, ids: Sequence[str]) -> dict[str, lifts.Place]:
        outlines = self._store.outlines(ids)
        return {chunk.id: lifts.place_of(chunk, outlines.get(chunk.id, ())) for chunk in self._chunks.of(ids).values()}

    def _stretches(self, chunks: Sequence[Chunk]) -> list[diversity.Stretch]:
        texts = self._texts.of(chunk.id for chunk in chunks)
        return [
            diversity.Stretch((chunk.document_id, chunk.section_sign), chunk.first, chunk.last, texts[chunk.id].length)
            for chunk in chunks
        ]

    def _in_index(self, word: str) -> bool:
        return self._words.document_frequency(word) > 0

    def _rarity(self, word: str) -> float:
        count = self._words.document_frequency(word)
        return math.log(1 + (self._total - count + 0.5) / (count + 0.5))

    def _hits(self, ranking: Ranking, limit: int, without: frozenset[Part]) -> tuple[Hit, ...]:
        prints = [] if Part.DIVERSITY in without else [text.fingerprint for text in ranking.texts]
        groups = diversity.folded(prints)
        groups += [[place] for place in range(len(prints), len(ranking.ids))]
        leaders = [ranking.chunks[ranking.ids[group[0]]] for group in groups]
        joined = 0 if Part.JOINING in without else JOINED
        near = diversity.joined(self._stretches(leaders[:joined]), MOST_HIT_WORDS)
        near += [[place] for place in range(len(_places(near)), len(leaders))]
        return tuple(self._hit(ranking, [groups[place] for place in places]) for places in near[:limit])

    def _hit(self, ranking: Ranking, groups: Sequence[Sequence[int]]) -> Hit:
        """Return one hit of neighbouring chunks, given in reading order, each with its near-duplicates."""
        chunks = [ranking.chunks[ranking.ids[group[0]]] for group in groups]
        best = min(group[0] for group in groups)
        leader = ranking.chunks[ranking.ids[best]]
        return Hit(
            chunk_id=leader.id,
            document=ranking.documents[leader.document_id],
            passages=tuple(self._store.passages(leader.document_id, chunks[0].first, chunks[-1].last)),
            text="\n".join(chunk.text for chunk in chunks),
            score=ranking.scores[best],
            parts=ranking.parts[best],
            duplicates=tuple(ranking.ids[other] for group in groups for other in group[1:]),
            core=(leader.first, leader.last),
        )

    def _confidence(self, query: Query, found: Understanding, ranking: Ranking) -> float:
        if not ranking.ids:
            return 0.0
        top = ranking.coverages[:LOOKED_AT]
        unknown = [
            float(weight)
            for word, weight in zip(ranking.question.words, ranking.question.weights, strict=True)
            if word not in swedish.STOP_WORDS and not self._words.document_frequency(word)
        ]
        return confidence(
            Signals(
                sentence=max(coverage.sentence for coverage in top),
                cosine=max(dict(parts).get("vectors", 0.0) for parts in ranking.parts[:LOOKED_AT]) or None,
                unknown=sum(unknown),
                unknown_identifier=any(part.kind == "case_number" and not part.known for part in found.recognised),
            )
        )


def _places(groups: Sequence[Sequence[int]]) -> list[int]:
    """Return every place that some group holds."""
    return [place for group in groups for place in group]
