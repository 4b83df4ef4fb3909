"""PDF → pages of lines: text and boxes by pdfium, properties and outline by pypdf."""

import ctypes
import io
import logging
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ingest.documents import Page, RawFile
from ingest.errors import IngestError, SkipReason
from ingest.geometry import Rule, Word
from ingest.settings import IngestSettings
from ingest.tables import page_lines

_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|,bd|-bd", re.I)
_MAX_DRAWN_OBJECTS = 6000
_MAX_WORDS_ON_A_PAGE = 20_000
_LONGEST_THICKNESS = 2.5
_SHORTEST_RULE = 6.0
_UPRIGHT_TOLERANCE = 0.15
_MAX_ANNOTATIONS = 500
_SHOWN_ANNOTATIONS = frozenset(
    (raw_pdfium.FPDF_ANNOT_WIDGET, raw_pdfium.FPDF_ANNOT_STAMP, raw_pdfium.FPDF_ANNOT_FREETEXT)
)


@dataclass(frozen=True, slots=True)
class PageSize:
    """Hold width and height of a page in points."""

    width: float
    height: float


def read_pdf(path: Path, relative: str, settings: IngestSettings) -> RawFile:
    """Return the pages of a PDF; pages without a text layer have no lines."""
    data = path.read_bytes()
    return read_pdf_bytes(data, relative, settings)


def read_pdf_bytes(data: bytes, relative: str, settings: IngestSettings) -> RawFile:
    """Return the pages of a PDF held in memory."""
    document = open_pdf(data, relative)
    try:
        if len(document) > settings.max_pages:
            limit = settings.max_pages
            detail = f"it has {len(document)} pages, more than max_pages ({limit}). Raise the limit or split it."
            raise IngestError(relative, SkipReason.TOO_LARGE, detail)
        pages = tuple(_pages(document, relative))
        properties, outline = _properties(data)
        return RawFile(relative, pages, properties, outline)
    finally:
        document.close()


def open_pdf(data: bytes, relative: str) -> pdfium.PdfDocument:
    """Open a PDF, or raise why it cannot be opened."""
    try:
        document = pdfium.PdfDocument(data)
        if len(document) == 0:
            raise IngestError(relative, SkipReason.BROKEN, "the PDF has no pages. Ask for the original file.")
        return document
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or (b"/Encrypt" in data[-4096:] and "security" in str(error).lower()):
            detail = "the file is password protected. Remove the password and run again."
            raise IngestError(relative, SkipReason.ENCRYPTED, detail) from error
        detail = "the PDF is damaged or incomplete. Fetch the original file again."
        raise IngestError(relative, SkipReason.BROKEN, detail) from error


def _pages(document: pdfium.PdfDocument, relative: str) -> Iterator[Page]:
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            # One broken page must not cost the others; it counts as a page without text.
            yield Page(number, 595.0, 842.0, ())
            continue
        try:
            page = _with_annotations(document, page, number)
            yield _page(page, number)
        finally:
            page.close()


def _with_annotations(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int) -> pdfium.PdfPage:
    """Return the page with form fields and stamps, such as electronic signatures, made part of its text."""
    handle = page.raw
    for position in range(min(raw_pdfium.FPDFPage_GetAnnotCount(handle), _MAX_ANNOTATIONS)):
        annotation = raw_pdfium.FPDFPage_GetAnnot(handle, position)
        kind = raw_pdfium.FPDFAnnot_GetSubtype(annotation)
        raw_pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _SHOWN_ANNOTATIONS:
            raw_pdfium.FPDFPage_Flatten(handle, raw_pdfium.FLAT_NORMALDISPLAY)
            page.close()
            return document[number - 1]
    return page


def _page(page: pdfium.PdfPage, number: int) -> Page:
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        words = _upright(_words(text_page, page, width, height))
    finally:
        text_page.close()
    lines = page_lines(words, _rules(page, width, height), number) if words else ()
    return Page(number, round(width, 2), round(height, 2), lines)


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """Hold a word as pdfium set it, with the angle of its first character."""

    word: Word
    angle: float


