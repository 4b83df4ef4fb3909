"""Tell how surely a sentence answers a question: answer sentence selection by a small trained network.

A cross-encoder reads question and sentence together. It is the first layers of the embedded model with low-rank changes
(LoRA, Hu et al. 2021) trained on Swedish questions; `cross_encoder.npz` holds the changes alone, `eval/train_cross_encoder.py` makes
it. docs/answers.md tells what it was trained on and what it is worth.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.candidates import Candidate
from index.encoder import Encoder
from index.fine_tuning import changed, read_changes
from index.pieces import Pieces, embedded_pieces
from index.weights import embedded_weights

Matrix = NDArray[np.float32]

TRAINED = Path(__file__).with_name("cross_encoder.npz")
# Pieces that are read of the question, of the end of what stands before a sentence, and of the sentence.
QUESTION_PIECES = 32
CONTEXT_PIECES = 16
SENTENCE_PIECES = 52
# What the names of the layers that end in a score begin with.
HEAD = "head."


@cache
def trained_cross_encoder() -> "CrossEncoder":
    """Return the cross-encoder that comes with the product, opened once a process."""
    return CrossEncoder(read_changes(TRAINED))


class CrossEncoder:
    """Score sentences with a network of ``trained`` tensors; safe to share between threads."""

    def __init__(self, trained: Mapping[str, Matrix]) -> None:
        weights = embedded_weights()
        layers = 1 + max(int(name[1 : name.index(".")]) for name in trained if not name.startswith(HEAD))
        self._pieces = embedded_pieces()
        self._encoder = Encoder(weights, layers, changed(weights, _network(trained)), rough=True)
        self._head = [trained[f"{HEAD}{name}"] for name in ("inner.w", "inner.b", "outer.w", "outer.b")]

    def asked(self, question: str) -> "AskedQuestion":
        """Return what scores sentences against one question."""
        return AskedQuestion(self, self._pieces, question)

    def log_odds(self, numbers: Sequence[int]) -> float:
        """Return the natural logarithm of the odds that a sequence of pieces holds its answer, against none that does."""
        (state,) = self._encoder.hidden([numbers])
        inner, inner_bias, outer, outer_bias = self._head
        told = inner @ np.concatenate([state[0], state.mean(axis=0)]) + inner_bias
        return float(outer[0] @ _gelu(told) + outer_bias[0])


class AskedQuestion:
    """Know one question, and score sentences against it."""

    def __init__(self, encoder: CrossEncoder, pieces: Pieces, question: str) -> None:
        self._encoder = encoder
        self._pieces = pieces
        self._question = pieces.numbers(question)

    def log_odds(self, candidate: Candidate) -> float:
        """Return how surely a sentence answers: the logarithm of the odds, about -8 to 8."""
        passage = candidate.evidence.passage
        parts = (*passage.heading_path[-1:], " | ".join(passage.table_header), candidate.before)
        context = " ".join(part for part in parts if part)
        return self._encoder.log_odds(sequence(self._pieces, self._question, context, candidate.text))


def sequence(pieces: Pieces, question: Sequence[int], context: str, text: str) -> list[int]:
    """Return the pieces that are read together: the question's, those before a sentence, the sentence's."""
    around, own = pieces.numbers(context)[-CONTEXT_PIECES:], pieces.numbers(text)[:SENTENCE_PIECES]
    return [pieces.begin, *question[:QUESTION_PIECES], pieces.end, pieces.end, *around, pieces.end, *own, pieces.end]


def _network(trained: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Return the tensors of the layers below the score."""
    return {name: tensor for name, tensor in trained.items() if not name.startswith(HEAD)}


def _gelu(values: Matrix) -> Matrix:
    """Return the Gaussian error linear unit of each number."""
    erf = np.array([math.erf(value) for value in (values / math.sqrt(2)).tolist()], np.float32)
    return values * 0.5 * (1 + erf)
