"""Tables with drawn rules: rules that touch one another make a grid, and the words inside it its cells."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ingest.broken_words import MAYBE_BROKEN
from ingest.documents import Line
from ingest.geometry import Row, Rule, Segment, Word, line_of, rows, segment
from ingest.normalise import join_lines
from ingest.shared_cells import Band, with_shared_cells

_TOUCH = 3.0
# Fewer letters fit into any cell.
_FEWEST_LETTERS = 4
# Reads words that stand in a frame but in no table.
FreeLines = Callable[[list[Word]], list[Line]]


class Grid:
    """Hold the drawn rules of one table."""

    def __init__(self, across: list[Rule], upright: list[Rule]) -> None:
        self.across = across
        self.upright = upright
        every = across + upright
        self.x0 = min(rule.x0 for rule in every)
        self.y0 = min(rule.y0 for rule in every)
        self.x1 = max(rule.x1 for rule in every)
        self.y1 = max(rule.y1 for rule in every)

    def holds(self, word: Word) -> bool:
        """Tell whether the middle of the word lies inside the table."""
        middle_x, middle_y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        return self.x0 - 1 <= middle_x <= self.x1 + 1 and self.y0 - 1 <= middle_y <= self.y1 + 1

    def lines(self, words: list[Word], page: int, free: FreeLines) -> list[Line]:
        """Return one line for each row between two rules that run across; a cell over several rows is told in each."""
        across = [rule for rule in self.across if not self._marks_words(rule, words)]
        edges = _distinct([*(rule.y0 for rule in across), self.y0, self.y1])
        bands = [
            self._band([word for word in words if top <= (word.y0 + word.y1) / 2 < bottom], top, bottom)
            for top, bottom in pairwise(edges)
        ]
        return [line for row in with_shared_cells(bands, across) for line in self._row(row, page, free)]

    def _band(self, words: list[Word], top: float, bottom: float) -> Band:
        middle = (top + bottom) / 2
        edges = _distinct([rule.x0 for rule in self.upright if rule.y0 - 1 <= middle <= rule.y1 + 1])
        cells: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
        for word in words:
            cells[sum(edge <= (word.x0 + word.x1) / 2 for edge in edges)].append(word)
        return Band(top, edges, cells)

    def _marks_words(self, rule: Rule, words: Sequence[Word]) -> bool:
        """Tell a line through or under words from one that parts two rows, which runs from one upright to another."""
        beside = [upright.x0 for upright in self.upright if upright.y0 <= rule.y1 + 1 and upright.y1 >= rule.y0 - 1]
        if all(any(abs(end - x0) <= _TOUCH for x0 in beside) for end in (rule.x0, rule.x1)):
            return False
        marked = [word for word in words if word.y0 < rule.y0 <= word.y1 and word.x1 > rule.x0 and word.x0 < rule.x1]
        reach = (min(word.x0 for word in marked), max(word.x1 for word in marked)) if marked else (0.0, 0.0)
        return reach[0] - _TOUCH < rule.x0 and rule.x1 < reach[1] + _TOUCH

    def _row(self, band: Band, page: int, free: FreeLines) -> list[Line]:
        words = [word for cell in band.cells for word in cell]
        if not words:
            return []
        inner = band.inner
        filled = [cell for cell in inner if cell]
        if len(inner) <= 1 or (len(filled) == 1 and len(rows(filled[0])) > 3 and self._spans(filled[0])):
            # A frame around running text, not a row of a table.
            return free(words)
        found = [_cell(cell) for cell in inner]
        line = _cell_line(found, _limits(found, band.edges) if band.bounded else (), page)
        # What the row shares with others stands elsewhere on the page.
        return [replace(line, box=line_of([segment(band.own)], page).box) if band.own else line]

    def _spans(self, words: Sequence[Word]) -> bool:
        """Tell whether words reach over most of the table's width; the rest of a row that a page cut does not."""
        return max(word.x1 for word in words) - min(word.x0 for word in words) > 0.5 * (self.x1 - self.x0)


def _distinct(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _TOUCH:
            found.append(value)
    return found


def grid_at(grids: list[Grid], word: Word) -> int | None:
    for position, grid in enumerate(grids):
        if grid.holds(word):
            return position
    return None


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """Collect rules that touch one another into tables; at least two rows and two columns."""
    # Each group with the rectangle around it: a rule that does not touch that touches none of the group.
    groups: list[tuple[Rule, list[Rule]]] = []
    for rule in rules:
        around, merged, apart = rule, [rule], []
        for box, group in groups:
            if _touch(rule, box) and any(_touch(rule, other) for other in group):
                around = Rule(
                    min(around.x0, box.x0), min(around.y0, box.y0), max(around.x1, box.x1), max(around.y1, box.y1)
                )
                merged.extend(group)
            else:
                apart.append((box, group))
        groups = [*apart, (around, merged)]
    grids = []
    for _, group in groups:
        across = [rule for rule in group if not rule.vertical]
        upright = [rule for rule in group if rule.vertical]
        if len(_distinct([rule.y0 for rule in across])) >= 2 and len(_distinct([rule.x0 for rule in upright])) >= 3:
            grids.append(Grid(across, upright))
    return grids


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.x0 - _TOUCH <= other.x1
        and other.x0 - _TOUCH <= one.x1
        and one.y0 - _TOUCH <= other.y1
        and other.y0 - _TOUCH <= one.y1
    )


def _cell(words: list[Word]) -> Segment | None:
    if not words:
        return None
    ordered = [word for row in rows(words) for part in row for word in part.words]
    return segment(ordered)


def _limits(cells: Sequence[Segment | None], edges: Sequence[float]) -> list[float]:
    """Return how far to the right the text of each cell may go: as far from its edge as texts begin from theirs."""
    margin = median(cell.x0 - left for cell, left in zip(cells, edges, strict=False) if cell)
    return [right - margin for right in edges[1:]]


def _cell_line(cells: list[Segment | None], limits: Sequence[float], page: int) -> Line:
    filled = [cell for cell in cells if cell]
    line = line_of(filled, page, cells=True)
    reach = limits or [math.inf] * len(cells)
    texts = tuple(_cell_text(cell, limit) if cell else "" for cell, limit in zip(cells, reach, strict=True))
    return Line(" ".join(text for text in texts if text), line.page, line.box, line.font_size, line.bold, texts)


def _cell_text(cell: Segment, limit: float) -> str:
    """Return the text of a cell, its line ends turned into spaces and hyphenated words joined."""
    text = ""
    above: Row = []
    for row in rows(cell.words):
        line = " ".join(part.text for part in row)
        text = f"{text}{MAYBE_BROKEN}{line}" if _fills(above, row, limit) else join_lines(text, line)[0]
        above = row
    return text


def _fills(above: Row, row: Row, limit: float) -> bool:
    """Tell whether a line is one word that left no room for another letter, and the next may go on with it."""
    if len(above) != 1 or len(above[0].words) != 1 or not row[0].words[0].text[:1].islower():
        return False
    word = above[0].words[0]
    letters = len(word.text)
    return letters >= _FEWEST_LETTERS and word.text[-1].isalpha() and word.x1 + (word.x1 - word.x0) / letters > limit
