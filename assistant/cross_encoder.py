"""Tell how surely a sentence answers a question: answer sentence selection by small trained networks.

A cross-encoder reads question and sentence together. It is the first layers of the embedded model with low-rank changes
(LoRA, Hu et al. 2021) trained on Swedish questions. There are two: `cross_encoder.npz` tells whether anything answers, `reranker.npz` which
sentence does; they hold the changes alone. docs/answers.md tells what they were trained on and what they are worth.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.candidates import Candidate
from index.encoder import Encoder
from index.fine_tuning import changed, read_changes
from index.pieces import Pieces, embedded_pieces
from index.weights import embedded_weights
from ingest.documents import DocumentMetadata

Matrix = NDArray[np.float32]

TRAINED = Path(__file__).with_name("cross_encoder.npz")
RERANKER = Path(__file__).with_name("reranker.npz")
# Pieces that are read of the question, of what the paper is, of the heading, of the end of what stands before a sentence, and of the sentence.
QUESTION_PIECES = 32
PAPER_PIECES = 24
HEADING_PIECES = 20
BEFORE_PIECES = 16
SENTENCE_PIECES = 52
# Surer than this either way is all the same.
SUREST = 10.0
# Sequences whose score is kept: those of a few questions.
KEPT = 512
# What the names of the layers that end in a score begin with.
HEAD = "head."


@dataclass(frozen=True, slots=True)
class Read:
    """Hold a sentence with what tells what it is about: the paper it stands in, its heading, the sentence before."""

    paper: str
    heading: str
    before: str
    text: str


Context = Callable[[Pieces, Read], list[int]]


def brief(pieces: Pieces, read: Read) -> list[int]:
    """Return the pieces of what stands right above a sentence: the end of its heading and of the sentence before."""
    return pieces.numbers(f"{read.heading} {read.before}".strip())[-BEFORE_PIECES:]


def whole(pieces: Pieces, read: Read) -> list[int]:
    """Return the pieces of all that tells what a sentence is about."""
    above = [*pieces.numbers(read.paper)[:PAPER_PIECES], *pieces.numbers(read.heading)[:HEADING_PIECES]]
    return [*above, *pieces.numbers(read.before)[-BEFORE_PIECES:]]


@cache
def trained_cross_encoder() -> "CrossEncoder":
    """Return the cross-encoder that tells whether anything answers, opened once a process."""
    return CrossEncoder(read_changes(TRAINED), brief)


@cache
def trained_reranker() -> "CrossEncoder":
    """Return the cross-encoder that tells which sentence answers, opened once a process."""
    return CrossEncoder(read_changes(RERANKER), whole)


class CrossEncoder:
    """Score sentences with a network of ``trained`` tensors, each read in its ``context``; safe to share between threads."""

    def __init__(self, trained: Mapping[str, Matrix], context: Context) -> None:
        weights = embedded_weights()
        layers = 1 + max(int(name[1 : name.index(".")]) for name in trained if not name.startswith(HEAD))
        self._pieces = embedded_pieces()
        self._context = context
        self._encoder = Encoder(weights, layers, changed(weights, _network(trained)), rough=True)
        self._head = [trained[f"{HEAD}{name}"] for name in ("inner.w", "inner.b", "outer.w", "outer.b")]
        self._kept = lru_cache(KEPT)(self._scored)

    def asked(self, question: str) -> "AskedQuestion":
        """Return what scores sentences against one question."""
        return AskedQuestion(self, self._pieces.numbers(question))

    def log_odds(self, question: Sequence[int], read: Read) -> float:
        """Return the natural logarithm of the odds that a sentence answers, against none that does."""
        return self._kept(tuple(sequence(self._pieces, question, self._context(self._pieces, read), read.text)))

    def _scored(self, numbers: Sequence[int]) -> float:
        (state,) = self._encoder.hidden([numbers])
        inner, inner_bias, outer, outer_bias = self._head
        told = inner @ np.concatenate([state[0], state.mean(axis=0)]) + inner_bias
        return float(outer[0] @ _gelu(told) + outer_bias[0])


class AskedQuestion:
    """Know one question, as piece numbers, and score sentences against it."""

    def __init__(self, encoder: CrossEncoder, question: Sequence[int]) -> None:
        self._encoder = encoder
        self._question = question

    def log_odds(self, candidate: Candidate) -> float:
        """Return how surely a sentence answers: the logarithm of the odds, -``SUREST`` to ``SUREST``."""
        told = self._encoder.log_odds(self._question, _read(candidate))
        return max(-SUREST, min(SUREST, told))


def paper(document: DocumentMetadata) -> str:
    """Return what a paper is, in few words: its kind, body, day and title."""
    day = document.day
    parts = (document.kind.value, document.board or "", day.isoformat() if day else "", document.title)
    return " ".join(part for part in parts if part)


def _read(candidate: Candidate) -> Read:
    passage = candidate.evidence.passage
    parts = (*passage.heading_path[-1:], " | ".join(passage.table_header))
    heading = " ".join(part for part in parts if part)
    return Read(paper(candidate.evidence.document), heading, candidate.before, candidate.text)


def sequence(pieces: Pieces, question: Sequence[int], context: Sequence[int], text: str) -> list[int]:
    """Return the pieces that are read together: the question's, those before a sentence, the sentence's."""
    own = pieces.numbers(text)[:SENTENCE_PIECES]
    return [pieces.begin, *question[:QUESTION_PIECES], pieces.end, pieces.end, *context, pieces.end, *own, pieces.end]


def _network(trained: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Return the tensors of the layers below the score."""
    return {name: tensor for name, tensor in trained.items() if not name.startswith(HEAD)}


def _gelu(values: Matrix) -> Matrix:
    """Return the Gaussian error linear unit of each number."""
    erf = np.array([math.erf(value) for value in (values / math.sqrt(2)).tolist()], np.float32)
    return values * 0.5 * (1 + erf)
