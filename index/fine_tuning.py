"""Apply what fine-tuning changed in the embedded model: low-rank changes (LoRA, Hu et al. 2021), biases and norms.

`fine_tuned.npz` holds the changes alone; `eval/train_embedding.py` makes it, docs/retrieval.md tells from what and what it
is worth. The trained cross-encoder of the answers is stored in the same way.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.weights import Weights, embedded_weights

Matrix = NDArray[np.float32]

FINE_TUNED = Path(__file__).with_name("fine_tuned.npz")
# Names of the two factors of a change to a matrix, after the matrix' own name.
DOWN, UP = ".down", ".up"


def fine_tuned() -> Mapping[str, Matrix]:
    """Return the tensors of the embedded model that fine-tuning changed, by their names in its file."""
    return changed(embedded_weights(), read_changes(FINE_TUNED))


def read_changes(path: Path) -> dict[str, Matrix]:
    """Return the tensors of a file of changes, in full precision."""
    with np.load(path) as trained:
        return {name: trained[name].astype(np.float32) for name in trained.files}


def changed(weights: Weights, trained: Mapping[str, Matrix]) -> Mapping[str, Matrix]:
    """Return the tensors of a network that were changed: matrices with their low-rank change added, biases, norms.

    Each is made when it is asked for: all of them together take 60 MB.
    """
    return _Changed(weights, trained)


class _Changed(Mapping[str, Matrix]):
    def __init__(self, weights: Weights, trained: Mapping[str, Matrix]) -> None:
        self._weights = weights
        self._trained = trained
        self._names = tuple(name.removesuffix(UP) for name in trained if not name.endswith(DOWN))

    def __getitem__(self, name: str) -> Matrix:
        if name in self._trained:
            return self._trained[name]
        up, down = self._trained[name + UP], self._trained[name + DOWN]
        whole: Matrix = self._weights.tensor(name).reshape(len(up), down.shape[1]) + up @ down
        return whole

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names


@cache
def fine_tuning_fingerprint() -> str:
    """Return what tells one file of changes from another."""
    return hashlib.sha256(FINE_TUNED.read_bytes()).hexdigest()[:12]
