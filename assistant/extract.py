"""Answer with the documents' own sentences, list items, table rows and signatures."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import texts
from assistant.acts import (
    DECISIONS,
    PROPOSALS,
    acts,
    asks_for_final,
    asks_for_wish,
    forwards,
    is_decision,
    proposes,
)
from assistant.answerer import Ranking, Request
from assistant.casework import assignment_claims, chain_claims
from assistant.question import Asked, Understanding
from assistant.scoring import Candidate, Scored, Scorer, document_words
from assistant.sentences import without_bullet
from assistant.settings import ANSWER_WORDS, FACT_WORDS
from assistant.siblings import LISTED, Listing, joined, listings
from assistant.verify import DraftClaim, Evidence, Quote
from index.swedish import words
from ingest.documents import Block, Force, Kind, Passage

_MINUTES = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
# A further sentence has to come this close to the first to be worth the reader's time.
SECOND_MARGIN = 0.1
REASON_MARGIN = 0.25
# Sentences among which a decision, a proposal or a heading of the right § is looked for.
LOOKED_AT = 10
LONG_LIST = 15
SHORT_LIST = 110
# What was decided must hold this share of what the best sentence holds of the question.
SETTLED = 0.6
LONG_OPENING = 45
# A list is about the question when introduction, heading and items hold this share of it, and of what a sentence holds.
LIST_TOPIC = 0.3
LIST_SHARE = 0.8
RANK_WORTH = 0.3
VOTES_LOOKED_AT = 60
_VOTE_ASKED = re.compile(
    r"\b(?:omröstning\w*|votering\w*|röst(?:ade|er|erna|siffror\w*|ning\w*)|ja-röster|nej-röster)\b", re.I
)
_VOTES = re.compile(
    r"\b(?:\d+|[a-zåäö]+)\s+(?:ja\b|nej\b|ja-|nej-|röster)|\bja-röster|\bröst(?:ade|ar|er)\b[^.]*\b(?:ja|nej|för|mot)\b",
    re.I,
)
SUMMARY_WORDS = 90


# A row or sentence of more words is cut to the part that holds the value, where one value is asked for.
LONG_ROW = 35
_SEGMENT_END = re.compile(r"\)(?:[;,.]|\s§\s?\d+)?\s|;\s")


class ExtractiveAnswerer:
    """Choose the words of the documents that answer; never writes a word of its own into a claim."""

    name = "extractive"

    def answer(self, request: Request) -> Iterable[DraftClaim]:
        """Yield the claims that answer, in the order a reader wants them."""
        if not request.ranking.scored:
            return []
        if not request.parts:
            return _answered(request, request.understanding, request.ranking)
        claims: list[DraftClaim] = []
        for part in request.parts:
            claims.extend(_answered(request, part.understanding, part.ranking))
        return _within(_once(claims), _budget(request.understanding))


@dataclass(frozen=True, slots=True)
class _Group:
    """Hold a sentence and a copy of it in another document: an excerpt and its minutes say the same once."""

    scored: Scored
    copies: tuple[Candidate, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """Return the passage that the sentence stands in."""
        return self.scored.candidate.evidence


def _answered(request: Request, understanding: Understanding, ranking: Ranking) -> list[DraftClaim]:
    """Return the claims for one thing that is asked."""
    ranked = _without_copies(ranking.scored)
    wants = understanding.wants
    if wants(Asked.ASSIGNMENTS) and (claims := assignment_claims(request)):
        return claims
    if wants(Asked.CHAIN) and (claims := chain_claims(request)):
        return claims
    if wants(Asked.SUMMARY):
        return _summary(request, ranked)
    if wants(Asked.IDENTIFIER):
        return _identifier(request, understanding, ranking, ranked)
    if _VOTE_ASKED.search(understanding.text) and (claims := _votes(ranked)):
        return claims
    if wants(Asked.DECISION, Asked.PROPOSAL) and (claims := _acts(request, understanding, ranking, ranked)):
        return claims
    if wants(Asked.LIST) and (claims := _listing(request, understanding, ranking)):
        return claims
    return _sentences(request, understanding, ranked, ranking.scorer)


def _without_copies(scored: Sequence[Scored]) -> list[_Group]:
    groups: dict[str, _Group] = {}
    for one in scored:
        key = " ".join(words(one.candidate.text))
        known = groups.get(key)
        if known is None:
            groups[key] = _Group(one)
        elif not known.copies and known.evidence.document.id != one.candidate.evidence.document.id:
            groups[key] = _Group(known.scored, (one.candidate,))
    return list(groups.values())


def _claim(group: _Group, lead: str = "") -> DraftClaim:
    quotes = tuple(Quote(candidate.evidence, candidate.text) for candidate in (group.scored.candidate, *group.copies))
    return DraftClaim(group.scored.candidate.text, quotes, lead)


def _passage_claims(evidence: Evidence, passages: Sequence[Passage], lead: str, budget: int) -> list[DraftClaim]:
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
        return _within([_one(evidence, passage, "" if index else lead) for index, passage in enumerate(kept)], budget)
    if len(kept) == 1:
        return [_one(evidence, kept[0], lead)]
    text = "\n".join(passage.text for passage in kept)
    return [DraftClaim(text, (Quote(whole, whole.passage.text),), lead)]


def _one(evidence: Evidence, passage: Passage, lead: str) -> DraftClaim:
    text = passage.text if "\n" in passage.text else without_bullet(passage.text)
    return DraftClaim(text, (Quote(Evidence(evidence.document, passage), text),), lead)


def _sentences(
    request: Request, understanding: Understanding, ranked: list[_Group], scorer: Scorer
) -> list[DraftClaim]:
    """Return the best sentence, and further ones that come near and fit."""
    why = understanding.wants(Asked.WHY)
    margin = REASON_MARGIN if why else SECOND_MARGIN
    if understanding.short:
        ranked = [_clipped(group, scorer) for group in ranked[:LOOKED_AT]]
    first = _settled(understanding, ranked) if understanding.short else ranked[0]
    if not understanding.short and (whole := _whole_list(request, first)):
        return whole
    # What another document says beside the point reads as noise: a further sentence comes from the same one.
    near = [
        group
        for group in ranked[1:6]
        if group.scored.score >= first.scored.score - margin
        and group.evidence.document.id == first.evidence.document.id
    ]
    claims = [_claim(first, _lead(first.evidence)), *(_claim(group) for group in near[: 2 if why else 1])]
    return _within(claims, ANSWER_WORDS // 2 if why else FACT_WORDS - 5)


def _settled(understanding: Understanding, ranked: list[_Group]) -> _Group:
    """Return the best sentence, or what was decided on the same thing where the best only proposes it."""
    first = ranked[0]
    if is_decision(first.evidence, first.scored.candidate.text) or asks_for_wish(understanding.text):
        return first
    if not (proposes(first.evidence, first.scored.candidate.text) or asks_for_final(understanding.text)):
        return first
    cases = set(_cases(first.evidence))
    for group in ranked[1:]:
        scored = group.scored
        decided = is_decision(group.evidence, scored.candidate.text) and cases & set(_cases(group.evidence))
        if decided and scored.fits >= first.scored.fits - 0.2 and scored.covered >= SETTLED * first.scored.covered:
            return group
    return first


def _cases(evidence: Evidence) -> tuple[str, ...]:
    return evidence.passage.case_numbers or evidence.document.case_numbers


def _whole_list(request: Request, group: _Group) -> list[DraftClaim]:
    """Return the whole short list that a sentence introduces or is an item of: one item alone tells little."""
    passage = group.evidence.passage
    introduces = passage.text.rstrip().endswith(":") and group.scored.candidate.end >= len(passage.text.rstrip())
    if passage.block not in {Block.LIST_ITEM, Block.ATT_SATS} and not introduces:
        return []
    for listing in listings(request.passages(group.evidence.document.id), passage):
        opening = (listing.opening,) if listing.opening else ()
        passages = (*opening, *listing.items)
        if sum(len(one.text.split()) for one in passages) <= SHORT_LIST or introduces:
            anchor = Evidence(group.evidence.document, passages[0])
            return _passage_claims(anchor, passages, _lead(group.evidence), SHORT_LIST)
    return []


def _clipped(group: _Group, scorer: Scorer) -> _Group:
    """Return a group whose sentence, where it is a long row or enumeration, is cut to the part that answers."""
    candidate = group.scored.candidate
    if len(candidate.text.split()) <= LONG_ROW:
        return group
    best: tuple[float, int, int] | None = None
    for start, end in _segments(candidate.text):
        part = candidate.text[start:end]
        score = scorer.coverage(part) + scorer.form(part, candidate.evidence)
        if best is None or score > best[0]:
            best = (score, start, end)
    if best is None:
        return group
    _, start, end = best
    cut = replace(candidate, text=candidate.text[start:end], start=candidate.start + start, end=candidate.start + end)
    return _Group(replace(group.scored, candidate=cut))


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of an enumeration: up to a bracket, a comma or a semicolon that ends one."""
    start = 0
    for match in _SEGMENT_END.finditer(text):
        if match.end() > start and len(text[start : match.end()].split()) > 1:
            yield start, match.start() + 1
            start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def _acts(request: Request, understanding: Understanding, ranking: Ranking, ranked: list[_Group]) -> list[DraftClaim]:
    """Return all that was decided or proposed in the act that the question asks for."""
    decision = understanding.wants(Asked.DECISION)
    found = acts(request, understanding, ranking, DECISIONS if decision else PROPOSALS)
    lead = ""
    if not found and decision:
        found = acts(request, understanding, ranking, PROPOSALS)
        lead = texts.PROPOSAL_ONLY
    if not found:
        return []
    best = found[0]
    if understanding.wants(Asked.NUMBER, Asked.DATE, Asked.PERSON):
        fits = ranking.scorer.form(best.text, best.evidence)
        if fits < ranked[0].scored.fits:
            return []
    return _passage_claims(best.evidence, best.passages, lead or _lead(best.evidence), ANSWER_WORDS)


