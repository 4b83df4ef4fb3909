"""Tell how near the best sentence of each candidate is to the question, in meaning and in words at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from index.chunks import SEPARATE, Chunk
from index.fusion import Scores, standardised
from index.kept import Kept
from index.ranking import Text
from index.records import Outline

Vector = NDArray[np.float32]

# What a sentence is worth whose words are the question's, beside one of the same meaning.
WORDS_WORTH = 0.5
KEPT_CHUNKS = 4000


class Told(NamedTuple):
    """Hold the vector of each sentence that is read of a chunk, in one byte a number, and its scale."""

    numbers: NDArray[np.int8]
    scales: Vector


class Sentences(Protocol):
    """Say what is asked of the sentences' vectors."""

    def of(self, chunk_ids: Sequence[str]) -> Mapping[str, Any]: ...


class Outlines(Protocol):
    """Say what is asked of the store."""

    def outlines(self, chunk_ids: Iterable[str]) -> Mapping[str, Sequence[Outline]]: ...


class Nearness:
    """Score candidates by their best sentence; safe to share between threads."""

    def __init__(self, sentences: Sentences, store: Outlines, chunks: Kept[Chunk], texts: Kept[Text]) -> None:
        self._sentences = sentences
        self._store = store
        self._chunks = chunks
        self._texts = texts
        self._told = Kept(KEPT_CHUNKS, self._read)

    def of(self, question: Vector, ids: Sequence[str], covered: Sequence[Sequence[float]]) -> Scores | None:
        """Return a score for each candidate, or None where the sentences of any of them are not told.

        ``covered`` holds the share (0-1) of the question that each sentence of each candidate covers.
        """
        told = self._told.of(ids)
        if not ids or len(told) < len(ids) or not covered[0]:
            return None
        return nearness(question, [told[one] for one in ids], covered)

    def read_ahead(self, ids: Sequence[str]) -> None:
        """Read the sentences of chunks before they are asked for."""
        self._told.of(ids)

    def _read(self, ids: Sequence[str]) -> dict[str, Told]:
        rows, outlines, texts = self._sentences.of(ids), self._store.outlines(ids), self._texts.of(ids)
        found = {}
        for one, chunk in self._chunks.of(rows).items():
            lengths = [passage.length for passage in outlines[one]]
            if told := told_of(chunk.text, texts[one].reading.raw, lengths, rows[one]):
                found[one] = told
        return found


def told_of(text: str, sentences: Sequence[str], lengths: Sequence[int], rows: Any) -> Told | None:
    """Return the vectors of the sentences of a chunk's text, as they are read; None where there are none.

    ``lengths`` are those of the chunk's passages; ``rows`` say where in them a sentence with a vector stands. The two
    ways to cut sentences differ at line ends: one that is read gets the vector of the one that it shares most with.
    """
    if not len(rows):
        return None
    begins = np.concatenate(([0], np.cumsum(np.array(lengths) + len(SEPARATE))))
    # A chunk with the same text may be of fewer passages than the one that its sentences were read with.
    passages = begins[np.minimum(rows["passage"], len(lengths) - 1)]
    starts, ends = passages + rows["start"], passages + rows["end"]
    chosen, at = [], 0
    for sentence in sentences:
        start = text.find(sentence, at)
        at = start + len(sentence)
        chosen.append(int(np.argmax(np.minimum(ends, at) - np.maximum(starts, start))))
    # A text without words counts as one sentence.
    chosen = chosen or [0]
    return Told(rows["numbers"][chosen], rows["scale"][chosen])


def nearness(question: Vector, told: Sequence[Told], covered: Sequence[Sequence[float]]) -> Scores:
    """Return a score for each candidate, from the vectors of its sentences and the share of the question each covers."""
    numbers = np.concatenate([one.numbers for one in told]).astype(np.float32)
    cosines = (numbers @ question) * np.concatenate([one.scales for one in told])
    shares = np.concatenate([np.asarray(one) for one in covered])
    near = standardised(cosines.astype(np.float64)) + WORDS_WORTH * standardised(shares)
    best: Scores = np.maximum.reduceat(near, np.cumsum([0, *(len(one.numbers) for one in told[:-1])]))
    return best
