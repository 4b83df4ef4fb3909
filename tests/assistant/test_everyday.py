"""Short questions that name little: what cannot be told is refused, what a rule or a row tells is no name and no other thing."""

from dataclasses import replace

import pytest

from assistant.answers import Status
from assistant.doubts import priced, undefined
from assistant.moments import tells_no_meeting
from assistant.question import Asked, understand
from assistant.speakers import asks_of_municipality
from assistant.verify import Evidence, Place
from ingest.documents import Block, Force, Kind
from tests.assistant.papers import BACK, DEC, MINUTES, H, P, ask, document, judged

TARIFF = document(
    "Taxa för Almgården",
    Kind.OVRIGT,
    [(H, "Taxa för Almgården", BACK), (Block.TABLE_ROW, "2. Gymnastiksal kr per timme 210 340", BACK)],
)


def _place(document_index: int, text: str = "") -> Place:
    passage = TARIFF.passages[document_index]
    return Place(Evidence(TARIFF.metadata, replace(passage, text=text or passage.text)), 0, len(text or passage.text))


def test_an_appointment_is_no_day_of_a_meeting() -> None:
    chosen = document(
        "val",
        Kind.PROTOKOLL,
        [
            (H, "Val", BACK),
            (P, "Ada Lind (S) väljs till ledamot i tekniska nämnden till och med den 31 december 2026.", DEC),
        ],
        "§ 3",
        "Tekniska nämnden",
    )
    assert judged("När sammanträder tekniska nämnden?", chosen).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("Nämnden sammanträder den första tisdagen varje månad.", False),
        ("Sammanträdet den 4 maj flyttas.", False),
        ("Uppdraget gäller till den 31 december.", True),
    ],
)
def test_meetings_are_told_with_a_time(told: str, *, lacks: bool) -> None:
    assert tells_no_meeting("Hur ofta träffas nämnden?", [told]) is lacks
    assert not tells_no_meeting("När byggs badet?", [told])
    assert not tells_no_meeting("Vem var chef när nämnden sammanträdde?", [told])


def test_what_is_asked_what_it_is_must_be_named() -> None:
    assert undefined("Vad innebär gymnastikpengen?", [_place(1)]) == ("gymnastikpengen",)
    assert not undefined("Vad innebär gymnastiksal?", [_place(1)])
    assert not undefined("Vad kostar gymnastikpengen?", [_place(1)])


@pytest.mark.parametrize(
    ("question", "tells"),
    [
        ("Vad kostar en gymnastiksal?", True),
        ("Vad kostar det att hyra gymnastiksal i Almgården?", True),
        ("Vad kostar en gymnastiksal i Ekdungen?", False),
        ("Vad kostar Almgården?", False),
    ],
)
def test_a_row_tells_the_price_of_the_thing_it_begins_with(question: str, *, tells: bool) -> None:
    assert priced(question, _place(1)) is tells
    assert not priced(question, _place(1, "Gymnastiksal efter avtal"))


def test_who_is_entitled_is_told_by_a_rule() -> None:
    assert Asked.PERSON not in understand("Vem får skolskjuts?").asked
    assert Asked.PERSON not in understand("Vem har rätt till färdtjänst?").asked
    assert Asked.PERSON in understand("Vem får uppdraget?").asked
    assert Asked.PERSON in understand("Vem får besluta om färdtjänst?").asked


def test_what_the_municipality_does_is_not_told_by_what_a_party_wants_noted() -> None:
    assert asks_of_municipality("Vilka mål har kommunen för badet?")
    assert not asks_of_municipality("Vad anser Moderaterna att kommunen gör?")
    plan = document(
        "plan", Kind.PLAN, [(H, "Plan för bad", BACK), (P, "Målet för badet är att alla barn kan simma.", BACK)]
    )
    claims = ask("Vilka mål har kommunen för badet?", MINUTES, plan)
    assert all(
        one.evidence.passage.force not in {Force.RESERVATION, Force.OPINION} for claim in claims for one in claim.quotes
    )
