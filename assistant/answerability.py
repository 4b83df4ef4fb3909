"""Weigh how likely what is cited answers what is asked; pure."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.signals import Signals


@dataclass(frozen=True, slots=True)
class Line:
    """Hold the two bounds: an answer less likely than ``partial`` is refused, one of less ``sureness`` than ``sure`` is unsure."""

    partial: float
    sure: float


@dataclass(frozen=True, slots=True)
class Model:
    """Hold a logistic regression: an intercept and a weight for each signal."""

    intercept: float
    weights: Mapping[str, float]


# The other signals were fitted on the sample questions, half of the development questions, a hundred more on the corpus and
# 454 on four other municipalities; how much they and the reranker count beside one another, on three sets that took no part in
# teaching the reranker. docs/answers.md tells how well it holds. Which words of the question are missing tells nothing
# beside the rest.
WITH_COSINE = Model(
    -3.42,
    {
        "fits": 0.09,
        "formless": -0.6,
        "first": 0.19,
        "agree": 0.14,
        "score": 0.54,
        "gap": 0.19,
        "log_odds": 0.12,
        "reranked": 0.25,
        "cosine_gap": 0.54,
        "cosine_cited": 1.93,
    },
)
WITHOUT_COSINE = Model(
    -3.78,
    {
        "formless": -0.57,
        "first": 0.42,
        "agree": 0.19,
        "score": 0.78,
        "gap": 0.14,
        "log_odds": 0.11,
        "reranked": 0.25,
    },
)
LINE = Line(partial=0.3, sure=1.25)
# What tells a right answer from a wrong one among those that are shown, beside how likely they are: by how much the reranker
# is surer of it than of the best sentence left out, between these bounds, and whether one claim tells it all. Fitted on sixteen sets
# of questions, each told by the weights of the others.
LEAD, SEVERAL = 0.145, 0.4
LEAST_LEAD, MOST_LEAD = -4.0, 8.0
# No likelihood is nearer to none or all than this.
NEVER = 1e-6


def answerability(measured: Signals) -> float:
    """Return the probability (0-1) that what is cited answers what is asked."""
    model = WITHOUT_COSINE if measured.cosine is None else WITH_COSINE
    total = model.intercept + sum(weight * float(getattr(measured, name)) for name, weight in model.weights.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def sureness(likely: float, lead: float, several: bool) -> float:
    """Return how surely an answer of a likelihood is the right one, in log odds: ``lead`` is how far it is surer than what is left out."""
    bounded = max(LEAST_LEAD, min(MOST_LEAD, lead))
    possible = max(NEVER, min(1.0 - NEVER, likely))
    return math.log(possible / (1.0 - possible)) + LEAD * bounded - SEVERAL * several
