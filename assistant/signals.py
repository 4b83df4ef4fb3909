"""Measure what tells an answer from a passage that only resembles one: signals of a question and its answer; pure."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answerer import Ranking
from assistant.candidates import USUAL_LIKENESS, Candidate
from assistant.cross_encoder import trained_cross_encoder
from assistant.fitting import fit
from assistant.question import Understanding
from assistant.scoring import Scored
from assistant.things import action_words
from assistant.verify import Place
from index import swedish
from index.coverage import QuestionWords
from index.hits import Hit, SearchResult
from ingest.documents import Block, Passage

# From this share on a question word counts as standing in a text.
HELD = 0.55
# Sentences whose words say how rare a word is, and passages that make up the surroundings of a claim.
POOL = 400
NEAR = 2
# What was done is often told with another verb: such words count less than what it was done to.
ACTION_WORTH = 0.4
# Below this a sentence lacks the form of the answer; hits above the crowd; the embedded model gives unrelated texts about this cosine.
HALF_FIT = 0.5
NEAREST = 3
UNRELATED = 0.2
LONGEST_SECTION = 80
AGREEING = 5
# What a question asks for, said right after its question word.
_ASKED_FOR = re.compile(
    r"\b(?:hur (?:många|mycket|stor[at]?|långt?|lång[at]?|högt?|hög[at]?|gammalt?|gamla)|vilken|vilket|vilka|vad (?:är|var|blev|blir|heter|hette|kostar|kostade)(?: den| det| de)?)"
    r"\s+([^\W\d_]+)",
    re.IGNORECASE,
)
# What the question says of its own form; it carries no subject.
_FORM = frozenset(
    "fråga svar svara ange nämn lista berätta beskriv sammanfatta heter heta namn gäller handlar ärende ärendet enligt dnr diarienummer "
    "paragraf stort stor stora många mycket lång långt hög högt senast först totalt ungefär just egentligen".split()
)


@dataclass(frozen=True, slots=True)
class Signals:
    """Hold what tells an answer from a passage that only resembles one; shares are 0-1."""

    # Log odds of the search's own confidence.
    confidence: float
    # Weight of the heaviest question word that does not stand in the cited sentences, in what surrounds them, in their
    # sections.
    missing_sentence: float
    missing_near: float
    missing_section: float
    # Whether a cited sentence has the form of the answer, 1 where one value is asked for and none has it, and the form
    # times the share of the question that stands there or around.
    fits: float
    formless: float
    fits_near: float
    # How surely what "vilken …" or "hur många …" asks for is spoken of there.
    head: float
    # 1 where the best hit is cited, less the further down it stands; share of the best sentences that are of the cited
    # document; score of the best sentence, and how far it rises above the best one of another section.
    first: float
    agree: float
    score: float
    gap: float
    # Log odds by the cross-encoder that a cited sentence answers.
    log_odds: float
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
    passages: Callable[[str], Sequence[Passage]],
) -> Signals:
    """Return the signals of an answer that is about to be shown."""
    question = QuestionWords(understanding.text, _rarity(ranking, action_words(understanding.text)))
    places = _Places(shown, passages)
    weights = [float(weight) for weight in question.weights]
    own = _shares(question, places.sentences)
    near = _either(own, _shares(question, places.around))
    section = _either(near, _shares(question, places.section))
    fits = max(fit(understanding, place.text, place.evidence) for place in shown)
    # The cosines of a model that tells no sentences lie elsewhere than those that the weights were fitted on.
    told = any(one.candidate.likeness != USUAL_LIKENESS for one in ranking.scored)
    cosines = sorted((found for hit in result.hits if told and (found := _cosine(hit))), reverse=True)
    others = cosines[NEAREST:]
    return Signals(
        confidence=_logit(result.confidence),
        missing_sentence=_heaviest_missing(own, weights),
        missing_near=_heaviest_missing(near, weights),
        missing_section=_heaviest_missing(section, weights),
        fits=fits,
        formless=float(understanding.short and fits < HALF_FIT),
        fits_near=fits * sum(share * weight for share, weight in zip(near, weights, strict=True)),
        head=_head(understanding, question, near),
        first=_first_rank(result, shown),
        **_standing(ranking, shown),
        log_odds=_log_odds(understanding, ranking, shown),
        cosine=cosines[0] - UNRELATED if cosines else None,
        cosine_gap=cosines[0] - sum(others) / len(others) if others else 0.0 if cosines else None,
        cosine_cited=_cited_cosine(result, shown) - UNRELATED if cosines else None,
    )


def _standing(ranking: Ranking, shown: Sequence[Place]) -> dict[str, float]:
    """Return how the best sentences stand to one another."""
    best, cited = ranking.scored[0], shown[0].evidence.document.id
    other = next((one.score for one in ranking.scored if _section_of(one) != _section_of(best)), 0.0)
    among = [one.candidate.evidence.document.id == cited for one in ranking.scored[:AGREEING]]
    return {"score": best.score, "gap": best.score - other, "agree": sum(among) / AGREEING}


def _log_odds(understanding: Understanding, ranking: Ranking, shown: Sequence[Place]) -> float:
    """Return how surely what is cited answers: by the surest of its places, each by its best sentence."""
    asked = trained_cross_encoder().asked(understanding.text)
    return max(asked.log_odds(_best_sentence(ranking, place)) for place in shown)


def _best_sentence(ranking: Ranking, place: Place) -> Candidate:
    """Return the best sentence of a place, or the whole place where none of its sentences was a candidate."""
    for one in ranking.scored:
        if one.candidate.evidence.document.id == place.evidence.document.id and one.candidate.text in place.text:
            return one.candidate
    return Candidate(place.evidence, place.text, place.start, place.end, 0)


def _section_of(one: Scored) -> tuple[str, str | None, tuple[str, ...]]:
    evidence = one.candidate.evidence
    return evidence.document.id, evidence.passage.section_sign, evidence.passage.heading_path


class _Places:
    """Know what is cited as text: the sentences, what stands around them, their sections."""

    def __init__(self, shown: Sequence[Place], passages: Callable[[str], Sequence[Passage]]) -> None:
        self.sentences = " ".join(place.text for place in shown)
        around, section = [], []
        for place in shown:
            own, metadata = place.evidence.passage, place.evidence.document
            every = passages(metadata.id)
            around += [own.text, *own.heading_path, *own.table_header, metadata.title]
            around += [
                one.text for one in every if 0 < own.ordinal - one.ordinal <= NEAR and one.block is not Block.TABLE_ROW
            ]
            section += _section(own, every)
        metadata = shown[0].evidence.document
        known = [metadata.board or "", metadata.kind.value, *metadata.case_numbers, metadata.municipality or ""]
        known += [date.isoformat() for date in (metadata.meeting_date, metadata.date) if date]
        self.around = " ".join(around)
        self.section = " ".join([*section, *known])


def _section(own: Passage, every: Sequence[Passage]) -> list[str]:
    same = [
        one.text
        for one in every
        if (own.section_sign and one.section_sign == own.section_sign)
        or (not own.section_sign and one.heading_path[:2] == own.heading_path[:2])
    ]
    return same[:LONGEST_SECTION]


def _rarity(ranking: Ranking, actions: frozenset[str]) -> Callable[[str], float]:
    """Return how rare a word is among the candidate sentences; grammar and form weigh nothing."""
    texts = [{swedish.stem(word) for word in swedish.words(one.candidate.text)} for one in ranking.scored[:POOL]]

    def rarity(word: str) -> float:
        if word in swedish.STOP_WORDS or word in _FORM:
            return 0.0
        root = swedish.stem(word)
        frequency = sum(1 for text in texts if root in text)
        worth = ACTION_WORTH if word in actions else 1.0
        return worth * math.log(1 + (len(texts) - frequency + 0.5) / (frequency + 0.5))

    return rarity


def _shares(question: QuestionWords, text: str) -> Sequence[float]:
    found = question.coverage([swedish.words(text)]).words
    return found or [0.0] * len(question.words)


def _either(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [max(pair) for pair in zip(one, other, strict=True)]


def _heaviest_missing(shares: Sequence[float], weights: Sequence[float]) -> float:
    return max((float(weight) for share, weight in zip(shares, weights, strict=True) if share < HELD), default=0.0)


def _head(understanding: Understanding, question: QuestionWords, held: Sequence[float]) -> float:
    """Return how surely what "vilken …", "hur många …" or "vad heter …" asks for is spoken of; 1 where it names nothing."""
    wanted = {part for part in (understanding.head, understanding.unit) if part}
    wanted |= {swedish.stem(match[1].casefold()) for match in _ASKED_FOR.finditer(understanding.text)}
    found = [
        share
        for word, share, weight in zip(question.words, held, question.weights, strict=True)
        if weight and swedish.stem(word) in wanted
    ]
    return min(found) if found else 1.0


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


def _logit(share: float) -> float:
    bounded = min(0.99, max(0.01, share))
    return math.log(bounded / (1 - bounded))
