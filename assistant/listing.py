"""Tell a list whole: the one that the question is about, with what introduces it and the lists that go on with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Ranking, Request
from assistant.bodies import named_bodies
from assistant.drafting import lead_of, passage_claims
from assistant.ground import Ground
from assistant.letterheads import papers
from assistant.question import Asked, Understanding
from assistant.scoring import Scored, Scorer, document_words
from assistant.series import labels
from assistant.settings import ANSWER_WORDS
from assistant.siblings import LISTED, Listing, leads_points, listings, says_count
from assistant.speakers import Speaker, asked_speakers, speakers_named
from assistant.things import absent, things
from assistant.verify import DraftClaim, Evidence
from index.asking import for_papers
from ingest.documents import Block, Kind, Passage

LONG_LIST = 15
LONG_OPENING = 45
# A list is about the question when introduction, heading and items hold this share of it, and of what a sentence holds;
# of what a sentence holds less will do where the list says itself that it is of what is asked for.
LIST_TOPIC = 0.3
LIST_SHARE = 0.8
NAMED_SHARE = 0.45
RANK_WORTH = 0.3
# What stands before the words that introduce a list counts less than they do; a list that is announced as one of what is
# asked for is sooner meant than one that only stands below a heading of it.
ABOVE = 0.7
ANNOUNCED = 0.2
_NUMBERS = re.compile(r"\W*(?:nr|nummer|punkt|§|p|id|rad)?\W*", re.IGNORECASE)
# Whose words a paper of a kind holds.
_WRITERS = {
    Kind.MOTION: frozenset({Speaker.MOVER}),
    Kind.NAMNDINITIATIV: frozenset({Speaker.MOVER}),
    Kind.REVISIONSRAPPORT: frozenset({Speaker.AUDITOR}),
}


@dataclass(frozen=True, slots=True)
class _Found:
    """Hold a list, where it stands, and how it meets the question."""

    listing: Listing
    evidence: Evidence
    topic: float
    score: float
    # Whether it says that it is of what is asked for, and whether it has as many items as were asked for.
    named: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Hold the claims that tell a list, and whether it is surely the one: nothing else need stand beside it then."""

    claims: list[DraftClaim]
    sure: bool
    # The share of the question that it holds.
    topic: float = 0.0


def listing_claims(request: Request, understanding: Understanding, ranking: Ranking) -> Told:
    """Return the whole list that answers, unless a sentence answers better."""
    best = _best(request, understanding, ranking)
    if best is None:
        return Told([], False)
    top = ranking.scored[0]
    sure = best.named and best.listing.introduced
    share = NAMED_SHARE if sure else LIST_SHARE
    if best.topic < min(LIST_TOPIC, share * top.covered) or (not sure and best.topic < LIST_TOPIC):
        return Told([], False)
    if best.topic < share * top.covered and top.candidate.evidence.passage.block not in LISTED:
        return Told([], False)
    every = request.passages(best.evidence.document.id)
    shown = [*_shown(best.listing), *(_going_on(understanding, every, best, ranking.scorer) if sure else ())]
    claims = passage_claims(best.evidence, shown, lead_of(best.evidence), ANSWER_WORDS)
    alone = best.listing.introduced and (best.counted or (sure and understanding.items is None))
    return Told(claims, alone, best.topic)


def _best(request: Request, understanding: Understanding, ranking: Ranking) -> _Found | None:
    best: _Found | None = None
    seen: set[tuple[str, int]] = set()
    asks_for_papers = for_papers(understanding.text)
    for scored in ranking.scored:
        evidence = scored.candidate.evidence
        for listing in listings(request.passages(evidence.document.id), evidence.passage):
            key = (evidence.document.id, listing.items[0].ordinal)
            if key in seen:
                continue
            seen.add(key)
            if papers(listing.heading) and not asks_for_papers:
                continue
            found = _weighed(understanding, ranking.scorer, scored, listing)
            if best is None or found.score > best.score:
                best = found
    return best


