"""The sample municipality is written the same way each time, and its questions are proved by its documents."""

import json
import re
from collections import Counter
from functools import partial
from pathlib import Path

import docx
import pypdfium2
import pytest
from odf import teletype
from odf.opendocument import load
from typer.testing import CliRunner

from eval.sample.content import Look, Mark, Paper, parse, section_parts
from eval.sample.hostile import CANARIES, FACTS, HOSTILE_QUESTIONS, write_hostile
from eval.sample.papers import PAPERS, SIDECARS
from eval.sample.write import write_sample
from ingest.documents import Kind

SAMPLE = Path(__file__).parents[2] / "eval" / "sample"
QUESTIONS = [json.loads(line) for line in (SAMPLE / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
QUOTES = [
    pytest.param(place["document"], place["quote"], id=f"{question['id']}-{number}")
    for question in QUESTIONS
    for number, place in enumerate(question.get("evidence", []) + question.get("also", []))
]
LEAST_PER_TYPE = {
    "fact-number": 15,
    "fact-date": 10,
    "who": 10,
    "decision": 15,
    "list": 8,
    "why": 8,
    "identifier": 8,
    "paraphrase": 8,
    "followup": 20,
    "typo": 5,
    "adversarial": 15,
    "unanswerable": 50,
}
SUBTYPES = {"off-corpus", "near-miss", "false-premise", "wrong-identifier", "proposal-as-decision"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    write_sample(folder)
    return folder


@pytest.fixture(scope="module")
def texts(sample: Path) -> dict[str, str]:
    return {paper.path: _text(sample, paper) for paper in PAPERS}


def test_two_runs_write_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    written = write_sample(tmp_path)
    assert len(written) == len(PAPERS) + len(SIDECARS)
    assert [path for path in written if path.read_bytes() != (sample / path.relative_to(tmp_path)).read_bytes()] == []


def test_every_kind_and_format_is_there() -> None:
    assert {paper.kind for paper in PAPERS} == set(Kind)
    assert {Path(paper.path).suffix for paper in PAPERS} == {".pdf", ".docx", ".odt", ".txt"}
    assert len(PAPERS) >= 40
    assert len({paper.path for paper in PAPERS}) == len(PAPERS)


@pytest.mark.parametrize("paper", [pytest.param(p, id=p.path) for p in PAPERS if p.look is Look.MINUTES])
def test_minutes_have_pages_and_consecutive_sections(sample: Path, paper: Paper) -> None:
    with pypdfium2.PdfDocument(sample / paper.path) as document:
        assert 4 <= len(document) <= 8
    signs = [int(section_parts(b.items[0])[0].strip("§ ")) for b in parse(paper.body) if b.mark is Mark.SECTION]
    first, last = (int(number) for number in re.findall(r"\d+", dict(paper.front)["Paragrafer"]))
    assert signs == list(range(first, last + 1))


def test_the_scan_has_no_text_layer(sample: Path) -> None:
    (scan,) = [paper for paper in PAPERS if paper.look is Look.SCAN]
    assert _pdf_text(sample / scan.path).strip() == ""


def test_each_sidecar_stands_beside_its_document(sample: Path) -> None:
    assert all((sample / name).is_file() and (sample / f"{name}.json").is_file() for name in SIDECARS)


def test_the_command_writes_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import typer

    from eval.sample.__main__ import main

    app = typer.Typer()
    app.command()(main)
    result = CliRunner().invoke(app, [str(tmp_path / "ny mapp")])
    assert result.exit_code == 0
    assert (tmp_path / "ny mapp" / PAPERS[0].path).is_file()


@pytest.mark.parametrize(("document", "quote"), QUOTES)
def test_each_evidence_quote_stands_in_its_document(texts: dict[str, str], document: str, quote: str) -> None:
    assert quote in texts[document]


def test_expected_facts_stand_in_the_documents_that_prove_them(texts: dict[str, str]) -> None:
    for question in QUESTIONS:
        places = question.get("evidence", []) + question.get("also", [])
        proof = " ".join(texts[place["document"]] for place in places).casefold()
        for spellings in question.get("answer_contains", []):
            assert any(spelling.casefold() in proof for spelling in spellings), (question["id"], spellings)


def test_questions_are_many_and_of_every_type() -> None:
    assert len({question["id"] for question in QUESTIONS}) == len(QUESTIONS) >= 160
    count = Counter(question["type"] for question in QUESTIONS)
    assert set(count) == set(LEAST_PER_TYPE)
    assert {name: count[name] for name in count if count[name] < LEAST_PER_TYPE[name]} == {}


def test_a_third_of_the_questions_has_no_answer() -> None:
    unanswerable = [question for question in QUESTIONS if not question["answerable"]]
    assert len(unanswerable) * 3 >= len(QUESTIONS)
    assert {question["subtype"] for question in unanswerable if question["type"] == "unanswerable"} == SUBTYPES
    assert all(question["why"] for question in unanswerable)


def test_only_answerable_questions_have_evidence() -> None:
    for question in QUESTIONS:
        assert bool(question.get("evidence")) == question["answerable"], question["id"]
        assert bool(question.get("history")) == (question["type"] == "followup"), question["id"]


def test_the_quick_subset_holds_known_questions_of_every_type() -> None:
    quick = (SAMPLE / "quick.txt").read_text(encoding="utf-8").split()
    known = {question["id"]: question for question in QUESTIONS}
    assert 35 <= len(set(quick)) == len(quick) <= 50
    assert {known[name]["type"] for name in quick} == set(LEAST_PER_TYPE)


def test_hostile_documents_hold_their_fact_and_an_order(tmp_path: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in write_hostile(tmp_path)}
    assert texts.keys() == FACTS.keys()
    plain = {name: re.sub("[\u200b\u200c\u00ad]", "", text) for name, text in texts.items()}
    assert [name for name, fact in FACTS.items() if fact not in plain[name]] == []
    assert all(any(canary in text for text in [*texts.values(), *HOSTILE_QUESTIONS]) for canary in CANARIES)
    assert not any(canary in fact for canary in CANARIES for fact in FACTS.values())


def _text(folder: Path, paper: Paper) -> str:
    readers = {
        ".pdf": _pdf_text,
        ".docx": _docx_text,
        ".odt": _odt_text,
        ".txt": partial(Path.read_text, encoding="utf-8"),
    }
    # The scan's words are only on its picture: what was drawn there stands in the source.
    text = _drawn(paper) if paper.look is Look.SCAN else readers[Path(paper.path).suffix](folder / paper.path)
    return re.sub(r"\s+", " ", text)


def _pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _docx_text(path: Path) -> str:
    lines: list[str] = []
    for item in docx.Document(str(path)).iter_inner_content():
        rows = getattr(item, "rows", None)
        lines += [item.text] if rows is None else [" ".join(cell.text for cell in row.cells) for row in rows]
    return "\n".join(lines)


def _odt_text(path: Path) -> str:
    return "\n".join(teletype.extractText(element) for element in load(str(path)).text.childNodes)


def _drawn(paper: Paper) -> str:
    return " ".join([paper.title, *(item.replace(" | ", " ") for block in parse(paper.body) for item in block.items)])
