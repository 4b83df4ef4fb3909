"""Answer with the chain of a case: what happened, step by step, and which assignments nothing reports back."""

import datetime as dt
import re
from collections.abc import Callable, Sequence

from assistant import texts
from assistant.act_words import DECISIONS
from assistant.answerer import Request
from assistant.bodies import is_of, named_bodies
from assistant.drafting import passage_claims
from assistant.letterheads import HEAD_PASSAGES
from assistant.question import Understanding
from assistant.settings import FACT_WORDS
from assistant.siblings import listings
from assistant.values import ValueKind
from assistant.verify import DraftClaim, Evidence, Quote
from index.records import case_key
from index.swedish import STOP_WORDS, stem, words
from ingest.chain import Assignment, CaseChain, Step, assigns
from ingest.documents import Block, Force, Kind, Passage
from ingest.sentences import sentences

# Words of one step; the rest is read in its paper.
STEP_WORDS = 60
# Steps told of a long case: the first, and the latest.
MOST_STEPS = 8
MOST_LATEST = 2
CASES_LOOKED_AT = 5
MOST_WORDS = 190
# What is told of the matter itself, and from how many words on a paragraph is running text.
SUMMARY_SENTENCES = 1
LEAST_RUNNING = 8
_BODY = re.compile(
    r"\b(?:[^\W\d_]+-,? (?:[^\W\d_]+-,? )?och )?[^\W\d_]*(?:nämnd|styrelse|utskott|fullmäktige)\w*", re.IGNORECASE
)
_CASE_IN_SHORT = re.compile(r"\bsammanfatt\w* (?:\w+ )?ärendet\b|\bberätta (?:\w+ )?om ärendet\b", re.IGNORECASE)
_SUMMARY = re.compile(r"\b(?:sammanfattning|ärendet|ärendebeskrivning|bakgrund|inledning)\b", re.IGNORECASE)
_TELLING = frozenset({Force.BACKGROUND, Force.OPINION, Force.AUDIT_FINDING})
_SEVERAL_CASES = frozenset({Kind.PROTOKOLL, Kind.KALLELSE, Kind.DELEGATION})
_PASSED_OVER = frozenset({Force.BACKGROUND, Force.OPINION})

# Words of a question about assignments that name no matter.
_ASSIGNMENT_WORDS = frozenset(
    stem(word)
    for word in "uppdrag uppdragen återrapporterade återrapportering återrapporterats redovisade återredovisade rapporterade rapporterats "
    "redovisats öppna utestående oavslutade avslutade slutförda kvar återstår gett getts givit givna fått lämnat ärenden ännu fortfarande "
    "nämnden styrelsen utskottet förvaltningen kommunen saknar".split()
)


def case_number(request: Request) -> str | None:
    """Return the case that a question names, or the one that its best sentences belong to."""
    named = next((value.text for value in request.understanding.named if value.kind is ValueKind.CASE_NUMBER), None)
    if named:
        return named
    places = (one.candidate.evidence for one in request.ranking.scored[:CASES_LOOKED_AT])
    return next((n for one in places for n in one.case_numbers), None)


def chain_claims(request: Request) -> list[DraftClaim]:
    """Return one claim for each step of the case, oldest first."""
    case = _case(request)
    return led(texts.CHAIN_LEAD, _step_claims(request, case, MOST_STEPS)) if case else []


def latest_claims(request: Request, case: CaseChain) -> list[DraftClaim]:
    """Return the latest decision of a case and what came after it, newest first; of an undecided one its latest steps."""
    told = [step for step in case.steps if step.force not in _PASSED_OVER]
    decided = [place for place, step in enumerate(told) if step.force is Force.DECISION]
    latest = told[decided[-1] :] if decided else told
    return [claim for step in reversed(latest[-MOST_LATEST:]) if (claim := _step_claim(request, step)) is not None]


