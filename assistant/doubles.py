"""Answer a question that asks two things by one answer to each, and tell which of them is not answered; pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.act_words import RESERVED
from assistant.answerer import FEW_TERMS, Part
from assistant.cross_encoder import SUREST
from assistant.drafting import budget_of, once, within
from assistant.fitting import answer_spans, fit
from assistant.offices import BODY
from assistant.question import Asked, Understanding
from assistant.rivals import NO_FORM
from assistant.settings import ANSWER_WORDS, FACT_WORDS
from assistant.signals import HARDLY, LIKELY, believed, surest
from assistant.verify import DraftClaim, Evidence, Place

# "Vem" may be a body as well as a person.
_ACTOR = re.compile(rf"\b{BODY}\b", re.IGNORECASE)
# Of a part that is doubted so many words are named.
MOST_NAMED = 6
# One thing that is asked, and whether further sentences may stand beside the first.
Answer = Callable[[Part, bool], list[DraftClaim]]


def in_parts(whole: Understanding, parts: Sequence[Part], answer: Answer) -> list[DraftClaim]:
    """Return the claims that answer each part, without those that lack the form of what their part asks for."""
    told: list[list[DraftClaim]] = []
    said: set[str] = set()
    for part in parts:
        claims = answer(part, False)
        if not _unsaid(claims, said) and not _tells_both(whole, part, claims):
            # What answers the other part may hide what answers this one.
            claims = _unsaid(answer(part, True), said)[:1]
        told.append(claims)
        said.update(claim.text for claim in claims)
    formed = [[claim for claim in claims if _formed(part, claim)] for part, claims in zip(parts, told, strict=True)]
    # Where no part is answered, what lies nearest is judged as the answer to any other question.
    chosen = _each_once([claim for claims in (formed if any(formed) else told) for claim in claims])
    for part in parts:
        # The first choice of a part that leans on the other is unsure.
        if len(part.understanding.terms) <= FEW_TERMS:
            further = [claim for claim in _unsaid(answer(part, True), said) if _formed(part, claim)]
            chosen = _added(chosen, further, FACT_WORDS)
    return within(_each_once(chosen), min(ANSWER_WORDS, sum(budget_of(part.understanding) for part in parts)))


def _tells_both(whole: Understanding, part: Part, claims: Sequence[DraftClaim]) -> bool:
    """Tell whether what answers another part surely answers this one too: it holds more than one value."""
    several = any(len(answer_spans(part.understanding, claim.text)) > 1 for claim in claims)
    return part.understanding.short and several and _odds(whole, part, _places(claims)) >= LIKELY


def _each_once(claims: Sequence[DraftClaim]) -> list[DraftClaim]:
    """Return claims without those that another one tells too, with more beside."""
    kept = once(claims)
    return [one for one in kept if not any(one is not other and one.text in other.text for other in kept)]


def _places(claims: Sequence[DraftClaim]) -> list[Place]:
    """Return where the words of claims stand."""
    quotes = [quote for claim in claims for quote in claim.quotes]
    starts = [(quote, quote.evidence.passage.text.find(quote.text)) for quote in quotes]
    return [Place(quote.evidence, start, start + len(quote.text)) for quote, start in starts if start >= 0]


def _odds(whole: Understanding, part: Part, places: Sequence[Place]) -> float:
    """Return how surely some words answer a part, by the reranker: read with the part, and with the whole question.

    Words without the form of what the part asks for do not answer it.
    """
    own = part.understanding
    told = [place for place in places if not own.short or _has_form(part, place.text, place.evidence)]
    return max(((_surely(part, own.text, one) + _surely(part, whole.text, one)) / 2 for one in told), default=-SUREST)


def _surely(part: Part, question: str, place: Place) -> float:
    asked = replace(part.understanding, text=question)
    return believed(asked, surest(asked, part.ranking, [place]))


def _unsaid(claims: Sequence[DraftClaim], said: set[str]) -> list[DraftClaim]:
    """Return the claims whose words were not said before, alone or with more beside."""
    return [claim for claim in claims if not any(claim.text in one for one in said)]


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
        _asked(part)
        for part in parts
        if part.understanding.short and not any(_has_form(part, place.text, place.evidence) for place in shown)
    )


def doubtful(whole: Understanding, parts: Sequence[Part], shown: Sequence[Place]) -> tuple[str, ...]:
    """Return the parts of a question that nothing shown answers surely, shortened."""
    doubted = [part for part in parts if not _by_form(part) and _odds(whole, part, shown) < HARDLY]
    return tuple(_in_few_words(_asked(part)) for part in doubted)


def _by_form(part: Part) -> bool:
    """Tell whether what answers a part is known by its form alone: a decision, who dissented, a number of a case, or what few words ask for.

    The network was taught none of these.
    """
    own = part.understanding
    return (
        len(own.terms) <= FEW_TERMS
        or own.wants(Asked.DECISION, Asked.CHAIN, Asked.IDENTIFIER)
        or RESERVED.search(own.text) is not None
    )


def _in_few_words(text: str) -> str:
    words = text.split()
    return text if len(words) <= MOST_NAMED else f"{' '.join(words[:MOST_NAMED])} …"


def _asked(part: Part) -> str:
    return part.understanding.text.rstrip("? ")


def _formed(part: Part, claim: DraftClaim) -> bool:
    return not part.understanding.short or any(_has_form(part, claim.text, quote.evidence) for quote in claim.quotes)


def _has_form(part: Part, text: str, evidence: Evidence) -> bool:
    # Who dissented is told by a reservation alone.
    acted = part.understanding.wants(Asked.PERSON) and not RESERVED.search(part.understanding.text)
    if acted and _ACTOR.search(text):
        return True
    return fit(part.understanding, text, evidence) >= NO_FORM
