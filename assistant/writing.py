"""Let a language model write the answer; what the documents say in their own words is never lost by it.

The model is asked only when the documents answer by the extract's own proof, so it can never talk a refusal away.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from assistant import texts
from assistant.answerer import Request
from assistant.answers import Check
from assistant.citing import Citer
from assistant.drafting import lead_of
from assistant.errors import ModelGone
from assistant.proof import OnClaim, Proven, prove
from assistant.verify import DraftClaim, Evidence, Fault, check_claim, says_act
from assistant.weighing import in_words_of_question, poorer, stands_alone, telling_more
from index.hits import Hit

log = logging.getLogger(__name__)


class Writer(Protocol):
    """Draft claims in words of its own; none of them is shown before it is checked."""

    @property
    def name(self) -> str:
        """Return "llm:<model>"."""

    def drafts(self, question: str, hits: Sequence[Hit], known: Sequence[Evidence] = ()) -> Iterator[DraftClaim]:
        """Yield claims from ``known`` evidence and hits as they come; raise ModelGone when the model fails."""


@dataclass(frozen=True, slots=True)
class Written:
    """Hold the answer to show, who wrote it, and what the reader should know about that."""

    proven: Proven
    answerer: str
    note: str = ""


def write(
    writer: Writer, request: Request, extract: Proven, extractor: str, *, on_claim: OnClaim | None = None
) -> Written:
    """Return the model's proven claims where nothing is lost by them, else the extract, with what they say besides it."""
    known = [place.evidence for place in extract.places]
    known += [one.candidate.evidence for one in request.ranking.scored]
    drafts = writer.drafts(request.understanding.text, request.hits, known)
    try:
        model = _led(prove(_no_poorer(request, drafts), on_claim))
    except ModelGone as error:
        # Staff read that the model did not answer; why is for whoever runs the server.
        log.warning("The extract is shown without the model's answer: %s", error)
        return Written(extract, extractor, texts.MODEL_GONE)
    dropped = extract.dropped + model.dropped
    if not model.claims:
        note = texts.MODEL_UNPROVEN if model.dropped else texts.MODEL_SILENT
        return Written(replace(extract, dropped=dropped), extractor, note)
    if stands_alone(request, model, extract):
        return Written(replace(model, dropped=dropped), writer.name)
    more = telling_more(request, model, extract)
    if not more:
        return Written(replace(extract, dropped=dropped), extractor, texts.MODEL_LESS)
    return Written(replace(_with(extract, model, more), dropped=dropped), extractor, texts.MODEL_BESIDE)


def _no_poorer(request: Request, drafts: Iterable[DraftClaim]) -> Iterator[DraftClaim]:
    """Yield drafts; in the place of one that stands but holds less of the question than its quotes, those, each once.

    So too where all that a draft says beyond its quotes are words of the question (a row or a point rarely repeats them),
    and where it only leaves out that they are in doubt, or a limit.
    """
    told: set[str] = set()
    for draft in drafts:
        verdict = check_claim(draft)
        asked = verdict.fault is Fault.SUPPORT and in_words_of_question(request, draft)
        near = asked or verdict.fault is Fault.CERTAINTY
        if not (verdict.stands or near):
            yield draft
            continue
        quoted = [DraftClaim(quote.text, (quote,)) for quote in draft.quotes]
        for one in quoted if near or poorer(request, draft) else [draft]:
            if one.text not in told:
                told.add(one.text)
                yield one


def _led(model: Proven) -> Proven:
    """Return the model's claims led by where they stand, as those of the extract are; not where its own words say so."""
    leads = [
        "" if claim.check is not Check.VERBATIM and says_act(claim.text) else lead_of(places[0].evidence)
        for claim, places in zip(model.claims, model.grounds, strict=True)
    ]
    return replace(model, leads=tuple(lead if lead != before else "" for before, lead in pairwise(("", *leads))))


def _with(extract: Proven, model: Proven, more: Sequence[int]) -> Proven:
    """Return the extract and after it some of the model's claims, each led by its source."""
    claims = [*extract.claims, *(model.claims[index] for index in more)]
    grounds = (*extract.grounds, *(model.grounds[index] for index in more))
    citer = Citer()
    numbered = tuple(
        replace(claim, citations=tuple(dict.fromkeys(citer.cite(place) for place in places)))
        for claim, places in zip(claims, grounds, strict=True)
    )
    leads = (*extract.leads, *(texts.beside_lead(lead_of(model.grounds[index][0].evidence)) for index in more))
    places = tuple(place for ground in grounds for place in ground)
    return Proven(numbered, leads, places, citer.citations, 0, grounds)
