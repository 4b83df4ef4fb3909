"""Plain text and Markdown → one `RawFile`; encoding found, form feeds are page breaks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from ingest.documents import Line, Page, RawFile
from ingest.errors import IngestError, SkipReason
from ingest.flow import heading, paragraph
from ingest.normalise import normal_text
from ingest.plain_pages import PAGE_BREAK, without_page_edges

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_MARKDOWN_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_TABLE_ROW = re.compile(r"\|(.+)\|$")
# What parts the cells of a row in plain text: a justified line has no such gaps.
_WIDE = re.compile(r"\s(?:\s{3,}|(?<=\t))")
# Rows of a table stand nearer together maybe: as many parts in each line tell them.
_GAP = re.compile(r"\s(?:\s+|(?<=\t))")
_FEWEST_CELLS, _FEWEST_ROWS = 3, 3
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|\*{3,}|#{3,})\s*")


def read_text(path: Path, relative: str, *, markdown: bool = False) -> RawFile:
    """Return the lines of a text file; blank lines are kept, they part paragraphs."""
    return text_file(decode(path.read_bytes(), relative), relative, markdown=markdown)


def text_file(text: str, relative: str, *, markdown: bool = False) -> RawFile:
    """Return text that is already decoded as pages of lines."""
    parts = [part.splitlines() for part in text.split(PAGE_BREAK)]
    lines = without_page_edges(parts[0] + [line for part in parts[1:] for line in (PAGE_BREAK, *part)])
    found: list[list[Line]] = [[]]
    rows = {} if markdown else _rows(lines)
    for place, line in enumerate(lines):
        if line == PAGE_BREAK:
            found.append([])
        elif place in rows:
            found[-1].append(replace(paragraph(" ".join(rows[place]), len(found)), cells=rows[place]))
        else:
            found[-1].append(_line(line, len(found), markdown=markdown))
    pages = [Page(number, 0.0, 0.0, tuple(page)) for number, page in enumerate(found, start=1)]
    while len(pages) > 1 and not any(line.text for line in pages[-1].lines):
        pages.pop()
    return RawFile(relative, tuple(pages))


def decode(data: bytes, relative: str) -> str:
    """Return the text of bytes in UTF-8, UTF-16 or Windows Latin-1, or raise when they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data[:2000].count(0) > len(data[:2000]) // 4:
        even = data[0:2000:2].count(0) > data[1:2000:2].count(0)
        return data.decode("utf-16-be" if even else "utf-16-le", errors="replace")
    if b"\x00" in data[:8000]:
        detail = "it is named as text but holds binary data. Save it as text, or give it its right name."
        raise IngestError(relative, SkipReason.WRONG_FORMAT, detail)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _rows(lines: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Return the cells of the lines that stand below one another as rows of a table, by the place of the line.

    Such lines have as many parts each, which two spaces or more set apart, and hold figures.
    """
    parted = [tuple(filter(None, map(normal_text, _GAP.split(line.strip())))) for line in lines]
    rows: dict[int, tuple[str, ...]] = {}
    for count, together in groupby(range(len(lines)), key=lambda place: len(parted[place])):
        places = list(together)
        told = [cell for place in places[1:] for cell in parted[place][1:]]
        figures = sum(cell[0].isdigit() for cell in told)
        if count >= _FEWEST_CELLS and len(places) >= _FEWEST_ROWS and 2 * figures >= len(told):
            rows.update((place, parted[place]) for place in places)
    return rows


def _line(text: str, page: int, *, markdown: bool) -> Line:
    if not markdown:
        # A row of signs drawn under a title is no part of it; as a blank line it parts the title from the text.
        parts = tuple(normal_text(part) for part in _WIDE.split(text.strip()))
        return Line(
            "" if _UNDERLINE.fullmatch(text) else normal_text(text), page, parts=parts if len(parts) > 1 else ()
        )
    title = _MARKDOWN_HEADING.match(text.strip())
    if title:
        return heading(normal_text(_MARKDOWN_MARKS.sub("", title[2])), len(title[1]), page)
    plain = normal_text(_MARKDOWN_MARKS.sub("", re.sub(r"^(\s*)[*+]\s", r"\1- ", text)))
    row = _TABLE_ROW.match(plain)
    if row and not set(plain) <= set("|-: "):
        cells = tuple(cell.strip() for cell in row[1].split("|"))
        return replace(paragraph(" ".join(cell for cell in cells if cell), page), cells=cells)
    return paragraph("" if row else plain, page)
