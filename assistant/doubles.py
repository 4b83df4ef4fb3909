"""Answer a question that asks two things by one answer to each, and tell which of them is not answered; pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.act_words import RESERVED
from assistant.answerer import FEW_TERMS, Part
from assistant.drafting import budget_of, once, within
from assistant.fitting import fit
from assistant.offices import BODY
from assistant.question import Asked, Understanding
from assistant.rivals import NO_FORM
from assistant.settings import ANSWER_WORDS, FACT_WORDS
from assistant.verify import DraftClaim, Evidence, Place

# "Vem" may be a body as well as a person.
_ACTOR = re.compile(rf"\b{BODY}\b", re.IGNORECASE)
# One thing that is asked, and whether further sentences may stand beside the first.
Answer = Callable[[Part, bool], list[DraftClaim]]


def in_parts(parts: Sequence[Part], answer: Answer) -> list[DraftClaim]:
    """Return the claims that answer each part, without those that lack the form of what their part asks for."""
    told: list[list[DraftClaim]] = []
    said: set[str] = set()
    for part in parts:
        claims = _unsaid(answer(part, False), said) or _unsaid(answer(part, True), said)[:1]
        told.append(claims)
        said.update(claim.text for claim in claims)
    formed = [[claim for claim in claims if _formed(part, claim)] for part, claims in zip(parts, told, strict=True)]
    # Where no part is answered, what lies nearest is judged as the answer to any other question.
    chosen = [claim for claims in (formed if any(formed) else told) for claim in claims]
    for part in parts:
        # The first choice of a part that leans on the other is unsure.
        if len(part.understanding.terms) <= FEW_TERMS:
            further = [claim for claim in _unsaid(answer(part, True), said) if _formed(part, claim)]
            chosen = _added(chosen, further, FACT_WORDS)
    return within(once(chosen), min(ANSWER_WORDS, sum(budget_of(part.understanding) for part in parts)))


def _unsaid(claims: Sequence[DraftClaim], said: set[str]) -> list[DraftClaim]:
    return [claim for claim in claims if claim.text not in said]


def _added(claims: list[DraftClaim], further: list[DraftClaim], budget: int) -> list[DraftClaim]:
    """Return claims with the further ones that fit a number of words."""
    fits = len(within([*claims, *further], budget))
    return [*claims, *further][: max(fits, len(claims))]


def as_asked(whole: Understanding, part: Part) -> Understanding:
    """Return what a part asks; one of few words of its own with the words of the whole question."""
    own = part.understanding
    if len(own.terms) > FEW_TERMS:
        return own
    return replace(whole, asked=own.asked, unit=own.unit, head=own.head, items=own.items)


def unanswered(parts: Sequence[Part], shown: Sequence[Place]) -> tuple[str, ...]:
    """Return the parts of a question that ask for a value of which nothing shown has the form."""
    return tuple(
        part.understanding.text.rstrip("? ")
        for part in parts
        if part.understanding.short and not any(_has_form(part, place.text, place.evidence) for place in shown)
    )


def _formed(part: Part, claim: DraftClaim) -> bool:
    return not part.understanding.short or any(_has_form(part, claim.text, quote.evidence) for quote in claim.quotes)


def _has_form(part: Part, text: str, evidence: Evidence) -> bool:
    # Who dissented is told by a reservation alone.
    acted = part.understanding.wants(Asked.PERSON) and not RESERVED.search(part.understanding.text)
    if acted and _ACTOR.search(text):
        return True
    return fit(part.understanding, text, evidence) >= NO_FORM
