"""Leaving out a part of the search is measured against the whole, question by question."""

import json
from pathlib import Path

import pytest

from eval.ablate import Row, ablate, table
from eval.beir import indexed, load
from index.hits import Mode, Part, Query
from index.reader import CaseIndex
from index.settings import Settings

TEXTS = {
    "t1": "Nämnden avslår ansökan om torghandel.",
    "t2": "Skolbiblioteket får längre öppettider.",
    "t3": "Gatorna plogas vid fem centimeter snö.",
}
QUERIES = {"q1": "Avslogs ansökningen om torghandeln?", "q2": "När är skolbiblioteket öppet?"}


def silent(label: str, done: int, total: int) -> None:
    """Show nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    beir = tmp_path_factory.mktemp("beir")
    for name, rows in (("corpus", TEXTS), ("queries", QUERIES)):
        lines = [json.dumps({"_id": key, "title": "", "text": text}) for key, text in rows.items()]
        (beir / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (beir / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tt1\t1\nq2\tt2\t1\n", encoding="utf-8")
    return beir


@pytest.fixture(scope="module")
def data(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with indexed(load(folder), tmp_path_factory.mktemp("data"), Settings(), silent) as data:
        return data


@pytest.mark.slow
def test_each_part_is_measured_against_the_whole(folder: Path, data: Path) -> None:
    whole, without = ablate(folder, data, Settings(), [Part.VECTORS], silent)
    assert (whole.without, whole.change) == ("", {})
    assert without.without == "vectors"
    for name, figure in without.figures.items():
        assert without.change[name].value == pytest.approx((figure.value or 0) - (whole.figures[name].value or 0))


def test_every_second_question_is_asked(folder: Path, data: Path) -> None:
    (whole,) = ablate(folder, data, Settings(), [], silent, every=2)
    assert whole.figures["nDCG@10"].questions == 1


def test_question_file_is_measured_by_its_evidence(tmp_path: Path, data: Path) -> None:
    index = CaseIndex.open(data, Settings())
    sources = {found.metadata.source: index.document(found.metadata.id) for found in index.documents()}
    source = next(name for name, document in sources.items() if "torghandel" in document.text)
    rows = [
        {
            "id": "q1",
            "type": "decision",
            "question": QUERIES["q1"],
            "answerable": True,
            "evidence": [{"document": source, "quote": TEXTS["t1"]}],
        },
        {"id": "q2", "type": "unanswerable", "question": "Vem äger slottet?", "answerable": False},
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    (whole,) = ablate(path, data, Settings(), [], silent)
    assert {name: figure.value for name, figure in whole.figures.items()} == {
        "evidence_recall@1": 1.0,
        "evidence_recall@10": 1.0,
        "ndcg@10": 1.0,
    }
    assert whole.figures["ndcg@10"].questions == 1


@pytest.mark.parametrize("part", list(Part))
def test_every_part_can_be_left_out(data: Path, part: Part) -> None:
    index = CaseIndex.open(data, Settings())
    hits = index.search(Query(QUERIES["q1"], without=frozenset({part}))).hits
    assert "torghandel" in hits[0].text


def test_what_is_left_out_leaves_no_trace_in_the_score(data: Path) -> None:
    index = CaseIndex.open(data, Settings())
    words = index.search(Query(QUERIES["q1"], mode=Mode.WORDS)).hits
    without = index.search(Query(QUERIES["q1"], without=frozenset({Part.VECTORS}))).hits
    assert [(hit.chunk_id, hit.score) for hit in without] == [(hit.chunk_id, hit.score) for hit in words]
    whole = index.search(Query(QUERIES["q1"])).hits
    grams = index.search(Query(QUERIES["q1"], without=frozenset({Part.GRAMS}))).hits
    assert dict(grams[0].parts)["words"] < dict(whole[0].parts)["words"]


def test_table_has_a_line_for_each_part(folder: Path, data: Path) -> None:
    lines = table(ablate(folder, data, Settings(), [Part.GRAMS, Part.READING], silent)).split("\n")
    assert [line.split()[0] for line in lines] == ["without", "(all", "grams", "reading"]
    assert all(isinstance(row, Row) for row in ablate(folder, data, Settings(), [], silent))
