"""A cell whose text goes on on a second line stays in its row, with drawn rules, rules across alone, and without."""

from collections.abc import Sequence

import pytest

from ingest.documents import Block
from tests.ingest.papers import HEIGHT, SURVEY, At, Paper

COLUMNS = (72.0, 250.0, 430.0)
NAMES = (("Åtgärd",), ("Ansvarig",), ("År",))
ROWS = (
    (("Ny belysning längs", "Strandpromenaden"), ("Tekniska kontoret",), ("2032",)),
    (("Lekplats",), ("Tekniska kontoret och", "Kulturförvaltningen"), ("2033",)),
    (("Grillplats vid", "Sjövik"), ("Fritidskontoret",), ("2031–", "2032")),
    (("Soptunnor i", "Hamnparken"), ("Gatuenheten",), ("2031",)),
)
READ = [
    "Åtgärd Ansvarig År\nNy belysning längs Strandpromenaden Tekniska kontoret 2032",
    "Lekplats Tekniska kontoret och Kulturförvaltningen 2033",
    "Grillplats vid Sjövik Fritidskontoret 2031–2032",
    "Soptunnor i Hamnparken Gatuenheten 2031",
]


def put(paper: Paper, cells: Sequence[Sequence[str]], *, between: float, bold: bool = False) -> None:
    for x, lines in zip(COLUMNS, cells, strict=True):
        paper.at(*(At(x, paper.top + 13 * number, line, bold, 10) for number, line in enumerate(lines)))
    paper.top += 13 * (max(map(len, cells)) - 1) + between


def plan(across: bool, upright: bool) -> Paper:
    paper = Paper("plan.pdf", top=260).heading("Åtgärdsplan för parker", 16).text(SURVEY)
    edges = [paper.top - 12]
    for number, cells in enumerate((NAMES, *ROWS)):
        put(paper, cells, between=19, bold=number == 0)
        edges.append(paper.top - 12)
    for edge in edges if across else ():
        paper.canvas.line(68, HEIGHT - edge, 520, HEIGHT - edge)
    for x in (68, 246, 426, 520) if upright else ():
        paper.canvas.line(x, HEIGHT - edges[0], x, HEIGHT - edges[-1])
    paper.top += 20
    return paper.text("Planen följs upp varje år.")


@pytest.mark.parametrize(
    ("across", "upright"),
    [
        pytest.param(False, False, id="no-rules"),
        pytest.param(True, False, id="across"),
        pytest.param(True, True, id="ruled"),
    ],
)
def test_the_second_line_of_a_cell_stays_in_its_row(across: bool, upright: bool) -> None:
    document = plan(across, upright).read()
    assert [one.text for one in document.passages if one.block is Block.TABLE_ROW] == READ
    assert document.passages[-1].text == "Planen följs upp varje år."


def test_a_caption_close_below_a_table_is_no_cell() -> None:
    paper = Paper("plan.pdf", top=260).text(SURVEY)
    for number, cells in enumerate((NAMES, *((("Lekplats",), ("Gatuenheten",), (f"203{year}",)) for year in range(3)))):
        put(paper, cells, between=19, bold=number == 0)
    paper.top -= 7
    document = paper.line("Tabell 2 Lekplatser", size=10).read()
    assert document.passages[-1].text == "Tabell 2 Lekplatser"


def test_a_word_its_column_had_no_room_for_goes_on_where_rows_stand_as_close_as_lines() -> None:
    paper = Paper("mål.pdf", top=260).text(SURVEY)
    rows = (
        (("Andel elever som äter i matsalen,",), ("81 %",), ("84 %",)),
        (("Andel ekologiskt inköpta livsmedel",), ("40 %",), ("44 %",)),
        (("Flerårsgenomsnitt",), ("",), ("",)),
        (("Svinn",), ("12 %",), ("9 %",)),
    )
    put(paper, (("Mått",), ("2030",), ("2031",)), between=13, bold=True)
    for cells in rows:
        put(paper, cells, between=13)
    told = [one.text for one in paper.read().passages if one.block is Block.TABLE_ROW]
    assert "Andel ekologiskt inköpta livsmedel Flerårsgenomsnitt 40 % 44 %" in told
