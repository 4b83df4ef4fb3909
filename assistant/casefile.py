"""A case as the index holds it: its chain with enclosures, and the registrar's report over everything."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from index.hits import EVERYONE
from ingest.chain import Assignment, CaseChain, Step, chain
from ingest.identifiers import case_key, may_be_same_case, normalise_case_number
from ingest.links import MissingLink, enclosures_of
from ingest.report import RegistrarReport, registrar_report
from ingest.sidecar import SidecarProblem

if TYPE_CHECKING:
    from index.reader import CaseIndex


def case_chain(index: "CaseIndex", number: str, groups: frozenset[str] = EVERYONE) -> CaseChain | None:
    """Return the chain of a case in whatever spelling, or None where the reader may see no document of it."""
    wanted = normalise_case_number(number) or number.strip()
    documents = index.case_documents(wanted, groups)
    if not documents:
        return None
    # The papers may spell the case otherwise than who asks for it.
    spelled = [number for document in documents for number in document.metadata.case_numbers]
    wanted = next((number for number in spelled if case_key(number) == case_key(wanted)), None) or next(
        (number for number in spelled if may_be_same_case(number, wanted)), wanted
    )
    catalogue = tuple(summary.metadata for summary in index.documents(groups))
    attached = tuple(index.document(document_id, groups) for document_id in enclosures_of(documents, catalogue, wanted))
    return chain((*documents, *attached), wanted, catalogue)


def registrar(
    index: "CaseIndex", groups: frozenset[str] = EVERYONE, problems: tuple[SidecarProblem, ...] = ()
) -> RegistrarReport:
    """Return the registrar's report over all that a reader may see."""
    documents = (index.document(summary.metadata.id, groups) for summary in index.documents(groups))
    return registrar_report(documents, index.failures(), problems)


def chain_json(case: CaseChain, sources: Mapping[str, str]) -> dict[str, Any]:
    """Return a chain as plain JSON values; ``sources`` gives the path of a document by its id."""
    return {
        "case_number": case.case_number,
        "title": case.title,
        "documents": [
            {"id": document_id, "document": sources.get(document_id, "")} for document_id in case.document_ids
        ],
        "steps": [_step_json(step) for step in case.steps],
        "assignments": [_assignment_json(assignment, sources) for assignment in case.assignments],
        "open_assignments": [_assignment_json(assignment, sources) for assignment in case.open_assignments],
        "missing": [_missing_json(link, sources) for link in case.missing],
    }


def _step_json(step: Step) -> dict[str, Any]:
    return {
        "date": step.date.isoformat() if step.date else None,
        "document_id": step.document_id,
        "document": step.source,
        "title": step.title,
        "kind": step.kind.value,
        "board": step.board,
        "section_sign": step.section_sign,
        "outcome": step.outcome.value,
        "force": step.force.value,
        "paragraph": step.ordinal,
        "page": step.page,
        "quote": step.quote,
        "start": step.start,
        "end": step.end,
        "also": list(step.also),
        "url": _url(step.document_id, step.ordinal),
    }


def _assignment_json(assignment: Assignment, sources: Mapping[str, str]) -> dict[str, Any]:
    return {
        "date": assignment.date.isoformat() if assignment.date else None,
        "document_id": assignment.document_id,
        "document": sources.get(assignment.document_id, ""),
        "board": assignment.board,
        "section_sign": assignment.section_sign,
        "paragraph": assignment.ordinal,
        "page": assignment.page,
        "quote": assignment.quote,
        "start": assignment.start,
        "end": assignment.end,
        "deadlines": [day.isoformat() for day in assignment.deadlines],
        "reported_in": assignment.reported_in,
        "url": _url(assignment.document_id, assignment.ordinal),
    }


def _missing_json(link: MissingLink, sources: Mapping[str, str]) -> dict[str, Any]:
    return {
        "document_id": link.document_id,
        "document": sources.get(link.document_id, ""),
        "paragraph": link.ordinal,
        "text": link.text,
        "target": link.target,
        "reason": link.reason,
    }


def _url(document_id: str, ordinal: int) -> str:
    return f"/handling/{document_id}#stycke-{ordinal}"
