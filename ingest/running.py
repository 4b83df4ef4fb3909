"""Running heads, feet and page numbers: lines that repeat at one place on the pages are not part of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from ingest.documents import Line, Page
from ingest.sections import section_of

_TOP, _BOTTOM = 0.22, 0.84
_EDGE_TOP, _EDGE_BOTTOM = 0.09, 0.90
_CLOSE_TOP, _CLOSE_BOTTOM = 0.13, 0.87
_LETTERHEAD = 0.25
_SAME_PLACE = 7.0
_PAGE_NUMBER = re.compile(
    r"(?:-\s*)?(?:(?:sida|sid|sidan|page|s)\b[.:]?\s*)?\d{1,4}\s*(?:(?:\(\s*\d{1,4}\s*\))|(?:(?:/|av|of)\s*\d{1,4}))?(?:\s*-)?",
    re.I,
)
# Printed on the foot of every page of Swedish minutes; on a file of one page repetition cannot show it.
ATTESTATION = re.compile(
    r"(?:utdragsbestyrkande|(?:ordf\S* |justera\S* )?(?:signatur\w*|sign)\.?|justera(?:nde|re)\S*(?: sign\S*)?)[:.]?",
    re.I,
)
_ADDRESS_SIGNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\S+@\S+\.\w",
        r"\bwww\.|\b[\w-]+\.se\b",
        r"\b(?:post)?box \d",
        r"\b\d{3} ?\d{2} [A-ZÅÄÖ]",
        r"\b(?:org(?:anisations)?\.? ?(?:nr|nummer)|bankgiro|plusgiro|bg|pg)\b",
        r"\b(?:tel(?:efon)?|tfn|växel|fax)\b|\b0\d{1,3}[- /]\d{2}",
        r"\b(?:besöks|post|e-?post)adress\b|\b(?:webbplats|hemsida|internet)\b",
    )
)
# A number that counts pages says so; another may count what the pages are about ("Bilaga 2").
_PAGE_MARK = re.compile(r"\b(?:sid(?:a|an|nr)?|page)\b|\d\s*\(\s*\d+\s*\)|\d\s*(?:/|\bav\b|\bof\b)\s*\d", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:se|nu|com|org)/?", re.IGNORECASE)
_ALL_PAGES = re.compile(r"\s*\(\d{1,4}\)$")
_APART = 1.2
_SURE_PAGES = 3
_MANY_PAGES = 6
_DIGITS = re.compile(r"\d+")
# "§ 36 2026.071 TKN" stands at the top of page after page in minutes, and is what the page is about.
_SECTION_HEAD = re.compile(r"(?:[A-ZÅÄÖ]\w{0,7}\s)?§§?\s?\d", re.I)

Places = dict[str, list[tuple[int, float]]]


def without_running_heads(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages without their running heads and feet."""
    places: Places = {}
    for page in pages:
        for line in page.lines:
            if line.box and _in_margin(line, page):
                for key in _keys(line.text, page.number):
                    places.setdefault(key, []).append((page.number, line.box.y0))
    notes = frozenset(
        key for key, stands in places.items() if len(key) > 5 and len({number for number, _ in stands}) >= _SURE_PAGES
    )
    stripped = [_stripped(page, places, len(pages), notes) for page in pages]
    letterhead = _words_of_head(pages[0]) if pages else frozenset()
    return tuple(
        _without_letterhead(page, letterhead if page.number > 1 else frozenset(), _end_of_head(page, whole))
        for page, whole in zip(stripped, pages, strict=True)
    )


def _end_of_head(page: Page, whole: Page) -> float:
    """Return how far down the running head reaches that was taken off a page; 0 where none was."""
    first = next((line.box.y0 for line in page.lines if line.box), 0.0)
    above = (line.box.y1 for line in whole.lines if line.box and line.box.y0 < first - 1 and line not in page.lines)
    return max(above, default=0.0)


def _words_of_head(page: Page) -> frozenset[str]:
    """Return the words at the top of the first page: a letter repeats some of them on the pages that follow."""
    height = _LETTERHEAD * page.height
    return frozenset(
        word.casefold() for line in page.lines if line.box and line.box.y1 < height for word in line.text.split()
    )


