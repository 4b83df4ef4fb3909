"""What is known of a document apart from its text, each value with where it was found and how sure it is."""

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from ingest.boards import ABBREVIATIONS, BoardName, board_from_slug, find_boards, only_board, slug
from ingest.dating import dates_of
from ingest.documents import DocumentMetadata, FieldSource, Kind, Origin, Passage, RawFile, SourceFile
from ingest.found import KIND_WORD, MINUTES, Found, head_lines, lines_of, opens_text
from ingest.identifiers import find_case_numbers, normalise_case_number, same_case
from ingest.kinds import kind_of
from ingest.municipality import municipality_of
from ingest.people import parties_of, people_of, recipients_of
from ingest.references import references_of
from ingest.sections import Section, section_of
from ingest.settings import IngestSettings
from ingest.sidecar import Sidecar
from ingest.swedish_dates import first_day
from ingest.titles import heading_title, title_of

_CASE_LABEL = re.compile(r"(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer)|(?:vår )?beteckning)\.?:?", re.IGNORECASE)
_ASKED_OF = re.compile(r"\s+(?:får|ges|uppdras|uppmanas|ska|skall|anmodas|ombeds|medges|tilldelas|beviljas)\b")
_ADOPTED_KINDS = (Kind.PLAN, Kind.OVRIGT, Kind.DELEGATION)
_ADOPTED_BY = re.compile(
    r"(?:beslutande (?:instans|organ)|beslutsinstans|beslutsfattare|(?:beslut(?:ad|at|ade)|fastställ[dt]\w*|antag(?:en|et|na)|"
    r"godkän[dt]\w*)(?: den)?(?: [\d-]{8,10})? av)\b:?",
    re.IGNORECASE,
)
_BARE_CASE = re.compile(
    r"\d{1,7}[-/](?:19|20)\d\d|(?:19|20)\d\d[-/:]\d{1,7}|[A-ZÅÄÖ]{2,6}(?:-[A-ZÅÄÖ]{2,6})?[ -]?\d\d[-/:]\d{3,6}|"
    r"(?:19|20)\d\d\.\d{2,6}(?:\.\d{2,4})?"
)


def describe(
    file: SourceFile,
    raw: RawFile,
    text: str,
    passages: tuple[Passage, ...],
    sidecar: Sidecar | None,
    settings: IngestSettings,
) -> DocumentMetadata:
    """Return the metadata of a document; what a sidecar says wins over what was read."""
    head = head_lines(raw)
    early_title = heading_title(passages)
    guess = kind_of(file.path, head, passages, early_title)
    kind = sidecar.kind if sidecar and sidecar.kind else guess.kind
    board = _board(file.path, head, passages, kind)
    dates = dates_of(file.path, head, passages, kind, raw)
    title = title_of(file.path, raw, passages, kind, board, dates[0])
    cases = _case_numbers(file.path, head, passages, kind)
    named = municipality_of(raw, text)
    place = Found(named.name, named.origin, named.confidence) if named else None
    people = (*(sidecar.people if sidecar else ()), *people_of(lines_of(raw), passages, kind))
    people = tuple(dict.fromkeys(people))
    case_values = sidecar.case_numbers if sidecar and sidecar.case_numbers else tuple(found.value for found in cases)
    sources = _sources(sidecar, Found(kind, guess.origin, guess.confidence), title, board, place, dates, cases)
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


def _board(path: str, head: Sequence[str], passages: Sequence[Passage], kind: Kind) -> Found[str] | None:
    if kind in MINUTES:
        found = _board_of_minutes(path, head, passages)
    else:
        adopted = _adopting_board(head) if kind in _ADOPTED_KINDS else None
        letter = kind in (Kind.TJANSTESKRIVELSE, Kind.NAMNDINITIATIV, Kind.MOTION)
        found = adopted or _addressed_board(head) or (_deciding_board(passages) if letter else None)
    return found or _planned_board(passages, kind) or _folder_board(path, passages) or _named_board(head)


def _board_of_minutes(path: str, head: Sequence[str], passages: Sequence[Passage]) -> Found[str] | None:
    before: list[str] = []
    for line in head[:25]:
        if line.startswith("§"):
            break
        before.append(line)
    committee = next(
        (board for line in before[:6] if (board := only_board(line)) and board.endswith("utskottet")), None
    )
    if committee:
        return Found(committee, Origin.TEXT, 0.95)
    joined = " ".join(before[:14])
    boards = find_boards(joined)
    if boards:
        return Found(boards[0].value, Origin.TEXT, 0.97)
    deciding = _deciding_board(passages)
    if deciding:
        return deciding
    name = re.search(r"(?:^|[-_ ])(?:ss|§)?\s?\d+[-_ ]([a-zåäö]{2,8})(?:[-_ ]|$)", slug(path.rsplit("/", 1)[-1]))
    if name and name[1].upper() in ABBREVIATIONS:
        return Found(ABBREVIATIONS[name[1].upper()], Origin.FILE_NAME, 0.7)
    return None


