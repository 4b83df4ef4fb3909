"""Cells of a drawn table that reach over several rows or columns are told in each of them."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from ingest.documents import Block
from tests.ingest.papers import HEIGHT, SURVEY, At, Paper

EDGES = (68.0, 170.0, 290.0, 370.0, 450.0)
STEP = 18.0
HALLS = (
    ("Ekhallen", (("Barn", "60 kr", "80 kr"), ("Vuxna", "180 kr", "220 kr"), ("Företag", "420 kr", "480 kr"))),
    ("Björkhallen", (("Barn", "45 kr", "65 kr"), ("Vuxna", "140 kr", "170 kr"))),
)


def across(paper: Paper, y: float, first: int, last: int) -> None:
    paper.canvas.line(EDGES[first], HEIGHT - y, EDGES[last], HEIGHT - y)


def upright(paper: Paper, edges: Sequence[float], top: float, bottom: float) -> None:
    for x in edges:
        paper.canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)


def prices(*, centred: bool, two_heads: bool) -> Paper:
    """Set fees by hall and group, the hall in a cell of its own beside its groups."""
    paper = Paper("taxa.pdf", top=260).heading("Avgifter för hallar", 16).text(SURVEY)
    top = paper.top
    across(paper, top, 0, 4)
    y = top
    if two_heads:
        paper.at(At(72, y + 13, "Hall", True), At(174, y + 13, "Grupp", True), At(294, y + 13, "Avgift", True))
        across(paper, y + STEP, 2, 4)
        upright(paper, EDGES[3:4], y + STEP, y + 2 * STEP)
        paper.at(At(294, y + 13 + STEP, "Vardag", True), At(374, y + 13 + STEP, "Helg", True))
        y += 2 * STEP
    else:
        paper.at(
            *(
                At(x + 4, y + 13, name, True)
                for x, name in zip(EDGES, ("Hall", "Grupp", "Vardag", "Helg"), strict=False)
            )
        )
        upright(paper, EDGES[3:4], y, y + STEP)
        y += STEP
    upright(paper, EDGES[3:4], y, y + 5 * STEP)
    for hall, groups in HALLS:
        across(paper, y, 0, 4)
        paper.at(At(72, y + 13 + ((len(groups) - 1) * STEP / 2 if centred else 0), hall))
        for number, cells in enumerate(groups):
            if number:
                across(paper, y, 1, 4)
            paper.at(*(At(x + 4, y + 13, cell) for x, cell in zip(EDGES[1:], cells, strict=False)))
            y += STEP
    across(paper, y, 0, 4)
    upright(paper, (*EDGES[:3], EDGES[4]), top, y)
    paper.top = y + 30
    return paper.text("Avgiften betalas mot faktura.")


@pytest.mark.parametrize("centred", [pytest.param(True, id="centred"), pytest.param(False, id="at-the-top")])
def test_a_label_over_several_rows_is_told_in_each(centred: bool) -> None:
    rows = [one for one in prices(centred=centred, two_heads=False).read().passages if one.block is Block.TABLE_ROW]
    assert [one.cells for one in rows] == [(hall, *cells) for hall, groups in HALLS for cells in groups]
    assert all(one.table_header == ("Hall", "Grupp", "Vardag", "Helg") for one in rows)
    assert rows[-1].text == "Björkhallen Vuxna 140 kr 170 kr"


def test_each_row_is_marked_where_it_stands() -> None:
    rows = [one for one in prices(centred=True, two_heads=False).read().passages if one.block is Block.TABLE_ROW]
    tops = [one.pieces[-1].box.y0 for one in rows]
    assert all(12 < below - above < 24 for above, below in pairwise(tops))


def test_a_title_over_several_columns_is_told_with_the_name_of_each() -> None:
    rows = [one for one in prices(centred=False, two_heads=True).read().passages if one.block is Block.TABLE_ROW]
    assert all(one.table_header == ("Hall", "Grupp", "Avgift Vardag", "Avgift Helg") for one in rows)
    assert [one.cells for one in rows] == [(hall, *cells) for hall, groups in HALLS for cells in groups]


def test_a_long_text_over_several_rows_is_told_once() -> None:
    paper = Paper("plan.pdf", top=260).text(SURVEY)
    top = paper.top
    for y, first in ((top, 0), (top + 2 * STEP, 0), (top + STEP, 2), (top + 3 * STEP, 0)):
        across(paper, y, first, 4)
    upright(paper, (EDGES[0], EDGES[2], EDGES[4]), top, top + 3 * STEP)
    goal = (
        "Alla barn i kommunen ska kunna ta sig till skolan på egen hand",
        "och utan att korsa en väg med mycket trafik",
    )
    paper.at(*(At(72, top + 13 + STEP * number, line, size=6) for number, line in enumerate(goal)))
    paper.at(*(At(294, top + 13 + STEP * number, f"Åtgärd {number + 1}") for number in range(3)))
    paper.at(At(72, top + 13 + 2 * STEP, "Mindre buller"))
    rows = [one for one in paper.read().passages if one.block is Block.TABLE_ROW]
    assert [one.cells for one in rows] == [
        (" ".join(goal), "Åtgärd 1"),
        ("", "Åtgärd 2"),
        ("Mindre buller", "Åtgärd 3"),
    ]


def test_a_label_left_out_below_its_first_row_is_told_without_rules_too() -> None:
    paper = Paper("taxa.pdf", top=260).heading("Avgifter för kärl", 16).text(SURVEY)
    rows = (
        ("Kärl", "Hämtning", "Villa", "Fritidshus"),
        ("140 liter", "Varannan vecka", "1 890", "1 120"),
        ("", "Var fjärde vecka", "1 240", "820"),
        ("190 liter", "Varannan vecka", "2 310", "1 390"),
        ("", "Var fjärde vecka", "1 560", "990"),
        ("", "Summa", "3 870", "2 380"),
        ("", "", "3 870", "2 380"),
    )
    for number, cells in enumerate(rows):
        places = zip((72, 170, 300, 380), cells, strict=True)
        paper.at(*(At(x, paper.top, cell, number == 0, 10) for x, cell in places if cell))
        paper.top += 14
    told = [one.cells for one in paper.read().passages if one.block is Block.TABLE_ROW]
    assert told == [
        rows[1], ("140 liter", *rows[2][1:]), rows[3], ("190 liter", *rows[4][1:]), rows[5], rows[6],
    ]  # fmt: skip
