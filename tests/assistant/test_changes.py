"""How much something changed is told by two values, or by words for the change."""

import pytest

from assistant.changes import lacks_change, lacks_comparison, lacks_course, lacks_other_side
from tests.assistant.grounds import ground


def test_a_change_between_two_years_needs_more_than_one_value() -> None:
    question = "Hur mycket höjdes hamnavgiften från 2024 till 2025?"
    assert lacks_change(question, ground("Hamnavgiften är 900 kronor."))
    assert not lacks_change(question, ground("Hamnavgiften var 800 kronor 2024 och 900 kronor 2025."))
    assert not lacks_change(question, ground("Hamnavgiften höjdes med 100 kronor."))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hamnen kostar 4,2 miljoner kronor.", False),
        ("Hamnen kostar 4,2 miljoner kronor, att jämföra med 3,9 miljoner.", True),
        ("Kostnaden ökar med 300 000 kronor.", True),
        ("Den som bor i en annan kommun betalar ett tillägg om 35 procent.", True),
        ("Det blir 300 000 kronor utöver dagens kostnad.", True),
    ],
)
def test_how_much_dearer_is_not_told_by_a_whole_sum(text: str, told: bool) -> None:
    assert lacks_comparison("Hur mycket dyrare blir hamnen?", ground(text).shown) is not told


def test_what_a_sum_is_held_against_must_be_told_too() -> None:
    question = "Vad kostar färjan om året jämfört med tunneln?"
    assert lacks_other_side(question, ground("Färjan kostar 900 000 kronor om året."))
    assert not lacks_other_side(question, ground("Färjan kostar 900 000 kronor om året och tunneln 400 000 kronor."))
    assert not lacks_other_side("Vad kostar färjan om året?", ground("Färjan kostar 900 000 kronor om året."))


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Varför har bron blivit dyrare?", "En bro förordas trots att den är dyrast att bygga.", False),
        ("Varför har bron blivit dyrare?", "Berget är sprucket och priset på stål har stigit.", True),
        ("Varför har bron blivit dyrare?", "Merkostnaden beror på att berget är sprucket.", True),
        ("Varför har resorna minskat?", "Resorna med färjan är få eftersom vägen är lång.", False),
        ("Varför har resorna minskat?", "Nedgången beror på att färjan gick sönder.", True),
        ("Varför byggs bron?", "En bro förordas därför att färjan är gammal.", True),
    ],
)
def test_why_something_grew_is_told_by_words_that_say_it_did(question: str, text: str, told: bool) -> None:
    assert lacks_course(question, ground(text).shown) is not told
