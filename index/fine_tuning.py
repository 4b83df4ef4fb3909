"""Apply what fine-tuning changed in the embedded model: low-rank changes (LoRA, Hu et al. 2021), biases and norms.

`fine_tuned.npz` holds the changes alone; `eval/train_embedding.py` makes it, docs/retrieval.md tells from what and what it
is worth. The trained cross-encoder of the answers is stored in the same way.
"""

import hashlib
from collections.abc import Mapping
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


def changed(weights: Weights, trained: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Return the tensors of a network that were changed: matrices with their low-rank change added, biases, norms."""
    found = {}
    for name, tensor in trained.items():
        if name.endswith(DOWN):
            continue
        matrix = name.removesuffix(UP)
        if matrix == name:
            found[name] = tensor
        else:
            down = trained[matrix + DOWN]
            found[matrix] = weights.tensor(matrix).reshape(len(tensor), down.shape[1]) + tensor @ down
    return found


@cache
def fine_tuning_fingerprint() -> str:
    """Return what tells one file of changes from another."""
    return hashlib.sha256(FINE_TUNED.read_bytes()).hexdigest()[:12]
