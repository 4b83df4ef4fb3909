"""When a document was written, and the day of the meeting it belongs to (pure)."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from ingest.boards import find_boards
from ingest.documents import MINUTES, Block, Kind, Origin, Passage, RawFile
from ingest.found import Found, opens_text, tells_handling
from ingest.swedish_dates import ISO_DATE, exact_days, first_day

# Papers that are adopted, and revised later.
_ADOPTED_KINDS = frozenset({Kind.OVRIGT, Kind.PLAN, Kind.DELEGATION})
# Lines at the head and foot of a page, and how much of its height they take.
_EDGE, _FOOT = 0.13, 0.84
_LAST_LINES = 6
_DATE_LABEL = re.compile(
    r"^(?:sammanträdes|mötes|upprättad|dokument|skrivelse|rapport)?datum\b|^(?:upprättad|daterad|sammanträde|datum)\b",
    re.IGNORECASE,
)
_MEETING_LABEL = re.compile(r"^(?:sammanträdes|mötes)(?:datum|dag)\b|^(?:sammanträde|möte)\b", re.IGNORECASE)
# When those who are called are to come: a call is sent days before, and may bear that day too.
_TIME_LABEL = re.compile(r"^(?:(?:dag|datum|plats) och )?tid(?: och (?:plats|lokal))?\b", re.IGNORECASE)
_DEADLINE_LABEL = re.compile(
    r"\b(?:juster|svar|ersätter|remiss|sista|senast|besvaras|giltig|gäller|fastställd|antagen|beslutad|reviderad|period|(?:hyres|avtals|kontrakts|giltighets|uppsägnings|arrende|löp)tid)\w*\b",
    re.I,
)
_ADOPTED = re.compile(r"(?:antagen|antaget|antagna|fastställ[dt]\w*|beslutad|godkän[dt]|utfärdad)\b", re.IGNORECASE)
_REVISED = re.compile(
    r"\b(?:(?:senast )?(?:reviderad|reviderat|reviderade|revidering)|senast (?:ändrad|uppdaterad))\b", re.IGNORECASE
)
_WRITTEN = re.compile(r"\b(?:upprättad|daterad|rev\.|skriven|ankom|inkom)\b", re.IGNORECASE)
# Where another line of a cell may begin, and how long such a cell is at most.
_CAPITAL = re.compile(r"(?<=[\w.)] )(?=[A-ZÅÄÖ])")
_LONGEST_CELL = 120
_BLANK = re.compile(r"\b(?:den|datum)[ :]*(?:_{2,}|[.…]{4,})", re.IGNORECASE)


def dates_of(
    path: str, head: Sequence[str], passages: Sequence[Passage], kind: Kind, raw: RawFile
) -> tuple[Found[dt.date] | None, Found[dt.date] | None]:
    """Return the date of the document and that of the meeting it belongs to; when the file was saved says neither."""
    folder = next((day for part in reversed(path.split("/")[:-1]) if (day := first_day(part))), None)
    meeting = Found(folder, Origin.FOLDER, 0.7) if folder else None
    if kind in MINUTES or kind is Kind.KALLELSE:
        called = _labelled_date(head, _TIME_LABEL) if kind is Kind.KALLELSE else None
        labelled = _labelled_date(head, _MEETING_LABEL) or called or _sitting_date(head)
        labelled = labelled or _labelled_date(head, _DATE_LABEL) or _head_date(head)
        date = labelled or _file_date(path) or (meeting if kind is Kind.PROTOKOLL else None)
        return date, date or meeting
    if kind is Kind.AVTAL and any(_BLANK.search(passage.text) for passage in passages):
        # A form that nobody has dated yet: when it begins to hold is not when it was made.
        return _labelled_date(head, _DATE_LABEL), _planned_meeting(passages) or meeting
    edges = _edge_lines(raw)
    candidates = (
        _revised_date(head, edges) if kind in _ADOPTED_KINDS else None,
        _labelled_date(head, _DATE_LABEL),
        _head_date(head),
        _day_of_signing(passages) if kind is Kind.AVTAL else None,
        _signed_date(passages) if kind not in _ADOPTED_KINDS else None,
        _file_date(path),
        _adopted_date(head),
        _adopted_date(edges),
        _head_date(edges),
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
    return next((Found(day, Origin.TEXT, 0.97) for line in head if (day := _day_inside(line, label))), None)


def _day_inside(line: str, label: re.Pattern[str]) -> dt.date | None:
    """Read the day right behind a label inside a cell of several lines: "Tjänsteskrivelse Datum 2031-11-02 Dnr …"."""
    if len(line) > _LONGEST_CELL:
        return None
    for begin in _CAPITAL.finditer(line):
        named = label.match(line[begin.start() :])
        behind = line[begin.start() + named.end() :].lstrip(" :") if named else ""
        days = exact_days(behind)
        # Of a list of a period it is the time that it covers.
        if len(days) == 1 and days[0].start == 0:
            return days[0].first
    return None


def _sitting_date(head: Sequence[str]) -> Found[dt.date] | None:
    """Find the day that minutes give with the place and hour of the meeting: "Rådhuset, onsdagen den 2 april 2031 kl. 9"."""
    line = next((line for line in head if _TIME_LABEL.match(line)), "")
    day = first_day(line)
    return Found(day, Origin.TEXT, 0.97) if day else None


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


def _revised_date(head: Sequence[str], edges: Sequence[str]) -> Found[dt.date] | None:
    """Read when a plan or rule was last revised, said beside when it was adopted or on a line of its own."""
    days: list[dt.date] = []
    for lines in (head, edges):
        for position, line in enumerate(lines):
            match = _REVISED.search(line)
            if match is None or not (match.start() == 0 or _ADOPTED.match(line)):
                continue
            day = first_day(line[match.end() :]) or first_day(" ".join(lines[position + 1 : position + 2]))
            days += [day] if day else []
    return Found(max(days), Origin.TEXT, 0.8) if days else None


def _edge_lines(raw: RawFile) -> tuple[str, ...]:
    """Return what stands at the head and foot of the pages, and above the end of the last one, a part a line."""
    found: dict[str, None] = {}
    for page in raw.pages:
        for line in page.lines:
            box = line.box
            if box is not None and (box.y1 < _EDGE * page.height or box.y0 > _FOOT * page.height):
                found.update(dict.fromkeys(part.strip() for part in line.parts or (line.text,)))
    last = raw.pages[-1].lines[-_LAST_LINES:] if raw.pages else ()
    return tuple(found | dict.fromkeys(line.text.strip() for line in last if _ADOPTED.match(line.text)))


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


def _planned_meeting(passages: Sequence[Passage]) -> Found[dt.date] | None:
    for passage in reversed(passages):
        day = first_day(passage.text) if tells_handling(passage) else None
        if day:
            return Found(day, Origin.TEXT, 0.85, passage.ordinal)
    return None
