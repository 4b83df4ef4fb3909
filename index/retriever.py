"""Find the chunks that answer a question: exact lookups, then words and vectors, fused, within what may be read."""

import datetime as dt
import math
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index import diversity, fusion, swedish
from index.chunks import Chunk
from index.confidence import Signals, confidence
from index.coverage import Coverage, QuestionWords
from index.hits import Filters, Hit, Mode, Query, SearchResult
from index.lexical import WordIndex
from index.second_reading import CrossEncoder
from index.settings import SearchSettings
from index.understanding import Directory, Understanding, directory, understand
from ingest.documents import Block, DocumentMetadata, Force, Passage

Vector = NDArray[np.float32]

# Chunks that words and vectors each propose, and those of them that are read sentence by sentence.
CANDIDATES = 100
MOST_CANDIDATES = 1000
READ = 50
# Nearest chunks asked for once where a filter lets only some of them through.
WIDE = 1000
# In a case or other small selection every chunk is compared.
COMPARED_WHOLE = 300
# Hits that the confidence looks at.
LOOKED_AT = 3
# Hits among which neighbours are joined, and how long a joined hit may be.
JOINED = 50
MOST_HIT_WORDS = 300
KEPT_TEXTS = 4000


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
    def lookup_case(self, number: str) -> Sequence[str]: ...


class Vectors(Protocol):
    """Say what the retriever asks of a vector index."""

    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]: ...
    def get(self, ids: Sequence[str]) -> Mapping[str, Vector]: ...
    def count(self) -> int: ...


class QueryEmbedder(Protocol):
    """Say what the retriever asks of an embedding model."""

    def queries(self, texts: Sequence[str]) -> Vector: ...


