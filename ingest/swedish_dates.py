"""Swedish dates in every spelling, found in running text (pure)."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, start=1)
} | {"sept": 9}  # fmt: skip
ANY_MONTH = "|".join(MONTHS)
MONTH_NAME = rf"(?P<month_name>{ANY_MONTH})"
_SHORT_MONTH = rf"(?P<month_name>(?:jan|feb|mar|apr|maj|jun|jul|aug|sept?|okt|nov|dec)(?:\.|(?!\w))|{ANY_MONTH})"
# A year of what people ask about; what is read of papers begins a century before.
ANY_YEAR = r"(?:19|20)\d\d"
YEAR_OF_FIGURES = re.compile(rf"(?<!\d){ANY_YEAR}(?!\d)")
YEAR_WORD = re.compile(rf"\b{ANY_YEAR}\b")
ISO_DATE = re.compile(rf"{ANY_YEAR}-\d\d-\d\d")
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
# Spring from January: "vårterminen" and a municipality's "våren" both begin there; winter bridges a new year.
SEASONS = {"vår": (1, 6), "sommar": (6, 8), "höst": (8, 12), "vinter": (12, 2)}
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 4}


class Precision(StrEnum):
    """Say how exact a date is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Hold a date or stretch of days (both ends included) and where it stood."""

    first: dt.date
    last: dt.date
    precision: Precision
    start: int
    end: int
    year_given: bool = True


class _Shape(Enum):
    """Hold what a spelling of a date needs: a text is told not to have it many times faster than by the spelling itself."""

    SIGN = re.compile(r"\d[-/.\u2010-\u2013]\d")
    RUN = re.compile(r"\d{6}")
    MONTH = re.compile(r"\d(?::?[ea])?\.?\s+[jfmasond]")
    YEAR = re.compile(r"(?:18|19|20)\d\d")
    QUARTER = re.compile(r"[ql]\s?[1-4]")
    PART = re.compile(r"kvartalet|halvåret|tertialet")


_DIGIT = re.compile(r"\d")
# Spellings of days come before those of longer stretches.
_SPELLINGS: tuple[tuple[_Shape, re.Pattern[str]], ...] = (
    (
        _Shape.SIGN,
        re.compile(
            r"(?<![\d.:/-])(?P<year>(?:19|"
            r"20)\d\d)(?P<mark>[-/.\u2010-\u2013])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d])"
        ),
    ),
    (_Shape.RUN, re.compile(r"(?<![\w.,:/-])(?P<year>20[0-4]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w-])")),
    (
        _Shape.MONTH,
        re.compile(
            rf"(?<![\w.,/-])(?P<day>[0-3]?\d)(?::?e|:?a)?\.?\s+{_SHORT_MONTH}\.?,?(?:\s+{_YEAR})?(?![\w])",
            re.IGNORECASE,
        ),
    ),
    (_Shape.SIGN, re.compile(r"(?<![\d.:/-])(?P<short_year>[0-4]\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])")),
    (
        _Shape.RUN,
        re.compile(
            r"(?<![\w.,:/§-])(?<!\d\s)(?P<short_year>[0-4]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w:/-]|"
            r"[.,]\d|\s\d{3}(?!\d)|\s?(?:kr|tkr|%))"
        ),
    ),
    (
        _Shape.SIGN,
        re.compile(
            rf"(?<![\w./:,-])(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?:(?:\s|-|\s?-\s?|/){_YEAR}|"
            rf"[-/](?P<short_year>[0-4]\d))(?![\d/])"
        ),
    ),
    (
        _Shape.SIGN,
        re.compile(
            r"(?:(?<=den )|(?<=senast )|(?<=före )|(?<=från )|(?<=till )|(?<=dag )|(?<=datum )|(?<=datum: ))"
            r"(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?![\d/-])",
            re.IGNORECASE,
        ),
    ),
    (
        _Shape.SIGN,
        re.compile(r"(?<![\w./:,-])(?P<day>1[3-9]|2[0-9]|3[01])/(?P<month>[1-9]|1[0-2])(?![\d/-])(?!\s?(?:procent|%))"),
    ),
    (
        _Shape.SIGN,
        re.compile(
            r"(?<![\d.:/-])(?<![A-ZÅÄÖ][ -])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d-]|"
            r"\s?[A-ZÅÄÖ]{2,6}(?!\w))"
        ),
    ),
    (_Shape.YEAR, re.compile(rf"(?<!\w){MONTH_NAME}\s+(?:månad\s+)?{_YEAR}(?!\d)", re.IGNORECASE)),
    (
        _Shape.YEAR,
        re.compile(
            rf"(?<!\w)(?P<season>vår|sommar|höst|vinter)(?:n|en|terminen|e?n\s+år)?\s+{_YEAR}(?!\d)", re.IGNORECASE
        ),
    ),
    (_Shape.YEAR, re.compile(rf"(?<!\w)(?P<term>[vh])t(?:\s|-)?{_YEAR}(?!\d)", re.IGNORECASE)),
    (
        _Shape.QUARTER,
        re.compile(rf"(?<!\w)(?:Q|kvartal\s?)(?P<quarter>[1-4])(?:[\s,/-]+{_YEAR})?(?![\d])", re.IGNORECASE),
    ),
    (
        _Shape.PART,
        re.compile(
            rf"(?<!\w)(?P<ordinal>första|andra|tredje|fjärde|sista)\s+kvartalet(?:\s+(?:år\s+)?{_YEAR})?(?!\d)",
            re.IGNORECASE,
        ),
    ),
    (
        _Shape.PART,
        re.compile(rf"(?<!\w)(?P<half>första|andra)\s+halvåret(?:\s+(?:år\s+)?{_YEAR})?(?!\d)", re.IGNORECASE),
    ),
    (
        _Shape.PART,
        re.compile(rf"(?<!\w)(?P<third>första|andra|tredje)\s+tertialet(?:\s+(?:år\s+)?{_YEAR})?(?!\d)", re.IGNORECASE),
    ),
    (_Shape.YEAR, re.compile(rf"(?<!\w)(?:tertial|T)\s?(?P<third>[1-3])[\s,/-]+{_YEAR}(?!\d)", re.IGNORECASE)),
    (
        _Shape.YEAR,
        re.compile(rf"(?<!\w)(?:år(?:et)?|under|helåret|vid\s+utgången\s+av)\s+{_YEAR}(?![\d/.:-])", re.IGNORECASE),
    ),
)


def find_dates(text: str, today: dt.date | None = None) -> tuple[FoundDate, ...]:
    """Return the dates of a text in order; one without a year takes the year named before it, else today's."""
    candidates = sorted(_matches(text), key=lambda match: (match.start(), -match.end()))
    found: list[FoundDate] = []
    year: int | None = None
    for position, match in enumerate(candidates):
        if found and match.start() < found[-1].end:
            continue
        assumed = _year_of_range(text, match, candidates[position + 1 :]) or year or (today.year if today else None)
        date = _read(match, assumed)
        if date is not None:
            found.append(date)
            year = date.first.year if date.year_given else year
    return tuple(found)


