"""What a sample paper holds, and the small markup its body is written in.

The body is plain text; blank lines part its blocks::

    # Heading          § 12 | 2024.031 BUN | Title of the matter
    - bullet           1. numbered item          ~ att-sats
    | cell | cell |    first row is the head     [1] footnote
    ___ Name | role    a signature               ---  a new page

Lines of a block that start with none of these marks continue the line before.
"""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.documents import Kind

MUNICIPALITY = "Tallvika kommun"


class Look(StrEnum):
    """Name how a paper looks on the page."""

    LETTER = "letter"
    MINUTES = "minutes"
    REPORT = "report"
    TWO_COLUMNS = "two_columns"
    PLAIN = "plain"
    SCAN = "scan"


class Mark(StrEnum):
    """Name what a block of a body is."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"
    ATT = "att"
    TABLE = "table"
    FOOTNOTE = "footnote"
    SIGNATURE = "signature"
    PAGE_BREAK = "page_break"


@dataclass(frozen=True, slots=True)
class Paper:
    """Hold one document of the sample municipality; the suffix of ``path`` decides the file format."""

    path: str
    kind: Kind
    title: str
    board: str
    date: dt.date
    body: str
    case_number: str = ""
    case_label: str = "Diarienummer"
    author: str = ""
    author_role: str = ""
    receiver: str = ""
    look: Look = Look.LETTER
    # Label and text of each row on the front page of minutes.
    front: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """Hold one block of a body: its mark, its items, and for a table its rows."""

    mark: Mark
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


_LINE_MARKS = (
    (re.compile(r"^- "), Mark.BULLET),
    (re.compile(r"^\d+\. "), Mark.NUMBERED),
    (re.compile(r"^~ "), Mark.ATT),
    (re.compile(r"^\[\d+\] "), Mark.FOOTNOTE),
    (re.compile(r"^___ "), Mark.SIGNATURE),
    (re.compile(r"^§ [^|]*\|"), Mark.SECTION),
    (re.compile(r"^## "), Mark.SUBHEADING),
    (re.compile(r"^# "), Mark.HEADING),
)
# Marks that are part of what the reader sees stay; the others are only markup.
_KEPT = (Mark.NUMBERED, Mark.FOOTNOTE, Mark.SECTION)


def parse(body: str) -> tuple[BodyBlock, ...]:
    """Return the blocks of a body in reading order."""
    return tuple(_block(chunk) for chunk in re.split(r"\n\s*\n", body.strip()))


def section_parts(item: str) -> tuple[str, str, str]:
    """Split a section heading into its sign, its case number and its title."""
    sign, case_number, title = (part.strip() for part in item.split("|", 2))
    return sign, case_number, title


def _block(chunk: str) -> BodyBlock:
    lines = chunk.splitlines()
    if chunk.strip() == "---":
        return BodyBlock(Mark.PAGE_BREAK)
    if lines[0].startswith("| "):
        return BodyBlock(Mark.TABLE, rows=tuple(_cells(line) for line in lines))
    for pattern, mark in _LINE_MARKS:
        if pattern.match(lines[0]):
            return BodyBlock(mark, items=_items(lines, pattern, keep=mark in _KEPT))
    return BodyBlock(Mark.PARAGRAPH, items=(" ".join(line.strip() for line in lines),))


def _items(lines: list[str], pattern: re.Pattern[str], *, keep: bool) -> tuple[str, ...]:
    items: list[str] = []
    for line in lines:
        if pattern.match(line):
            items.append(line if keep else pattern.sub("", line))
        else:
            items[-1] += " " + line.strip()
    return tuple(items)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
