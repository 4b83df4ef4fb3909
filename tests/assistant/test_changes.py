"""How much something changed is told by two values, or by words for the change."""

import pytest

from assistant.changes import lacks_change, lacks_comparison
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
