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


# Fitted on half of the sample questions and half of the development questions; docs/answers.md tells how well they hold.
WITH_COSINE = Model(
    -4.39,
    {
        "missing_sentence": -0.85,
        "missing_near": -0.54,
        "missing_section": -1.24,
        "fits": 0.38,
        "formless": -1.81,
        "fits_near": 0.63,
        "head": 0.37,
        "first": 0.66,
        "agree": 0.53,
        "score": 1.18,
        "gap": 1.02,
        "cosine": 14.51,
        "cosine_gap": 12.83,
        "cosine_cited": 3.4,
    },
)
WITHOUT_COSINE = Model(
    -3.29,
    {
        "missing_sentence": -0.93,
        "missing_near": -1.23,
        "missing_section": -1.3,
        "fits": 0.08,
        "formless": -1.67,
        "fits_near": 0.96,
        "head": 0.41,
        "first": 0.76,
        "agree": 0.62,
        "score": 2.05,
        "gap": 0.41,
    },
)
LINE = Line(partial=0.38, answered=0.5)


def answerability(measured: Signals) -> float:
    """Return the probability (0-1) that what is cited answers what is asked."""
    model = WITHOUT_COSINE if measured.cosine is None else WITH_COSINE
    total = model.intercept + sum(weight * float(getattr(measured, name)) for name, weight in model.weights.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
