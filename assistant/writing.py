"""Let a language model write the answer, and keep the extract where the model proves less than it.

The model is asked only when the documents answer by the extract's own proof, so it can never talk a refusal away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant import texts
from assistant.answers import Claim
from assistant.errors import ModelGone
from assistant.proof import OnClaim, Proven, prove
from assistant.values import values
from assistant.verify import DraftClaim, Evidence
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
    writer: Writer,
    question: str,
    hits: Sequence[Hit],
    extract: Proven,
    extractor: str,
    *,
    whole_list: bool,
    on_claim: OnClaim | None = None,
) -> Written:
    """Return the model's proven claims if they prove as much as the extract, else the extract with the reason."""
    known = [place.evidence for place in extract.places]
    try:
        proven = prove(writer.drafts(question, hits, known), on_claim)
    except ModelGone:
        return Written(extract, extractor, texts.MODEL_GONE)
    fallen = replace(extract, dropped=extract.dropped + proven.dropped)
    if not proven.claims:
        return Written(fallen, extractor, texts.MODEL_UNPROVEN)
    if not _as_much(proven, extract, whole_list=whole_list):
        return Written(fallen, extractor, texts.MODEL_LESS)
    return Written(replace(proven, dropped=extract.dropped + proven.dropped), writer.name)


def _as_much(proven: Proven, extract: Proven, *, whole_list: bool) -> bool:
    """Tell whether the model rests on the extract's evidence, and names some of its values where it has any."""
    cited = _passages(proven)
    wanted = _passages(extract)
    if whole_list:
        return cited >= wanted
    named = _keys(extract.claims[:1])
    return bool(cited & wanted) and (not named or bool(named & _keys(proven.claims)))


def _passages(proven: Proven) -> frozenset[tuple[str, int]]:
    return frozenset(
        (place.evidence.document.id, ordinal)
        for place in proven.places
        for ordinal in place.evidence.joined or (place.evidence.passage.ordinal,)
    )


def _keys(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """Return the numbers, dates, names and identifiers of some claims."""
    return frozenset((value.kind, value.key) for claim in claims for value in values(claim.text) if not value.weak)
