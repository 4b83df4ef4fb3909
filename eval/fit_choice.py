"""Fit how sentences are chosen to answered questions: `python -m eval.fit_choice QUESTIONS=DATA …`.

For every question the sentences of its hits are told apart: which hold a quote or a fact of the expected answer. The
weights are those under which the right sentences come first most surely (a softmax over the sentences of a question).
Questions of every second line are held out for the figures; the weights that are printed rest on all.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answers import Turn
from assistant.candidates import Candidate, candidates, with_likeness
from assistant.conversation import standalone
from assistant.extract import ExtractiveAnswerer
from assistant.features import DEFAULT_WEIGHTS, FEATURES, SCALE
from assistant.question import understand
from assistant.scoring import Scorer
from assistant.service import Assistant
from assistant.settings import HITS_READ
from eval.cases import Case, load
from eval.grounding import fold
from index.hits import EVERYONE, Query
from index.reader import CaseIndex
from index.settings import Settings

PENALTY = 1.0
# A short quote stands in many sentences; a long one may hold the sentence.
LONG_QUOTE = 25
# Lists and identifiers are answered by whole lists and headings, which no single sentence stands for.
LEFT_OUT = frozenset({"list", "identifier"})
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """Hold one question: what speaks for each sentence, and which of them answer."""

    features: Matrix
    right: NDArray[np.bool_]


def collect(questions: Path, data: Path, *, every_second: bool = False) -> list[Sample]:
    """Return the questions of a file that some sentence of their hits answers."""
    settings = Settings()
    index = CaseIndex.open(data, settings)
    assistant = Assistant(index, ExtractiveAnswerer())
    found = []
    for number, case in enumerate(load(questions)):
        if case.answerable and case.type not in LEFT_OUT and not (every_second and number % 2 == 0):
            sample = _sample(assistant, case)
            if sample.right.any():
                found.append(sample)
    return found


def _sample(assistant: Assistant, case: Case) -> Sample:
    text = standalone(case.question, tuple(Turn(earlier) for earlier in case.history)).text
    hits = assistant.index.search(Query(text)).hits[:HITS_READ]
    pool = candidates(hits, lambda one: assistant.index.passages(one, EVERYONE))
    pool = with_likeness(pool, lambda places: assistant.index.likeness(text, places))
    scorer = Scorer(understand(text), pool)
    rows = [[float(getattr(scorer.features(one), name)) for name in FEATURES] for one in pool]
    right = [_answers(case, one) for one in pool]
    return Sample(np.array(rows).reshape(-1, len(FEATURES)), np.array(right, dtype=bool))


def _answers(case: Case, candidate: Candidate) -> bool:
    """Tell whether a sentence stands in an expected document, holds its quote, and a fact where facts are told."""
    places = (*case.evidence, *case.also)
    text = fold(candidate.text)
    quoted = any(
        candidate.evidence.document.source.endswith(place.document)
        and (fold(place.quote) in text or (len(text) > LONG_QUOTE and text in fold(place.quote)))
        for place in places
    )
    told = any(fold(spelling) in text for fact in case.answer_contains for spelling in fact)
    return quoted and (told or not case.answer_contains or case.type in {"decision", "why", "paraphrase"})


def fit(samples: Sequence[tuple[Sample, float]]) -> Matrix:
    """Return the weights under which right sentences come first; each question with its own worth."""

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total, gradient = PENALTY * float(weights @ weights), 2 * PENALTY * weights
        for sample, worth in samples:
            scores = sample.features @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            mass = float(chances[sample.right].sum()) + 1e-12
            among = np.where(sample.right, chances / mass, 0.0)
            total -= worth * float(np.log(mass))
            gradient = gradient + worth * ((chances - among) @ sample.features)
        return total, gradient

    found = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(found.x)


def first(samples: Sequence[Sample], weights: Matrix, places: int = 1) -> float:
    """Return the share of questions with a right sentence among the first places."""
    if not samples:
        return float("nan")
    return float(np.mean([s.right[np.argsort(-(s.features @ weights), kind="stable")[:places]].any() for s in samples]))


def _report(sets: Mapping[str, Sequence[Sample]], worth: Mapping[str, float]) -> None:
    current = np.array([float(getattr(DEFAULT_WEIGHTS, name)) for name in FEATURES])
    halves = [
        fit([(one, worth[name]) for name, samples in sets.items() for one in samples[half::2]]) for half in (0, 1)
    ]
    for name, samples in sets.items():
        held = [(len(samples[1 - half :: 2]), weights, samples[1 - half :: 2]) for half, weights in enumerate(halves)]
        shares = [sum(n * first(part, w, k) for n, w, part in held) / len(samples) for k in (1, 2)]
        typer.echo(
            f"{name}: {len(samples)} questions; right sentence first / among two, held out "
            f"{shares[0]:.3f} / {shares[1]:.3f}; weights in use {first(samples, current):.3f} / {first(samples, current, 2):.3f}"
        )


def main(
    sets: Annotated[list[str], typer.Argument(help="QUESTIONS=DATA[@WORTH][/2]; /2 uses every second line only.")],
) -> None:
    """Print the weights for assistant/features.py, and how well they hold on questions held out."""
    found: dict[str, list[Sample]] = {}
    worth: dict[str, float] = {}
    for spec in sets:
        paths = spec.removesuffix("/2")
        paths, _, weight = paths.partition("@")
        questions, _, data = paths.partition("=")
        found[questions] = collect(Path(questions), Path(data), every_second=spec.endswith("/2"))
        worth[questions] = float(weight or 1)
    _report(found, worth)
    weights = fit(list(itertools.chain.from_iterable([(one, worth[n]) for one in s] for n, s in found.items())))
    typer.echo(",\n".join(f"    {name}={weight * SCALE:.2f}" for name, weight in zip(FEATURES, weights, strict=True)))


if __name__ == "__main__":
    typer.run(main)
