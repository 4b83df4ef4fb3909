"""Figures of a diagram that stand beside running text → rows of their own below it, so that the text reads on (pure)."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.geometry import Row, Segment

_FIGURE = re.compile(r"[-–−+]?\d[\d ]*(?:[.,]\d+)? ?%?")
# Points by which the figures of a diagram are smaller than the text of the page.
_SMALLER = 2.0
_FEWEST_LETTERS = 20
_FEWEST_ROWS = 2
# Points around the figures beside text in which other figures belong to the same diagram.
_REACH = 60.0
# A gap of so many font sizes ends the paragraph that the figures stand beside.
_PARAGRAPH_GAP = 0.6


def with_figures_below(all_rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page with the figures of a diagram moved below the paragraph they stand beside."""
    body = _body_size(all_rows)
    mixed = [row for row in all_rows if len(row) > 1 and _runs_on(row, body) and _holds_figure(row, body)]
    if len(mixed) < _FEWEST_ROWS:
        return list(all_rows)
    beside = [part for row in mixed for part in row if _is_figure(part, body)]
    text: list[Row] = []
    figures: list[Row] = []
    for row in all_rows:
        apart = [part for part in row if _is_figure(part, body) and _near(part, beside)]
        rest = [part for part in row if part not in apart]
        # A row of a table has words in the type of its figures, and stays whole.
        if apart and all(part.words[0].size > body - 1 for part in rest):
            figures.append(apart)
            if rest:
                text.append(rest)
        else:
            text.append(row)
    return _inserted(text, figures, max(row[0].y1 for row in mixed))


def _inserted(text: list[Row], figures: list[Row], bottom: float) -> list[Row]:
    """Put the figures where the first paragraph ends that reaches below ``bottom``."""
    for position in range(1, len(text)):
        above, row = text[position - 1], text[position]
        if row[0].y0 >= bottom - 1 and row[0].y0 - above[0].y1 > _PARAGRAPH_GAP * above[0].size:
            return [*text[:position], *figures, *text[position:]]
    return [*text, *figures]


def _body_size(all_rows: Sequence[Row]) -> float:
    sizes: Counter[float] = Counter()
    for row in all_rows:
        for part in row:
            # Nearly every segment is set in one type: that of its first word is enough to weigh the page.
            sizes[part.words[0].size] += len(part.words)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _is_figure(part: Segment, body: float) -> bool:
    return part.words[0].size <= body - _SMALLER and _FIGURE.fullmatch(part.text) is not None


def _holds_figure(row: Row, body: float) -> bool:
    return any(_is_figure(part, body) for part in row)


def _runs_on(row: Row, body: float) -> bool:
    """Say whether a row holds a line from inside a paragraph: in the type of the page, begun with a small letter."""
    return any(
        part.words[0].size > body - 1 and part.words[0].text[:1].islower() and _letters(part) >= _FEWEST_LETTERS
        for part in row
    )


def _letters(part: Segment) -> int:
    return sum(character.isalpha() for word in part.words for character in word.text)


def _near(part: Segment, figures: Sequence[Segment]) -> bool:
    return any(abs(part.x0 - other.x0) < _REACH and abs(part.y0 - other.y0) < _REACH for other in figures)