def _words(text_page: pdfium.PdfTextPage, page: pdfium.PdfPage, width: float, height: float) -> list[_Glyphs]:
    """Collect characters between white space into words; only the ends of a word are measured."""
    handle = text_page.raw
    count = raw_pdfium.FPDFText_CountChars(handle)
    to_page = _Transform(page, width, height)
    found: list[_Glyphs] = []
    get_unicode = raw_pdfium.FPDFText_GetUnicode
    characters: list[str] = []
    first = 0
    reader = _CharacterReader(handle)
    for position in range(count):
        code = get_unicode(handle, position)
        if code in _SPACES:
            if characters:
                found.extend(reader.words(characters, first, position - 1, to_page))
                characters = []
                if len(found) > _MAX_WORDS_ON_A_PAGE:
                    return found
            continue
        if not characters:
            first = position
        characters.append(_character(code))
    if characters:
        found.extend(reader.words(characters, first, count - 1, to_page))
    return found


_SPACES = frozenset((0, 9, 10, 11, 12, 13, 32, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F))


def _character(code: int) -> str:
    # 0x02 and 0xFFFE are pdfium's mark of a hyphen at a line end.
    if code in (2, 0xFFFE):
        return "-"
    if 0xD800 <= code <= 0xDFFF or code < 32 or code > 0x10FFFF:
        return ""
    return chr(code)


class _CharacterReader:
    """Measure characters of a text page, reusing the C buffers."""

    def __init__(self, handle: object) -> None:
        self._handle = handle
        self._rect = raw_pdfium.FS_RECTF()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)
        self._bold: dict[bytes, bool] = {}

    def words(self, characters: list[str], first: int, last: int, to_page: "_Transform") -> Iterator[_Glyphs]:
        """Yield the word at [first, last]; two words where it runs over a line end."""
        start, end = self.box(first), self.box(last)
        if start is None or end is None:
            return
        turned = raw_pdfium.FPDFText_GetCharAngle(self._handle, first)
        level = min(turned % math.pi, math.pi - turned % math.pi) < _UPRIGHT_TOLERANCE
        if level and last > first and _below(start, end):
            for cut in range(first + 1, last + 1):
                here = self.box(cut)
                if here and _below(start, here):
                    yield from self.words(characters[: cut - first], first, cut - 1, to_page)
                    yield from self.words(characters[cut - first :], cut, last, to_page)
                    return
        text = "".join(characters)
        if not text:
            return
        x0, y0, x1, y1 = to_page.box(
            min(start[0], end[0]), min(start[1], end[1]), max(start[2], end[2]), max(start[3], end[3])
        )
        size = float(raw_pdfium.FPDFText_GetFontSize(self._handle, first))
        height = y1 - y0
        if height > 0 and not 0.4 < size / height < 2.2:
            # The size counts before the text matrix; where they disagree the box is right.
            size = height / 1.15
        yield _Glyphs(Word(text, x0, y0, x1, y1, round(size * 2) / 2, self.bold(first)), float(turned))

    def box(self, position: int) -> tuple[float, float, float, float] | None:
        """Return left, bottom, right, top of a character, line-high."""
        if not raw_pdfium.FPDFText_GetLooseCharBox(self._handle, position, self._rect):
            return None
        rect = self._rect
        return rect.left, rect.bottom, rect.right, rect.top

    def bold(self, position: int) -> bool:
        """Tell whether the character is set in a bold font."""
        if raw_pdfium.FPDFText_GetFontWeight(self._handle, position) >= 600:
            return True
        length = raw_pdfium.FPDFText_GetFontInfo(self._handle, position, self._name, 128, self._flags)
        name = self._name.raw[: max(0, min(length, 128) - 1)]
        known = self._bold.get(name)
        if known is None:
            known = self._bold[name] = bool(_BOLD_NAME.search(name.decode("utf-8", "replace")))
        return known


