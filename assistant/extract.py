"""Answer with the documents' own sentences, list items, table rows and signatures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant import texts
from assistant.answerer import Request
from assistant.question import Asked
from assistant.scoring import Candidate, Scored
from assistant.settings import ANSWER_WORDS, FACT_WORDS
from assistant.verify import DraftClaim, Evidence, Quote
from index.swedish import words
from ingest.documents import Block, Force, Kind, Passage

_LISTED = frozenset({Block.LIST_ITEM, Block.ATT_SATS, Block.TABLE_ROW})
_PROPOSALS = frozenset({Force.PROPOSAL, Force.YRKANDE, Force.RECOMMENDATION})
# A second sentence has to come this close to the first to be worth the reader's time.
SECOND_MARGIN = 0.12
REASON_MARGIN = 0.35


class ExtractiveAnswerer:
    """Choose the words of the documents that answer; never writes a word of its own into a claim."""

    name = "extractive"

    def answer(self, request: Request) -> Iterable[DraftClaim]:
        """Yield the claims that answer, best first."""
        wants = request.understanding.wants
        ranked = _without_copies(request.ranking.scored)
        if not ranked:
            return []
        if wants(Asked.SUMMARY):
            return _summary(request, ranked)
        if wants(Asked.IDENTIFIER):
            return _identifier(request, ranked)
        if wants(Asked.DECISION, Asked.PROPOSAL):
            return _decision(request, ranked)
        if wants(Asked.LIST):
            return _listing(request, ranked)
        return _sentences(request, ranked)


@dataclass(frozen=True, slots=True)
class _Group:
    """Hold a sentence and its copies in other documents: an excerpt and its minutes say the same once."""

    scored: Scored
    copies: tuple[Candidate, ...] = ()


def _without_copies(scored: Sequence[Scored]) -> list[_Group]:
    groups: dict[str, _Group] = {}
    for one in scored:
        key = " ".join(words(one.candidate.text))
        known = groups.get(key)
        if known is None:
            groups[key] = _Group(one)
        elif (
            len(known.copies) < 1 and known.scored.candidate.evidence.document.id != one.candidate.evidence.document.id
        ):
            groups[key] = _Group(known.scored, (*known.copies, one.candidate))
    return list(groups.values())


def _claim(group: _Group, lead: str = "") -> DraftClaim:
    quotes = tuple(Quote(candidate.evidence, candidate.text) for candidate in (group.scored.candidate, *group.copies))
    return DraftClaim(group.scored.candidate.text, quotes, lead)


def _passage_claim(evidence: Evidence, lead: str = "") -> DraftClaim:
    return DraftClaim(evidence.passage.text, (Quote(evidence, evidence.passage.text),), lead)


def _sentences(request: Request, ranked: list[_Group]) -> list[DraftClaim]:
    """Return the best sentence, and a near second one that fits."""
    wants_why = request.understanding.wants(Asked.WHY)
    budget = ANSWER_WORDS if wants_why else FACT_WORDS
    margin = REASON_MARGIN if wants_why else SECOND_MARGIN
    first = ranked[0]
    lead = _lead(first.scored.candidate.evidence)
    claims = [_claim(first, lead)]
    used = _count(lead) + _count(first.scored.candidate.text)
    for group in ranked[1:6]:
        length = _count(group.scored.candidate.text)
        near = group.scored.score >= first.scored.score - margin
        if near and used + length <= budget - 10 and len(claims) < (3 if wants_why else 2):
            claims.append(_claim(group))
            used += length
    return claims


def _decision(request: Request, ranked: list[_Group]) -> list[DraftClaim]:
    """Return all that was decided or proposed in the § where the best sentence stands."""
    wanted = frozenset({Force.DECISION}) if request.understanding.wants(Asked.DECISION) else _PROPOSALS
    best = next((group for group in ranked[:8] if group.scored.candidate.evidence.passage.force in wanted), None)
    only_proposal = ""
    if best is None and request.understanding.wants(Asked.DECISION):
        best = next(
            (group for group in ranked[:4] if group.scored.candidate.evidence.passage.force in _PROPOSALS), None
        )
        only_proposal = texts.PROPOSAL_ONLY if best else ""
    if best is None:
        return _sentences(request, ranked)
    evidence = best.scored.candidate.evidence
    siblings = _siblings(request, evidence)
    lead = only_proposal or _force_lead(evidence)
    claims = []
    used = _count(lead)
    for passage in siblings:
        used += _count(passage.text)
        if claims and used > ANSWER_WORDS:
            break
        claims.append(_passage_claim(Evidence(evidence.document, passage), "" if claims else lead))
    return claims


def _siblings(request: Request, evidence: Evidence) -> list[Passage]:
    """Return the neighbouring passages of the same force under the same heading."""
    anchor = evidence.passage
    every = request.passages(evidence.document.id)
    place = next((index for index, passage in enumerate(every) if passage.ordinal == anchor.ordinal), None)
    if place is None:
        return [anchor]

    def belongs(passage: Passage) -> bool:
        return (
            passage.force is anchor.force
            and passage.section_sign == anchor.section_sign
            and passage.heading_path == anchor.heading_path
            and passage.block is not Block.HEADING
        )

    first = last = place
    while first > 0 and belongs(every[first - 1]):
        first -= 1
    while last + 1 < len(every) and belongs(every[last + 1]):
        last += 1
    return list(every[first : last + 1])


def _listing(request: Request, ranked: list[_Group]) -> list[DraftClaim]:
    """Return the whole list in which the best sentence stands, or the sentence that holds the list."""
    best = ranked[0].scored.candidate
    items = _list_around(request, best)
    if len(items) < 2:
        return _sentences(request, ranked)
    lead = _lead(best.evidence)
    claims: list[DraftClaim] = []
    used = _count(lead)
    for passage in items:
        used += _count(passage.text)
        if claims and used > ANSWER_WORDS:
            break
        claims.append(_passage_claim(Evidence(best.evidence.document, passage), "" if claims else lead))
    return claims


def _list_around(request: Request, best: Candidate) -> list[Passage]:
    """Return the items beside a list item, or those that follow the sentence or heading that introduces them."""
    every = request.passages(best.evidence.document.id)
    anchor = best.evidence.passage
    place = next((index for index, passage in enumerate(every) if passage.ordinal == anchor.ordinal), None)
    if place is None:
        return []
    if anchor.block in _LISTED:
        first = last = place
        while (
            first > 0
            and every[first - 1].block is anchor.block
            and every[first - 1].heading_path == anchor.heading_path
        ):
            first -= 1
    elif anchor.block is Block.HEADING or anchor.text.rstrip().endswith(":"):
        first = last = place + 1
        if first >= len(every) or every[first].block not in _LISTED:
            return []
    else:
        return []
    while (
        last + 1 < len(every)
        and every[last + 1].block is every[first].block
        and every[last + 1].heading_path == every[first].heading_path
    ):
        last += 1
    return list(every[first : last + 1])


def _identifier(request: Request, ranked: list[_Group]) -> list[DraftClaim]:
    """Return the heading that carries the § and the diarienummer, and the decision below it if it was asked for."""
    best = next((group for group in ranked[:10] if group.scored.fits >= 0.5), ranked[0])
    claims = [_claim(best, _lead(best.scored.candidate.evidence))]
    if request.understanding.wants(Asked.DECISION):
        claims += _decision(request, ranked)
    return claims


def _summary(request: Request, ranked: list[_Group]) -> list[DraftClaim]:
    """Return the title of the case and what its documents say that it is about."""
    best = ranked[0].scored.candidate
    claims = [_claim(ranked[0], _lead(best.evidence))]
    used = _count(claims[0].text)
    for group in ranked[1:5]:
        used += _count(group.scored.candidate.text)
        if used <= 120 and len(claims) < 3:
            claims.append(_claim(group))
    return claims


def _lead(evidence: Evidence) -> str:
    if evidence.passage.force is Force.DECISION:
        return texts.decision_lead(evidence.document, evidence.passage.section_sign)
    if evidence.passage.force in _PROPOSALS:
        return texts.proposal_lead(evidence.document, evidence.passage.section_sign)
    minutes = evidence.document.kind in {Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG}
    return texts.source_lead(evidence.document, evidence.passage.section_sign if minutes else None)


def _force_lead(evidence: Evidence) -> str:
    return _lead(evidence)


def _count(text: str) -> int:
    return len(text.split())
