"""Who got a contract is told by what was decided on the offers, not by the offers."""

import pytest

from assistant.awards import settled
from assistant.question import understand
from ingest.documents import Kind
from tests.assistant.grounds import ground
from tests.assistant.papers import BACK, DEC, H, P, ask, document

ASKED = "Vilken firma fick uppdraget att bygga bryggan?"
AWARD = "Uppdraget att bygga bryggan tilldelas Lindsunds Bygg AB."


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (ASKED, AWARD, True),
        (ASKED, "Anbud på bryggan lämnades av Lindsunds Bygg AB och Torsviks Mark AB.", False),
        (ASKED, "Uppdraget att bygga kajen tilldelas Lindsunds Bygg AB.", False),
        ("Vad kostar bryggan?", AWARD, False),
    ],
)
def test_an_award_in_the_section_of_the_matter_settles_who_got_it(question: str, text: str, told: bool) -> None:
    assert settled(understand(question), ground(text)) is told


def test_the_decision_on_the_offers_is_told_before_the_offers() -> None:
    offers = "Anbud på att bygga bryggan lämnades av Lindsunds Bygg AB och Torsviks Mark AB."
    minutes = document(
        "anbud",
        Kind.PROTOKOLL,
        [(H, "Ny brygga", BACK), (P, offers, BACK), (P, AWARD, DEC)],
        "§ 12",
        "Tekniska nämnden",
    )
    assert [claim.text for claim in ask(ASKED, minutes)] == [AWARD]
