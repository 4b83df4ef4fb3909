"""Measure how words and vectors grow: passages drawn from a collection's words, engines alone, at growing sizes."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from eval.progress import Advance
from eval.scale import peak_megabytes
from index.embedding import Vector
from index.lexical import WordIndex
from index.vectors import VectorIndex
from index.word_fields import WordEntry

VOCABULARY = 100_000
WORDS_PER_PASSAGE = 60
PASSAGES_PER_DOCUMENT = 20
BATCH = 5000
QUERIES = 50
QUERY_WORDS = 6
LIMIT = 100


@dataclass(frozen=True, slots=True)
class GrowthFigures:
    """Hold one size: seconds to add that many more, and times of one search in milliseconds (p50, p95)."""

    engine: str
    passages: int
    added_per_second: float
    p50: float
    p95: float
    megabytes_on_disk: float
    peak_megabytes: float


def grow_words(folder: Path, texts: Iterable[str], sizes: tuple[int, ...], advance: Advance) -> Iterator[GrowthFigures]:
    """Yield the figures of the word index after each size; passages and questions are drawn from the texts' words."""
    made = _Passages(texts)
    words = WordIndex.create(folder / "words")
    searches = [partial(words.search, made.question(number), LIMIT) for number in range(QUERIES)]
    yield from _grow(
        folder / "words", lambda batch: words.add(map(made.entry, batch)), words.commit, searches, sizes, advance
    )
    words.close()


def grow_vectors(folder: Path, dimension: int, sizes: tuple[int, ...], advance: Advance) -> Iterator[GrowthFigures]:
    """Yield the figures of the vector index after each size has been reached; the vectors are random."""
    made = np.random.default_rng(2)
    vectors = VectorIndex.create(folder / "vectors", dimension)

    def add(batch: range) -> None:
        vectors.add([f"{number:08d}" for number in batch], _random(made, len(batch), dimension))

    searches = [partial(vectors.query, row, LIMIT) for row in _random(made, QUERIES, dimension)]
    yield from _grow(folder / "vectors", add, lambda: None, searches, sizes, advance)
    vectors.persist()
    vectors.close()


def _grow(
    folder: Path,
    add: Callable[[range], None],
    commit: Callable[[], None],
    searches: Sequence[Callable[[], object]],
    sizes: tuple[int, ...],
    advance: Advance,
) -> Iterator[GrowthFigures]:
    """Add passages by their numbers up to each size, and time the searches there."""
    engine, count = folder.name, 0
    for size in sizes:
        began = time.perf_counter()
        before = count
        while count < size:
            upto = min(size, count + BATCH)
            add(range(count, upto))
            count = upto
            advance(f"{engine} {size}", count, size)
        commit()
        rate = (count - before) / (time.perf_counter() - began)
        yield _figures(engine, size, rate, [_timed(search) for search in searches], folder)


class _Passages:
    """Draw passages of words as often as texts hold them, the same for the same number."""

    def __init__(self, texts: Iterable[str]) -> None:
        # Letter groups of made-up words are shared by far more passages than those of a language.
        counts = Counter(word for text in texts for word in text.split()).most_common(VOCABULARY)
        self._words = [word for word, _ in counts]
        self._cumulated = np.cumsum([count for _, count in counts]) / sum(count for _, count in counts)

    def entry(self, number: int) -> WordEntry:
        """Return one passage of a document of several."""
        text = self._text(number, WORDS_PER_PASSAGE)
        document = number // PASSAGES_PER_DOCUMENT
        return WordEntry(f"{document:08d}-{number % PASSAGES_PER_DOCUMENT}", f"{document:08d}", text)

    def question(self, number: int) -> str:
        """Return the words of a question."""
        return self._text(10_000_000 + number, QUERY_WORDS)

    def _text(self, number: int, words: int) -> str:
        drawn = np.random.default_rng(number).random(words)
        return " ".join(self._words[i] for i in np.searchsorted(self._cumulated, drawn).clip(max=len(self._words) - 1))


def _random(generator: np.random.Generator, count: int, dimension: int) -> Vector:
    rows = generator.standard_normal((count, dimension)).astype(np.float32)
    vectors: Vector = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return vectors


def _timed(search: Callable[[], object]) -> float:
    began = time.perf_counter()
    search()
    return 1000 * (time.perf_counter() - began)


def _figures(engine: str, size: int, rate: float, times: list[float], folder: Path) -> GrowthFigures:
    p50, p95 = np.percentile(times, [50, 95])
    disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
    return GrowthFigures(
        engine, size, round(rate, 0), round(float(p50), 1), round(float(p95), 1), round(disk, 0), peak_megabytes()
    )
