"""Words on a page → rows from top to bottom, each cut into segments at wide gaps and upright rules; pure geometry."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from ingest.documents import Box, Line
from ingest.normalise import close_letter_spacing, normal_text

# A gap wider than this many font sizes parts two cells or columns; a justified space stays well below.
_CELL_GAP = 1.25
_FEWEST_LETTERS = 4
_NARROWEST_CELL_GAP = 6.0 * _CELL_GAP
# Points by which an underline lies below the box of a word at most, or inside it; share of the box it lies within.
_UNDER = 2.5
_INSIDE = 5.0
_LOWEST_SHARE = 0.3
_SAME_END = 3.0
# What is shorter parts no cells and underlines no word.
SHORTEST_RULE = 6.0
_MARKER = re.compile(r"[\W\d]{1,6}|\(?\w[.)]")


class Word(NamedTuple):
    """Hold one word with its box in points from the top left corner; a tuple, for a page has hundreds of them."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float = 0.0
    bold: bool = False
    # In italics, or with a line drawn under it.
    stressed: bool = False


_LEFT_EDGE = attrgetter("x0")


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold a drawn straight line or thin rectangle; vertical when it is higher than wide."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def vertical(self) -> bool:
        """Tell whether the line stands upright."""
        return (self.y1 - self.y0) > (self.x1 - self.x0)


@dataclass(frozen=True, slots=True)
class Segment:
    """Hold neighbouring words of one row with no wide gap between them."""

    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    # As ``Line.column``.
    column: int = 0

    @property
    def text(self) -> str:
        """Return the words with single spaces."""
        texts = [word.text for word in self.words]
        # Letter-spaced words are single letters; where hardly any stand, there is nothing to close.
        if list(map(len, texts)).count(1) < _FEWEST_LETTERS:
            return normal_text(" ".join(texts))
        return normal_text(close_letter_spacing(_spaced(self.words)))

    @property
    def size(self) -> float:
        """Return the height of the type most of the words are set in."""
        return _common_size(self.words)


Row = list[Segment]


def segment(words: Sequence[Word]) -> Segment:
    """Make a segment of words in order."""
    if len(words) == 1:
        return Segment(tuple(words), *words[0][1:5])
    # All coordinates at once: a page makes hundreds of segments.
    _, x0, y0, x1, y1, *_ = zip(*words, strict=True)
    return Segment(tuple(words), min(x0), min(y0), max(x1), max(y1))


def _spaced(words: Sequence[Word]) -> str:
    """Join words; a gap much wider than a letter becomes two spaces, so that letter-spaced words can be told apart."""
    parts: list[str] = []
    for position, word in enumerate(words):
        if position:
            before = words[position - 1]
            wide = len(before.text) == 1 and len(word.text) == 1 and word.x0 - before.x1 > 0.75 * (word.size or 10)
            parts.append("  " if wide else " ")
        parts.append(word.text)
    return "".join(parts)


def _mostly_bold(words: Sequence[Word]) -> bool:
    weights = {word.bold for word in words}
    if len(weights) < 2:
        return True in weights
    if sum(len(word.text) for word in words if word.bold) <= 0.6 * sum(len(word.text) for word in words):
        return False
    # "Får jag parkera här? Nej, …": the question ends, and the text runs on in ordinary type.
    last = max(place for place, word in enumerate(words) if word.bold)
    return last + 1 == len(words) or words[last].text[-1] not in ".?!:"


def _common_size(words: Sequence[Word]) -> float:
    if len({word.size for word in words}) < 2:
        return words[0].size if words else 0.0
    weights: dict[float, int] = {}
    for word in words:
        weights[word.size] = weights.get(word.size, 0) + len(word.text)
    return max(weights, key=lambda size: (weights[size], size))


def rows(words: Sequence[Word], rules: Sequence[Rule] = ()) -> list[Row]:
    """Group words into rows from top to bottom, each cut into segments at wide gaps and upright rules."""
    upright = [rule for rule in rules if rule.vertical]
    grouped: list[list[Word]] = []
    top = bottom = 0.0
    for word in sorted(words, key=lambda word: ((word[2] + word[4]) / 2, word[1])):
        if grouped and _same_row(top, bottom, word.y0, word.y1):
            grouped[-1].append(word)
            if bottom - top < 1 and word.size >= max(other.size for other in grouped[-1]) - 0.1:
                top, bottom = min(top, word.y0), max(bottom, word.y1)
        else:
            grouped.append([word])
            top, bottom = word.y0, word.y1
    return [_segments(sorted(group, key=_LEFT_EDGE), upright) for group in grouped]


