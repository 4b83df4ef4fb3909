"""Papers of an invented municipality, set as different Swedish municipalities set theirs."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.documents import Document, Force, SourceFile
from ingest.force import with_force
from ingest.layout import blocks
from ingest.metadata import describe
from ingest.pdf import read_pdf_bytes
from ingest.settings import IngestSettings
from ingest.structure import passages
from tests.ingest.made_files import wrapped

HEIGHT = A4[1]
LEFT, RIGHT = 72, 520
LOWEST = 770
SURVEY = (
    "Kontoret har under våren sett över hur verksamheten bedrivs och vilka kostnader som uppstår när fler elever väljer "
    "skolor i andra kommuner. Översynen visar att behovet av samordning är större än vad som antogs i budgeten."
)
COST = (
    "Kostnaden beräknas till 1 245 000 kronor för år 2032, varav 345 000 kronor avser lokaler. Pengarna tas av det som "
    "avsatts för utveckling."
)
Mark = Callable[[int], str]


def numbered(number: int) -> str:
    """Return the mark of an item in a numbered list."""
    return f"{number}."


@dataclass(frozen=True, slots=True)
class At:
    """Hold words at a place of the page, in points from the top left corner; # becomes the page's number."""

    x: float
    y: float
    text: str
    bold: bool = False
    size: float = 9


@dataclass(slots=True)
class Paper:
    """Set a paper from the top of its first page downwards; ``frame`` is printed on every page."""

    name: str
    frame: Sequence[At] = ()
    top: float = 90
    canvas: Canvas = field(init=False)
    buffer: io.BytesIO = field(init=False, default_factory=io.BytesIO)
    page: int = field(init=False, default=1)

    def __post_init__(self) -> None:
        """Open the first page."""
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1)
        self._print_frame()

    def at(self, *places: At) -> "Paper":
        """Print words at places of this page."""
        for place in places:
            self.canvas.setFont("Helvetica-Bold" if place.bold else "Helvetica", place.size)
            self.canvas.drawString(place.x, HEIGHT - place.y, place.text.replace("#", str(self.page)))
        return self

    def line(self, text: str, *, x: float = LEFT, bold: bool = False, size: float = 11, step: float = 14) -> "Paper":
        """Print a line and go down by ``step``."""
        if self.top > LOWEST:
            self.turn()
        self.at(At(x, self.top, text, bold, size))
        self.top += step
        return self

    def heading(self, text: str, size: float = 12) -> "Paper":
        """Print a heading."""
        self.top += 8
        if self.top > LOWEST - 40:
            self.turn()
        for line in wrapped(self.canvas, text, RIGHT - LEFT, "Helvetica-Bold", size):
            self.line(line, bold=True, size=size, step=1.3 * size)
        self.top += 2
        return self

    def text(self, *paragraphs: str, x: float = LEFT) -> "Paper":
        """Print paragraphs."""
        for paragraph in paragraphs:
            for line in wrapped(self.canvas, paragraph, RIGHT - x):
                self.line(line, x=x)
            self.top += 8
        return self

    def items(self, *items: str, mark: Mark = numbered) -> "Paper":
        """Print a list."""
        for number, item in enumerate(items, start=1):
            self.at(At(LEFT + 18, self.top, mark(number), size=11))
            self.text(item, x=LEFT + 36)
            self.top -= 4
        return self

    def beside(self, label: str, text: str) -> "Paper":
        """Print a label in the margin and its text beside it."""
        self.top += 8
        self.at(At(LEFT, self.top, label, bold=True, size=10))
        return self.text(text, x=180)

    def turn(self) -> "Paper":
        """Turn to a new page."""
        self.canvas.showPage()
        self.page, self.top = self.page + 1, 90
        self._print_frame()
        return self

    def read(self) -> Document:
        """Return the document that reading makes of the paper."""
        self.canvas.save()
        settings = IngestSettings()
        raw = read_pdf_bytes(self.buffer.getvalue(), self.name, settings)
        text, found = passages(blocks(raw))
        file = SourceFile(self.name, len(text), 0, "0" * 64)
        metadata = describe(file, raw, text, found, None, settings)
        return Document(metadata, text, with_force(found, metadata.kind))

    def _print_frame(self) -> None:
        self.at(*self.frame)


def force_of(document: Document, opening: str) -> Force:
    """Return the force of the passage that opens with some words, apart from its bullet or number."""
    return next(one.force for one in document.passages if one.text.lstrip("-•0123456789. ").startswith(opening))


def people_of(document: Document) -> set[tuple[str, str]]:
    """Return the people of a document with their roles."""
    return {(person.name, person.role.value) for person in document.metadata.people}
