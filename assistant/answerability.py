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


# Fitted on the sample questions, half of the development questions and 172 further ones; docs/answers.md tells how well they hold.
WITH_COSINE = Model(
    -5.84,
    {
        "missing_near": -0.21,
        "missing_section": -1.09,
        "fits": 0.15,
        "formless": -1.05,
        "fits_near": 1.18,
        "first": 1.08,
        "agree": 0.64,
        "score": 0.96,
        "log_odds": 0.27,
        "cosine_gap": 1.33,
        "cosine_cited": 4.07,
    },
)
WITHOUT_COSINE = Model(
    -6.17,
    {
        "missing_near": -0.55,
        "missing_section": -1.05,
        "formless": -0.99,
        "fits_near": 1.04,
        "first": 1.15,
        "agree": 0.79,
        "score": 1.82,
        "log_odds": 0.28,
    },
)
LINE = Line(partial=0.31, answered=0.45)


def answerability(measured: Signals) -> float:
    """Return the probability (0-1) that what is cited answers what is asked."""
    model = WITHOUT_COSINE if measured.cosine is None else WITH_COSINE
    total = model.intercept + sum(weight * float(getattr(measured, name)) for name, weight in model.weights.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
