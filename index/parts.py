"""Follow parts of a text through its tokenisation; pure."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]
Parts = Sequence[Sequence[Span]]
Matrix = NDArray[np.float32]


def segments(text: str, spans: Sequence[Span]) -> list[str]:
    """Return a text in pieces, in turn what lies between its parts and a part; the first and the last lie outside.

    No space round them: the tokeniser sets one before each.
    """
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


def joined(numbers: Sequence[Sequence[int]]) -> tuple[list[int], list[Span]]:
    """Return the numbers of the segments as one row, and where in it each part begins and ends."""
    ends = [0, *accumulate(len(one) for one in numbers)]
    places = [(ends[at], ends[at + 1]) for at in range(1, len(numbers), 2)]
    return [number for one in numbers for number in one], places


def unit(vectors: Matrix) -> Matrix:
    """Return the rows at unit length."""
    rows: Matrix = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return rows
