"""Characters and drawn lines of a PDF page, as pdfium holds them → words and rules in points from the top left."""

import ctypes
import math
import re
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from ingest.geometry import Rule, Word

_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|,bd|-bd", re.I)
_MAX_DRAWN_OBJECTS = 6000
_MAX_WORDS_ON_A_PAGE = 20_000
_LONGEST_THICKNESS = 2.5
_SHORTEST_RULE = 6.0
_UPRIGHT_TOLERANCE = 0.15
_INK = re.compile(r"[^\x00\t\n\v\f\r \xa0\u2002\u2003\u2007\u2009\u202f]+")
# 0x02 and 0xFFFE are pdfium's mark of a hyphen at a line end; other control characters and half pairs are no text.
_MARKS = dict.fromkeys((*range(32), *range(0xD800, 0xE000))) | {2: "-", 0xFFFE: "-"}
_ODD = re.compile(r"[\x00-\x1f\ud800-\udfff\ufffe]")

Box = tuple[float, float, float, float]
# A word with the quarter of a turn it is set in; 9 for one that is set aslant.
Turned = tuple[Word, int]


def page_words(page: pdfium.PdfPage, width: float, height: float) -> list[Word]:
    """Return the words of a page's text layer in the order they are set."""
    text_page = page.get_textpage()
    try:
        return _upright(_words(text_page, PageSpace(page, width, height)))
    finally:
        text_page.close()


def _words(text_page: pdfium.PdfTextPage, space: "PageSpace") -> list[Turned]:
    """Collect characters between white space into words; only the ends of a word are measured."""
    text = _characters(text_page.raw)
    reader = _WordReader(text_page.raw, text, space)
    found: list[Turned] = []
    for match in _INK.finditer(text):
        reader.add(found, match.start(), match.end() - 1)
        if len(found) > _MAX_WORDS_ON_A_PAGE:
            break
    return found


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

    def __init__(self, handle: object, text: str, space: "PageSpace") -> None:
        self._handle = handle
        self._text = text
        self._odd = _ODD.search(text) is not None
        self._space = space
        self._rect = raw_pdfium.FS_RECTF()
        self._reference = ctypes.byref(self._rect)
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)
        self._bold: dict[int, bool] = {}
        self._types: dict[int, tuple[int, float, bool]] = {}

    def add(self, found: list[Turned], first: int, last: int) -> None:
        """Add the word at [first, last]; two words where it runs over a line end."""
        start = self._box(first)
        end = self._box(last) if last > first else start
        if start is None or end is None:
            return
        quarter, size, bold = self._type(first)
        # Most words end at the height they begin at; only the others need to be measured further.
        if start[1] != end[1] and quarter in (0, 2) and _below(start, end):
            cut = self._line_end(start, first, last)
            if cut is not None:
                self.add(found, first, cut - 1)
                self.add(found, cut, last)
                return
        text = self._text[first : last + 1]
        if self._odd and _ODD.search(text):
            text = text.translate(_MARKS)
        if not text:
            return
        x0, y0, x1, y1 = self._space.box(*_around(start, end))
        if x1 <= 0 or y1 <= 0 or x0 >= self._space.width or y0 >= self._space.height:
            # Set outside the page, as the names of colours are beside the slides of some templates.
            return
        height = y1 - y0
        if height > 0 and not 0.4 < size / height < 2.2:
            # The size counts before the text matrix; where they disagree the box is right.
            size = height / 1.15
        if x1 > x0:
            found.append((Word(text, x0, y0, x1, y1, round(size * 2) / 2, bold), quarter))

    def _line_end(self, start: Box, first: int, last: int) -> int | None:
        for cut in range(first + 1, last + 1):
            here = self._box(cut)
            if here and _below(start, here):
                return cut
        return None

    def _box(self, position: int) -> Box | None:
        """Return left, bottom, right, top of a character, line-high."""
        if not raw_pdfium.FPDFText_GetLooseCharBox(self._handle, position, self._reference):
            return None
        rect = self._rect
        return rect.left, rect.bottom, rect.right, rect.top

    def _type(self, position: int) -> tuple[int, float, bool]:
        """Return direction, size and weight of a character; all characters of one text object share them."""
        run = raw_pdfium.FPDFText_GetTextObject(self._handle, position)
        key = ctypes.addressof(run.contents) if run else 0
        known = self._types.get(key) if key else None
        if known is None:
            quarter = _quarter(float(raw_pdfium.FPDFText_GetCharAngle(self._handle, position)))
            size = float(raw_pdfium.FPDFText_GetFontSize(self._handle, position))
            known = self._types[key] = quarter, size, self._is_bold(run, position)
        return known

    def _is_bold(self, run: object, position: int) -> bool:
        """Return the weight of a character, looked up once for each font."""
        font = raw_pdfium.FPDFTextObj_GetFont(run) if run else None
        key = ctypes.addressof(font.contents) if font else 0
        known = self._bold.get(key) if key else None
        if known is None:
            known = self._bold[key] = self._reads_bold(position)
        return known

    def _reads_bold(self, position: int) -> bool:
        if raw_pdfium.FPDFText_GetFontWeight(self._handle, position) >= 600:
            return True
        length = raw_pdfium.FPDFText_GetFontInfo(self._handle, position, self._name, 128, self._flags)
        name = self._name.raw[: max(0, min(length, 128) - 1)]
        return _BOLD_NAME.search(name.decode("utf-8", "replace")) is not None


