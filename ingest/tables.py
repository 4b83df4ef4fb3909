"""Rows of a page that form a table → lines with cells: by drawn rules, or by columns that align."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.boards import is_letterhead
from ingest.columns import in_reading_order
from ingest.diagrams import with_figures_below
from ingest.documents import Box, Line
from ingest.geometry import Row, Rule, Segment, Word, line_of, rows, segment
from ingest.grids import grid_at, grids_of
from ingest.normalise import join_lines

_OTHER_SIZE = 0.6
_MOST_HEAD_LINES = 3
_CLOSE_LINES = 0.6
_FEWEST_FOR_A_NUMBER = 3
_LABEL = re.compile(r"[^\W\d_][^:.]{2,20}:\s")
# Points from the top of the first page: here forms stand beside the sender, label above value.
_LETTERHEAD = 230.0
_SIGN = re.compile(r"(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,7} )?§ ?\d{1,4}(?: ?/ ?\d{2,4})?")
_VALUE = re.compile(r"[-–+−]?[\d\s.,]+\s*(?:%|kr|tkr|mnkr|mkr)?|[-–x✓]", re.I)


def page_lines(words: Sequence[Word], rules: Sequence[Rule], page: int) -> tuple[Line, ...]:
    """Return the lines of a page in reading order, table rows with their cells."""
    grids = grids_of(rules)
    inside: dict[int, list[Word]] = {position: [] for position in range(len(grids))}
    outside: list[Word] = []
    for word in words:
        position = grid_at(grids, word)
        if position is None:
            outside.append(word)
        else:
            inside[position].append(word)
    found = _free_lines(outside, rules, page)
    for position, grid in enumerate(grids):
        if inside[position]:
            table = grid.lines(inside[position], page, lambda band: _free_lines(band, rules, page))
            found = _insert(found, table, grid.y0)
    return tuple(found)


def _insert(lines: list[Line], table: list[Line], top: float) -> list[Line]:
    for position, line in enumerate(lines):
        if line.box and line.box.y0 >= top:
            return lines[:position] + table + lines[position:]
    return lines + table


def _free_lines(words: Sequence[Word], rules: Sequence[Rule], page: int) -> list[Line]:
    """Return lines outside drawn tables; rows whose columns align become table rows."""
    if not words:
        return []
    ordered = _with_centred_labels(in_reading_order(with_figures_below(rows(words, rules))))
    found: list[Line] = []
    position = 0
    while position < len(ordered):
        last = _aligned_until(ordered, position, page)
        if last > position:
            found.extend(_aligned_table(ordered[position : last + 1], page))
        else:
            found.append(line_of(ordered[position], page))
        position = last + 1
    return found


def _with_centred_labels(ordered: Sequence[Row]) -> list[Row]:
    """Return the rows with a label that stands halfway down two lines beside it set on the first of them.

    Lists of the §§ of minutes are often set so: the § in a column of its own, its title on two lines.
    """
    found = list(ordered)
    for position in range(len(found) - 2):
        first, label, second = found[position : position + 3]
        if len(first) == len(label) == len(second) == 1 and _is_centred(first[0], label[0], second[0]):
            found[position : position + 3] = [[label[0], first[0]], [second[0]], []]
    return [row for row in found if row]


def _is_centred(first: Segment, label: Segment, second: Segment) -> bool:
    beside = label.x1 < min(first.x0, second.x0) and abs(first.x0 - second.x0) < 3
    return beside and label.y0 < first.y1 - 1 and label.y1 > second.y0 + 1 and first.y0 < label.y0 < second.y0


def _aligned_until(ordered: Sequence[Row], first: int, page: int) -> int:
    """Return the last row of the table that begins at ``first``; ``first`` itself where none does."""
    if len(ordered[first]) < 2 or _marker_row(ordered[first]) or _heads_section(ordered, first):
        return first
    columns = [(part.x0, part.x1) for part in ordered[first]]
    last, full = first, 1
    for position in range(first + 1, len(ordered)):
        row, above = _split_at_columns(ordered[position], columns), ordered[position - 1]
        gap = row[0].y0 - max(part.y1 for part in above)
        if gap < -0.5 * row[0].size or gap > 3.0 * max(row[0].size, 8.0) or not _fits(row, columns):
            break
        # In a table of three columns a number with words beside it is a row whose other cells are empty.
        if _marker_row(row) and (len(columns) < _FEWEST_FOR_A_NUMBER or not row[1].text[:1].isalpha()):
            break
        if _heads_section(ordered, position):
            break
        if page == 1 and row[0].y1 < _LETTERHEAD and _crowds(row, columns):
            break
        if len(row) == 1 and (row[0].x0 < columns[1][0] - 3 and gap > 0.6 * row[0].size):
            break
        if len(row) >= 2:
            full += 1
            last = position
        elif row[0].x0 >= columns[1][0] - 3 or (gap < 0.6 * row[0].size and row[0].text[:1].islower()):
            last = position
        columns = _merge(columns, row)
    return last if full >= 2 else (last if last - first >= 1 else first)


def _marker_row(row: Row) -> bool:
    """Tell whether the row is a list item or § whose marker stands apart from its text."""
    first = row[0].text
    return (
        len(row) == 2
        and len(first) <= 6
        and bool(re.fullmatch(r"[•▪●○◦·–-]|\(?\w{1,3}[.)/]|\d+(?:\.\d+)*\.?|§ ?\d+.?", first))
    )


def _heads_section(ordered: Sequence[Row], position: int) -> bool:
    """Tell whether a row opens a § of minutes, its title and number beside the sign; a list of §§ is a table."""
    beside = [row for row in ordered[max(position - 1, 0) : position + 2] if row is not ordered[position]]
    return _opens_section(ordered[position]) and not any(_opens_section(row) for row in beside)


def _opens_section(row: Row) -> bool:
    # Most rows hold no §: their text is not put together for it.
    signed = len(row) > 1 and any("§" in word.text for word in row[0].words[:2])
    return signed and _SIGN.fullmatch(row[0].text) is not None


def _split_at_columns(row: Row, columns: list[tuple[float, float]]) -> Row:
    """Cut a segment where a word begins right at a column after more than a usual space."""
    if len(row) >= len(columns):
        return row
    found: Row = []
    for part in row:
        start = 0
        for position in range(1, len(part.words)):
            word, before = part.words[position], part.words[position - 1]
            at_column = any(abs(word.x0 - x0) < 2 for x0, _ in columns[1:])
            if at_column and word.x0 - before.x1 > 0.45 * max(word.size, 6.0):
                found.append(segment(part.words[start:position]))
                start = position
        found.append(segment(part.words[start:]) if start else part)
    return found


def _fits(row: Row, columns: list[tuple[float, float]]) -> bool:
    """Tell whether every segment lies in one column, not across two."""
    for part in row:
        over = [column for column in columns if min(column[1], part.x1) - max(column[0], part.x0) > 2]
        if len(over) > 1 and not (part is row[-1] and abs(part.x0 - over[0][0]) < 3 and over[0] != columns[0]):
            return False
    return True


def _crowds(row: Row, columns: list[tuple[float, float]]) -> bool:
    """Tell whether two parts of a row would share a column: below a letterhead another row of labels begins."""
    taken = [_column_of(part, columns) for part in row]
    return len(columns) <= 3 and len(set(taken)) < len(taken)


def _merge(columns: list[tuple[float, float]], row: Row) -> list[tuple[float, float]]:
    """Return the columns widened by a row; text that runs on over empty columns widens none of them."""
    merged = list(columns)
    for part in row:
        for position, (x0, x1) in enumerate(merged):
            if min(x1, part.x1) - max(x0, part.x0) > 2 or abs(part.x0 - x0) < 3:
                limit = merged[position + 1][0] - 2 if position + 1 < len(merged) else part.x1
                merged[position] = (min(x0, part.x0), max(x1, min(part.x1, limit)))
                break
        else:
            merged.append((part.x0, part.x1))
            merged.sort()
    return merged


def _aligned_table(table: Sequence[Row], page: int) -> list[Line]:
    columns: list[tuple[float, float]] = [(part.x0, part.x1) for part in table[0]]
    table = [table[0], *(_split_at_columns(row, columns) for row in table[1:])]
    for row in table[1:]:
        columns = _merge(columns, row)
    found: list[list[list[Segment]]] = []
    for position, row in enumerate(table):
        placed = _place(row, columns)
        above = table[position - 1] if position else None
        stacked = page == 1 and row[0].y1 < _LETTERHEAD and bool(found) and _stacked(found[-1], placed, columns)
        if found and above and _continues(placed, row, above) and not stacked:
            for cell, parts in zip(found[-1], placed, strict=True):
                cell.extend(parts)
        else:
            found.append(placed)
    return [_row_line(row, page) for row in _with_one_head(found)]


def _with_one_head(found: list[list[list[Segment]]]) -> list[list[list[Segment]]]:
    """Return the rows with the lines of a head that is set on two or three made one row of it."""
    first = next((place for place, row in enumerate(found[: _MOST_HEAD_LINES + 1]) if _holds_values(row)), 0)
    lines = found[:first]
    if len(lines) < 2 or sum(bool(row[0]) for row in lines) > 1 or not all(any(row[1:]) for row in lines):
        return found
    for above, row in pairwise(lines):
        gap = _top(row) - max(part.y1 for cell in above for part in cell)
        if gap > _CLOSE_LINES * max(part.size for cell in row for part in cell):
            return found
    head = [[part for row in lines for part in row[column]] for column in range(len(found[0]))]
    return [head, *found[first:]] if all(head[1:]) else found


def _holds_values(row: list[list[Segment]]) -> bool:
    """Tell whether most cells of a row beside the first are figures."""
    filled = [cell for cell in row[1:] if cell]
    return len(filled) > 1 and 2 * sum(bool(_VALUE.fullmatch(cell[0].text)) for cell in filled) >= len(filled)


def _top(row: list[list[Segment]]) -> float:
    return min(part.y0 for cell in row for part in cell)


def _place(row: Row, columns: list[tuple[float, float]]) -> list[list[Segment]]:
    placed: list[list[Segment]] = [[] for _ in columns]
    for part in row:
        placed[_column_of(part, columns)].append(part)
    return placed


def _column_of(part: Segment, columns: list[tuple[float, float]]) -> int:
    for index, (x0, _) in enumerate(columns):
        if abs(part.x0 - x0) < 3:
            return index
    overlaps = [min(x1, part.x1) - max(x0, part.x0) for x0, x1 in columns]
    return overlaps.index(max(overlaps))


def _continues(placed: list[list[Segment]], row: Row, above: Row) -> bool:
    """Tell whether a row goes on with the cells of the row above rather than starting a new one."""
    gap = row[0].y0 - max(part.y1 for part in above)
    if not placed[0]:
        values = all(_VALUE.fullmatch(part.text) for part in row)
        return gap < 1.2 * max(row[0].size, 8.0) and not values
    label = placed[0][0].text
    if gap > 0.6 * max(row[0].size, 8.0) or not label[:1].islower() or "@" in label:
        return False
    return not any(_VALUE.fullmatch(part.text) for part in row[1:])


def _stacked(above: list[list[Segment]], placed: list[list[Segment]], columns: list[tuple[float, float]]) -> bool:
    """Tell the lines of a form at the head of a letter, one below the other, from a cell whose text runs on.

    Where the first column holds nothing or the sender, only a line that the column's edge broke goes on; beside a label
    of a form its values stand one below the other. Type of another size is a label or its value.
    """
    filled = [index for index, parts in enumerate(placed) if parts]
    if len(columns) > 3 or len(filled) != 1 or not above[filled[0]]:
        return False
    last, first = above[filled[0]][-1], placed[filled[0]][0]
    if abs(last.size - first.size) > _OTHER_SIZE or _LABEL.match(first.text):
        return True
    sender = not above[0] or is_letterhead(above[0][0].text)
    if not sender or first.text[:1].islower():
        return False
    word = first.words[0]
    return last.x1 + (word.x1 - word.x0) + 0.3 * first.size < columns[filled[0]][1] - 1


def _row_line(cells: list[list[Segment]], page: int) -> Line:
    texts = []
    for cell in cells:
        text = ""
        for part in cell:
            text = join_lines(text, part.text)[0]
        texts.append(text)
    parts = [part for cell in cells for part in cell]
    line = line_of(parts, page)
    filled = [text for text in texts if text]
    if len(filled) == 1:
        return Line(filled[0], page, line.box, line.font_size, line.bold)
    box = line.box or Box(0, 0, 0, 0)
    return Line(" ".join(filled), page, box, line.font_size, line.bold, tuple(texts))
