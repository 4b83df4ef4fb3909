"""Lists whose introduction shares their passage are counted and introduced by it."""

from assistant.siblings import listings
from ingest.documents import Block, Force, Passage


def item(text: str, ordinal: int) -> Passage:
    """Return an item of a list."""
    return Passage(ordinal, text, 0, len(text), 1, Block.LIST_ITEM, Force.BACKGROUND)


def test_the_first_line_introduces_and_is_no_item() -> None:
    before = Passage(0, "Något annat:", 0, 12, 1, Block.PARAGRAPH, Force.BACKGROUND)
    anchor = item("De tre områdena är:\n• läsning\n• delaktighet\n• digitala tjänster", 1)
    found = list(listings((before, anchor), anchor))
    assert [(one.count, one.introduction, one.opening) for one in found] == [(3, "De tre områdena är:", None)]


def test_one_item_with_its_introduction_is_no_list() -> None:
    anchor = item("Juryn ger ett pris:\n• årets förening", 0)
    assert list(listings((anchor,), anchor)) == []


def test_without_an_introduction_every_line_is_an_item() -> None:
    anchor = item("• läsning\n• delaktighet", 0)
    assert [one.count for one in listings((anchor,), anchor)] == [2]
