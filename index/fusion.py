"""Put scores of different origin together. Pure functions on numbers.

The weights were fitted on a part of the questions of four sets; how, and the figures on the other part, stand in
docs/retrieval.md.
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
    "words": 0.115, "document": 0.18, "vectors": 0.29, "sentence": 0.135, "brief": 0.1, "special": 0.17, "typed": 0.3,
}  # fmt: skip
# The same where sentences have vectors of their own.
SENTENCE_WEIGHTS: Mapping[str, float] = {
    "words": 0.032, "document": 0.238, "vectors": 0.213, "sentence": 0.065, "brief": 0.07, "special": 0.102, "typed": 0.278, "near": 0.265,
}  # fmt: skip
WORD_WEIGHTS: Mapping[str, float] = {
    "words": 0.18, "document": 0.27, "sentence": 0.15, "brief": 0.1, "special": 0.17, "typed": 0.3,
}  # fmt: skip
VECTOR_WEIGHTS: Mapping[str, float] = {"vectors": 1.0}


def weights(mode: Mode, *, sentences: bool = False) -> Mapping[str, float]:
    """Return the weights of a mode; ``sentences`` says whether each sentence has a vector."""
    hybrid = SENTENCE_WEIGHTS if sentences else HYBRID_WEIGHTS
    return {Mode.HYBRID: hybrid, Mode.WORDS: WORD_WEIGHTS, Mode.VECTORS: VECTOR_WEIGHTS}[mode]


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
