"""Rows for another number of the same thing are told from the one that is asked for."""

import pytest

from assistant.counts import counted_otherwise, of_other_count
from ingest.documents import Block, Force, Passage


def row(text: str, block: Block = Block.LIST_ITEM) -> Passage:
    """Return an invented line."""
    return Passage(0, text, 0, len(text), 1, block, Force.BACKGROUND)


OTHER = [
    ("Vad kostar det för fyra båtar?", "En båt: 200 kronor"),
    ("Vad kostar det för 4 båtar?", "Två båtar: 350 kronor"),
    ("Vad kostar det för fyra båtar?", "2-3 båtar 350 kronor"),
    ("Vad kostar det för fyra stora båtar?", "Två båtar: 350 kronor"),
    ("Vad kostar 4 timmar i hallen?", "2 timmar 90 kr"),
    ("Vem beslutar om avslag på bryggplats?", "Bryggplats, bifall Handläggare"),
    ("Hur stora är hamnens inkomster?", "Hamnens utgifter 400"),
]
SAME = [
    ("Vad kostar det för fyra båtar?", "4 båtar: 500 kronor"),
    ("Vad kostar det för fyra båtar?", "Fyra båtar: 500 kronor"),
    ("Vad kostar det för fyra båtar?", "3-5 båtar: 500 kronor"),
    ("Vad kostar det för fyra båtar?", "två till fem båtar: 500 kronor"),
    ("Vad kostar det för fyra båtar?", "Minst tre båtar: 500 kronor"),
    ("Vad kostar det för fyra båtar?", "Bryggan kostar 40 kronor"),
    ("Vad kostar en båt?", "Två båtar: 350 kronor"),
    ("Vem beslutar om avslag på bryggplats?", "Bryggplats, bifall och avslag Handläggare"),
    ("Vem beslutar om bryggplats?", "Bryggplats, bifall Handläggare"),
    ("Vilka tre båtar köptes?", "Två båtar: 350 kronor"),
    ("Vad hände den 3 april?", "8 april kl. 9"),
    ("Vad kostar det enligt § 4 kajen?", "§ 5 kajen"),
]


@pytest.mark.parametrize(("question", "text"), OTHER)
def test_another_number_of_the_thing_is_another_row(question: str, text: str) -> None:
    assert of_other_count(question, text, row(text))


@pytest.mark.parametrize(("question", "text"), SAME)
def test_a_row_of_the_number_or_of_none_is_kept(question: str, text: str) -> None:
    assert not of_other_count(question, text, row(text))


def test_running_text_may_speak_of_several() -> None:
    text = "Den som har två båtar betalar mindre än den som har flera, och ägaren av en enda båt mest av alla i hamnen."
    assert not of_other_count("Vad betalar den som har tre båtar?", text, row(text, Block.PARAGRAPH))


def test_a_number_of_things_that_only_another_number_is_told_of_is_named() -> None:
    wish = "Karin Ekvall yrkar att avgiften för fyra båtar, som förvaltningen har satt till 400 kronor, sätts till 500."
    assert counted_otherwise("Vad yrkade Karin Ekvall om tre båtar?", wish)
    assert not counted_otherwise("Vad yrkade Karin Ekvall om fyra båtar?", wish)


def test_one_of_a_thing_is_not_told_by_the_row_for_three() -> None:
    question = "Vad är avgiften för den som har en båt?"
    assert of_other_count(question, "Tre båtar 300 kr", row("Tre båtar 300 kr", Block.TABLE_ROW))
    assert not of_other_count(question, "En båt 100 kr", row("En båt 100 kr", Block.TABLE_ROW))
