"""What is known of a document apart from its text, each value with where it was found and how sure it is."""

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.boards import ABBREVIATIONS, board_from_slug, find_boards, is_letterhead, only_board, slug
from ingest.documents import Block, DocumentMetadata, FieldSource, Kind, Origin, Passage, RawFile, SourceFile
from ingest.identifiers import find_case_numbers, normalise_case_number, same_case
from ingest.kinds import kind_of
from ingest.municipality import municipality_of
from ingest.people import parties_of, people_of, recipients_of
from ingest.references import references_of
from ingest.sections import Section, may_be_title, plain_heading, section_of
from ingest.settings import IngestSettings
from ingest.sidecar import Sidecar
from ingest.swedish_dates import Precision, find_dates, first_day

Value = TypeVar("Value")
HEAD_LINES = 45
# A file's own date that lies longer before the meeting is that of the template it was written in.
OLDEST_PROPERTY_DAYS = 300
_MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
_DATE_LABEL = re.compile(
    r"^(?:sammanträdes|mötes|upprättad|dokument|skrivelse|rapport)?datum\b|^(?:upprättad|daterad|sammanträde|datum)\b",
    re.IGNORECASE,
)
_MEETING_LABEL = re.compile(r"^(?:sammanträdes|mötes)(?:datum|dag)\b|^(?:sammanträde|möte)\b", re.IGNORECASE)
_DEADLINE_LABEL = re.compile(
    r"\b(?:svar|ersätter|remiss|sista|senast|besvaras|giltig|gäller|fastställd|antagen|beslutad|reviderad|period)\w*\b",
    re.I,
)
_LABELLED = re.compile(
    r"^(?:datum|handläggare|telefon|tfn|dnr|diarie\w*|till|sida|vår|er|ert|e-post|kontakt\w*|adress)\b", re.I
)
_CASE_LABEL = re.compile(r"(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer)|(?:vår )?beteckning)\.?:?", re.IGNORECASE)
_BARE_CASE = re.compile(r"\d{1,7}[-/](?:19|20)\d\d|(?:19|20)\d\d[-/:]\d{1,7}")
_WRITTEN = re.compile(r"\b(?:upprättad|daterad|rev\.|skriven|ankom|inkom)\b", re.IGNORECASE)
_WRITTEN_AFTER = re.compile(
    r"\s*\(?\b(?:upprättad|daterad|reviderad|rev\.?|senast ändrad)\b[\s:,]*(?:den )?"
    r"(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2} [a-z]+ (?:19|20)\d\d)\)?$",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_PROPERTY_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_POOR_TITLE = re.compile(
    r"^(?:microsoft word|untitled|document|dokument\d*|namnlös|presentation\d*|bok\d*|mall|\d+|"
    r".*\.(?:docx?|pdf|odt|xlsx?)|.*\bmall\b.*)$",
    re.I,
)
_KIND_WORD = re.compile(
    r"^(?:tjänste(?:skrivelse|utlåtande|mannayttrande|yttrande)|"
    r"(?:sammanträdes)?protokoll(?:sutdrag)?|motion|interpellation|"
    r"(?:nämnd|ledamots)?initiativ|yttrande|remissvar|datum|vår referens|(?:dnr|diarienummer).*|"
    r"kallelse|sida .*|\W*\d[\d\s-]*|till)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found(Generic[Value]):
    """Hold a value with where it was found and how sure it is."""

    value: Value
    origin: Origin
    confidence: float
    ordinal: int | None = None


def describe(
    file: SourceFile,
    raw: RawFile,
    text: str,
    passages: tuple[Passage, ...],
    sidecar: Sidecar | None,
    settings: IngestSettings,
) -> DocumentMetadata:
    """Return the metadata of a document; what a sidecar says wins over what was read."""
    head = _head_lines(raw)
    early_title = _heading_title(passages)
    guess = kind_of(file.path, head, passages, early_title)
    kind = sidecar.kind if sidecar and sidecar.kind else guess.kind
    board = _board(file.path, head, passages, kind)
    dates = _dates(file.path, head, passages, kind, raw)
    title = _title(file.path, raw, passages, kind, board, dates[0])
    cases = _case_numbers(file.path, head, passages, kind)
    named = municipality_of(raw, text)
    place = _Found(named.name, named.origin, named.confidence) if named else None
    people = (*(sidecar.people if sidecar else ()), *people_of(_lines(raw), passages, kind))
    people = tuple(dict.fromkeys(people))
    case_values = sidecar.case_numbers if sidecar and sidecar.case_numbers else tuple(found.value for found in cases)
    sources = _sources(sidecar, _Found(kind, guess.origin, guess.confidence), title, board, place, dates, cases)
    confidences = [page.confidence for page in raw.pages if page.confidence is not None]
    return DocumentMetadata(
        id=hashlib.sha256(file.path.encode()).hexdigest()[:16],
        source=file.path,
        title=sidecar.title if sidecar and sidecar.title else title.value,
        kind=kind,
        content_hash=file.sha256,
        case_numbers=case_values,
        board=sidecar.board if sidecar and sidecar.board else board.value if board else None,
        municipality=sidecar.municipality if sidecar and sidecar.municipality else place.value if place else None,
        date=sidecar.date if sidecar and sidecar.date else dates[0].value if dates[0] else None,
        meeting_date=sidecar.meeting_date if sidecar and sidecar.meeting_date else dates[1].value if dates[1] else None,
        people=people,
        parties=sidecar.parties if sidecar and sidecar.parties else parties_of(people, passages, kind),
        recipients=sidecar.recipients if sidecar and sidecar.recipients else recipients_of(passages),
        refers_to=references_of(passages, case_values),
        access=sidecar.access if sidecar and sidecar.access else ("alla",),
        pages=len(raw.pages),
        page_sizes=tuple((page.width, page.height) for page in raw.pages if page.width and page.height),
        language=_language(text),
        ocr_confidence=round(sum(confidences) / len(confidences), 4) if confidences else None,
        low_confidence_pages=tuple(
            page.number
            for page in raw.pages
            if page.confidence is not None and page.confidence < settings.ocr_low_confidence
        ),
        field_sources=sources,
    )


def _lines(raw: RawFile) -> tuple[str, ...]:
    """Return the words of the first pages as a reader meets them, one cell or line each."""
    lines: list[str] = []
    for page in raw.pages[:3]:
        for line in page.lines:
            parts = line.cells or tuple(re.split(r"\s{3,}", line.text))
            pieces = (piece.strip(" #*") for part in parts for piece in part.split("\n"))
            lines.extend(piece for piece in pieces if piece)
    return tuple(lines)


def _head_lines(raw: RawFile) -> tuple[str, ...]:
    first = RawFile(raw.path, raw.pages[:1])
    lines = _lines(first)
    return (lines if len(lines) > 8 else _lines(raw))[:HEAD_LINES]


def _heading_title(passages: Sequence[Passage]) -> str | None:
    """Return the heading that names the document, as the structure found it."""
    signed = next((passage for passage in passages if passage.section_sign and passage.level == 1), None)
    if signed is not None:
        return signed.heading_path[0] if signed.heading_path else plain_heading(signed.text)
    for passage in passages[:60]:
        text = plain_heading(passage.text)
        poor = _KIND_WORD.match(text) or is_letterhead(text) or section_of(text) is not None
        if passage.level == 1 and len(text) > 3 and not poor:
            return text
    return None


def _title(
    path: str,
    raw: RawFile,
    passages: Sequence[Passage],
    kind: Kind,
    board: _Found[str] | None,
    date: _Found[dt.date] | None,
) -> _Found[str]:
    found = _chosen_title(path, raw, passages, kind, board, date)
    # "Granskningsutlåtande Upprättad 2024-10-29": when it was written is set beside the title, and is no part of it.
    shorter = _WRITTEN_AFTER.sub("", found.value).strip(" ,–-")
    return _Found(shorter, found.origin, found.confidence, found.ordinal) if len(shorter) > 5 else found


def _chosen_title(
    path: str,
    raw: RawFile,
    passages: Sequence[Passage],
    kind: Kind,
    board: _Found[str] | None,
    date: _Found[dt.date] | None,
) -> _Found[str]:
    if kind is Kind.PROTOKOLL and board:
        return _Found(f"Protokoll {board.value}{' ' + date.value.isoformat() if date else ''}", Origin.TEXT, 0.95)
    heading = _heading_title(passages)
    if heading and (kind in (*_MINUTES, Kind.TJANSTESKRIVELSE) or _shares_words(heading, path)):
        return _Found(heading, Origin.TEXT, 0.9)
    named = _named_like_file(path, raw, passages)
    if named:
        return _Found(named, Origin.TEXT, 0.75)
    if heading:
        return _Found(heading, Origin.TEXT, 0.6)
    opening = _opening_title(passages)
    if opening:
        return _Found(opening, Origin.TEXT, 0.7)
    written = dict(raw.properties).get("title", "").strip()
    if len(written) > 5 and not _POOR_TITLE.match(written):
        return _Found(" ".join(written.split()), Origin.PROPERTIES, 0.6)
    for passage in passages[:12]:
        line = plain_heading(passage.text)
        if passage.level and len(line) > 3 and not _KIND_WORD.match(line) and section_of(line) is None:
            return _Found(line, Origin.TEXT, 0.6)
    name = re.sub(r"[-_]+", " ", path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    name = re.sub(r"\s+\d{4,6}$", "", name).strip() or path
    return _Found(name[:1].upper() + name[1:], Origin.FILE_NAME, 0.4)


def _shares_words(text: str, path: str) -> bool:
    """Say whether a heading and the file name have a word of weight in common, in the plain letters of file names."""
    name = slug(path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    weighty = [word for word in slug(text).split("-") if len(word) > 3]
    return not re.search(r"[a-z]{4}", name) or any(word in name for word in weighty)


def _named_like_file(path: str, raw: RawFile, passages: Sequence[Passage]) -> str | None:
    """Find the line of the first page that says what the file name says, where the largest heading does not."""
    name = slug(path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    candidates = [plain_heading(passage.text) for passage in passages[:40] if passage.level] + list(
        _head_lines(raw)[:25]
    )
    scored = [
        (sum(len(word) for word in set(slug(text).split("-")) if len(word) > 3 and word in name), -position, text)
        for position, text in enumerate(candidates)
        if 3 < len(text) < 160
    ]
    best = max(scored, default=(0, 0, ""))
    return best[2] if best[0] >= 6 else None


def _opening_title(passages: Sequence[Passage]) -> str | None:
    """Take the last short paragraph above the first section of a letter that has no heading of its own."""
    first = next((index for index, passage in enumerate(passages) if passage.level and section_of(passage.text)), None)
    if first is None or first > 14:
        return None
    for passage in reversed(passages[:first]):
        text = plain_heading(passage.text)
        words = len(text.split())
        poor = (
            _KIND_WORD.match(text)
            or only_board(text)
            or _LABELLED.match(text)
            or re.search(r"@|\btel\w*\b|www\.", text, re.I)
        )
        if 3 <= words <= 30 and not poor and not find_case_numbers(text):
            return text
    return None


def _board(path: str, head: Sequence[str], passages: Sequence[Passage], kind: Kind) -> _Found[str] | None:
    if kind in _MINUTES:
        found = _board_of_minutes(path, head, passages)
    else:
        found = _addressed_board(head) or (
            _deciding_board(passages) if kind in (Kind.TJANSTESKRIVELSE, Kind.NAMNDINITIATIV, Kind.MOTION) else None
        )
    return found or _planned_board(passages, kind) or _folder_board(path, passages) or _named_board(head)


def _board_of_minutes(path: str, head: Sequence[str], passages: Sequence[Passage]) -> _Found[str] | None:
    before: list[str] = []
    for line in head[:25]:
        if line.startswith("§"):
            break
        before.append(line)
    joined = " ".join(before[:14])
    boards = find_boards(joined)
    if boards:
        return _Found(boards[0].value, Origin.TEXT, 0.97)
    deciding = _deciding_board(passages)
    if deciding:
        return deciding
    name = re.search(r"(?:^|[-_ ])(?:ss|§)?\s?\d+[-_ ]([a-zåäö]{2,8})(?:[-_ ]|$)", slug(path.rsplit("/", 1)[-1]))
    if name and name[1].upper() in ABBREVIATIONS:
        return _Found(ABBREVIATIONS[name[1].upper()], Origin.FILE_NAME, 0.7)
    return None


def _addressed_board(head: Sequence[str]) -> _Found[str] | None:
    """Find the body that a letter is addressed to: a line of the head that holds only its name."""
    for start in range(min(len(head), 25)):
        if section_of(head[start]) is not None:
            break
        for length in (3, 2, 1):
            board = only_board(" ".join(head[start : start + length]))
            if board and start + length <= len(head):
                return _Found(board, Origin.TEXT, 0.95)
    return None


def _deciding_board(passages: Sequence[Passage]) -> _Found[str] | None:
    """Find the body that a proposal or decision lets decide ("Socialnämnden beslutar att ...")."""
    counted: Counter[str] = Counter()
    first: dict[str, int] = {}
    for passage in passages:
        headings = [passage.text] if passage.level else list(passage.heading_path[-1:])
        if not any(section_of(text) in (Section.PROPOSAL, Section.DECISION) for text in headings):
            continue
        boards = find_boards(passage.text)
        if boards and (passage.level or boards[0].start < 12):
            counted[boards[0].value] += 1
            first.setdefault(boards[0].value, passage.ordinal)
    if not counted:
        return None
    board = max(counted, key=lambda name: (counted[name], -first[name]))
    return _Found(board, Origin.TEXT, 0.85, first[board])


def _planned_board(passages: Sequence[Passage], kind: Kind) -> _Found[str] | None:
    """Find the body that stands last in the order of handling; a motion goes to the fullmäktige."""
    planned = [
        board.value
        for passage in passages
        if passage.heading_path and re.match(r"beslutsplanering|ärendets gång", passage.heading_path[-1], re.I)
        for board in find_boards(passage.text)
    ]
    if planned:
        return _Found(planned[-1], Origin.TEXT, 0.8)
    return _Found("Kommunfullmäktige", Origin.TEXT, 0.6) if kind is Kind.MOTION else None


def _named_board(head: Sequence[str]) -> _Found[str] | None:
    boards = find_boards("\n".join(head[:15]))
    return _Found(boards[0].value, Origin.TEXT, 0.5) if boards else None


def _folder_board(path: str, passages: Sequence[Passage]) -> _Found[str] | None:
    """Read the body off a folder name, in the spelling that the document itself uses where it does."""
    for folder in reversed(path.split("/")[:-1]):
        board = board_from_slug(folder) or ABBREVIATIONS.get(folder.upper())
        if board is None:
            continue
        for passage in passages:
            spelled = next((name.value for name in find_boards(passage.text) if slug(name.value) == slug(folder)), None)
            if spelled:
                return _Found(spelled, Origin.FOLDER, 0.6)
        return _Found(board, Origin.FOLDER, 0.5)
    return None


def _dates(
    path: str, head: Sequence[str], passages: Sequence[Passage], kind: Kind, raw: RawFile
) -> tuple[_Found[dt.date] | None, _Found[dt.date] | None]:
    """Return the date of the document and that of the meeting it belongs to."""
    folder = next((day for part in reversed(path.split("/")[:-1]) if (day := first_day(part))), None)
    meeting = _Found(folder, Origin.FOLDER, 0.7) if folder else None
    if kind in _MINUTES or kind is Kind.KALLELSE:
        labelled = _labelled_date(head, _MEETING_LABEL) or _labelled_date(head, _DATE_LABEL) or _head_date(head)
        date = (
            labelled or _file_date(path) or (meeting if kind is Kind.PROTOKOLL else None) or _property_date(raw, folder)
        )
        return date, date or meeting
    candidates = (
        _labelled_date(head, _DATE_LABEL),
        _head_date(head),
        _signed_date(passages) if kind not in (Kind.OVRIGT, Kind.PLAN, Kind.DELEGATION) else None,
        _file_date(path),
        _property_date(raw, folder),
    )
    # A day after the meeting that the paper was laid before is a term, not when it was written.
    date = next((found for found in candidates if found and (folder is None or found.value <= folder)), None)
    return date, _planned_meeting(passages) or meeting


def _labelled_date(head: Sequence[str], label: re.Pattern[str]) -> _Found[dt.date] | None:
    for position, line in enumerate(head):
        if not label.match(line):
            continue
        for candidate in (line, *head[position + 1 : position + 3]):
            day = first_day(candidate)
            # Below the label stands its value, or another label with a value of its own.
            if day and len(candidate) < 80 and (candidate is line or not _DEADLINE_LABEL.search(candidate)):
                return _Found(day, Origin.TEXT, 0.97)
    return None


def _head_date(head: Sequence[str]) -> _Found[dt.date] | None:
    """Find a date that stands alone, or nearly, above the first section; best one that says when it was written."""
    until = next((at for at, line in enumerate(head) if _opens_text(line) or re.match(r"§.{4}", line)), 25)
    lines = head[: min(until, 25)]
    if sum(1 for line in lines if _ISO.search(line)) > 5:
        # A list of dates, such as of appointments: none of them is the document's own.
        return None
    found: list[tuple[int, dt.date]] = []
    for position, line in enumerate(lines):
        days = [date for date in find_dates(line) if date.precision is Precision.DAY and date.year_given]
        if not days or len(line) - (days[0].end - days[0].start) > 45:
            continue
        above = lines[position - 1] if position else ""
        if _WRITTEN.search(line):
            found.append((0, days[0].first))
        elif not _DEADLINE_LABEL.search(line) and not (len(above) < 40 and _DEADLINE_LABEL.search(above)):
            found.append((2 if find_boards(line) else 1, days[0].first))
    best = min(found, key=lambda rated: rated[0], default=None)
    return _Found(best[1], Origin.TEXT, 0.85) if best else None


def _opens_text(line: str) -> bool:
    """Say whether a line begins the text below the head; "Information" on top of a letter does not."""
    return section_of(line) is not None and not may_be_title(line)


def _signed_date(passages: Sequence[Passage]) -> _Found[dt.date] | None:
    """Find the date above the signatures ("Björkvik 2025-02-25") or of an electronic approval."""
    for passage in reversed(passages[-25:]):
        days = [date for date in find_dates(passage.text) if date.precision is Precision.DAY and date.year_given]
        rest = len(passage.text) - sum(date.end - date.start for date in days)
        if (
            days
            and rest <= 60
            and passage.block not in (Block.TABLE_ROW, Block.LIST_ITEM)
            and not _DEADLINE_LABEL.search(passage.text)
        ):
            return _Found(days[-1].first, Origin.TEXT, 0.75, passage.ordinal)
    return None


def _file_date(path: str) -> _Found[dt.date] | None:
    """Read a date off the file name; two of them are a period, and say nothing of when it was written."""
    name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    days = [day for match in _ISO.finditer(name) if (day := first_day(match[0]))]
    if not days:
        days = [
            date.first
            for date in find_dates(re.sub(r"[_-]+", " ", name))
            if date.precision is Precision.DAY and date.year_given
        ]
    return _Found(days[0], Origin.FILE_NAME, 0.7) if len(days) == 1 else None


def _property_date(raw: RawFile, latest: dt.date | None) -> _Found[dt.date] | None:
    properties = dict(raw.properties)
    for name in ("creationdate", "created", "date", "moddate", "modified"):
        match = _PROPERTY_DATE.match(properties.get(name, ""))
        day = _calendar(match) if match else None
        if day and (latest is None or (day <= latest and (latest - day).days < OLDEST_PROPERTY_DAYS)):
            return _Found(day, Origin.PROPERTIES, 0.4)
    return None


def _calendar(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _planned_meeting(passages: Sequence[Passage]) -> _Found[dt.date] | None:
    for passage in reversed(passages):
        planned = passage.heading_path and re.match(r"beslutsplanering|ärendets gång", passage.heading_path[-1], re.I)
        day = first_day(passage.text) if planned else None
        if day:
            return _Found(day, Origin.TEXT, 0.85, passage.ordinal)
    return None


def _case_numbers(path: str, head: Sequence[str], passages: Sequence[Passage], kind: Kind) -> list[_Found[str]]:
    """Return the document's own diarienummer: of all §§ of minutes, else of its head, else of its name."""
    found: list[_Found[str]] = []
    if kind in _MINUTES:
        for passage in passages:
            if passage.section_sign and passage.level == 1:
                found.extend(_Found(number, Origin.TEXT, 0.98, passage.ordinal) for number in passage.case_numbers)
    if not found:
        found = [_Found(number, Origin.TEXT, 0.97) for number in _head_cases(head)]
    if not found:
        name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0].upper()
        found = [_Found(number.value, Origin.FILE_NAME, 0.7) for number in find_case_numbers(name)]
    unique: list[_Found[str]] = []
    for case in found:
        if not any(same_case(case.value, other.value) for other in unique):
            unique.append(case)
    return unique


def _head_cases(head: Sequence[str]) -> list[str]:
    """Read the diarienummer of the head: above the first section, label and number maybe on two lines."""
    until = next((at for at, line in enumerate(head) if _opens_text(line) and not _KIND_WORD.match(line)), len(head))
    lines = head[:until]
    labelled = re.compile(r"dnr|diarie|ärende(?:nummer|nr)|beteckning|referens", re.I)
    below = [number for position, line in enumerate(lines) if (number := _case_below(lines, position, line))]
    if below:
        return below[:1]
    joined = "\n".join(lines)
    numbers = find_case_numbers(joined)
    own = [
        number
        for number in numbers
        if not re.search(r"\b(?:er|ert|motpart\w*)\s+\w*\W*$", joined[max(0, number.start - 25) : number.start], re.I)
    ]
    with_label = [number.value for number in own if labelled.search(joined[max(0, number.start - 40) : number.start])]
    return with_label or [number.value for number in own][:1]


def _case_below(lines: Sequence[str], position: int, label: str) -> str | None:
    """Read a bare number in a row of values below a row of labels ("Datum  Diarienummer")."""
    if not _CASE_LABEL.fullmatch(label):
        return None
    for line in lines[position + 1 : position + 5]:
        if _BARE_CASE.fullmatch(line) and first_day(line) is None:
            return normalise_case_number(line)
    return None


def _language(text: str) -> str:
    """Tell Swedish, English, Finnish and Norwegian apart by their commonest small words."""
    words = Counter(re.findall(r"[a-zåäöøæ]+", text[:20_000].lower()))
    small = {
        "sv": "och att det som för på är av en till med inte har ska den",
        "en": "the of and to in is that for with was are be this by",
        "fi": "ja on ei se että oli hän mutta joka myös ovat sekä kun tai",
        "no": "og det er til av på for med ikke som har skal den hun",
    }
    scores = {language: sum(words[word] for word in listed.split()) for language, listed in small.items()}
    best = max(scores, key=lambda language: (scores[language], language == "sv"))
    return best if scores[best] > 0 else "sv"


def _sources(
    sidecar: Sidecar | None,
    kind: _Found[Kind],
    title: _Found[str],
    board: _Found[str] | None,
    place: _Found[str] | None,
    dates: tuple[_Found[dt.date] | None, _Found[dt.date] | None],
    cases: Sequence[_Found[str]],
) -> tuple[FieldSource, ...]:
    read: list[FieldSource] = []
    single = (
        ("title", title),
        ("kind", kind),
        ("board", board),
        ("municipality", place),
        ("date", dates[0]),
        ("meeting_date", dates[1]),
    )
    for name, found in single:
        told = getattr(sidecar, name) if sidecar else None
        if told:
            read.append(FieldSource(name, str(told), Origin.SIDECAR, 1.0))
        if found is not None:
            read.append(FieldSource(name, str(found.value), found.origin, found.confidence, found.ordinal))
    if sidecar:
        read.extend(FieldSource("case_numbers", number, Origin.SIDECAR, 1.0) for number in sidecar.case_numbers)
    read.extend(FieldSource("case_numbers", case.value, case.origin, case.confidence, case.ordinal) for case in cases)
    return tuple(read)
