"""Measure how far what is cited answers what is asked: signals of the question and its answer, and their weight; pure."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answerer import Ranking
from assistant.fitting import fit
from assistant.question import Understanding
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
# Below this a sentence lacks the form of the answer; hits above the crowd; e5 gives unrelated texts about this cosine.
HALF_FIT = 0.5
NEAREST = 3
UNRELATED = 0.8
LONGEST_SECTION = 80
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
    # Share of the question, by rarity, that the cited sections and the cited documents hold.
    section: float
    document: float
    # Weight of the heaviest question word that does not stand in the cited sentences, their sections, their documents.
    missing_sentence: float
    missing_section: float
    missing_document: float
    # Whether a cited sentence has the form of the answer.
    fits: float
    # How surely what "vilken …" or "hur många …" asks for is spoken of there.
    head: float
    # 1 where the best hit is cited, less the further down it stands.
    first: float
    # Cosine of the nearest hit and of the cited one, from where unrelated texts lie, and how far the nearest rises above
    # the others; None in a search by words alone.
    cosine: float | None = None
    cosine_gap: float | None = None
    cosine_cited: float | None = None
    # One value is asked for and no cited sentence has its form: weighs nothing, but names the reason.
    formless: bool = False


def signals(
    understanding: Understanding,
    result: SearchResult,
    ranking: Ranking,
    shown: Sequence[Place],
    passages: Callable[[str], Sequence[Passage]],
) -> Signals:
    """Return the signals of an answer that is about to be shown."""
    question = QuestionWords(understanding.text, _rarity(ranking))
    places = _Places(shown, passages)
    weights = [float(weight) for weight in question.weights]
    own = _shares(question, places.sentences)
    near = _either(own, _shares(question, places.around))
    section = _either(near, _shares(question, places.section))
    document = _either(section, _shares(question, places.document))
    fits = max(fit(understanding, place.text, place.evidence) for place in shown)
    cosines = sorted((found for hit in result.hits if (found := _cosine(hit))), reverse=True)
    others = cosines[NEAREST:]
    return Signals(
        confidence=_logit(result.confidence),
        section=_covered(section, weights),
        document=_covered(document, weights),
        missing_sentence=_heaviest_missing(own, weights),
        missing_section=_heaviest_missing(section, weights),
        missing_document=_heaviest_missing(document, weights),
        fits=fits,
        head=_head(understanding, question, near),
        first=_first_rank(result, shown),
        cosine=cosines[0] - UNRELATED if cosines else None,
        cosine_gap=cosines[0] - sum(others) / len(others) if others else 0.0 if cosines else None,
        cosine_cited=_cited_cosine(result, shown) - UNRELATED if cosines else None,
        formless=understanding.short and fits < HALF_FIT,
    )


class _Places:
    """Know what is cited as text: the sentences, what stands around them, their sections, their documents."""

    def __init__(self, shown: Sequence[Place], passages: Callable[[str], Sequence[Passage]]) -> None:
        self.sentences = " ".join(place.text for place in shown)
        around, section, document = [], [], []
        for place in shown:
            own, metadata = place.evidence.passage, place.evidence.document
            every = passages(metadata.id)
            around += [own.text, *own.heading_path, *own.table_header, metadata.title]
            around += [
                one.text for one in every if 0 < own.ordinal - one.ordinal <= NEAR and one.block is not Block.TABLE_ROW
            ]
            section += _section(own, every)
        for identifier in dict.fromkeys(place.evidence.document.id for place in shown[:3]):
            document += [one.text for one in passages(identifier)]
        metadata = shown[0].evidence.document
        known = [metadata.board or "", metadata.kind.value, *metadata.case_numbers, metadata.municipality or ""]
        known += [date.isoformat() for date in (metadata.meeting_date, metadata.date) if date]
        self.around = " ".join(around)
        self.section = " ".join([*section, *known])
        self.document = " ".join(document)


def _section(own: Passage, every: Sequence[Passage]) -> list[str]:
    same = [
        one.text
        for one in every
        if (own.section_sign and one.section_sign == own.section_sign)
        or (not own.section_sign and one.heading_path[:2] == own.heading_path[:2])
    ]
    return same[:LONGEST_SECTION]


def _rarity(ranking: Ranking) -> Callable[[str], float]:
    """Return how rare a word is among the candidate sentences; grammar and form weigh nothing."""
    texts = [{swedish.stem(word) for word in swedish.words(one.candidate.text)} for one in ranking.scored[:POOL]]

    def rarity(word: str) -> float:
        if word in swedish.STOP_WORDS or word in _FORM:
            return 0.0
        root = swedish.stem(word)
        frequency = sum(1 for text in texts if root in text)
        return math.log(1 + (len(texts) - frequency + 0.5) / (frequency + 0.5))

    return rarity


def _shares(question: QuestionWords, text: str) -> Sequence[float]:
    found = question.coverage([swedish.words(text)]).words
    return found or [0.0] * len(question.words)


def _either(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [max(pair) for pair in zip(one, other, strict=True)]


def _covered(shares: Sequence[float], weights: Sequence[float]) -> float:
    return sum(float(weight) * share for share, weight in zip(shares, weights, strict=True))


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


@dataclass(frozen=True, slots=True)
class Line:
    """Hold the two bounds: below ``partial`` the answer is refused, below ``answered`` it is offered as a part."""

    partial: float
    answered: float


@dataclass(frozen=True, slots=True)
class Model:
    """Hold a logistic regression: an intercept and a weight for each signal."""

    intercept: float
    weights: Mapping[str, float]


# Fitted on half of the sample questions and half of the development questions; docs/answers.md tells how well they hold.
WITH_COSINE = Model(
    -2.81,
    {
        "confidence": 0.29,
        "section": 0.54,
        "document": 0.35,
        "missing_sentence": -2.1,
        "missing_section": -2.78,
        "missing_document": -1.07,
        "fits": 0.92,
        "head": 0.86,
        "first": 1.66,
        "cosine": 11.05,
        "cosine_gap": -12.22,
        "cosine_cited": 10.83,
    },
)
WITHOUT_COSINE = Model(
    -1.5,
    {
        "confidence": 0.53,
        "section": 0.61,
        "document": 0.48,
        "missing_sentence": -2.4,
        "missing_section": -2.9,
        "missing_document": -1.18,
        "fits": 0.95,
        "head": 0.63,
        "first": 1.64,
    },
)
LINE = Line(partial=0.35, answered=0.5)


def answerability(measured: Signals) -> float:
    """Return the probability (0-1) that what is cited answers what is asked."""
    model = WITHOUT_COSINE if measured.cosine is None else WITH_COSINE
    total = model.intercept + sum(weight * float(getattr(measured, name)) for name, weight in model.weights.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
