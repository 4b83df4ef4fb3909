"""Compare: one block for each document or day that tells of the same thing, oldest first."""

import datetime as dt
import re

from assistant.act_words import DECISIONS, PROPOSALS
from assistant.acts import acts, day_of
from assistant.answerer import Ranking, Request
from assistant.drafting import Group, claim_of, lead_of, passage_claims, within
from assistant.question import Understanding
from assistant.settings import ANSWER_WORDS
from assistant.verify import DraftClaim
from ingest.documents import Block

# A block holds this share of the question that the best sentence holds.
BEARS_ON = 0.7
LOOKED_AT = 30
MOST_BLOCKS = 4
_ASKED = re.compile(
    r"\bskillnad\w* mellan\b|\bvad skiljer\b|\bskiljer sig\b[^?]*\bfrån\b|^\W*jämför\b"
    r"|\bhur har\b[^?]*\b(?:utveckla\w*|förändra\w*|ändra\w*)|\böver tid\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\bförslag\w*|\bföresl\w+", re.IGNORECASE)
_DECIDED = re.compile(r"\bbeslut\w*", re.IGNORECASE)


def compared(request: Request, understanding: Understanding, ranking: Ranking, ranked: list[Group]) -> list[DraftClaim]:
    """Return one claim for each side of a comparison, oldest first; [] where fewer than two are found."""
    if not _ASKED.search(understanding.text):
        return []
    if _PROPOSED.search(understanding.text) and _DECIDED.search(understanding.text):
        claims = _proposal_and_decision(request, understanding, ranking)
    else:
        claims = _by_document(ranked)
    return claims if len(claims) > 1 else []


def _proposal_and_decision(request: Request, understanding: Understanding, ranking: Ranking) -> list[DraftClaim]:
    """Return what was proposed, and what was decided, in one case."""
    decided = acts(request, understanding, ranking, DECISIONS)
    proposed = acts(request, understanding, ranking, PROPOSALS)
    for decision in decided:
        before = [
            act for act in proposed if act.cases & decision.cases and day_of(act.document) <= day_of(decision.document)
        ]
        if before:
            sides = (max(before, key=lambda act: (act.score, day_of(act.document))), decision)
            return [
                claim
                for act in sides
                for claim in passage_claims(act.evidence, act.passages, lead_of(act.evidence), ANSWER_WORDS // 2)
            ]
    return []


def _by_document(ranked: list[Group]) -> list[DraftClaim]:
    """Return the best sentence of each document that bears on the question, oldest first."""
    best = ranked[0].scored
    chosen: dict[tuple[dt.date, str | None], Group] = {}
    for group in ranked[:LOOKED_AT]:
        evidence = group.evidence
        told = evidence.passage.block is not Block.HEADING and group.scored.fits >= min(0.5, best.fits)
        if told and group.scored.covered >= BEARS_ON * best.covered:
            chosen.setdefault((day_of(evidence.document), evidence.document.board), group)
    kept = sorted(list(chosen.values())[:MOST_BLOCKS], key=lambda group: day_of(group.evidence.document))
    return within([claim_of(group, lead_of(group.evidence)) for group in kept], ANSWER_WORDS)
