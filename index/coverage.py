"""How much of a question a text covers: pure, on words.

A question word is covered by the same stem, or in part by a word that shares its letters: another inflection, a
compound that holds it, a misspelling. Rare words weigh more than common ones, so that coverage 1 means that everything
that is special about the question stands there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index import families, swedish
from index.answer_forms import AnswerType, answer_type, holds
from index.vocabulary import VOCABULARY, Numbers

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
# A word of the vocabulary that was not compared with the question yet.
UNREAD = -1

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
    # The numbers of the words of all sentences, of the context's, and how long each sentence is.
    numbers: Numbers = field(init=False, compare=False)
    around: Numbers = field(init=False, compare=False)
    lengths: NDArray[np.intp] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        numbered = VOCABULARY.numbers
        object.__setattr__(self, "numbers", numbered([word for sentence in self.sentences for word in sentence]))
        object.__setattr__(self, "around", numbered(self.context))
        # A text without words counts as one sentence.
        object.__setattr__(self, "lengths", np.array([len(sentence) for sentence in self.sentences or ((),)]))


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
        self._sizes = np.array([len(swedish.grams(word)) for word in self.words])
        numbers = VOCABULARY.numbers(self.words)
        self._begins = VOCABULARY.begins(numbers)
        # How often each letter group stands in each word of the question; the last row is of groups in none of them.
        grams = [VOCABULARY.grams_of(word) for word in self.words]
        self._grams = np.zeros((max((int(one.max()) for one in grams), default=0) + 2, len(self.words)), np.int32)
        for place, one in enumerate(grams):
            np.add.at(self._grams[:, place], one, 1)
        self._asked: NDArray[np.bool_] = np.asarray(self._grams.any(axis=1))
        # The row of ``_worth`` of each word of the vocabulary: how much of each question word it covers, of most nothing.
        self._row: NDArray[np.int32] = np.full(0, UNREAD, np.int32)
        self._worth: Rows = np.zeros((1, len(self.words)))

    def coverages(self, texts: Sequence[Reading]) -> list[Coverage]:
        """Return how much of the question each of several candidates covers, each in the light of its context line."""
        if not self.words or not texts:
            return [NOTHING] * len(texts)
        self._read(texts)
        sizes = [len(text.lengths) for text in texts]
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        lengths = np.concatenate([text.lengths for text in texts])
        rows = self._shares([text.numbers for text in texts], lengths)
        around = self._shares([text.around for text in texts], np.array([len(text.around) for text in texts]))
        beside = np.repeat(around, sizes, axis=0)
        typed = np.zeros(len(rows))
        if self.type is not AnswerType.OTHER:
            typed[:] = [part for text in texts for part in self._typed(text)]
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

    def _typed(self, text: Reading) -> list[float]:
        """Return how far each sentence of a text holds the form of answer asked for."""
        if not text.raw:
            return [0.0] * max(1, len(text.sentences))
        return [holds(self.type, raw, words) for raw, words in zip(text.raw, text.sentences, strict=True)]

    def _read(self, texts: Sequence[Reading]) -> None:
        """Compare every word of the texts that was not met before with the words of the question."""
        met = np.unique(np.concatenate([part for text in texts for part in (text.numbers, text.around)]))
        if len(met) and met[-1] >= len(self._row):
            self._row = np.concatenate([self._row, np.full(len(VOCABULARY) - len(self._row), UNREAD, np.int32)])
        met = met[self._row[met] == UNREAD]
        self._row[met] = 0
        grams, whose = VOCABULARY.grams(met)
        grams = np.minimum(grams, len(self._grams) - 1)
        # Most words of a text share nothing with the question.
        shared = np.flatnonzero(self._asked[grams])
        if not len(shared):
            return
        firsts = _firsts(whose[shared])
        near = met[whose[shared][firsts]]
        counts = np.add.reduceat(self._grams[grams[shared]], firsts, axis=0)
        alike: NDArray[np.bool_] = np.equal(VOCABULARY.begins(near)[:, None], self._begins)
        # Stems and families keep how a word begins: most pairs need no closer look.
        closer = (counts > 0) & (alike | (counts / self._sizes >= LEAST_SHARED))
        worth = np.zeros((len(near), len(self.words)))
        for row, place in zip(*map(np.ndarray.tolist, np.nonzero(closer)), strict=True):
            word = VOCABULARY.words[near[row]]
            worth[row, place] = self._share(place, word, int(counts[row, place]), bool(alike[row, place]))
        covering = worth.any(axis=1)
        self._row[near[covering]] = len(self._worth) + np.arange(covering.sum())
        self._worth = np.concatenate([self._worth, worth[covering]])

    def _shares(self, parts: Sequence[Numbers], lengths: NDArray[np.intp]) -> Rows:
        """Return for each question word how much of it each stretch of words covers, stretches being so long."""
        rows = self._row[np.concatenate(parts)]
        covering = np.flatnonzero(rows)
        where = np.repeat(np.arange(len(lengths)), lengths)[covering]
        firsts = _firsts(where)
        shares = np.zeros((len(lengths), len(self.words)))
        if len(firsts):
            shares[where[firsts]] = np.maximum.reduceat(self._worth[rows[covering]], firsts, axis=0)
        return shares

    def _share(self, place: int, word: str, count: int, alike: bool) -> float:
        """Return how much of a question word another covers that shares so many of its letter groups."""
        asked = self.words[place]
        # A stem is where its word begins: most pairs need no stemming.
        stem = self._stems[place]
        if alike and word.startswith(stem) and stem == swedish.stem(word):
            return 1.0
        if asked in swedish.STOP_WORDS:
            return 0.0
        share = min(1.0, count / int(self._sizes[place]))
        share = share * SHARED_WORTH if share >= LEAST_SHARED else 0.0
        return FAMILY_WORTH if share < FAMILY_WORTH and alike and families.related(asked, word) else share


def _firsts(places: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return where each run of equal numbers begins."""
    return np.flatnonzero(np.diff(places, prepend=-1))
