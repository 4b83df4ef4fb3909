"""Propose the chunks that may answer a question: by words, by vectors, and by the § that it names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index import swedish
from index.chunks import Chunk
from index.hits import Mode, Query
from index.kept import Kept
from index.lexical import WordIndex, weights_without

Vector = NDArray[np.float32]

# Chunks that words and vectors each propose.
CANDIDATES = 100
MOST_CANDIDATES = 1000
# Nearest chunks asked for once where a filter lets only some of them through.
WIDE = 1000
# In a case or other small selection every chunk is compared.
COMPARED_WHOLE = 300
KEPT_VECTORS = 20_000
# Chunks whose document is remembered.
KEPT_DOCUMENTS = 100_000


class ChunkStore(Protocol):
    """Say what proposing asks of the store."""

    def chunk_documents(self, chunk_ids: Iterable[str]) -> dict[str, str]: ...
    def document_chunks(self, document_id: str) -> Sequence[Chunk]: ...
    def section_chunks(self, section_sign: str, document_ids: Iterable[str] | None = None) -> Sequence[Chunk]: ...


class Vectors(Protocol):
    """Say what the retriever asks of a vector index."""

    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]: ...
    def get(self, ids: Sequence[str]) -> Mapping[str, Vector]: ...
    def count(self) -> int: ...


class QueryEmbedder(Protocol):
    """Say what the retriever asks of an embedding model."""

    def queries(self, texts: Sequence[str]) -> Vector: ...


class Proposals:
    """Score chunks of one generation by words and by vectors."""

    def __init__(self, store: ChunkStore, words: WordIndex, vectors: Vectors, embedder: QueryEmbedder) -> None:
        self._store = store
        self._words = words
        self._vectors = vectors
        self._embedder = embedder
        # Reading a vector from disk costs more than ranking it.
        self._kept_vectors = Kept(KEPT_VECTORS, vectors.get)
        self._documents = Kept(KEPT_DOCUMENTS, store.chunk_documents)
        self._whole: tuple[list[str], Vector] | None = None

    def by_words(
        self, query: Query, sections: Sequence[str], also: Sequence[str], within: frozenset[str] | None
    ) -> dict[str, float]:
        """Return the score by words of the best chunks, of the §§ named and of ``also``; ``within`` None lets all in."""
        if query.mode is Mode.VECTORS:
            return {}
        fields = weights_without(query.without)
        scores = dict(self._words.search(query.text, _wanted(query), within, fields))
        named = [*also, *(chunk.id for sign in sections for chunk in self._store.section_chunks(sign, within))]
        wanted = [chunk for chunk in named[: 10 * CANDIDATES] if chunk not in scores]
        # The § that is named is a candidate even where it shares no word with the rest of the question.
        known = dict.fromkeys(wanted, 0.0) | self._words.scores(query.text, wanted, fields)
        return scores | dict(sorted(known.items(), key=lambda item: -item[1])[:CANDIDATES])

    def by_vectors(self, query: Query, within: frozenset[str] | None, also: Iterable[str]) -> dict[str, float]:
        """Return the cosine of the nearest chunks, and of those in ``also``; signs without a word are near to nothing."""
        nothing = query.mode is Mode.WORDS or within == frozenset() or not swedish.words(query.text)
        total = 0 if nothing else self._vectors.count()
        if not total:
            return {}
        vector = self.vector(query)
        nearest = dict(self._nearest(vector, min(_wanted(query) if within is None else WIDE, total)))
        compared = list(also)
        if within is not None:
            places = self._documents.of(nearest)
            nearest = {chunk: score for chunk, score in nearest.items() if places.get(chunk) in within}
            if len(nearest) < CANDIDATES and len(within) <= COMPARED_WHOLE:
                compared += self._some_chunks(within)
        missing = [chunk for chunk in compared if chunk not in nearest]
        exact = {chunk: float(value @ vector) for chunk, value in self._kept_vectors.of(missing).items()}
        best = sorted(nearest.items(), key=lambda item: -item[1])[: _wanted(query)]
        return dict(best) | exact

    def vector(self, query: Query) -> Vector:
        """Return the vector of a question, made once."""
        vector: Vector = self._embedder.queries([query.text])[0]
        return vector

    def words_of(self, query: Query, chunks: Sequence[str]) -> dict[str, float]:
        """Return the score by words of chunks that vectors proposed."""
        return self._words.scores(query.text, chunks, weights_without(query.without))

    def read_ahead(self, chunks: Sequence[str]) -> None:
        """Read the vectors of chunks before they are asked for."""
        if self._vectors.count():
            self._kept_vectors.of(chunks)

    def compare_whole(self, chunks: Sequence[str]) -> None:
        """Compare questions with all chunks of a small index one by one: sooner than its graph of vectors is walked."""
        known = self._kept_vectors.of(chunks)
        if known and len(known) == self._vectors.count():
            self._whole = list(known), np.stack(list(known.values()))

    def _nearest(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        if self._whole is None:
            return self._vectors.query(vector, limit)
        ids, vectors = self._whole
        cosines = vectors @ vector
        best = np.argsort(-cosines, kind="stable")[:limit].tolist()
        return [(ids[place], float(cosines[place])) for place in best]

    def _some_chunks(self, documents: frozenset[str]) -> list[str]:
        """Return the chunks of a small selection, or nothing where they are too many to compare one by one."""
        found: list[str] = []
        for document in sorted(documents):
            found += [chunk.id for chunk in self._store.document_chunks(document)]
            if len(found) > COMPARED_WHOLE:
                return []
        return found


def _wanted(query: Query) -> int:
    return max(CANDIDATES, min(query.limit, MOST_CANDIDATES))
