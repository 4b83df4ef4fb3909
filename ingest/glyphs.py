"""Characters and drawn lines of a PDF page, as pdfium holds them → words and rules in points from the top left."""

import ctypes
import math
import re
import struct
from collections.abc import Iterable
from functools import partial
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from ingest.fields import Shape, without_boxes
from ingest.geometry import SHORTEST_RULE, Rule, Word
from ingest.note_marks import raised
from ingest.pdfium_calls import (
    address,
    character_box,
    draw_mode,
    object_bounds,
    object_kind,
    page_object,
    text_font,
    text_object,
)

_ITALIC_NAME = re.compile(r"italic|oblique|,it\b|-it\b", re.I)
_ITALIC_FLAG = 64
_HEAVY = 600
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|,bd|-bd", re.I)
_MAX_DRAWN_OBJECTS = 6000
_MAX_OBJECTS = 30_000
_MAX_WORDS_ON_A_PAGE = 20_000
_MAX_RULES = 2000
_LONGEST_THICKNESS = 2.5
# As long as the line through a letter.
_SHORTEST_STROKE = 2.5
_SLENDER = 6.0
_UPRIGHT_TOLERANCE = 0.15
# Shares of the type by which a raised figure stands higher than the word, and of its size at most.
_RAISED = 0.25
_SMALLER = 0.85
_INK = re.compile(r"[^\x00\t\n\v\f\r \xa0\u2002\u2003\u2007\u2009\u202f]+")
# 0x02 and 0xFFFE are pdfium's mark of a hyphen at a line end; other control characters and half pairs are no text.
_MARKS = dict.fromkeys((*range(32), *range(0xD800, 0xE000))) | {2: "-", 0xFFFE: "-"}
_ODD = re.compile(r"[\x00-\x1f\ud800-\udfff\ufffe]")
# As ``Word(...)``, without a call of Python for each of them.
_WORD = partial(tuple.__new__, Word)
_EIGHT = struct.Struct("8f").unpack

Box = tuple[float, float, float, float]


def page_words(page: pdfium.PdfPage, width: float, height: float) -> list[Word]:
    """Return the words of a page's text layer in the order they are set."""
    text_page = page.get_textpage()
    try:
        return _upright(*_words(text_page, _PageSpace(page, width, height)))
    finally:
        text_page.close()


def _words(text_page: pdfium.PdfTextPage, space: "_PageSpace") -> tuple[list[Word], list[int]]:
    """Collect characters between white space into words, each with the quarter of a turn it is set in; 9 is aslant.

    Only the ends of a word are measured.
    """
    text = _characters(text_page.raw)
    reader = _WordReader(text_page.raw, text, space)
    for match in islice(_INK.finditer(text), _MAX_WORDS_ON_A_PAGE):
        reader.add(match.start(), match.end() - 1)
    return reader.words, reader.quarters


def _characters(handle: object) -> str:
    """Return the characters of a page, the one at an offset being pdfium's at that index."""
    count = raw_pdfium.FPDFText_CountChars(handle)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw_pdfium.FPDFText_GetText(handle, 0, count, buffer) - 1
    if written == count:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
    # Characters without a code, or beyond the first plane, shift the offsets: such pages are read one by one.
    codes = (raw_pdfium.FPDFText_GetUnicode(handle, position) for position in range(count))
    return "".join(chr(code) if code <= 0x10FFFF else "\x01" for code in codes)