def summary_claims(request: Request) -> list[DraftClaim]:
    """Return what the case that a question names, or asks for in short, is about, and how far it has come."""
    case = _case(request)
    named = any(value.kind is ValueKind.CASE_NUMBER for value in request.understanding.named)
    if case is None or not (named or _CASE_IN_SHORT.search(request.understanding.text)):
        return []
    leads = ((one, texts.source_lead(request.metadata(one))) for one in case.document_ids)
    about = next((claims for one, lead in leads if (claims := opening(request, one, lead))), [])
    about = about or next((claims for one in case.document_ids if (claims := _minuted(request, one, case))), [])
    said = " ".join(claim.text for claim in about)
    # A case number is answered as briefly as any fact: its latest step tells how far the matter has come.
    steps = [claim for claim in _step_claims(request, case, MOST_STEPS) if claim.text not in said]
    lasts = [claim for claim in steps if _decides(claim)][-1:] or steps[-1:]
    title = next((claim for one in case.document_ids if (claim := _titled(request, one, case))), None)
    if title is not None:
        return led("", [title, *about, *lasts], FACT_WORDS - 2)
    return led(texts.case_lead(case.case_number, case.title), [*about, *lasts], FACT_WORDS - 2)


def _titled(request: Request, document_id: str, case: CaseChain) -> DraftClaim | None:
    """Return the title of a case as a heading of a document holds it, or the form at its head."""
    title = re.compile(r"\W+".join(re.findall(r"\w+", case.title)), re.IGNORECASE) if case.title else None
    if title is None:
        return None
    every = request.passages(document_id)
    heads = [one for one in every if one.block is Block.HEADING]
    for passage in (*heads, *every[:HEAD_PASSAGES]):
        if found := title.search(passage.text):
            end = found.end() + (case.title.endswith(")") and passage.text[found.end() :].startswith(")"))
            told = passage.text[found.start() : end]
            quote = Quote(Evidence(request.metadata(document_id), passage), told)
            return DraftClaim(told, (quote,), texts.case_lead(case.case_number))
    return None


def _decides(claim: DraftClaim) -> bool:
    return any(quote.evidence.passage.force is Force.DECISION for quote in claim.quotes)


def opening(request: Request, document_id: str, lead: str, count: int = SUMMARY_SENTENCES) -> list[DraftClaim]:
    """Return the first sentences that a document tells: those under its summary, or its first."""
    document, every = request.metadata(document_id), request.passages(document_id)
    if document.kind in _SEVERAL_CASES:
        return []
    told = [
        one for one in every if one.block is Block.PARAGRAPH and one.force in _TELLING and _is_running_text(one.text)
    ]
    summed = [one for one in told if summarises(one)]
    first = next(iter(summed or told), None)
    if first is None:
        return []
    said = sentences(first.text)[:count]
    text = first.text[said[0].start : said[-1].end]
    return [DraftClaim(text, (Quote(Evidence(document, first), text),), lead)]


def _minuted(request: Request, document_id: str, case: CaseChain) -> list[DraftClaim]:
    """Return the first sentence of the § that minutes have on a case: its title may be no more than "Nytt initiativ"."""
    document = request.metadata(document_id)
    if document.kind is not Kind.PROTOKOLL:
        return []
    number = case_key(case.case_number)
    for passage in request.passages(document_id):
        of_case = number in map(case_key, passage.case_numbers) and passage.section_sign
        if (
            of_case
            and passage.force not in DECISIONS
            and passage.block is Block.PARAGRAPH
            and _is_running_text(passage.text)
        ):
            first = sentences(passage.text)[0].text
            return [DraftClaim(first, (Quote(Evidence(document, passage), first),))]
    return []


def summarises(passage: Passage) -> bool:
    """Tell whether a passage stands under a heading that says that it tells what the document is about."""
    return any(_SUMMARY.search(part) for part in passage.heading_path)


def _is_running_text(text: str) -> bool:
    return len(text.split()) >= LEAST_RUNNING and text.rstrip().endswith(".")


def _step_claims(request: Request, case: CaseChain, most: int) -> list[DraftClaim]:
    """Return one claim for each of the steps that matter, oldest first: the first of a long case and its latest."""
    told = [step for step in case.steps if step.force not in _PASSED_OVER] or list(case.steps)
    if len(told) > most:
        told = [told[0], *told[1 - most :]]
    return [claim for step in told if (claim := _step_claim(request, step)) is not None]


