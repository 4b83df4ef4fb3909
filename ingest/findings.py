"""What a registrar should see to, sort by sort: each rule looks through all documents (pure)."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from ingest.boards import ABBREVIATIONS, abbreviates
from ingest.documents import MINUTES, Document, DocumentMetadata, Failure, Force, Kind, Origin, Reference
from ingest.errors import SkipReason
from ingest.identifiers import same_case
from ingest.links import missing_links
from ingest.outcomes import Outcome, outcome_of
from ingest.sections import may_be_title
from ingest.sidecar import SidecarProblem

# Kinds that are always registered in a case of their own or of others.
_REGISTERED = (
    Kind.TJANSTESKRIVELSE,
    Kind.PROTOKOLLSUTDRAG,
    Kind.YTTRANDE,
    Kind.MOTION,
    Kind.NAMNDINITIATIV,
    Kind.REVISIONSRAPPORT,
    Kind.INTERPELLATION,
)
_SILENT = frozenset({SkipReason.NO_TEXT.value, SkipReason.EMPTY.value})
_SURE = 0.7
_LOW_CONFIDENCE = 0.8
_SHINGLE = 8
_NEAR_DUPLICATE = 0.85
_WHOLE_MEETING = 3
_LONGEST_QUOTE = 120
_MOST_NAMED = 4
# Whose lists of enclosures are papers of a case; plans and agreements name maps and reports of their own.
_LISTS_ENCLOSURES = frozenset({*_REGISTERED, Kind.PROTOKOLL})
# Elections and resignations are prepared by no officer's letter.
_ELECTS = re.compile(
    r"\b(?:val|entledig\w*|avsäg\w*|fyllnadsval|\w*kompletteringsval|valärende\w*|justering|dagordning\w*|ajournering|"
    r"frågestund|interpellation\w*|enkla? fråg\w*|upprop)\b",
    re.IGNORECASE,
)
_SUBSTANTIAL = re.compile(r"\b(?:redovisning(?:en)?|information(?:en)?|meddelande\w*|anmäl\w+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold one thing to look at: a document, and what is the matter with it."""

    source: str
    document_id: str | None
    detail: str
    section_sign: str | None = None


def unread(failures: Sequence[Failure], *, silent: bool) -> tuple[Finding, ...]:
    """Name the files that hold no text, or where not ``silent`` those that could not be read, and why."""
    chosen = (failure for failure in failures if (failure.reason in _SILENT) is silent)
    return tuple(Finding(failure.path, None, failure.message) for failure in chosen)


def sidecars(problems: Iterable[SidecarProblem]) -> tuple[Finding, ...]:
    """Name what a diarium says that could not be used."""
    return tuple(Finding(problem.path, None, problem.message) for problem in problems)


