"""How much of a question a text covers: pure, on words.

A question word is covered by the same stem, or in part by a word that shares its letters: another inflection, a
compound that holds it, a misspelling. Rare words weigh more than common ones, so that coverage 1 means that everything
that is special about the question stands there.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from index import swedish

# A shared-letter match below this share is chance ("kommun" in "kommentar").
LEAST_SHARED = 0.34
# A match by letters is never as good as a match by stem.
SHARED_WORTH = 0.9
# Grammar words tell sentences apart a little ("till" or "från"), never decide.
STOP_WORD_WORTH = 0.3
# A word of the context line helps a sentence nearly as much as one of its own.
AROUND_WORTH = 0.9
# What a sentence gains that holds the form of answer asked for.
TYPED_WORTH = 0.3
# A year or month alone tells less of when than a day does, and any figure less than that.
PART_OF_DATE = 0.6
SOME_FIGURE = 0.2
# From here a word counts as found.
FOUND = 0.7
MOST_WORDS = 64

Sentences = Sequence[Sequence[str]]


class AnswerType(StrEnum):
    """Say what form the answer to a question must have."""

    DATE = "date"
    NUMBER = "number"
    PERSON = "person"
    REASON = "reason"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Hold shares 0-1 of a question that a text covers, and whether it holds the form of answer asked for."""

    sentence: float
    window: float
    whole: float
    found: float
    typed: float
    # Share of each question word that is covered, in the order of ``QuestionWords.words``.
    words: tuple[float, ...] = ()


Forms = Mapping[AnswerType, float]

NOTHING = Coverage(0.0, 0.0, 0.0, 0.0, 0.0)

_ASKS = (
    (AnswerType.DATE, re.compile(r"\b(när|vilke[tn] (?:år|datum|dag|tid|månad)|hur länge|hur lång tid)\b")),
    (AnswerType.NUMBER, re.compile(r"\b(hur (?:många|mycket|stor[at]?|ofta|lång|hög[at]?|gammal)|kosta\w*)\b")),
    (AnswerType.NUMBER, re.compile(r"\bvilke[nt] (?:belopp|summa|andel|avgift|kostnad)\b")),
    (AnswerType.PERSON, re.compile(r"\b(vem|vems|vilka personer)\b")),
    (AnswerType.REASON, re.compile(r"\b(varför|(?:av|vilken) (?:vilken )?(?:orsak|anledning)|vilka? skäl)\b")),
)  # fmt: skip
_NUMBER_WORDS = frozenset(
    swedish.words("två tre fyra fem sex sju åtta nio tio elva tolv tjugo trettio hundra tusen miljon miljoner hälften")
)
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_DAY = re.compile(rf"\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{{1,2}} (?:{_MONTHS})\b", re.IGNORECASE)
_PART_OF_DATE = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{_MONTHS})\b|\b\d{{1,2}}/\d{{1,2}}\b", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöé]+(?:[- ][A-ZÅÄÖÉ][a-zåäöé]+)+")
_REASON = frozenset(["eftersom", "därför", "beror", "grund", "då", "syfte", "syftar", "skäl", "anledning", "orsak"])


def answer_type(question: str) -> AnswerType:
    """Return the form of answer that a question asks for."""
    plain = question.lower()
    return next((kind for kind, pattern in _ASKS if pattern.search(plain)), AnswerType.OTHER)


def forms(sentence: str) -> Forms:
    """Return how far (0-1) a sentence holds each form of answer."""
    found = swedish.words(sentence)
    figure = any(word[0].isdigit() for word in found)
    rough = PART_OF_DATE if _PART_OF_DATE.search(sentence) else SOME_FIGURE * figure
    return {
        AnswerType.DATE: 1.0 if _DAY.search(sentence) else rough,
        AnswerType.NUMBER: float(figure or not _NUMBER_WORDS.isdisjoint(found)),
        AnswerType.PERSON: float(bool(_NAME.search(sentence))),
        AnswerType.REASON: float(not _REASON.isdisjoint(found)),
    }


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
        self._matches: dict[str, tuple[tuple[int, float], ...]] = {}

    def coverage(
        self, sentences: Sentences, context: Iterable[str] = (), held: Sequence[Forms] | None = None
    ) -> Coverage:
        """Return how much of the question the sentences cover, read in the light of their context line.

        ``held`` says which forms of answer each sentence holds, as ``forms`` finds them.
        """
        if not self.words or not sentences:
            return NOTHING
        rows = np.array([self._shares(sentence) for sentence in sentences])
        typed = np.array([one.get(self.type, 0.0) for one in held] if held else [0.0] * len(sentences))
        around = np.array(self._shares(context))
        # What the title says anyway is no merit of a sentence that repeats it, as lists of papers do.
        shares = np.maximum(rows, AROUND_WORTH * around) @ self.weights + TYPED_WORTH * typed
        wide = np.maximum(rows, around)
        wide[:-1] = np.maximum(wide[:-1], rows[1:])
        wide[1:] = np.maximum(wide[1:], rows[:-1])
        whole = np.maximum(rows.max(axis=0), around)
        return Coverage(
            sentence=float(shares.max()),
            window=float((wide @ self.weights).max()),
            whole=float(whole @ self.weights),
            found=float((whole >= FOUND) @ self.weights),
            typed=float(typed.max()),
            words=tuple(float(share) for share in whole),
        )

    def _shares(self, sentence: Iterable[str]) -> list[float]:
        """Return for each question word how much of it a sentence covers."""
        # Runs for every word of every candidate: plain lists and one dictionary, no calls for known words.
        shares = [0.0] * len(self.words)
        matches = self._matches
        for word in sentence:
            found = matches.get(word)
            if found is None:
                found = matches[word] = self._compare(word)
            for place, share in found:
                if share > shares[place]:
                    shares[place] = share
        return shares

    def _compare(self, word: str) -> tuple[tuple[int, float], ...]:
        shared: dict[int, int] = {}
        for gram in swedish.grams(word):
            for place in self._holders.get(gram, ()):
                shared[place] = shared.get(place, 0) + 1
        if not shared:
            return ()
        stem = swedish.stem(word)
        found = []
        for place, count in shared.items():
            if self._stems[place] == stem:
                found.append((place, 1.0))
            elif self.words[place] not in swedish.STOP_WORDS:
                share = min(1.0, count / self._sizes[place])
                if share >= LEAST_SHARED:
                    found.append((place, share * SHARED_WORTH))
        return tuple(found)
