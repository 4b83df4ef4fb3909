"""A calibrated probability that the first hits answer the question. Pure.

The weights are a logistic regression on what the best hits cover of the question; how they were fitted, and how well
they hold on questions they have not seen, stands in docs/retrieval.md.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

# An identifier the index does not know cannot be answered, whatever else fits.
UNKNOWN_IDENTIFIER = 0.02


@dataclass(frozen=True, slots=True)
class Model:
    """Hold a logistic regression: an intercept and a weight for each signal."""

    intercept: float
    weights: Mapping[str, float]


# The cosine weight holds for the embedded model, fine-tuned: its cosines lie between 0.1 and 0.7.
WITH_COSINE = Model(-2.78, {"sentence": 0.83, "cosine": 6.38, "unknown": -0.41})
WITHOUT_COSINE = Model(-1.31, {"sentence": 3.27, "unknown": -1.7})


@dataclass(frozen=True, slots=True)
class Signals:
    """Hold what the best hits say about whether they answer; shares are 0-1."""

    # Best over the first hits: best sentence, cosine to the question (None in a search by words alone).
    sentence: float
    cosine: float | None
    # Share of the question's weight in words that no document holds.
    unknown: float
    unknown_identifier: bool = False


def confidence(signals: Signals) -> float:
    """Return the probability (0-1) that one of the first hits answers the question."""
    if signals.unknown_identifier:
        return UNKNOWN_IDENTIFIER
    model = WITHOUT_COSINE if signals.cosine is None else WITH_COSINE
    total = model.intercept + sum(weight * float(getattr(signals, name)) for name, weight in model.weights.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