def _votes(ranked: list[_Group]) -> list[DraftClaim]:
    """Return the sentence that tells how many voted for what."""
    told = [group for group in ranked[:VOTES_LOOKED_AT] if _VOTES.search(group.scored.candidate.text)]
    if not told:
        return []
    best = max(told, key=lambda group: group.scored.score + 0.5 * group.scored.covered)
    return [_claim(best, _lead(best.evidence))]


def _listing(request: Request, understanding: Understanding, ranking: Ranking) -> list[DraftClaim]:
    """Return the whole list that answers, unless a sentence answers better."""
    best: tuple[float, float, Listing, Evidence] | None = None
    seen: set[tuple[str, int]] = set()
    for scored in ranking.scored:
        evidence = scored.candidate.evidence
        for listing in listings(request.passages(evidence.document.id), evidence.passage):
            key = (evidence.document.id, listing.items[0].ordinal)
            if key in seen:
                continue
            seen.add(key)
            topic, score = _list_score(understanding, ranking, scored, listing)
            if best is None or score > best[1]:
                best = (topic, score, listing, evidence)
    if best is None or best[0] < LIST_TOPIC:
        return []
    topic, _, listing, evidence = best
    top = ranking.scored[0]
    if topic < LIST_SHARE * top.covered and top.candidate.evidence.passage.block not in LISTED:
        return []
    opening = (listing.opening,) if listing.opening and len(listing.opening.text.split()) <= LONG_OPENING else ()
    return _passage_claims(evidence, (*opening, *listing.items), _lead(evidence), ANSWER_WORDS)


