"""Cells that would be read as one number stand apart."""

import pytest

from assistant.values import ValueKind, values
from ingest.groups import CELL_GAP, with_gaps


@pytest.mark.parametrize(
    ("cells", "apart"),
    [
        (("A Genom byn", "2,1 km", "1", "390 000 kr"), "A Genom byn 2,1 km 1_390 000 kr"),
        (("Zon 3", "2 400", "350"), "Zon 3 2 400_350"),
        (("Zon 3", "2 400", "3 350"), "Zon 3 2 400 3 350"),
        (("Hamn", "12,5", "300"), "Hamn 12,5 300"),
        (("År 2031", "400 kr"), "År 2031 400 kr"),
        (("Hamn", "", "3", "2031"), "Hamn 3 2031"),
        ((), "1 390 000 kr"),
    ],
)
def test_cells_that_would_be_one_number_stand_apart(cells: tuple[str, ...], apart: str) -> None:
    text = " ".join(cell for cell in cells if cell) or "1 390 000 kr"
    found = with_gaps(text, cells)
    assert found == apart.replace("_", CELL_GAP)
    assert found.split() == text.split()


def test_numbers_of_two_cells_are_two_values() -> None:
    found = [
        value.key for value in values(with_gaps("1 390 000 kr", ("1", "390 000 kr"))) if value.kind is ValueKind.NUMBER
    ]
    assert found == ["1", "390000"]
