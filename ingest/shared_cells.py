"""Cells of a drawn table that reach over several rows or columns → told in each of them, as they are meant (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.geometry import Rule, Word
from ingest.swedish_dates import is_year

_TOUCH = 3.0
# A longer text is told once, in the first of its rows.
_LONGEST_SHARED = 80
_FIGURES = re.compile(r"[-–+−]?[\d\s.,%]+")
_FEWEST_TITLES = 2


@dataclass(slots=True)
class Band:
    """Hold the words between two rules that run across: a row of a table, cut into cells at its upright rules.

    The first and the last cell lie outside the table. ``shared`` are the cells that reach over other rows too.
    """

    top: float
    edges: list[float]
    cells: list[list[Word]]
    shared: set[int] = field(default_factory=set)

    @property
    def bounded(self) -> bool:
        """Tell whether all words stand between upright rules."""
        return len(self.cells) > 2 and not self.cells[0] and not self.cells[-1]

    @property
    def inner(self) -> list[list[Word]]:
        """Return the cells of the row, without what lies outside a table that is drawn around."""
        return self.cells[1:-1] if self.bounded else self.cells

    @property
    def own(self) -> list[Word]:
        """Return the words of the cells that belong to this row alone."""
        return [word for place, cell in enumerate(self.cells) if place not in self.shared for word in cell]


def with_shared_cells(bands: Sequence[Band], across: Sequence[Rule]) -> list[Band]:
    """Return the rows with the words of a cell over several rows in each of them, and a head on two rows made one."""
    parted = _parted(bands, across)
    chains = list(_chains(parted, across))
    for band, place in (cell for chain in chains for cell in chain):
        band.shared.add(place)
    for chain in chains:
        _share(chain)
    return _with_one_head([band for band in parted if any(band.cells)])


def _parted(bands: Sequence[Band], across: Sequence[Rule]) -> list[Band]:
    """Return the rows, two made one where no rule parts any of their cells: it was drawn beside the table, or in a cell."""
    found: list[Band] = []
    for band in bands:
        whole = len(list(_whole_cells(found[-1], band, across))) if found else 0
        if whole and whole == len(band.edges) - 1 == len(found[-1].edges) - 1:
            cells = [[*first, *second] for first, second in zip(found[-1].cells, band.cells, strict=True)]
            found[-1] = replace(found[-1], cells=cells)
        else:
            found.append(band)
    return found


def _chains(bands: Sequence[Band], across: Sequence[Rule]) -> Iterator[list[tuple[Band, int]]]:
    """Yield the cells that reach over several rows, each as its places in them, from the top."""
    open_chains: list[list[tuple[Band, int]]] = []
    for above, below in pairwise(bands):
        going_on: list[list[tuple[Band, int]]] = []
        for place, other in _whole_cells(above, below, across):
            chain = next((one for one in open_chains if one[-1] == (above, place)), None) or [(above, place)]
            chain.append((below, other))
            going_on.append(chain)
        yield from (chain for chain in open_chains if not any(chain is one for one in going_on))
        open_chains = going_on
    yield from open_chains


def _whole_cells(above: Band, below: Band, across: Sequence[Rule]) -> Iterator[tuple[int, int]]:
    """Yield the cells of two rows, one below the other, that no rule parts."""
    sides = {round(left): place for place, left in enumerate(below.edges[:-1], start=1)}
    for place, (left, right) in enumerate(pairwise(above.edges), start=1):
        other = next((sides[near] for near in range(round(left) - 2, round(left) + 3) if near in sides), None)
        if other is None or abs(below.edges[other] - right) > _TOUCH:
            continue
        middle = (left + right) / 2
        if not any(rule.x0 <= middle <= rule.x1 and abs(rule.y0 - below.top) <= _TOUCH for rule in across):
            yield place, other


def _share(chain: Sequence[tuple[Band, int]]) -> None:
    """Put the words of a cell over several rows into each of them that tells anything else."""
    words = [word for band, place in chain for word in band.cells[place]]
    told = [(band, place) for band, place in chain if band.own] or list(chain[:1])
    short = sum(len(word.text) + 1 for word in words) <= _LONGEST_SHARED
    for band, place in chain:
        band.cells[place] = []
    for band, place in told if short else told[:1]:
        band.cells[place] = words


def _with_one_head(bands: Sequence[Band]) -> list[Band]:
    """Return the rows with a title over several columns joined with the name of each of them."""
    found = list(bands)
    for position in range(len(found) - 2):
        head = _head(found[position], found[position + 1])
        if head is not None:
            return [*found[:position], head, *found[position + 2 :]]
    return found


def _head(titles: Band, names: Band) -> Band | None:
    """Return the names of the columns, each below the title that reaches over it; None where two rows are no such head."""
    if not (titles.bounded and names.bounded and _FEWEST_TITLES <= len(titles.inner) < len(names.inner)):
        return None
    cells: list[list[Word]] = []
    for place, (left, right) in enumerate(pairwise(titles.edges), start=1):
        title = titles.cells[place]
        below = [
            (other, names.cells[other])
            for other, (start, end) in enumerate(pairwise(names.edges), start=1)
            if left - _TOUCH <= start and end <= right + _TOUCH
        ]
        if len(below) == 1:
            [(other, cell)] = below
            if not title or (cell and other not in names.shared):
                return None
            cells.append(title)
        elif below and title and all(_names_column(cell) for _, cell in below):
            cells += [[*title, *cell] for _, cell in below]
        else:
            return None
    return Band(titles.top, names.edges, [[], *cells, []]) if len(cells) == len(names.inner) else None


def _names_column(cell: Sequence[Word]) -> bool:
    """Tell whether words name a column: they are no figures, but for a year."""
    text = " ".join(word.text for word in cell)
    return bool(text) and (_FIGURES.fullmatch(text) is None or is_year(text))
