"""What form the answer to a question has, and which sentences hold that form: a day, an amount, a name. Pure."""

import re
from enum import StrEnum
from functools import lru_cache

from index import swedish
from ingest.swedish_dates import ANY_MONTH, ANY_YEAR, ISO_DATE, MONTHS


class AnswerType(StrEnum):
    """Say what form the answer to a question must have."""

    DATE = "date"
    OFTEN = "often"
    DURATION = "duration"
    MONEY = "money"
    SHARE = "share"
    NUMBER = "number"
    PERSON = "person"
    REASON = "reason"
    OTHER = "other"


# A year or month alone tells less of when than a day does, and any figure less than that.
PART_OF_DATE = 0.6
SOME_FIGURE = 0.2
# A figure without the unit that was asked for.
BARE_FIGURE = 0.4
UNCOUNTED = 0.85
# An office may be the answer to "vem" as well as a name.
OFFICE = 0.5

# Behind another word that asks, "när" only says in which case: "Vad gäller när avtalet löper ut?"
_WHEN = r"(?:^(?:(?!\b(?:vad|vem|vems|vilk\w+|hur|var|vart|varför)\b).)*|\boch )\bnär\b"
_SUMS = r"(?:kostnad|avgift|belopp|budget|hyra|summa|bidrag|anslag|taxa|ersättning|lön|arvode)"
_ASKS = (
    (AnswerType.DATE, re.compile(rf"{_WHEN}|\bvilke[tn] (?:år|årtal|datum|dag|tid|månad|vecka)\b")),
    (AnswerType.OFTEN, re.compile(r"\bhur ofta\b")),
    (AnswerType.DURATION, re.compile(r"\bhur (?:länge|lång(?:t)? tid|gammal|långt i förväg)\b")),
    (AnswerType.MONEY, re.compile(r"\bkosta\w*|\bhur mycket pengar\b")),
    # "vilken avgift", "vilken ny taxa", "vilken årshyra"
    (AnswerType.MONEY, re.compile(rf"\bvilke[nt] (?:\w+ )?\w*{_SUMS}(?:e[nt]|[nt])?\b")),
    (AnswerType.MONEY, re.compile(rf"\bhur (?:hög|stor)\w*\b.{{0,20}}{_SUMS}")),
    (AnswerType.SHARE, re.compile(r"\bhur (?:många procent|stor andel)\b|\bvilken andel\b")),
    (AnswerType.NUMBER, re.compile(r"\bhur (?:många|mycket|stor[at]?|lång[at]?|långt|hög[at]?|högt|bre[dt]\w*)\b")),
    (AnswerType.NUMBER, re.compile(r"\bvilke[nt] (?:antal|storlek|längd|höjd)\b")),
    (AnswerType.PERSON, re.compile(r"\b(?:vem|vems|vilka personer)\b")),
    (AnswerType.REASON, re.compile(r"\b(?:varför|(?:av|vilken) (?:vilken )?(?:orsak|anledning)|vilka? skäl)\b")),
)
_NUMBER_WORDS = frozenset(
    swedish.words("två tre fyra fem sex sju åtta nio tio elva tolv tjugo trettio hundra tusen miljon miljoner hälften")
)
_MONTH_NAMES = frozenset(MONTHS)
_DIGIT = re.compile(r"\d")
_DAY = re.compile(rf"\b{ISO_DATE.pattern}\b|\b\d{{1,2}} (?:{ANY_MONTH})\b", re.IGNORECASE)
_PART_OF_DATE = re.compile(rf"\b{ANY_YEAR}\b|\b(?:{ANY_MONTH})\b|\b\d{{1,2}}/\d{{1,2}}\b", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöé]+(?:[- ][A-ZÅÄÖÉ][a-zåäöé]+)+")
_REASON = frozenset(["eftersom", "därför", "beror", "grund", "då", "syfte", "syftar", "skäl", "anledning", "orsak"])
_MONEY = re.compile(r"\b(?:kronor|kr|[tm]n?kr|mdkr|[km]?sek|miljon(?:er)?|miljard(?:er)?|euro|öre)\b|:-", re.IGNORECASE)
_SHARE = re.compile(r"%|\bprocent", re.IGNORECASE)
_COUNTED = re.compile(r"\d\s*(?:%|:-|[^\W\d_]{2,})")
_OFTEN = re.compile(
    r"\bvar(?:je|annan|annat|t?) (?:\w+ )?(?:år|månad|vecka|dag|kvartal|termin|timme|möte)\w*|\bvar\w{2,5}(?:e|te|de) "
    r"(?:år|månad|vecka|dag)\b|\bper (?:år|månad|vecka|dag|termin|kvartal)\b|\b(?:år|månad|vecko?|dag|kvartal|halvår)s?"
    r"(?:lig|vis)\w*|\blöpande\b|\bregelbundet\b|\bgång(?:er)?\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\b(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio)[ -]?"
    r"(?:års?|årig\w*|månad(?:er)?s?|veck(?:a|or)s?|dagars?|dag|dygn|timm(?:ar|e)s?|minuter|terminer|termin)\b"
    r"|\btill och med\b|\btills vidare\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:chef|ordförande|direktör|sekreterare|handläggare|ledare|rektor|ombud|nämnd|styrelse|utskott|kontor"
    r"|förvaltning)(?:s|en|ens|n|ns|et|ets)?\b",
    re.IGNORECASE,
)

_UNITS = {AnswerType.MONEY: _MONEY, AnswerType.SHARE: _SHARE}


def answer_type(question: str) -> AnswerType:
    """Return the form of answer that a question asks for."""
    plain = question.lower()
    return next((kind for kind, pattern in _ASKS if pattern.search(plain)), AnswerType.OTHER)


@lru_cache(maxsize=100_000)
def holds(kind: AnswerType, sentence: str, words: tuple[str, ...]) -> float:
    """Return how far (0-1) a sentence, given as written and as words, holds a form of answer."""
    if kind is AnswerType.OTHER:
        return 0.0
    if kind is AnswerType.OFTEN:
        return float(bool(_OFTEN.search(sentence)))
    if kind is AnswerType.PERSON:
        return 1.0 if _NAME.search(sentence) else OFFICE * bool(_OFFICE.search(sentence))
    if kind is AnswerType.REASON:
        return float(not _REASON.isdisjoint(words))
    # Most sentences hold no figure, and those need no closer look.
    figures = _DIGIT.search(sentence) is not None
    if kind is AnswerType.DATE:
        return _date(sentence, words) if figures else PART_OF_DATE * (not _MONTH_NAMES.isdisjoint(words))
    if kind is AnswerType.DURATION and _DURATION.search(sentence):
        return 1.0
    figure = (figures and _counts(words)) or not _NUMBER_WORDS.isdisjoint(words)
    if kind is AnswerType.NUMBER:
        return 1.0 if figures and _COUNTED.search(sentence) else UNCOUNTED * figure
    unit = _UNITS.get(kind)
    return 1.0 if figure and unit and unit.search(sentence) else BARE_FIGURE * figure


def _date(sentence: str, words: tuple[str, ...]) -> float:
    if _DAY.search(sentence):
        return 1.0
    return PART_OF_DATE if _PART_OF_DATE.search(sentence) else SOME_FIGURE * _counts(words)


def _counts(words: tuple[str, ...]) -> bool:
    """Say whether some word begins with a figure."""
    return any(word[0].isdigit() for word in words)
