"""Write a paper as a PDF with letterhead, running heads, tables and signatures."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from eval.sample.content import MUNICIPALITY, BodyBlock, Look, Mark, Paper, parse, section_parts

_WIDTH, _HEIGHT = A4
_MARGIN = 25 * mm
_SERIF = ParagraphStyle("text", fontName="Times-Roman", fontSize=11, leading=14.5, spaceAfter=7)
_SANS = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=13.5, spaceAfter=7)
_RULES = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e4e9ee")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)


def write_pdf(paper: Paper, target: Path) -> None:
    """Write the paper to ``target``; the same paper gives the same bytes."""
    document = BaseDocTemplate(
        str(target), pagesize=A4, invariant=1, title=paper.title, author=paper.author or paper.board, lang="sv"
    )
    document.addPageTemplates(_templates(paper))
    document.build(list(_story(paper)))


def _templates(paper: Paper) -> list[PageTemplate]:
    first = PageTemplate("first", [_frame(top=52)], onPage=_drawer(paper, first=True))
    if paper.look is Look.TWO_COLUMNS:
        gap, width = 8 * mm, _WIDTH - 2 * _MARGIN
        column = (width - gap) / 2
        frames = [_frame(top=34, left=_MARGIN + shift, width=column) for shift in (0, column + gap)]
        later = PageTemplate("later", frames, onPage=_drawer(paper, first=False))
    else:
        later = PageTemplate("later", [_frame(top=34)], onPage=_drawer(paper, first=False))
    return [first, later]


def _frame(top: float, left: float = _MARGIN, width: float = _WIDTH - 2 * _MARGIN) -> Frame:
    return Frame(left, 26 * mm, width, _HEIGHT - (26 + top) * mm, leftPadding=0, rightPadding=0)


def _drawer(paper: Paper, *, first: bool) -> Callable[[Any, Any], None]:
    def draw(canvas: Any, document: Any) -> None:
        canvas.saveState()
        if first and paper.look is not Look.MINUTES:
            _letterhead(canvas, paper)
        else:
            _running_head(canvas, paper)
        _foot(canvas, paper, document.page)
        canvas.restoreState()

    return draw


def _letterhead(canvas: Any, paper: Paper) -> None:
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(_MARGIN, _HEIGHT - 20 * mm, MUNICIPALITY)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(_MARGIN, _HEIGHT - 25 * mm, paper.board)
    right = [paper.kind.value.capitalize(), f"Datum {paper.date.isoformat()}"]
    if paper.case_number:
        right.append(f"{paper.case_label} {paper.case_number}")
    for number, text in enumerate(right):
        canvas.drawString(_WIDTH - _MARGIN - 62 * mm, _HEIGHT - (20 + 5 * number) * mm, text)
    left = [f"{paper.author}, {paper.author_role}".strip(", "), f"Till {paper.receiver}" if paper.receiver else ""]
    for number, text in enumerate(left):
        canvas.drawString(_MARGIN, _HEIGHT - (36 + 4.5 * number) * mm, text)
    canvas.line(_MARGIN, _HEIGHT - 44 * mm, _WIDTH - _MARGIN, _HEIGHT - 44 * mm)


def _running_head(canvas: Any, paper: Paper) -> None:
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(_MARGIN, _HEIGHT - 16 * mm, MUNICIPALITY)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(_MARGIN, _HEIGHT - 20.5 * mm, paper.board)
    label = "Sammanträdesprotokoll" if paper.look is Look.MINUTES else paper.kind.value.capitalize()
    canvas.drawString(_WIDTH / 2, _HEIGHT - 16 * mm, label)
    canvas.drawRightString(_WIDTH - _MARGIN, _HEIGHT - 16 * mm, paper.date.isoformat())


def _foot(canvas: Any, paper: Paper, page: int) -> None:
    canvas.setFont("Helvetica", 8)
    if paper.look is Look.MINUTES:
        canvas.drawString(_MARGIN, 16 * mm, "Justerandes sign")
        canvas.drawString(_WIDTH / 2, 16 * mm, "Utdragsbestyrkande")
        canvas.drawRightString(_WIDTH - _MARGIN, 16 * mm, f"Sida {page}")
        return
    canvas.drawString(_MARGIN, 16 * mm, "Tallvika kommun, Box 14, 999 01 Tallvika")
    canvas.drawString(_WIDTH / 2 - 10 * mm, 16 * mm, "kommun@tallvika.example")
    canvas.drawRightString(_WIDTH - _MARGIN, 16 * mm, f"{page}")


def _story(paper: Paper) -> Iterable[Flowable]:
    base = _SERIF if paper.look in (Look.REPORT, Look.TWO_COLUMNS) else _SANS
    yield NextPageTemplate("later")
    if paper.look is Look.MINUTES:
        yield from _front(paper, base)
    else:
        yield Paragraph(escape(paper.title), _heading(base, 16))
    width = _WIDTH - 2 * _MARGIN
    if paper.look is Look.TWO_COLUMNS:
        yield PageBreak()
        width = (width - 8 * mm) / 2
    footnotes: list[str] = []
    for block in parse(paper.body):
        if block.mark is Mark.FOOTNOTE:
            footnotes.extend(block.items)
        else:
            yield from _flowables(block, base, width)
    if footnotes:
        yield Spacer(1, 10)
        small = ParagraphStyle("foot", base, fontSize=8, leading=10)
        yield from (Paragraph(escape(text), small) for text in footnotes)


def _front(paper: Paper, base: ParagraphStyle) -> Iterable[Flowable]:
    yield Paragraph(f"Sammanträdesprotokoll {escape(paper.board)}", _heading(base, 15))
    label = ParagraphStyle("label", base, fontName="Helvetica-Bold")
    rows = [[Paragraph(escape(name), label), _lines(text, base)] for name, text in paper.front]
    table = Table(rows, colWidths=[45 * mm, 115 * mm])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    yield table
    yield PageBreak()
    yield Paragraph("Ärendelista", _heading(base, 13))
    for block in parse(paper.body):
        if block.mark is Mark.SECTION:
            sign, _, title = section_parts(block.items[0])
            yield Paragraph(f"{sign}&nbsp;&nbsp;&nbsp;{escape(title)}", base)
    yield PageBreak()


def _lines(text: str, base: ParagraphStyle) -> Paragraph:
    return Paragraph("<br/>".join(escape(line.strip()) for line in text.splitlines()), base)


def _heading(base: ParagraphStyle, size: float) -> ParagraphStyle:
    bold = "Times-Bold" if base.fontName.startswith("Times") else "Helvetica-Bold"
    return ParagraphStyle(
        f"h{size}", base, fontName=bold, fontSize=size, leading=size * 1.25, spaceBefore=9, spaceAfter=4, keepWithNext=1
    )


def _flowables(block: BodyBlock, base: ParagraphStyle, width: float) -> Iterable[Flowable]:
    match block.mark:
        case Mark.PAGE_BREAK:
            yield PageBreak()
        case Mark.SECTION:
            yield from _section(block.items[0], base)
        case Mark.HEADING | Mark.SUBHEADING:
            size = 12.5 if block.mark is Mark.HEADING else 10.8
            yield Paragraph(escape(block.items[0]), _heading(base, size))
        case Mark.TABLE:
            yield from _table(block.rows, base, width)
        case Mark.SIGNATURE:
            yield _signatures(block.items, base, width)
        case Mark.BULLET | Mark.NUMBERED | Mark.ATT:
            yield from _items(block, base)
        case _:
            yield from (Paragraph(escape(text), base) for text in block.items)


def _section(item: str, base: ParagraphStyle) -> Iterable[Flowable]:
    sign, case_number, title = section_parts(item)
    yield Spacer(1, 10)
    yield Paragraph(f"{sign}&nbsp;&nbsp;&nbsp;&nbsp;{escape(case_number)}", _heading(base, 11.5))
    yield Paragraph(escape(title), _heading(base, 14))


def _table(rows: tuple[tuple[str, ...], ...], base: ParagraphStyle, width: float) -> Iterable[Flowable]:
    cell = ParagraphStyle("cell", base, fontSize=base.fontSize - 1.5, leading=base.leading - 2.5, spaceAfter=0)
    head = _heading(cell, cell.fontSize)
    cells = [[Paragraph(escape(text), head if not number else cell) for text in row] for number, row in enumerate(rows)]
    longest = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    # A floor keeps narrow columns readable, a ceiling keeps one long column from taking the page.
    weights = [min(max(length, 9), 60) for length in longest]
    table = Table(cells, colWidths=[width * weight / sum(weights) for weight in weights], repeatRows=1)
    table.setStyle(_RULES)
    yield table
    yield Spacer(1, 9)


def _signatures(items: tuple[str, ...], base: ParagraphStyle, width: float) -> Flowable:
    cells = []
    for item in items:
        name, role = (part.strip() for part in item.split("|", 1))
        cells.append(Paragraph(f"...............................<br/>{escape(name)}<br/>{escape(role)}", base))
    table = Table([cells], colWidths=[width / len(cells)] * len(cells))
    table.setStyle(TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    return KeepTogether([Spacer(1, 14), table])


def _items(block: BodyBlock, base: ParagraphStyle) -> Iterable[Flowable]:
    style = ParagraphStyle("item", base, leftIndent=16, bulletIndent=4, spaceAfter=3)
    hanging = ParagraphStyle("att", base, leftIndent=24, firstLineIndent=-20, spaceAfter=5)
    for text in block.items:
        if block.mark is Mark.BULLET:
            yield Paragraph(escape(text), style, bulletText="\u2022")
        elif block.mark is Mark.NUMBERED:
            number, rest = text.split(" ", 1)
            yield Paragraph(escape(rest), style, bulletText=number)
        else:
            yield Paragraph(escape(text), hanging)
    yield Spacer(1, 5)
