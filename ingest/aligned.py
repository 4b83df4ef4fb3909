"""Rows whose parts stand below one another → rows of a table with their cells; what runs on stays in its row."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ingest.boards import is_letterhead
from ingest.documents import Box, Line
from ingest.geometry import Row, Rule, Segment, Word, line_of, rows, segment
from ingest.grids import grid_at, grids_of
from ingest.normalise import join_lines
from ingest.signing import PERSON, TITLE_WORD
from ingest.votes import is_mark, names_votes

_OTHER_SIZE = 0.6
# Rows that tell how far below one another rows begin, and share of the type by which a line of a cell is nearer.
_FEWEST_STEPS = 2
_FEWEST_COLUMNS = 3
_NEARER = 0.15
CAPTION = re.compile(r"(?:tabell|diagram|figur|bild|graf|källa|foto|not)\b", re.IGNORECASE)
_SAME_EDGE = 3.0
_MOST_HEAD_LINES = 3
_CLOSE_LINES = 0.6
_LABEL = re.compile(r"[^\W\d_][^:.]{2,20}:\s")
# Points from the top of the first page: here forms stand beside the sender, label above value.
LETTERHEAD = 230.0
_PARTY = re.compile(r"\([A-ZÅÄÖ]{1,4}\)(?:,.*)?")
# A figure with what it counts or measures: "16 m", "4 st", "50 km/h", "3,2 MWh".
_UNIT = r"[%‰]|(?!(?:och|eller|av|i|till|för|på|med|om|den|de|en|ett)\b)(?:[a-zåäöµ]{1,5}|[kMG]?Wh?|SEK)[²³]?(?:/[a-zåäö]{1,5}[²³]?)?"
VALUE = re.compile(rf"[-–+−]?\d[\d\s.,]*\s*(?:{_UNIT})?|[-–xX✓]")
_FIGURE = re.compile(rf"[-–+−]?\d[\d\s.,]*\s*(?:{_UNIT})?")
_BROKEN_NUMBER = re.compile(r"\d[-–/]$")


def split_at_columns(row: Row, columns: list[tuple[float, float]]) -> Row:
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


def merge(columns: list[tuple[float, float]], row: Row) -> list[tuple[float, float]]:
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


def aligned_table(table: Sequence[Row], page: int) -> list[Line]:
    columns: list[tuple[float, float]] = [(part.x0, part.x1) for part in table[0]]
    table = [table[0], *(split_at_columns(row, columns) for row in table[1:])]
    for row in table[1:]:
        columns = merge(columns, row)
    pitch = row_pitch(table, columns)
    found: list[list[list[Segment]]] = []
    for position, row in enumerate(table):
        placed = _place(row, columns)
        above = table[position - 1] if position else None
        stacked = page == 1 and row[0].y1 < LETTERHEAD and bool(found) and _stacked(found[-1], placed, columns)
        runs_on_below = above is not None and (
            _continues(placed, row, above)
            or is_nearer(row, above, pitch, columns)
            or (_gap(above, row) < _CLOSE_LINES * row[0].size and _had_no_room(found[-1], placed, columns))
        )
        if found and runs_on_below and not stacked:
            for cell, parts in zip(found[-1], placed, strict=True):
                cell.extend(parts)
        else:
            found.append(placed)
    # A row of a list of votes may hold one name alone: its column tells how that member voted.
    votes = names_votes([part.text for part in table[0]])
    return [_row_line(row, page, always=votes) for row in _with_one_head(found)]


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
    return len(filled) > 1 and 2 * sum(bool(VALUE.fullmatch(cell[0].text)) for cell in filled) >= len(filled)


def _top(row: list[list[Segment]]) -> float:
    return min(part.y0 for cell in row for part in cell)


def _place(row: Row, columns: list[tuple[float, float]]) -> list[list[Segment]]:
    placed: list[list[Segment]] = [[] for _ in columns]
    for part in row:
        placed[column_of(part, columns)].append(part)
    return placed


def column_of(part: Segment, columns: list[tuple[float, float]]) -> int:
    for index, (x0, _) in enumerate(columns):
        if abs(part.x0 - x0) < 3:
            return index
    overlaps = [min(x1, part.x1) - max(x0, part.x0) for x0, x1 in columns]
    return overlaps.index(max(overlaps))


def _had_no_room(
    above: list[list[Segment]], placed: list[list[Segment]], columns: Sequence[tuple[float, float]]
) -> bool:
    """Tell whether a row of few parts goes on with a full one: its words had no room in their columns above."""
    few = len(columns) >= _FEWEST_COLUMNS and 2 * sum(map(bool, placed)) <= len(columns) and not placed[-1]
    if not (few or _runs_on_in_fields(above, placed)) or not all(above) or not placed[0]:
        return False
    for cell, parts, (edge, _) in zip(above[:-1], placed[:-1], columns[1:], strict=True):
        if parts:
            word = parts[0].words[0]
            if VALUE.fullmatch(parts[0].text) or cell[-1].x1 + 0.3 * word.size + word.x1 - word.x0 < edge - word.size:
                return False
    return True


def _runs_on_in_fields(above: list[list[Segment]], placed: list[list[Segment]]) -> bool:
    """Tell words below fields, each with its label in front ("Ansvarig: Utredare Lisa" / "Ek"), that are no field themselves."""
    labelled = all(cell and _LABEL.match(cell[0].text) for cell in above)
    return labelled and not any(_LABEL.match(part.text) for cell in placed for part in cell)


def had_no_room(row: Row, above: Row, columns: list[tuple[float, float]]) -> bool:
    """Tell whether a row close below another goes on with it: its words had no room in their columns there."""
    close = _gap(above, row) < _CLOSE_LINES * row[0].size and abs(above[0].size - row[0].size) < _OTHER_SIZE
    at_edges = all(any(abs(part.x0 - x0) < _SAME_EDGE for x0, _ in columns) for part in row)
    return close and at_edges and _had_no_room(_place(above, columns), _place(row, columns), columns)


def _gap(above: Row, row: Row) -> float:
    return row[0].y0 - max(part.y1 for part in above)


def row_pitch(table: Sequence[Row], columns: Sequence[tuple[float, float]]) -> float:
    """Return how far below one another the rows of a table begin at least, told by those with all columns; 0 if few."""
    steps = [_step(above, row, min) for above, row in pairwise(table) if len(row) == len(columns)]
    return min(steps) if len(steps) >= _FEWEST_STEPS else 0.0


def is_nearer(row: Row, above: Row, pitch: float, columns: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a row without all columns stands nearer to the one above than any row of its table begins."""
    if len(row) >= len(columns) or not 0 < _step(above, row, max) < pitch - _NEARER * row[0].size:
        return False
    over = [(part, one) for part in row for one in above if part.x0 < one.x1 and one.x0 < part.x1]
    return not CAPTION.match(row[0].text) and all(_is_below(part, one) for part, one in over)


