"""The whole way from a question to a proved answer, over a real index."""

import json
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema
import pytest

from assistant import patience, texts
from assistant.answers import Answer, Claim, Question, Status, Turn
from assistant.errors import BadQuestion
from assistant.extract import ExtractiveAnswerer
from assistant.factory import build_assistant
from assistant.service import Assistant, Considered
from assistant.settings import QUESTIONS_AT_ONCE
from index.settings import Settings

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "answer.schema.json").read_text(encoding="utf-8"))
QUESTIONS = [
    "Vad kostar den nya gångbron över Lillån?",
    "Vad beslutade tekniska nämnden om gångbron över Lillån?",
    "Vem är handläggare för gångbron?",
    "Vad handlar ärende TN 2025/14 om?",
    "Vad hände sedan i ärende TN 2025/14?",
    "Hur många gungor har lekplatsen vid Almvägen?",
    "Vem är borgmästare i Paris?",
    "Vem är handläggare i ärende TN 2025/99?",
    "<b>Vad</b> kostar **bron** över [Lillån](http://x)? $1$",
    "?!a",
]


@pytest.fixture(scope="module")
def assistant(town: Path) -> Assistant:
    return build_assistant(town, Settings())


def ask(assistant: Assistant, text: str, *history: str) -> Answer:
    """Return the answer to a question after earlier ones."""
    return assistant.ask(Question(text, tuple(Turn(one) for one in history)))


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_answer_fits_the_schema_and_every_quote_its_place(assistant: Assistant, text: str) -> None:
    answer = ask(assistant, text)
    jsonschema.validate(answer.as_json(), SCHEMA)
    for citation in (*answer.citations, *answer.nearest):
        document = assistant.index.document(citation.document_id)
        assert document.text[citation.start : citation.end] == citation.quote
    assert (answer.status is Status.NOT_FOUND) == (not answer.claims)


def test_a_fact_is_answered_with_its_sentence(assistant: Assistant) -> None:
    answer = ask(assistant, "Vad kostar den nya gångbron över Lillån?")
    assert answer.status is Status.ANSWERED
    assert "6,2 miljoner kronor" in answer.answer
    assert "[1]" in answer.answer


def test_a_decision_is_told_from_its_proposal(assistant: Assistant) -> None:
    answer = ask(assistant, "Vad beslutade tekniska nämnden om gångbron över Lillån?")
    assert "5,9 mnkr" in answer.answer
    assert "6,2" not in answer.answer


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Vem är handläggare i ärende TN 2025/99?", "TN 2025/99"),
        ("Vem är borgmästare i Paris?", "Paris"),
        ("Vad beslutade hamnnämnden om gångbron?", "hamnnämnden"),
        ("Varför avslog tekniska nämnden gångbron över Lillån?", "avslog"),
        ("Vad kostar gångbron över Lillån med 470 lampor?", "470"),
    ],
)
def test_what_the_documents_do_not_know_is_refused_and_named(assistant: Assistant, text: str, named: str) -> None:
    answer = ask(assistant, text)
    assert answer.status is Status.NOT_FOUND
    assert named in answer.answer


def test_a_greeting_is_not_searched_for_and_shows_no_passages(assistant: Assistant) -> None:
    answer = ask(assistant, "Tack för hjälpen!", "Vad kostar den nya gångbron över Lillån?")
    assert (answer.answer, answer.nearest, answer.suggestions) == (texts.GREETING, (), ())


@pytest.mark.parametrize(
    "text",
    ["Vad beslutades i Tn § 22?", "TN §22", "Vad beslutade tn i § 22?", "Vad beslutades i § 22 den 8 april 2025?"],
)
def test_a_section_is_answered_by_the_initials_of_its_body(assistant: Assistant, text: str) -> None:
    answer = ask(assistant, text)
    assert answer.status is Status.ANSWERED
    assert "5,9 mnkr" in answer.answer


@pytest.mark.parametrize(
    "text",
    ["Vad beslutade gatunämnden om gångbron över Lillån?", "Vad blev gatunämndens beslut om gångbron över Lillån?"],
)
def test_a_body_is_known_by_what_people_call_it(assistant: Assistant, text: str) -> None:
    answer = ask(assistant, text)
    assert answer.status is Status.ANSWERED
    assert "Tekniska nämnden" in answer.answer


def test_a_case_is_answered_without_letters_or_label_and_refused_where_nobody_knows_it(assistant: Assistant) -> None:
    for text in ("Vad gäller ärende 2025/14?", "Vad handlar 2025/014 om?", "Sammanfatta ärende 2025/00014"):
        assert ask(assistant, text).status is Status.ANSWERED
    for text in ("Vad gäller ärende 2025/9914?", "Vad handlar 2025/9914 om?"):
        assert "2025/9914" in ask(assistant, text).answer
        assert ask(assistant, text).status is Status.NOT_FOUND


