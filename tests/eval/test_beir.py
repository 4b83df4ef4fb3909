"""A BEIR folder is indexed as documents and measured without its unanswerable questions."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from eval.baselines import fused, stemmed_bm25
from eval.beir import MEASURES, Text, as_documents, copies, copies_once, figures, indexed, load, rank_all, table
from eval.errors import BadBenchmark
from index.manifest import current_generation
from index.settings import Settings
from ingest.documents import Block

TEXTS = {
    "t1": ("Torghandel", "Taxan för torghandel höjs.\nDen gäller från mars."),
    "t2": ("", "Skolbiblioteken får längre öppettider."),
    "t3": ("Vinterväghållning", "Gatorna plogas vid fem centimeter snö."),
}
QUERIES = {"q1": "Vad kostar torghandeln?", "q2": "När är skolbiblioteket öppet?", "q3": "Vem äger slottet?"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = [{"_id": name, "title": title, "text": text} for name, (title, text) in TEXTS.items()]
    queries = [{"_id": name, "text": text} for name, text in QUERIES.items()]
    (tmp_path / "corpus.jsonl").write_text("\n".join(json.dumps(row) for row in corpus), encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text("\n".join(json.dumps(row) for row in queries), encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text(
        "query-id\tcorpus-id\tscore\nq1\tt1\t1\nq2\tt2\t1\nq3\tt3\t0\n", encoding="utf-8"
    )
    return tmp_path


def silent(label: str, done: int, total: int) -> None:
    """Show nothing."""


def test_questions_without_a_relevant_text_are_left_out(folder: Path) -> None:
    benchmark = load(folder)
    assert list(benchmark.queries) == ["q1", "q2"]
    assert benchmark.unanswerable == 1


def test_text_becomes_a_document_of_a_heading_and_paragraphs(folder: Path) -> None:
    first, second, _ = as_documents(load(folder).texts)
    assert [passage.block for passage in first.passages] == [Block.HEADING, Block.PARAGRAPH, Block.PARAGRAPH]
    assert first.passages[1].heading_path == ("Torghandel",)
    assert len(second.passages) == 1
    for document in (first, second):
        assert all(document.text[p.start : p.end] == p.text for p in document.passages)


def test_measures_follow_the_ranks(folder: Path) -> None:
    benchmark = load(folder)
    answers: dict[str, Sequence[str]] = {QUERIES["q1"]: ["t1", "t2"], QUERIES["q2"]: ["t3", "t2"]}
    found = figures(benchmark, rank_all(benchmark, answers.__getitem__, "x", silent))
    assert found["R@1"].value == 0.5
    assert found["R@5"].value == 1.0
    assert found["RR@10"].value == 0.75
    assert found["nDCG@10"].value == pytest.approx((1 + 0.63093) / 2, abs=1e-5)


def test_copies_count_once_at_the_place_of_the_first(folder: Path) -> None:
    words = [f"ord{number}" for number in range(100)]
    texts = (Text("a", "", " ".join(words)), Text("b", "", " ".join(words[1:])), Text("c", "", " ".join(words[:50])))
    assert copies(texts) == {"a": "a", "b": "a", "c": "c"}
    benchmark = replace(load(folder), texts=texts, relevant={"q1": {"b": 1}, "q2": {"c": 1}})
    ranked = {"q1": {"a": 3.0, "b": 2.0, "c": 1.0}, "q2": {"a": 3.0, "b": 2.0, "c": 1.0}}
    assert figures(benchmark, ranked)["RR@10"].value == pytest.approx((1 / 2 + 1 / 3) / 2)
    assert figures(*copies_once(benchmark, ranked))["RR@10"].value == pytest.approx((1 + 1 / 2) / 2)


def test_texts_without_words_are_no_copies() -> None:
    assert copies((Text("a", "", "!"), Text("b", "", "?"))) == {"a": "a", "b": "b"}


def test_question_that_finds_nothing_counts_as_zero(folder: Path) -> None:
    benchmark = load(folder)
    found = figures(benchmark, rank_all(benchmark, lambda query: [], "x", silent))
    assert {found[name].value for name in MEASURES} == {0.0}
    assert "0.0000" in table({"nothing": found})


def test_plain_bm25_knows_swedish_inflection_and_fusion_joins(folder: Path) -> None:
    benchmark = load(folder)
    words = stemmed_bm25(benchmark.texts)
    assert words("skolbibliotekets tider") == ["t2"]
    assert words("xyzzy") == []
    joined = fused(words, lambda query: ["t3", "t1"])
    assert set(joined("torghandel")) == {"t1", "t3"}
    assert joined("torghandel")[0] == "t1"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("corpus.jsonl", '{"_id": "t1"}', "line 1: must be an object with _id, text", id="text missing"),
        pytest.param("queries.jsonl", "{", "line 1: is not JSON", id="broken line"),
        pytest.param("qrels.tsv", "q1\tt9\t1", "unknown question or text", id="unknown text"),
        pytest.param("qrels.tsv", "q1 t1 1", "parted by tabs", id="no tabs"),
        pytest.param("qrels.tsv", "q1\tt1\t0", "no text or no question", id="nothing relevant"),
    ],
)
def test_broken_folder_is_refused(folder: Path, name: str, content: str, says: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(BadBenchmark, match=says):
        load(folder)


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadBenchmark, match="Cannot read"):
        load(tmp_path)


@pytest.mark.slow
def test_kept_folder_is_built_anew_when_words_are_taken_apart_otherwise(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def generation() -> str:
        with indexed(load(folder), tmp_path / "kept", Settings(), lambda *_: None) as data:
            return current_generation(data)

    first = generation()
    assert generation() == first
    monkeypatch.setattr("index.manifest.words_fingerprint", lambda: "another analysis")
    assert generation() != first
