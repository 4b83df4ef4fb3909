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
    -5.54,
    {
        "missing_section": -1.73,
        "formless": -1.79,
        "fits_near": 1.17,
        "head": 0.06,
        "first": 0.68,
        "agree": 0.18,
        "score": 1.45,
        "gap": 0.71,
        "log_odds": 0.3,
        "cosine": 12.35,
        "cosine_gap": 10.57,
        "cosine_cited": 2.76,
    },
)
WITHOUT_COSINE = Model(
    -4.66,
    {
        "missing_near": -0.29,
        "missing_section": -1.99,
        "formless": -1.76,
        "fits_near": 1.24,
        "head": 0.11,
        "first": 0.86,
        "agree": 0.31,
        "score": 1.93,
        "gap": 0.36,
        "log_odds": 0.31,
    },
)
LINE = Line(partial=0.35, answered=0.45)


def answerability(measured: Signals) -> float:
    """Return the probability (0-1) that what is cited answers what is asked."""
    model = WITHOUT_COSINE if measured.cosine is None else WITH_COSINE
    total = model.intercept + sum(weight * float(getattr(measured, name)) for name, weight in model.weights.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