def _below(start: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Tell whether a character stands on another line than the first: their heights hardly overlap."""
    overlap = min(start[3], other[3]) - max(start[1], other[1])
    return overlap < 0.4 * min(start[3] - start[1], other[3] - other[1])


class _Transform:
    """Map page space to points from the top left corner of the page as it is shown."""

    def __init__(self, page: pdfium.PdfPage, width: float, height: float) -> None:
        left, bottom, right, top = page.get_bbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self._rotation = page.get_rotation()
        self._width, self._height = width, height

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return the box with its origin in the top left corner."""
        if self._rotation == 90:
            return y0 - self._bottom, x0 - self._left, y1 - self._bottom, x1 - self._left
        if self._rotation == 180:
            return self._right - x1, y0 - self._bottom, self._right - x0, y1 - self._bottom
        if self._rotation == 270:
            return self._top - y1, self._right - x1, self._top - y0, self._right - x0
        return x0 - self._left, self._top - y1, x1 - self._left, self._top - y0


def _upright(found: list[_Glyphs]) -> list[Word]:
    """Keep the words that run in the page's main direction; the rest is stamped across or along the margin."""
    directions: dict[int, int] = {}
    for glyphs in found:
        directions[_quarter(glyphs.angle)] = directions.get(_quarter(glyphs.angle), 0) + len(glyphs.word.text)
    if not directions:
        return []
    main = max(directions, key=lambda quarter: directions[quarter])
    return [glyphs.word for glyphs in found if _quarter(glyphs.angle) == main and glyphs.word.x1 > glyphs.word.x0]


def _quarter(angle: float) -> int:
    quarter = angle / (math.pi / 2)
    nearest = round(quarter)
    return nearest % 4 if abs(quarter - nearest) < _UPRIGHT_TOLERANCE else 9


def _rules(page: pdfium.PdfPage, width: float, height: float) -> list[Rule]:
    """Return drawn straight lines, and the sides of drawn boxes, as rules."""
    handle = page.raw
    count = raw_pdfium.FPDFPage_CountObjects(handle)
    if count > _MAX_DRAWN_OBJECTS:
        return []
    to_page = _Transform(page, width, height)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found: list[Rule] = []
    for position in range(count):
        item = raw_pdfium.FPDFPage_GetObject(handle, position)
        if raw_pdfium.FPDFPageObj_GetType(item) != raw_pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if raw_pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            box = to_page.box(left.value, bottom.value, right.value, top.value)
            found.extend(_sides(item, *box, width, height))
    return found if len(found) <= 2000 else []


def _sides(item: object, x0: float, y0: float, x1: float, y1: float, width: float, height: float) -> list[Rule]:
    """Return a thin shape as one rule, an outlined box as four; a box that is only filled is a background."""
    across, down = x1 - x0, y1 - y0
    if min(across, down) <= _LONGEST_THICKNESS:
        return [Rule(x0, y0, x1, y1)] if max(across, down) >= _SHORTEST_RULE else []
    if (across > 0.95 * width and down > 0.5 * height) or down < 8 or across < 12:
        return []
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw_pdfium.FPDFPath_GetDrawMode(item, fill, stroke) or not stroke.value:
        return []
    return [
        Rule(x0, y0, x1, y0),
        Rule(x0, y1, x1, y1),
        Rule(x0, y0, x0, y1),
        Rule(x1, y0, x1, y1),
    ]


Outline = tuple[tuple[int, str, int], ...]


def _properties(data: bytes) -> tuple[tuple[tuple[str, str], ...], Outline]:
    """Return properties and outline; a file that pypdf cannot follow has none."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    # pypdf leaks many kinds of errors on damaged files; none of them matters more than the text.
    with suppress(
        PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OverflowError
    ):
        reader = PdfReader(io.BytesIO(data), strict=False)
        properties = tuple(
            (str(key).lstrip("/").lower(), str(value)) for key, value in (reader.metadata or {}).items() if value
        )
        outline: Outline = ()
        with suppress(PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
            outline = tuple(_outline(reader, reader.outline, 1))
        return properties, outline
    return (), ()


def _outline(reader: PdfReader, entries: Sequence[object], level: int) -> Iterator[tuple[int, str, int]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(reader, entry, level + 1)
        else:
            number = reader.get_destination_page_number(entry)  # type: ignore[arg-type]
            yield level, str(getattr(entry, "title", "")), (number or 0) + 1
