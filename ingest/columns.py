"""Rows of a page set in two columns, or beside a margin of notes → reading order; pure geometry."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.comments import with_comments_after
from ingest.geometry import Row, Segment, Word, rows, segment
from ingest.prose import LARGER, ROOM, are_lists, are_prose, are_two_texts, flows, stand_apart, width_of

_GUTTER_POINTS = 8.0
# Points by which lines of one column may begin apart.
_EDGE = 3.0
# Left edges tried as the beginning of a second column: those where most parts of rows begin.
_MOST_EDGES = 4
_FEWEST_AT_EDGE = 2
# Margins hold notes, fields and addresses: narrower than the text, and its lines do not wait for those of the text.
_MARGIN_SHARE = 0.7
_MARGIN_LINES = 4
_TEXT_LINES = 6
_ON_THEIR_OWN = 0.5
_TOGETHER = 0.5
_CLOSE = 0.6
# The spaces of a justified line are all as wide.
_EVEN = 1.5
_MARKER = re.compile(r"[^\w\s]|\(?\w{1,2}[.)]")
# Share of the type below the letters, and points within which two lines stand on one line.
_DESCENT = 0.2
_SAME_LINE = 1.2


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Hold consecutive rows of a page that leave an upright strip free, as the lines on either side of it."""

    first: int
    last: int
    left: list[Segment]
    right: list[Segment]


def in_reading_order(all_rows: Sequence[Row]) -> list[Row]:
    """Return rows with columns read one after the other; two texts beside each other are marked as such."""
    ordered: list[Row] = []
    position = 0
    for stretch in _stretches(all_rows):
        ordered.extend(with_comments_after(all_rows[position : stretch.first]))
        sides = (stretch.left, stretch.right)
        apart = _is_margin(stretch) or are_lists(*sides) or are_two_texts(*sides)
        for number, side in enumerate(sides, start=1):
            ordered.extend([replace(part, column=number) if apart else part] for part in side)
        position = stretch.last + 1
    ordered.extend(with_comments_after(all_rows[position:]))
    return ordered


def _stretches(all_rows: Sequence[Row]) -> list[_Stretch]:
    """Return the parts of a page that are set in columns, from the top."""
    found: list[_Stretch] = []
    for edge in _edges(all_rows):
        for first, last in _free_runs(all_rows, edge):
            if any(first <= other.last and other.first <= last for other in found):
                continue
            stretch = _trimmed(all_rows, first, last, edge)
            if stretch and (
                are_prose(stretch.left, stretch.right) or _is_margin(stretch) or are_lists(stretch.left, stretch.right)
            ):
                found.append(stretch)
    return sorted(found, key=lambda stretch: stretch.first)


def _edges(all_rows: Sequence[Row]) -> list[float]:
    """Return left edges where many parts of rows begin, from the left: what hangs in a column begins further in."""
    outer = min((row[0].x0 for row in all_rows), default=0.0) + _GUTTER_POINTS
    edges = Counter(round(part.x0) for row in all_rows for part in row if part.x0 > outer)
    frequent = [(edge, count) for edge, count in edges.most_common(_MOST_EDGES) if count >= _FEWEST_AT_EDGE]
    return sorted(float(edge) for edge, _ in frequent)


def _free_runs(all_rows: Sequence[Row], edge: float) -> Iterator[tuple[int, int]]:
    """Yield first and last of consecutive rows none of whose words reaches into the strip before an edge."""
    first = None
    for position, row in enumerate(all_rows):
        if first is not None and stand_apart(all_rows[position - 1], row):
            yield first, position - 1
            first = None
        if not any(_reaches(part, edge) for part in row):
            first = position if first is None else first
        elif first is not None:
            yield first, position - 1
            first = None
    if first is not None:
        yield first, len(all_rows) - 1