def low_ocr(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Name the documents whose recognised text is unsure."""
    found = []
    for document in documents:
        metadata = document.metadata
        if metadata.low_confidence_pages:
            pages = ", ".join(map(str, metadata.low_confidence_pages))
            sure = f" (i snitt {metadata.ocr_confidence:.0%})" if metadata.ocr_confidence is not None else ""
            found.append(Finding(metadata.source, metadata.id, f"sida {pages}{sure}"))
        elif metadata.ocr_confidence is not None and metadata.ocr_confidence < _LOW_CONFIDENCE:
            found.append(Finding(metadata.source, metadata.id, f"i snitt {metadata.ocr_confidence:.0%}"))
    return tuple(found)


def without_case(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Name the documents that should have a diarienummer and have none."""
    return tuple(
        Finding(document.metadata.source, document.metadata.id, f"{document.metadata.kind.value} utan diarienummer")
        for document in documents
        if document.metadata.kind in _REGISTERED and not document.metadata.case_numbers
    )


def conflicting_dates(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Name the documents whose dates contradict one another."""
    return tuple(
        Finding(document.metadata.source, document.metadata.id, conflict)
        for document in documents
        if (conflict := _conflict(document.metadata))
    )


def _conflict(metadata: DocumentMetadata) -> str:
    """Say how the dates of a document contradict one another; nothing where they do not."""
    sources = metadata.field_sources
    told = {one.origin: one.value for one in sources if one.name == "date" and one.confidence >= _SURE}
    folders = (one.value for one in sources if one.name == "meeting_date" and one.origin is Origin.FOLDER)
    meeting = next(folders, None)
    if len(set(told.values())) > 1:
        return f"olika datum: {', '.join(f'{_PLACES[origin]} {value}' for origin, value in told.items())}"
    if metadata.date is None or meeting is None:
        return ""
    if metadata.date.isoformat() > meeting:
        return f"daterad {metadata.date}, efter mötet {meeting} som den ligger under"
    unlike = metadata.kind is Kind.PROTOKOLL and metadata.date.isoformat() != meeting
    return f"protokoll från {metadata.date} i mappen {meeting}" if unlike else ""


_PLACES: Mapping[Origin, str] = {
    Origin.SIDECAR: "registret säger",
    Origin.TEXT: "texten säger",
    Origin.FILE_NAME: "filnamnet säger",
    Origin.FOLDER: "mappen säger",
    Origin.PROPERTIES: "filens egenskaper säger",
}


def duplicates(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Find equal files, and texts that share nearly all of their eight-word runs."""
    found = []
    prints = [(document, _shingles(document.text)) for document in documents]
    holders: dict[int, list[int]] = defaultdict(list)
    for position, (document, shingles) in enumerate(prints):
        shared: dict[int, int] = defaultdict(int)
        for shingle in shingles:
            for other in holders[shingle]:
                shared[other] += 1
            holders[shingle].append(position)
        best = max(shared, key=lambda other: shared[other], default=None)
        place = (document.metadata.source, document.metadata.id)
        digest = document.metadata.content_hash
        same = next((other for other, _ in prints[:position] if other.metadata.content_hash == digest), None)
        if same is not None:
            found.append(Finding(*place, f"samma fil som {same.metadata.source}"))
        elif best is not None and shared[best] >= _NEAR_DUPLICATE * max(len(shingles), len(prints[best][1])):
            found.append(Finding(*place, f"nästan samma text som {prints[best][0].metadata.source}"))
    return tuple(found)


def _shingles(text: str) -> frozenset[int]:
    """Return a sample of a text's eight-word runs as numbers: every eighth by hash, all of a short text."""
    words = re.findall(r"\w+", text.casefold())
    every = {
        int.from_bytes(blake2b(" ".join(words[at : at + _SHINGLE]).encode(), digest_size=8).digest())
        for at in range(max(1, len(words) - _SHINGLE + 1))
    }
    sample = frozenset(number for number in every if number % 8 == 0)
    return sample if len(sample) >= 30 else frozenset(every)


def without_letter(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Name the decisions no officer wrote to; minutes whose papers are not held at all are named once."""
    letters = _numbers(documents, {Kind.TJANSTESKRIVELSE})
    papers = _numbers(documents, frozenset(Kind) - MINUTES)
    found: list[Finding] = []
    for document in documents:
        if document.metadata.kind not in MINUTES:
            continue
        decided = _decided(document)
        bare = {sign: numbers for sign, numbers in decided.items() if not _any_same(numbers, letters)}
        unheld = {sign for sign, numbers in bare.items() if not _any_same(numbers, papers)}
        place = (document.metadata.source, document.metadata.id)
        if len(unheld) >= _WHOLE_MEETING and len(unheld) == len(decided):
            found.append(Finding(*place, f"mötets handlingar finns inte i underlaget: {len(unheld)} beslut utan dem"))
            continue
        found.extend(Finding(*place, f"beslut i {', '.join(numbers)}", sign) for sign, numbers in bare.items())
    return tuple(found)


def _decided(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the §§ that decide something which an officer's letter usually prepares, with their diarienummer."""
    decided: dict[str, tuple[str, ...]] = {}
    for passage in document.passages:
        if passage.force is not Force.DECISION or not passage.section_sign or not passage.case_numbers:
            continue
        title = passage.heading_path[0] if passage.heading_path else ""
        formal = _SUBSTANTIAL.match(passage.text) or _ELECTS.search(title) or may_be_title(title)
        if not formal and outcome_of(passage.text) not in (Outcome.BEREDNING, Outcome.INFORMATION):
            decided.setdefault(passage.section_sign, passage.case_numbers)
    return decided


def _numbers(documents: Sequence[Document], kinds: Container[Kind]) -> list[str]:
    return [
        number for document in documents if document.metadata.kind in kinds for number in document.metadata.case_numbers
    ]


def _any_same(numbers: Iterable[str], others: Sequence[str]) -> bool:
    return any(same_case(number, other) for number in numbers for other in others)


def unresolved(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Name the references that lead nowhere; minutes of a time or body that is not held at all are named once."""
    catalogue = [document.metadata for document in documents]
    held = {document.metadata.id: document for document in documents}
    found: list[Finding] = []
    outside: dict[str, list[tuple[Reference, DocumentMetadata]]] = {}
    enclosures: dict[tuple[str, str | None], list[str]] = {}
    for link in missing_links(documents, catalogue):
        document = held[link.document_id]
        passage = document.passages[link.ordinal]
        reference = link.reference
        if reference.kind == "case" and any(may_be_title(heading) for heading in passage.heading_path[:1]):
            # Lists of messages and of delegated decisions name cases in passing.
            continue
        if reference.board and reference.date and not _covers(catalogue, reference.board, reference.date):
            board = ABBREVIATIONS.get(reference.board.upper(), reference.board)
            outside.setdefault(board, []).append((reference, document.metadata))
            continue
        if reference.kind == "document":
            if document.metadata.kind in _LISTS_ENCLOSURES:
                enclosures.setdefault((link.document_id, passage.section_sign), []).append(_title(reference.target))
            continue
        detail = f"”{_short(link.text)}”: {link.reason}"
        found.append(Finding(document.metadata.source, link.document_id, detail, passage.section_sign))
    for (document_id, sign), titles in enclosures.items():
        found.append(Finding(held[document_id].metadata.source, document_id, _not_held(titles), sign))
    found.sort(key=lambda finding: finding.source)
    return (*found, *(_outside(board, references) for board, references in sorted(outside.items())))


def _covers(catalogue: Sequence[DocumentMetadata], board: str, day: dt.date) -> bool:
    """Say whether minutes of a body from before or on a day are held, so that those of the day should be too."""
    days = [
        metadata.date
        for metadata in catalogue
        if metadata.kind in MINUTES
        and metadata.date
        and metadata.board
        and (metadata.board == board or abbreviates(board, metadata.board))
    ]
    return bool(days) and min(days) <= day <= max(days)


def _outside(board: str, references: Sequence[tuple[Reference, DocumentMetadata]]) -> Finding:
    days = sorted({reference.date for reference, _ in references if reference.date})
    when = f"{days[0]}" if len(days) == 1 else f"{len(days)} sammanträden {days[0]} till {days[-1]}"
    first = references[0][1]
    return Finding(first.source, first.id, f"underlaget omfattar inte protokoll från {board} av den tiden: {when}")


def _title(target: str) -> str:
    return f"”{_short(target.lstrip('•-–* '))}”"


def _not_held(titles: Sequence[str]) -> str:
    """Say which enclosures of one paper or § are missing; the first few by name."""
    if len(titles) == 1:
        return f"{titles[0]}: ingen handling med den titeln finns i underlaget"
    more = f" och {len(titles) - _MOST_NAMED} till" if len(titles) > _MOST_NAMED else ""
    return f"{len(titles)} handlingar under ärendet finns inte i underlaget: {', '.join(titles[:_MOST_NAMED])}{more}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE].rstrip()} …"
