"""When a document was written, and the day of the meeting it belongs to (pure)."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from ingest.boards import find_boards
from ingest.documents import MINUTES, Block, Kind, Origin, Passage, RawFile
from ingest.found import Found, opens_text, tells_handling
from ingest.swedish_dates import ISO_DATE, calendar_day, exact_days, first_day

# A file's own date that lies longer before the meeting is that of the template it was written in.
_OLDEST_PROPERTY_DAYS = 300
_DATE_LABEL = re.compile(
    r"^(?:sammanträdes|mötes|upprättad|dokument|skrivelse|rapport)?datum\b|^(?:upprättad|daterad|sammanträde|datum)\b",
    re.IGNORECASE,
)
_MEETING_LABEL = re.compile(r"^(?:sammanträdes|mötes)(?:datum|dag)\b|^(?:sammanträde|möte)\b", re.IGNORECASE)
# When those who are called are to come: a call is sent days before, and may bear that day too.
_TIME_LABEL = re.compile(r"^(?:(?:dag|datum|plats) och )?tid(?: och (?:plats|lokal))?\b", re.IGNORECASE)
_DEADLINE_LABEL = re.compile(
    r"\b(?:svar|ersätter|remiss|sista|senast|besvaras|giltig|gäller|fastställd|antagen|beslutad|reviderad|period|(?:hyres|avtals|kontrakts|giltighets|uppsägnings|arrende|löp)tid)\w*\b",
    re.I,
)
_ADOPTED = re.compile(r"(?:antagen|antaget|antagna|fastställ[dt]\w*|beslutad|godkän[dt])\b", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:upprättad|daterad|rev\.|skriven|ankom|inkom)\b", re.IGNORECASE)
_BLANK = re.compile(r"\b(?:den|datum)[ :]*(?:_{2,}|[.…]{4,})", re.IGNORECASE)
_PROPERTY_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")


def dates_of(
    path: str, head: Sequence[str], passages: Sequence[Passage], kind: Kind, raw: RawFile
) -> tuple[Found[dt.date] | None, Found[dt.date] | None]:
    """Return the date of the document and that of the meeting it belongs to."""
    folder = next((day for part in reversed(path.split("/")[:-1]) if (day := first_day(part))), None)
    meeting = Found(folder, Origin.FOLDER, 0.7) if folder else None
    if kind in MINUTES or kind is Kind.KALLELSE:
        called = _labelled_date(head, _TIME_LABEL) if kind is Kind.KALLELSE else None
        labelled = _labelled_date(head, _MEETING_LABEL) or called or _labelled_date(head, _DATE_LABEL)
        labelled = labelled or _head_date(head)
        date = (
            labelled or _file_date(path) or (meeting if kind is Kind.PROTOKOLL else None) or _property_date(raw, folder)
        )
        return date, date or meeting
    if kind is Kind.AVTAL and any(_BLANK.search(passage.text) for passage in passages):
        # A form that nobody has dated yet: when it begins to hold, or was saved, is not when it was made.
        return _labelled_date(head, _DATE_LABEL), _planned_meeting(passages) or meeting
    candidates = (
        _labelled_date(head, _DATE_LABEL),
        _head_date(head),
        _day_of_signing(passages) if kind is Kind.AVTAL else None,
        _signed_date(passages) if kind not in (Kind.OVRIGT, Kind.PLAN, Kind.DELEGATION) else None,
        _file_date(path),
        _adopted_date(head),
        _property_date(raw, folder),
    )
    # A day after the meeting that the paper was laid before is a term, not when it was written.
    date = next((found for found in candidates if found and (folder is None or found.value <= folder)), None)
    return date, _planned_meeting(passages) or meeting


def _labelled_date(head: Sequence[str], label: re.Pattern[str]) -> Found[dt.date] | None:
    for position, line in enumerate(head):
        if not label.match(line):
            continue
        for candidate in (line, *head[position + 1 : position + 3]):
            day = first_day(candidate)
            # Below the label stands its value, or another label with a value of its own.
            if day and len(candidate) < 80 and (candidate is line or not _DEADLINE_LABEL.search(candidate)):
                return Found(day, Origin.TEXT, 0.97)
    return None


def _head_date(head: Sequence[str]) -> Found[dt.date] | None:
    """Find a date that stands alone, or nearly, above the first section; best one that says when it was written."""
    until = next((at for at, line in enumerate(head) if _ends_head(line)), 25)
    lines = head[: min(until, 25)]
    if sum(1 for line in lines if ISO_DATE.search(line)) > 5:
        # A list of dates, such as of appointments: none of them is the document's own.
        return None
    found: list[tuple[int, dt.date]] = []
    for position, line in enumerate(lines):
        days = exact_days(line)
        if not days or len(line) - (days[0].end - days[0].start) > 45:
            continue
        above = lines[position - 1] if position else ""
        if _WRITTEN.search(line):
            found.append((0, days[0].first))
        elif not _DEADLINE_LABEL.search(line) and not (len(above) < 40 and _DEADLINE_LABEL.search(above)):
            found.append((2 if find_boards(line) else 1, days[0].first))
    best = min(found, key=lambda rated: rated[0], default=None)
    return Found(best[1], Origin.TEXT, 0.85) if best else None


def _adopted_date(head: Sequence[str]) -> Found[dt.date] | None:
    """Read when a plan or policy was adopted, said on its cover; nothing nearer to when it was written is known."""
    for position, line in enumerate(head):
        if not _ADOPTED.match(line):
            continue
        # In a form the body and the day stand beside "Beslutad av", in a cell of their own.
        day = first_day(line) or first_day(" ".join(head[position + 1 : position + 2]))
        if day:
            return Found(day, Origin.TEXT, 0.6)
    return None


def _ends_head(line: str) -> bool:
    """Say whether the text begins at a line: with a section name or a §."""
    return opens_text(line) or re.match(r"§.{4}", line) is not None


def _signed_date(passages: Sequence[Passage]) -> Found[dt.date] | None:
    """Find the date above the signatures ("Björkvik 2025-02-25") or of an electronic approval."""
    for passage in reversed(passages[-25:]):
        days = exact_days(passage.text)
        rest = len(passage.text) - sum(date.end - date.start for date in days)
        if (
            days
            and rest <= 60
            and passage.block not in (Block.TABLE_ROW, Block.LIST_ITEM)
            and not _DEADLINE_LABEL.search(passage.text)
        ):
            return Found(days[-1].first, Origin.TEXT, 0.75, passage.ordinal)
    return None


def _day_of_signing(passages: Sequence[Passage]) -> Found[dt.date] | None:
    """Find the day that the last party to an agreement wrote beside its place: each cell holds a place and a day."""
    for passage in reversed(passages):
        days = [first_day(cell) for cell in passage.cells if cell]
        if len(days) > 1 and all(days) and len(passage.text) < 40 * len(days):
            return Found(max(day for day in days if day), Origin.TEXT, 0.8, passage.ordinal)
    return None


def _file_date(path: str) -> Found[dt.date] | None:
    """Read a date off the file name; two of them are a period, and say nothing of when it was written."""
    name = PurePosixPath(path).stem
    days = [day for match in ISO_DATE.finditer(name) if (day := first_day(match[0]))]
    if not days:
        days = [date.first for date in exact_days(re.sub(r"[_-]+", " ", name))]
    return Found(days[0], Origin.FILE_NAME, 0.7) if len(days) == 1 else None


def _property_date(raw: RawFile, latest: dt.date | None) -> Found[dt.date] | None:
    properties = dict(raw.properties)
    for name in ("creationdate", "created", "date", "moddate", "modified"):
        match = _PROPERTY_DATE.match(properties.get(name, ""))
        day = calendar_day(*map(int, match.groups())) if match else None
        if day and (latest is None or (day <= latest and (latest - day).days < _OLDEST_PROPERTY_DAYS)):
            return Found(day, Origin.PROPERTIES, 0.4)
    return None


def _planned_meeting(passages: Sequence[Passage]) -> Found[dt.date] | None:
    for passage in reversed(passages):
        day = first_day(passage.text) if tells_handling(passage) else None
        if day:
            return Found(day, Origin.TEXT, 0.85, passage.ordinal)
    return None
