"""What is known of a document apart from its text, each value with where it was found and how sure it is."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from ingest.dating import dates_of
from ingest.documents import MINUTES, DocumentMetadata, FieldSource, Kind, Origin, Passage, RawFile, SourceFile
from ingest.found import Found, Value, head_lines, lines_of, opens_text
from ingest.identifiers import find_case_numbers, normalise_case_number, same_case
from ingest.kinds import kind_of
from ingest.municipality import municipality_of
from ingest.ownership import board_of
from ingest.people import MOST_LINES, parties_of, people_of, recipients_of
from ingest.references import references_of
from ingest.settings import IngestSettings
from ingest.sidecar import Sidecar
from ingest.swedish_dates import first_day
from ingest.titles import heading_title, title_of

# Characters of a line that names a matter of an agenda; what is longer tells of it.
_LONGEST_MATTER = 200
_CASE_LABEL = re.compile(r"(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer)|(?:vår )?beteckning)\.?:?", re.IGNORECASE)
_LABELS = re.compile(r"dnr|diarie|ärende(?:nummer|nr)|beteckning|referens", re.IGNORECASE)
_BARE_CASE = re.compile(
    r"\d{1,7}[-/](?:19|20)\d\d|(?:19|20)\d\d[-/:]\d{1,7}|[A-ZÅÄÖ]{2,6}(?:-[A-ZÅÄÖ]{2,6})?[ -]?\d\d[-/:]\d{3,6}|"
    r"(?:19|20)\d\d\.\d{2,6}(?:\.\d{2,4})?|"
    r"[A-ZÅÄÖ]{1,6}(?:-[A-ZÅÄÖ]{1,6})?[ /-]?(?:(?:\d{1,2}(?:\.\d{1,2}){1,4}-)?\d{1,7}[-/](?:19|20)\d\d|(?:19|20)\d\d[-/:]\d{1,7})|"
    r"(?:19|20)\d\d[A-ZÅÄÖ]{2,5}\d{3,6}"
)
_MONTH_LAST = re.compile(r"-(?:0[1-9]|1[0-2])$")
_FIELDS = ("title", "kind", "board", "municipality", "date", "meeting_date")


def describe(
    file: SourceFile,
    raw: RawFile,
    text: str,
    passages: Sequence[Passage],
    told: Sidecar | None,
    settings: IngestSettings,
) -> DocumentMetadata:
    """Return the metadata of a document; what a sidecar says wins over what was read."""
    head = head_lines(raw)
    told = told or Sidecar(file.path, "")
    form = kind_of(file.path, head, passages, heading_title(passages))
    kind = told.kind or form.value
    board = board_of(file.path, head, passages, kind)
    date, meeting_date = dates_of(file.path, head, passages, kind, raw)
    title = title_of(file.path, raw, passages, kind, board, date)
    cases = _case_numbers(file.path, head, passages, kind)
    municipality = municipality_of(raw, text)
    people = tuple(dict.fromkeys((*told.people, *people_of(lines_of(raw, MOST_LINES), passages, kind))))
    case_values = told.case_numbers or tuple(found.value for found in cases)
    read = (title, form, board, municipality, date, meeting_date)
    return DocumentMetadata(
        id=hashlib.sha256(file.path.encode()).hexdigest()[:16],
        source=file.path,
        title=told.title or title.value,
        kind=kind,
        content_hash=file.sha256,
        case_numbers=case_values,
        board=told.board or _value(board),
        municipality=told.municipality or _value(municipality),
        date=told.date or _value(date),
        meeting_date=told.meeting_date or _value(meeting_date),
        people=people,
        parties=told.parties or parties_of(people, passages, kind),
        recipients=told.recipients or recipients_of(passages),
        refers_to=references_of(passages, case_values),
        access=told.access or ("alla",),
        pages=len(raw.pages),
        page_sizes=tuple((page.width, page.height) for page in raw.pages if page.width and page.height),
        language=_language(text),
        ocr_confidence=_mean_confidence(raw),
        low_confidence_pages=_unsure_pages(raw, settings),
        field_sources=tuple(_sources(told, read, cases)),
    )


def _value(found: Found[Value] | None) -> Value | None:
    return found.value if found else None


def _mean_confidence(raw: RawFile) -> float | None:
    confidences = [page.confidence for page in raw.pages if page.confidence is not None]
    return round(sum(confidences) / len(confidences), 4) if confidences else None


def _unsure_pages(raw: RawFile, settings: IngestSettings) -> tuple[int, ...]:
    return tuple(
        page.number
        for page in raw.pages
        if page.confidence is not None and page.confidence < settings.ocr_low_confidence
    )


def _case_numbers(path: str, head: Sequence[str], passages: Sequence[Passage], kind: Kind) -> list[Found[str]]:
    """Return the document's own diarienummer: of all §§ of minutes, else of its head, else of its name."""
    found: list[Found[str]] = []
    if kind in MINUTES:
        for passage in passages:
            if passage.section_sign and passage.level == 1:
                found.extend(Found(number, Origin.TEXT, 0.98, passage.ordinal) for number in passage.case_numbers)
    if kind is Kind.KALLELSE:
        # Like minutes, an agenda is a paper of every case that it calls up.
        listed = (passage for passage in passages if len(passage.text) <= _LONGEST_MATTER)
        found = [
            Found(number.value, Origin.TEXT, 0.9, passage.ordinal)
            for passage in listed
            for number in find_case_numbers(passage.text)
        ]
    if not found:
        found = [Found(number, Origin.TEXT, 0.97) for number in _head_cases(head)]
    if not found:
        name = PurePosixPath(path).stem.upper()
        found = [Found(number.value, Origin.FILE_NAME, 0.7) for number in find_case_numbers(name)]
    if not found:
        # "KS 2031-88 Ny simhall": a folder for each case; "KS 2031-06" is one for each month.
        folders = [part.upper() for part in PurePosixPath(path).parts[:-1]]
        named = [number for folder in folders for number in find_case_numbers(folder) if not number.start]
        named = [number for number in named if not _MONTH_LAST.search(number.value)]
        found = [Found(number.value, Origin.FOLDER, 0.6) for number in named[-1:]]
    unique: list[Found[str]] = []
    for case in found:
        if not any(same_case(case.value, other.value) for other in unique):
            unique.append(case)
    return unique


def _head_cases(head: Sequence[str]) -> list[str]:
    """Read the diarienummer of the head: above the first section, label and number maybe on two lines."""
    until = next((at for at, line in enumerate(head) if opens_text(line)), len(head))
    lines = head[:until]
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
    with_label = [number.value for number in own if _LABELS.search(joined[max(0, number.start - 40) : number.start])]
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


def _sources(told: Sidecar, read: Sequence[Found[Any] | None], cases: Sequence[Found[str]]) -> Iterator[FieldSource]:
    """Yield where each value stands: first what the sidecar tells of a field, then what was read."""
    values = [[found] if found else [] for found in read]
    for name, read_values in (*zip(_FIELDS, values, strict=True), ("case_numbers", cases)):
        stated = getattr(told, name) or ()
        for value in stated if isinstance(stated, tuple) else (stated,):
            yield FieldSource(name, str(value), Origin.SIDECAR, 1.0)
        for found in read_values:
            yield FieldSource(name, str(found.value), found.origin, found.confidence, found.ordinal)
