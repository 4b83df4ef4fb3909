"""Lines that belong together → one block: signatures, notes and figures put right, text and boxes joined (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.documents import Block, Line, Piece, TextBlock
from ingest.normalise import REAL_HYPHEN, join_lines
from ingest.swedish_dates import ISO_DATE

_TERMINAL = re.compile(r"[.!?:;…][\"”»')\]]*$")
_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*|\s*…{2,}\s*")
_DOTS = re.compile(r"\.\s?\.|…")
_CONTENTS_LINE = re.compile(r"(?:(?:\.\s?){4,}|…{2,}\.*)\s*\d+\s*$")
_SIGNING_LINE = re.compile(r"[_.…]{8,}|_{4,}")
_FIGURES = re.compile(r"(?:[-–−+]?\d[\d\s.,]*%?\s*)+")
NAME = re.compile(r"(?:[A-ZÅÄÖÉ][\w’'-]+\.?\s){1,3}[A-ZÅÄÖÉ][\w’'-]+(?:\s\([A-ZÅÄÖ]{1,4}\))?")
_TITLE_WORDS = 4
# Between two cells: white space like any other, but no sign that parts the thousands of a number.
CELL_GAP = "\u2003"
_ENDS_NUMBER = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0.]\d{3})*$")
_GOES_ON = re.compile(r"\d{3}(?!\d)")


@dataclass(slots=True)
class Group:
    """Collect the lines of one block while it is built."""

    block: Block
    lines: list[Line]
    item: str | None = None
    header: tuple[str, ...] = ()
    closed: bool = False

    @property
    def last(self) -> Line:
        """Return the line that was added last."""
        return self.lines[-1]


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence or lead-in does; only its last signs are looked at."""
    return _TERMINAL.search(text, max(0, len(text) - 6)) is not None


def is_contents_line(text: str) -> bool:
    """Tell whether a line of a table of contents leads with dots to a page number."""
    return text.rstrip()[-1:].isdigit() and _CONTENTS_LINE.search(text) is not None


def finished(groups: list[Group], size: float) -> list[Group]:
    """Mark signatures, take long headings for what they are, and keep the figures of a diagram together."""
    finished: list[Group] = []
    for group in groups:
        above = finished[-1] if finished else None
        if group.block is Block.HEADING and _is_sentence(group):
            group.block = Block.PARAGRAPH
        if above and _marks_note(above, group, size):
            above.block, above.lines = Block.FOOTNOTE, above.lines + group.lines
            continue
        if group.block is Block.PARAGRAPH and len(group.lines) == 1:
            if above and _belongs_above(above, group.last):
                above.lines.append(group.last)
                continue
            if above and _signs(group.last.text.strip()):
                group.block = Block.SIGNATURE
        finished.append(group)
    return finished


def _marks_note(above: Group, group: Group, size: float) -> bool:
    """Tell whether a raised figure stands on a line of its own above the footnote it belongs to."""
    mark, first = above.last, group.lines[0]
    if above.block is not Block.PARAGRAPH or group.block is not Block.PARAGRAPH or not mark.box or not first.box:
        return False
    alone = len(above.lines) == 1 and re.fullmatch(r"\d{1,2}", mark.text.strip()) and mark.page == first.page
    small = mark.font_size < size - 0.5 and first.font_size < size - 0.5
    words = first.text[:1].isalpha()
    return bool(alone and small and words and abs(first.box.y0 - mark.box.y0) < 2 * first.font_size)


def _is_sentence(group: Group) -> bool:
    length = sum(len(line.text) for line in group.lines)
    return length > 220 or (length > 70 and group.last.text.rstrip().endswith("."))


def _signs(text: str) -> bool:
    """Tell whether a line is a name standing alone, or a line to write one on."""
    return bool(NAME.fullmatch(text) or (_SIGNING_LINE.search(text) and not is_contents_line(text)))


def _belongs_above(above: Group, line: Line) -> bool:
    """Tell whether a line of its own goes with the block above: a title under a name, a figure after figures."""
    if above.block is Block.SIGNATURE:
        return len(above.lines) == 1 and _is_title(above.last, line)
    figures = _FIGURES.fullmatch(line.text.strip()) and not ISO_DATE.fullmatch(line.text.strip())
    return bool(
        figures
        and line.box
        and above.block is Block.PARAGRAPH
        and above.last.page == line.page
        and _FIGURES.fullmatch(above.last.text.strip())
    )


def _is_title(name: Line, line: Line) -> bool:
    """Tell whether a line gives the title of the person named right above it."""
    if not NAME.fullmatch(name.text.strip()) or len(line.text.split()) > _TITLE_WORDS or ends_sentence(line.text):
        return False
    if name.box is None or line.box is None:
        return True
    return name.page == line.page and line.box.y0 - name.box.y1 < 0.8 * max(line.font_size, 8)


def text_block(group: Group) -> TextBlock:
    text = ""
    pieces: list[Piece] = []
    for line in group.lines:
        added = _LEADERS.sub(" ", line.text).strip() if _DOTS.search(line.text) else line.text.strip()
        before = len(text)
        text, start = join_lines(text, added)
        if pieces and start < before:
            pieces[-1] = Piece(pieces[-1].start, min(pieces[-1].end, start), pieces[-1].page, pieces[-1].box)
        if line.box and len(text) > start:
            pieces.append(Piece(start, len(text), line.page, line.box))
    first = group.lines[0]
    cells = _merged_cells(group.lines)
    return TextBlock(
        text=with_gaps(text.replace(REAL_HYPHEN, "-"), cells),
        block=group.block,
        page=first.page,
        pieces=tuple(pieces),
        font_size=first.font_size,
        bold=first.bold,
        indent=first.box.x0 if first.box else 0.0,
        item=group.item,
        table_header=group.header,
        cells=cells,
        stressed=first.stressed,
    )


def with_gaps(text: str, cells: Sequence[str]) -> str:
    """Return a row, of the same length, with a wider space where two cells would be read as one number: "1" and "390 000 kr"."""
    end = 0
    for cell in cells:
        at = text.find(cell, end) if cell else -1
        if at < 0:
            continue
        if at > end > 0 and text[end:at] == " " and _ENDS_NUMBER.search(text[:end]) and _GOES_ON.match(cell):
            text = f"{text[:end]}{CELL_GAP}{text[at:]}"
        end = at + len(cell)
    return text


def _merged_cells(lines: list[Line]) -> tuple[str, ...]:
    """Return the cells of a table row, the parts of a row that a page break cut put together."""
    merged = list(lines[0].cells)
    for line in lines[1:]:
        merged = [join_lines(first, second)[0] for first, second in zip(merged, line.cells, strict=False)]
    return tuple(merged)
