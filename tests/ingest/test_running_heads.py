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


def _numbered(word: str, *, gap: float = 10, size: float = 10) -> tuple[Page, ...]:
    """Return three pages that begin with a word and the number of the page, text a gap below."""

    def page(number: int) -> Page:
        head = Line(f"{word} {number}", number, Box(70, 72, 300, 72 + size + 2), size)
        below = 72 + size + 2 + gap
        text = tuple(
            Line(
                f"Rad {letter} handlar om ämne {3 * number + row} av alla.",
                number,
                Box(70, below + 14 * row, 500, below + 14 * row + 12),
                10,
            )
            for row, letter in enumerate("abc")
        )
        return Page(number, 595, 842, (head, *text))

    return tuple(page(number) for number in (1, 2, 3))


def test_a_first_line_that_counts_with_the_pages_and_touches_the_text_stays() -> None:
    assert [page[0] for page in _texts(without_running_heads(_numbered("Ansökan")))] == [
        "Ansökan 1",
        "Ansökan 2",
        "Ansökan 3",
    ]


def test_a_large_first_line_that_counts_with_the_pages_stays() -> None:
    assert [page[0] for page in _texts(without_running_heads(_numbered("Bilaga", gap=24, size=16)))] == [
        "Bilaga 1",
        "Bilaga 2",
        "Bilaga 3",
    ]


def test_a_line_apart_from_the_text_that_counts_with_the_pages_leaves() -> None:
    assert all(
        texts[0].startswith("Rad a handlar")
        for texts in _texts(without_running_heads(_numbered("Årsredovisning", gap=40)))
    )


def test_a_line_that_counts_pages_leaves_however_close_the_text_stands() -> None:
    assert all(
        texts[0].startswith("Rad a handlar") for texts in _texts(without_running_heads(_numbered("Lillbo kommun sida")))
    )


def test_a_section_name_that_opens_two_pages_stays() -> None:
    pages = (
        _page(1, (72, "Beslut"), (90, "Rapporten godkänns."), (104, "Den skickas till styrelsen.")),
        _page(2, (72, "Beslut"), (90, "Ärendet bordläggs."), (104, "Det tas upp i maj.")),
    )
    assert [texts[0] for texts in _texts(without_running_heads(pages))] == ["Beslut", "Beslut"]


def test_page_numbers_leave_a_foot_that_stands_high() -> None:
    pages = tuple(_page(number, (300, f"Text {number * number}."), (745, str(number))) for number in range(1, 5))
    assert _texts(without_running_heads(pages)) == [["Text 1."], ["Text 4."], ["Text 9."], ["Text 16."]]


def test_further_lines_of_the_letterhead_leave_the_text_but_not_what_stands_apart_from_it() -> None:
    first = _page(1, (40, "Lillbo kommun Nämnden 2032-03-04 Sida 1"), (90, "Nämnden"), (300, "Text."))
    second = _page(2, (40, "Lillbo kommun"), (55, "Nämnden Sida 2"), (70, "2032-03-04"), (95, "Nämnden"), (300, "Mer."))
    assert _texts(without_running_heads((first, second)))[1] == ["Nämnden", "Mer."]


def test_words_that_begin_the_text_below_a_running_head_of_two_lines_stay() -> None:
    head = ((30, "Hamn- och"), (44, "byggnämnden"))
    pages = tuple(
        _page(number, *head, (90, f"byggnämnden {verb} ansökan."), (104, "Mer text."))
        for number, verb in enumerate(("bifaller", "avslår", "bordlägger", "prövar"), start=1)
    )
    assert [texts[0] for texts in _texts(without_running_heads(pages))] == [
        "byggnämnden bifaller ansökan.",
        "byggnämnden avslår ansökan.",
        "byggnämnden bordlägger ansökan.",
        "byggnämnden prövar ansökan.",
    ]


def test_a_running_head_beside_the_first_line_of_text_leaves_it() -> None:
    pages = tuple(
        _page(number, (40, first), (90, "Mer text."))
        for number, first in enumerate(("Tekniska nämnden", "Tekniska nämnden", "Tekniska nämnden"), start=1)
    )
    beside = _page(4, (40, "Tekniska nämnden vägar som ska lagas."), (90, "Mer text."))
    assert _texts(without_running_heads((*pages, beside)))[3][0] == "vägar som ska lagas."
