"""Answer with the documents' own sentences, list items, table rows and signatures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant import texts
from assistant.act_words import DECIDED, DECISIONS, PROPOSALS, REFUSED
from assistant.acts import Act, acts, days_of_act, decided_so, falls_on, of_named_case, settling
from assistant.answerer import Part, Ranking, Request
from assistant.awards import award_claims
from assistant.bodies import is_of, named_bodies
from assistant.candidates import Candidate
from assistant.casework import assignment_claims, chain_claims, opening, summary_claims
from assistant.comparing import compared
from assistant.consulted import consulted, speaks
from assistant.doubles import in_parts
from assistant.drafting import Group, budget_of, claim_of, lead_of, passage_claims, within, without_copies
from assistant.duties import duty_claims
from assistant.events import Bound, asked_event
from assistant.fitting import fit
from assistant.holders import asks_for_holder, holder_claims
from assistant.holdings import asks_for_papers, paper_claims
from assistant.letterheads import HEAD_PASSAGES, is_case_line
from assistant.listing import Told, listing_claims
from assistant.meetings import agenda_claims, asks_for_agenda, asks_for_meeting, meeting_claims
from assistant.members import ActsOfMembers
from assistant.moments import bound_to, new_values
from assistant.named import asked_number
from assistant.news import asks_for_news, news_claims
from assistant.notes import note_claims
from assistant.openings import completed
from assistant.question import Asked, Understanding
from assistant.recipients import recipient_claims
from assistant.replies import asks_for_reply, reply_claims
from assistant.reranking import less_sure
from assistant.rivals import HALF_FORM
from assistant.rosters import asks_for_roster, roster_claims
from assistant.rows import in_full
from assistant.scoring import Scored
from assistant.series import series_claims, way_claims
from assistant.signers import signer_claims, writer_claims
from assistant.speakers import asks_of_municipality, dissents
from assistant.telling import BESIDE, clipped, in_line, told, with_further, with_others
from assistant.values import ValueKind, of_law, supported, values
from assistant.verify import DraftClaim, Evidence, Quote
from assistant.voting import SIDE_ASKED, VOTE_ASKED, vote_claims
from ingest.documents import Block, Force, Kind, Passage

# Sentences among which a decision, a proposal or a heading of the right § is looked for.
LOOKED_AT = 10
# Those of the questions that are answered at once.
REQUESTS_KEPT = 4
_DISSENT = re.compile(r"\b(?:reserv\w+|yrka\w*|motiv?erade sin röst|anteckning\w*)\b", re.I)
# An act is about the question when it holds this share of what the best sentence holds of it.
ACT_SHARE = 0.5
# What a body decided is its view of the matter where it holds this share of what the best sentence holds of it.
STANCE_SHARE = 0.5
_STANCE_ASKED = re.compile(
    r"\b(?:vad|hur) (?:sa|sade|tyckte|ansåg|gjorde|ställde sig)\b[^?,]{0,60}?\b(?:[^\W\d_]*(?:nämnden|styrelsen|utskottet)|fullmäktige)\b",
    re.IGNORECASE,
)
# An earlier act is asked for than the one that papers are about: "sin förra plan".
_EARLIER = re.compile(
    r"\b(?:förra|tidigare|föregående|förrförra|ursprunglig\w*|första|först|nuvarande|gällande|gamla)\b", re.IGNORECASE
)
# A decision of more words is told by the point that holds the value that is asked for.
LONG_ACT = 35
# Words of the decision that settles what is told as proposed.
SETTLED_WORDS = 60
SUMMARY_WORDS = 90
SUMMARY_SENTENCES = 2
OPENING_SENTENCES = 3


class ExtractiveAnswerer:
    """Choose the words of the documents that answer; never writes a word of its own into a claim."""

    name = "extractive"

    def answer(self, request: Request) -> Iterable[DraftClaim]:
        """Yield the claims that answer, in the order a reader wants them."""
        if not request.ranking.scored:
            return []
        understanding = request.understanding
        if request.parts:
            claims = in_parts(
                understanding,
                request.parts,
                lambda part, more: _answered(request, part, more=more),
            )
        else:
            first, ranked = _first_of_all(request)
            claims = with_further(first, understanding, ranked) if ranked else list(first)
        if understanding.wants(Asked.ASSIGNMENTS, Asked.CHAIN) or _of_meeting(understanding):
            # Steps of a case and decisions of a meeting have their own measure.
            return claims
        return in_full(request, completed(request, claims))

    def unsure(self, request: Request, claims: Sequence[DraftClaim]) -> Iterable[DraftClaim]:
        """Yield the claims of an unsure answer, and after them what else may be meant."""
        understanding = request.understanding
        if request.parts or understanding.wants(Asked.ASSIGNMENTS, Asked.CHAIN, Asked.SUMMARY, Asked.COMPARISON):
            return claims
        if not _first_of_all(request)[1]:
            # What is read off a list, a vote or the head of minutes stands alone.
            return claims
        ranked = _as_pinned(understanding, without_copies(request.ranking.scored))
        if understanding.of_value:
            ranked = clipped(ranked, request.ranking.scorer, understanding)
        return with_others(list(claims), understanding, ranked)


def _answered(request: Request, part: Part, *, more: bool) -> list[DraftClaim]:
    """Return the claims for one thing that is asked; with ``more``, further sentences that may be the answer too."""
    claims, ranked = _first(request, part.understanding, part.ranking)
    return with_further(claims, part.understanding, ranked) if more and ranked else claims


@lru_cache(maxsize=REQUESTS_KEPT)
def _first_of_all(request: Request) -> tuple[list[DraftClaim], Sequence[Group]]:
    """Return the claims for a question as a whole: an unsure answer is asked for them again."""
    return _first(request, request.understanding, request.ranking)


def _first(
    request: Request, understanding: Understanding, ranking: Ranking
) -> tuple[list[DraftClaim], Sequence[Group]]:
    """Return the claims for one thing that is asked, and the sentences among which further ones may be found."""
    whole = ActsOfMembers(understanding, ranking, request.passages).sentences(ranking)
    ranking = _as_spoken(request, understanding, whole)
    ranked = _as_pinned(understanding, without_copies(ranking.scored))
    wants = understanding.wants
    if wants(Asked.ASSIGNMENTS):
        return assignment_claims(request), ()
    if wants(Asked.CHAIN) and (claims := chain_claims(request)):
        return claims, ()
    if asks_for_agenda(understanding) and (claims := agenda_claims(request, understanding)):
        return claims, ()
    if asks_for_meeting(understanding) and (claims := meeting_claims(request, understanding)):
        return claims, ()
    if asks_for_roster(understanding) and (claims := roster_claims(request, understanding)):
        return claims, ()
    if asks_for_papers(understanding) and (claims := paper_claims(request, understanding)):
        return claims, ()
    if asks_for_holder(understanding) and (claims := holder_claims(request, understanding)):
        return claims, ()
    if asks_for_news(understanding) and (claims := news_claims(request, understanding)):
        return claims, ()
    if asks_for_reply(understanding) and (claims := reply_claims(request, understanding)):
        return claims, ()
    if claims := note_claims(request, understanding, whole):
        return claims, ()
    if wants(Asked.SUMMARY):
        return summary_claims(request) or _summary(request, understanding, ranked), ()
    if wants(Asked.COMPARISON) and (claims := compared(request, understanding, ranking, ranked)):
        return claims, ()
    if wants(Asked.IDENTIFIER):
        ranked = [in_line(group, ranking.scorer) for group in ranked]
        # Another number of a named kind is that of another thing.
        told_there = any(group.scored.fits >= HALF_FORM for group in ranked[:LOOKED_AT])
        further = ranked if told_there and not asked_number(understanding.text) else []
        return _identifier(request, understanding, ranking, ranked), further
    voted = VOTE_ASKED.search(understanding.text) or SIDE_ASKED.search(understanding.text)
    if voted and (claims := vote_claims(request, understanding, ranking, ranked)):
        return claims, ()
    if claims := award_claims(understanding, ranked) or signer_claims(request, understanding, ranking, ranked):
        return claims, ()
    if claims := writer_claims(request, understanding, ranking) or recipient_claims(request, understanding, ranking):
        return claims, ()
    if claims := duty_claims(request, understanding, ranking):
        return claims, ()
    if _STANCE_ASKED.search(understanding.text) and (claims := _stance(request, understanding, ranking, ranked)):
        return claims, ()
    listed = listing_claims(request, understanding, ranking) if wants(Asked.LIST) else Told([], False)
    if claims := way_claims(request, understanding, ranking):
        return claims, ()
    least = listed.topic if listed.sure else 0.0
    if (
        wants(Asked.LIST)
        and not wants(Asked.DECISION)
        and (claims := series_claims(request, understanding, ranking, least))
    ):
        return claims, ()
    if listed.sure and not wants(Asked.DECISION):
        return listed.claims, ()
    if wants(Asked.DECISION, Asked.PROPOSAL) and (claims := _acts(request, understanding, ranking, ranked)):
        # The decision in the § that is named is the one.
        return claims, () if _signs(understanding) else ranked[:1]
    if listed.claims:
        return listed.claims, () if listed.sure else ranked
    return told(request, understanding, ranking, ranked)


def _of_meeting(understanding: Understanding) -> bool:
    return (
        asks_for_agenda(understanding)
        or asks_for_meeting(understanding)
        or asks_for_papers(understanding)
        or asks_for_news(understanding)
        or asks_for_holder(understanding)
        or asks_for_roster(understanding)
    )


def _as_spoken(request: Request, understanding: Understanding, ranking: Ranking) -> Ranking:
    """Return the sentences of the one whose views are asked for; all where nothing is told as theirs.

    Why something was decided is not told by who dissented, nor what the municipality has or does by what a party wants noted.
    """
    who = consulted(understanding.text)
    why = (
        understanding.wants(Asked.WHY)
        and (DECIDED.search(understanding.text) or REFUSED.search(understanding.text))
        and not _DISSENT.search(understanding.text)
    )

    why = why or (
        not understanding.of_value
        and not _DISSENT.search(understanding.text)
        and asks_of_municipality(understanding.text)
    )

    def speaks_there(one: Scored) -> bool:
        evidence = one.candidate.evidence
        if who and evidence.passage.block is Block.HEADING:
            return False
        if who:
            return speaks(who, evidence, one.candidate.text, request.passages(evidence.document.id))
        return not (why and dissents(evidence.passage))

    if not who and not why:
        return ranking
    own = tuple(one for one in ranking.scored if speaks_there(one))
    return replace(ranking, scored=own) if own else ranking


def _as_pinned(understanding: Understanding, ranked: list[Group]) -> list[Group]:
    """Return what belongs to the case and the § that the question names; all where nothing does."""
    ranked = [group for group in ranked if of_named_case(understanding, group.evidence)] or ranked
    signs = _signs(understanding)
    bodies = named_bodies(understanding.text)
    own = [
        group
        for group in ranked
        if group.evidence.passage.section_number in signs and (not bodies or is_of(group.evidence.document, bodies))
    ]
    days = days_of_act(understanding)
    # § 35 of the meeting that is named, not of another one.
    of_day = [one for one in own if (day := one.evidence.document.day) and any(falls_on(day, at) for at in days)]
    return of_day or own or ranked


def _signs(understanding: Understanding) -> set[str]:
    """Return the numbers of the §§ of minutes that a question names."""
    return {
        value.key
        for value in understanding.named
        if value.kind is ValueKind.SECTION and not of_law(understanding.text, value)
    }


def _acts(request: Request, understanding: Understanding, ranking: Ranking, ranked: list[Group]) -> list[DraftClaim]:
    """Return all that was decided or proposed in the act that the question asks for."""
    decision = understanding.wants(Asked.DECISION)
    found = acts(request, understanding, ranking, DECISIONS if decision else PROPOSALS)
    lead = ""
    if not found and decision:
        if ranked[0].evidence.passage.force is Force.DECISION:
            return []
        found = acts(request, understanding, ranking, PROPOSALS)
        lead = texts.PROPOSAL_ONLY
    if not found:
        return []
    best = found[0]
    if best.topic < ACT_SHARE * ranked[0].scored.covered:
        return []
    passages = best.passages
    if _tells_other_day(understanding, ranked[0], best) or _retold(understanding, ranked[0], best):
        return []
    if understanding.of_value and asked_event(understanding.text) != "decide":
        if _form_of_value(understanding, best.text, best.evidence) < _form_of_value(
            understanding, ranked[0].scored.candidate.text, ranked[0].evidence
        ):
            return []
        passages = _holding_value(understanding, ranking, best)
    settled = (settling(request, understanding, ranking, best) or decided_so(request, best)) if lead else None
    if settled is None:
        return passage_claims(best.evidence, passages, lead or lead_of(best.evidence), budget_of(understanding))
    return [
        *passage_claims(best.evidence, passages, lead_of(best.evidence), budget_of(understanding)),
        *passage_claims(settled.evidence, settled.passages, lead_of(settled.evidence), SETTLED_WORDS),
    ]


def _tells_other_day(understanding: Understanding, first: Group, act: Act) -> bool:
    """Tell whether the best sentence tells on which day something was decided, and an act is of another day: it decides something else."""
    if asked_event(understanding.text) != "decide" or first.evidence.passage.force in DECISIONS | PROPOSALS:
        return False
    if not _EARLIER.search(understanding.text):
        return False
    text = first.scored.candidate.text
    told = [value for value in new_values(understanding, text, ValueKind.DATE) if all(value.key.split("|"))]
    days = values(act.day.isoformat())
    of_act = any(supported(value, days) for value in told)
    return bool(told) and not of_act and bound_to(understanding, text, first.evidence) is Bound.ASKED


def _retold(understanding: Understanding, first: Group, act: Act) -> bool:
    """Tell whether the best sentence tells what a body decided, and an act is so much less sure to answer that it is on something else."""
    evidence, text = first.evidence, first.scored.candidate.text
    retells = evidence.passage.force not in DECISIONS | PROPOSALS and DECIDED.search(text) is not None
    if understanding.of_value or not retells:
        return False
    told = Candidate(act.evidence, act.text, 0, len(act.text), 0, " ".join(act.passages[0].heading_path[-1:]))
    return less_sure(understanding.text, told, first.scored.candidate) > BESIDE


def _form_of_value(understanding: Understanding, text: str, evidence: Evidence) -> float:
    """Return how well words have the form of the value asked for, be they decided or not."""
    return fit(replace(understanding, asked=understanding.asked - {Asked.DECISION, Asked.PROPOSAL}), text, evidence)


def _stance(request: Request, understanding: Understanding, ranking: Ranking, ranked: list[Group]) -> list[DraftClaim]:
    """Return what a body decided on the matter that its view is asked of; nothing where another body did, or on other things."""
    bodies = named_bodies(understanding.text)
    found = acts(request, understanding, ranking, DECISIONS)
    if not bodies or not found or not is_of(found[0].document, bodies):
        return []
    best = found[0]
    if best.topic < STANCE_SHARE * ranked[0].scored.covered:
        return []
    return passage_claims(best.evidence, best.passages, lead_of(best.evidence), budget_of(understanding))


def _holding_value(understanding: Understanding, ranking: Ranking, act: Act) -> tuple[Passage, ...]:
    """Return an act, or of a long one the passage it begins with and the one that holds the value asked for."""
    if len(act.text.split()) <= LONG_ACT:
        return act.passages
    scorer = ranking.scorer
    ranks = {
        one.candidate.evidence.passage.ordinal: place
        for place, one in reversed(list(enumerate(ranking.scored)))
        if one.candidate.evidence.document.id == act.document.id
    }

    def worth(passage: Passage) -> float:
        told = values(passage.text)
        named = sum(supported(value, told) for value in understanding.named)
        # What the sentence comes to as an answer tells more than its words alone: "hus" may stand there as "byggnader".
        near = 1 / (1 + 0.5 * ranks[passage.ordinal]) if passage.ordinal in ranks else 0.0
        return named + near + scorer.coverage(passage.text) + scorer.form(passage.text, Evidence(act.document, passage))

    best = max(act.passages, key=worth)
    opening = act.passages[0]
    opens = opening is not best and len(opening.text.split()) + len(best.text.split()) < budget_of(understanding)
    return (opening, best) if opens else (best,)


def _identifier(
    request: Request, understanding: Understanding, ranking: Ranking, ranked: list[Group]
) -> list[DraftClaim]:
    """Return the heading that carries the § and the diarienummer, and the decision below it if it was asked for.

    A paper bears its number at its head, and a § in its heading, however little of the question stands there.
    """
    told = [group for group in ranked[:LOOKED_AT] if group.scored.fits >= HALF_FORM]
    best = next(iter(told), ranked[0])
    numbered = None if told else _numbered(request, understanding, best.evidence)
    claims = [numbered or claim_of(best, lead_of(best.evidence))]
    if understanding.wants(Asked.DECISION):
        claims += _acts(request, understanding, ranking, ranked)
    return claims


def _numbered(request: Request, understanding: Understanding, evidence: Evidence) -> DraftClaim | None:
    """Return the line at the head of a paper, or the heading of its §, that gives the number that is asked for."""
    sign, document = evidence.passage.section_sign, evidence.document
    every = request.passages(document.id)
    heads = [one for one in every if one.block is Block.HEADING and one.section_sign == sign] if sign else []
    for passage in heads or (*every[:HEAD_PASSAGES], *(one for one in every if is_case_line(one.text))):
        place = Evidence(document, passage)
        for line in passage.text.split("\n"):
            if fit(understanding, line, place) >= HALF_FORM:
                return DraftClaim(line.strip(), (Quote(place, line.strip()),), lead_of(place))
    return None


def _summary(request: Request, understanding: Understanding, ranked: list[Group]) -> list[DraftClaim]:
    """Return what a document or a § of minutes is about: how it opens, and what else it says of the matter."""
    kinds = {kind for kind in Kind if kind.value in understanding.text.casefold()}
    best = next((group for group in ranked if group.evidence.document.kind in kinds), ranked[0])
    own = [group for group in ranked if _same_matter(group.evidence, best.evidence)]
    about = [group for group in own if group.evidence.passage.block is not Block.HEADING and _tells(group)]
    about = sorted(about[:SUMMARY_SENTENCES], key=lambda group: group.evidence.passage.ordinal)
    if best.evidence.passage.section_sign is None:
        lead = texts.title_lead(best.evidence.document)
        opened = opening(request, best.evidence.document.id, lead, OPENING_SENTENCES)
        said = " ".join(claim.text for claim in opened)
        further = [claim_of(group) for group in about if group.scored.candidate.text not in said] or [claim_of(best)]
        if not opened:
            further[0] = replace(further[0], lead=lead)
        return within([*opened, *further], SUMMARY_WORDS)
    title = next((group for group in own if group.scored.own > 0 and _entitles(group.evidence)), None)
    chosen = ([title] if title else []) + about or [best]
    claims = [claim_of(group, lead_of(group.evidence) if index == 0 else "") for index, group in enumerate(chosen)]
    return within(claims, SUMMARY_WORDS)


def _entitles(evidence: Evidence) -> bool:
    """Tell whether a heading is the title of a §: that of a part of it tells little."""
    return evidence.passage.block is Block.HEADING and len(evidence.passage.heading_path) <= 1


def _same_matter(evidence: Evidence, best: Evidence) -> bool:
    same = evidence.document.id == best.document.id
    return same and evidence.passage.section_sign == best.passage.section_sign


def _tells(group: Group) -> bool:
    text = group.scored.candidate.text
    return len(text.split()) >= 8 and text.rstrip().endswith(".")
