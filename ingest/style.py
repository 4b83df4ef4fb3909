"""What is usual in a document: size of type, distance of lines, where lines end on the right (pure)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.documents import Line, Page

_AROUND = 5
_FAR = 0.75
_NEAR_THE_EDGE = 0.93
_FEWEST_FULL_LINES = 4
# So many lines that surely go on tell the distance of lines better than all lines of a page.
_SURE_STEPS = 5
_SINGLE_SPACED = 1.15


@dataclass(frozen=True, slots=True)
class Style:
    """Hold what is usual in a document: size of running text, distance of lines, right edge of the text."""

    size: float
    leading: float
    bold: bool
    edges: dict[int, float]
    right: float
    # Right edge of the column a line stands in, by the identity of the line, where the column shows one.
    local: dict[int, float]
    # How many characters the longest lines of a plain text hold; 0 where lines have places.
    width: float = 0.0

    def edge(self, line: Line) -> float:
        """Return how far to the right text that begins where this line begins usually goes."""
        if line.box is None:
            return 0.0
        local = self.local.get(id(line))
        return local if local is not None else self.edges.get(_bucket(line.box.x0), self.right)


def style_of(pages: Sequence[Page]) -> Style:
    """Return what is usual in the pages of a document."""
    sizes: dict[float, int] = {}
    bold = total = 0
    leadings: list[float] = []
    inside: list[float] = []
    ends: dict[int, list[float]] = {}
    for page in pages:
        for above, line in zip((None, *page.lines), page.lines, strict=False):
            # Tables are often set smaller: they count only where there is hardly anything else.
            weight = len(line.text) if not line.cells else len(line.text) // 20
            sizes[line.font_size] = sizes.get(line.font_size, 0) + weight
            total += len(line.text)
            bold += len(line.text) if line.bold else 0
            if line.box is None or line.cells:
                continue
            # Words set apart, such as a page number at the edge, go further than text does.
            if len(line.text) > 20 and len(line.parts) < 2:
                for bucket in (-1, 0, 1):
                    ends.setdefault(_bucket(line.box.x0) + bucket, []).append(line.box.x1)
            if above and above.box and abs(above.box.x0 - line.box.x0) < 3 and line.font_size > 0:
                step = (line.box.y0 - above.box.y0) / line.font_size
                if 0.8 < step < 2.6 and above.font_size == line.font_size:
                    leadings.append(step)
                    # A line in small letters goes on; others may begin a paragraph after a larger step.
                    if line.text[:1].islower():
                        inside.append(step)
    leading = median(leadings) if leadings else 1.25
    if len(inside) >= _SURE_STEPS:
        leading = min(leading, max(median(inside), _SINGLE_SPACED))
    size = max(sizes, key=lambda value: sizes[value], default=0.0)
    edges = {bucket: _high(values) for bucket, values in ends.items()}
    right = max(edges.values(), default=0.0)
    local = {key: edge for page in pages for key, edge in _column_edges(page)}
    if _has_short_lines_only(pages, right):
        # No line shows where text would end: it may go as near the right edge as it begins from the left one.
        right = max(page.width - _left(page) for page in pages)
        edges, local = {}, {}
    plain = [float(len(line.text)) for page in pages for line in page.lines if line.text and not line.box]
    width = _high(plain) if plain and not size else 0.0
    return Style(size, leading, total > 0 and bold > 0.6 * total, edges, right, local, width)


def _has_short_lines_only(pages: Sequence[Page], right: float) -> bool:
    """Tell whether no lines of a document end at one edge as running text does, and none reach far."""
    if not pages or right <= 0 or right > _FAR * max(page.width for page in pages):
        return False
    ends = [line.box.x1 for page in pages for line in page.lines if line.box and not line.cells]
    return sum(end > _NEAR_THE_EDGE * right for end in ends) < _FEWEST_FULL_LINES


def _left(page: Page) -> float:
    return min((line.box.x0 for line in page.lines if line.box), default=0.0)


def _column_edges(page: Page) -> Iterator[tuple[int, float]]:
    """Yield the right edge of the lines around each line, where most of them reach it as running text does."""
    placed = [
        (line.box.x0, line.box.x1, line.font_size, id(line)) for line in page.lines if line.box and not line.cells
    ]
    for position, (x0, x1, size, key) in enumerate(placed):
        ends = sorted(
            [
                end
                for begin, end, other, _ in placed[max(0, position - _AROUND) : position + _AROUND + 1]
                if -24 < begin - x0 < 24 and -1 < other - size < 1
            ]
        )
        if len(ends) < 5:
            continue
        edge = ends[-2]
        width = edge - x0
        if width > 80 and len(ends) - bisect_right(ends, edge - 0.15 * width) >= 0.6 * len(ends):
            yield key, max(edge, x1)


def _bucket(x0: float) -> int:
    return round(x0 / 24)


def _high(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
