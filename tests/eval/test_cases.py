"""Question files are checked in full before anything runs."""

import json
from pathlib import Path

import pytest

from eval.cases import KnownDocuments, choose, load, load_for
from eval.errors import BadQuestionFile

GOOD = {
    "id": "q1",
    "type": "fact-date",
    "question": "När beslutades taxan?",
    "answerable": True,
    "evidence": [{"document": "namnden/protokoll.pdf", "quote": "Taxan gäller från den 1 mars."}],
    "answer_contains": [["1 mars"]],
}
REFUSED = {"id": "q2", "type": "unanswerable", "subtype": "near-miss", "question": "Vem?", "answerable": False}


def write(folder: Path, *lines: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_good_file_is_read_in_order_with_unknown_keys_left_alone(tmp_path: Path) -> None:
    cases = load(write(tmp_path, {**GOOD, "note": "kept by the author"}, "", REFUSED))
    assert [case.id for case in cases] == ["q1", "q2"]
    assert cases[0].quotes == ("Taxan gäller från den 1 mars.",)
    assert cases[1].groups == ("unanswerable", "unanswerable/near-miss")


@pytest.mark.parametrize(
    ("lines", "line", "says"),
    [
        pytest.param((GOOD, '{"id": "q2", '), 2, "not JSON", id="broken line"),
        pytest.param((GOOD, "[1, 2]"), 2, "dictionary", id="not an object"),
        pytest.param((GOOD, GOOD), 2, "already used on line 1", id="duplicate id"),
        pytest.param(({**GOOD, "question": "  "},), 1, "question", id="empty question"),
        pytest.param(({**GOOD, "evidence": []},), 1, "needs evidence", id="answerable without evidence"),
        pytest.param(({**GOOD, "answerable": "ja"},), 1, "answerable", id="answerable is no boolean"),
        pytest.param(({**GOOD, "answerable": False},), 1, "neither evidence", id="unanswerable with evidence"),
        pytest.param(
            ({**GOOD, "evidence": [{"document": "a.pdf", "quote": ""}]},),
            1,
            "evidence.0.quote",
            id="draft not filled in",
        ),
        pytest.param(({**GOOD, "answer_contains": [[]]},), 1, "answer_contains.0", id="fact without a spelling"),
        pytest.param(("", "  "), None, "no questions", id="no questions"),
    ],
)
def test_wrong_file_is_refused_with_file_and_line(
    tmp_path: Path, lines: tuple[object, ...], line: int | None, says: str
) -> None:
    path = write(tmp_path, *lines)
    with pytest.raises(BadQuestionFile, match=says) as caught:
        load(path)
    assert caught.value.line == line
    assert str(path) in str(caught.value)


def test_missing_file_and_wrong_encoding_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadQuestionFile, match="cannot be opened"):
        load(tmp_path / "none.jsonl")
    path = tmp_path / "latin.jsonl"
    path.write_bytes(json.dumps(GOOD).encode() + b"\n" + "{å}".encode("latin-1"))
    with pytest.raises(BadQuestionFile, match="line 2: is not UTF-8"):
        load(path)


def test_unknown_document_is_refused_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, REFUSED, GOOD)
    assert len(load_for(path, ["arkiv/namnden/protokoll.pdf"])) == 2
    with pytest.raises(BadQuestionFile, match=r"line 2: question 'q1' names the document 'namnden/protokoll\.pdf'"):
        load_for(path, ["arkiv/annat-namnden/protokoll.pdf"])


def test_document_is_known_by_the_end_of_its_path_at_a_folder_boundary() -> None:
    known = KnownDocuments(["a/b/c.pdf"])
    assert "b/c.pdf" in known
    assert "a/b/c.pdf" in known
    assert "/c.pdf" not in known
    assert "x/b/c.pdf" not in known


def test_choice_by_ids_and_limit_keeps_the_order_of_the_file(tmp_path: Path) -> None:
    cases = load(write(tmp_path, GOOD, REFUSED, {**REFUSED, "id": "q3"}))
    ids = tmp_path / "quick.txt"
    ids.write_text("# the quick ones\nq3\nq1\n", encoding="utf-8")
    assert [case.id for case in choose(cases, ids=ids)] == ["q1", "q3"]
    assert [case.id for case in choose(cases, ids=ids, limit=1)] == ["q1"]
    ids.write_text("q9\n", encoding="utf-8")
    with pytest.raises(BadQuestionFile, match="no question 'q9'"):
        choose(cases, ids=ids)
