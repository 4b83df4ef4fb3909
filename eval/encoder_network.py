"""The embedded model's network as torch trains it; ``index.encoder`` runs what was learned without torch."""

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from index.fine_tuning import DOWN, UP, Matrix, changed
from index.weights import Weights

Learned = np.ndarray[tuple[int, ...], np.dtype[np.float16]]

RANK = 64
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
        # Written out, since torch's own attention takes twice the time of all the rest going back, on a processor.
        odds = query @ key.transpose(2, 3) * query.shape[-1] ** -0.5
        shares = functional.softmax(odds.float().masked_fill(~seen, -torch.inf), -1).to(value.dtype)
        attended = shares @ value
        state = self.norms["aln"](state + self.matrices["ao"](attended.transpose(1, 2).reshape(texts, pieces, hidden)))
        changed: Tensor = self.norms["oln"](state + self.matrices["fo"](functional.gelu(self.matrices["fi"](state))))
        return changed


class EncoderNetwork(nn.Module):
    """Run the first layers of the embedded model, and tell what training changed in them."""

    def __init__(self, weights: Weights, layers: int) -> None:
        super().__init__()
        hidden = weights.shape.hidden
        self._weights = weights
        places = weights.tensor("emb.pos").reshape(-1, hidden) + weights.tensor("emb.type")[:hidden]
        self.register_buffer("places", torch.from_numpy(places))
        self.norm = _norm(weights, "emb.ln").requires_grad_(False)
        self.layers = nn.ModuleList(Layer(weights, layer) for layer in range(layers))

    def hidden(self, sequences: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
        """Return the last hidden states (sequences, pieces, hidden), and which are pieces, not padding."""
        lengths = torch.tensor([len(one) for one in sequences])
        seen = torch.arange(int(lengths.max())) < lengths[:, None]
        state = torch.zeros(*seen.shape, self._weights.shape.hidden)
        for row, numbers in enumerate(sequences):
            words = torch.from_numpy(self._weights.words(numbers))
            state[row, : len(numbers)] = words + self.get_buffer("places")[: len(numbers)]
        state = functional.dropout(self.norm(state), DROPPED, self.training)
        for layer in self.layers:
            state = layer(state, seen[:, None, None, :])
        return state, seen

    def resume(self, learned: Mapping[str, Matrix]) -> None:
        """Go on from what was learned before, by the names of ``learned``; what is not among them stays as it is."""
        whole = changed(self._weights, learned)
        names = set(whole)
        for number, layer in enumerate(self.layers):
            for kind in ("matrices", "norms"):
                for name, part in layer.get_submodule(kind).named_children():
                    for end in ("weight", "bias"):
                        if (told_as := f"l{number}.{name}.{end[0]}") not in names:
                            continue
                        told = torch.from_numpy(whole[told_as].copy())
                        part.get_parameter(end).data.copy_(told.reshape(part.get_parameter(end).shape))

    def learned(self) -> dict[str, Learned]:
        """Return all that was changed, by the names that ``index.fine_tuning`` reads."""
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
        return {name: halved(tensor) for name, tensor in found.items()}


def learn(network: EncoderNetwork, losses: Iterable[float], steps: int, out: Path) -> None:
    """Go through the steps of a training, progress on stderr, and write what was learned."""
    started, recent = time.monotonic(), 0.0
    for step, loss in enumerate(losses, 1):
        recent = loss if step == 1 else 0.97 * recent + 0.03 * loss
        left = (time.monotonic() - started) / step * (steps - step) / 60
        sys.stderr.write(f"\r{step} of {steps} steps, loss {recent:.3f}, {left:.0f} minutes left ")
        sys.stderr.flush()
    sys.stderr.write("\n")
    np.savez_compressed(out, allow_pickle=False, **network.learned())


def halved(tensor: Tensor) -> Learned:
    """Return a tensor in half precision, as it is stored."""
    return tensor.detach().numpy().astype(np.float16)


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
