"""Conversations: kept for their owner, found again, removed when asked or when old."""

import datetime as dt
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answers import Answer, Check, Citation, Claim, Provenance, Status
from assistant.history import FILE_NAME, History, answer_from_json
from index.hits import Effect, Filters, Recognised
from ingest.documents import Force, Kind

CITATION = Citation(
    number=1, document_id="a1", document="mapp/protokoll.pdf", title="Protokoll", kind=Kind.PROTOKOLL,
    case_numbers=("BN 2026/17",), board="Brunnsnämnden", date=dt.date(2026, 3, 2), section=("Brunnen",),
    section_sign="§ 12", paragraph=4, page=2, force=Force.DECISION, quote="bygga en brunn", start=5, end=19,
    passage="att bygga en brunn", url="/handling/a1#stycke-4", low_confidence=0.71,
)  # fmt: skip
ANSWER = Answer(
    question="Vad beslutades?",
    standalone_question="Vad beslutades om brunnen?",
    status=Status.ANSWERED,
    answer="- bygga en brunn [1]",
    claims=(Claim("bygga en brunn", (1,), Check.VERBATIM),),
    citations=(CITATION,),
    nearest=(),
    searched_documents=3,
    filters=Filters(boards=("Brunnsnämnden",), kinds=(Kind.PROTOKOLL,), date_from=dt.date(2026, 1, 1)),
    recognised=(Recognised("board", "Brunnsnämnden", "brunnsnämnden", 0, 0, Effect.FILTER),),
    dropped_claims=0,
    confidence=0.9,
    provenance=Provenance("g1", "2026-05-01T00:00:00+00:00", "extractive", "e"),
    timings_ms={"retrieve": 3.0},
    suggestions=("Vad hände sedan?",),
)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path)


@pytest.fixture
def conversation(history: History) -> str:
    identifier = history.start("anna", "Brunnen på torget")
    history.add(identifier, "anna", "Vad beslutades?", ANSWER)
    return identifier


def test_an_answer_survives_storage_whole() -> None:
    assert answer_from_json(ANSWER.as_json()) == ANSWER


def test_a_conversation_survives_a_restart(conversation: str, tmp_path: Path) -> None:
    (exchange,) = History(tmp_path).exchanges(conversation, "anna")
    assert (exchange.position, exchange.question, exchange.answer) == (1, "Vad beslutades?", ANSWER)


@pytest.mark.parametrize("owner", ["bertil", ""], ids=["another", "nobody"])
def test_a_conversation_is_closed_to_others(history: History, conversation: str, owner: str) -> None:
    with pytest.raises(KeyError):
        history.exchanges(conversation, owner)
    with pytest.raises(KeyError):
        history.delete(conversation, owner)
    with pytest.raises(KeyError):
        history.rename(conversation, owner, "Mitt")
    with pytest.raises(KeyError):
        history.judge(conversation, owner, 1, helpful=True, reasons=(), comment="")
    assert history.conversations(owner) == ()


@pytest.mark.parametrize(
    ("words", "count"),
    [("torget", 1), ("BYGGA", 1), ("beslutades", 1), ("bibliotek", 0), ("100%", 0), ("b_gga", 0), ("", 1)],
)
def test_search_reads_titles_questions_and_answers(history: History, conversation: str, words: str, count: int) -> None:
    # "%" and "_" are words here, not patterns.
    assert len(history.conversations("anna", words)) == count


def test_rename_and_delete(history: History, conversation: str) -> None:
    history.rename(conversation, "anna", "  Nytt \n namn ")
    assert history.conversations("anna")[0].title == "Nytt namn"
    history.delete(conversation, "anna")
    assert history.conversations("anna") == ()


def test_a_question_asked_again_takes_the_place_of_the_old(history: History, conversation: str) -> None:
    history.cut(conversation, "anna", 1)
    assert history.add(conversation, "anna", "Vad beslutades?", replace(ANSWER, answer="nytt")) == 1
    assert [each.answer.answer for each in history.exchanges(conversation, "anna")] == ["nytt"]


def test_feedback_outlives_its_conversation_and_is_replaced_by_a_later_word(
    history: History, conversation: str
) -> None:
    history.judge(conversation, "anna", 1, helpful=True, reasons=(), comment="")
    history.judge(conversation, "anna", 1, helpful=False, reasons=("Fel källa",), comment="Se § 13")
    history.delete(conversation, "anna")
    (feedback,) = history.feedback()
    assert (feedback.helpful, feedback.reasons, feedback.comment) == (False, ("Fel källa",), "Se § 13")
    assert feedback.answer == ANSWER


def test_old_conversations_are_forgotten(history: History, conversation: str, tmp_path: Path) -> None:
    history.start("anna", "Ny")
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute(
            "UPDATE conversations SET changed = '2020-01-01T00:00:00+00:00' WHERE id = ?", (conversation,)
        )
    connection.close()
    assert history.forget_older_than(30) == 1
    assert [each.title for each in history.conversations("anna")] == ["Ny"]


def test_usage_counts_without_content(history: History, conversation: str) -> None:
    history.judge(conversation, "anna", 1, helpful=True, reasons=(), comment="")
    usage = history.usage()
    assert (usage.conversations, usage.questions, usage.answered, usage.helpful) == (1, 1, 1, 1)


def test_many_who_write_at_once_wait_for_their_turn(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    # So short that nobody gets in by trying again.
    monkeypatch.setattr("assistant.history.BUSY_MILLISECONDS", 1)

    def write(number: int) -> int:
        identifier = history.start(f"owner {number}", "Brunnen")
        return sum(history.add(identifier, f"owner {number}", "Vad beslutades?", ANSWER) for _ in range(3))

    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(write, range(32))) == [6] * 32
