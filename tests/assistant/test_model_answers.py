"""A configured model writes the answer; whatever it invents falls, and then the documents' own words are shown."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant import texts
from assistant.answers import Answer, Claim, Question, Status
from assistant.factory import build_assistant
from index.settings import ModelSettings, Settings

pytestmark = pytest.mark.slow

QUESTION = "Vad kostar den nya gångbron över Lillån enligt beslutet?"
TRUE = "Tekniska nämnden beslutade att bygga en ny gångbro över Lillån till en kostnad av 5,9 mnkr."
QUOTE = "bygga en ny gångbro över Lillån till en kostnad av 5,9 mnkr"


def reply(*claims: tuple[str, str], number: int | None = None) -> Any:
    """Return a script that cites the passage holding the words "5,9 mnkr", wherever the prompt numbers it."""

    def pieces(request: dict[str, Any]) -> Any:
        shown = request["messages"][-1]["content"].split("\n\n")
        place = next(index for index, part in enumerate(shown) if "5,9 mnkr" in part)
        minted = number or int(shown[place].split("]")[0].strip("["))
        told = [{"text": text, "sources": [{"passage": minted, "quote": quote}]} for text, quote in claims]
        yield from json.dumps({"found": bool(claims), "claims": told}, ensure_ascii=False)

    return pieces


def ask(town: Path, server: Any, question: str = QUESTION, heard: list[Claim] | None = None) -> Answer:
    model = ModelSettings(kind="openai", name="m", url=f"{server.address}/v1", timeout_seconds=20)
    assistant = build_assistant(town, Settings(model=model))
    told = (lambda claim, _: heard.append(claim)) if heard is not None else None
    return assistant.ask(Question(question), on_claim=told)


def test_a_proved_claim_of_the_model_is_shown_as_the_models(town: Path, scripted_server: Any) -> None:
    scripted_server.say().pieces = reply((TRUE, QUOTE))
    heard: list[Claim] = []
    answer = ask(town, scripted_server, heard=heard)
    assert answer.status is Status.ANSWERED
    assert answer.provenance.answerer == "llm:m"
    assert [claim.text for claim in answer.claims] == [TRUE] == [claim.text for claim in heard]
    assert answer.citations[0].quote == QUOTE


LIES = [
    pytest.param(TRUE.replace("5,9", "9,5"), QUOTE, id="another amount"),
    pytest.param(TRUE, QUOTE.replace("5,9", "9,5"), id="an invented quote"),
    pytest.param(TRUE, "Bron vid kvarnen är uttjänt ny gångbro över Lillån", id="a stitched quote"),
    pytest.param(TRUE.replace("beslutade att", "beslutade att inte"), QUOTE, id="a turned negation"),
    pytest.param(TRUE.replace("Tekniska nämnden", "Socialnämnden"), QUOTE, id="another board"),
    pytest.param(TRUE.replace("mnkr", "mnkr den 3 maj 2031"), QUOTE, id="an added date"),
    pytest.param(TRUE.replace("mnkr", "mnkr på initiativ av Karin Lundmark"), QUOTE, id="an added name"),
    pytest.param("Kommunen har råd med både broar och badhus.", QUOTE, id="off the quote"),
]


@pytest.mark.parametrize(("text", "quote"), LIES)
def test_a_lie_falls_and_the_extract_is_shown_with_the_reason(
    town: Path, scripted_server: Any, text: str, quote: str
) -> None:
    scripted_server.say().pieces = reply((text, quote))
    answer = ask(town, scripted_server)
    assert answer.provenance.answerer == "extractive"
    assert answer.provenance.note == texts.MODEL_UNPROVEN
    assert answer.dropped_claims == 1
    assert text not in answer.answer
    assert "5,9 mnkr" in answer.answer


def test_an_honest_claim_survives_between_lies(town: Path, scripted_server: Any) -> None:
    scripted_server.say().pieces = reply((TRUE.replace("5,9", "7"), QUOTE), (TRUE, QUOTE), (TRUE, "påhittat citat"))
    answer = ask(town, scripted_server)
    assert [claim.text for claim in answer.claims] == [TRUE]
    assert answer.dropped_claims == 2


def test_a_passage_number_from_nowhere_proves_nothing(town: Path, scripted_server: Any) -> None:
    scripted_server.say().pieces = reply((TRUE, QUOTE), number=99)
    assert ask(town, scripted_server).provenance.answerer == "extractive"


@pytest.mark.parametrize(
    "options", [pytest.param({"status": 500}, id="errors"), pytest.param({"status": 401}, id="refused key")]
)
def test_a_model_that_is_gone_leaves_the_extract_and_the_log_says_why(
    town: Path, scripted_server: Any, options: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    scripted_server.say("x", **options)
    answer = ask(town, scripted_server)
    assert answer.status is Status.ANSWERED
    assert answer.provenance.note == texts.MODEL_GONE
    assert f"'m' at {scripted_server.address}/v1 failed: Error code: {options['status']}" in caplog.text


def test_a_model_that_cannot_be_started_leaves_the_extract(town: Path) -> None:
    model = ModelSettings(kind="llamacpp", path=town / "borta.gguf")
    answer = build_assistant(town, Settings(model=model)).ask(Question(QUESTION))
    assert (answer.status, answer.provenance.note) == (Status.ANSWERED, texts.MODEL_GONE)


def test_a_model_never_talks_a_refusal_away(town: Path, scripted_server: Any) -> None:
    script = scripted_server.say(
        '{"found": true, "claims": [{"text": "Ja.", "sources": [{"passage": 1, "quote": "Ja"}]}]}'
    )
    answer = ask(town, scripted_server, "Vem är handläggare i ärende TN 2025/99?")
    assert answer.status is Status.NOT_FOUND
    assert script.requests == []
