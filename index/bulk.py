"""Embed many passages with torch: the one module that loads it. Never imported on the way of a question."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch.nn import functional

from index.errors import ModelFault
from index.parts import Parts, Span, joined, segments, unit

Vector = NDArray[np.float32]
Progress = Callable[[int, int], None]

# Tokens of one forward pass: large enough for the matrix units, small enough for the caches (8192 take a third longer).
BATCH_TOKENS = 2048
ENCODE_BATCH = 32


class BulkEmbedder:
    """Embed with the embedded model's folder: batches of equal length, half precision where the CPU has it.

    The network is run from its weights: the import of transformers and sentence-transformers costs 14 s of processor
    time, which the re-index of a few documents would wait for.
    """

    def __init__(self, folder: Path, threads: int) -> None:
        if threads:
            torch.set_num_threads(threads)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._network = Network(folder, torch.bfloat16 if _fast_half_precision() else torch.float32)
        self._most = self._network.positions - 2
        names = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
        self._bos, self._eos, self._pad = (
            int(self._tokenizer.token_to_id(names[name]) or 0) for name in ("bos_token", "eos_token", "pad_token")
        )

    def embed(
        self, texts: Sequence[str], parts: Parts = (), progress: Progress | None = None
    ) -> tuple[Vector, list[Vector]]:
        """Return one row of unit length for each text, whatever its length, and one for each part of each."""
        numbers, places = self._tokens(texts, parts or [()] * len(texts))
        # A text longer than the model reads is the mean of its windows, as for a few texts.
        windows = [
            _Window(owner, start, tokens[start : start + self._most])
            for owner, tokens in enumerate(numbers)
            for start in range(0, max(1, len(tokens)), self._most)
        ]
        width = self._network.width
        sums = np.zeros((len(texts), width), np.float32)
        of_parts = [np.zeros((len(spans), width), np.float32) for spans in places]
        done = 0
        for batch in _batches([len(window.tokens) + 2 for window in windows]):
            for window, states in zip(
                [windows[i] for i in batch], self._states([windows[i] for i in batch]), strict=True
            ):
                sums[window.owner] += states.mean(axis=0) * max(1, len(window.tokens))
                _add_parts(of_parts[window.owner], places[window.owner], window, states[1:-1])
            done += len(batch)
            if progress:
                progress(min(done, len(texts)), len(texts))
        for row, told in zip(sums, of_parts, strict=True):
            told[~told.any(axis=1)] = row
        return unit(sums), [unit(told) for told in of_parts]

    def _tokens(self, texts: Sequence[str], parts: Parts) -> tuple[list[list[int]], list[list[Span]]]:
        """Return the tokens of each text, and where among them its parts stand."""
        cut = [segments(text, spans) for text, spans in zip(texts, parts, strict=True)]
        encoded = iter(self._tokenizer.encode_batch([one for text in cut for one in text], add_special_tokens=False))
        both = [joined([next(encoded).ids for _ in text]) for text in cut]
        return [numbers for numbers, _ in both], [places for _, places in both]

    def _states(self, windows: Sequence["_Window"]) -> list[Vector]:
        """Return the hidden states (tokens and the two marks, width) of each window."""
        longest = max(len(window.tokens) for window in windows) + 2
        tokens = torch.full((len(windows), longest), self._pad, dtype=torch.long)
        mask = torch.zeros((len(windows), longest), dtype=torch.bool)
        for row, window in enumerate(windows):
            tokens[row, : len(window.tokens) + 2] = torch.tensor([self._bos, *window.tokens, self._eos])
            mask[row, : len(window.tokens) + 2] = True
        with torch.inference_mode():
            states = self._network.hidden(tokens, mask).numpy()
        return [state[: len(window.tokens) + 2] for state, window in zip(states, windows, strict=True)]


@dataclass(frozen=True, slots=True)
class _Window:
    """Hold as much of a text as the model reads at once, and where in the text it begins, in tokens."""

    owner: int
    start: int
    tokens: list[int]


def _add_parts(sums: Vector, places: Sequence[Span], window: _Window, states: Vector) -> None:
    """Add the hidden states that a window holds of each part."""
    for row, (first, last) in enumerate(places):
        start, end = max(0, first - window.start), min(len(states), last - window.start)
        if start < end:
            sums[row] += states[start:end].sum(axis=0)


class Network:
    """Run a BERT encoder from the weights of a folder."""

    def __init__(self, folder: Path, precision: torch.dtype) -> None:
        shape = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.width = int(shape["hidden_size"])
        self.positions = int(shape["max_position_embeddings"])
        self._heads = int(shape["num_attention_heads"])
        self._epsilon = float(shape["layer_norm_eps"])
        self._precision = precision
        weights = load_file(folder / "model.safetensors")
        # The table of words is looked up, not multiplied: it stays as it is.
        self._words = weights["embeddings.word_embeddings.weight"]
        places = weights["embeddings.position_embeddings.weight"]
        self._places = places + weights["embeddings.token_type_embeddings.weight"][0]
        self._first_norm = weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"]
        self._layers = [self._layer(weights, f"encoder.layer.{i}.") for i in range(shape["num_hidden_layers"])]

    def hidden(self, tokens: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the last hidden state of every token."""
        rows, length = tokens.shape
        state = self._words[tokens] + self._places[:length]
        state = functional.layer_norm(state, (self.width,), *self._first_norm, self._epsilon).to(self._precision)
        # Without padding there is nothing to mask, and attention is faster.
        attended = None if bool(mask.all()) else mask[:, None, None, :]
        for layer in self._layers:
            parts = functional.linear(state, *layer["qkv"]).view(rows, length, 3, self._heads, -1)
            query, key, value = parts.permute(2, 0, 3, 1, 4)
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=attended)
            seen = functional.linear(seen.transpose(1, 2).reshape(rows, length, self.width), *layer["attention"])
            state = functional.layer_norm(state + seen, (self.width,), *layer["attention norm"], self._epsilon)
            inner = functional.gelu(functional.linear(state, *layer["inner"]))
            outer = functional.linear(inner, *layer["outer"])
            state = functional.layer_norm(state + outer, (self.width,), *layer["norm"], self._epsilon)
        return state.float()

    def _layer(self, weights: dict[str, torch.Tensor], prefix: str) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
        """Return weight and bias of each step of a layer; query, key and value in one matrix."""

        def step(*names: str) -> tuple[torch.Tensor, torch.Tensor]:
            both = (torch.cat([weights[f"{prefix}{name}.{kind}"] for name in names]) for kind in ("weight", "bias"))
            weight, bias = (tensor.to(self._precision) for tensor in both)
            return weight, bias

        return {
            "qkv": step(*(f"attention.self.{part}" for part in ("query", "key", "value"))),
            "attention": step("attention.output.dense"),
            "attention norm": step("attention.output.LayerNorm"),
            "inner": step("intermediate.dense"),
            "outer": step("output.dense"),
            "norm": step("output.LayerNorm"),
        }


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
    # Ten seconds of import: only who chose such a model pays for it.
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from transformers.utils import logging  # noqa: PLC0415

    # Its bars and load report would break into ours.
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
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
