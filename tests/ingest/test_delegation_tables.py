"""Tables of who may decide what: each row one passage, with the names of its columns."""

from collections.abc import Sequence

import pytest

from ingest.documents import Document, Passage
from ingest.table_passages import row_lines
from tests.ingest.papers import HEIGHT, LEFT, SURVEY, At, Paper

EDGES = (LEFT, 110, 260, 350, 430, 540)
NAMES = ("Nr", "Ärende", "Delegat", "Lagrum", "Anmärkning")
Cell = tuple[str, ...]


def ruled(paper: Paper, *rows: Sequence[Cell], bold: int = 0) -> None:
    """Print rows with drawn rules around each cell; a cell is its lines, the first ``bold`` rows are bold."""
    for number, cells in enumerate(rows):
        height = 8 + 12 * max(len(cell) for cell in cells)
        for left, right, lines in zip(EDGES, EDGES[1:], cells, strict=False):
            paper.canvas.rect(left, HEIGHT - paper.top - height, right - left, height)
            for place, line in enumerate(lines):
                paper.at(At(left + 4, paper.top + 12 + 12 * place, line, bold=number < bold, size=9))
        paper.top += height


def row(*texts: str) -> tuple[Cell, ...]:
    """Return the cells of a row, the lines of each parted by "/"."""
    return tuple(tuple(text.split("/")) if text else () for text in texts)


def rows_of(document: Document) -> list[Passage]:
    return [one for one in document.passages if one.cells]


def test_words_struck_out_in_a_cell_are_left_out_and_do_not_cut_its_row() -> None:
    paper = Paper("ordning.pdf").text(SURVEY)
    top = paper.top
    ruled(
        paper,
        row("4.1", "Beslut om larm/Beslut om telefon/i hemmet", "Enhetschef", "4 kap. 1 §", "Anmäls"),
        row("4.2", "Beslut om parkering", "Handläggare", "", ""),
    )
    # The first line of the second cell is struck out, word by word.
    left = EDGES[1] + 4
    for word in ("Beslut", "om", "larm"):
        width = paper.canvas.stringWidth(word, "Helvetica", 9)
        paper.canvas.rect(left, HEIGHT - top - 9, width, 0.8, stroke=0, fill=1)
        left += width + paper.canvas.stringWidth(" ", "Helvetica", 9)
    rows = rows_of(paper.read())
    assert [one.cells for one in rows] == [
        ("4.1", "Beslut om telefon i hemmet", "Enhetschef", "4 kap. 1 §", "Anmäls"),
        ("4.2", "Beslut om parkering", "Handläggare", "", ""),
    ]


def test_rows_that_are_numbered_tell_the_names_of_the_columns_though_they_are_set_alike() -> None:
    paper = Paper("ordning.pdf").text(SURVEY)
    ruled(
        paper, row(*NAMES), row("B1", "Beslut om skyltar", "Chef", "", "Anmäls"), row("B2", "Yttranden", "Chef", "", "")
    )
    paper.top += 30
    paper.heading("Ekonomi").text(SURVEY)
    # The first rows of a part are bold as the names of the columns are.
    ruled(paper, row("", *NAMES[1:]), row("3", "Avtal", "", "", ""), row("3.1 *", "Hyra", "Chef", "", ""), bold=2)
    rows = rows_of(paper.read())
    assert [one.table_header for one in rows] == [NAMES, NAMES, ("", *NAMES[1:]), ("", *NAMES[1:])]


def test_the_names_of_the_columns_stand_with_the_first_row_they_name() -> None:
    paper = Paper("ordning.pdf").text(SURVEY)
    ruled(paper, row(*NAMES), row("B1", "Beslut om skyltar", "Chef", "", "Anmäls"), row("B2", "Svar", "Chef", "", ""))
    document = paper.read()
    first, second = rows_of(document)
    assert first.text == "Nr Ärende Delegat Lagrum Anmärkning\nB1 Beslut om skyltar Chef Anmäls"
    assert first.cells == ("B1", "Beslut om skyltar", "Chef", "", "Anmäls")
    assert [first.text[start:end] for start, end in row_lines(first)] == first.text.split("\n")
    assert second.text == "B2 Svar Chef"
    assert row_lines(second) == ((0, len(second.text)),)
    assert document.text[first.start : first.end] == first.text
    assert len({piece.box.y0 for piece in first.pieces}) == 2


def test_a_sum_set_in_bold_names_no_columns() -> None:
    paper = Paper("bokslut.pdf").text(SURVEY)
    ruled(paper, row("Summa kostnader", "1 250", "-340", "12 000", "5"), bold=1)
    ruled(paper, row("Bidrag", "450", "300", "2 000", "7"), row("Ränta", "-9", "-9", "-9", "-9"))
    assert [one.table_header for one in rows_of(paper.read())] == [(), (), ()]


