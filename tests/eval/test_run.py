"""A run keeps everything, repeats to the last digit, and goes on after an interruption."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.answers import Answer, Check, Citation, Claim, Provenance, Question, Status
from eval.cases import Case
from eval.errors import BadResults
from eval.plan import Plan
from eval.results import METRICS, RESULTS, read
from eval.run import JOURNAL, Asked, ask_case, rescore, run
from index.hits import Filters, Hit, Query, SearchResult
from index.settings import Settings
from ingest.documents import Block, Document, DocumentMetadata, Force, Kind, Passage

TEXT = "Nämnden beslutar att taxan för torghandel höjs till 1 450 kronor."
DOCUMENT = Document(
    DocumentMetadata("d1", "namnden/protokoll.txt", "Protokoll", Kind.PROTOKOLL, "hash"),
    TEXT,
    (Passage(1, TEXT, 0, len(TEXT), 1, Block.PARAGRAPH, Force.DECISION),),
)


class OneDocument:
    """Hold an index of one document."""

    def search(self, query: Query) -> SearchResult:
        """Return the one passage."""
        hit = Hit("c1", DOCUMENT.metadata, DOCUMENT.passages, TEXT, 1.0)
        return SearchResult((hit,), (), Filters(), 1, 0.9)

    def document(self, document_id: str, groups: frozenset[str]) -> Document:
        """Return the one document."""
        if document_id != "d1":
            raise KeyError(document_id)
        return DOCUMENT


class Scripted:
    """Answer everything with the one passage, and remember what was asked."""

    def __init__(self) -> None:
        self.index = OneDocument()
        self.asked: list[Question] = []
        self.fails: Callable[[str], Exception | None] = lambda text: None

    def ask(self, question: Question) -> Answer:
        """Return the passage."""
        self.asked.append(question)
        if error := self.fails(question.text):
            raise error
        citation = Citation(
            1, "d1", "namnden/protokoll.txt", "Protokoll", Kind.PROTOKOLL, ("TN 2025/14",), None, None, (), None, 1, 1,
            Force.DECISION, TEXT, 0, len(TEXT), TEXT, "/handling/d1#stycke-1",
        )  # fmt: skip
        return Answer(
            question.text, question.text, Status.ANSWERED, f"{TEXT} [1]", (Claim(TEXT, (1,), Check.VERBATIM),),
            (citation,), (), 1, Filters(), (), 0, 0.9, Provenance("g", "t", "extractive", "e"), {"retrieve": 1.0},
        )  # fmt: skip


def plan_for(cases: list[Case], **changes: Any) -> Plan:
    known: dict[str, Any] = {
        "cases": tuple(cases),
        "questions": Path("questions.jsonl"),
        "data": Path("data"),
        "settings": Settings(),
        "today": dt.date(2025, 6, 1),
        "manifest": {"generation": "g1"},
    }
    return Plan(**{**known, **changes})


def start(plan: Plan, out: Path, assistant: Asked, steps: list[tuple[int, int]] | None = None) -> tuple[Any, ...]:
    def advance(done: int, total: int) -> None:
        if steps is not None:
            steps.append((done, total))

    return run(plan, out, jobs=1, advance=advance, build=lambda data, settings: assistant)


def test_run_keeps_answers_hits_proof_and_what_was_measured(make: Any, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    start(plan_for([make.case(), make.case(id="q2")]), tmp_path, Scripted(), steps)
    assert steps == [(0, 2), (1, 2), (2, 2)]
    line = json.loads((tmp_path / RESULTS).read_text(encoding="utf-8").split("\n")[0])
    assert line["answer"]["provenance"]["answerer"] == "extractive"
    assert line["hits"][0]["document"] == "namnden/protokoll.txt"
    assert line["scores"]["strict_accuracy"] == 1.0
    assert line["scores"]["grounded"] == 1.0
    metrics = json.loads((tmp_path / METRICS).read_text(encoding="utf-8"))
    assert metrics["index"] == {"generation": "g1"}
    assert metrics["run"]["today"] == "2025-06-01"
    assert metrics["settings"]["search"] is not None
    assert metrics["versions"]["tantivy"]
    assert metrics["measures"]["all"]["coverage"]["value"] == 1.0
    assert metrics["timings"]["latency_ms"]["p95"]["questions"] == 2
    assert not (tmp_path / JOURNAL).exists()


def test_second_run_gives_the_same_figures(make: Any, tmp_path: Path) -> None:
    plan = plan_for([make.case(id=f"q{n}", answer_contains=[["1 450"], ["mars"]]) for n in range(5)])
    start(plan, tmp_path / "a", Scripted())
    start(plan, tmp_path / "b", Scripted())
    first, second = (json.loads((tmp_path / name / METRICS).read_text(encoding="utf-8")) for name in "ab")
    assert first.pop("timings") != {}
    second.pop("timings")
    assert first == second


def test_interrupted_run_goes_on_where_it_stopped(make: Any, tmp_path: Path) -> None:
    plan = plan_for([make.case(id=f"q{n}", question=f"Fråga {n}?") for n in range(4)])
    broken = Scripted()
    broken.fails = lambda text: KeyboardInterrupt() if text == "Fråga 2?" else None  # type: ignore[assignment,return-value]
    with pytest.raises(KeyboardInterrupt):
        start(plan, tmp_path, broken)
    with (tmp_path / JOURNAL).open("a", encoding="utf-8") as journal:
        journal.write('{"id": "q2", "half a li')
    again = Scripted()
    results = start(plan, tmp_path, again)
    assert [result.id for result in results] == ["q0", "q1", "q2", "q3"]
    # The first is asked once more to warm up.
    assert [question.text for question in again.asked] == ["Fråga 2?", "Fråga 2?", "Fråga 3?"]


def test_journal_of_another_index_is_not_used(make: Any, tmp_path: Path) -> None:
    cases = [make.case(id=f"q{n}", question=f"Fråga {n}?") for n in range(2)]
    broken = Scripted()
    broken.fails = lambda text: KeyboardInterrupt() if text == "Fråga 1?" else None  # type: ignore[assignment,return-value]
    with pytest.raises(KeyboardInterrupt):
        start(plan_for(cases), tmp_path, broken)
    again = Scripted()
    start(plan_for(cases, manifest={"generation": "g2"}), tmp_path, again)
    assert len(again.asked) == 3


def test_question_that_fails_is_kept_as_an_error_and_the_rest_goes_on(make: Any, tmp_path: Path) -> None:
    assistant = Scripted()
    assistant.fails = lambda text: ValueError("trasig") if text == "Trasig?" else None
    results = start(plan_for([make.case(id="q1", question="Trasig?"), make.case(id="q2")]), tmp_path, assistant)
    assert results[0].error == "ValueError: trasig"
    assert results[0].scores["coverage"] == 0.0
    assert results[1].error is None
    assert json.loads((tmp_path / METRICS).read_text(encoding="utf-8"))["errors"] == ["q1"]


def test_followup_is_asked_with_the_answers_to_the_earlier_questions(make: Any) -> None:
    assistant = Scripted()
    ask_case(assistant, make.case(history=["Vad kostar torghandel?", "Sedan när?"]), dt.date(2025, 6, 1))
    turns = assistant.asked[-1].history
    assert [turn.question for turn in turns] == ["Vad kostar torghandel?", "Sedan när?"]
    assert turns[0].document_ids == ("d1",)
    assert turns[0].case_numbers == ("TN 2025/14",)
    assert len(assistant.asked[1].history) == 1


def test_scoring_again_measures_the_stored_answers(make: Any, tmp_path: Path) -> None:
    start(plan_for([make.case()]), tmp_path, Scripted())
    path = tmp_path / RESULTS
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["case"]["answer_contains"] = [["något annat"]]
    path.write_text(json.dumps(stored), encoding="utf-8")
    folder, results = rescore(path)
    assert folder == tmp_path
    assert results[0].scores["fact_recall"] == 0.0
    assert read(tmp_path)[0].scores["fact_recall"] == 0.0
    metrics = json.loads((tmp_path / METRICS).read_text(encoding="utf-8"))
    assert metrics["measures"]["all"]["fact_recall"]["value"] == 0.0
    assert metrics["index"] == {"generation": "g1"}


def test_only_a_whole_run_can_be_scored(tmp_path: Path) -> None:
    (tmp_path / "baseline.jsonl").write_text("{}", encoding="utf-8")
    with pytest.raises(BadResults, match="only a whole run"):
        rescore(tmp_path / "baseline.jsonl")
    with pytest.raises(BadResults, match="eval run"):
        rescore(tmp_path / "nowhere")
