"""A follow-up is searched with what it leaves unsaid; a new topic is left alone."""

import pytest

from assistant.answers import Turn
from assistant.conversation import Standalone, greets, standalone

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


@pytest.mark.parametrize(
    ("earlier", "question", "alone"),
    [
        ("Hur mycket fick nämnden låna under 2031?", "Och året före?", "Hur mycket fick nämnden låna under 2030?"),
        ("Vad kostade bryggan 2030?", "men 2031 då?", "Vad kostade bryggan 2031?"),
        (
            "Hur många besök hade badet under 2031?",
            "Och hur många var det 2030?",
            "Hur många besök hade badet under 2030?",
        ),
        (
            "Hur mycket köpte nämnden för 2031?",
            "Och vad låg det på året dessförinnan?",
            "Hur mycket köpte nämnden för 2030?",
        ),
        ("Hur många beslut togs i april 2031?", "Och i maj?", "Hur många beslut togs i maj 2031?"),
        ("Hur många beslut togs i april 2031?", "hur var det i maj 2030", "Hur många beslut togs i maj 2030?"),
        ("När öppnar badet i maj?", "Och i juni 2031?", "När öppnar badet i juni 2031?"),
        ("Hur många båtar låg i hamnen 2031?", "Och hur många var det 2030?", "Hur många båtar låg i hamnen 2030?"),
        ("Vad kostade bryggan 2031?", "Vad låg det på året dessförinnan?", "Vad kostade bryggan 2030?"),
    ],
)
def test_a_follow_up_that_names_another_time_alone_asks_the_same_of_it(earlier: str, question: str, alone: str) -> None:
    assert standalone(question, (Turn(earlier),)) == Standalone(alone)


@pytest.mark.parametrize(
    ("earlier", "question", "alone"),
    [
        ("Vad kostar badet för vuxna?", "Och för barn?", "Vad kostar badet för barn?"),
        ("Hur många platser finns i Lindskolan?", "och i Norra skolan då?", "Hur många platser finns i Norra skolan?"),
        ("Vad tyckte socialnämnden om bron?", "Men tekniska nämnden då?", "Vad tyckte tekniska nämnden om bron?"),
        ("Vad ska tekniska nämnden göra?", "Och socialnämnden?", "Vad ska socialnämnden göra?"),
        ("Vad kostar badet?", "Och för pensionärer?", "Vad kostar badet för pensionärer?"),
    ],
)
def test_a_follow_up_that_names_another_thing_alone_asks_the_same_of_it(
    earlier: str, question: str, alone: str
) -> None:
    assert standalone(question, (Turn(earlier),)) == Standalone(alone)


@pytest.mark.parametrize(
    ("earlier", "question", "subject"),
    [
        ("Har vi något avtal om gångbron?", "Vad blev uppsägningstiden?", "avtal om gångbron"),
        ("Finns det några regler för badet?", "Vem beslutar dem?", "regler för badet"),
        ("Ska Lindskolan byggas ut?", "Vad kostar det?", "Lindskolan byggas ut"),
        (
            "Hur stor andel av båtarna som låg i hamnen 2031 var nya?",
            "Och hur stor andel var det under de första tre månaderna 2032?",
            "andel av båtarna som låg i hamnen var nya",
        ),
    ],
)
def test_a_subject_has_neither_the_verb_nor_the_year_of_the_question_before(
    earlier: str, question: str, subject: str
) -> None:
    assert standalone(question, (Turn(earlier),)).subject == subject


@pytest.mark.parametrize("question", ["Och förvaltningen?", "Och vad kostar det?", "Men varför då?", "Och sedan?"])
def test_what_takes_the_place_of_nothing_gets_the_subject(question: str) -> None:
    assert "bron" in standalone(question, (Turn("Vad kostar bron?"),)).text


def test_another_time_needs_one_to_take_the_place_of() -> None:
    assert standalone("Och 2031?", (Turn("Vem leder skolan?"),)).follows
    assert standalone("Och året efter?", (Turn("Vad beslutades 2030 och 2031 om bryggan?"),)).follows


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