def _around(start: Box, end: Box) -> Box:
    """Return the box around two characters; written out, for it runs once a word."""
    left, bottom, right, top = start
    return (
        left if left < end[0] else end[0],
        bottom if bottom < end[1] else end[1],
        right if right > end[2] else end[2],
        top if top > end[3] else end[3],
    )


def _below(start: Box, other: Box) -> bool:
    """Tell whether a character stands on another line than the first: their heights hardly overlap."""
    overlap = min(start[3], other[3]) - max(start[1], other[1])
    return overlap < 0.4 * min(start[3] - start[1], other[3] - other[1])


class PageSpace:
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


def _upright(found: list[Turned]) -> list[Word]:
    """Keep the words that run in the page's main direction; the rest is stamped across or along the margin."""
    directions: dict[int, int] = {}
    for word, quarter in found:
        directions[quarter] = directions.get(quarter, 0) + len(word.text)
    if not directions:
        return []
    main = max(directions, key=lambda quarter: directions[quarter])
    return [word for word, quarter in found if quarter == main]


def _quarter(angle: float) -> int:
    quarter = angle / (math.pi / 2)
    nearest = round(quarter)
    return nearest % 4 if abs(quarter - nearest) < _UPRIGHT_TOLERANCE else 9


def page_rules(page: pdfium.PdfPage, width: float, height: float) -> list[Rule]:
    """Return drawn straight lines, and the sides of drawn boxes, as rules."""
    handle = page.raw
    count = raw_pdfium.FPDFPage_CountObjects(handle)
    if count > _MAX_DRAWN_OBJECTS:
        return []
    space = PageSpace(page, width, height)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found: list[Rule] = []
    for position in range(count):
        item = raw_pdfium.FPDFPage_GetObject(handle, position)
        if raw_pdfium.FPDFPageObj_GetType(item) != raw_pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if raw_pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            box = space.box(left.value, bottom.value, right.value, top.value)
            found.extend(_sides(item, box, width, height))
    return found if len(found) <= 2000 else []


def _sides(item: object, box: Box, width: float, height: float) -> Iterator[Rule]:
    """Yield a thin shape as one rule, an outlined box as four; a box that is only filled is a background."""
    x0, y0, x1, y1 = box
    across, down = x1 - x0, y1 - y0
    if min(across, down) <= _LONGEST_THICKNESS:
        if max(across, down) >= _SHORTEST_RULE:
            yield Rule(*box)
        return
    if (across > 0.95 * width and down > 0.5 * height) or down < 8 or across < 12:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if raw_pdfium.FPDFPath_GetDrawMode(item, fill, stroke) and stroke.value:
        yield Rule(x0, y0, x1, y0)
        yield Rule(x0, y1, x1, y1)
        yield Rule(x0, y0, x0, y1)
        yield Rule(x1, y0, x1, y1)
