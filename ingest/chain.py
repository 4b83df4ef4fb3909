"""The chain of a case: what happened when, which assignments are open, what is missing (pure)."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.boards import slug
from ingest.documents import MINUTES, Block, Document, DocumentMetadata, Force, Kind, Passage
from ingest.identifiers import find_section_signs, same_case
from ingest.links import MissingLink, enclosures_of, missing_links, ordinals_of
from ingest.outcomes import Outcome, outcome_of
from ingest.sections import Section, section_of

_ASSIGNS = re.compile(
    r"\b(?:(?:få|ge|lämna)(?:r|s|tt)?\b[^.]{0,120}\bi\s+uppdrag|uppdra(?:r|s|gits)?\b|uppdrag(?:et)?\s+(?:ges|lämnas)|"
    r"ska\b[^.]{0,60}\båter(?:komma|rapportera\w*|redovisa\w*)|ska\b[^.]{0,60}\bredovisa\b|återkomma\s+(?:senast|med|till))",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\båter(?:rapport\w*|redovis\w*)|\buppdraget\b[^.]{0,120}\b(?:anses?|är|förklaras|avslut\w*|"
    r"slutför\w*|redovis\w*|besvara\w*)|"
    r"\bsvar\s+på\s+uppdrag|\bredovisning\s+av\s+uppdrag|\bmed\s+anledning\s+av\s+uppdraget",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one step of a case: ``quote`` is ``text[start:end]`` of the document."""

    date: dt.date | None
    document_id: str
    source: str
    title: str
    kind: Kind
    board: str | None
    section_sign: str | None
    outcome: Outcome
    force: Force
    ordinal: int
    page: int
    quote: str
    start: int
    end: int
    # Other documents that hold the same step: an excerpt beside its minutes, the same file with two bodies.
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """Hold something a body asked for; open until a later document of the case reports back."""

    date: dt.date | None
    document_id: str
    board: str | None
    section_sign: str | None
    ordinal: int
    page: int
    quote: str
    start: int
    end: int
    deadlines: tuple[dt.date, ...] = ()
    reported_in: str | None = None

    @property
    def is_open(self) -> bool:
        """Say whether no later document reports back."""
        return self.reported_in is None


@dataclass(frozen=True, slots=True)
class CaseChain:
    """Hold a case from its first document to its last."""

    case_number: str
    title: str
    steps: tuple[Step, ...]
    assignments: tuple[Assignment, ...]
    missing: tuple[MissingLink, ...]
    document_ids: tuple[str, ...]

    @property
    def open_assignments(self) -> tuple[Assignment, ...]:
        """Return the assignments that nothing reports back."""
        return tuple(assignment for assignment in self.assignments if assignment.is_open)


def chain(
    documents: Iterable[Document], case_number: str, known: Iterable[DocumentMetadata] | None = None
) -> CaseChain:
    """Return the chain of a case; ``known`` is every document that references may lead to (default: those given)."""
    every = {document.metadata.id: document for document in documents}
    catalogue = tuple(known) if known is not None else tuple(document.metadata for document in every.values())
    members = _members(every, case_number)
    steps = _merged(sorted((step for document in members for step in _steps(document, case_number)), key=_when))
    assignments = tuple(
        _with_report(assignment, members, case_number)
        for assignment in sorted(
            _unique(item for document in members for item in _assignments(document, case_number)), key=_when
        )
    )
    return CaseChain(
        case_number=case_number,
        title=_title(steps),
        steps=tuple(steps),
        assignments=assignments,
        missing=tuple(missing_links(members, catalogue, case_number)),
        document_ids=tuple(document.metadata.id for document in members),
    )


def _members(every: Mapping[str, Document], case_number: str) -> list[Document]:
    """Return the documents of a case: by their number, and enclosures that its documents name."""
    own = [document for document in every.values() if _belongs(document, case_number)]
    enclosed = enclosures_of(own, (document.metadata for document in every.values()), case_number)
    return own + [every[document_id] for document_id in enclosed]


def _belongs(document: Document, case_number: str) -> bool:
    return any(same_case(number, case_number) for number in document.metadata.case_numbers) or any(
        same_case(number, case_number)
        for passage in document.passages
        if passage.level
        for number in passage.case_numbers
    )


def _steps(document: Document, case_number: str) -> Iterable[Step]:
    metadata = document.metadata
    concerned = [document.passages[ordinal] for ordinal in sorted(ordinals_of(document, case_number))]
    if metadata.kind not in MINUTES:
        yield _letter_step(document, concerned)
        return
    for sign in dict.fromkeys(passage.section_sign for passage in concerned):
        section = [passage for passage in concerned if passage.section_sign == sign]
        decided = [passage for passage in section if passage.force is Force.DECISION]
        proposed = [passage for passage in section if passage.force is Force.PROPOSAL and _under_decision(passage)]
        if decided:
            outcome = next(
                (found for passage in decided if (found := outcome_of(passage.text)) is not Outcome.BESLUT),
                Outcome.BESLUT,
            )
            yield _step(document, decided[0], outcome)
        elif proposed:
            yield _step(document, proposed[0], Outcome.FORSLAG)
        elif section:
            yield _step(document, section[0], Outcome.INFORMATION)