def _same_row(top: float, bottom: float, word_top: float, word_bottom: float) -> bool:
    overlap = (bottom if bottom < word_bottom else word_bottom) - (top if top > word_top else word_top)
    height, word_height = bottom - top, word_bottom - word_top
    smaller = word_height if word_height < height else height
    return smaller > 0 and overlap > 0.55 * smaller


def _segments(words: list[Word], upright: list[Rule]) -> Row:
    beside = _beside(words, upright) if upright else upright
    # Most gaps are spaces, too narrow for a cell in any type.
    narrowest = -1.0 if beside else _NARROWEST_CELL_GAP
    found: Row = []
    first = 0
    for position, (before, word) in enumerate(pairwise(words), start=1):
        gap = word.x0 - before.x1
        if gap <= narrowest:
            continue
        wide = gap > _NARROWEST_CELL_GAP and gap > _CELL_GAP * max(word.size, before.size, 6.0)
        if wide or (beside and _parts(before, word, beside)):
            found.append(segment(words[first:position]))
            first = position
    found.append(segment(words[first:] if first else words))
    return found


def _beside(words: list[Word], upright: list[Rule]) -> list[Rule]:
    """Return the upright rules that stand at the height of a row."""
    middles = [(word.y0 + word.y1) / 2 for word in words]
    top, bottom = min(middles), max(middles)
    return [rule for rule in upright if rule.y0 <= bottom and rule.y1 >= top]


def _parts(left: Word, right: Word, upright: list[Rule]) -> bool:
    """Tell whether a rule stands between two words."""
    middle = (left.y0 + left.y1) / 2
    return any(left.x1 - 1 <= rule.x0 <= right.x0 + 1 and rule.y0 <= middle <= rule.y1 for rule in upright)


def with_underlines(words: Sequence[Word], rules: Sequence[Rule]) -> Sequence[Word]:
    """Return the words of a page, those with a line drawn under them, as long as they are, marked as stressed."""
    across = [rule for rule in rules if not rule.vertical]
    if not across or not words:
        return words
    order = sorted(range(len(words)), key=lambda place: words[place].y1)
    bottoms = [words[place].y1 for place in order]
    marked: set[int] = set()
    for rule in across:
        near = order[bisect_left(bottoms, rule.y0 - _UNDER) : bisect_right(bottoms, rule.y0 + _INSIDE)]
        over = [place for place in near if _stands_over(words[place], rule)]
        ends = (min(words[place].x0 for place in over), max(words[place].x1 for place in over)) if over else (0.0, 0.0)
        if abs(ends[0] - rule.x0) <= _SAME_END and abs(ends[1] - rule.x1) <= _SAME_END:
            marked.update(over)
    return [word._replace(stressed=True) if place in marked else word for place, word in enumerate(words)]


def _stands_over(word: Word, rule: Rule) -> bool:
    """Tell whether a rule runs below the letters of a word rather than through them, and as far as the word goes."""
    below = rule.y0 > word.y1 - _LOWEST_SHARE * (word.y1 - word.y0)
    return below and rule.x0 - _SAME_END <= word.x0 and word.x1 <= rule.x1 + _SAME_END


def line_of(segments: Sequence[Segment], page: int, *, cells: bool = False) -> Line:
    """Make one line of the segments of a row; as a table row when ``cells``."""
    words = segments[0].words if len(segments) == 1 else [word for part in segments for word in part.words]
    texts = [part.text for part in segments]
    whole = segments[0] if len(segments) == 1 else segment(words)
    return Line(
        text=texts[0] if len(texts) == 1 else " ".join(text for text in texts if text),
        page=page,
        box=Box(whole.x0, whole.y0, whole.x1, whole.y1),
        font_size=round(_common_size(words), 2),
        bold=_mostly_bold(words),
        stressed=all(word.stressed for word in words),
        cells=tuple(texts) if cells else (),
        parts=tuple(texts) if len(texts) > 1 and not cells and not _MARKER.fullmatch(texts[0]) else (),
        column=segments[0].column,
    )