class _WordReader:
    """Measure words of a text page, reusing the C buffers; type is looked up once for each run of text."""

    def __init__(self, handle: object, text: str, space: "_PageSpace") -> None:
        self.words: list[Word] = []
        self.quarters: list[int] = []
        self._handle = handle
        self._page = address(handle)
        self._text = text
        self._odd = _ODD.search(text) is not None
        self._space = space
        # Left, top, right, bottom of the first character of a word, and of its last.
        self._ends = (ctypes.c_float * 8)()
        self._first = ctypes.addressof(self._ends)
        self._last = self._first + ctypes.sizeof(ctypes.c_float) * 4
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._types: dict[int, tuple[int, float, bool, bool]] = {}

    def add(self, first: int, last: int) -> None:
        """Add the word at [first, last]; two words where it runs over a line end."""
        # Written out, for it runs once a word.
        page = self._page
        if not (character_box(page, first, self._first) and character_box(page, last, self._last)):
            return
        left, top, right, bottom, left_end, top_end, right_end, bottom_end = _EIGHT(self._ends)
        run = text_object(page, first)
        quarter, size, bold, italic = self._types.get(run) or self._type(run, first)
        # Most words end at the height they begin at; only the others need to be measured further.
        if bottom != bottom_end and quarter in (0, 2) and _below(top, bottom, top_end, bottom_end):
            cut = self._line_end(top, bottom, first, last)
            if cut is not None:
                self.add(first, cut - 1)
                self.add(cut, last)
                return
        text = self._text[first : last + 1]
        if self._odd and _ODD.search(text):
            text = text.translate(_MARKS)
        if not text:
            return
        if bottom_end - bottom > _RAISED * size and quarter == 0 and text[-1].isdecimal():
            text = self._with_raised_end(text, first, last, size)
        x0, y0, x1, y1 = self._space.box(
            left if left < left_end else left_end,
            bottom if bottom < bottom_end else bottom_end,
            right if right > right_end else right_end,
            top if top > top_end else top_end,
        )
        if x1 <= 0 or y1 <= 0 or x0 >= self._space.width or y0 >= self._space.height:
            # Set outside the page, as the names of colours are beside the slides of some templates.
            return
        height = y1 - y0
        if height > 0 and not 0.4 < size / height < 2.2:
            # The size counts before the text matrix; where they disagree the box is right.
            size = height / 1.15
        if x1 > x0:
            self.words.append(_WORD((text, x0, y0, x1, y1, round(size * 2) / 2, bold, italic)))
            self.quarters.append(quarter)

    def _with_raised_end(self, text: str, first: int, last: int, size: float) -> str:
        """Return a word whose last figures are set smaller and higher, as marks of notes are, with these told as raised."""
        end = text_object(self._page, last)
        small = (self._types.get(end) or self._type(end, last))[1] < _SMALLER * size
        cut = last
        while cut > first and text_object(self._page, cut - 1) == end:
            cut -= 1
        whole = len(text) == last + 1 - first
        return raised(text, cut - first) if small and whole and cut > first else text

    def _line_end(self, top: float, bottom: float, first: int, last: int) -> int | None:
        for cut in range(first + 1, last + 1):
            if character_box(self._page, cut, self._last) and _below(top, bottom, self._ends[5], self._ends[7]):
                return cut
        return None

    def _type(self, run: int | None, position: int) -> tuple[int, float, bool, bool]:
        """Return direction, size, weight and slant of a character; all characters of one text object share them."""
        quarter = _quarter(float(raw_pdfium.FPDFText_GetCharAngle(self._handle, position)))
        size = float(raw_pdfium.FPDFText_GetFontSize(self._handle, position))
        found = (quarter, size, *self._font(run, position))
        if run:
            self._types[run] = found
        return found

    def _font(self, run: int | None, position: int) -> tuple[bool, bool]:
        """Return whether a character is bold and whether it slants, looked up once for each font."""
        font = text_font(run) if run else None
        known = self._fonts.get(font) if font else None
        if known is None:
            known = self._reads_font(position)
            if font:
                self._fonts[font] = known
        return known

    def _reads_font(self, position: int) -> tuple[bool, bool]:
        length = raw_pdfium.FPDFText_GetFontInfo(self._handle, position, self._name, 128, self._flags)
        name = self._name.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace")
        heavy = raw_pdfium.FPDFText_GetFontWeight(self._handle, position) >= _HEAVY
        slants = bool(self._flags.value & _ITALIC_FLAG)
        return heavy or _BOLD_NAME.search(name) is not None, slants or _ITALIC_NAME.search(name) is not None


def _below(top: float, bottom: float, other_top: float, other_bottom: float) -> bool:
    """Tell whether a character stands on another line than the first: their heights hardly overlap."""
    overlap = min(top, other_top) - max(bottom, other_bottom)
    return overlap < 0.4 * min(top - bottom, other_top - other_bottom)


