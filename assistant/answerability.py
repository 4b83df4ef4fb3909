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
