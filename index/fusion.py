"""Put scores of different origin together. Pure functions on numbers."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def standardised(scores: Scores) -> Scores:
    """Return scores with mean 0 and deviation 1, so that scales of different origin can be added."""
    if scores.size == 0:
        return scores
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread > 1e-9 else np.zeros_like(scores)
