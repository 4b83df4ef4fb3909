"""Answer with the chain of a case: what happened, step by step, and which assignments nothing reports back."""

from collections.abc import Sequence

from assistant import texts
from assistant.answerer import Request
from assistant.sentences import sentences
from assistant.values import ValueKind
from assistant.verify import DraftClaim, Evidence, Quote
from ingest.chain import Assignment, CaseChain, Step
from ingest.documents import Block, Force, Passage

# Steps told of a long case: the first, and the latest.
MOST_STEPS = 8
MOST_WORDS = 190
_PASSED_OVER = frozenset({Force.BACKGROUND, Force.OPINION})


def case_number(request: Request) -> str | None:
    """Return the case that a question names, or the one that its best sentence belongs to."""
    named = next((value.text for value in request.understanding.named if value.kind is ValueKind.CASE_NUMBER), None)
    if named or request.ranking.best is None:
        return named
    evidence = request.ranking.best.candidate.evidence
    return next(iter(evidence.passage.case_numbers or evidence.document.case_numbers), None)


def chain_claims(request: Request) -> list[DraftClaim]:
    """Return one claim for each step of the case, oldest first."""
    case = _case(request)
    if case is None:
        return []
    told = [step for step in case.steps if step.force not in _PASSED_OVER] or list(case.steps)
    if len(told) > MOST_STEPS:
        told = [told[0], *told[1 - MOST_STEPS :]]
    claims = [claim for step in told if (claim := _claim(request, step, _step_lead(step))) is not None]
    return _led(texts.CHAIN_LEAD, claims)


def assignment_claims(request: Request) -> list[DraftClaim]:
    """Return one claim for each assignment of the case that nothing reports back."""
    case = _case(request)
    if case is None:
        return []
    claims = [
        claim
        for assignment in case.open_assignments
        if (claim := _claim(request, assignment, _assignment_lead(assignment))) is not None
    ]
    return _led(texts.OPEN_ASSIGNMENTS, claims)


def _case(request: Request) -> CaseChain | None:
    number = case_number(request)
    return request.chain(number) if number else None


def _claim(request: Request, place: Step | Assignment, lead: str) -> DraftClaim | None:
    """Return the first sentence of a step, quoted where it stands."""
    passage = _passage(request.passages(place.document_id), place.ordinal)
    document = request.metadata(place.document_id)
    if passage is None or passage.block is Block.HEADING:
        return None
    text = sentences(passage.text)[0].text
    return DraftClaim(text, (Quote(Evidence(document, passage), text),), lead)


def _passage(passages: Sequence[Passage], ordinal: int) -> Passage | None:
    return next((passage for passage in passages if passage.ordinal == ordinal), None)


def _step_lead(step: Step) -> str:
    what = texts.FORCE_WORDS[step.force].lower()
    return texts.step_lead(step.date, step.board, step.section_sign, what)


def _assignment_lead(assignment: Assignment) -> str:
    return texts.step_lead(assignment.date, assignment.board, assignment.section_sign, "")


def _led(lead: str, claims: Sequence[DraftClaim]) -> list[DraftClaim]:
    """Return the claims that fit a screen, the first under a line that says what they are."""
    kept: list[DraftClaim] = []
    used = 0
    for claim in claims:
        used += len(claim.text.split()) + len(claim.lead.split()) + 1
        if kept and used > MOST_WORDS:
            break
        kept.append(claim if kept else DraftClaim(claim.text, claim.quotes, f"{lead}\n{claim.lead}"))
    return kept