def _list_score(
    understanding: Understanding, ranking: Ranking, scored: Scored, listing: Listing
) -> tuple[float, float]:
    """Return how far a list is about the question, and its score with the number of its items and its place."""
    evidence, scorer = scored.candidate.evidence, ranking.scorer
    items = " ".join(item.text for item in listing.items[:LONG_LIST])
    heading = " ".join(listing.heading[-1:])
    topic = scorer.covered((1.0, listing.introduction), (0.9, items), (0.9, heading), (0.4, document_words(evidence)))
    own = scorer.covered((1.0, listing.introduction), (0.9, items), (0.9, heading))
    count, wanted = listing.count, understanding.items
    score = 0.6 * own + 0.6 * topic + RANK_WORTH / (1 + 0.3 * scored.candidate.rank)
    score += (0.5 if wanted == count else -0.15 if wanted else 0.0) - (0.2 if count > LONG_LIST else 0.0)
    score += 0.35 * scorer.speaks_of_head(f"{listing.introduction} {heading}")
    score -= 0.15 * (listing.items[0].block is Block.TABLE_ROW)
    return topic, score


def _identifier(
    request: Request, understanding: Understanding, ranking: Ranking, ranked: list[_Group]
) -> list[DraftClaim]:
    """Return the heading that carries the § and the diarienummer, and the decision below it if it was asked for."""
    best = next((group for group in ranked[:LOOKED_AT] if group.scored.fits >= 0.5), ranked[0])
    claims = [_claim(best, _lead(best.evidence))]
    if understanding.wants(Asked.DECISION):
        claims += _acts(request, understanding, ranking, ranked)
    return claims


