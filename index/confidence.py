"""A calibrated probability that the first hits answer the question. Pure.

The weights are a logistic regression on what the best hits cover of the question; how they were fitted, and how well
they hold on questions they have not seen, stands in docs/retrieval.md.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

# An identifier the index does not know cannot be answered, whatever else fits.
UNKNOWN_IDENTIFIER = 0.02

INTERCEPT = -6.0
WEIGHTS: Mapping[str, float] = {
    "found": 2.0,
    "sentence": 3.0,
    "whole": 2.0,
    "cosine": 4.0,
    "unknown": -2.0,
    "gap": 0.3,
}


@dataclass(frozen=True, slots=True)
class Signals:
    """Hold what the best hits say about whether they answer; shares are 0-1."""

    # Best over the first hits: words found, best sentence, whole chunk with its context, cosine to the question.
    found: float
    sentence: float
    whole: float
    cosine: float
    # Share of the question's weight in words that no document holds.
    unknown: float
    # How far the first hit stands above the others, in deviations.
    gap: float
    unknown_identifier: bool = False


def confidence(signals: Signals) -> float:
    """Return the probability (0-1) that one of the first hits answers the question."""
    if signals.unknown_identifier:
        return UNKNOWN_IDENTIFIER
    total = INTERCEPT + sum(weight * float(getattr(signals, name)) for name, weight in WEIGHTS.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
