"""Put scores of different origin together. Pure functions on numbers.

The weights were fitted by ``tests/index/fit_ranking.py`` on half the questions of two public Swedish sets; the figures
on the other half stand in docs/retrieval.md.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from index.hits import Mode

Scores = NDArray[np.float64]

# Weights of standardised scores, by the name of the score.
HYBRID_WEIGHTS: Mapping[str, float] = {"words": 0.20, "vectors": 0.23, "sentence": 0.285, "window": 0.23, "typed": 0.02}
WORD_WEIGHTS: Mapping[str, float] = {"words": 0.375, "sentence": 0.295, "window": 0.205, "typed": 0.04}
VECTOR_WEIGHTS: Mapping[str, float] = {"vectors": 1.0}
# What a chunk gains, in the same unit, where the question names its document or place.
NAMED: Mapping[str, float] = {
    "board": 0.15,
    "period": 0.15,
    "day": 0.35,
    "kind": 0.15,
    "person": 0.1,
    "force": 0.3,
    "section": 0.8,
    "section_there": 2.0,
    "case": 1.0,
}


def weights(mode: Mode) -> Mapping[str, float]:
    """Return the weights of a mode."""
    return {Mode.HYBRID: HYBRID_WEIGHTS, Mode.WORDS: WORD_WEIGHTS, Mode.VECTORS: VECTOR_WEIGHTS}[mode]


def standardised(scores: Scores) -> Scores:
    """Return scores with mean 0 and deviation 1, so that scales of different origin can be added."""
    if scores.size == 0:
        return scores
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread > 1e-9 else np.zeros_like(scores)


def combined(parts: Mapping[str, Scores], weights: Mapping[str, float]) -> Scores:
    """Return the weighted sum of standardised scores, one for each candidate."""
    total: Scores = np.zeros(len(next(iter(parts.values()))) if parts else 0)
    for name, weight in weights.items():
        if name in parts:
            total = total + weight * standardised(parts[name])
    return total
