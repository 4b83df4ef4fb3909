"""Tell to whom a decision is sent: what stands under such a heading, or says so, in the § or the paper on the matter; pure."""

import re
from collections.abc import Sequence

from assistant.answerer import Ranking, Request
from assistant.drafting import lead_of, passage_claims
from assistant.ground import Ground, section_key
from assistant.question import SENT_ASKED, Understanding
from assistant.settings import FACT_WORDS
from assistant.things import absent, matters
from assistant.verify import DraftClaim, Evidence
from ingest.documents import Block, Force, Passage
from ingest.sections import Section, section_of

_SENT = re.compile(
    r"\b(?:beslut\w*|protokoll\w*|utdrag\w*|paragraf\w*)\s+(?:ska |skall |har )?(?:skicka[st]?s?|sänd[ae]?s?|expediera?s?|delge\w*)\b|^\W*(?:expedier\w+|skickas|sänds|delges|kopia)\b(?: till)?\s*:?",
    re.IGNORECASE,
)
# Enclosures stand under such headings too.
_ENCLOSED = re.compile(r"(?:bilag|handling|underlag)\w*", re.IGNORECASE)
# Words of a question that tell of sending.
_OF_SENDING = re.compile(
    r"beslut\w*|skicka\w*|sänd\w*|expedier\w*|delge\w*|till|få[rs]?|del|utdrag\w*|protokoll\w*|ärendet|kopia\w*|mottagare\w*"
)
LOOKED_AT = 40
# A section is on the matter that holds this share of what the best one holds of the question.
OF_MATTER = 0.75
MISSED = 0.34


def recipient_claims(request: Request, understanding: Understanding, ranking: Ranking) -> list[DraftClaim]:
    """Return who gets a decision, as the § on it says, before the paper that proposes it; [] where none does or it is not asked."""
    if not SENT_ASKED.search(understanding.text):
        return []
    found: dict[tuple[str, str | None], tuple[float, bool, Evidence, list[Passage]]] = {}
    for one in ranking.scored[:LOOKED_AT]:
        evidence = one.candidate.evidence
        key = section_key(evidence)
        told = _sent(_section(evidence.passage, request.passages(evidence.document.id))) if key not in found else []
        if told:
            decided = any(passage.force is Force.DECISION for passage in _section(told[0], request.passages(key[0])))
            found[key] = (one.covered, decided, Evidence(evidence.document, told[0]), told)
    most = max((one[0] for one in found.values()), default=0.0)
    near = [one for one in found.values() if one[0] >= OF_MATTER * most]
    if not near:
        return []
    _, _, evidence, told = max(near, key=lambda one: (one[1], one[0]))
    return passage_claims(evidence, told, lead_of(evidence), FACT_WORDS)


def sent(understanding: Understanding, ground: Ground) -> bool:
    """Tell whether what is cited first says who gets a decision, in a § or paper that speaks of what the question names."""
    if not ground.shown or not SENT_ASKED.search(understanding.text):
        return False
    evidence = ground.shown[0].evidence
    every = _section(evidence.passage, ground.passages(evidence.document.id))
    wanted = [one for one in matters(understanding.text) if not _OF_SENDING.fullmatch(one)]
    said = [evidence.document.title, evidence.document.board or "", *evidence.passage.heading_path]
    held = " ".join([*said, *(one.text for one in every)])
    return bool(_sent([evidence.passage])) and len(absent(wanted, held)) <= MISSED * len(wanted)


def _section(own: Passage, every: Sequence[Passage]) -> list[Passage]:
    """Return the § that a passage stands in, of other papers all."""
    return [one for one in every if one.section_sign == own.section_sign]


def _sent(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages that name who gets a decision."""
    return [
        one
        for one in passages
        if one.block not in {Block.HEADING, Block.SIGNATURE}
        and (_SENT.search(one.text) or any(_routes(heading) for heading in one.heading_path[-1:]))
    ]


def _routes(heading: str) -> bool:
    return section_of(heading) is Section.ROUTING and _ENCLOSED.search(heading) is None
