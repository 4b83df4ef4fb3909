"""How much of a question a text covers: pure, on words.

A question word is covered by the same stem, or in part by a word that shares its letters: another inflection, a
compound that holds it, a misspelling. Rare words weigh more than common ones, so that coverage 1 means that everything
that is special about the question stands there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index import families, swedish
from index.answer_forms import AnswerType, answer_type, holds

# A shared-letter match below this share is chance ("kommun" in "kommentar").
LEAST_SHARED = 0.34
# A match by letters is never as good as a match by stem.
SHARED_WORTH = 0.9
# "ansöka" for "ansökan", "avslog" for "avslag".
FAMILY_WORTH = 0.9
# Grammar words tell sentences apart a little ("till" or "från"), never decide.
STOP_WORD_WORTH = 0.3
# A word of the context line helps a sentence nearly as much as one of its own.
AROUND_WORTH = 0.9
# What a sentence gains that holds the form of answer asked for.
TYPED_WORTH = 0.3
# Up to here a sentence is short; every so many words more halve the worth of what it covers, ever more slowly.
SHORT_SENTENCE = 8
LONG_SENTENCE = 12
# A word that every candidate holds tells them apart no more, but is still part of the question.
COMMON_WORTH = 0.15
# From here a word counts as found.
FOUND = 0.7
MOST_WORDS = 64
# Letters at the beginning that words of one stem or family have in common.
ALIKE = 2

Sentences = Sequence[Sequence[str]]
Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Hold shares 0-1 of a question that a text covers, and whether it holds the form of answer asked for."""

    sentence: float
    whole: float
    found: float
    typed: float
    # The best sentence where long ones count less, and where words that most candidates share count less.
    brief: float = 0.0
    special: float = 0.0
    # Share of each question word that is covered, in the order of ``QuestionWords.words``.
    words: tuple[float, ...] = ()
    # Share of the question that each sentence covers.
    sentences: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a text as it is read: the words of its sentences and of its context line, and the sentences as written."""

    sentences: tuple[tuple[str, ...], ...]
    context: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()


NOTHING = Coverage(0.0, 0.0, 0.0, 0.0)


class QuestionWords:
    """Measure texts against one question."""

    def __init__(self, question: str, rarity: Callable[[str], float]) -> None:
        self.words = tuple(dict.fromkeys(swedish.words(question)))[:MOST_WORDS]
        self.type = answer_type(question)
        worth = [rarity(word) * (STOP_WORD_WORTH if word in swedish.STOP_WORDS else 1.0) for word in self.words]
        total = sum(worth)
        self.weights: NDArray[np.float64] = np.array(worth) / total if total else np.zeros(len(self.words))
        self._stems = [swedish.stem(word) for word in self.words]
        self._sizes = [len(swedish.grams(word)) for word in self.words]
        self._holders: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            for gram in swedish.grams(word):
                self._holders.setdefault(gram, []).append(place)
        self._grams = frozenset(self._holders)
        # Words that were compared, and which question words those of them cover that cover any.
        self._compared: set[str] = set()
        self._matches: dict[str, tuple[tuple[int, float], ...]] = {}

    def coverage(self, sentences: Sentences, context: Iterable[str] = (), raw: Sequence[str] = ()) -> Coverage:
        """Return how much of the question one text covers, read in the light of its context line."""
        return self.coverages([Reading(tuple(map(tuple, sentences)), tuple(context), tuple(raw))])[0]

    def coverages(self, texts: Sequence["Reading"]) -> list[Coverage]:
        """Return how much of the question each of several candidates covers, each in the light of its context line."""
        if not self.words or not texts:
            return [NOTHING] * len(texts)
        self._read(texts)
        rows = np.array([self._shares(sentence) for text in texts for sentence in text.sentences or ((),)])
        sizes = [max(1, len(text.sentences)) for text in texts]
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        around = np.array([self._shares(text.context) for text in texts])
        beside = np.repeat(around, sizes, axis=0)
        typed = np.zeros(len(rows))
        if self.type is not AnswerType.OTHER:
            typed[:] = [part for text in texts for part in self._typed(text)]
        lengths = np.array([len(sentence) for text in texts for sentence in text.sentences or ((),)])
        # What the title says anyway is no merit of a sentence that repeats it, as lists of papers do.
        lit = np.maximum(rows, AROUND_WORTH * beside)
        shares = lit @ self.weights
        brief = shares / (1 + np.log1p(np.maximum(lengths - SHORT_SENTENCE, 0) / LONG_SENTENCE))
        own = np.maximum.reduceat(rows, starts)
        whole = np.maximum(own, around)
        special = self.weights * (COMMON_WORTH + 1 - (own >= FOUND).mean(axis=0))

        def best(values: NDArray[np.float64]) -> NDArray[np.float64]:
            return np.maximum.reduceat(values, starts)

        columns = (
            best(shares + TYPED_WORTH * typed),
            whole @ self.weights,
            (whole >= FOUND) @ self.weights,
            best(typed),
            best(brief),
            best(lit @ (special / max(float(special.sum()), 1e-9))),
        )
        names = ("sentence", "whole", "found", "typed", "brief", "special")
        read = [dict(zip(names, map(float, column), strict=True)) for column in zip(*columns, strict=True)]
        by_sentence = np.split(shares, starts[1:])
        return [
            Coverage(**one, words=tuple(map(float, row)), sentences=tuple(map(float, part)))
            for one, row, part in zip(read, whole, by_sentence, strict=True)
        ]

    def _typed(self, text: "Reading") -> list[float]:
        """Return how far each sentence of a text holds the form of answer asked for."""
        if not text.raw:
            return [0.0] * max(1, len(text.sentences))
        return [holds(self.type, raw, words) for raw, words in zip(text.raw, text.sentences, strict=True)]

    def _read(self, texts: Sequence["Reading"]) -> None:
        """Compare every word of the texts that was not met before with the words of the question."""
        # Most words of a text share nothing with the question: sets pass over them much sooner than a loop of calls.
        met = set[str]().union(*(text.context for text in texts), *(part for text in texts for part in text.sentences))
        apart, grams = self._grams.isdisjoint, swedish.grams
        for word in [word for word in met - self._compared if not apart(grams(word))]:
            if found := self._compare(word):
                self._matches[word] = found
        self._compared |= met

    def _shares(self, sentence: Iterable[str]) -> list[float]:
        """Return for each question word how much of it a sentence covers."""
        shares = [0.0] * len(self.words)
        matches = self._matches
        for word in matches.keys() & sentence:
            for place, share in matches[word]:
                if share > shares[place]:
                    shares[place] = share
        return shares

    def _compare(self, word: str) -> tuple[tuple[int, float], ...]:
        shared: dict[int, int] = {}
        for gram in self._grams.intersection(swedish.grams(word)):
            for place in self._holders[gram]:
                shared[place] = shared.get(place, 0) + 1
        shares = [(place, self._share(place, word, count)) for place, count in shared.items()]
        return tuple([one for one in shares if one[1]])

    def _share(self, place: int, word: str, count: int) -> float:
        """Return how much of a question word another covers that shares so many of its letter groups."""
        asked = self.words[place]
        # Stems and families keep how a word begins, and a stem is where its word begins: most pairs need no stemming.
        alike = asked[:ALIKE] == word[:ALIKE]
        stem = self._stems[place]
        if alike and word.startswith(stem) and stem == swedish.stem(word):
            return 1.0
        if asked in swedish.STOP_WORDS:
            return 0.0
        share = min(1.0, count / self._sizes[place])
        share = share * SHARED_WORTH if share >= LEAST_SHARED else 0.0
        return FAMILY_WORTH if share < FAMILY_WORTH and alike and families.related(asked, word) else share
