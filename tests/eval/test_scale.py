"""Test the measurements of scale on a small collection: they must count right and fail where they should."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from eval.commands import app
from eval.errors import BadBenchmark
from eval.growth import grow_vectors, grow_words
from eval.scale import RandomVectors, build, records, search, write_files
from index.embedding import open_embedder
from index.hits import Mode
from index.settings import Settings

TOPICS = ("torghandel", "snöröjning", "skolskjuts", "bibliotek", "simhall", "belysning", "gångväg")


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    path = tmp_path / "collection.jsonl.gz"
    lines = [
        {
            "id": f"d{number}",
            "date": f"20{10 + number}-03-0{number + 1}",
            "title": f"Fråga om {topic}",
            "text": f"Kommunen svarar att {topic} ska ses över under året. Kostnaden är {number + 1} miljoner kronor.",
        }
        for number, topic in enumerate(TOPICS)
    ]
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(line) + "\n" for line in lines)
    return path


def test_records_are_read_and_limited(collection: Path) -> None:
    assert [record.id for record in records(collection)] == [f"d{n}" for n in range(len(TOPICS))]
    assert len(list(records(collection, 2))) == 2


def test_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text('{"id": "a", "date": "igår", "title": "", "text": ""}\n', encoding="utf-8")
    with pytest.raises(BadBenchmark, match="line 1"):
        list(records(path))


def test_files_carry_title_and_date_in_their_table(collection: Path, tmp_path: Path) -> None:
    write_files(list(records(collection)), tmp_path / "out")
    table = (tmp_path / "out" / "2012" / "metadata.csv").read_text(encoding="utf-8")
    assert "d2.txt,Fråga om skolskjuts,2012-03-03" in table


def test_random_vectors_are_the_same_for_the_same_text(tmp_path: Path) -> None:
    made = RandomVectors(open_embedder(Settings().embedding, tmp_path))
    rows = made.passages(["a", "b", "a"])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1)
    assert (rows[0] == rows[2]).all()
    assert abs(float(rows[0] @ rows[1])) < 0.5


@pytest.mark.slow
def test_build_and_search_count_what_they_did(collection: Path, tmp_path: Path) -> None:
    documents = list(records(collection))
    figures = build(documents, tmp_path / "run", Settings(), lambda *_: None, real_vectors=False)
    assert figures.documents == len(TOPICS) - 1
    assert figures.chunks >= len(TOPICS) - 1
    assert {"read", "words", "store", "verify"} <= figures.stages.keys()
    assert figures.seconds_for_one_more > 0
    found = search(documents, tmp_path / "run", Settings(), Mode.WORDS, 2)
    assert [one.name for one in found] == ["words, every document", "words, one year"]
    assert all(0 < one.p50 <= one.p95 for one in found)


def test_engines_grow_to_the_sizes_asked_for(tmp_path: Path) -> None:
    words = list(grow_words(tmp_path, ["Nämnden köper en ny bokbuss till biblioteket."], (20, 60), lambda *_: None))
    vectors = list(grow_vectors(tmp_path, 16, (20, 60), lambda *_: None))
    assert [one.passages for one in words] == [one.passages for one in vectors] == [20, 60]
    assert all(one.added_per_second > 0 and one.p50 > 0 for one in (*words, *vectors))


@pytest.mark.slow
def test_command_prints_a_line_of_json_for_each_figure(collection: Path) -> None:
    result = CliRunner().invoke(app, ["scale", str(collection), "--questions", "1", "--plain", "2", "--growth", "40"])
    assert result.exit_code == 0, result.output
    figures = [json.loads(line) for line in result.stdout.splitlines()]
    assert [next(iter(figure)) for figure in figures] == [
        "build", *["search"] * 4, "embedding", "ingestion", *["growth"] * 6
    ]  # fmt: skip
    embedding = figures[5]["embedding"]
    assert embedding["least_cosine"] > 0.99


def test_command_refuses_a_collection_of_one(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text('{"id": "a", "date": "2020-01-01", "title": "t", "text": "x"}\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["scale", str(path)])
    assert isinstance(result.exception, BadBenchmark)