@dataclass(frozen=True, slots=True)
class _Text:
    """Hold a chunk as words: its sentences, its context, and what tells it from near-duplicates."""

    sentences: tuple[tuple[str, ...], ...]
    context: tuple[str, ...]
    fingerprint: diversity.Print


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
        self._forces = lru_cache(maxsize=KEPT_TEXTS)(self._find_forces)
        self._opens = lru_cache(maxsize=KEPT_TEXTS)(self._begins_with_heading)
        self._text = lru_cache(maxsize=KEPT_TEXTS)(_as_words)
        self._total = max(1, words.count())

    def search(self, query: Query) -> SearchResult:
        """Return the best chunks for a query, best first."""
        watch = _Watch()
        found = understand(query.text, self._directory, query.today or dt.date.today(), query.ignore, self._in_index)
        allowed, filters = self._allowed(query, found)
        watch.lap("understand")
        words = self._word_scores(query, found, allowed)
        watch.lap("words")
        cosines = self._cosines(query, allowed, list(words))
        watch.lap("vectors")
        if query.mode is Mode.HYBRID:
            words |= self._words.scores(query.text, [chunk for chunk in cosines if chunk not in words])
        ranked = self._reread(query, self._ranked(query, found, words, cosines))
        watch.lap("rank")
        hits = self._hits(ranked, query.limit)
        watch.lap("hits")
        sure = self._confidence(query, found, ranked)
        return SearchResult(hits, found.recognised, filters, len(allowed), sure, watch.laps)

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
        scores = dict(self._words.search(query.text, max(CANDIDATES, min(query.limit, MOST_CANDIDATES)), within))
        sections = [chunk.id for sign in found.sections for chunk in self._store.section_chunks(sign, allowed)]
        wanted = [chunk for chunk in sections[: 10 * CANDIDATES] if chunk not in scores]
        known = self._words.scores(query.text, wanted)
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
        known = self._vectors.get(missing) if missing else {}
        exact = {chunk: float(value @ vector) for chunk, value in known.items()}
        best = sorted(nearest.items(), key=lambda item: -item[1])[:wanted]
        return dict(best) | exact

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
    ) -> "_Ranking":
        ids = list(dict.fromkeys([*words, *cosines]))
        parts = {
            "words": np.array([words.get(chunk, 0.0) for chunk in ids]),
            "vectors": np.array([cosines.get(chunk, min(cosines.values(), default=0.0)) for chunk in ids]),
        }
        weights = fusion.weights(query.mode)
        first = np.argsort(-fusion.combined(parts, weights), kind="stable")
        tail = [ids[place] for place in first[READ:]]
        ids = [ids[place] for place in first[:READ]]
        parts = {name: values[first[:READ]] for name, values in parts.items()}
        chunks = self._store.chunks([*ids, *tail[: query.limit]])
        documents = self._store.metadata({chunk.document_id for chunk in chunks.values()})
        question = QuestionWords(query.text, self._rarity)
        texts = [self._text(chunks[chunk].text, chunks[chunk].context) for chunk in ids]
        coverages = [question.coverage(text.sentences, text.context) for text in texts]
        for name in ("sentence", "window", "typed"):
            parts[name] = np.array([getattr(coverage, name) for coverage in coverages])
        named = np.array([_named(found, chunks[chunk], documents[chunks[chunk].document_id]) for chunk in ids])
        if found.forces:
            asked = frozenset(found.forces)
            named += [fusion.NAMED["force"] * bool(asked & self._forces(chunks[chunk])) for chunk in ids]
        total = fusion.combined(parts, weights) + named
        parts["named"] = named
        order = [int(place) for place in np.argsort(-total, kind="stable")]
        last = float(total.min()) if ids else 0.0
        tail = [chunk for chunk in tail[: query.limit] if chunk in chunks]
        return _Ranking(
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

    def _reread(self, query: Query, ranking: "_Ranking") -> "_Ranking":
        """Let the cross-encoder, where one is configured, order the first hits anew."""
        if self._second is None or not query.text.strip():
            return ranking
        count = min(self._second_hits, len(ranking.texts))
        read = [f"{ranking.chunks[chunk].context}\n{ranking.chunks[chunk].text}" for chunk in ranking.ids[:count]]
        scores = self._second.scores(query.text, read)
        order = [*sorted(range(count), key=lambda place: -scores[place]), *range(count, len(ranking.texts))]
        # Scores stay in falling order: the second reading decides places, the first decides distances.
        return ranking.reordered(order)

    def _find_forces(self, chunk: Chunk) -> frozenset[Force]:
        return frozenset(passage.force for passage in self._store.passages(chunk.document_id, chunk.first, chunk.last))

    def _stretch(self, chunk: Chunk) -> diversity.Stretch:
        section = (chunk.document_id, chunk.section_sign, chunk.heading)
        return diversity.Stretch(section, chunk.first, chunk.last, len(chunk.text.split()), self._opens(chunk))

    def _begins_with_heading(self, chunk: Chunk) -> bool:
        first = self._store.passages(chunk.document_id, chunk.first, chunk.first)
        return bool(first) and first[0].block is Block.HEADING

    def _in_index(self, word: str) -> bool:
        return self._words.document_frequency(word) > 0

    def _rarity(self, word: str) -> float:
        count = self._words.document_frequency(word)
        return math.log(1 + (self._total - count + 0.5) / (count + 0.5))

    def _hits(self, ranking: "_Ranking", limit: int) -> tuple[Hit, ...]:
        groups = diversity.folded([text.fingerprint for text in ranking.texts])
        groups += [[place] for place in range(len(ranking.texts), len(ranking.ids))]
        leaders = [ranking.chunks[ranking.ids[group[0]]] for group in groups]
        near = diversity.joined([self._stretch(chunk) for chunk in leaders[:JOINED]], MOST_HIT_WORDS)
        near += [[place] for place in range(len(_places(near)), len(leaders))]
        return tuple(self._hit(ranking, [groups[place] for place in places]) for places in near[:limit])

    def _hit(self, ranking: "_Ranking", groups: Sequence[Sequence[int]]) -> Hit:
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
        )

    def _confidence(self, query: Query, found: Understanding, ranking: "_Ranking") -> float:
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
                found=max(coverage.found for coverage in top),
                sentence=max(coverage.sentence for coverage in top),
                cosine=max(dict(parts).get("vectors", 0.0) for parts in ranking.parts[:LOOKED_AT]) or None,
                unknown=sum(unknown),
                unknown_identifier=any(part.kind == "case_number" and not part.known for part in found.recognised),
            )
        )


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Hold the chunks that were read, best first, and what was found in each."""

    ids: list[str]
    scores: list[float]
    parts: list[tuple[tuple[str, float], ...]]
    coverages: list[Coverage]
    texts: list[_Text]
    chunks: dict[str, Chunk]
    documents: dict[str, DocumentMetadata]
    question: QuestionWords

    def reordered(self, order: Sequence[int]) -> "_Ranking":
        """Return the same chunks in another order; the scores stay falling."""
        return replace(
            self,
            ids=[self.ids[place] for place in order] + self.ids[len(order) :],
            parts=[self.parts[place] for place in order] + self.parts[len(order) :],
            coverages=[self.coverages[place] for place in order],
            texts=[self.texts[place] for place in order],
        )


class _Watch:
    """Measure the stages of one search in milliseconds."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        """Note the time since the last lap under a name."""
        now = time.perf_counter()
        self.laps[name] = (now - self._last) * 1000
        self._last = now


def _as_words(text: str, context: str) -> _Text:
    sentences = tuple(tuple(swedish.words(sentence)) for sentence in swedish.sentences(text))
    fingerprint = diversity.fingerprint([word for sentence in sentences for word in sentence])
    return _Text(tuple(sentence for sentence in sentences if sentence), tuple(swedish.words(context)), fingerprint)


def _places(groups: Sequence[Sequence[int]]) -> list[int]:
    """Return every place that some group holds."""
    return [place for group in groups for place in group]


def _named(found: Understanding, chunk: Chunk, document: DocumentMetadata) -> float:
    """Return how much a chunk is lifted because it is what the question names."""
    board = bool(document.board) and document.board in found.boards
    days = [day for day in (document.meeting_date, document.date) if day]
    dated = any(first <= day <= last for first, last in found.spans for day in days)
    exactly = any(first == last and first == day for first, last in found.spans for day in days)
    total = fusion.NAMED["board"] * board + fusion.NAMED["period"] * dated + fusion.NAMED["day"] * exactly
    total += fusion.NAMED["kind"] * (document.kind in found.kinds)
    total += fusion.NAMED["person"] * any(person.name in found.people for person in document.people)
    if chunk.section_sign is not None and chunk.section_sign in found.sections:
        sure = board or exactly or bool(found.case_numbers)
        total += fusion.NAMED["section_there"] if sure else fusion.NAMED["section"]
    if any(number in chunk.context or number in chunk.text for number in found.case_numbers):
        total += fusion.NAMED["case"]
    return total
