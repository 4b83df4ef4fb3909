"""Tell whether a limit, a range or a part of the year that a text sets reaches what a question names; pure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.days import MONTH_NAMES, MONTHS
from assistant.values import Value, ValueKind, values
from index.swedish import STOP_WORDS, stem, words
from ingest.swedish_dates import is_year

# A limit, and where it lies just below (-1) or just above (1) the number itself.
End = tuple[float, int]
LOWEST, HIGHEST = (float("-inf"), 0), (float("inf"), 0)
_BEYOND = re.compile(
    r"(?:\b(?:mer|längre|högre|större|fler|flera|äldre|tyngre)\s+(?:\w+\s+){0,2}än|(?<!inte )\böver|(?<!inte )\böverstig\w+)\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:minst|lägst|från(?: och med)?|fr\.?\s?o\.?\s?m\.?)\s*$", re.IGNORECASE)
_SHORT_OF = re.compile(
    r"(?:\b(?:mindre|kortare|lägre|färre|yngre|lättare)\s+(?:\w+\s+){0,2}än|\bunder|\bunderstig\w+)\s*$", re.IGNORECASE
)
_UP_TO = re.compile(
    r"\b(?:upp till|högst|längst|max(?:imalt|\.)?|(?:inte|ej) över\w*|till och med)(?:\s+(?:och med|ett belopp (?:av|om|på)|ett värde (?:av|om|på)))?\s*$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(
    r"\s*[^\W\d_]{0,12}[²³]?\s+(?:och|eller)\s+(?:mer|mera|fler|längre|större|äldre|tyngre|däröver|högre|uppåt|över)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*[^\W\d_]{0,12}\s?(?:[-–]|till(?: och med)?)\s*|\s+och\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bmellan\s*$", re.IGNORECASE)
_ARTICLES = frozenset({"en", "ett"})
# Words before a number among which its limit is looked for.
_BEFORE = 40
_UNIT = re.compile(r"\s?([^\W\d_]+[²³2]?)")
# How old somebody is, is no length of time.
_AGE = re.compile(r"\b(?:gammal|gamla|fyll\w+|åld\w+|född\w*|årig\w*|äldre|yngre)\b", re.IGNORECASE)
# An amount that needs no unit to be known as one: "30 000"; what goes by the number 81515 is none.
_AMOUNT = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+")
_FIGURES = re.compile(r"[\d \u00a0\u202f.,]*\d")
_MONEY = re.compile(r"kr|kronor|miljon|miljard|sek", re.IGNORECASE)
_SIZES: dict[str, dict[str, float]] = {
    "time": {
        "minut minuter": 1 / 1440, "timme timmar timmars": 1 / 24, "dag dagar dagars dygn": 1, "vecka veckor veckors": 7,
        "månad månader månaders": 365 / 12, "kvartal": 365 / 4, "år års": 365,
    },
    "length": {"mm": 0.001, "cm centimeter": 0.01, "dm": 0.1, "m meter meters": 1, "km kilometer": 1000, "mil": 10_000},
    "area": {"m2 m² kvm kvadratmeter": 1, "ha hektar": 10_000},
    "weight": {"g gram": 0.001, "kg kilo kilogram": 1, "ton": 1000},
    "money": {"kr kronor sek": 1},
}  # fmt: skip
# What each unit measures, and how much it is of the smallest that is told.
_UNITS = {
    spelling: (kind, size)
    for kind, sizes in _SIZES.items()
    for spellings, size in sizes.items()
    for spelling in spellings.split()
}
_KINDS = frozenset(_SIZES)
_SEASON = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{MONTH_NAMES})\.?\s?(?:[-–]|till(?: och med)?(?: den)?)\s?(?:(?P<last>\d{{1,2}})\s+)?(?P<end>{MONTH_NAMES})\b(?!\.?\s(?:19|20)\d\d)",
    re.IGNORECASE,
)
# The month in the middle of a season of the year.
_SEASONS = {"vinter": 1, "vår": 4, "sommar": 7, "höst": 10}
_OF_SEASON = re.compile(r"\b(?:(?:på|under|i)\s+)(vinter|vår|sommar|höst)(?:n|en|arna|ern)?s?\b", re.IGNORECASE)
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class Span:
    """Hold a size, or what lies between two: of what kind, and from where to where."""

    kind: str
    low: End
    high: End
    # The numbers that it is told by.
    numbers: frozenset[float]

    @property
    def size(self) -> bool:
        """Tell whether it is one size, and no limit or range."""
        return self.low == self.high

    def meets(self, other: "Span") -> bool:
        """Tell whether something lies within both."""
        return max(self.low, other.low) <= min(self.high, other.high)


def on_the_other_side(question: str, text: str) -> bool:
    """Tell whether a text sets the limit that a question names, but for what lies on the other side of it."""
    told = [span for span in _spans(text) if not span.size]
    for asked in (span for span in _spans(question) if not span.size):
        alike = [span for span in told if span.kind == asked.kind and span.numbers & asked.numbers]
        if alike and not any(map(asked.meets, alike)):
            return True
    return False


def names_place(question: str) -> bool:
    """Tell whether a question names a size or a time of the year, which lies within some limits and outside others."""
    return bool(asked_sizes(question) or asked_months(question))


def reaches(question: str, text: str) -> bool | None:
    """Tell whether what a text is for holds a size or a month that a question names; None where it sets no such limits."""
    asked, told = asked_sizes(question), [span for span in _spans(text) if not span.size]
    met = [one.meets(span) for one in asked for span in told if span.kind == one.kind]
    months, seasons = asked_months(question), seasons_of(text)
    met += [season_holds(month, season) for month in months for season in seasons]
    return any(met) if met else None


def bounded(text: str) -> bool:
    """Tell whether a text sets a limit or a range."""
    return any(not span.size for span in _spans(text))


def within_limits(value: Value, question: str, text: str) -> bool:
    """Tell whether a number of a question lies within limits that a text sets."""
    told = [span for span in _spans(text) if not span.size]
    asked = _span_at(question, value)
    return asked is not None and any(span.kind == asked.kind and asked.meets(span) for span in told)


def asked_sizes(question: str) -> list[Span]:
    """Return the sizes and limits that a question names; how old somebody is, is no length of time."""
    aged = _AGE.search(question) is not None
    sizes = [span for span in _spans(question) if span.kind in _KINDS]
    return [span for span in sizes if not (aged and span.kind == "time")]


@lru_cache(maxsize=10_000)
def _spans(text: str) -> tuple[Span, ...]:
    """Return the sizes, limits and ranges that a text tells."""
    numbers = [one for one in values(text) if one.kind is ValueKind.NUMBER and not is_year(one.text)]
    found: list[Span] = []
    first: Value | None = None
    for place, value in enumerate(numbers):
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        if following and _joins(text, value, following):
            first = first or value
            continue
        if span := _span_at(text, value, first):
            found.append(span)
        first = None
    return tuple(found)


def _joins(text: str, value: Value, following: Value) -> bool:
    """Tell whether two numbers are the ends of a range: "6–9 m", "mellan 2 och 5 år"."""
    between = text[value.end : following.start]
    if following.text.casefold() in _ARTICLES:
        # "60 000 till en festival".
        return False
    if not _TO.fullmatch(between):
        return False
    return "och" not in between.split() or _BETWEEN.search(text[: value.start]) is not None


def _span_at(text: str, value: Value, first: Value | None = None) -> Span | None:
    """Return what a number of a text tells, with the one that a range begins with."""
    unit = _UNIT.match(text, value.end)
    # "60 000 till en festival": what goes on is no unit.
    unit = None if unit and unit[1].casefold() in STOP_WORDS else unit
    known = _UNITS.get(unit[1].casefold()) if unit else None
    if known is None and _MONEY.search(value.text):
        known = ("money", 1.0)
    if known is None and unit is None and _AMOUNT.fullmatch(value.text):
        known = ("money", 1.0)
    if known is None and unit is None:
        return None
    kind, size = known or (stem(words(unit[1])[0]) if unit and words(unit[1]) else "", 1.0)
    amount = float(value.key) * size
    if first is not None:
        least = float(first.key) * size * _times(value)
        return Span(kind, (least, 0), (amount, 0), frozenset({least, amount}))
    before = text[max(0, value.start - _BEFORE) : value.start]
    for form, low, high in _limits(amount):
        if form(before):
            return Span(kind, low, high, frozenset({amount}))
    if _OR_MORE.match(text, value.end):
        return Span(kind, (amount, 0), HIGHEST, frozenset({amount}))
    return Span(kind, (amount, 0), (amount, 0), frozenset({amount}))


def _times(value: Value) -> float:
    """Return how many times its figures a number is: "500 tkr" is 500 000."""
    figures = _FIGURES.match(value.text)
    written = re.sub(r"[ .\u00a0\u202f]", "", figures[0]).replace(",", ".") if figures else ""
    return float(value.key) / float(written) if written and float(written) else 1.0


def _limits(amount: float) -> Iterator[tuple[Callable[[str], object], End, End]]:
    """Yield how words before a number limit it, and from where to where that is."""
    # "Inte över" says over, and means up to.
    yield _UP_TO.search, LOWEST, (amount, 0)
    yield _BEYOND.search, (amount, 1), HIGHEST
    yield _FROM.search, (amount, 0), HIGHEST
    yield _SHORT_OF.search, LOWEST, (amount, -1)


@lru_cache(maxsize=10_000)
def seasons_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return the parts of every year that a text names ("15 okt–30 april"), from and to as month and day in one number."""
    return tuple(
        (
            _day(match["month"], match["day"] or 1),
            _day(match["end"], match["last"] or _LAST_DAY),
        )
        for match in _SEASON.finditer(text)
    )


def _day(month: str, day: str | int) -> int:
    return MONTHS[month.casefold()] * 100 + int(day)


def asked_months(question: str) -> list[tuple[int, int]]:
    """Return the days, months and seasons that a question names, each from and to."""
    found = []
    for value in values(question):
        if value.kind is ValueKind.DATE:
            _, month, day = value.key.split("|")
            if month:
                found.append((int(month) * 100 + int(day or 1), int(month) * 100 + int(day or _LAST_DAY)))
    middle = (_SEASONS[match[1].casefold()] for match in _OF_SEASON.finditer(question))
    return [*found, *((month * 100 + 1, month * 100 + _LAST_DAY) for month in middle)]


def asked_seasons(question: str) -> list[str]:
    """Return the seasons of the year that a question names: "i vinter" asks of "vinter"."""
    return [match[1].casefold() for match in _OF_SEASON.finditer(question)]


def season_holds(asked: tuple[int, int], season: tuple[int, int]) -> bool:
    """Tell whether a part of a month lies in a part of the year, which may go on over New Year."""
    first, last = season
    return first <= asked[1] and asked[0] <= last if first <= last else asked[1] >= first or asked[0] <= last