def _year_of_range(text: str, match: re.Match[str], following: list[re.Match[str]]) -> int | None:
    """Return the year said at the far end of a range ("6 mars till 28 mars 2020"), or None."""
    for other in following:
        between = text[match.end() : other.start()]
        if other.start() >= match.end():
            joined = re.fullmatch(
                r"\s*(?:-|–|till(?:\s+och\s+med)?|t\.?o\.?m\.?|och|samt|,)\s*(?:den\s+)?", between, re.I
            )
            return int(other.groupdict().get("year") or 0) or None if joined else None
    return None


def is_year(text: str) -> bool:
    """Tell whether a text is a year, and nothing else."""
    return re.fullmatch(ANY_YEAR, text) is not None


def exact_days(text: str) -> tuple[FoundDate, ...]:
    """Return the dates of a text, in order, that are exact to the day and name their year."""
    return tuple(date for date in find_dates(text) if date.precision is Precision.DAY and date.year_given)


def first_day(text: str) -> dt.date | None:
    """Return the first date of a text that is exact to the day and names its year."""
    return next((date.first for date in exact_days(text)), None)


def _matches(text: str) -> Iterator[re.Match[str]]:
    lowered = text.lower()
    shapes = _Shape if _DIGIT.search(lowered) else (_Shape.PART,)
    held = [shape for shape in shapes if shape.value.search(lowered)]
    for shape, spelling in _SPELLINGS if held else ():
        if shape in held:
            yield from spelling.finditer(text)


def _read(match: re.Match[str], assumed_year: int | None) -> FoundDate | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    year = int(groups["year"]) if "year" in groups else None
    if "short_year" in groups:
        year = 2000 + int(groups["short_year"])
    given = year is not None
    year = year if year is not None else assumed_year
    if year is None:
        return None
    stretch = _stretch(groups, year)
    if stretch is None:
        return None
    first, last, precision = stretch
    return FoundDate(first, last, precision, match.start(), match.end(), given)


def _stretch(groups: dict[str, str], year: int) -> tuple[dt.date, dt.date, Precision] | None:
    if "day" in groups:
        month = int(groups["month"]) if "month" in groups else month_number(groups["month_name"])
        day = calendar_day(year, month, int(groups["day"]))
        return (day, day, Precision.DAY) if day else None
    if "month" in groups or "month_name" in groups:
        month = int(groups["month"]) if "month" in groups else month_number(groups["month_name"])
        return (*months(year, month, month), Precision.MONTH)
    if "season" in groups or "term" in groups:
        name = groups["season"].lower() if "season" in groups else {"v": "vår", "h": "höst"}[groups["term"].lower()]
        return (*season_of(name, year), Precision.SEASON)
    if "quarter" in groups or "ordinal" in groups:
        number = int(groups["quarter"]) if "quarter" in groups else _ORDINALS[groups["ordinal"].lower()]
        return (*months(year, number * 3 - 2, number * 3), Precision.QUARTER)
    if "half" in groups:
        start = 1 if groups["half"].lower() == "första" else 7
        return (*months(year, start, start + 5), Precision.HALF_YEAR)
    if "third" in groups:
        number = int(groups["third"]) if groups["third"].isdigit() else _ORDINALS[groups["third"].lower()]
        return (*months(year, number * 4 - 3, number * 4), Precision.HALF_YEAR)
    return (*months(year, 1, 12), Precision.YEAR)


def months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    """Return the first day of one month and the last day of another."""
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def season_of(name: str, year: int) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a season; winter is named after the year it begins in."""
    first, last = SEASONS[name]
    if first > last:
        return dt.date(year, first, 1), months(year + 1, last, last)[1]
    return months(year, first, last)


def month_number(name: str) -> int:
    """Return the number of a month from its name, in full or shortened."""
    lowered = name.lower().rstrip(".")
    return _MONTH_NUMBERS.get(lowered) or _MONTH_NUMBERS[lowered[:3]]


def calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """Return a day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
