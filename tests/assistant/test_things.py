"""Things are told from what is done to them; a text leaves a thing out where no form of its word stands."""

import pytest

from assistant.things import absent, matters, things


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Hur stor var sjukfrånvaron i kommunen?", ("sjukfrånvaron",)),
        ("När stängdes gångbron vid kvarnen?", ("gångbron", "kvarnen")),
        ("Vem får besluta om avstängning?", ("avstängning",)),
        ("Varför är frågan svår?", ()),
    ],
)
def test_what_a_question_names(question: str, named: tuple[str, ...]) -> None:
    assert things(question) == named


def test_what_is_to_be_decided_on_is_no_verb_and_no_word_of_form() -> None:
    assert matters("Vem får underteckna avtal enligt delegationsordningen?") == ("avtal",)
    assert matters("Vem får besluta om att stänga av någon från badhuset?") == ("badhuset",)


def test_a_thing_is_held_in_any_form_and_in_compounds() -> None:
    text = "Badhusets entré öppnas i maj."
    assert absent(("badhuset", "gångbron"), text) == ("gångbron",)
