"""Lines of formats without places on a page: headings, paragraphs and table rows, in type sizes of our own."""

from collections.abc import Iterable, Sequence

from ingest.documents import Line, Page, RawFile

_BODY_SIZE, _TITLE_SIZE = 11.0, 24.0
BLANK = Line("", 1)


def heading(text: str, level: int, page: int = 1) -> Line:
    """Make a heading of level 0 (the title) to 6."""
    return Line(text, page, font_size=_TITLE_SIZE - 2 * level, bold=True)


def paragraph(text: str, page: int = 1, *, bold: bool = False) -> Line:
    """Make a line of running text."""
    return Line(text, page, font_size=_BODY_SIZE, bold=bold)


def row(cells: Sequence[str], *, bold: bool = False) -> Line:
    """Make a table row; a row of one cell is running text."""
    text = " ".join(cell for cell in cells if cell)
    return Line(text, 1, font_size=_BODY_SIZE, bold=bold, cells=tuple(cells) if len(cells) > 1 else ())


def unpaged(path: str, lines: Iterable[Line], properties: tuple[tuple[str, str], ...] = ()) -> RawFile:
    """Return lines as a file of one page without size."""
    return RawFile(path, (Page(1, 0.0, 0.0, tuple(lines)),), properties)
