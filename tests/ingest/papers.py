"""Papers of an invented municipality, set as different Swedish municipalities set theirs."""

import io
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docx.document import Document as DocxDocument
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.documents import Document, Force, SourceFile
from ingest.force import with_force
from ingest.layout import blocks
from ingest.metadata import describe
from ingest.pdf import read_pdf_bytes
from ingest.pipeline import read_document
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


def dash(_: int) -> str:
    """Return the mark of an item in a list with dashes."""
    return "-"


def bullet(_: int) -> str:
    """Return the mark of an item in a bulleted list."""
    return "•"


@dataclass(frozen=True, slots=True)
class At:
    """Hold words at a place of the page, in points from the top left corner; # becomes the page's number."""

    x: float
    y: float
    text: str
    bold: bool = False
    size: float = 9


def placed(*places: str) -> tuple[At, ...]:
    """Return words at places, each written "x y words"; an asterisk before the words sets them in bold."""
    found = []
    for place in places:
        x, y, words = place.split(" ", 2)
        found.append(At(float(x), float(y), words.removeprefix("*"), bold=words.startswith("*")))
    return tuple(found)


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


def letter(name: str, *head: str, top: float = 120) -> Paper:
    """Begin a paper whose head stands at places of its own, its text below."""
    paper = Paper(name, top=top)
    return paper.at(*placed(*head))


def minutes_of(board: str, day: str, *, name: str = "protokoll.pdf", word: str = "Sammanträdesprotokoll") -> Paper:
    """Begin minutes with a running head."""
    return Paper(
        name, placed("72 35 *Granbacka kommun", f"300 35 *{word}", "480 35 # (4)", f"72 48 {board}", f"300 48 {day}")
    )


def with_front_page(paper: Paper, board: str, sections: str) -> Paper:
    """Print the front page of minutes, and turn it."""
    paper.heading(board, 16).line("Plats och tid        Sessionssalen, kl. 09.00-11.45")
    paper.line("Beslutande           Lars Berglund (S), ordförande").line("Åsa Frimodig (M), vice ordförande", x=185)
    paper.line("Övriga               Jenny Wall, nämndsekreterare").line("Justerare            Åsa Frimodig")
    return paper.line(f"Paragrafer           {sections}").turn()


def file_read(name: str, content: str | DocxDocument) -> Document:
    """Write a text or Word file under a name and return the document that reading makes of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        if isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        else:
            content.save(str(path))
        file = SourceFile(name, path.stat().st_size, 0, "0" * 64)
        return read_document(Path(folder), file, IngestSettings.model_validate({"office_conversion": False}))


def force_of(document: Document, opening: str) -> Force:
    """Return the force of the passage that opens with some words, apart from its bullet or number."""
    return next(one.force for one in document.passages if one.text.lstrip("-•0123456789. ").startswith(opening))


def people_of(document: Document) -> set[tuple[str, str]]:
    """Return the people of a document with their roles."""
    return {(person.name, person.role.value) for person in document.metadata.people}
