"""Put scores of different origin together. Pure functions on numbers.

The weights were fitted by ``tests/index/fit_ranking.py`` on half the questions of two public Swedish sets; the figures
on the other half stand in docs/retrieval.md.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from index.hits import Mode

Scores = NDArray[np.float64]

# Which candidates are read: words and vectors alone, as they weigh before anything is read.
FIRST_WEIGHTS: Mapping[str, float] = {"words": 0.20, "vectors": 0.23}
# Weights of standardised scores, by the name of the score.
HYBRID_WEIGHTS: Mapping[str, float] = {
    "words": 0.06, "document": 0.21, "vectors": 0.295, "sentence": 0.225, "window": 0.15, "typed": 0.15,
}  # fmt: skip
WORD_WEIGHTS: Mapping[str, float] = {"words": 0.14, "document": 0.28, "sentence": 0.235, "window": 0.17, "typed": 0.145}
VECTOR_WEIGHTS: Mapping[str, float] = {"vectors": 1.0}
# What a chunk gains, in the same unit, where the question names its document or place or asks for what it does.
NAMED: Mapping[str, float] = {
    "board": 0.3,
    "period": 0.3,
    "day": 0.7,
    "kind": 0.3,
    "person": 0.2,
    "force": 0.7,
    "section": 1.6,
    "section_there": 4.0,
    "case": 2.0,
    # A question of what a case is about is answered where the case begins.
    "opening": 0.5,
    # A question of the number of a case is answered where a number stands.
    "number": 0.45,
    # Lists of papers and addressees repeat the title and say nothing of the case.
    "routing": -0.6,
    "headings": -0.65,
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
