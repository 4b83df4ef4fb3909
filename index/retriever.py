"""Find the chunks that answer a question: words and vectors, fused, within what the reader may see."""

import time
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index import fusion
from index.chunks import Chunk
from index.hits import Filters, Hit, Mode, Query, SearchResult
from index.lexical import WordIndex
from ingest.documents import DocumentMetadata, Passage

Vector = NDArray[np.float32]
CANDIDATES = 100
WORD_SHARE = 0.55


class Truth(Protocol):
    """Say what the retriever reads from the store."""

    def allowed_documents(self, groups: frozenset[str], filters: Filters) -> frozenset[str]: ...
    def chunks(self, chunk_ids: Sequence[str]) -> dict[str, Chunk]: ...
    def document_chunks(self, document_id: str) -> Sequence[Chunk]: ...
    def metadata(self, document_ids: Sequence[str]) -> dict[str, DocumentMetadata]: ...
    def passages(self, document_id: str, first: int, last: int) -> Sequence[Passage]: ...


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

    def __init__(self, store: Truth, words: WordIndex, vectors: Vectors, embedder: QueryEmbedder) -> None:
        self._store = store
        self._words = words
        self._vectors = vectors
        self._embedder = embedder

    def search(self, query: Query) -> SearchResult:
        """Return the best chunks for a query, best first."""
        started = time.perf_counter()
        allowed = self._store.allowed_documents(query.groups, query.filters)
        word_scores: dict[str, float] = {}
        cosines: dict[str, float] = {}
        if query.mode is not Mode.VECTORS:
            word_scores = dict(self._words.search(query.text, CANDIDATES, allowed))
        if query.mode is not Mode.WORDS and allowed and query.text.strip():
            cosines = self._nearest(query.text, allowed, list(word_scores))
        ids = list(dict.fromkeys([*word_scores, *cosines]))
        if query.mode is Mode.HYBRID:
            word_scores |= self._words.scores(query.text, [chunk for chunk in ids if chunk not in word_scores])
        word_part = fusion.standardised(np.array([word_scores.get(chunk, 0.0) for chunk in ids]))
        vector_part = fusion.standardised(np.array([cosines.get(chunk, 0.0) for chunk in ids]))
        fused = WORD_SHARE * word_part + (1 - WORD_SHARE) * vector_part
        order = np.argsort(-fused, kind="stable")[: query.limit]
        hits = self._hits([ids[i] for i in order], [float(fused[i]) for i in order])
        elapsed = (time.perf_counter() - started) * 1000
        confidence = max((cosines.get(hit.chunk_id, 0.0) for hit in hits[:3]), default=0.0)
        return SearchResult(hits, (), query.filters, len(allowed), confidence, {"retrieve": elapsed})

    def _nearest(self, text: str, allowed: frozenset[str], also: Sequence[str]) -> dict[str, float]:
        vector = self._embedder.queries([text])[0]
        total = self._vectors.count()
        limit = min(CANDIDATES, total)
        found: dict[str, float] = {}
        while limit > 0:
            pairs = self._vectors.query(vector, limit)
            places = self._store.chunks([chunk for chunk, _ in pairs])
            found = {c: s for c, s in pairs if c in places and places[c].document_id in allowed}
            if len(found) >= CANDIDATES or limit >= total:
                break
            limit = min(limit * 4, total)
        missing = [chunk for chunk in also if chunk not in found]
        known = self._vectors.get(missing) if missing else {}
        best = dict(list(found.items())[:CANDIDATES])
        return best | {chunk: float(known[chunk] @ vector) for chunk in missing if chunk in known}

    def _hits(self, ids: Sequence[str], scores: Sequence[float]) -> tuple[Hit, ...]:
        chunks = self._store.chunks(ids)
        documents = self._store.metadata(list({chunk.document_id for chunk in chunks.values()}))
        hits = []
        for chunk_id, score in zip(ids, scores, strict=True):
            chunk = chunks[chunk_id]
            passages = tuple(self._store.passages(chunk.document_id, chunk.first, chunk.last))
            hits.append(Hit(chunk_id, documents[chunk.document_id], passages, chunk.text, score))
        return tuple(hits)
