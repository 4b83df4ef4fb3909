"""Read days, months and times of a text in one canonical form, however they are spelled; pure.

A day is "year|month|day", what is not told left empty; a time is "hour:minutes".
"""

import re
from collections.abc import Iterator

from ingest import swedish_dates
from ingest.swedish_dates import ANY_YEAR

# A key, and where it stands.
Found = tuple[str, int, int]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb febr",
            "mars mar",
            "april apr",
            "maj",
            "juni jun",
            "juli jul",
            "augusti aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = re.compile(ANY_YEAR)
_SPACE = r"[ \u00a0\u2009\u202f]"
# A line may end within a day: "2028-05- 31".
_ISO_DATE = re.compile(rf"(?<!\d)({ANY_YEAR})[-–/]{_SPACE}?(0?[1-9]|1[0-2])[-–/]{_SPACE}?(0?[1-9]|[12]\d|3[01])(?!\d)")
_ISO_MONTH = re.compile(rf"(?<![\d.])({ANY_YEAR})-(0[1-9]|1[0-2])(?![\d-])")
_LONG_DATE = re.compile(
    rf"(?<!\d)(?P<day>[1-9]|[12]\d|3[01])(?:[.]|:e|e)?{_SPACE}+(?P<month>{MONTH_NAMES})\b\.?"
    rf"(?:{_SPACE}+(?P<year>{ANY_YEAR}))?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(
    rf"\b(?P<month>{MONTH_NAMES})(?:{_SPACE}+(?:månad{_SPACE}+)?(?P<year>{ANY_YEAR}))", re.IGNORECASE
)
_MONTH_ONLY = re.compile(
    r"\b(?P<month>januari|februari|april|juni|juli|augusti|september|oktober|november|december"
    r"|(?<=\bi )(?:mars|maj)|(?<=\bsenast )(?:mars|maj))\b",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(rf"(?<![\d/])([1-9]|[12]\d|3[01])/([1-9]|1[0-2])(?:[-\s]({ANY_YEAR}))?(?![\d/])")
_TIME = re.compile(
    rf"(?:\bkl(?:ockan)?\.?{_SPACE}*(?P<kl>\d{{1,2}})(?:[.:](?P<klm>\d\d))?"
    rf"|(?<![\d.,])(?P<h>[01]?\d|2[0-4])[:](?P<m>[0-5]\d)(?!\d)"
    rf"|(?<![\d.,])(?P<h2>0\d|1\d|2[0-4])\.(?P<m2>00|15|30|45)(?![\d.,]))",
    re.IGNORECASE,
)


def dates(text: str) -> Iterator[Found]:
    """Yield days that are written out: "2025-03-13", "13 mars 2025"."""
    for match in _ISO_DATE.finditer(text):
        yield _found(_key(*match.groups()), match)
    for match in _LONG_DATE.finditer(text):
        yield _found(_key(match["year"], MONTHS[match["month"].casefold()], match["day"]), match)


def months(text: str) -> Iterator[Found]:
    """Yield months with their year."""
    if not _YEAR.search(text):
        return
    for match in _MONTH_YEAR.finditer(text):
        yield _found(_key(match["year"], MONTHS[match["month"].casefold()], None), match)
    for match in _ISO_MONTH.finditer(text):
        yield _found(_key(match[1], match[2], None), match)


def bare_months(text: str) -> Iterator[Found]:
    """Yield months without a year."""
    lowered = text.lower()
    if not any(month in lowered for month in swedish_dates.MONTHS):
        return
    for match in _MONTH_ONLY.finditer(text):
        yield _found(_key(None, MONTHS[match["month"].casefold()], None), match)


def short_dates(text: str) -> Iterator[Found]:
    """Yield days by day and month: "25/3"."""
    for match in _SHORT_DATE.finditer(text):
        yield _found(_key(match[3], match[2], match[1]), match)


def times(text: str) -> Iterator[Found]:
    """Yield times of the day."""
    for match in _TIME.finditer(text):
        hour = match["kl"] or match["h"] or match["h2"]
        minute = match["klm"] or match["m"] or match["m2"] or "0"
        yield _found(f"{int(hour)}:{int(minute):02d}", match)


def _key(year: str | int | None, month: str | int | None, day: str | int | None) -> str:
    return "|".join(str(int(part)) if part else "" for part in (year, month, day))


def _found(key: str, match: re.Match[str]) -> Found:
    return key, match.start(), match.end()
