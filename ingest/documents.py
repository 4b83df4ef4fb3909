"""Frozen types of what ingest produces: boxes, lines, pages, passages, documents.

Coordinates are PDF points (1/72 inch) with the origin in the page's top left corner.
Character offsets count Unicode code points in ``Document.text``; ``end`` is exclusive.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Name the kind of a case document, in the words of the registry."""

    TJANSTESKRIVELSE = "tjänsteskrivelse"
    REVISIONSRAPPORT = "revisionsrapport"
    NAMNDINITIATIV = "nämndinitiativ"
    MOTION = "motion"
    INTERPELLATION = "interpellation"
    PROTOKOLL = "protokoll"
    PROTOKOLLSUTDRAG = "protokollsutdrag"
    YTTRANDE = "yttrande"
    DELEGATION = "delegation"
    AVTAL = "avtal"
    PLAN = "plan"
    KALLELSE = "kallelse"
    OVRIGT = "övrigt"


MINUTES = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
# What members, not officers, bring up.
INITIATIVES = frozenset({Kind.MOTION, Kind.NAMNDINITIATIV, Kind.INTERPELLATION})


class Force(StrEnum):
    """Say what a passage does in the case: a proposal is not a decision."""

    PROPOSAL = "proposal"
    DECISION = "decision"
    YRKANDE = "yrkande"
    OPINION = "opinion"
    RESERVATION = "reservation"
    AUDIT_FINDING = "audit_finding"
    RECOMMENDATION = "recommendation"
    BACKGROUND = "background"


class Block(StrEnum):
    """Say what form a passage has on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    ATT_SATS = "att_sats"
    TABLE_ROW = "table_row"
    SIGNATURE = "signature"
    FOOTNOTE = "footnote"
    # A table of contents: part of the document, but it says nothing that could be cited.
    CONTENTS = "contents"


class Role(StrEnum):
    """Name a person's part in a document."""

    HANDLAGGARE = "handläggare"
    ORDFORANDE = "ordförande"
    SEKRETERARE = "sekreterare"
    JUSTERARE = "justerare"
    UNDERTECKNARE = "undertecknare"
    ANSVARIG = "ansvarig"


class Origin(StrEnum):
    """Say where a metadata value was found."""

    SIDECAR = "sidecar"
    TEXT = "text"
    FILE_NAME = "file_name"
    FOLDER = "folder"
    PROPERTIES = "properties"


@dataclass(frozen=True, slots=True)
class Box:
    """Hold a rectangle on a page, in points from the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of a page as the reader saw it, in reading order."""

    text: str
    page: int
    box: Box | None = None
    font_size: float = 0.0
    bold: bool = False
    # Cells of a table row, left to right, where the reader recognised a table; else empty.
    cells: tuple[str, ...] = ()
    # What wide gaps part on a line that is no table row, left to right; empty where nothing does.
    parts: tuple[str, ...] = ()
    # 1 and 2 for the left and right of two texts beside each other, each of which goes on by itself; else 0.
    column: int = 0
    # In italics or underlined from end to end.
    stressed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the lines of one page; ``confidence`` is the mean OCR word confidence 0-1, None for a text layer."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class RawFile:
    """Hold what a reader got out of one file before anything is understood of it."""

    path: str
    pages: tuple[Page, ...]
    # Title, author, dates of the file's own properties, as text; keys in lower case.
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Hold one paragraph-like unit of a document before structure is known.

    ``pieces`` maps parts of ``text`` to the page: offsets are relative to ``text``.
    """

    text: str
    block: Block
    page: int
    pieces: tuple["Piece", ...] = ()
    font_size: float = 0.0
    bold: bool = False
    indent: float = 0.0
    item: str | None = None
    # Header cells of the table a row belongs to, for ``Block.TABLE_ROW``.
    table_header: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    stressed: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Map characters [start, end) of a text to a box on a page, for highlighting."""

    start: int
    end: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold a stycke: the smallest unit a citation points to.

    ``document.text[start:end] == text`` always holds. Offsets of ``pieces`` are relative to ``text``.
    ``section_sign`` is written "§ 36"; ``item`` is the number or letter of a list item ("3", "b").
    """

    ordinal: int
    text: str
    start: int
    end: int
    page: int
    block: Block
    force: Force
    heading_path: tuple[str, ...] = ()
    section_sign: str | None = None
    item: str | None = None
    case_numbers: tuple[str, ...] = ()
    # For a table row: the header cells and this row's cells, so that it can be shown as a table.
    table_header: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    # Level of a heading, 1 outermost; 0 for everything else.
    level: int = 0
    # Deadlines said in the passage ("senast", "återkomma"), ISO dates.
    deadlines: tuple[dt.date, ...] = ()

    @property
    def section_number(self) -> str:
        """Return the number of the § that the passage stands in, without spaces ("36", "4a"); "" outside of any."""
        return "".join((self.section_sign or "").removeprefix("§").split())


@dataclass(frozen=True, slots=True)
class Person:
    """Hold a named person and the part they have in the document."""

    name: str
    role: Role
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Hold a pointer from a document to another document, § or case.

    ``kind`` is "case" (``target`` a normalised diarienummer), "section" (``target`` "§ 28", with board and date
    where said), "document" (``target`` a title) or "initiative".
    """

    kind: str
    target: str
    text: str
    ordinal: int
    board: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class FieldSource:
    """Say where a metadata value came from and how sure it is (0-1)."""

    name: str
    value: str
    origin: Origin
    confidence: float
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentMetadata:
    """Hold what is known of a document apart from its text."""

    id: str
    source: str
    title: str
    kind: Kind
    content_hash: str
    case_numbers: tuple[str, ...] = ()
    board: str | None = None
    municipality: str | None = None
    date: dt.date | None = None
    meeting_date: dt.date | None = None
    people: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    refers_to: tuple[Reference, ...] = ()
    # "alla" or names of groups; an empty tuple is readable by nobody.
    access: tuple[str, ...] = ("alla",)
    pages: int = 0
    # (width, height) in points of each page, in order; empty for a format without pages.
    page_sizes: tuple[tuple[float, float], ...] = ()
    language: str = "sv"
    # Mean OCR confidence 0-1 over recognised pages; None where no page was recognised.
    ocr_confidence: float | None = None
    low_confidence_pages: tuple[int, ...] = ()
    field_sources: tuple[FieldSource, ...] = ()

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Return the days that are known of the document: of its meeting, and its own."""
        return tuple(day for day in (self.meeting_date, self.date) if day)

    @property
    def day(self) -> dt.date | None:
        """Return the day of what the document tells of: of its meeting, or else its own."""
        return self.meeting_date or self.date


@dataclass(frozen=True, slots=True)
class Document:
    """Hold a case document: metadata, text, passages in reading order."""

    metadata: DocumentMetadata
    text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Hold one file found in the source folder; ``path`` is relative to it, with forward slashes."""

    path: str
    size: int
    modified_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Hold one file that did not become a document, and why."""

    path: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class FolderScan:
    """Hold the readable files of a source folder and those that cannot be opened."""

    files: tuple[SourceFile, ...]
    failures: tuple[Failure, ...] = ()
