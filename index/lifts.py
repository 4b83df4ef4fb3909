"""What a chunk gains because it is what the question names or asks for, beside how well its words fit. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index import asking, swedish
from index.answer_forms import AnswerType, answer_type
from index.chunks import Chunk
from index.records import Outline
from index.understanding import Understanding
from ingest import identifiers
from ingest.documents import INITIATIVES, MINUTES, Block, DocumentMetadata, Force, Kind
from ingest.sections import Section, section_of

# From this many items a chunk holds a list.
FEWEST_ITEMS = 2
# Papers that bring a case up or decide it; what else is of the case (a plan, an agreement, rules) belongs to it.
_BRINGING_UP = MINUTES | INITIATIVES | {Kind.TJANSTESKRIVELSE}
_ITEMS = frozenset({Block.LIST_ITEM, Block.ATT_SATS, Block.TABLE_ROW})

# What a chunk gains, in units of the fused score, where the question names its document or place or asks for what it
# does.
LIFTS: Mapping[str, float] = {
    "board": 0.3,
    "period": 0.4,
    "day": 0.7,
    "kind": 0.5,
    "person": 0.2,
    "force": 0.9,
    "section": 1.6,
    "section_there": 4.0,
    "case": 2.0,
    "case_there": 4.0,
    "other_case": -2.0,
    # A question of what a case is about is answered where the case begins.
    "opening": 0.6,
    # Where it says nothing else, no word of it tells where: a paper that brings the case up, before what belongs to it.
    "only_opening": 2.5,
    "brings_up": 1.5,
    # A question of the number of a case is answered where a number stands.
    "number": 0.5,
    # Who took part, who handled a case: where the document begins. Who signed, and when: where it ends.
    "formalities": 1.0,
    "signature": 0.65,
    "list": 0.5,
    # Lists of papers and addressees repeat the title and say nothing of the case.
    "routing": -0.7,
    "headings": -0.65,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Hold what a chunk is in its document."""

    forces: frozenset[Force]
    only_headings: bool
    # Whether a document or a § begins here.
    opening: bool
    # Whether the document begins here.
    first: bool
    signature: bool
    holds_list: bool
    # Whether it only lists papers or addressees.
    routing: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hold what a question names and what it asks for."""

    found: Understanding
    forces: frozenset[Force]
    about: bool
    only_about: bool
    number: bool
    papers: bool
    signature: bool
    formalities: bool
    several: bool


def place_of(chunk: Chunk, passages: Sequence[Outline]) -> Place:
    """Return what a chunk is in its document."""
    headings = [passage.block is Block.HEADING for passage in passages]
    starts = bool(headings) and headings[0]
    return Place(
        forces=frozenset(passage.force for passage in passages),
        only_headings=bool(headings) and all(headings),
        opening=chunk.first == 0 or (starts and passages[0].section_sign is not None and not all(headings)),
        first=chunk.first == 0,
        signature=any(passage.block is Block.SIGNATURE for passage in passages),
        holds_list=sum(passage.block in _ITEMS for passage in passages) >= FEWEST_ITEMS,
        routing=bool(passages) and section_of(passages[-1].heading) is Section.ROUTING,
    )


def wanted(text: str, found: Understanding) -> Wanted:
    """Read what a question names and asks for."""
    kind = answer_type(text)
    named = [word for part in found.recognised for word in swedish.words(part.text)]
    is_named = bool(found.case_numbers or found.sections)
    return Wanted(
        found,
        frozenset(found.forces),
        about=is_named and asking.what_it_is_about(text),
        only_about=bool(is_named or found.in_texts) and asking.only_what_it_is_about(text, named),
        number=asking.for_number(text),
        papers=asking.for_papers(text),
        signature=kind in (AnswerType.PERSON, AnswerType.DATE) and asking.for_signature(text),
        formalities=asking.for_formalities(text),
        several=asking.for_list(text),
    )


def gains(wanted: Wanted, chunk: Chunk, place: Place, document: DocumentMetadata) -> dict[str, bool]:
    """Return by name whether each lift is due."""
    due = named(wanted.found, chunk, document)
    # Minutes begin anew with every §, most of them of other cases.
    here = wanted.only_about and any(due[name] for name in ("case", "case_there", "section", "section_there"))
    return due | {
        "force": bool(wanted.forces & place.forces),
        "opening": wanted.about and place.opening,
        "only_opening": here and place.opening,
        "brings_up": here and place.opening and document.kind in _BRINGING_UP,
        "number": wanted.number and bool(_numbers(chunk.text)),
        "formalities": wanted.formalities and place.first,
        "signature": wanted.signature and place.signature,
        "list": wanted.several and place.holds_list,
        "routing": place.routing and not wanted.papers,
        "headings": place.only_headings,
    }


def named(found: Understanding, chunk: Chunk, document: DocumentMetadata) -> dict[str, bool]:
    """Return by name whether each lift is due for what the question names."""
    board = bool(document.board) and document.board in found.boards
    dated = any(first <= day <= last for first, last in found.spans for day in document.days)
    exactly = any(first == last and first == day for first, last in found.spans for day in document.days)
    here = chunk.section_sign is not None and chunk.section_sign in found.sections
    sure = board or dated or bool(found.case_numbers)
    of_case = _of_case(chunk, found.case_numbers)
    return {
        "board": board,
        "period": dated,
        "day": exactly,
        "kind": document.kind in found.kinds,
        "person": bool(found.people) and any(person.name in found.people for person in document.people),
        "section": here and not sure,
        "section_there": here and sure,
        "case": of_case,
        # Minutes are of many cases.
        "other_case": bool(found.case_numbers) and len(document.case_numbers) > 1 and not of_case,
        "case_there": _of_case(chunk, found.in_texts),
    }


def _of_case(chunk: Chunk, numbers: Sequence[str]) -> bool:
    """Say whether a chunk or its context names one of the cases, in whatever spelling."""
    if any(number in chunk.context or number in chunk.text for number in numbers):
        return True
    return any(identifiers.names_case(text, number) for text in (chunk.context, chunk.text) for number in numbers)


@lru_cache(maxsize=8000)
def _numbers(text: str) -> tuple[str, ...]:
    return tuple(number.value for number in identifiers.find_case_numbers(text))


def total(due: Mapping[str, bool]) -> float:
    """Return the sum of the lifts that are due."""
    return sum(LIFTS[name] for name, is_due in due.items() if is_due)
