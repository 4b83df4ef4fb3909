"""The network of the cross-encoder as torch trains it; ``assistant.cross_encoder`` runs what was learned without torch."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from assistant.cross_encoder import DOWN, HEAD, UP
from index.weights import Weights

RANK, INNER = 64, 128
DROPPED = 0.1
MATRICES = ("q", "k", "v", "ao", "fi", "fo")
NORMS = ("aln", "oln")


class Layer(nn.Module):
    """Run one layer of the encoder."""

    def __init__(self, weights: Weights, layer: int) -> None:
        super().__init__()
        self.heads = weights.shape.heads
        self.matrices = nn.ModuleDict({name: _linear(weights, f"l{layer}.{name}") for name in MATRICES})
        self.norms = nn.ModuleDict({name: _norm(weights, f"l{layer}.{name}") for name in NORMS})

    def forward(self, state: Tensor, seen: Tensor) -> Tensor:
        """Return the next state (texts, pieces, hidden); ``seen`` (texts, 1, 1, pieces) tells pieces from padding."""
        texts, pieces, hidden = state.shape
        query, key, value = (
            self.matrices[name](state).view(texts, pieces, self.heads, -1).transpose(1, 2) for name in ("q", "k", "v")
        )
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
        state = self.norms["aln"](state + self.matrices["ao"](attended.transpose(1, 2).reshape(texts, pieces, hidden)))
        changed: Tensor = self.norms["oln"](state + self.matrices["fo"](functional.gelu(self.matrices["fi"](state))))
        return changed


class Network(nn.Module):
    """Score sequences of pieces, as ``assistant.cross_encoder`` does with what is learned here."""

    def __init__(self, weights: Weights, layers: int) -> None:
        super().__init__()
        hidden = weights.shape.hidden
        self._weights = weights
        places = weights.tensor("emb.pos").reshape(-1, hidden) + weights.tensor("emb.type")[:hidden]
        self.register_buffer("places", torch.from_numpy(places))
        self.norm = _norm(weights, "emb.ln").requires_grad_(False)
        self.layers = nn.ModuleList(Layer(weights, layer) for layer in range(layers))
        self.inner, self.outer = nn.Linear(2 * hidden, INNER), nn.Linear(INNER, 1)

    def forward(self, sequences: Sequence[Sequence[int]]) -> Tensor:
        """Return the log odds of each sequence."""
        lengths = torch.tensor([len(one) for one in sequences])
        seen = torch.arange(int(lengths.max())) < lengths[:, None]
        state = torch.zeros(*seen.shape, self._weights.shape.hidden)
        for row, numbers in enumerate(sequences):
            words = torch.from_numpy(self._weights.words(numbers))
            state[row, : len(numbers)] = words + self.get_buffer("places")[: len(numbers)]
        state = functional.dropout(self.norm(state), DROPPED, self.training)
        for layer in self.layers:
            state = layer(state, seen[:, None, None, :])
        mean = (state * seen[..., None]).sum(1) / lengths[:, None]
        told = functional.dropout(torch.cat([state[:, 0], mean], 1), DROPPED, self.training)
        scores: Tensor = self.outer(functional.gelu(self.inner(told)))[:, 0]
        return scores

    def learned(self) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float16]]]:
        """Return all that was changed, by the names that ``assistant.cross_encoder`` reads."""
        found: dict[str, Tensor] = {}
        for number, layer in enumerate(self.layers):
            for name, linear in layer.get_submodule("matrices").named_children():
                prefix = f"l{number}.{name}."
                weight = linear.get_parameter("weight").detach()
                own = torch.from_numpy(self._weights.tensor(f"{prefix}w").reshape(weight.shape))
                found[f"{prefix}w{UP}"], found[f"{prefix}w{DOWN}"] = factors(weight - own)
                found[f"{prefix}b"] = linear.get_parameter("bias")
            for name, norm in layer.get_submodule("norms").named_children():
                found |= {f"l{number}.{name}.{end[0]}": norm.get_parameter(end) for end in ("weight", "bias")}
        for name in ("inner", "outer"):
            told = self.get_submodule(name)
            found |= {f"{HEAD}{name}.{end[0]}": told.get_parameter(end) for end in ("weight", "bias")}
        return {name: tensor.detach().numpy().astype(np.float16) for name, tensor in found.items()}


def factors(change: Tensor) -> tuple[Tensor, Tensor]:
    """Return the two matrices of rank ``RANK`` whose product is nearest to a change (Eckart and Young 1936)."""
    left, sizes, right = torch.linalg.svd(change, full_matrices=False)
    roots = sizes[:RANK].sqrt()
    return left[:, :RANK] * roots, roots[:, None] * right[:RANK]


def _linear(weights: Weights, name: str) -> nn.Linear:
    bias = torch.from_numpy(weights.tensor(f"{name}.b").copy())
    matrix = torch.from_numpy(weights.tensor(f"{name}.w").reshape(len(bias), -1).copy())
    linear = nn.Linear(matrix.shape[1], len(bias))
    linear.weight.data, linear.bias.data = matrix, bias
    return linear


def _norm(weights: Weights, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(weights.shape.hidden, eps=1e-12)
    norm.weight.data = torch.from_numpy(weights.tensor(f"{name}.w").copy())
    norm.bias.data = torch.from_numpy(weights.tensor(f"{name}.b").copy())
    return norm