def _is_below(part: Segment, over: Segment) -> bool:
    """Tell whether a part begins, ends or has its middle where the one above it does, in the same type."""
    left, right = abs(part.x0 - over.x0), abs(part.x1 - over.x1)
    middle = abs(part.x0 + part.x1 - over.x0 - over.x1) / 2
    return min(left, right, middle) < _SAME_EDGE and abs(part.size - over.size) < _OTHER_SIZE


def _step(above: Row, row: Row, choose: Callable[..., float]) -> float:
    tops = min(part.y0 for part in row) - min(part.y0 for part in above)
    return choose(tops, max(part.y1 for part in row) - max(part.y1 for part in above))


def _continues(placed: list[list[Segment]], row: Row, above: Row) -> bool:
    """Tell whether a row goes on with the cells of the row above rather than starting a new one."""
    gap = _gap(above, row)
    if not placed[0]:
        values = all(VALUE.fullmatch(part.text) and not _breaks_off(part, above) for part in row)
        values = values or any(_is_figure_below(part, above) for part in row)
        signs = any(PERSON.match(part.text) for part in row) and all(TITLE_WORD.fullmatch(part.text) for part in above)
        return gap < 1.2 * max(row[0].size, 8.0) and not values and not signs
    label = placed[0][0].text
    if len(row) == 1 and _PARTY.fullmatch(label) and gap < row[0].size:
        return True
    if gap > 0.6 * max(row[0].size, 8.0) or not runs_on(label) or "@" in label:
        return False
    return not any(VALUE.fullmatch(part.text) for part in row[1:])


def is_figure(text: str) -> bool:
    """Tell whether a text is a figure, with what it counts or measures maybe."""
    return _FIGURE.fullmatch(text) is not None


def _is_figure_below(part: Segment, above: Row) -> bool:
    """Tell whether a figure stands below another: each is of a row of its own, the second without a label maybe."""
    over = [one for one in above if one.x0 < part.x1 and part.x0 < one.x1]
    figures = bool(over) and all(is_figure(one.text) for one in (part, *over))
    return figures and not _breaks_off(part, above)


def _breaks_off(part: Segment, above: Row) -> bool:
    """Tell whether a number that a line's end broke ("KS 2031-") stands right above a part."""
    return any(abs(one.x0 - part.x0) < _SAME_EDGE and _BROKEN_NUMBER.search(one.text) for one in above)


def runs_on(text: str) -> bool:
    """Tell whether words go on with what stands above them: a small letter, or the party of a name."""
    return text[:1].islower() or _PARTY.fullmatch(text) is not None


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


def _row_line(cells: list[list[Segment]], page: int, *, always: bool = False) -> Line:
    texts = []
    for cell in cells:
        text = ""
        for part in cell:
            text = join_lines(text, part.text)[0]
        texts.append(text)
    parts = [part for cell in cells for part in cell]
    line = line_of(parts, page)
    filled = [text for text in texts if text]
    if len(filled) == 1 and not always:
        return Line(filled[0], page, line.box, line.font_size, line.bold, stressed=line.stressed)
    box = line.box or Box(0, 0, 0, 0)
    return Line(" ".join(filled), page, box, line.font_size, line.bold, tuple(texts))


def vote_head(words: Sequence[Word], rules: Sequence[Rule]) -> Row | None:
    """Return the last row of a page that names the columns of a list of votes, outside drawn tables."""
    if not any(word.text[:2].lower() == "ja" for word in words) or not any(
        "nej" in word.text.lower() for word in words
    ):
        return None
    grids = grids_of(rules)
    free = [word for word in words if grid_at(grids, word) is None]
    heads = [row for row in rows(free, rules) if len(row) > 1 and names_votes([part.text for part in row])]
    return heads[-1] if heads else None


def votes_until(ordered: Sequence[Row], first: int, head: Row | None) -> int:
    """Return the row after the last one from ``first`` that goes on with a list of votes of the page before."""
    last = first
    while head and last < len(ordered):
        row = ordered[last]
        marked = len(row) > 1 and all(is_mark(part.text) and _stands_under(part, head[1:]) for part in row[1:])
        wrapped = last > first and len(row) == 1 and runs_on(row[0].text) and _gap(ordered[last - 1], row) < row[0].size
        if abs(row[0].x0 - head[0].x0) > _SAME_EDGE or not (marked or wrapped):
            break
        last += 1
    return last


def _stands_under(part: Segment, head: Sequence[Segment]) -> bool:
    return any(part.x0 < name.x1 + _SAME_EDGE and name.x0 - _SAME_EDGE < part.x1 for name in head)
