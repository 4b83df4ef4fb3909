"""Tell running text from fields, labels and cells by the shape of its lines; pure geometry."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.geometry import Row, Segment

# "Datum: 2026-03-01": a field of a form, not running text.
_LABELLED = re.compile(r"[^:]{2,28}:\s")
_BULLET = re.compile(r"[•▪●○◦·■□➢✓]\s*\S")
_FEWEST_ITEMS = 2
_OTHER_TYPE = 0.3
# Heights of a line that one text leaves free beside the other; a heading or a new paragraph takes less.
ROOM = 3.0
# Type so much larger than that of a text is a heading's.
LARGER = 1.15
# A page of headings and short items is still prose when so many lines fill their column.
_FULL = 0.5
_FULL_OF_MANY = 0.35
_MANY_LINES = 20


def stand_apart(above: Row, below: Row) -> bool:
    """Tell whether so much room is left between two rows that no column goes on over it."""
    bottom = max(part.y1 for part in above)
    return min(part.y0 for part in below) - bottom > ROOM * (bottom - min(part.y0 for part in above))


def are_prose(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Tell prose columns from a table: both sides hold long full lines."""
    # A column of comments may be short; the other one must then be running text beyond doubt.
    enough = max(len(left), len(right)) >= 4 and min(len(left), len(right)) >= 2
    return enough and flows(left) and flows(right)


def are_lists(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Tell two lists beside each other, as slides have them, from a table: items with bullets on both sides."""
    counts = [(sum(bool(_BULLET.match(part.text)) for part in side), len(side)) for side in (left, right)]
    return all(items >= _FEWEST_ITEMS and items * 3 >= lines for items, lines in counts)


def are_two_texts(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Tell comments beside a text from two columns of one text: they leave room where the other text goes on."""
    height = median(part.y1 - part.y0 for part in (*left, *right))
    if abs(_common_type(left) - _common_type(right)) > _OTHER_TYPE or right[0].y0 - left[0].y0 > 2 * height:
        return True
    if right[-1].y1 - left[-1].y1 > ROOM * height:
        return True
    return any(below.y0 - above.y1 > ROOM * height for side in (left, right) for above, below in pairwise(side))


def _common_type(side: Sequence[Segment]) -> float:
    return median(part.size for part in side)


def width_of(side: Sequence[Segment]) -> float:
    """Return how far the lines of one side of a page reach."""
    return max(part.x1 for part in side) - min(part.x0 for part in side)


def flows(side: Sequence[Segment]) -> bool:
    """Tell whether the lines of one side of a page are running text: long, and most of them full."""
    width = width_of(side)
    full = sum(part.x1 - part.x0 > 0.7 * width for part in side)
    if sum(bool(_LABELLED.match(part.text)) for part in side) >= 0.5 * len(side):
        return False
    share = _FULL_OF_MANY if len(side) >= _MANY_LINES else _FULL
    return full >= share * len(side) and median(len(part.text) for part in side) >= 22
