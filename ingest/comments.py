"""Rows of a page where comments stand beside a text for a while → reading order; pure geometry."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.geometry import Row, Segment
from ingest.prose import LARGER, are_prose, are_two_texts, stand_apart

_GUTTER_POINTS = 8.0
# Share of its height by which a line may not reach into the line above it in one column.
_OVERLAP = 0.25


@dataclass(frozen=True, slots=True)
class _Run:
    """Hold consecutive rows that leave a common upright strip of the page free."""

    first: int
    last: int
    left: float
    right: float


def with_comments_after(all_rows: Sequence[Row]) -> list[Row]:
    """Return rows with lines beside each other read one side after the other; two texts are marked as such."""
    pairs = _paired(all_rows)
    level = [sorted((part for row in pair for part in row), key=lambda part: part.x0) for pair in pairs]
    ordered: list[Row] = []
    position = 0
    for run in _column_runs(level):
        ordered.extend(row for pair in pairs[position : run.first] for row in pair)
        sides = _sides(level, run)
        apart = are_two_texts(*sides)
        for number, side in enumerate(sides, start=1):
            ordered.extend([replace(part, column=number) if apart else part] for part in side)
        position = run.last + 1
    ordered.extend(row for pair in pairs[position:] for row in pair)
    return ordered


def _column_runs(all_rows: Sequence[Row]) -> list[_Run]:
    """Find runs of rows set in two prose columns, and the free strip between the columns."""
    runs: list[_Run] = []
    position = 0
    while position < len(all_rows):
        run = _longest_run(all_rows, position)
        if run and are_prose(*_sides(all_rows, run)):
            runs.append(_from_the_top(all_rows, run, runs[-1].last + 1 if runs else 0))
            position = run.last + 1
        else:
            position += 1
    return runs


def _paired(all_rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """Return the rows, two together where the lines of two columns stand at uneven heights: beside, and half over."""
    found: list[tuple[Row, ...]] = []
    for row in all_rows:
        above = found[-1] if found else ()
        if len(above) == 1 and len(above[0]) == len(row) == 1 and _stands_beside(above[0][0], row[0]):
            found[-1] = (above[0], row)
        else:
            found.append((row,))
    return found


def _stands_beside(above: Segment, part: Segment) -> bool:
    over = above.y1 - part.y0 > _OVERLAP * (above.y1 - above.y0)
    return over and max(above.x0, part.x0) - min(above.x1, part.x1) >= _GUTTER_POINTS


def _longest_run(all_rows: Sequence[Row], first: int) -> _Run | None:
    if len(all_rows[first]) != 2:
        return None
    left, right = all_rows[first][0].x1, all_rows[first][1].x0
    last = first
    for position in range(first + 1, len(all_rows)):
        row = all_rows[position]
        if stand_apart(all_rows[position - 1], row):
            break
        new_left = max([left, *(part.x1 for part in row if part.x0 < (left + right) / 2)])
        new_right = min([right, *(part.x0 for part in row if part.x0 >= (left + right) / 2)])
        if new_right - new_left < _GUTTER_POINTS or len(row) > 2:
            break
        left, right, last = new_left, new_right, position
    last = _without_next(all_rows, first, last, left)
    return _Run(first, last, left, right) if last - first >= 3 else None


def _without_next(all_rows: Sequence[Row], first: int, last: int, left: float) -> int:
    """Return the last row of a run without a title, and what it heads, below which nothing stands on the right."""
    below = max(place for place in range(first, last + 1) if any(part.x0 >= left for part in all_rows[place]))
    titles = (place for place in range(below + 1, last + 1) if _is_title(all_rows[place], all_rows[place - 1]))
    return next(titles, last + 1) - 1


def _is_title(row: Row, above: Row) -> bool:
    """Tell whether a row is a line alone in larger type than the row above: it heads what comes next."""
    return len(row) == 1 and row[0].size > LARGER * max(part.size for part in above)


def _from_the_top(all_rows: Sequence[Row], run: _Run, earliest: int) -> _Run:
    """Return a run with the lines above it that stand alone in one of its columns: the columns may begin unevenly."""
    first, left, right = run.first, run.left, run.right
    while first > earliest and len(all_rows[first - 1]) == 1:
        part, below = all_rows[first - 1][0], min(item.y0 for item in all_rows[first])
        left, right = (max(left, part.x1), right) if part.x0 < left else (left, min(right, part.x0))
        if right - left < _GUTTER_POINTS or below - part.y1 > part.y1 - part.y0:
            break
        run = _Run(first := first - 1, run.last, left, right)
    return run


def _sides(all_rows: Sequence[Row], run: _Run) -> tuple[list[Segment], list[Segment]]:
    sides: tuple[list[Segment], list[Segment]] = ([], [])
    for row in all_rows[run.first : run.last + 1]:
        for part in row:
            sides[part.x0 >= run.right - 0.5].append(part)
    return sides