def _reaches(part: Segment, edge: float) -> bool:
    if part.x1 <= edge - _GUTTER_POINTS or part.x0 >= edge - _EDGE:
        return False
    return any(word.x0 < edge - _EDGE and word.x1 > edge - _GUTTER_POINTS for word in part.words)


def _trimmed(all_rows: Sequence[Row], first: int, last: int, edge: float) -> _Stretch | None:
    """Return the rows of a run from the first to the last in which text begins at the edge, and what belongs to them."""
    sides = [_sides(row, edge) for row in all_rows[first : last + 1]]
    begins = [place for place, (_, right) in enumerate(sides) if right and abs(right[0].x0 - edge) <= _EDGE]
    if len(begins) < _FEWEST_AT_EDGE:
        return None
    top, bottom = begins[0], max(place for place, (_, right) in enumerate(sides) if right)
    while top and not sides[top - 1][1] and _follows(sides[top - 1][0], sides[top][0] or sides[top][1], 1.0):
        top -= 1
    while bottom + 1 < len(sides) and _goes_on(sides[bottom][0] or sides[bottom][1], sides[bottom + 1][0]):
        bottom += 1
    left, right = (_lines([word for side in sides[top : bottom + 1] for word in side[place]]) for place in (0, 1))
    return _Stretch(first + top, first + bottom, left, right) if left and right else None


def _sides(row: Row, edge: float) -> tuple[list[Word], list[Word]]:
    words = [word for part in row for word in part.words]
    return [word for word in words if word.x0 < edge - _EDGE], [word for word in words if word.x0 >= edge - _EDGE]


def _goes_on(above: Sequence[Word], below: Sequence[Word]) -> bool:
    """Tell whether a line below a text that stands beside another goes on with it: no title of what comes next."""
    return _follows(above, below, ROOM) and below[0].size < LARGER * above[0].size


def _follows(above: Sequence[Word], below: Sequence[Word], heights: float) -> bool:
    gap = min(word.y0 for word in below) - max(word.y1 for word in above)
    return gap <= heights * max(word.y1 - word.y0 for word in above)


def _lines(words: Sequence[Word]) -> list[Segment]:
    """Return the lines of one column; the wide spaces of justified lines, or behind the marker of an item, part nothing."""
    found: list[Segment] = []
    for row in rows(words):
        gaps = [word.x0 - before.x1 for part in row for before, word in pairwise(part.words)]
        gaps += [part.x0 - before.x1 for before, part in pairwise(row)]
        justified = len(gaps) > 1 and max(gaps) < _EVEN * min(gaps)
        if len(row) > 1 and (justified or (len(row) == 2 and _MARKER.fullmatch(row[0].text))):
            found.append(segment([word for part in row for word in part.words]))
        else:
            found.extend(row)
    return found


def _is_margin(stretch: _Stretch) -> bool:
    """Tell fields and addresses in the margin from the labels of a table: they stand beside lines inside paragraphs."""
    margin, text = sorted((stretch.left, stretch.right), key=width_of)
    if len(margin) < _MARGIN_LINES or len(text) < _TEXT_LINES or width_of(margin) > _MARGIN_SHARE * width_of(text):
        return False
    if not flows(text) or median(len(part.text) for part in margin) < 6:
        return False
    # Labels of a form or table stand one by one, each at the beginning of what it names.
    close = sum(below.y0 - above.y1 < _CLOSE * below.size for above, below in pairwise(margin))
    if close < _TOGETHER * len(margin):
        return False
    levels = [_level(part) for part in text]
    within = [part for part in margin if levels[0] - _level(part) < part.size and _level(part) <= levels[-1]]
    alone = sum(all(abs(_level(part) - level) > _SAME_LINE for level in levels) for part in within)
    return len(within) >= _MARGIN_LINES and alone >= _ON_THEIR_OWN * len(within)


def _level(part: Segment) -> float:
    """Return the height of the line that the letters stand on."""
    return part.y1 - _DESCENT * part.size