def _without_letterhead(page: Page, letterhead: frozenset[str], end: float) -> Page:
    """Return the page without lines at its top that say words of the letterhead again, and without an address foot.

    ``end`` is how far down the running head reaches that was taken off before.
    """
    kept = list(page.lines)
    while kept and (box := kept[0].box) and box.y1 <= _EDGE_TOP * page.height and _says_head(kept[0], letterhead):
        end = max(end, box.y1)
        kept.pop(0)
    del kept[: _more_of_head(kept, letterhead, page, end)]
    while kept and _is_address_foot(kept[-1], page):
        kept.pop()
    return replace(page, lines=tuple(kept))


def _more_of_head(lines: Sequence[Line], letterhead: frozenset[str], page: Page, end: float) -> int:
    """Return how many lines go on with the running head: as close to it as its own lines are, the text apart."""
    for position, line in enumerate(lines):
        if line.box is None or not end or line.box.y0 - end >= _APART * line.font_size:
            return position if line.box else 0
        if line.box.y1 > _CLOSE_TOP * page.height or not _says_head(line, letterhead):
            return 0
        end = line.box.y1
    return 0


def _says_head(line: Line, letterhead: frozenset[str]) -> bool:
    if _SECTION_HEAD.match(line.text.strip()):
        return False
    words = [word for word in line.text.casefold().split() if not _PAGE_NUMBER.fullmatch(word) and word != "sida"]
    return bool(words) and all(word in letterhead for word in words)


def _is_address_foot(line: Line, page: Page) -> bool:
    """Tell whether a line at the lower edge holds the sender's address: two signs of one, and no sentence."""
    if line.box is None or line.box.y0 < _EDGE_BOTTOM * page.height or line.text.rstrip().endswith("."):
        return False
    if _WEB_ADDRESS.fullmatch(line.text.strip()):
        return True
    return sum(bool(sign.search(line.text)) for sign in _ADDRESS_SIGNS) >= 2


def _in_margin(line: Line, page: Page) -> bool:
    box = line.box
    return box is not None and (box.y1 < _TOP * page.height or box.y0 > _BOTTOM * page.height)


def _keys(text: str, page: int) -> list[str]:
    """Return what makes the same running head on another page equal: the words, with a number that follows the page."""
    said = text.casefold().strip()
    # Beside "Sida 10" the count of all pages may have no room, and stand in a line with other words.
    plain = _ALL_PAGES.sub("", said) or said
    keys = [plain]
    for match in list(_DIGITS.finditer(plain))[:8]:
        if len(match.group()) <= 4 and not plain[: match.start()].rstrip().endswith("§"):
            keys.append(f"{plain[: match.start()]}#{int(match.group()) - page}{plain[match.end() :]}")
    return keys


def _stripped(page: Page, places: Places, count: int, notes: frozenset[str]) -> Page:
    repeated = [_is_running(line, page, places, count) for line in page.lines]
    body = [line for line, repeats in zip(page.lines, repeated, strict=True) if not repeats]
    kept = []
    # A running head that a line of the page holds by itself stands beside no other line of it.
    alone = {line.text.casefold().strip() for line in page.lines if _in_margin(line, page)}
    for position, line in enumerate(page.lines):
        if not repeated[position] or _inside_text(line, body, page):
            kept.append(_without_side_note(line, page, notes - alone))
        elif _heads_table(line, page.lines[position + 1 : position + 2]) and not repeated[position + 1]:
            kept.append(line)
    return replace(page, lines=tuple(kept))


def _inside_text(line: Line, body: Sequence[Line], page: Page) -> bool:
    """Tell whether text stands between the line and the page's edge: a heading that happens to repeat at one height."""
    box = line.box
    if box is None:
        return True
    if box.y1 < _TOP * page.height:
        return any(b.box and b.box.y1 <= box.y0 + 1 and b.box.y1 > _EDGE_TOP * page.height for b in body)
    return any(b.box and b.box.y0 >= box.y1 - 1 and b.box.y0 < _EDGE_BOTTOM * page.height for b in body)


