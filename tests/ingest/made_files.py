"""Small real files of an invented municipality, written for the tests of reading."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
from docx.shared import Cm
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

HEIGHT = A4[1]
LEFT, RIGHT = 72, 520
LEADING = 14
PARAGRAPH = (
    "Tekniska kontoret i Granbacka har gått igenom belysningen längs gång- och cykelvägarna mellan "
    "Norrängen och stationen. Av de 214 stolparna behöver 37 bytas före vintern, och kostnaden för "
    "arbetet beräknas till 1 245 000 kronor."
)


def wrapped(canvas: Canvas, text: str, width: float, font: str = "Helvetica", size: float = 11) -> list[str]:
    """Return text broken into lines that fit the width."""
    lines, current = [], ""
    for word in text.split():
        candidate = f"{current} {word}".strip()
        if canvas.stringWidth(candidate, font, size) > width and current:
            lines.append(current)
            current = word
        else:
            current = candidate
    return [*lines, current]


class Writer:
    """Write text on a canvas from the top of the page downwards."""

    def __init__(self, canvas: Canvas, top: float = 130) -> None:
        self.canvas, self.top = canvas, top

    def line(
        self, text: str, x: float = LEFT, font: str = "Helvetica", size: float = 11, step: float = LEADING
    ) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - self.top, text)
        self.top += step

    def paragraph(self, text: str, x: float = LEFT, width: float = RIGHT - LEFT, gap: float = 10) -> None:
        for line in wrapped(self.canvas, text, width):
            self.line(line, x)
        self.top += gap

    def heading(self, text: str) -> None:
        self.line(text, font="Helvetica-Bold", step=20)

    def row(self, cells: Sequence[str], places: Sequence[float], font: str = "Helvetica") -> None:
        self.canvas.setFont(font, 10)
        for cell, place in zip(cells, places, strict=True):
            self.canvas.drawString(place, HEIGHT - self.top, cell)
        self.top += LEADING


def pdf(*pages: Callable[[Writer], None], encrypt: str | None = None) -> bytes:
    """Return a PDF whose pages the given functions write."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=encrypt, invariant=1)
    for page in pages:
        page(Writer(canvas))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def minutes(pages: int = 3) -> bytes:
    """Return minutes with a running head, page numbers and a foot on each page."""

    def page(number: int) -> Callable[[Writer], None]:
        def write(writer: Writer) -> None:
            canvas = writer.canvas
            canvas.setFont("Helvetica", 10)
            canvas.drawString(400, HEIGHT - 40, "Granbacka kommun")
            canvas.drawString(400, HEIGHT - 54, "Tekniska nämnden 2031-03-12")
            canvas.drawString(500, HEIGHT - 800, f"Sida {number} ({pages})")
            canvas.drawString(LEFT, HEIGHT - 800, "Utdragsbestyrkande")
            writer.heading(f"Rubrik nummer {number}")
            writer.paragraph(f"Stycke på sidan {number}. {PARAGRAPH}")

        return write

    return pdf(*(page(number) for number in range(1, pages + 1)))


def word_file(path: Path) -> Path:
    """Write a DOCX with headings, a list and a table."""
    document = docx.Document()
    document.add_heading("Belysning på cykelvägar", level=1)
    document.add_paragraph(PARAGRAPH)
    document.add_heading("Förslag till beslut", level=2)
    for text in ("Stolparna byts före vintern.", "Kostnaden tas ur driftbudgeten."):
        document.add_paragraph(text, style="List Bullet")
    table = document.add_table(rows=2, cols=3)
    table.autofit = False
    for row, values in zip(
        table.rows, (("Sträcka", "Stolpar", "Kostnad"), ("Norrängen", "37", "1 245 tkr")), strict=True
    ):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
            cell.width = Cm(5)
    document.save(str(path))
    return path
