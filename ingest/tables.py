"""Rows of a page that form a table → lines with cells: by drawn rules, or by columns that align."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.aligned import (
    LETTERHEAD,
    aligned_table,
    column_of,
    had_no_room,
    is_nearer,
    merge,
    row_pitch,
    runs_on,
    split_at_columns,
    votes_until,
)
from ingest.columns import in_reading_order
from ingest.diagrams import with_figures_below
from ingest.documents import Line
from ingest.fields import BOXES, Labelled, labelled_parts
from ingest.geometry import Row, Rule, Segment, Word, line_of, rows, segment, with_underlines
from ingest.grids import grid_at, grids_of
from ingest.normalise import join_lines

# Share of the type that lines of one paragraph stand apart at most, beside the label of a form.
_SAME_PARAGRAPH = 0.25
_FEWEST_FOR_A_NUMBER = 3
# Type so much larger than that of a table is a heading's.
_LARGER = 1.15
_FEWEST_COLUMNS = 3
_SIGN = re.compile(r"(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,7} )?§ ?\d{1,4}(?: ?/ ?\d{2,4})?")


def page_lines(words: Sequence[Word], rules: Sequence[Rule], page: int, votes: Row | None = None) -> tuple[Line, ...]:
    """Return the lines of a page in reading order, table rows with their cells.

    ``votes`` is the row that names the columns of a list of votes which may go on from the page before.
    """
    words = with_underlines(words, rules)
    if parts := labelled_parts(words, rules):
        return tuple(_form_lines(words, rules, parts, page))
    grids = grids_of(rules)
    inside: dict[int, list[Word]] = {position: [] for position in range(len(grids))}
    outside: list[Word] = []
    for word in words:
        position = grid_at(grids, word)
        if position is None:
            outside.append(word)
        else:
            inside[position].append(word)
    found = _free_lines(outside, rules, page, votes)
    for position, grid in enumerate(grids):
        if inside[position]:
            table = grid.lines(inside[position], page, lambda band: _free_lines(band, rules, page))
            found = _insert(found, table, grid.y0)
    return tuple(found)


def _form_lines(words: Sequence[Word], rules: Sequence[Rule], parts: Sequence[Labelled], page: int) -> list[Line]:
    """Return the lines of a form with labels in its margin: each label is told with every paragraph beside it."""
    top = min(part.label.y0 for part in parts)
    told = {word for part in parts for word in part.words}
    labels = parts[-1].label
    rest = [word for word in words if word not in told and (word.y1 <= top or word.y0 >= labels.y1)]
    found = _free_lines([word for word in rest if word.y1 <= top], rules, page)
    for part in parts:
        label = line_of([segment([part.label])], page)
        found += _labelled_rows(label, _free_lines(part.words, rules, page))
    return found + _free_lines([word for word in rest if word.y0 >= labels.y1], rules, page)


def _labelled_rows(label: Line, beside: Sequence[Line]) -> list[Line]:
    """Return a row for each paragraph beside a label, which is told in each of them as a cell over several rows is."""
    paragraphs: list[list[Line]] = []
    for line in beside:
        if paragraphs and _goes_on(paragraphs[-1][-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    found = []
    for lines in paragraphs:
        text = ""
        for line in lines:
            text = join_lines(text, line.text)[0]
        cells = (label.text, *(lines[0].cells or (lines[0].parts if len(lines) == 1 else ()) or (text,)))
        found.append(replace(lines[0], text=f"{label.text} {text}", parts=(), cells=cells, column=0))
    return found or [replace(label, cells=(label.text,))]


def _goes_on(above: Line, line: Line) -> bool:
    """Tell whether a line beside a label goes on with the one above: set close to it, no box to tick in front."""
    if above.cells or line.cells or above.box is None or line.box is None or line.text[:1] in BOXES:
        return False
    return line.box.y0 - above.box.y1 < _SAME_PARAGRAPH * line.font_size


def _insert(lines: list[Line], table: list[Line], top: float) -> list[Line]:
    position = next((place for place, line in enumerate(lines) if line.box and line.box.y0 >= top), len(lines))
    above = lines[:position]
    if above and _names_columns_of(above[-1], table[0]):
        above[-1] = replace(above[-1], cells=above[-1].parts, parts=())
    return above + table + lines[position:]


def _names_columns_of(line: Line, row: Line) -> bool:
    """Tell whether a line right above a drawn table names its columns: often no rule is drawn around them."""
    near = line.box and row.box and line.box.y0 < row.box.y0 < line.box.y1 + line.font_size
    return bool(near) and len(line.parts) == len(row.cells) > _FEWEST_COLUMNS - 1


def _free_lines(words: Sequence[Word], rules: Sequence[Rule], page: int, votes: Row | None = None) -> list[Line]:
    """Return lines outside drawn tables; rows whose columns align become table rows."""
    if not words:
        return []
    ordered = _with_centred_labels(in_reading_order(with_figures_below(rows(words, rules))))
    found: list[Line] = []
    position = 0
    while votes and position < len(ordered):
        first = next((at for at in range(position, len(ordered)) if votes_until(ordered, at, votes) > at), len(ordered))
        end = votes_until(ordered, first, votes)
        found += _aligned_lines(ordered[position:first], page)
        found += aligned_table([votes, *ordered[first:end]], page)[1:]
        position = end
    return found + _aligned_lines(ordered[position:], page)


def _aligned_lines(ordered: Sequence[Row], page: int) -> list[Line]:
    found: list[Line] = []
    position = 0
    while position < len(ordered):
        last = _aligned_until(ordered, position, page)
        if last > position:
            found.extend(aligned_table(ordered[position : last + 1], page))
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
    last, full, seen = first, 1, [ordered[first]]
    for position in range(first + 1, len(ordered)):
        row, above = split_at_columns(ordered[position], columns), ordered[position - 1]
        gap = row[0].y0 - max(part.y1 for part in above)
        if gap < -0.5 * row[0].size or gap > 3.0 * max(row[0].size, 8.0) or not _fits(row, columns):
            break
        # In a table of three columns a number with words beside it is a row whose other cells are empty.
        if _marker_row(row) and (len(columns) < _FEWEST_FOR_A_NUMBER or not row[1].text[:1].isalpha()):
            break
        if _heads_section(ordered, position) or _titles_section(row, seen):
            break
        if page == 1 and row[0].y1 < LETTERHEAD and _crowds(row, columns):
            break
        if len(row) == 1 and (row[0].x0 < columns[1][0] - 3 and gap > 0.6 * row[0].size):
            break
        if len(row) >= 2:
            full += 1
            last = position
        elif (
            row[0].x0 >= columns[1][0] - 3
            or (gap < 0.6 * row[0].size and runs_on(row[0].text))
            or is_nearer(row, above, row_pitch(seen, columns), columns)
            or had_no_room(row, above, columns)
        ):
            last = position
        seen.append(row)
        columns = merge(columns, row)
    return last if full >= 2 else (last if last - first >= 1 else first)


def _titles_section(row: Row, seen: Sequence[Row]) -> bool:
    """Tell whether a line opens a § in larger type than all rows of a table: between labels in the margin, or below a head."""
    return "§" in row[0].words[0].text and row[0].size > _LARGER * max(part.size for one in seen for part in one)


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


def _fits(row: Row, columns: list[tuple[float, float]]) -> bool:
    """Tell whether every segment lies in one column, not across two."""
    for part in row:
        over = [column for column in columns if min(column[1], part.x1) - max(column[0], part.x0) > 2]
        if len(over) > 1 and not (part is row[-1] and abs(part.x0 - over[0][0]) < 3 and over[0] != columns[0]):
            return False
    return True


def _crowds(row: Row, columns: list[tuple[float, float]]) -> bool:
    """Tell whether two parts of a row would share a column: below a letterhead another row of labels begins."""
    taken = [column_of(part, columns) for part in row]
    return len(columns) <= 3 and len(set(taken)) < len(taken)
