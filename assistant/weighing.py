"""Weigh a model's proved claims against the extract: whether they may stand alone, and which say more than it; pure.

The words of the question, the values it names and the form of its answer are the measure, the same for both.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.act_words import PROPOSALS
from assistant.answerer import Request
from assistant.answers import Claim
from assistant.proof import Proven
from assistant.question import Asked
from assistant.scoring import document_words
from assistant.values import supported, values
from assistant.verify import DraftClaim, Place, missing_values, support
from ingest.documents import Force

# What is told part by part is shown whole, or not by the model alone.
_WHOLE = (Asked.LIST, Asked.CHAIN, Asked.ASSIGNMENTS, Asked.COMPARISON)
# A claim whose words the extract holds to this share says nothing new.
SAID = 0.8
# Share of the words of the extract's claim that the model's claims must hold to say it in other words, and all its values.
RETOLD = 0.6
# Share of what the extract holds of the question, with its surroundings, that a claim beside it must hold.
LEAST_BEARING = 0.3
# One form fits an answer clearly better than another from this difference on.
CLEARLY = 0.3


@dataclass(frozen=True, slots=True)
class _Held:
    """Hold what some claims have of a question: a share of its words, its named values, the form of the answer."""

    share: float
    named: frozenset[str]
    form: float


def stands_alone(request: Request, model: Proven, extract: Proven) -> bool:
    """Tell whether nothing is lost where the model's claims are shown instead of the extract."""
    cited, wanted = _passages(model), _passages(extract)
    if request.parts or request.understanding.wants(*_WHOLE):
        return cited >= wanted and _says(model, extract)
    if not request.understanding.of_value and not cited >= _joined(extract):
        return False
    if _of_decision(extract.places) and not _of_decision(model.places):
        return False
    told, known = _held(request, model), _held(request, extract)
    answers = told.named >= known.named and told.form >= known.form
    return _fuller(told, known) or (answers and _as_much(request, model, extract))


def _as_much(request: Request, model: Proven, extract: Proven) -> bool:
    """Tell whether the model's claims say what the extract says, or at least its value where one is asked for."""
    if not request.understanding.of_value:
        return _says(model, extract)
    cited, named = _passages(model), _keys(extract.claims[:1])
    every = all(cited & _passages_of(places) for places in extract.grounds)
    return every and (not named or bool(named & _keys(model.claims)))


def _says(model: Proven, extract: Proven) -> bool:
    """Tell whether each claim of the extract is said by the model; another sentence of its passage may hold nothing of it."""
    told = "\n".join(claim.text for claim in model.claims)
    return all(_is_said(claim.text, told, RETOLD) for claim in extract.claims)


def poorer(request: Request, draft: DraftClaim) -> bool:
    """Tell whether a draft holds less of the question, or of the form of its answer, than the words it quotes."""
    scorer = request.ranking.scorer
    quoted = " ".join(quote.text for quote in draft.quotes)
    form = max(scorer.form(quote.text, quote.evidence) for quote in draft.quotes)
    less = scorer.form(draft.text, draft.quotes[0].evidence) < form
    return less or scorer.coverage(draft.text) < scorer.coverage(quoted)


def in_words_of_question(request: Request, draft: DraftClaim) -> bool:
    """Tell whether a draft adds to its quotes what the question says, and nothing else."""
    return support(draft.text, "\n".join((request.understanding.text, *(quote.text for quote in draft.quotes)))) >= SAID


def telling_more(request: Request, model: Proven, extract: Proven) -> tuple[int, ...]:
    """Return the places in order of the model's claims that bear on the question and have of it what the extract lacks."""
    said = _written(_pairs(extract))
    known = _held(request, extract)
    decided = _of_decision(extract.places) and not request.understanding.wants(Asked.PROPOSAL)
    least = LEAST_BEARING * max((_bearing(request, *one) for one in _pairs(extract)), default=0.0)
    return tuple(
        index
        for index, (claim, places) in enumerate(_pairs(model))
        if not _is_said(claim.text, said)
        and _adds(_held_by(request, [(claim, places)], ()), known)
        and _bearing(request, claim, places) >= least
        and not (decided and all(place.evidence.passage.force in PROPOSALS for place in places))
    )


def _fuller(model: _Held, extract: _Held) -> bool:
    """Tell whether the model's claims hold all that the extract holds of a question, and a value or the form besides."""
    no_less = model.share >= extract.share and model.named >= extract.named and model.form >= extract.form
    return no_less and (model.named > extract.named or model.form >= extract.form + CLEARLY)


def _adds(claim: _Held, extract: _Held) -> bool:
    """Tell whether a claim holds a value that the question names, or the form of its answer, and the extract does not."""
    return bool(claim.named - extract.named) or claim.form >= extract.form + CLEARLY


def _held(request: Request, proven: Proven) -> _Held:
    return _held_by(request, _pairs(proven), proven.leads)


def _held_by(request: Request, pairs: Sequence[tuple[Claim, Sequence[Place]]], leads: Sequence[str]) -> _Held:
    scorer = request.ranking.scorer
    text = _written(pairs)
    # A lead names the board and the day.
    told = values("\n".join((text, *leads)))
    return _Held(
        scorer.coverage(text),
        frozenset(value.key for value in request.understanding.named if supported(value, told)),
        max((scorer.form(claim.text, places[0].evidence) for claim, places in pairs), default=0.0),
    )


def _bearing(request: Request, claim: Claim, places: Sequence[Place]) -> float:
    """Return the share of the question that a claim holds together with what stands around its quotes."""
    quoted = " ".join(place.text for place in places)
    around = [place.evidence for place in places]
    return request.ranking.scorer.covered(
        (1.0, f"{claim.text} {quoted}"),
        (0.8, " ".join(one.passage.text for one in around)),
        (0.6, " ".join(heading for one in around for heading in one.passage.heading_path)),
        (0.5, " ".join(document_words(one) for one in around)),
    )


def _is_said(text: str, said: str, share: float = SAID) -> bool:
    return support(text, said) >= share and not missing_values(text, said)


def _written(pairs: Sequence[tuple[Claim, Sequence[Place]]]) -> str:
    """Return the claims and their quotes as one text."""
    return "\n".join(text for claim, places in pairs for text in (claim.text, *(place.text for place in places)))


def _pairs(proven: Proven) -> Sequence[tuple[Claim, tuple[Place, ...]]]:
    return tuple(zip(proven.claims, proven.grounds, strict=True))


def _of_decision(places: Sequence[Place]) -> bool:
    return any(place.evidence.passage.force is Force.DECISION for place in places)


def _passages(proven: Proven) -> frozenset[tuple[str, int]]:
    return _passages_of(proven.places)


def _passages_of(places: Sequence[Place]) -> frozenset[tuple[str, int]]:
    return frozenset(
        (place.evidence.document.id, ordinal)
        for place in places
        for ordinal in place.evidence.joined or (place.evidence.passage.ordinal,)
    )


def _joined(proven: Proven) -> frozenset[tuple[str, int]]:
    """Return the passages of lists and of decisions in points."""
    return frozenset(
        (place.evidence.document.id, ordinal) for place in proven.places for ordinal in place.evidence.joined
    )


def _keys(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """Return the numbers, dates, names and identifiers of some claims."""
    return frozenset((value.kind, value.key) for claim in claims for value in values(claim.text) if not value.weak)