class _PageSpace:
    """Map page space to points from the top left corner of the page as it is shown."""

    def __init__(self, page: pdfium.PdfPage, width: float, height: float) -> None:
        left, bottom, right, top = page.get_bbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self._rotation = page.get_rotation()
        self.width, self.height = width, height

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return the box with its origin in the top left corner."""
        if self._rotation == 0:
            return x0 - self._left, self._top - y1, x1 - self._left, self._top - y0
        if self._rotation == 90:
            return y0 - self._bottom, x0 - self._left, y1 - self._bottom, x1 - self._left
        if self._rotation == 180:
            return self._right - x1, y0 - self._bottom, self._right - x0, y1 - self._bottom
        return self._top - y1, self._right - x1, self._top - y0, self._right - x0


def _upright(words: list[Word], quarters: list[int]) -> list[Word]:
    """Keep the words that run in the page's main direction; the rest is stamped across or along the margin."""
    if len(set(quarters)) < 2:
        return words
    directions: dict[int, int] = {}
    for word, quarter in zip(words, quarters, strict=True):
        directions[quarter] = directions.get(quarter, 0) + len(word.text)
    main = max(directions, key=lambda quarter: directions[quarter])
    return [word for word, quarter in zip(words, quarters, strict=True) if quarter == main]


def _quarter(angle: float) -> int:
    quarter = angle / (math.pi / 2)
    nearest = round(quarter)
    return nearest % 4 if abs(quarter - nearest) < _UPRIGHT_TOLERANCE else 9


def page_drawing(page: pdfium.PdfPage, width: float, height: float) -> tuple[list[Rule], list[Shape]]:
    """Return drawn straight lines, and the sides of drawn boxes, as rules; and boxes to tick and fields as shapes."""
    handle = page.raw
    count = raw_pdfium.FPDFPage_CountObjects(handle)
    space, drawn = _PageSpace(page, width, height), address(handle)
    bounds = (ctypes.c_float * 4)()
    places = [ctypes.addressof(bounds) + ctypes.sizeof(ctypes.c_float) * side for side in range(4)]
    found: list[Rule] = []
    shapes: list[Shape] = []
    items = (page_object(drawn, position) for position in range(min(count, _MAX_OBJECTS)))
    paths = [item for item in items if object_kind(item) == raw_pdfium.FPDF_PAGEOBJ_PATH]
    for item in paths if len(paths) <= _MAX_DRAWN_OBJECTS else ():
        if not object_bounds(item, *places):
            continue
        box = space.box(*bounds)
        shape = _shape(item, box, width, height)
        if shape is None:
            found.extend(_line(box))
        else:
            shapes.append(shape)
    found.extend(side for shape in without_boxes(shapes) for side in shape.sides)
    if len(found) > _MAX_RULES:
        found = [rule for rule in found if rule.x1 - rule.x0 >= SHORTEST_RULE or rule.vertical]
    return found if len(found) <= _MAX_RULES else [], shapes


def _line(box: Box) -> Iterable[Rule]:
    """Return a thin shape as a rule."""
    across, down = box[2] - box[0], box[3] - box[1]
    if across > _LONGEST_THICKNESS and down > _LONGEST_THICKNESS:
        return ()
    # The colour behind the space between marked words is as narrow, but no line.
    slender = down <= across or down > _SLENDER * across
    return (Rule(*box),) if slender and (across >= _SHORTEST_STROKE or down >= SHORTEST_RULE) else ()


def _shape(item: int, box: Box, width: float, height: float) -> Shape | None:
    """Return a box that is neither thin nor as large as the page; one that is only filled is a background or a field."""
    across, down = box[2] - box[0], box[3] - box[1]
    if min(across, down) < SHORTEST_RULE or (across > 0.95 * width and down > 0.5 * height):
        return None
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    drawn = draw_mode(item, ctypes.addressof(fill), ctypes.addressof(stroke))
    return Shape(*box, outlined=bool(drawn and stroke.value))