def test_years_set_in_bold_name_columns() -> None:
    paper = Paper("bokslut.pdf").text(SURVEY)
    years = row("Kronor", "2031", "2032", "2033", "2034")
    ruled(paper, years, row("Bidrag", "450", "300", "2 000", "7"), row("Ränta", "-9", "-9", "-9", "-9"), bold=1)
    assert {one.table_header for one in rows_of(paper.read())} == {("Kronor", "2031", "2032", "2033", "2034")}


@pytest.mark.parametrize(
    ("first", "names"),
    [
        (("Slag", "2029", "2030", "2031", "2032"), True),
        (("Slag", "2032-12-31", "2031-12-31", "2030-12-31", "2029-12-31"), True),
        (("Slag", "2029-30", "2030-31", "2031-32", "2032-33"), True),
        (("Antal", "1990", "2061", "2004", "1987"), False),
    ],
)
def test_years_in_order_name_columns_though_nothing_is_bold(first: tuple[str, ...], names: bool) -> None:
    paper = Paper("bokslut.pdf").text(SURVEY)
    ruled(paper, row(*first), row("Bidrag", "450", "300", "2 000", "7"), row("Ränta", "-9", "-9", "-9", "-9"))
    assert {one.table_header for one in rows_of(paper.read())} == ({first} if names else {()})


def test_a_row_stands_under_the_numbered_rows_above_it() -> None:
    paper = Paper("ordning.pdf").heading("Vem som beslutar").text(SURVEY)
    ruled(
        paper,
        row(*NAMES),
        row("1", "Kommunallagen", "", "", ""),
        row("1.1", "Brådskande ärenden", "Ordförande", "6 kap. 39 §", ""),
        row("2", "Jävsärenden", "", "", ""),
        row("2.1", "Beslut om jäv", "", "", ""),
        row("a)", "Anställd", "Närmaste chef", "", ""),
        row("b)", "Chef", "Utskottet", "", "Anmäls"),
        row("2.2", "Byte av handläggare", "Chef", "", ""),
        row("3", "Avtal", "Chef", "", ""),
        row("4", "Hyra", "Chef", "", ""),
    )
    top = "Vem som beslutar"
    assert {one.cells[0]: one.heading_path for one in rows_of(paper.read())} == {
        "1": (top, "Kommunallagen"),
        "1.1": (top, "Kommunallagen"),
        "2": (top, "Jävsärenden"),
        "2.1": (top, "Jävsärenden", "Beslut om jäv"),
        "a)": (top, "Jävsärenden", "Beslut om jäv"),
        "b)": (top, "Jävsärenden", "Beslut om jäv"),
        "2.2": (top, "Jävsärenden"),
        "3": (top,),
        "4": (top,),
    }


def test_a_row_that_names_a_section_gives_the_rows_under_it_no_force() -> None:
    paper = Paper("ordning.pdf").text(SURVEY)
    ruled(paper, row(*NAMES), row("1", "Beslut", "", "", ""), row("1.1", "Hyra av sal", "Chef", "", ""))
    assert {one.heading_path for one in rows_of(paper.read())} == {()}


def test_rows_that_are_not_numbered_have_no_names_of_columns() -> None:
    paper = Paper("lista.pdf").text(SURVEY)
    ruled(paper, row("Kontor", "Alvik", "Enhet", "Öppet", "Ja"), row("Förråd", "Lunden", "Enhet", "Stängt", "Nej"))
    assert [one.table_header for one in rows_of(paper.read())] == [(), ()]


def test_the_rest_of_one_cell_on_the_next_page_belongs_to_its_row() -> None:
    paper = Paper("ordning.pdf").text(SURVEY)
    ruled(paper, row(*NAMES), row("C4", "Bidrag till föreningar", "Chef", "", "Efter samråd med"))
    paper.turn()
    ruled(
        paper,
        row("", "", "", "", "den som/ansvarar för/föreningens/verksamhet"),
        row("C5", "Bidrag till resor", "Chef", "", ""),
    )
    rows = rows_of(paper.read())
    assert [(one.cells[0], one.cells[-1]) for one in rows] == [
        ("C4", "Efter samråd med den som ansvarar för föreningens verksamhet"),
        ("C5", ""),
    ]
    assert [one.table_header for one in rows] == [NAMES, NAMES]


def test_feet_that_many_pages_have_leave_the_text_where_they_stand_higher() -> None:
    paper = Paper("ordning.pdf")
    for number in range(1, 9):
        higher = 36 if number == 4 else 0
        paper.text(SURVEY).at(At(LEFT, 790 - higher, "Ordning för beslut #", size=11))
        paper.at(At(LEFT, 802 - higher, "* Gäller i samverkan med grannkommunen", size=8))
        if number == 4:
            paper.at(At(LEFT, 735, "Detta gäller tills vidare.", size=11))
        paper.turn()
    told = [one.text for one in paper.read().passages]
    assert "Detta gäller tills vidare." in told
    assert not [text for text in told if "Ordning för beslut" in text or "samverkan" in text]