def _step_claim(request: Request, step: Step) -> DraftClaim | None:
    """Return a step with all its points, as far as few words go: the line that introduces them tells nothing alone."""
    every, lead = request.passages(step.document_id), _step_lead(step)
    passage = _passage(every, step.ordinal)
    if passage is None or passage.block is Block.TABLE_ROW:
        return _claim(request, step, lead)
    for listing in listings(every, passage):
        points = (*((listing.opening,) if listing.opening else ()), *listing.items)
        return passage_claims(Evidence(request.metadata(step.document_id), points[0]), points, lead, STEP_WORDS)[0]
    return _claim(request, step, lead)


def assignment_claims(request: Request) -> list[DraftClaim]:
    """Return one claim for each assignment that nothing reports back: of the case asked about, or of all cases."""
    found = _open_in_all(request) if asks_of_all_cases(request.understanding) else _open_in(_case(request))
    claims = [
        claim
        for assignment in found
        if (claim := _claim(request, assignment, _assignment_lead(assignment), assigns)) is not None
    ]
    return led(texts.OPEN_ASSIGNMENTS, claims)


def asks_of_all_cases(understanding: Understanding) -> bool:
    """Tell whether a question about assignments names no case and no matter, at most a body."""
    if any(value.kind is ValueKind.CASE_NUMBER for value in understanding.named):
        return False
    rest = _BODY.sub(" ", understanding.text)
    return all(word in STOP_WORDS or stem(word) in _ASSIGNMENT_WORDS for word in words(rest))


def _open_in(case: CaseChain | None) -> tuple[Assignment, ...]:
    return case.open_assignments if case else ()


def _open_in_all(request: Request) -> list[Assignment]:
    """Return the open assignments of every case, of the body that the question names, the latest first."""
    bodies = named_bodies(request.understanding.text)
    found: dict[tuple[str, int], Assignment] = {}
    for number in request.cases():
        for one in _open_in(request.chain(number)):
            if not bodies or is_of(request.metadata(one.document_id), bodies):
                found.setdefault((one.document_id, one.ordinal), one)
    return sorted(found.values(), key=lambda one: one.date or dt.date.min, reverse=True)


def _case(request: Request) -> CaseChain | None:
    number = case_number(request)
    return request.chain(number) if number else None


def _claim(
    request: Request, place: Step | Assignment, lead: str, fits: Callable[[str], bool] = bool
) -> DraftClaim | None:
    """Return the first sentence of a step that fits, else its first, quoted where it stands."""
    passage = _passage(request.passages(place.document_id), place.ordinal)
    document = request.metadata(place.document_id)
    if passage is None or passage.block is Block.HEADING:
        return None
    said = [one.text for one in sentences(passage.text)]
    text = next((one for one in said if fits(one)), said[0])
    return DraftClaim(text, (Quote(Evidence(document, passage), text),), lead)


def _passage(passages: Sequence[Passage], ordinal: int) -> Passage | None:
    return next((passage for passage in passages if passage.ordinal == ordinal), None)


def _step_lead(step: Step) -> str:
    what = texts.FORCE_WORDS[step.force].lower()
    return texts.step_lead(step.date, step.board, step.section_sign, what)


def _assignment_lead(assignment: Assignment) -> str:
    return texts.step_lead(assignment.date, assignment.board, assignment.section_sign, "")


def led(lead: str, claims: Sequence[DraftClaim], most: int = MOST_WORDS) -> list[DraftClaim]:
    """Return the claims that fit a screen, the first under a line that says what they are."""
    kept: list[DraftClaim] = []
    used = len(lead.split())
    for claim in claims:
        used += len(claim.text.split()) + len(claim.lead.split()) + 1
        if kept and used > most:
            break
        kept.append(claim if kept else DraftClaim(claim.text, claim.quotes, f"{lead}\n{claim.lead}".strip()))
    return kept
