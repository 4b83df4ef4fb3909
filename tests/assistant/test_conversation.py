"""A follow-up is searched with what it leaves unsaid; a new topic is left alone."""

import pytest

from assistant.answers import Turn
from assistant.conversation import greets, standalone

EARLIER = (Turn("Vad kostar ombyggnaden av Lindskolan i Västerdal?"),)
FOLLOWING = [
    "Och när är den klar?",
    "Vem är handläggare för det?",
    "Hur många klassrum blir det?",
    "Vad föreslog förvaltningen?",
    "Varför?",
]
NEW = [
    "Vad beslutade kulturnämnden om biblioteket i Österåker 2024?",
    "Vad handlar ärende KS 2024/17 om?",
    "Hur många lägenheter bygger Dalabostäder AB på Strandvägen?",
]


@pytest.mark.parametrize("question", FOLLOWING)
def test_a_follow_up_gets_its_subject(question: str) -> None:
    found = standalone(question, EARLIER)
    assert found.follows
    assert "Lindskolan" in found.text
    assert found.text.startswith(question.rstrip("?"))


@pytest.mark.parametrize("question", NEW)
def test_a_new_topic_stands_alone(question: str) -> None:
    assert standalone(question, EARLIER).text == question


@pytest.mark.parametrize(
    "text", ["Hej", "Hej!", "Tack för hjälpen!", "ok tack, jättebra", "God morgon", "Tack så mycket för svaret :)"]
)
def test_a_greeting_is_no_question(text: str) -> None:
    assert greets(text)
    assert standalone(text, EARLIER).text == text
    assert standalone("Och när är den klar?", (*EARLIER, Turn(text))) == standalone("Och när är den klar?", EARLIER)


@pytest.mark.parametrize(
    "text", ["Hej! Vad kostar bron?", "Bra badplatser?", "Tackade nämnden nej?", "Okej men varför?"]
)
def test_a_question_that_greets_is_a_question(text: str) -> None:
    assert not greets(text)


def test_without_history_nothing_is_added() -> None:
    assert standalone("Och när är den klar?", ()).text == "Och när är den klar?"


def test_a_chain_of_follow_ups_leads_back_to_its_subject() -> None:
    history = (*EARLIER, Turn("Och när är den klar?"), Turn("Vem bygger?"))
    assert "Lindskolan" in standalone("Vad säger de om tiden?", history).text


def test_a_change_of_topic_is_followed() -> None:
    history = (*EARLIER, Turn("Vad beslutade kulturnämnden om biblioteket i Österåker 2024?"))
    found = standalone("Och vad kostar det?", history)
    assert "biblioteket" in found.text
    assert "Lindskolan" not in found.text


@pytest.mark.parametrize(
    ("earlier", "subject"),
    [
        ("Vad föreslås i ärende TKN 2025/00123?", "ärende TKN 2025/00123"),
        ("Vad sägs om bron vid kvarnen?", "bron vid kvarnen"),
        ("Var Hackås med i samarbetet?", "Hackås med i samarbetet"),
    ],
)
def test_what_a_follow_up_borrows_is_no_verb(earlier: str, subject: str) -> None:
    assert standalone("Vad blev beslutet?", (Turn(earlier),)).subject == subject
