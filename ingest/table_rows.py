"""Rows of a table → blocks of their own, each with the names of its columns; a row cut by the page made whole (pure)."""

import re
from dataclasses import replace

from ingest.aligned import VALUE, is_figure
from ingest.broken_words import ends_broken_word
from ingest.documents import Block, Line
from ingest.groups import Group
from ingest.normalise import join_lines
from ingest.swedish_dates import ANY_YEAR, is_year
from ingest.votes import names_votes

# "2023", "2022/23", "2023-12-31": what a column of figures is of.
_PERIOD = re.compile(rf"{ANY_YEAR}(?:[-/–](?:\d{{2,4}}|\d\d-\d\d))?")
_DIGIT = re.compile(r"\d")
# What numbers the rows of a table: "3", "2.4.1", "B7", "6.2 *".
_ROW_NUMBER = re.compile(r"[A-ZÅÄÖ]{0,3}[ .-]?\d{1,3}(?:\.\d{1,3})*\.?(?: ?\*)?")
_COLUMN_NAME = 40
_FEWEST_COLUMNS = 3


def add_row(groups: list[Group], line: Line) -> None:
    """Add a table row; a header row said again on the next page is left out, a row cut by the page is made whole."""
    above = groups[-1] if groups else None
    if above is None or above.block is not Block.TABLE_ROW or not _same_table(above.last, line):
        groups.append(Group(Block.TABLE_ROW, [line], header=_header_over_title(groups, line)))
        return
    if line.page != above.last.page:
        if line.cells == above.header:
            return
        if _goes_on_in_first_cell(groups, line):
            above.lines[-1] = _whole_row(above.last, line)
            return
        if not line.cells[0] and above.last.cells[0] and not _tells_figures_again(above.last.cells, line.cells):
            if _is_within(above.last.cells, line.cells):
                above.lines[-1] = _whole_row(above.last, line)
            else:
                above.lines.append(line)
            return
    header = above.header or (above.last.cells if _looks_like_header(above.last, line) else ())
    groups.append(Group(Block.TABLE_ROW, [line], header=header))


def _goes_on_in_first_cell(groups: list[Group], line: Line) -> bool:
    """Tell whether words alone in the first column of a new page go on with the row above: no row of the table is like it."""
    if len(line.cells) < _FEWEST_COLUMNS or not line.cells[0] or any(line.cells[1:]) or line.bold:
        return False
    table = [group for group in groups if group.block is Block.TABLE_ROW and group.header == groups[-1].header]
    return bool(groups[-1].header) and all(all(row.cells) for group in table for row in group.lines)


def _tells_figures_again(cells: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Tell a row of its own, its label that of the row above, from the rest of one: it has a figure where that row has."""
    return any(is_figure(first) and is_figure(second) for first, second in zip(cells, rest, strict=True))


def _is_within(cells: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Tell whether the rest of a row goes on in a cell that is not its last; below the row it would be torn apart."""
    filled = [position for position, cell in enumerate(cells) if cell]
    return any(cell for cell in rest[: filled[-1]])


def _whole_row(above: Line, rest: Line) -> Line:
    """Return a row that a page cut as one, each cell with what stands of it on the next page."""
    cells = tuple(
        first + second if ends_broken_word(first, second) else join_lines(first, second)[0]
        for first, second in zip(above.cells, rest.cells, strict=True)
    )
    return replace(above, text=" ".join(cell for cell in cells if cell), cells=cells)


def _header_over_title(groups: list[Group], line: Line) -> tuple[str, ...]:
    """Return the names of the columns where a part of the table begins with a title of its own above the row."""
    if len(groups) < 2 or len(groups[-1].lines) > 1 or len(line.cells) < _FEWEST_COLUMNS:
        return ()
    row, title = groups[-2], groups[-1].last
    if (
        row.block is not Block.TABLE_ROW
        or len(row.last.cells) != len(line.cells)
        or len(title.cells) >= len(line.cells)
    ):
        return ()
    # A row in bold below plain ones, or one below the title of a §, heads a table of its own.
    if not (_near(row.last, title) and _near(title, line)) or (line.bold and not row.last.bold) or "§" in title.text:
        return ()
    header = row.header or (row.last.cells if _looks_like_header(row.last, line) else ())
    # Names said again head a table of their own.
    again = [cell.casefold() for cell in header] == [cell.casefold() for cell in line.cells]
    return () if again else header


def _same_table(above: Line, line: Line) -> bool:
    if len(above.cells) != len(line.cells):
        return False
    return above.page != line.page or _near(above, line)


def _near(above: Line, line: Line) -> bool:
    if above.box is None or line.box is None:
        return above.page == line.page
    return above.page == line.page and line.box.y0 - above.box.y1 < 4 * max(line.font_size, 8)


def _looks_like_header(first: Line, second: Line) -> bool:
    """Tell whether a first row names the columns: bolder than the next, or words or years where the next has numbers."""
    if not all(first.cells[1:]) or any(cell.endswith(":") for cell in first.cells) or _holds_sums(first.cells):
        return False
    if (first.bold and not second.bold) or names_votes(first.cells):
        return True
    if _names_columns(first.cells) and _ROW_NUMBER.fullmatch(second.cells[0]):
        return True
    values = [VALUE.fullmatch(cell) is not None for cell in second.cells[1:]]
    words = [cell[:1].isalpha() for cell in first.cells[1:]]
    named = all(words) or (_tells_periods(first.cells[1:]) and not _tells_periods(second.cells[1:]))
    return len(first.cells) > 2 and named and sum(values) >= 0.5 * len(values)


def _tells_periods(cells: tuple[str, ...]) -> bool:
    """Tell whether cells are years or days in order, forward or backward, as columns of figures are named."""
    order = sorted(set(cells))
    return all(map(_PERIOD.fullmatch, cells)) and list(cells) in (order, order[::-1])


def _holds_sums(cells: tuple[str, ...]) -> bool:
    """Tell whether a row tells figures, as sums set in bold do; years name columns."""
    return any(VALUE.fullmatch(cell) and not is_year(cell) for cell in cells[1:])


def _names_columns(cells: tuple[str, ...]) -> bool:
    """Tell whether all cells are short words, as the names of columns are, the column of numbers maybe without one."""
    named = [cell for cell in cells if cell]
    return len(named) > 2 and all(
        cell[0].isalpha() and len(cell) <= _COLUMN_NAME and not _DIGIT.search(cell) for cell in named
    )
