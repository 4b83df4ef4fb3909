"""Keep a vector of every sentence, made in one reading with its chunk, and tell how near each is to a question.

The hidden states of a chunk are averaged sentence by sentence ("late chunking", Günther et al. 2024): a sentence's vector
knows what stands around it, and costs nothing beside the chunk's own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.cache import CachedSentences
from index.chunks import SEPARATE, Chunk, embedded_text
from index.kept import Kept
from ingest.document_head import title_in_head
from ingest.documents import Block, Passage
from ingest.sentences import sentences
from ingest.table_passages import row_lines

Vector = NDArray[np.float32]
Span = tuple[int, int]
# Chunks whose sentences are kept in memory between questions.
KEPT = 2000
# A gap so small between passages is read along: one look-up costs more.
NEAR = 8
LARGEST = 127


@dataclass(frozen=True, slots=True, order=True)
class SentencePlace:
    """Say where a sentence stands: the passage's ordinal, and the characters of its text."""

    passage: int
    start: int
    end: int


class Places(Protocol):
    """Say what is asked of the store."""

    def chunk_spans(self, document_id: str, first: int, last: int) -> Sequence[tuple[str, int, int]]: ...


class Embeds(Protocol):
    """Say what is asked of an embedding model."""

    def queries(self, texts: Sequence[str]) -> Vector: ...


def sentence_places(passages: Sequence[Passage]) -> tuple[SentencePlace, ...]:
    """Return the sentences of some passages; a heading, like a table row, is one, a head is its form and its title."""
    found = []
    for passage in passages:
        whole = len(passage.text)
        if passage.block is Block.HEADING:
            found.append(SentencePlace(passage.ordinal, 0, whole))
        elif passage.block is Block.TABLE_ROW:
            found.extend(SentencePlace(passage.ordinal, start, end) for start, end in row_lines(passage))
        elif title_in_head(passage):
            form = passage.text.rindex("\n")
            found += [SentencePlace(passage.ordinal, 0, form), SentencePlace(passage.ordinal, form + 1, whole)]
        else:
            found.extend(SentencePlace(passage.ordinal, one.start, one.end) for one in sentences(passage.text))
    return tuple(found)


def spans(chunk: Chunk, passages: Sequence[Passage], places: Sequence[SentencePlace]) -> list[Span]:
    """Return where sentences stand in what the embedding model reads of a chunk."""
    starts, at = {}, len(embedded_text(chunk)) - len(chunk.text)
    for passage in passages:
        starts[passage.ordinal] = at
        at += len(passage.text) + len(SEPARATE)
    return [(starts[one.passage] + one.start, starts[one.passage] + one.end) for one in places]


def packed(chunk: Chunk, places: Sequence[SentencePlace], vectors: Vector) -> bytes:
    """Return the vectors of a chunk's sentences (sentences, dimension) in one byte a number, with their places."""
    rows = np.zeros(len(places), _record(vectors.shape[1]))
    rows["passage"] = [place.passage - chunk.first for place in places]
    rows["start"] = [place.start for place in places]
    rows["end"] = [place.end for place in places]
    rows["scale"] = np.abs(vectors).max(axis=1) / LARGEST
    rows["numbers"] = np.rint(vectors / np.maximum(rows["scale"], np.finfo(np.float32).tiny)[:, None])
    return rows.tobytes()


def content_key(chunk_id: str) -> bytes:
    """Return what the ids of chunks share whose context and text are the same: their hash."""
    return bytes.fromhex(chunk_id.rpartition("-")[2])


class SentenceVectors:
    """Read the vectors of one generation's sentences; safe to share between threads."""

    def __init__(self, store: Places, cache: CachedSentences, embedder: Embeds, dimension: int) -> None:
        self._store = store
        self._embedder = embedder
        self._record = _record(dimension)
        self._cache = cache
        self._kept = Kept(KEPT, self._read)

    def likeness(self, question: str, passages: Iterable[tuple[str, int]]) -> dict[str, dict[SentencePlace, float]]:
        """Return the cosine of a question and each sentence of some passages (document, ordinal), by document."""
        wanted: dict[str, set[int]] = {}
        for document_id, ordinal in passages:
            wanted.setdefault(document_id, set()).add(ordinal)
        of_chunk = {
            span[0]: (document_id, span[1])
            for document_id, ordinals in wanted.items()
            for first, last in _runs(ordinals)
            for span in self._store.chunk_spans(document_id, first, last)
        }
        told_of = self._kept.of(of_chunk)
        if not told_of:
            return {}
        vector = self._embedder.queries([question])[0]
        found: dict[str, dict[SentencePlace, float]] = {}
        for chunk_id, rows in told_of.items():
            document_id, first = of_chunk[chunk_id]
            cosines = (rows["numbers"].astype(np.float32) @ vector) * rows["scale"]
            places = zip(rows["passage"].tolist(), rows["start"].tolist(), rows["end"].tolist(), strict=True)
            told = found.setdefault(document_id, {})
            for (passage, start, end), cosine in zip(places, cosines.tolist(), strict=True):
                told[SentencePlace(first + passage, start, end)] = cosine
        return found

    def of(self, chunk_ids: Sequence[str]) -> Mapping[str, Any]:
        """Return by chunk the places and vectors of its sentences, where they are known."""
        return self._read(chunk_ids)

    def _read(self, chunk_ids: Sequence[str]) -> Mapping[str, Any]:
        keys = {chunk_id: content_key(chunk_id) for chunk_id in chunk_ids}
        blobs = self._cache.of(keys.values())
        return {one: np.frombuffer(blobs[key], self._record) for one, key in keys.items() if key in blobs}


def _runs(ordinals: Iterable[int]) -> list[Span]:
    """Return the first and last of each run of ordinals without a wide gap."""
    found: list[Span] = []
    for ordinal in sorted(ordinals):
        if found and ordinal - found[-1][1] <= NEAR:
            found[-1] = found[-1][0], ordinal
        else:
            found.append((ordinal, ordinal))
    return found


def _record(dimension: int) -> np.dtype[np.void]:
    """Return the layout of a sentence: its passage counted from the chunk's first, its characters, its vector."""
    return np.dtype(
        [("passage", "<u2"), ("start", "<u4"), ("end", "<u4"), ("scale", "<f4"), ("numbers", "i1", (dimension,))]
    )
