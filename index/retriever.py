"""Find the chunks that answer a question: exact lookups, then words and vectors, fused, within what may be read."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index import diversity, fusion, lifts, swedish
from index.chunks import Chunk
from index.confidence import Signals, confidence
from index.coverage import QuestionWords
from index.hits import Effect, Filters, Hit, Mode, Part, Query, Recognised, SearchResult
from index.lexical import WordIndex, weights_without
from index.ranking import Ranking, Watch, as_words, best_of_document
from index.records import Outline
from index.second_reading import CrossEncoder
from index.settings import SearchSettings
from index.understanding import Directory, Understanding, directory, topic, understand
from ingest import identifiers
from ingest.documents import DocumentMetadata, Passage

Vector = NDArray[np.float32]

# Chunks that words and vectors each propose, and those of them that are read sentence by sentence.
CANDIDATES = 100
MOST_CANDIDATES = 1000
READ = 64
# Nearest chunks asked for once where a filter lets only some of them through.
WIDE = 1000
# In a case or other small selection every chunk is compared.
COMPARED_WHOLE = 300
# Hits that the confidence looks at.
LOOKED_AT = 3
# Hits among which neighbours are joined, and how long a joined hit may be.
JOINED = 50
MOST_HIT_WORDS = 300
# Texts and vectors kept in memory between questions.
KEPT_TEXTS = 4000
KEPT_VECTORS = 20_000


# What reading a candidate tells of it, by the names of the coverage.
READ_SCORES = ("sentence", "typed", "brief", "special")


class Truth(Protocol):
    """Say what the retriever reads from the store."""

    def allowed_documents(self, groups: frozenset[str], filters: Filters) -> frozenset[str]: ...
    def document_ids(self) -> Sequence[str]: ...
    def metadata(self, document_ids: Iterable[str]) -> dict[str, DocumentMetadata]: ...
    def chunks(self, chunk_ids: Iterable[str]) -> dict[str, Chunk]: ...
    def chunk_documents(self, chunk_ids: Iterable[str]) -> dict[str, str]: ...
    def document_chunks(self, document_id: str) -> Sequence[Chunk]: ...
    def section_chunks(self, section_sign: str, document_ids: Iterable[str] | None = None) -> Sequence[Chunk]: ...
    def passages(self, document_id: str, first: int = 0, last: int | None = None) -> Sequence[Passage]: ...
    def outlines(self, document_id: str, first: int, last: int) -> Sequence[Outline]: ...
    def lookup_case(self, number: str) -> Sequence[str]: ...


class Vectors(Protocol):
    """Say what the retriever asks of a vector index."""

    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]: ...
    def get(self, ids: Sequence[str]) -> Mapping[str, Vector]: ...
    def count(self) -> int: ...


class QueryEmbedder(Protocol):
    """Say what the retriever asks of an embedding model."""

    def queries(self, texts: Sequence[str]) -> Vector: ...


class Retriever:
    """Search one generation of the index."""

    def __init__(
        self, store: Truth, words: WordIndex, vectors: Vectors, embedder: QueryEmbedder, settings: SearchSettings
    ) -> None:
        self._store = store
        self._words = words
        self._vectors = vectors
        self._embedder = embedder
        self._second = CrossEncoder(settings.cross_encoder) if settings.cross_encoder else None
        self._second_hits = settings.cross_encoder_hits
        self._everything = frozenset(store.document_ids())
        self._directory: Directory = directory(store.metadata(self._everything).values())
        self._place = lru_cache(maxsize=KEPT_TEXTS)(self._find_place)
        self._text = lru_cache(maxsize=KEPT_TEXTS)(as_words)
        self._kept_vectors: dict[str, Vector] = {}
        self._total = max(1, words.count())

    def search(self, query: Query) -> SearchResult:
        """Return the best chunks for a query, best first."""
        watch = Watch()
        if Part.VECTORS in query.without:
            query = replace(query, mode=Mode.WORDS)
        found = self._understood(query)
        allowed, filters = self._allowed(query, found)
        watch.lap("understand")
        asked = replace(query, text=topic(query.text, found.recognised))
        words = self._word_scores(asked, found, allowed)
        watch.lap("words")
        cosines = self._cosines(asked, allowed, list(words))
        watch.lap("vectors")
        if query.mode is Mode.HYBRID:
            unscored = [chunk for chunk in cosines if chunk not in words]
            words |= self._words.scores(asked.text, unscored, weights_without(query.without))
        ranked = self._reread(query, self._ranked(asked, found, words, cosines))
        found = _seen(found, ranked)
        watch.lap("rank")
        hits = self._hits(ranked, query.limit, query.without)
        watch.lap("hits")
        sure = self._confidence(query, found, ranked)
        return SearchResult(hits, found.recognised, filters, len(allowed), sure, watch.laps)

    def _understood(self, query: Query) -> Understanding:
        if Part.UNDERSTANDING in query.without:
            return Understanding()
        return understand(query.text, self._directory, query.today or dt.date.today(), query.ignore, self._in_index)

    def _allowed(self, query: Query, found: Understanding) -> tuple[frozenset[str], Filters]:
        """Return what may be found: what the reader may see, narrowed by the filters and the cases named."""
        allowed = self._store.allowed_documents(query.groups, query.filters)
        of_cases = {one for number in found.case_numbers for one in self._store.lookup_case(number)} & allowed
        if not of_cases:
            return allowed, query.filters
        return frozenset(of_cases), replace(
            query.filters, case_numbers=query.filters.case_numbers or found.case_numbers
        )

    def _word_scores(self, query: Query, found: Understanding, allowed: frozenset[str]) -> dict[str, float]:
        if query.mode is Mode.VECTORS:
            return {}
        within = None if allowed == self._everything else allowed
        fields = weights_without(query.without)
        wanted_count = max(CANDIDATES, min(query.limit, MOST_CANDIDATES))
        scores = dict(self._words.search(query.text, wanted_count, within, fields))
        sections = [chunk.id for sign in found.sections for chunk in self._store.section_chunks(sign, allowed)]
        wanted = [chunk for chunk in sections[: 10 * CANDIDATES] if chunk not in scores]
        # The § that is named is a candidate even where it shares no word with the rest of the question.
        known = dict.fromkeys(wanted, 0.0) | self._words.scores(query.text, wanted, fields)
        return scores | dict(sorted(known.items(), key=lambda item: -item[1])[:CANDIDATES])

    def _cosines(self, query: Query, allowed: frozenset[str], also: Sequence[str]) -> dict[str, float]:
        total = self._vectors.count() if query.mode is not Mode.WORDS and allowed and query.text.strip() else 0
        if not total:
            return {}
        vector = self._embedder.queries([query.text])[0]
        wanted = max(CANDIDATES, min(query.limit, MOST_CANDIDATES))
        nearest = dict(self._vectors.query(vector, min(wanted if allowed == self._everything else WIDE, total)))
        if allowed != self._everything:
            places = self._store.chunk_documents(nearest)
            nearest = {chunk: score for chunk, score in nearest.items() if places.get(chunk) in allowed}
            if len(nearest) < CANDIDATES and len(allowed) <= COMPARED_WHOLE:
                also = [*also, *self._some_chunks(allowed)]
        missing = [chunk for chunk in dict.fromkeys(also) if chunk not in nearest]
        exact = {chunk: float(value @ vector) for chunk, value in self._vectors_of(missing).items()}
        best = sorted(nearest.items(), key=lambda item: -item[1])[:wanted]
        return dict(best) | exact

    def _vectors_of(self, chunks: Sequence[str]) -> dict[str, Vector]:
        """Return the vectors that exist; reading one from disk costs more than ranking it."""
        if len(self._kept_vectors) > KEPT_VECTORS:
            self._kept_vectors = {}
        kept = self._kept_vectors
        unread = [chunk for chunk in chunks if chunk not in kept]
        if unread:
            kept.update(self._vectors.get(unread))
        return {chunk: kept[chunk] for chunk in chunks if chunk in kept}

    def _some_chunks(self, documents: frozenset[str]) -> list[str]:
        """Return the chunks of a small selection, or nothing where they are too many to compare one by one."""
        found: list[str] = []
        for document in sorted(documents):
            found += [chunk.id for chunk in self._store.document_chunks(document)]
            if len(found) > COMPARED_WHOLE:
                return []
        return found

    def _ranked(
        self, query: Query, found: Understanding, words: Mapping[str, float], cosines: Mapping[str, float]
    ) -> Ranking:
        ids = list(dict.fromkeys([*words, *cosines]))
        parts = {
            "words": np.array([words.get(chunk, 0.0) for chunk in ids]),
            "vectors": np.array([cosines.get(chunk, min(cosines.values(), default=0.0)) for chunk in ids]),
        }
        look = fusion.combined(parts, fusion.FIRST_WEIGHTS) + self._lifts_of_sections(found, ids)
        first = np.argsort(-look, kind="stable")
        tail = [ids[place] for place in first[READ:]]
        ids = [ids[place] for place in first[:READ]]
        parts = {name: values[first[:READ]] for name, values in parts.items()}
        chunks = self._store.chunks([*ids, *tail[: query.limit]])
        documents = self._store.metadata({chunk.document_id for chunk in chunks.values()})
        parts["document"] = best_of_document([chunks[chunk].document_id for chunk in ids], parts["words"])
        question = QuestionWords(query.text, self._rarity)
        texts = [self._text(chunks[chunk].text, chunks[chunk].context) for chunk in ids]
        readings = [text.reading for text in texts]
        if Part.CONTEXT in query.without:
            readings = [replace(reading, context=()) for reading in readings]
        coverages = question.coverages(readings)
        for name in READ_SCORES:
            parts[name] = np.array([getattr(coverage, name) for coverage in coverages])
        wanted = lifts.wanted(query.text, found)
        due = [
            lifts.gains(wanted, chunks[id], self._place(chunks[id]), documents[chunks[id].document_id]) for id in ids
        ]
        named = np.array([lifts.total(one) for one in due])
        weights = fusion.FIRST_WEIGHTS if Part.READING in query.without else fusion.weights(query.mode)
        total = fusion.combined(parts, weights) + named
        parts["named"] = named
        order = [int(place) for place in np.argsort(-total, kind="stable")]
        last = float(total.min()) if ids else 0.0
        tail = [chunk for chunk in tail[: query.limit] if chunk in chunks]
        return Ranking(
            ids=[*(ids[place] for place in order), *tail],
            # What was not read keeps the order of the first look, below all that was.
            scores=[
                *(float(total[place]) for place in order),
                *(last - rank / 100 for rank in range(1, len(tail) + 1)),
            ],
            parts=[
                *(tuple((name, float(values[place])) for name, values in parts.items()) for place in order),
                *(() for _ in tail),
            ],
            coverages=[coverages[place] for place in order],
            texts=[texts[place] for place in order],
            chunks=chunks,
            documents=documents,
            question=question,
        )

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

    def _lifts_of_sections(self, found: Understanding, ids: Sequence[str]) -> NDArray[np.float64]:
        """Return what each candidate gains before it is read, where the question names a §."""
        if not found.sections:
            return np.zeros(len(ids))
        chunks = self._store.chunks(ids)
        documents = self._store.metadata({chunk.document_id for chunk in chunks.values()})
        named = [lifts.named(found, chunks[id], documents[chunks[id].document_id]) for id in ids]
        return np.array([lifts.total(due) for due in named])

    def _find_place(self, chunk: Chunk) -> lifts.Place:
        return lifts.place_of(chunk, self._store.outlines(chunk.document_id, chunk.first, chunk.last))

    def _stretch(self, chunk: Chunk) -> diversity.Stretch:
        section = (chunk.document_id, chunk.section_sign)
        return diversity.Stretch(section, chunk.first, chunk.last, len(chunk.text.split()))

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
        near = diversity.joined([self._stretch(chunk) for chunk in leaders[:joined]], MOST_HIT_WORDS)
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


def _seen(found: Understanding, ranking: Ranking) -> Understanding:
    """Return what was understood, a case number that only stands in a text (a list of decisions, say) known too."""
    if all(part.known or part.kind != "case_number" for part in found.recognised):
        return found
    texts = [ranking.chunks[chunk].text for chunk in ranking.ids[:READ]]
    numbers = {number.value for text in texts for number in identifiers.find_case_numbers(text)}

    def seen(part: Recognised) -> Recognised:
        unknown = part.kind == "case_number" and not part.known
        there = unknown and any(identifiers.same_case(number, part.value) for number in numbers)
        return replace(part, known=True, effect=Effect.BOOST) if there else part

    return replace(found, recognised=tuple(seen(part) for part in found.recognised))


def _places(groups: Sequence[Sequence[int]]) -> list[int]:
    """Return every place that some group holds."""
    return [place for group in groups for place in group]
