"""Measure what tells an answer from a passage that only resembles one: signals of a question and its answer; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Ranking
from assistant.candidates import USUAL_LIKENESS, Candidate
from assistant.cross_encoder import SUREST, CrossEncoder, trained_cross_encoder, trained_reranker
from assistant.fitting import fit
from assistant.question import Asked, Understanding
from assistant.reranking import READ_AGAIN
from assistant.scoring import Scored
from assistant.siblings import leads_points, says_count
from assistant.verify import Place
from index.hits import Hit, SearchResult

# Below this a sentence lacks the form of the answer; hits above the crowd; the embedded model gives unrelated texts about this cosine.
HALF_FIT = 0.5
NEAREST = 3
UNRELATED = 0.2
AGREEING = 5
# The reranker was taught neither headings with their § and number, nor lists: how surely right ones of the first answer by
# other signs, and how far it holds right lists to be less sure than other answers, in points of log odds.
SURE_OF_NUMBER, LESS_OF_LIST = 3.0, 2.0
# By how much such an answer is held to be surer than what is left out.
LEAD_OF_NUMBER = 5.5
# What it is worth that a list says itself that it has as many points as are asked for.
COUNTED = 2.0
# Below such log odds of the reranker it is likelier that nothing answers, and from the second on there is little doubt.
HARDLY, LIKELY = 0.0, 2.5


@dataclass(frozen=True, slots=True)
class Signals:
    """Hold what tells an answer from a passage that only resembles one; shares are 0-1."""

    # Whether a cited sentence has the form of the answer, and 1 where one value is asked for and none has it.
    fits: float
    formless: float
    # 1 where the best hit is cited, less the further down it stands; share of the best sentences that are of the cited
    # document; score of the best sentence, and how far it rises above the best one of another section.
    first: float
    agree: float
    score: float
    gap: float
    # Log odds by the cross-encoder that a cited sentence answers.
    log_odds: float
    # The same by the reranker, as ``believed`` reads it.
    reranked: float
    # Cosine of the nearest hit and of the cited one, from where unrelated texts lie, and how far the nearest rises above
    # the others; None in a search by words alone.
    cosine: float | None = None
    cosine_gap: float | None = None
    cosine_cited: float | None = None


def signals(
    understanding: Understanding,
    result: SearchResult,
    ranking: Ranking,
    shown: Sequence[Place],
) -> Signals:
    """Return the signals of an answer that is about to be shown."""
    fits = max(fit(understanding, place.text, place.evidence) for place in shown)
    # The cosines of a model that tells no sentences lie elsewhere than those that the weights were fitted on.
    told = any(one.candidate.likeness != USUAL_LIKENESS for one in ranking.scored)
    cosines = sorted((found for hit in result.hits if told and (found := _cosine(hit))), reverse=True)
    others = cosines[NEAREST:]
    return Signals(
        fits=fits,
        formless=float(understanding.short and fits < HALF_FIT),
        first=_first_rank(result, shown),
        **_standing(ranking, shown),
        log_odds=_log_odds(trained_cross_encoder(), understanding, ranking, shown),
        reranked=believed(understanding, surest(understanding, ranking, shown))
        + COUNTED * says_count(shown[0].text, understanding.items),
        cosine=cosines[0] - UNRELATED if cosines else None,
        cosine_gap=cosines[0] - sum(others) / len(others) if others else 0.0 if cosines else None,
        cosine_cited=_cited_cosine(result, shown) - UNRELATED if cosines else None,
    )


def surest(understanding: Understanding, ranking: Ranking, shown: Sequence[Place]) -> float:
    """Return the log odds by the reranker that what is cited answers: of the surest of its places."""
    return _log_odds(trained_reranker(), understanding, ranking, shown)


def believed(understanding: Understanding, odds: float) -> float:
    """Return what log odds by the reranker come to for the kind of thing that is asked for."""
    if understanding.wants(Asked.IDENTIFIER):
        return SURE_OF_NUMBER
    return odds + LESS_OF_LIST * understanding.wants(Asked.LIST)


def lead(understanding: Understanding, ranking: Ranking, shown: Sequence[Place]) -> float:
    """Return by how much the reranker is surer of what is cited than of any sentence left out that has the form of the answer."""
    if understanding.wants(Asked.IDENTIFIER):
        # It was not taught the headings and lines that hold a number; what shows one is nearly always right.
        return LEAD_OF_NUMBER
    asked = trained_reranker().asked(understanding.text)
    left = (
        asked.log_odds(one.candidate)
        for one in ranking.scored[:READ_AGAIN]
        if not (understanding.short and one.fits < HALF_FIT) and not _among(one, shown)
    )
    return believed(understanding, surest(understanding, ranking, shown)) - max(left, default=-SUREST)


def _among(one: Scored, shown: Sequence[Place]) -> bool:
    """Tell whether a sentence is cited, there or where another paper says the same."""
    return any(one.candidate.text in place.text or place.text in one.candidate.text for place in shown)


def _standing(ranking: Ranking, shown: Sequence[Place]) -> dict[str, float]:
    """Return how the best sentences stand to one another."""
    best, cited = ranking.scored[0], shown[0].evidence.document.id
    other = next((one.score for one in ranking.scored if _section_of(one) != _section_of(best)), 0.0)
    among = [one.candidate.evidence.document.id == cited for one in ranking.scored[:AGREEING]]
    return {"score": best.score, "gap": best.score - other, "agree": sum(among) / AGREEING}


def _log_odds(network: CrossEncoder, understanding: Understanding, ranking: Ranking, shown: Sequence[Place]) -> float:
    """Return how surely what is cited answers: by the surest of its places, each by its best sentence, a list also as a whole."""
    asked = network.asked(understanding.text)
    read = [_best_sentence(ranking, place) for place in shown]
    if understanding.wants(Asked.LIST):
        read += [_whole_list(ranking, place) for place in shown[:1] if leads_points(place.text)]
    return max(map(asked.log_odds, read))


def _best_sentence(ranking: Ranking, place: Place) -> Candidate:
    """Return the best sentence of a place, or the whole place where none of its sentences was a candidate."""
    for one in ranking.scored:
        if one.candidate.evidence.document.id == place.evidence.document.id and one.candidate.text in place.text:
            return one.candidate
    return Candidate(place.evidence, place.text, place.start, place.end, 0)


def _whole_list(ranking: Ranking, place: Place) -> Candidate:
    """Return a list with what introduces it as one sentence: a point alone says less than "planen har tre mål: …"."""
    own = (place.evidence.document.id, place.evidence.passage.ordinal, place.start)
    before = next(
        (
            one.candidate.before
            for one in ranking.scored
            if (one.candidate.evidence.document.id, one.candidate.evidence.passage.ordinal, one.candidate.start) == own
        ),
        "",
    )
    return Candidate(place.evidence, " ".join(place.text.split()), place.start, place.end, 0, before)


def _section_of(one: Scored) -> tuple[str, str | None, tuple[str, ...]]:
    evidence = one.candidate.evidence
    return evidence.document.id, evidence.passage.section_sign, evidence.passage.heading_path


def _cosine(hit: Hit) -> float:
    return dict(hit.parts).get("vectors", 0.0)


def _cited_cosine(result: SearchResult, shown: Sequence[Place]) -> float:
    own = {(place.evidence.document.id, place.evidence.passage.ordinal) for place in shown}
    return max(
        (
            _cosine(hit)
            for hit in result.hits
            if any((hit.document.id, passage.ordinal) in own for passage in hit.passages)
        ),
        default=0.0,
    )


def _first_rank(result: SearchResult, shown: Sequence[Place]) -> float:
    """Return 1 where the best hit is cited, less the further down it stands."""
    own = {place.evidence.document.id for place in shown}
    return next((1 / (1 + rank) for rank, hit in enumerate(result.hits) if hit.document.id in own), 0.0)