def _under_decision(passage: Passage) -> bool:
    return any(
        re.match(r"beslut|.*förslag till (?:beslut|\w*(?:fullmäktige|styrelsen|nämnden)\b)", heading, re.I)
        for heading in passage.heading_path[1:]
    )


def _under_proposal(passage: Passage) -> bool:
    return any(section_of(heading) is Section.PROPOSAL for heading in passage.heading_path)


def _letter_step(document: Document, concerned: Sequence[Passage]) -> Step:
    proposals = [passage for passage in concerned if passage.force is Force.PROPOSAL and not passage.level]
    # What the letter itself proposes, before what it retells of a motion.
    proposed = next((passage for passage in proposals if _under_proposal(passage)), next(iter(proposals), None))
    if proposed is not None and document.metadata.kind is not Kind.AVTAL:
        return _step(document, proposed, Outcome.FORSLAG)
    title = slug(document.metadata.title)
    named = next((passage for passage in concerned if title and slug(passage.text) == title), None)
    first = named or next((passage for passage in concerned if passage.block is not Block.TABLE_ROW), concerned[0])
    return _step(document, first, Outcome.HANDLING)


def _step(document: Document, passage: Passage, outcome: Outcome) -> Step:
    metadata = document.metadata
    title = passage.heading_path[0] if passage.section_sign and passage.heading_path else metadata.title
    return Step(
        date=metadata.date or metadata.meeting_date,
        document_id=metadata.id,
        source=metadata.source,
        title=title,
        kind=metadata.kind,
        board=metadata.board,
        section_sign=passage.section_sign,
        outcome=outcome,
        force=passage.force,
        ordinal=passage.ordinal,
        page=passage.page,
        quote=passage.text,
        start=passage.start,
        end=passage.end,
    )


def _when(item: Step | Assignment) -> tuple[dt.date, bool, str, int]:
    """Order by date, undated last; on one day what prepares a decision comes before it."""
    decides = isinstance(item, Assignment) or item.force is Force.DECISION
    return item.date or dt.date.max, decides, item.section_sign or "", item.ordinal


def _merged(steps: Sequence[Step]) -> list[Step]:
    """Fold the excerpt of minutes into the minutes it came from, and copies of a document into one step."""
    merged: dict[tuple[object, ...], Step] = {}
    for step in steps:
        key = (
            (step.date, step.board, step.section_sign)
            if step.kind in MINUTES
            else (step.date, step.kind, slug(step.title), slug(step.quote))
        )
        first = merged.get(key)
        if first is None:
            merged[key] = step
            continue
        keep, fold = (
            (step, first) if step.kind is Kind.PROTOKOLL and first.kind is not Kind.PROTOKOLL else (first, step)
        )
        merged[key] = replace(keep, also=(*keep.also, *fold.also, fold.document_id))
    return list(merged.values())


def _assignments(document: Document, case_number: str) -> Iterable[Assignment]:
    metadata = document.metadata
    if metadata.kind not in MINUTES:
        return
    for ordinal in sorted(ordinals_of(document, case_number)):
        passage = document.passages[ordinal]
        if passage.force is Force.DECISION and _ASSIGNS.search(passage.text):
            yield Assignment(
                date=metadata.date or metadata.meeting_date,
                document_id=metadata.id,
                board=metadata.board,
                section_sign=passage.section_sign,
                ordinal=ordinal,
                page=passage.page,
                quote=passage.text,
                start=passage.start,
                end=passage.end,
                deadlines=passage.deadlines,
            )


def assigns(text: str) -> bool:
    """Tell whether words give somebody something to do or to report."""
    return _ASSIGNS.search(text) is not None


def _unique(assignments: Iterable[Assignment]) -> list[Assignment]:
    found: dict[tuple[object, ...], Assignment] = {}
    for assignment in assignments:
        found.setdefault((assignment.date, assignment.section_sign, slug(assignment.quote)), assignment)
    return list(found.values())


def _with_report(assignment: Assignment, documents: Sequence[Document], case_number: str) -> Assignment:
    """Mark an assignment as reported where a later document of the case says that it reports back."""
    for document in sorted(documents, key=lambda other: other.metadata.date or dt.date.max):
        day = document.metadata.date or document.metadata.meeting_date
        if assignment.date is None or day is None or day <= assignment.date:
            continue
        for ordinal in ordinals_of(document, case_number):
            passage = document.passages[ordinal]
            if (
                _REPORTS.search(passage.text)
                and not _ASSIGNS.search(passage.text)
                and _same_assignment(assignment, passage)
            ):
                return replace(assignment, reported_in=document.metadata.id)
    return assignment


def _same_assignment(assignment: Assignment, passage: Passage) -> bool:
    """Say whether a report may mean this assignment: it names no § at all, or this one."""
    signs = {sign.value for sign in find_section_signs(passage.text)}
    return not signs or assignment.section_sign in signs


def _title(steps: Sequence[Step]) -> str:
    titles = [step.title for step in steps if step.kind in MINUTES or step.kind is Kind.TJANSTESKRIVELSE]
    return titles[-1] if titles else steps[0].title if steps else ""
