"""Number words and the letter groups in them, so that a question is compared with thousands of words at once."""

import threading
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index import swedish

Numbers = NDArray[np.int32]

# Letters at the beginning that words of one stem or family have in common.
ALIKE = 2
FIRST_ROOM = 10_000


class Vocabulary:
    """Give each word met a number, for as long as the process runs; safe to share between threads."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._grams: dict[str, int] = {}
        self._beginnings: dict[str, int] = {}
        # The groups of all words one after another, and where those of each word end; only ever added to.
        self._flat = _Growing()
        self._ends = _Growing()
        self._begins = _Growing()
        self._lock = threading.Lock()

    def numbers(self, words: Sequence[str]) -> Numbers:
        """Return the number of each word."""
        known = self._numbers
        try:
            return np.array([known[word] for word in words], np.int32)
        except KeyError:
            with self._lock:
                self._add(words)
            return np.array([known[word] for word in words], np.int32)

    def grams_of(self, word: str) -> Numbers:
        """Return the number of every letter group of a word, in order."""
        self.numbers([word])
        return np.array([self._grams[gram] for gram in swedish.grams(word)], np.int32)

    def begins(self, numbers: Numbers) -> Numbers:
        """Return for each word a number that those share which begin alike."""
        return self._begins.values[numbers]

    def grams(self, numbers: Numbers) -> tuple[Numbers, NDArray[np.intp]]:
        """Return the numbers of the letter groups of some words, each once a word, and for each the place of its word."""
        ends = self._ends.values
        before = np.where(numbers > 0, ends[numbers - 1], 0)
        sizes = ends[numbers] - before
        whose = np.repeat(np.arange(len(numbers)), sizes)
        within = np.arange(len(whose)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return self._flat.values[before[whose] + within], whose

    def __len__(self) -> int:
        return len(self.words)

    def _add(self, words: Iterable[str]) -> None:
        new = [word for word in dict.fromkeys(words) if word not in self._numbers]
        flat: list[int] = []
        ends: list[int] = []
        for word in new:
            flat += [self._grams.setdefault(gram, len(self._grams)) for gram in dict.fromkeys(swedish.grams(word))]
            ends.append(self._flat.size + len(flat))
        self._flat.extend(flat)
        self._ends.extend(ends)
        self._begins.extend([self._beginnings.setdefault(word[:ALIKE], len(self._beginnings)) for word in new])
        first = len(self.words)
        self.words += new
        # Last: whoever finds the number finds all that belongs to it.
        self._numbers.update(zip(new, range(first, first + len(new)), strict=True))


class _Growing:
    """Hold numbers that are added to; those who read meanwhile keep what they have."""

    def __init__(self) -> None:
        self.values: Numbers = np.zeros(FIRST_ROOM, np.int32)
        self.size = 0

    def extend(self, values: Sequence[int]) -> None:
        upto = self.size + len(values)
        if upto > len(self.values):
            grown = np.zeros(2 * upto, np.int32)
            grown[: self.size] = self.values[: self.size]
            self.values = grown
        self.values[self.size : upto] = values
        self.size = upto


VOCABULARY = Vocabulary()