def _summary(request: Request, ranked: list[_Group]) -> list[DraftClaim]:
    """Return the title of the case and the first sentences that say what it is about."""
    title = next(
        (group for group in ranked if group.evidence.passage.block is Block.HEADING and group.scored.own > 0), None
    )
    told = [group for group in ranked if group.evidence.passage.block is not Block.HEADING and _tells(group)]
    chosen = ([title] if title else []) + told[: 1 if title else 2]
    if not chosen:
        chosen = ranked[:1]
    claims = [_claim(group, _lead(group.evidence) if index == 0 else "") for index, group in enumerate(chosen)]
    return _within(claims, SUMMARY_WORDS)


def _tells(group: _Group) -> bool:
    text = group.scored.candidate.text
    return len(text.split()) >= 8 and text.rstrip().endswith(".")


def _lead(evidence: Evidence) -> str:
    document, passage = evidence.document, evidence.passage
    if passage.block is Block.TABLE_ROW and any(passage.table_header):
        place = texts.source_lead(document, passage.section_sign if document.kind in _MINUTES else None)
        return f"{place.rstrip(':')} ({' | '.join(cell for cell in passage.table_header if cell)}):"
    if passage.force is Force.DECISION and forwards(passage.text):
        return texts.forwarding_lead(document, passage.section_sign)
    if passage.force is Force.DECISION:
        return texts.decision_lead(document, passage.section_sign)
    if passage.force in PROPOSALS:
        return texts.proposal_lead(document, passage.section_sign)
    return texts.source_lead(document, passage.section_sign if document.kind in _MINUTES else None)


def _budget(understanding: Understanding) -> int:
    return FACT_WORDS if understanding.short else ANSWER_WORDS


def _once(claims: Iterable[DraftClaim]) -> list[DraftClaim]:
    return list({claim.text: claim for claim in reversed(list(claims))}.values())[::-1]


def _within(claims: Sequence[DraftClaim], budget: int) -> list[DraftClaim]:
    """Return the first claims that fit a number of words, marks and leads included; always the first."""
    kept: list[DraftClaim] = []
    used = 0
    for claim in claims:
        used += len(claim.text.split()) + len(claim.lead.split()) + len(claim.quotes)
        if kept and used > budget:
            break
        kept.append(claim)
    return kept