def test_a_refusal_does_not_deny_a_number_that_the_nearest_words_hold(assistant: Assistant) -> None:
    answer = ask(assistant, "Hur många bänkar har lekplatsen vid Almvägen?")
    assert answer.status is Status.NOT_FOUND
    assert "inget belopp eller antal" not in answer.answer
    assert texts.UNSURE in answer.answer


def test_a_refusal_shows_first_the_sentence_that_it_was_not_sure_of(assistant: Assistant) -> None:
    answer = ask(assistant, "Hur många bänkar har lekplatsen vid Almvägen?")
    assert answer.status is Status.NOT_FOUND
    nearest = answer.nearest[0]
    assert "Almvägen" in nearest.passage
    assert len(nearest.quote) < len(nearest.passage)
    assert [one.number for one in answer.nearest] == list(range(1, len(answer.nearest) + 1))


def test_a_refusal_does_not_deny_a_name_that_the_papers_it_names_hold(assistant: Assistant) -> None:
    answer = ask(assistant, "Vad beslutade tekniska nämnden om gångbron över Lillån åt Petra Sandin?")
    assert answer.status is Status.NOT_FOUND
    assert "tjansteskrivelse.txt" in {citation.document for citation in answer.nearest}
    assert "Sandin" not in answer.answer


def test_a_follow_up_is_answered_from_its_case(assistant: Assistant) -> None:
    answer = ask(assistant, "Och när ska den vara klar?", "Vad kostar den nya gångbron över Lillån?")
    assert "14 november 2026" in answer.answer
    assert "gångbron över Lillån" in answer.standalone_question


def test_claims_are_heard_as_they_are_proved(assistant: Assistant) -> None:
    heard: list[Claim] = []
    answer = assistant.ask(Question("Vad kostar den nya gångbron?"), on_claim=lambda claim, _: heard.append(claim))
    assert tuple(heard) == answer.claims


def test_an_instruction_in_a_document_changes_nothing(assistant: Assistant) -> None:
    answer = ask(assistant, "Hur många gungor har lekplatsen vid Almvägen?")
    assert "tre gungor" in answer.answer
    assert "99" not in answer.answer


@pytest.mark.parametrize(("text", "word"), [("", "tom"), ("  \n ", "tom"), ("???", "tom"), ("a" * 20_000, "20000")])
def test_a_question_that_cannot_be_asked_is_refused_in_swedish(assistant: Assistant, text: str, word: str) -> None:
    with pytest.raises(BadQuestion, match=word):
        ask(assistant, text)


@pytest.mark.slow
def test_asking_loads_no_heavy_library(town: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from assistant.factory import build_assistant;"
        "from assistant.answers import Question; from index.settings import Settings;"
        f"build_assistant(Path({str(town)!r}), Settings()).ask(Question('Vad kostar bron?'));"
        "print([name for name in ('torch', 'sentence_transformers', 'llama_index') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"


class Watched(Assistant):
    """Note how many questions are thought about at the same time, and in all."""

    def __init__(self, assistant: Assistant) -> None:
        super().__init__(assistant.index, ExtractiveAnswerer())
        self.now = self.most = self.asked = 0
        self._lock = threading.Lock()

    def consider(self, question: Question) -> Considered:
        with self._lock:
            self.asked += 1
            self.now += 1
            self.most = max(self.most, self.now)
        try:
            time.sleep(0.02)
            return super().consider(question)
        finally:
            with self._lock:
                self.now -= 1


def test_who_asks_while_others_are_answered_waits_for_a_turn(assistant: Assistant) -> None:
    watched = Watched(assistant)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(watched.ask, [Question(QUESTIONS[0])] * 8))
    assert watched.most == QUESTIONS_AT_ONCE
    assert {answer.answer for answer in answers} == {ask(assistant, QUESTIONS[0]).answer}


def test_who_has_left_before_the_turn_came_is_not_answered(assistant: Assistant) -> None:
    watched, left = Watched(assistant), threading.Event()
    left.set()

    def leave() -> None:
        patience.waits_until(left)
        with pytest.raises(patience.GivenUp):
            watched.ask(Question(QUESTIONS[0]))

    with ThreadPoolExecutor(1) as threads:
        threads.submit(leave).result()
    assert watched.asked == 0
    assert watched.ask(Question(QUESTIONS[0])).claims
