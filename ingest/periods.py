"""The periods that Swedish questions name: "under 2025", "i våras", "senaste halvåret", "vecka 12", "sedan maj" (pure)."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.swedish_dates import MONTH_NAME, SEASONS, find_dates, month_number, months, season_of


@dataclass(frozen=True, slots=True)
class Period:
    """Hold a stretch of time that a question asks about; None is an open end."""

    first: dt.date | None
    last: dt.date | None
    start: int
    end: int


def find_periods(text: str, today: dt.date) -> tuple[Period, ...]:
    """Return the periods a question asks about ("under 2025", "i våras", "senaste halvåret", "sedan maj 2024")."""
    periods = list(_relative_periods(text, today))
    for date in find_dates(text, today):
        periods.append(_opened(text, Period(date.first, date.last, date.start, date.end)))
    for match in re.finditer(r"(?<![\w.,:/§-])(?P<year>(?:19|20)\d\d)(?![\w/:]|[-.,]\d)", text):
        first, last = months(int(match["year"]), 1, 12)
        periods.append(_opened(text, Period(first, last, match.start(), match.end())))
    chosen: list[Period] = []
    for period in sorted(periods, key=lambda period: (period.start, -period.end)):
        if not chosen or period.start >= chosen[-1].end:
            chosen.append(period)
    return tuple(_joined(text, chosen))


def _relative_periods(text: str, today: dt.date) -> Iterator[Period]:
    for pattern, compute in _RELATIVE:
        for match in pattern.finditer(text):
            first, last = compute(match, today)
            yield Period(first, last, match.start(), match.end())


def _latest_month(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    month = month_number(match["month_name"])
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


def _decade(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the ten years of "90-talet": of this century where they have begun, else of the one before."""
    tens = int(match["tens"]) * 10
    century = int(match["century"]) * 100 if match["century"] else today.year // 100 * 100
    first = century + tens if match["century"] or century + tens <= today.year else century - 100 + tens
    return dt.date(first, 1, 1), dt.date(first + 9, 12, 31)


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
        re.compile(rf"(?<!\w)(?:i|under)\s+{MONTH_NAME}\s+(?:(?:förra|föregående)\s+året|i\s?fjol)(?!\w)", re.I),
        lambda match, today: months(today.year - 1, *(month_number(match["month_name"]),) * 2),
    ),
    (
        re.compile(r"(?<!\w)(?:förra|föregående)\s+året|(?<!\w)i\s?fjol(?!\w)", re.I),
        lambda match, today: months(today.year - 1, 1, 12),
    ),
    (
        re.compile(r"(?<!\w)(?:förra|föregående)\s+(?P<season>vår|sommar|höst|vinter)(?:en|n)(?!\w)", re.I),
        lambda match, today: _season_before(match, today),
    ),
    # "1900-talet" is a century.
    (re.compile(r"(?<![\w.,-])(?P<century>(?:19|20)(?!00))?(?P<tens>\d)0-talet(?!\w)", re.I), _decade),
    (re.compile(r"(?<!\w)nästa\s+år(?!\w)", re.I), lambda match, today: months(today.year + 1, 1, 12)),
    (
        re.compile(r"(?<!\w)(?:i\s+år|innevarande\s+år|detta\s+år|det\s+här\s+året)(?!\w)", re.I),
        lambda match, today: months(today.year, 1, 12),
    ),
    (
        re.compile(r"(?<!\w)i\s+(?P<season>vår|som|höst|vint)(?:r?as)(?!\w)", re.I),
        lambda match, today: _latest_past(match, today),
    ),
    (
        re.compile(rf"(?<!\w)(?:i|under|från|sedan)\s+{MONTH_NAME}(?!\s*(?:månad\s+)?\d{{4}})(?!\w)", re.I),
        _latest_month,
    ),
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
    first, _ = SEASONS[name]
    return season_of(name, today.year if first <= today.month else today.year - 1)


def _season_before(match: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the latest season of that name that is over: "förra hösten", asked in autumn, is last year's."""
    name = match["season"].lower()
    return next(
        (first, last) for first, last in (season_of(name, today.year - back) for back in range(3)) if last < today
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
