"""Write a paper as DOCX, ODT or plain text."""

import datetime as dt
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
from docx.shared import Pt
from odf.element import Element
from odf.opendocument import OpenDocumentText
from odf.style import ParagraphProperties, Style, TableCellProperties, TextProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import H, P

from eval.sample.content import MUNICIPALITY, BodyBlock, Mark, Paper, parse, section_parts

# Archives made at different times shall have the same bytes.
_ZIP_TIME = (2024, 1, 1, 0, 0, 0)


def write_docx(paper: Paper, target: Path) -> None:
    """Write the paper as a Word document with real heading styles."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(11)
    properties = document.core_properties
    properties.title, properties.author = paper.title, paper.author or paper.board
    stamp = dt.datetime.combine(paper.date, dt.time(9))
    properties.created = properties.modified = properties.last_printed = stamp
    document.sections[0].header.paragraphs[0].text = f"{MUNICIPALITY}\t{paper.board}\t{paper.date.isoformat()}"
    for line in _head(paper):
        document.add_paragraph(line)
    document.add_heading(paper.title, 0)
    for block in parse(paper.body):
        _add_docx(document, block)
    document.save(str(target))
    _fix_times(target)


def write_odt(paper: Paper, target: Path) -> None:
    """Write the paper as an OpenDocument text."""
    # odfpy keeps the namespaces of every document of the process in one dictionary and writes them all.
    Element.namespaces.clear()
    document = OpenDocumentText()
    bold = Style(name="Heading", family="paragraph")
    bold.addElement(ParagraphProperties(margintop="14pt", marginbottom="5pt"))
    bold.addElement(TextProperties(fontsize="14pt", fontweight="bold"))
    plain = Style(name="Standard", family="paragraph")
    plain.addElement(ParagraphProperties(marginbottom="7pt"))
    cell = Style(name="Cell", family="table-cell")
    cell.addElement(TableCellProperties(border="0.5pt solid #000000", padding="3pt"))
    document.automaticstyles.addElement(cell)
    for style in (bold, plain):
        document.styles.addElement(style)
    for line in _head(paper):
        document.text.addElement(P(stylename="Standard", text=line))
    document.text.addElement(H(outlinelevel=1, stylename=bold, text=paper.title))
    for block in parse(paper.body):
        for element in _odt_elements(block, bold):
            document.text.addElement(element)
    document.save(str(target))
    _fix_times(target)


def write_text(paper: Paper, target: Path) -> None:
    """Write the paper as plain text in UTF-8."""
    lines = [*_head(paper), "", paper.title, "=" * len(paper.title), ""]
    for block in parse(paper.body):
        lines += [*_text_lines(block), ""]
    target.write_text("\n".join(lines), encoding="utf-8")


def _head(paper: Paper) -> list[str]:
    lines = [MUNICIPALITY, paper.board, paper.kind.value.capitalize(), f"Datum: {paper.date.isoformat()}"]
    if paper.case_number:
        lines.append(f"{paper.case_label}: {paper.case_number}")
    if paper.author:
        lines.append(f"Handläggare: {paper.author}, {paper.author_role}".strip(", "))
    if paper.receiver:
        lines.append(f"Till {paper.receiver}")
    return lines


def _section_line(block: BodyBlock) -> str:
    return "  ".join(part for part in section_parts(block.items[0]) if part)


def _signature_lines(block: BodyBlock) -> Iterable[str]:
    for item in block.items:
        yield from (part.strip() for part in item.split("|", 1))


def _add_docx(document: Any, block: BodyBlock) -> None:
    styles = {Mark.BULLET: "List Bullet", Mark.ATT: "List Continue"}
    match block.mark:
        case Mark.PAGE_BREAK:
            document.add_page_break()
        case Mark.HEADING | Mark.SUBHEADING:
            document.add_heading(block.items[0], 1 if block.mark is Mark.HEADING else 2)
        case Mark.SECTION:
            document.add_heading(_section_line(block), 1)
        case Mark.TABLE:
            table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        case Mark.SIGNATURE:
            for line in _signature_lines(block):
                document.add_paragraph(line)
        case _:
            for item in block.items:
                document.add_paragraph(item, style=styles.get(block.mark))


def _odt_elements(block: BodyBlock, bold: Any) -> Iterable[Any]:
    match block.mark:
        case Mark.PAGE_BREAK:
            return
        case Mark.HEADING | Mark.SUBHEADING:
            yield H(outlinelevel=2 if block.mark is Mark.HEADING else 3, stylename=bold, text=block.items[0])
        case Mark.SECTION:
            yield H(outlinelevel=2, stylename=bold, text=_section_line(block))
        case Mark.TABLE:
            yield _odt_table(block)
        case Mark.SIGNATURE:
            yield from (P(stylename="Standard", text=line) for line in _signature_lines(block))
        case Mark.BULLET:
            yield from (P(stylename="Standard", text=f"\u2022 {item}") for item in block.items)
        case _:
            yield from (P(stylename="Standard", text=item) for item in block.items)


def _odt_table(block: BodyBlock) -> Any:
    table = Table(name="Tabell")
    table.addElement(TableColumn(numbercolumnsrepeated=len(block.rows[0])))
    for row in block.rows:
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string", stylename="Cell")
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    return table


def _text_lines(block: BodyBlock) -> Iterable[str]:
    match block.mark:
        case Mark.PAGE_BREAK:
            return
        case Mark.HEADING | Mark.SUBHEADING:
            yield block.items[0].upper() if block.mark is Mark.HEADING else block.items[0]
        case Mark.SECTION:
            yield _section_line(block)
        case Mark.TABLE:
            yield from ("\t".join(row) for row in block.rows)
        case Mark.SIGNATURE:
            yield from _signature_lines(block)
        case Mark.BULLET:
            yield from (f"- {item}" for item in block.items)
        case _:
            yield from block.items


def _fix_times(target: Path) -> None:
    with zipfile.ZipFile(target) as archive:
        entries = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(target, "w") as archive:
        for info, data in entries:
            fixed = zipfile.ZipInfo(info.filename, _ZIP_TIME)
            fixed.compress_type = info.compress_type
            archive.writestr(fixed, data)
