"""Answers marked as wrong become drafts that a person has to complete."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.answers import Answer, Check, Citation, Claim, Provenance, Status
from assistant.history import History
from eval.cases import load
from eval.errors import BadQuestionFile, EvaluationError
from eval.promote import append_drafts, draft, marked_wrong
from index.hits import Filters
from ingest.documents import Force, Kind

OWNER = "u1"


def answer(question: str) -> Answer:
    quote = "Taxan höjs till 1 450 kronor."
    citation = Citation(
        1, "d1", "namnden/protokoll.pdf", "Protokoll", Kind.PROTOKOLL, (), None, None, (), "§ 12", 7, 3, Force.DECISION,
        quote, 0, len(quote), quote, "/handling/d1#stycke-7",
    )  # fmt: skip
    return Answer(
        question=question,
        standalone_question=f"{question} (taxan)",
        status=Status.ANSWERED,
        answer=f"{quote} [1]",
        claims=(Claim(quote, (1,), Check.VERBATIM),),
        citations=(citation,),
        nearest=(),
        searched_documents=1,
        filters=Filters(),
        recognised=(),
        dropped_claims=0,
        confidence=0.9,
        provenance=Provenance("g", "2026-01-01", "extractive", "e"),
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    history = History(tmp_path)
    conversation = history.start(OWNER, "Taxan")
    for question, helpful in (("Hur mycket?", False), ("Vem beslutade?", True), ("När gäller den?", False)):
        position = history.add(conversation, OWNER, question, answer(question))
        history.judge(conversation, OWNER, position, helpful=helpful, reasons=("fel belopp",), comment="Se § 14.")
    return tmp_path


def test_only_answers_marked_wrong_are_promoted_with_what_was_shown(data: Path, tmp_path: Path) -> None:
    drafts = [draft(judged) for judged in marked_wrong(data)]
    assert [found["question"] for found in drafts] == ["Hur mycket? (taxan)", "När gäller den? (taxan)"]
    note: dict[str, Any] = drafts[0]["note"]
    assert (note["comment"], note["reasons"]) == ("Se § 14.", ["fel belopp"])
    assert note["shown"][0]["document"] == "namnden/protokoll.pdf"


def test_draft_is_refused_until_a_person_has_filled_it_in(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    append_drafts(path, [draft(judged) for judged in marked_wrong(data)])
    with pytest.raises(BadQuestionFile, match="line 1"):
        load(path)
    first = json.loads(path.read_text(encoding="utf-8").split("\n")[0])
    first |= {"type": "fact-number", "evidence": [{"document": "a.pdf", "quote": "1 450 kronor"}]}
    path.write_text(json.dumps(first), encoding="utf-8")
    assert load(path)[0].question == "Hur mycket? (taxan)"


def test_promoting_again_adds_nothing_and_keeps_what_people_wrote(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    path.write_text("{half a line", encoding="utf-8")
    drafts = [draft(judged) for judged in marked_wrong(data)]
    assert len(append_drafts(path, drafts)) == 2
    assert append_drafts(path, drafts) == []
    assert path.read_text(encoding="utf-8").startswith("{half a line\n")


def test_data_folder_without_conversations_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no conversations"):
        marked_wrong(tmp_path / "none")