def _rows_are(listing: Listing) -> str:
    """Return the column that says what the rows of a table are: the first that does not only number them."""
    return next((one for one in listing.items[0].table_header if not _NUMBERS.fullmatch(one)), "")


def _weighed(understanding: Understanding, scorer: Scorer, scored: Scored, listing: Listing) -> _Found:
    """Return how far a list is about the question, and its score with the number of its items and its place."""
    evidence = scored.candidate.evidence
    items = " ".join(item.text for item in listing.items[:LONG_LIST])
    heading = " ".join(listing.heading[-1:])
    said = ((1.0, listing.introduction), (0.9, items), (0.9, heading), (ABOVE, listing.above))
    topic, own = scorer.covered(*said, (0.4, document_words(evidence))), scorer.covered(*said)
    count, wanted = listing.count, understanding.items
    # "De fyra områdena är:" above four points is the list of the four things asked for, whatever they are called.
    said_so = not for_papers(understanding.text) and says_count(
        "\n".join([" ".join(listing.introduction.split()), *["-"] * count]), wanted
    )
    named = said_so or scorer.names_head(f"{listing.introduction} {heading} {_rows_are(listing)}")
    score = 0.6 * own + 0.6 * topic + RANK_WORTH / (1 + 0.3 * scored.candidate.rank)
    score += (0.5 if wanted == count else -0.15 if wanted else 0.0) - (0.2 if count > LONG_LIST else 0.0)
    score += (
        0.35 * named + ANNOUNCED * (named and listing.introduced) - 0.15 * (listing.items[0].block is Block.TABLE_ROW)
    )
    return _Found(listing, evidence, topic, score, named, wanted == count)


def announced(understanding: Understanding, ranking: Ranking, ground: Ground) -> bool:
    """Tell whether what is cited is a list, or a series of parts, that says itself that it is of what is asked for, and the rest stands by it.

    The rest are the things and bodies that the question names: in the section, or as whose words the list is told.
    """
    if not understanding.wants(Asked.LIST) or understanding.head is None or not ground.shown:
        return False
    place = ground.shown[0]
    lead = place.text.partition("\n")[0]
    labelled = len(ground.shown) > 1 and all(labels(one.text, ranking.scorer.names_head) for one in ground.shown)
    led = leads_points(place.text) and ranking.scorer.names_head(lead)
    if not labelled and not led:
        return False
    if _of_other_body(understanding, lead):
        return False
    said = ranking.scorer.speaks(place.text, place.evidence.passage)
    own = said > 0 or bool(asked_speakers(understanding.text) & _WRITERS.get(place.evidence.document.kind, frozenset()))
    rest = [one for one in things(understanding.text) if not (own and speakers_named(one))]
    return (own or said == 0) and not absent(rest, f"{ground.section} {ground.own}")


def _shown(listing: Listing) -> tuple[Passage, ...]:
    opening = listing.opening
    short = opening is not None and len(opening.text.split()) <= LONG_OPENING
    return (opening, *listing.items) if opening and short else listing.items


def _of_other_body(understanding: Understanding, lead: str) -> bool:
    """Tell whether a list is led as one for another body than the question names: "vi rekommenderar kommunstyrelsen att"."""
    asked, told = named_bodies(understanding.text), named_bodies(lead)
    return bool(asked and told) and asked.isdisjoint(told)


def _going_on(
    understanding: Understanding, every: Sequence[Passage], best: _Found, scorer: Scorer
) -> tuple[Passage, ...]:
    """Return a further list that stands right below and says too that it is of what is asked for."""
    last = best.listing.items[-1].ordinal
    opening = next((one for one in every if one.ordinal == last + 1), None)
    if opening is None or opening.heading_path != best.listing.heading or opening.block is Block.HEADING:
        return ()
    if not scorer.speaks_of_head(opening.text) or _of_other_body(understanding, opening.text):
        return ()
    further = next(listings(every, opening), None)
    return _shown(further) if further and further.opening is not None and further.opening.ordinal == last + 1 else ()
