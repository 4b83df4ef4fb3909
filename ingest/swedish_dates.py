"""Swedish dates and periods in every spelling, found in running text (pure)."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, start=1)
} | {"sept": 9}  # fmt: skip
_MONTH = r"(?P<month_name>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_SHORT_MONTH = (
    r"(?P<month_name>(?:jan|feb|mar|apr|maj|jun|jul|aug|sept?|okt|nov|dec)(?:\.|(?!\w))|"
    + _MONTH[len("(?P<month_name>") :]
)
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
# Spring from January: "vårterminen" and a municipality's "våren" both begin there; winter bridges a new year.
_SEASONS = {"vår": (1, 6), "sommar": (6, 8), "höst": (8, 12), "vinter": (12, 2)}
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


@dataclass(frozen=True, slots=True)
class Period:
    """Hold a stretch of time that a question asks about; None is an open end."""

    first: dt.date | None
    last: dt.date | None
    start: int
    end: int


_DAY_PATTERNS = (
    re.compile(
        r"(?<![\d.:/-])(?P<year>(?:19|"
        r"20)\d\d)(?P<mark>[-/.\u2010-\u2013])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d])"
    ),
    re.compile(r"(?<![\w.,:/-])(?P<year>20[0-4]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w-])"),
    re.compile(
        rf"(?<![\w.,/-])(?P<day>[0-3]?\d)(?::?e|:?a)?\.?\s+{_SHORT_MONTH}\.?,?(?:\s+{_YEAR})?(?![\w])", re.IGNORECASE
    ),
    re.compile(r"(?<![\d.:/-])(?P<short_year>[0-4]\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])"),
    re.compile(
        r"(?<![\w.,:/§-])(?<!\d\s)(?P<short_year>[0-4]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w:/-]|"
        r"[.,]\d|\s\d{3}(?!\d)|\s?(?:kr|tkr|%))"
    ),
    re.compile(
        rf"(?<![\w./:,-])(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?:(?:\s|-|\s?-\s?|/){_YEAR}|"
        rf"[-/](?P<short_year>[0-4]\d))(?![\d/])"
    ),
    re.compile(
        r"(?:(?<=den )|(?<=senast )|(?<=före )|(?<=från )|(?<=till )|(?<=dag )|(?<=datum )|(?<=datum: ))"
        r"(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?![\d/-])",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w./:,-])(?P<day>1[3-9]|2[0-9]|3[01])/(?P<month>[1-9]|1[0-2])(?![\d/-])(?!\s?(?:procent|%))"),
)
_STRETCH_PATTERNS = (
    re.compile(
        r"(?<![\d.:/-])(?<![A-ZÅÄÖ][ -])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d-]|"
        r"\s?[A-ZÅÄÖ]{2,6}(?!\w))"
    ),
    re.compile(rf"(?<!\w){_MONTH}\s+(?:månad\s+)?{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<season>vår|sommar|höst|vinter)(?:n|en|terminen|e?n\s+år)?\s+{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<term>[vh])t(?:\s|-)?{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:Q|kvartal\s?)(?P<quarter>[1-4])(?:[\s,/-]+{_YEAR})?(?![\d])", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?P<ordinal>första|andra|tredje|fjärde|sista)\s+kvartalet(?:\s+(?:år\s+)?{_YEAR})?(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)(?P<half>första|andra)\s+halvåret(?:\s+(?:år\s+)?{_YEAR})?(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<third>första|andra|tredje)\s+tertialet(?:\s+(?:år\s+)?{_YEAR})?(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:tertial|T)\s?(?P<third>[1-3])[\s,/-]+{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:år(?:et)?|under|helåret|vid\s+utgången\s+av)\s+{_YEAR}(?![\d/.:-])", re.IGNORECASE),
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


def first_day(text: str) -> dt.date | None:
    """Return the first date of a text that is exact to the day and names its year."""
    return next((date.first for date in find_dates(text) if date.precision is Precision.DAY and date.year_given), None)


def find_periods(text: str, today: dt.date) -> tuple[Period, ...]:
    """Return the periods a question asks about ("under 2025", "i våras", "senaste halvåret", "sedan maj 2024")."""
    periods = list(_relative_periods(text, today))
    for date in find_dates(text, today):
        periods.append(_opened(text, Period(date.first, date.last, date.start, date.end)))
    for match in re.finditer(r"(?<![\w.,:/§-])(?P<year>(?:19|20)\d\d)(?![\w/:]|[-.,]\d)", text):
        year = int(match["year"])
        periods.append(_opened(text, Period(dt.date(year, 1, 1), dt.date(year, 12, 31), match.start(), match.end())))
    chosen: list[Period] = []
    for period in sorted(periods, key=lambda period: (period.start, -period.end)):
        if not chosen or period.start >= chosen[-1].end:
            chosen.append(period)
    return tuple(_joined(text, chosen))


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in (*_DAY_PATTERNS, *_STRETCH_PATTERNS):
        yield from pattern.finditer(text)


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
        month = int(groups["month"]) if "month" in groups else _month_number(groups["month_name"])
        day = _date(year, month, int(groups["day"]))
        return (day, day, Precision.DAY) if day else None
    if "month" in groups or "month_name" in groups:
        month = int(groups["month"]) if "month" in groups else _month_number(groups["month_name"])
        return (*months(year, month, month), Precision.MONTH)
    if "season" in groups or "term" in groups:
        name = groups["season"].lower() if "season" in groups else {"v": "vår", "h": "höst"}[groups["term"].lower()]
        return (*_season(name, year), Precision.SEASON)
    if "quarter" in groups or "ordinal" in groups:
        number = int(groups["quarter"]) if "quarter" in groups else _ORDINALS[groups["ordinal"].lower()]
        return (*months(year, number * 3 - 2, number * 3), Precision.QUARTER)
    if "half" in groups:
        start = 1 if groups["half"].lower() == "första" else 7
        return (*months(year, start, start + 5), Precision.HALF_YEAR)
    if "third" in groups:
        number = int(groups["third"]) if groups["third"].isdigit() else _ORDINALS[groups["third"].lower()]
        return (*months(year, number * 4 - 3, number * 4), Precision.HALF_YEAR)
    return dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR


def months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    """Return the first day of one month and the last day of another."""
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def _season(name: str, year: int) -> tuple[dt.date, dt.date]:
    first, last = _SEASONS[name]
    if first > last:
        return dt.date(year, first, 1), months(year + 1, last, last)[1]
    return months(year, first, last)


def _month_number(name: str) -> int:
    lowered = name.lower().rstrip(".")
    return _MONTH_NUMBERS.get(lowered) or _MONTH_NUMBERS[lowered[:3]]


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _relative_periods(text: str, today: dt.date) -> Iterator[Period]:
    for pattern, compute in _RELATIVE:
        for match in pattern.finditer(text):
            first, last = compute(match, today)
            yield Period(first, last, match.start(), match.end())


def _year(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _latest_month(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    month = _month_number(match["month_name"])
    return months(today.year if month <= today.month else today.year - 1, month, month)


def _last_stretch(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    words = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "tio": 10, "tolv": 12}
    count_text = (match["count"] or "1").strip().lower()
    count = int(count_text) if count_text.isdigit() else words.get(count_text, 1)
    unit = match["unit"].lower()
    if unit.startswith("halv"):
        return _months_back(today, 6), today
    if unit.startswith("kvartal"):
        return _months_back(today, 3 * count), today
    if unit.startswith("månad"):
        return _months_back(today, count), today
    if unit.startswith("veck"):
        return today - dt.timedelta(weeks=count), today
    if unit.startswith(("dag", "dygn")):
        return today - dt.timedelta(days=count), today
    return _months_back(today, 12 * count), today


def _months_back(day: dt.date, count: int) -> dt.date:
    index = day.year * 12 + day.month - 1 - count
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _previous_month(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    earlier = _months_back(today.replace(day=1), 1)
    return months(earlier.year, earlier.month, earlier.month)


def _previous_week(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    monday = today - dt.timedelta(days=today.weekday() + 7)
    return monday, monday + dt.timedelta(days=6)


def _week(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    """Return a week by its number, of the year named or else the latest that has begun; some years have no week 53."""
    named = match["year"]
    years = [int(named)] if named else [today.year, today.year - 1]
    for year in years:
        monday = dt.date.fromisocalendar(year, min(int(match["week"]), _weeks(year)), 1)
        if named or monday <= today:
            break
    return monday, monday + dt.timedelta(days=6)


def _weeks(year: int) -> int:
    """Return the number of weeks of a year: the 28th of December is always in its last."""
    return dt.date(year, 12, 28).isocalendar().week


def _this_month(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    return months(today.year, today.month, today.month)


_RELATIVE = (
    (
        re.compile(rf"(?<!\w)(?:i|under)\s+{_MONTH}\s+(?:(?:förra|föregående)\s+året|i\s?fjol)(?!\w)", re.I),
        lambda match, today: months(today.year - 1, *(_month_number(match["month_name"]),) * 2),
    ),
    (
        re.compile(r"(?<!\w)(?:förra|föregående)\s+året|(?<!\w)i\s?fjol(?!\w)", re.I),
        lambda match, today: _year(today.year - 1),
    ),
    (
        re.compile(r"(?<!\w)(?:förra|föregående)\s+(?P<season>vår|sommar|höst|vinter)(?:en|n)(?!\w)", re.I),
        lambda match, today: _season_before(match, today),
    ),
    (re.compile(r"(?<!\w)nästa\s+år(?!\w)", re.I), lambda match, today: _year(today.year + 1)),
    (
        re.compile(r"(?<!\w)(?:i\s+år|innevarande\s+år|detta\s+år|det\s+här\s+året)(?!\w)", re.I),
        lambda match, today: _year(today.year),
    ),
    (
        re.compile(r"(?<!\w)i\s+(?P<season>vår|som|höst|vint)(?:r?as)(?!\w)", re.I),
        lambda match, today: _latest_past(match, today),
    ),
    (re.compile(rf"(?<!\w)(?:i|under|från|sedan)\s+{_MONTH}(?!\s*(?:månad\s+)?\d{{4}})(?!\w)", re.I), _latest_month),
    (
        re.compile(
            r"(?<!\w)(?:(?:de|det|den)\s+)?(?:senaste|sista)\s+(?P<count>\d{1,2}\s+|två\s+|tre\s+|fyra\s+|"
            r"fem\s+|sex\s+|tio\s+|tolv\s+)?"
            r"(?P<unit>halvåret|året|åren|kvartalet|kvartalen|månaden|månaderna|veckan|veckorna|dagarna|dygnet)(?!\w)",
            re.I,
        ),
        _last_stretch,
    ),
    (re.compile(r"(?<!\w)(?:förra|föregående)\s+månaden(?!\w)", re.I), _previous_month),
    (re.compile(r"(?<!\w)(?:förra|föregående)\s+veckan(?!\w)", re.I), _previous_week),
    (
        re.compile(
            r"(?<!\w)(?:vecka|v\.)\s?(?P<week>[1-9]|[1-4]\d|5[0-3])(?:,?\s+(?:år\s+)?(?P<year>20\d\d))?(?![\w/–:-]|[.,]\d)",
            re.I,
        ),
        _week,
    ),
    (re.compile(r"(?<!\w)(?:denna|den\s+här)\s+månad(?:en)?(?!\w)", re.I), _this_month),
    (re.compile(r"(?<!\w)i\s?förrgår(?!\w)", re.I), lambda match, today: (today - dt.timedelta(days=2),) * 2),
    (re.compile(r"(?<!\w)i\s?går(?!\w)", re.I), lambda match, today: (today - dt.timedelta(days=1),) * 2),
    (re.compile(r"(?<!\w)i\s?dag(?!\w)", re.I), lambda match, today: (today, today)),
)


def _latest_past(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    name = {"vint": "vinter", "som": "sommar"}.get(match["season"].lower(), match["season"].lower())
    first, _ = _SEASONS[name]
    return _season(name, today.year if first <= today.month else today.year - 1)


def _season_before(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the latest season of that name that is over: "förra hösten", asked in autumn, is last year's."""
    name = match["season"].lower()
    return next(
        (first, last) for first, last in (_season(name, today.year - back) for back in range(3)) if last < today
    )


