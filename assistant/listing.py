"""Tell a list whole: the one that the question is about, with what introduces it and the lists that go on with it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerer import Ranking, Request
from assistant.bodies import named_bodies
from assistant.candidates import Candidate
from assistant.drafting import lead_of, passage_claims
from assistant.ground import Ground
from assistant.letterheads import papers
from assistant.question import Asked, Understanding
from assistant.reranking import less_sure, log_odds
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
# Lists that are read whole with the question.
MOST_READ = 5
# Rows of a table that does not say that it is of what is asked for are beside the question where the reranker, reading them
# together, is so many points of log odds less sure of them than of the best sentence.
LESS_SURE = 4.5
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
    found = sorted(_found(request, understanding, ranking), key=lambda one: -one.score)
    if not found:
        return Told([], False)
    top = ranking.scored[0]
    if heard := _heard(understanding, found, top):
        return Told(_claims(request, understanding, ranking, heard), True, heard.topic)
    best = found[0]
    sure = best.named and best.listing.introduced
    share = NAMED_SHARE if sure else LIST_SHARE
    if best.topic < min(LIST_TOPIC, share * top.covered) or (not sure and best.topic < LIST_TOPIC):
        return Told([], False)
    if best.topic < share * top.covered and top.candidate.evidence.passage.block not in LISTED:
        return Told([], False)
    table = best.listing.items[0].block is Block.TABLE_ROW
    if table and not sure and less_sure(understanding.text, _as_sentence(best), top.candidate) > LESS_SURE:
        return Told([], False)
    alone = best.listing.introduced and (best.counted or (sure and understanding.items is None))
    return Told(_claims(request, understanding, ranking, best), alone, best.topic)


def _claims(request: Request, understanding: Understanding, ranking: Ranking, best: _Found) -> list[DraftClaim]:
    """Return a list whole, with a further one that goes on with it where it says itself that it is of what is asked for."""
    every = request.passages(best.evidence.document.id)
    sure = best.named and best.listing.introduced
    shown = [*_shown(best.listing), *(_going_on(understanding, every, best, ranking.scorer) if sure else ())]
    return passage_claims(best.evidence, shown, lead_of(best.evidence), ANSWER_WORDS)


def _heard(understanding: Understanding, found: Sequence[_Found], top: Scored) -> _Found | None:
    """Return the introduced list that the reranker, reading it whole, holds to answer no less surely than the best sentence.

    Words that introduce a list may tell in their own way what is asked for: "kräver kommunövergripande samordning är:".
    """
    fits = [one for one in found if one.listing.introduced and (one.counted or understanding.items is None)]
    read = [(log_odds(understanding.text, _as_sentence(one)), one) for one in fits[:MOST_READ]]
    odds, best = max(read, key=lambda pair: pair[0], default=(0.0, None))
    return best if odds > 0 and odds >= log_odds(understanding.text, top.candidate) else None


def _as_sentence(found: _Found) -> Candidate:
    """Return a list with what introduces it as one sentence."""
    text = " ".join(" ".join(one.text for one in _shown(found.listing)).split())
    return Candidate(found.evidence, text, 0, len(text), 0, found.listing.above)


def _found(request: Request, understanding: Understanding, ranking: Ranking) -> Iterator[_Found]:
    """Yield every list that a sentence is an item of or introduces, weighed."""
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
            yield _weighed(understanding, ranking.scorer, scored, listing)


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
    # The rows of a table that says nothing of what is asked for may be as many as that by chance.
    rows = listing.items[0].block is Block.TABLE_ROW
    counted = wanted == count and (named or not rows)
    score += (0.5 if counted else -0.15 if wanted else 0.0) - (0.2 if count > LONG_LIST else 0.0)
    score += 0.35 * named + ANNOUNCED * (named and listing.introduced) - 0.15 * rows
    return _Found(listing, evidence, topic, score, named, counted)


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