def _without_side_note(line: Line, page: Page, notes: frozenset[str]) -> Line:
    """Return a line without the running head that stands beside it on the same height."""
    if not notes or line.box is None or line.cells or not _in_margin(line, page):
        return line
    said = line.text.casefold()
    if not any(said.startswith(note) or said.endswith(note) for note in notes):
        return line
    words = line.text.split(" ")
    for cut in range(1, len(words)):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        for note, rest in ((head, tail), (tail, head)):
            if note.casefold() in notes:
                return replace(line, text=rest)
    return line


def _heads_table(line: Line, below: Sequence[Line]) -> bool:
    """Tell whether the line is the repeated header row of a table that goes on below."""
    return len(line.cells) > 1 and bool(below) and len(below[0].cells) == len(line.cells)


def _is_running(line: Line, page: Page, places: Places, count: int) -> bool:
    box = line.box
    if box is None or not _in_margin(line, page) or _SECTION_HEAD.match(line.text.strip()):
        return False
    at_edge = box.y1 < _EDGE_TOP * page.height or box.y0 > _EDGE_BOTTOM * page.height
    if at_edge and _PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    if box.y0 > _BOTTOM * page.height and ATTESTATION.fullmatch(line.text.strip()):
        return True
    needed = 2 if count <= 8 else 3
    same, *counting = _keys(line.text, page.number)
    if not any(character.isalpha() for character in line.text) and len(line.text) < 8 and not at_edge:
        # A figure of a table may repeat; one that counts the pages is their number, however high the foot stands.
        return bool(_PAGE_NUMBER.fullmatch(line.text.strip())) and _counts_pages(counting, box.y0, places)
    repeats = _pages_with(same, box.y0, places)
    if repeats >= needed:
        # "Beslut" as the first words of two pages heads the text below it; on more, it heads a table's column.
        return repeats > 2 or section_of(line.text) is None or not _touches_text(line, page, places, needed)
    if box.y0 > _CLOSE_BOTTOM * page.height and any(
        len({number for number, _ in places.get(key, [])}) >= max(_MANY_PAGES, count / 3) for key in (same, *counting)
    ):
        # A foot that stands higher on some pages: its words stand low on many of them, maybe with their number.
        return True
    # "Bilaga 1", "Bilaga 2" at the top of page 1 and 2 are headings: numbers count only close to the edge.
    close = box.y1 < _CLOSE_TOP * page.height or box.y0 > _CLOSE_BOTTOM * page.height
    if not close or not any(_pages_with(key, box.y0, places) >= needed for key in counting):
        return False
    return _PAGE_MARK.search(line.text) is not None or not _touches_text(line, page, places, needed)


def _counts_pages(keys: Sequence[str], top: float, places: Places) -> bool:
    return any(_pages_with(key, top, places) >= _SURE_PAGES for key in keys)


def _touches_text(line: Line, page: Page, places: Places, needed: int) -> bool:
    """Tell whether text follows a line as closely as lines of text do, or the line is set as a heading of that text.

    Heads and feet stand apart from the text by more than a line, and are set no larger than it.
    """
    box = line.box
    if box is None:
        return False
    body = [
        other
        for other in page.lines
        if other.box and other is not line and not _says_again(other, page, places, needed)
    ]
    above = box.y0 > _BOTTOM * page.height
    gaps = [
        box.y0 - other.box.y1 if above else other.box.y0 - box.y1
        for other in body
        if other.box and (other.box.y1 <= box.y0 + 1 if above else other.box.y0 >= box.y1 - 1)
    ]
    if not gaps:
        return False
    if min(gaps) < _APART * (box.y1 - box.y0):
        return True
    sizes = [other.font_size for other in body if other.font_size]
    return not above and bool(sizes) and line.font_size > median(sizes) + 0.8 and min(gaps) < 3 * (box.y1 - box.y0)


def _says_again(line: Line, page: Page, places: Places, needed: int) -> bool:
    """Tell whether a line in the margin stands in the same words on other pages."""
    if line.box is None or not _in_margin(line, page):
        return False
    return _pages_with(_keys(line.text, page.number)[0], line.box.y0, places) >= needed


def _pages_with(key: str, top: float, places: Places) -> int:
    return len({number for number, y0 in places.get(key, []) if abs(y0 - top) <= _SAME_PLACE})