_OPEN_END = re.compile(r"(?:sedan|från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|från|efter)\s+(?:den\s+|år\s+)?$", re.I)
_OPEN_START = re.compile(r"(?:före|innan|till\s+och\s+med|t\.?\s?o\.?\s?m\.?|fram\s+till)\s+(?:den\s+|år\s+)?$", re.I)


def _opened(text: str, period: Period) -> Period:
    """Open one end of a period that stands after "sedan", "efter", "före" or "till och med"."""
    before = text[max(0, period.start - 24) : period.start]
    after = _OPEN_END.search(before)
    if after is not None:
        first = (
            period.last + dt.timedelta(days=1) if after[0].lower().startswith("efter") and period.last else period.first
        )
        return Period(first, None, period.start, period.end)
    until = _OPEN_START.search(before)
    if until is not None:
        inclusive = until[0].lower().startswith("t")
        last = period.last if inclusive else period.first - dt.timedelta(days=1) if period.first else None
        return Period(None, last, period.start, period.end)
    return period


def _joined(text: str, periods: list[Period]) -> Iterator[Period]:
    """Join "mellan 2024 och 2025", "2024–2025" and "från maj till juli 2025" into one period."""
    position = 0
    while position < len(periods):
        period = periods[position]
        if position + 1 < len(periods):
            following = periods[position + 1]
            between = text[period.end : following.start]
            ranged = re.fullmatch(
                r"\s*(?:-|–|—|till(?:\s+och\s+med)?|t\.?o\.?m\.?|fram\s+till)\s*(?:den\s+)?", between, re.I
            )
            spanned = re.fullmatch(r"\s*och\s*(?:den\s+)?", between) and re.search(
                r"mellan\s+(?:den\s+|åren\s+)?$", text[: period.start], re.I
            )
            if period.first and following.last and (ranged or spanned) and period.first <= following.last:
                yield Period(period.first, following.last, period.start, following.end)
                position += 2
                continue
        yield period
        position += 1
