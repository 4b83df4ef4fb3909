"""Embed questions and a few passages one by one, without torch: a vector does not depend on what it is embedded with."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from index.encoder import Encoder, Matrix
from index.fine_tuning import fine_tuned
from index.parts import Parts, Span, joined, segments, unit
from index.pieces import embedded_pieces
from index.weights import embedded_weights


@cache
def few_embedder() -> "FewEmbedder":
    """Return the embedder of the embedded model, made once a process."""
    return FewEmbedder()


class FewEmbedder:
    """Embed with the embedded model's weights as they lie in their file, and what fine-tuning changed."""

    def __init__(self) -> None:
        self._pieces = embedded_pieces()
        self._encoder = Encoder(embedded_weights(), replaced=fine_tuned())

    def embed(self, texts: Sequence[str], parts: Parts = ()) -> tuple[Matrix, list[Matrix]]:
        """Return one row of unit length for each text, whatever its length, and one for each part of each.

        There must be one text at least; ``parts`` gives the first and last character of each, in order, for every text.
        """
        told = [self._means(text, spans) for text, spans in zip(texts, parts or [()] * len(texts), strict=True)]
        return unit(np.stack([mean for mean, _ in told])), [unit(means) for _, means in told]

    def _means(self, text: str, spans: Sequence[Span]) -> tuple[Matrix, Matrix]:
        """Return the mean hidden state of a text and of its parts; a text longer than is read is the mean of windows."""
        numbers, places = joined([self._pieces.numbers(one) for one in segments(text, spans)])
        most = self._encoder.longest - 2
        windows = [numbers[start : start + most] for start in range(0, max(1, len(numbers)), most)]
        states = self._encoder.hidden([[self._pieces.begin, *window, self._pieces.end] for window in windows])
        weights = [max(1, len(window)) for window in windows]
        mean: Matrix = np.average([state.mean(axis=0) for state in states], axis=0, weights=weights)
        body = np.concatenate([state[1:-1] for state in states])
        means = [body[start:end].mean(axis=0) if end > start else mean for start, end in places]
        return mean, np.stack(means) if means else np.zeros((0, mean.size), np.float32)
