"""What a search holds while it ranks: texts as words, the order found so far, and the time each stage took."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index import diversity, swedish
from index.chunks import Chunk
from index.coverage import Coverage, QuestionWords, Reading
from ingest.documents import DocumentMetadata


@dataclass(frozen=True, slots=True)
class Text:
    """Hold a chunk as words, and what tells it from near-duplicates."""

    reading: Reading
    fingerprint: diversity.Print
    # How many words it has, as they are written.
    length: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Hold the chunks that were read, best first, and what was found in each."""

    ids: list[str]
    scores: list[float]
    parts: list[tuple[tuple[str, float], ...]]
    coverages: list[Coverage]
    texts: list[Text]
    chunks: dict[str, Chunk]
    documents: dict[str, DocumentMetadata]
    question: QuestionWords

    def reordered(self, order: Sequence[int]) -> "Ranking":
        """Return the same chunks in another order; the scores stay falling."""
        return replace(
            self,
            ids=[self.ids[place] for place in order] + self.ids[len(order) :],
            parts=[self.parts[place] for place in order] + self.parts[len(order) :],
            coverages=[self.coverages[place] for place in order],
            texts=[self.texts[place] for place in order],
        )


class Watch:
    """Measure the stages of one search in milliseconds."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        """Note the time since the last lap under a name."""
        now = time.perf_counter()
        self.laps[name] = (now - self._last) * 1000
        self._last = now


def as_words(text: str, context: str) -> Text:
    """Return a chunk's text and context line as words."""
    read = [(tuple(swedish.words(sentence)), sentence) for sentence in swedish.sentences(text)]
    read = [(words, sentence) for words, sentence in read if words]
    return Text(
        Reading(
            tuple(words for words, _ in read), tuple(swedish.words(context)), tuple(sentence for _, sentence in read)
        ),
        diversity.fingerprint([word for words, _ in read for word in words]),
        len(text.split()),
    )


def best_of_document(documents: Sequence[str], scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each chunk the best score of any chunk of its document: an answer need not repeat the title."""
    best: dict[str, float] = {}
    for document, score in zip(documents, scores, strict=True):
        best[document] = max(best.get(document, -math.inf), float(score))
    return np.array([best[document] for document in documents])
