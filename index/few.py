"""Embed questions and a few passages one by one, without torch: a vector does not depend on what it is embedded with."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from index.encoder import Encoder, Matrix
from index.pieces import embedded_pieces
from index.weights import embedded_weights


@cache
def few_embedder() -> "FewEmbedder":
    """Return the embedder of the embedded model, made once a process."""
    return FewEmbedder()


class FewEmbedder:
    """Embed with the embedded model's weights as they lie in their file."""

    def __init__(self) -> None:
        self._pieces = embedded_pieces()
        self._encoder = Encoder(embedded_weights())

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Return one row of unit length for each text, whatever its length; there must be one at least."""
        vectors = np.stack([self._mean(text) for text in texts])
        unit: Matrix = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        return unit

    def _mean(self, text: str) -> Matrix:
        """Return the mean hidden state of a text; a text longer than the model reads is the mean of its windows."""
        numbers = self._pieces.numbers(text)
        most = self._encoder.longest - 2
        windows = [numbers[start : start + most] for start in range(0, max(1, len(numbers)), most)]
        marked = [[self._pieces.begin, *window, self._pieces.end] for window in windows]
        means = [state.mean(axis=0) for state in self._encoder.hidden(marked)]
        mean: Matrix = np.average(means, axis=0, weights=[max(1, len(window)) for window in windows])
        return mean