def _addressed_board(head: Sequence[str]) -> Found[str] | None:
    """Find the body that a letter is addressed to: a line of the head that holds only its name.

    Auditors are the sender, and stand for the body only where no other is named.
    """
    sender: Found[str] | None = None
    for start in range(min(len(head), 25)):
        if section_of(head[start]) is not None:
            break
        for length in (3, 2, 1):
            board = only_board(" ".join(head[start : start + length]))
            if board and start + length <= len(head):
                found = Found(board, Origin.TEXT, 0.95)
                if not board.endswith("revisionen"):
                    return found
                sender = sender or found
    return sender


def _adopting_board(head: Sequence[str]) -> Found[str] | None:
    """Find the body that a plan or rule says has adopted it ("Fastställd av …", "Beslutande instans: …")."""
    for position, line in enumerate(head):
        match = _ADOPTED_BY.match(line)
        if match is None:
            continue
        rest = line[match.end() :].strip(" :")
        boards = find_boards(rest or " ".join(head[position + 1 : position + 2]))
        if boards and boards[0].start == 0:
            return Found(boards[0].value, Origin.TEXT, 0.9)
    return None


def _deciding_board(passages: Sequence[Passage]) -> Found[str] | None:
    """Find the body that a proposal or decision lets decide ("Socialnämnden beslutar att ...")."""
    counted: Counter[str] = Counter()
    first: dict[str, int] = {}
    for passage in passages:
        headings = [passage.text] if passage.level else list(passage.heading_path[-1:])
        if not any(section_of(text) in (Section.PROPOSAL, Section.DECISION) for text in headings):
            continue
        boards = find_boards(passage.text)
        if boards and (passage.level or boards[0].start < 12) and _lets_decide(passage.text, boards[0]):
            counted[boards[0].value] += 1
            first.setdefault(boards[0].value, passage.ordinal)
    if not counted:
        return None
    board = max(counted, key=lambda name: (counted[name], -first[name]))
    return Found(board, Origin.TEXT, 0.85, first[board])


def _lets_decide(text: str, board: BoardName) -> bool:
    """Tell the body that decides from one that the decision is about ("nämndens begäran", "nämnden får i uppdrag")."""
    if _ASKED_OF.match(text, board.end):
        return False
    return not text[board.start : board.end].endswith("s") or board.value.endswith("s") or not text[board.end :].strip()


def _planned_board(passages: Sequence[Passage], kind: Kind) -> Found[str] | None:
    """Find the body that stands last in the order of handling; a motion goes to the fullmäktige."""
    planned = [
        board.value
        for passage in passages
        if passage.heading_path and re.match(r"beslutsplanering|ärendets gång", passage.heading_path[-1], re.I)
        for board in find_boards(passage.text)
    ]
    if planned:
        return Found(planned[-1], Origin.TEXT, 0.8)
    return Found("Kommunfullmäktige", Origin.TEXT, 0.6) if kind is Kind.MOTION else None


def _named_board(head: Sequence[str]) -> Found[str] | None:
    boards = find_boards("\n".join(head[:15]))
    return Found(boards[0].value, Origin.TEXT, 0.5) if boards else None


def _folder_board(path: str, passages: Sequence[Passage]) -> Found[str] | None:
    """Read the body off a folder name, in the spelling that the document itself uses where it does."""
    for folder in reversed(path.split("/")[:-1]):
        board = board_from_slug(folder) or ABBREVIATIONS.get(folder.upper())
        if board is None:
            continue
        for passage in passages:
            spelled = next((name.value for name in find_boards(passage.text) if slug(name.value) == slug(folder)), None)
            if spelled:
                return Found(spelled, Origin.FOLDER, 0.6)
        return Found(board, Origin.FOLDER, 0.5)
    return None


def _case_numbers(path: str, head: Sequence[str], passages: Sequence[Passage], kind: Kind) -> list[Found[str]]:
    """Return the document's own diarienummer: of all §§ of minutes, else of its head, else of its name."""
    found: list[Found[str]] = []
    if kind in MINUTES:
        for passage in passages:
            if passage.section_sign and passage.level == 1:
                found.extend(Found(number, Origin.TEXT, 0.98, passage.ordinal) for number in passage.case_numbers)
    if not found:
        found = [Found(number, Origin.TEXT, 0.97) for number in _head_cases(head)]
    if not found:
        name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0].upper()
        found = [Found(number.value, Origin.FILE_NAME, 0.7) for number in find_case_numbers(name)]
    unique: list[Found[str]] = []
    for case in found:
        if not any(same_case(case.value, other.value) for other in unique):
            unique.append(case)
    return unique


def _head_cases(head: Sequence[str]) -> list[str]:
    """Read the diarienummer of the head: above the first section, label and number maybe on two lines."""
    until = next((at for at, line in enumerate(head) if opens_text(line) and not KIND_WORD.match(line)), len(head))
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
    kind: Found[Kind],
    title: Found[str],
    board: Found[str] | None,
    place: Found[str] | None,
    dates: tuple[Found[dt.date] | None, Found[dt.date] | None],
    cases: Sequence[Found[str]],
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
