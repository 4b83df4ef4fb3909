"""Short lists are one passage with what introduces them; what is decided or asked for stays a point of its own."""

import pytest

from ingest.documents import Block, Passage, TextBlock
from ingest.structure import passages


def read(*texts: str, heading: str = "Målgrupper") -> list[Passage]:
    """Return the passages of lines below a heading; lines with a bullet are items."""
    blocks = [TextBlock(heading, Block.HEADING, 1, font_size=14, bold=True)]
    for text in texts:
        blocks.append(TextBlock(text, Block.LIST_ITEM if text[0] in "•-" else Block.PARAGRAPH, 1, font_size=11))
    return list(passages(blocks)[1])[1:]


def test_a_few_words_with_a_colon_and_their_list_are_one_passage() -> None:
    found = read("De tre områdena är:", "• läsning", "• delaktighet", "• digitala tjänster")
    assert [one.text for one in found] == ["De tre områdena är:\n• läsning\n• delaktighet\n• digitala tjänster"]
    assert found[0].block is Block.LIST_ITEM


def test_a_list_of_one_item_goes_with_what_introduces_it() -> None:
    assert [one.text for one in read("Juryn ger ett pris:", "• årets förening")] == [
        "Juryn ger ett pris:\n• årets förening"
    ]
    assert len(read("Juryn ger ett pris.", "• årets förening")) == 2


def test_a_long_introduction_stays_a_passage_of_its_own() -> None:
    long = (
        "Under våren har kontoret tillsammans med skolorna kommit fram till att det i första hand gäller dessa grupper:"
    )
    assert [one.text for one in read(long, "• unga", "• äldre")] == [long, "• unga\n• äldre"]


@pytest.mark.parametrize("heading", ["Förslag till beslut", "Beslut", "Yrkanden"])
def test_points_that_are_decided_or_asked_for_stay_apart(heading: str) -> None:
    assert len(read("Nämnden beslutar:", "• att anta planen", "• att följa upp den", heading=heading)) == 3


def test_what_is_asked_for_in_running_text_stays_apart() -> None:
    assert len(read("Nämnden föreslår fullmäktige:", "• anta planen", "• avsätta medel", heading="Bakgrund")) == 3


def test_names_in_a_list_are_told_with_their_lead_in_wherever_they_stand() -> None:
    found = read("De tre områdena är", "-Norra hamnen", "-Ängarna", "-Södra backe", heading="Beslut")
    assert [one.text for one in found] == ["De tre områdena är\n-Norra hamnen\n-Ängarna\n-Södra backe"]
    assert len(read("De tre områdena är", "-Norra hamnen", "-Ängarna", heading="Beslutsunderlag")) == 3
    assert len(read("Områdena är valda.", "-avslå motionen", "-anta planen", heading="Beslut")) == 3


def test_counted_lines_are_a_list() -> None:
    found = read("Bilaga 1. Avgifter", "Bilaga 2. Karta över Norrängen", "Planen följs upp varje år.")
    assert [one.text for one in found] == [
        "Bilaga 1. Avgifter\nBilaga 2. Karta över Norrängen",
        "Planen följs upp varje år.",
    ]
    assert len(read("Bilaga 1. Avgifter", "Etapp 2. Norra hamnen")) == 2
    assert len(read("Bilaga 2. Avgifter", "Bilaga 1. Karta")) == 2
