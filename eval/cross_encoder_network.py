"""The network of the cross-encoder as torch trains it; ``assistant.cross_encoder`` runs what was learned without torch."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from assistant.cross_encoder import HEAD
from eval.encoder_network import DROPPED, EncoderNetwork, Learned, halved
from index.fine_tuning import Matrix
from index.weights import Weights

INNER = 128


class Network(EncoderNetwork):
    """Score sequences of pieces, as ``assistant.cross_encoder`` does with what is learned here."""

    def __init__(self, weights: Weights, layers: int) -> None:
        super().__init__(weights, layers)
        self.inner, self.outer = nn.Linear(2 * weights.shape.hidden, INNER), nn.Linear(INNER, 1)

    def forward(self, sequences: Sequence[Sequence[int]]) -> Tensor:
        """Return the log odds of each sequence."""
        state, seen = self.hidden(sequences)
        mean = (state * seen[..., None]).sum(1) / seen.sum(1, keepdim=True)
        told = functional.dropout(torch.cat([state[:, 0], mean], 1), DROPPED, self.training)
        scores: Tensor = self.outer(functional.gelu(self.inner(told)))[:, 0]
        return scores

    def resume(self, learned: Mapping[str, Matrix]) -> None:
        """Go on from what was learned before."""
        super().resume(learned)
        for name in ("inner", "outer"):
            told = self.get_submodule(name)
            for end in ("weight", "bias"):
                told.get_parameter(end).data.copy_(torch.from_numpy(learned[f"{HEAD}{name}.{end[0]}"]))

    def learned(self) -> dict[str, Learned]:
        """Return all that was changed, by the names that ``assistant.cross_encoder`` reads."""
        found = super().learned()
        for name in ("inner", "outer"):
            told = self.get_submodule(name)
            found |= {f"{HEAD}{name}.{end[0]}": halved(told.get_parameter(end)) for end in ("weight", "bias")}
        return found
