"""Measure what tells an answer from a passage that only resembles one: signals of a question and its answer; pure."""

import itertools
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answerer import Ranking
from assistant.fitting import fit
from assistant.question import Understanding
from assistant.scoring import Scored
from assistant.sentences import sentences
from assistant.values import ValueKind
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
    formless: float = 0.0
    own: float = 0.0
    near: float = 0.0
    missing_near: float = 0.0
    missing_action: float = 0.0
    missing_name: float = 0.0
    missing_figure: float = 0.0
    score: float = 0.0
    gap: float = 0.0
    agree: float = 0.0
    absent: float = 0.0
    typed: float = 0.0
    value_own: float = 0.0
    tight: float = 0.0


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
    document = _either(section, _shares(question, places.document))
    best = ranking.scored[0]
    acts_ = action_words(understanding.text)
    names = {
        word for value in understanding.named if value.kind is ValueKind.NAME for word in swedish.words(value.text)
    }
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
        formless=float(understanding.short and fits < HALF_FIT),
        own=_covered(own, weights),
        near=_covered(near, weights),
        missing_near=_heaviest_missing(near, weights),
        missing_action=_heaviest_missing(
            section, [w if word in acts_ else 0 for w, word in zip(weights, question.words, strict=True)]
        ),
        missing_name=_heaviest_missing(
            section, [w if word in names else 0 for w, word in zip(weights, question.words, strict=True)]
        ),
        missing_figure=max(
            (float(share < HELD) for share, word in zip(section, question.words, strict=True) if word[0].isdigit()),
            default=0.0,
        ),
        score=best.score,
        gap=best.score - next((one.score for one in ranking.scored if _place(one) != _place(best)), 0.0),
        agree=sum(one.candidate.evidence.document.id == shown[0].evidence.document.id for one in ranking.scored[:5])
        / 5,
        absent=ranking.scorer.absent,
        typed=float(understanding.short),
        value_own=fits * _covered(near, weights),
        tight=_tight(question, shown),
    )


def _place(one: "Scored") -> tuple[str, str | None, tuple[str, ...]]:
    evidence = one.candidate.evidence
    return evidence.document.id, evidence.passage.section_sign, evidence.passage.heading_path


def _tight(question: QuestionWords, shown: Sequence[Place]) -> float:
    best = 0.0
    for place in shown:
        for sentence in sentences(place.text):
            best = max(best, _covered(_shares(question, sentence.text), [float(w) for w in question.weights]))
    return best


_ACTION = re.compile(
    r"(?:ade|ades|dde|ddes|tte|ttes|[bdfgklmnprsvx]te|[bdfgklmnprsv]tes|[lmnrgvj]de|[lmnrgvj]des|ogs|öll|ölls|evs|aps|its|ats|tts|lls|nns|rdes|res)$"
)
_WH = frozenset("när var varför vem vad hur".split())
_MEASURES = frozenset("många mycket stor stort stora lång långt hög högt länge ofta gammal".split())


def action_words(text: str) -> frozenset[str]:
    """Return the words of a question that tell what was done: another verb often says the same."""
    found = swedish.words(text)
    actions = {word for word in found if len(word) > 3 and _ACTION.search(word)}
    for one, other in itertools.pairwise(found):
        if (one in _WH and other not in _MEASURES) or one == "att":
            actions.add(other)
    return frozenset(actions)


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
