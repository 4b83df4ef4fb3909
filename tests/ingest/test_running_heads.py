"""Running heads leave the text; headings that happen to repeat at one height stay."""

from ingest.documents import Box, Line, Page
from ingest.running import without_running_heads


def _page(number: int, *lines: tuple[float, str]) -> Page:
    placed = tuple(Line(text, number, Box(70, y, 300, y + 12), 10) for y, text in lines)
    return Page(number, 595, 842, placed)


def _texts(pages: tuple[Page, ...]) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in pages]


def test_a_heading_below_text_at_the_same_height_on_two_pages_stays() -> None:
    pages = (
        _page(1, (40, "Lillbo kommun"), (100, "Förskola 12 mnkr"), (130, "Beslut"), (160, "Rapporten godkänns.")),
        _page(2, (40, "Lillbo kommun"), (100, "§ 7 Meddelanden"), (130, "Beslut"), (160, "Läggs till handlingarna.")),
    )
    assert _texts(without_running_heads(pages)) == [
        ["Förskola 12 mnkr", "Beslut", "Rapporten godkänns."],
        ["§ 7 Meddelanden", "Beslut", "Läggs till handlingarna."],
    ]


def test_a_head_of_several_lines_leaves_the_text() -> None:
    head = ((40, "Lillbo kommun"), (55, "Tekniska nämnden"), (110, "Protokoll"))
    pages = (_page(1, *head, (200, "Första sidans text.")), _page(2, *head, (200, "Andra sidans text.")))
    assert _texts(without_running_heads(pages)) == [["Första sidans text."], ["Andra sidans text."]]


def test_a_heading_above_text_at_the_same_height_at_the_foot_stays() -> None:
    foot = (800, "Sida")
    pages = (
        _page(1, (300, "Text."), (720, "Beslut"), (745, "Ärendet bordläggs."), foot),
        _page(2, (300, "Annan text."), (720, "Beslut"), (745, "Ärendet avslås."), foot),
    )
    assert [texts[1:] for texts in _texts(without_running_heads(pages))] == [
        ["Beslut", "Ärendet bordläggs."],
        ["Beslut", "Ärendet avslås."],
    ]
