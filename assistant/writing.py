"""Let a language model write the answer; what the documents say in their own words is never lost by it.

The model is asked only when the documents answer by the extract's own proof, so it can never talk a refusal away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant import texts
from assistant.answerer import Request
from assistant.citing import Citer
from assistant.errors import ModelGone
from assistant.proof import OnClaim, Proven, prove
from assistant.verify import DraftClaim, Evidence, Place
from assistant.weighing import stands_alone, telling_more
from index.hits import Hit


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
    try:
        model = prove(writer.drafts(request.understanding.text, request.hits, known), on_claim)
    except ModelGone:
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


def _with(extract: Proven, model: Proven, more: Sequence[int]) -> Proven:
    """Return the extract and after it some of the model's claims, each led by its source."""
    claims = [*extract.claims, *(model.claims[index] for index in more)]
    grounds = (*extract.grounds, *(model.grounds[index] for index in more))
    citer = Citer()
    numbered = tuple(
        replace(claim, citations=tuple(dict.fromkeys(citer.cite(place) for place in places)))
        for claim, places in zip(claims, grounds, strict=True)
    )
    leads = (*extract.leads, *(_lead(model.grounds[index][0]) for index in more))
    places = tuple(place for ground in grounds for place in ground)
    return Proven(numbered, leads, places, citer.citations, 0, grounds)


def _lead(place: Place) -> str:
    return texts.beside_lead(place.evidence.document, place.evidence.passage.section_sign)
