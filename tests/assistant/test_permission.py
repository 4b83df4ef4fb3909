"""Whether one may do something is told by words that say what one may, must or may not; the no to that tells nothing else."""

import pytest

from assistant.permission import lacks_permission, unspoken_act
from ingest.documents import Kind
from tests.assistant.grounds import ground
from tests.assistant.papers import BACK, H, P, ask, document


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Får man grilla i hamnparken?", "Hamnparken PARK 4 200 m2", True),
        ("Får man grilla i hamnparken?", "I hamnparken är det tillåtet att grilla på de fasta platserna.", False),
        ("Får man grilla i hamnparken?", "Grillning i hamnparken kräver tillstånd.", False),
        ("Får jag lägga båten vid bryggan?", "Bryggan är 40 meter och byggdes 1998.", True),
        ("Får jag lägga båten vid bryggan?", "Bryggan är bara för den som har hyrt en plats.", False),
        ("Vad kostar det att grilla i hamnparken?", "Hamnparken PARK 4 200 m2", False),
    ],
)
def test_what_one_may_do_is_told_by_words_for_it(question: str, text: str, lacks: bool) -> None:
    assert lacks_permission(question, ground(text).shown) is lacks


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Av vilken anledning är hundar inte välkomna i hamnparken?", "Hundar skrämmer sjöfåglarna"),
        ("Är hundar välkomna i hamnparken?", "Nej."),
    ],
)
def test_the_no_to_another_question_does_not_stand_in_front_of_a_reason(question: str, told: str) -> None:
    page = document(
        "Frågor och svar om hamnparken",
        Kind.OVRIGT,
        [
            (H, "Får jag ta med hunden till hamnparken?", BACK),
            (P, "Nej. Hundar skrämmer sjöfåglarna, som häckar i hamnparken, och är därför inte välkomna där.", BACK),
        ],
    )
    (claim,) = ask(question, page)
    assert claim.text.startswith(told)


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("Får man grilla i hamnparken?", "Hundar får inte vistas i hamnparken.", ("grilla",)),
        ("Får man grilla i hamnparken?", "Grillning är förbjuden i hamnparken.", ()),
        ("Får man inte grilla i hamnparken?", "Hundar får inte vistas i hamnparken.", ("grilla",)),
        ("Får man ha hund i hamnparken?", "Hundar får inte vistas i hamnparken.", ()),
        ("Vem får grilla i hamnparken?", "Hundar får inte vistas i hamnparken.", ()),
    ],
)
def test_what_one_asks_to_do_is_spoken_of_in_what_is_cited(question: str, text: str, lacking: tuple[str, ...]) -> None:
    assert unspoken_act(question, ground(text).shown) == lacking
