"""Fit how likely an answer answers: `python -m eval.fit_answerability QUESTIONS=DATA …`.

Two kinds of questions teach what is no answer: those that are marked unanswerable, and every answerable one asked of an
index from which the passages that prove it are withheld (`eval/withheld.py`). The latter are near misses of the very
kind that hurts: the right matter without what is asked for. Signals may only count the way they mean: what is missing
never for an answer, what is found never against it. Every second question is held out for the figures; the weights that
are printed rest on the other half alone, so that the figures are theirs.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.abstain import likeliest
from assistant.answers import Question, Status
from assistant.extract import ExtractiveAnswerer
from assistant.service import Assistant
from assistant.signals import Signals
from eval.cases import Case, load
from eval.metrics import facts_found
from eval.run import earlier_turns
from eval.withheld import WithheldIndex
from index.settings import Settings

NAMES = tuple(field.name for field in fields(Signals))
COSINES = tuple(name for name in NAMES if name.startswith("cosine"))
AGAINST = frozenset({"formless"})
PENALTY = 10.0
# A near miss that was made counts less than one that was asked, and so does an answer that was wrong anyway.
WITHHELD_WORTH = 0.5
WRONG_WORTH = 0.5
LINES = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold one question as it was weighed; ``signals`` is None where a premise or a name had settled it."""

    id: str
    answerable: bool
    withheld: bool
    right: bool
    # Whether it is shown anyhow (a known diarienummer) or refused anyhow; None where the signals decide.
    certain: bool | None
    signals: Signals | None


@dataclass(frozen=True, slots=True)
class Fitted:
    """Hold an intercept and a weight for each signal."""

    names: tuple[str, ...]
    intercept: float
    weights: Vector

    def likely(self, one: Asked) -> float:
        """Return the probability that what is cited answers."""
        if one.certain is not None:
            return float(one.certain)
        return float(1 / (1 + np.exp(-(self.intercept + self.weights @ _row(one, self.names)))))


def collect(questions: Path, data: Path) -> list[Asked]:
    """Return every question of a file, asked of the index and, where it has an answer, of one without it."""
    index = WithheldIndex(data, Settings())
    assistant = Assistant(index, ExtractiveAnswerer())
    return [one for case in load(questions) for one in _of_case(assistant, index, case)]


def _of_case(assistant: Assistant, index: WithheldIndex, case: Case) -> Iterator[Asked]:
    history = earlier_turns(assistant, case, None)
    for withheld in (False, True) if case.answerable else (False,):
        index.withhold(case if withheld else None)
        one = _asked(assistant, case, Question(case.question, history=history), withheld=withheld)
        if not (withheld and one.right):
            yield one
    index.withhold(None)


def _asked(assistant: Assistant, case: Case, question: Question, *, withheld: bool) -> Asked:
    considered = assistant.consider(question)
    request = considered.request
    text = " ".join(claim.text for claim in considered.shown.claims)
    found, wanted = facts_found(case, text), len(case.answer_contains)
    judged = considered.judgement
    certain = None if judged.weighed else judged.status is not Status.NOT_FOUND
    weighed = None
    if certain is None:
        weighed = likeliest(request.understanding, considered.result, request.ranking, considered.shown.grounds)
    # With something withheld, any fact that is told still tells that it was not all withheld.
    right = found > 0 if withheld else found == wanted
    return Asked(case.id, case.answerable and not withheld, withheld, right, certain, weighed)


def fit(asked: Sequence[tuple[Asked, float]], names: tuple[str, ...]) -> Fitted:
    """Return the weights that tell answers from near misses best, answers and refusals counting alike."""
    used = [(one, worth) for one, worth in asked if one.signals is not None]
    rows = np.array([_row(one, names) for one, _ in used])
    truth = np.array([float(one.answerable) for one, _ in used])
    worth = np.array([share * _worth(one) for one, share in used])
    for kind in (0.0, 1.0):
        worth[truth == kind] *= 0.5 * len(truth) / worth[truth == kind].sum()
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = (rows - mean) / spread

    def loss(found: Vector) -> tuple[float, Vector]:
        total = scaled @ found[1:] + found[0]
        error = worth * (1 / (1 + np.exp(-total)) - truth)
        value = float((worth * (np.logaddexp(0, total) - truth * total)).sum()) + PENALTY / 2 * float(
            found[1:] @ found[1:]
        )
        return value, np.concatenate([[error.sum()], scaled.T @ error + PENALTY * found[1:]])

    bounds = [(None, None), *((None, 0.0) if name in AGAINST else (0.0, None) for name in names)]
    start = np.zeros(len(names) + 1)
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 500}).x
    weights = found[1:] / spread
    return Fitted(names, float(found[0] - weights @ mean), weights)


def _worth(one: Asked) -> float:
    return (WITHHELD_WORTH if one.withheld else 1.0) * (WRONG_WORTH if one.answerable and not one.right else 1.0)


def _row(one: Asked, names: Sequence[str]) -> Vector:
    return np.array([float(getattr(one.signals, name) or 0.0) for name in names])


def figures(asked: Sequence[Asked], fitted: Fitted) -> Iterator[str]:
    """Yield, for each line, the shares answered of what has an answer and refused of what has none."""
    kinds = (
        ("answered", [one for one in asked if one.answerable]),
        ("refused", [one for one in asked if not one.answerable and not one.withheld]),
        ("near misses refused", [one for one in asked if one.withheld]),
    )
    likely = {name: np.array([fitted.likely(one) for one in group]) for name, group in kinds}
    for line in LINES:
        shares = [
            f"{name} {np.mean(values >= line if name == 'answered' else values < line):.2f}"
            for name, values in likely.items()
            if len(values)
        ]
        yield f"  {line:.2f}: {', '.join(shares)}"


def main(
    sets: Annotated[list[str], typer.Argument(help="QUESTIONS=DATA, with @WORTH of a question where it is not 1.")],
) -> None:
    """Print the models for assistant/answerability.py, and how well they do on both halves of each file."""
    halves: dict[str, tuple[list[Asked], list[Asked]]] = {}
    taught: list[tuple[Asked, float]] = []
    for spec in sets:
        paths, _, worth = spec.partition("@")
        questions, _, data = paths.partition("=")
        asked = collect(Path(questions), Path(data))
        ids = sorted({one.id for one in asked})
        learned = {identifier for place, identifier in enumerate(ids) if place % 2}
        halves[questions] = (
            [one for one in asked if one.id in learned],
            [one for one in asked if one.id not in learned],
        )
        taught += [(one, float(worth or 1)) for one in halves[questions][0]]
    for title, names in (("with vectors", NAMES), ("words alone", tuple(n for n in NAMES if n not in COSINES))):
        fitted = fit(taught, names)
        rounded = {name: round(float(weight), 2) for name, weight in zip(names, fitted.weights, strict=True)}
        typer.echo(f"{title}: {json.dumps({'intercept': round(fitted.intercept, 2), **rounded})}")
        for questions, (own, held) in halves.items():
            for label, group in (("fitted", own), ("held out", held)):
                typer.echo(f"{questions}, {label}, {len(group)} asked")
                typer.echo("\n".join(figures(group, fitted)))


if __name__ == "__main__":
    typer.run(main)
