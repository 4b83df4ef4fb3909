"""To whom a decision is sent stands under such a heading, in the § or the paper on the matter."""

import pytest

from assistant.answers import Status
from assistant.question import Asked, understand
from ingest.documents import Kind
from tests.assistant.papers import BACK, DEC, H, P, ask, document, judged

MINUTES = document(
    "Protokoll tekniska nämnden",
    Kind.PROTOKOLL,
    [
        (H, "Ny taxa för gästbryggan i Mörtnäs", BACK),
        (H, "Beslutsunderlag", BACK),
        (P, "Tjänsteskrivelse om ny taxa för gästbryggan", BACK),
        (H, "Beslut", BACK),
        (P, "Taxan för gästbryggan i Mörtnäs antas.", DEC),
        (H, "Beslutet ska skickas till", BACK),
        (P, "Hamnmästaren och båtsällskapet", BACK),
    ],
    "§ 41",
    "Tekniska nämnden",
)
SILENT = document(
    "Protokoll tekniska nämnden i maj",
    Kind.PROTOKOLL,
    [
        (H, "Sandning av cykelvägar", BACK),
        (H, "Beslut", BACK),
        (P, "Cykelvägarna sandas varje natt.", DEC),
    ],
    "§ 42",
    "Tekniska nämnden",
)


@pytest.mark.parametrize(
    "question",
    [
        "Vem ska beslutet om taxan för gästbryggan skickas till?",
        "Vilka ska ha beslutet om taxan för gästbryggan?",
        "Vem skickas beslutet om gästbryggan till?",
    ],
)
def test_a_decision_is_sent_to_whom_its_section_says(question: str) -> None:
    assert [claim.text for claim in ask(question, MINUTES, SILENT)] == ["Hamnmästaren och båtsällskapet"]
    assert judged(question, MINUTES, SILENT).status is Status.ANSWERED


def test_nobody_gets_a_decision_of_another_matter() -> None:
    assert (
        judged("Vem ska beslutet om sandningen av cykelvägar skickas till?", MINUTES, SILENT).status
        is not Status.ANSWERED
    )


def test_what_was_decided_is_another_question() -> None:
    assert understand("Vem ska beslutet om taxan skickas till?").asked == {Asked.FACT}
    assert Asked.DECISION in understand("Vad beslutade nämnden om taxan?").asked
