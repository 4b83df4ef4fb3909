"""Weigh how likely what is cited answers what is asked; pure."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.signals import Signals


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


# Fitted on the sample questions, half of the development questions, 172 further ones and 799 on half of the documents;
# docs/answers.md tells how well they hold.
WITH_COSINE = Model(
    -6.09,
    {
        "missing_near": -0.83,
        "missing_section": -0.85,
        "formless": -0.95,
        "fits_near": 0.73,
        "head": 0.14,
        "first": 0.84,
        "score": 1.15,
        "gap": 0.78,
        "log_odds": 0.36,
        "cosine_gap": 1.55,
        "cosine_cited": 3.26,
    },
)
WITHOUT_COSINE = Model(
    -6.47,
    {
        "missing_near": -1.12,
        "missing_section": -0.44,
        "formless": -0.89,
        "fits_near": 0.46,
        "head": 0.13,
        "first": 1.07,
        "score": 1.75,
        "gap": 0.7,
        "log_odds": 0.38,
    },
)
LINE = Line(partial=0.32, answered=0.45)


def answerability(measured: Signals) -> float:
    """Return the probability (0-1) that what is cited answers what is asked."""
    model = WITHOUT_COSINE if measured.cosine is None else WITH_COSINE
    total = model.intercept + sum(weight * float(getattr(measured, name)) for name, weight in model.weights.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
