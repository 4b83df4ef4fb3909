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


# Fitted on the sample questions, half of the development questions, a hundred more on the corpus and 454 on four other
# municipalities, and drawn in by 0.87 less 0.57 on three sets that took no part in teaching the reranker, which scores now hold
# more of; docs/answers.md tells how well they hold. Which words of the question are missing tells nothing beside the rest.
WITH_COSINE = Model(
    -7.04,
    {
        "fits": 0.18,
        "formless": -1.2,
        "first": 0.38,
        "agree": 0.28,
        "score": 1.07,
        "gap": 0.38,
        "log_odds": 0.24,
        "cosine_gap": 1.07,
        "cosine_cited": 3.86,
    },
)
WITHOUT_COSINE = Model(
    -7.75,
    {
        "formless": -1.13,
        "first": 0.84,
        "agree": 0.37,
        "score": 1.55,
        "gap": 0.27,
        "log_odds": 0.21,
    },
)
LINE = Line(partial=0.3, answered=0.45)


def answerability(measured: Signals) -> float:
    """Return the probability (0-1) that what is cited answers what is asked."""
    model = WITHOUT_COSINE if measured.cosine is None else WITH_COSINE
    total = model.intercept + sum(weight * float(getattr(measured, name)) for name, weight in model.weights.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
