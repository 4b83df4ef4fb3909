"""Turn chosen places into claims: their words, their lead, within a number of words; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant import texts
from assistant.act_words import PROPOSALS
from assistant.acts import forwards
from assistant.candidates import Candidate
from assistant.question import Understanding
from assistant.scoring import Scored
from assistant.settings import ANSWER_WORDS, FACT_WORDS
from assistant.siblings import joined
from assistant.speakers import dissents
from assistant.verify import DraftClaim, Evidence, Quote
from index.swedish import words
from ingest.documents import Block, Force, Kind, Passage
from ingest.sentences import without_bullet

MINUTES = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})


@dataclass(frozen=True, slots=True)
class Group:
    """Hold a sentence and a copy of it in another document: an excerpt and its minutes say the same once."""

    scored: Scored
    copies: tuple[Candidate, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """Return the passage that the sentence stands in."""
        return self.scored.candidate.evidence


def without_copies(scored: Sequence[Scored]) -> list[Group]:
    groups: dict[str, Group] = {}
    for one in scored:
        key = " ".join(words(one.candidate.text))
        known = groups.get(key)
        if known is None:
            groups[key] = Group(one)
        elif not known.copies and known.evidence.document.id != one.candidate.evidence.document.id:
            groups[key] = Group(known.scored, (one.candidate,))
    return list(groups.values())


def claim_of(group: Group, lead: str = "") -> DraftClaim:
    quotes = tuple(Quote(candidate.evidence, candidate.text) for candidate in (group.scored.candidate, *group.copies))
    return DraftClaim(group.scored.candidate.text, quotes, lead)


def passage_claims(evidence: Evidence, passages: Sequence[Passage], lead: str, budget: int) -> list[DraftClaim]:
    """Return passages that stand in a row as one claim with one quote, within a number of words; always the first."""
    kept: list[Passage] = []
    used = len(lead.split()) + 1
    for passage in passages:
        used += len(passage.text.split())
        if kept and used > budget:
            break
        kept.append(passage)
    whole = joined(evidence.document, kept)
    if len(kept) > 1 and not whole.joined:
        return within([_one(evidence, passage, "" if index else lead) for index, passage in enumerate(kept)], budget)
    if len(kept) == 1:
        return [_one(evidence, kept[0], lead)]
    text = "\n".join(passage.text for passage in kept)
    return [DraftClaim(text, (Quote(whole, whole.passage.text),), lead)]


def _one(evidence: Evidence, passage: Passage, lead: str) -> DraftClaim:
    text = without_bullet(passage.text)
    return DraftClaim(text, (Quote(Evidence(evidence.document, passage), text),), lead)


def lead_of(evidence: Evidence) -> str:
    document, passage = evidence.document, evidence.passage
    if passage.block is Block.TABLE_ROW and any(passage.table_header):
        place = texts.source_lead(document, passage.section_sign if document.kind in MINUTES else None)
        return f"{place.rstrip(':')} ({' | '.join(cell for cell in passage.table_header if cell)}):"
    if passage.force is Force.DECISION and forwards(passage.text, passage.heading_path):
        return texts.forwarding_lead(document, passage.section_sign)
    if passage.force is Force.DECISION:
        return texts.decision_lead(document, passage.section_sign)
    if passage.force not in PROPOSALS and dissents(passage):
        return texts.noted_lead(document, passage.section_sign, reserves=passage.force is Force.RESERVATION)
    if passage.force in PROPOSALS:
        return texts.proposal_lead(document, passage.section_sign)
    return texts.source_lead(document, passage.section_sign if document.kind in MINUTES else None)


def budget_of(understanding: Understanding) -> int:
    return FACT_WORDS if understanding.of_value else ANSWER_WORDS


def once(claims: Iterable[DraftClaim]) -> list[DraftClaim]:
    return list({claim.text: claim for claim in reversed(list(claims))}.values())[::-1]


def within(claims: Sequence[DraftClaim], budget: int) -> list[DraftClaim]:
    """Return the first claims that fit a number of words, marks and leads included; always the first."""
    kept: list[DraftClaim] = []
    used = 0
    for claim in claims:
        used += len(claim.text.split()) + len(claim.lead.split()) + len(claim.quotes)
        if kept and used > budget:
            break
        kept.append(claim)
    return kept
