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
    -6.57,
    {
        "missing_near": -1.1,
        "missing_section": -0.4,
        "formless": -1.12,
        "fits_near": 0.61,
        "head": 0.11,
        "first": 0.97,
        "score": 1.39,
        "gap": 0.64,
        "log_odds": 0.29,
        "cosine_gap": 1.33,
        "cosine_cited": 3.54,
    },
)
WITHOUT_COSINE = Model(
    -6.91,
    {
        "missing_near": -1.42,
        "formless": -1.1,
        "fits_near": 0.36,
        "head": 0.12,
        "first": 1.34,
        "score": 1.94,
        "gap": 0.57,
        "log_odds": 0.29,
    },
)
LINE = Line(partial=0.44, answered=0.6)


def answerability(measured: Signals) -> float:
    """Return the probability (0-1) that what is cited answers what is asked."""
    model = WITHOUT_COSINE if measured.cosine is None else WITH_COSINE
    total = model.intercept + sum(weight * float(getattr(measured, name)) for name, weight in model.weights.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
