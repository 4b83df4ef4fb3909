"""Write the embedded model out once as a sentence-transformers folder, as fine-tuned, for torch."""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.fine_tuning import FINE_TUNED, changed, fine_tuning_fingerprint, read_changes
from index.weights import PROMPTS, Shape, Weights, read_weights, weights_file, weights_fingerprint

# Raise it when the folder written from the same weights changes.
FOLDER_VERSION = 3
NAME = "e5-small"
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


def model_folder(models: Path) -> Path:
    """Return the folder of the embedded model, written out first where it is not there yet."""
    source = weights_file()
    folder = models / f"{NAME}-{weights_fingerprint(source)}-{fine_tuning_fingerprint()}-{FOLDER_VERSION}"
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
    for earlier in models.glob(f"{NAME}-*"):
        # Half a gigabyte that no index is made with any more.
        if earlier != folder:
            shutil.rmtree(earlier, ignore_errors=True)
    return folder


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
    shape, replaced = weights.shape, changed(weights, read_changes(FINE_TUNED))

    def tensor(name: str) -> NDArray[np.float32]:
        return replaced[name] if name in replaced else weights.tensor(name)

    sizes = {"hidden": shape.hidden, "inner": shape.inner}
    state = {
        "embeddings.word_embeddings.weight": tensor("emb.word").reshape(-1, shape.hidden),
        "embeddings.position_embeddings.weight": tensor("emb.pos").reshape(-1, shape.hidden),
        "embeddings.token_type_embeddings.weight": tensor("emb.type").reshape(-1, shape.hidden),
        "embeddings.LayerNorm.weight": tensor("emb.ln.w"),
        "embeddings.LayerNorm.bias": tensor("emb.ln.b"),
        # Not part of the embedding; there so that nothing of the network is left to chance.
        "pooler.dense.weight": np.zeros((shape.hidden, shape.hidden), np.float32),
        "pooler.dense.bias": np.zeros(shape.hidden, np.float32),
    }
    for layer in range(shape.layers):
        prefix = ENCODER.format(layer)
        for key, (name, rows, columns) in MATRICES.items():
            matrix = tensor(f"l{layer}.{key}w").reshape(sizes[rows], sizes[columns])
            state[f"{prefix}{name}.weight"] = matrix
            state[f"{prefix}{name}.bias"] = tensor(f"l{layer}.{key}b")
        for key, name in NORMS.items():
            state[f"{prefix}{name}.weight"] = tensor(f"l{layer}.{key}w")
            state[f"{prefix}{name}.bias"] = tensor(f"l{layer}.{key}b")
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