def test_the_rest_of_a_row_on_the_next_page_goes_on_in_its_cell() -> None:
    paper = Paper("lista.pdf").text(SURVEY)
    ruled(paper, row("1", "Hyra av lokal/i Granbacka", "Anna Berg", "4.2", "Bifall"))
    ruled(paper, row("2", "Tillstånd för/försäljare", "Ove Lund", "4.3", "Avslag"))
    paper.turn()
    ruled(paper, row("", "s, 5 beviljade,/1 avslag", "", "", ""))
    assert [one.cells[1] for one in rows_of(paper.read())][-1] == "Tillstånd för försäljares, 5 beviljade, 1 avslag"


def test_titles_of_parts_of_a_table_do_not_cost_its_rows_the_names_of_the_columns() -> None:
    paper = Paper("ordning.pdf").text(SURVEY)
    for title, number in (("ALLMÄNT", "1.1"), ("TRAFIK", "2.1")):
        if number == "1.1":
            ruled(paper, row(*NAMES), bold=1)
        top = paper.top
        paper.canvas.rect(EDGES[0], HEIGHT - top - 20, EDGES[1] - EDGES[0], 20)
        paper.canvas.rect(EDGES[1], HEIGHT - top - 20, EDGES[-1] - EDGES[1], 20)
        paper.at(At(EDGES[0] + 4, top + 12, number[0], size=9))
        paper.at(At(EDGES[1] + 4, top + 12, title, size=9))
        paper.top += 20
        ruled(
            paper,
            row(number, "Beslut om skyltar", "Chef", "4 kap. 1 §", "Anmäls"),
            row(f"{number}1", "Yttrande", "Chef", "", ""),
        )
    found = {one.cells[0]: one.table_header for one in rows_of(paper.read())}
    assert [found[number] for number in ("1.1", "1.11", "2.1", "2.11")] == [NAMES] * 4


def test_names_of_columns_said_again_below_a_heading_are_no_row() -> None:
    paper = Paper("ordning.pdf").text(SURVEY)
    for title, number in (("Allmänt", "A1"), ("Trafik", "B1")):
        paper.at(At(LEFT, paper.top + 12, title, bold=True, size=9))
        paper.top += 20
        ruled(paper, row(*NAMES), row(number, "Beslut om skyltar", "Chef", "4 kap. 1 §", "Anmäls"), bold=1)
    assert [one.cells[0] for one in rows_of(paper.read())] == ["A1", "B1"]


def test_a_name_cut_by_the_page_in_the_first_column_is_whole() -> None:
    paper = Paper("bidrag.pdf").text(SURVEY)
    names = row("Förening", "Beviljat", "Sökt", "Förslag", "Not")
    ruled(paper, names, row("Bo IF", "40", "50", "45", "a"), row("Norra", "20", "30", "25", "b"), bold=1)
    paper.turn()
    ruled(paper, row("byalag", "", "", "", ""), row("Ås BK", "10", "20", "15", "c"))
    told = [one.cells[0] for one in rows_of(paper.read())]
    assert told == ["Bo IF", "Norra byalag", "Ås BK"]


def test_a_row_with_words_alone_on_the_next_page_stays_where_others_are_like_it() -> None:
    paper = Paper("bidrag.pdf").text(SURVEY)
    names = row("Förening", "Beviljat", "Sökt", "Förslag", "Not")
    ruled(paper, names, row("Idrott", "", "", "", ""), row("Lillbo IF", "40", "50", "45", "a"), bold=1)
    paper.turn()
    ruled(paper, row("Kultur", "", "", "", ""), row("Åsens kör", "10", "20", "15", "c"))
    assert "Kultur" in [one.cells[0] for one in rows_of(paper.read())]


def test_rows_stand_under_the_title_of_their_part_where_their_labels_come_back_under_another() -> None:
    paper = Paper("arvoden.pdf").heading("Arvoden", 16).text(SURVEY)
    ruled(
        paper,
        row("Bygg", "", ""),
        row("Ordf", "20 %", "Per månad"),
        row("Ers", "2 %", "Per möte"),
        row("Val", "", ""),
        row("Ordf", "5 %", "Per valår"),
    )
    rows = rows_of(paper.read())
    assert [(one.cells[0], one.heading_path) for one in rows] == [
        ("Bygg", ("Arvoden",)),
        ("Ordf", ("Arvoden", "Bygg")),
        ("Ers", ("Arvoden", "Bygg")),
        ("Val", ("Arvoden",)),
        ("Ordf", ("Arvoden", "Val")),
    ]


def test_a_field_left_empty_is_no_title_of_the_fields_below_it() -> None:
    paper = Paper("blankett.pdf").heading("Ansökan", 16).text(SURVEY)
    ruled(
        paper,
        row("Nr", "", ""),
        row("Namn", "Lena Ek", "Granbacka"),
        row("Ombud", "", ""),
        row("Ort", "Ek", "x"),
    )
    assert {one.heading_path for one in rows_of(paper.read())} == {("Ansökan",)}
