"""Write answers as DOCX and PDF with footnotes, for the case file."""

import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Spacer

from assistant.answers import Answer, Citation
from assistant.web.answer_view import remark, row_groups, status_words
from assistant.web.language import in_swedish, texts
from assistant.web.wording import footnote, written_date, written_time

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
WORD_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold a question and its answer for export."""

    question: str
    answer: Answer


@in_swedish
def as_docx(asked: Iterable[Asked], today: dt.date) -> bytes:
    """Return the answers as a Word document with real footnotes."""
    document = docx.Document()
    document.core_properties.author = texts.PRODUCT
    document.core_properties.language = "sv-SE"
    notes: list[str] = []
    for one in asked:
        document.core_properties.title = document.core_properties.title or clean(one.question)[:200]
        document.add_heading(clean(one.question), level=1)
        document.add_paragraph(status_words(one.answer)).runs[0].bold = True
        for group in row_groups(one.answer):
            for row in group.rows:
                paragraph = document.add_paragraph(style="List Bullet" if group.bullet else None)
                for part in row.parts:
                    paragraph.add_run(clean(part.text))
                    if part.citation is not None:
                        notes.append(clean(footnote(part.citation)))
                        _refer(paragraph, len(notes))
        if remark(one.answer):
            document.add_paragraph(clean(remark(one.answer)))
        document.add_paragraph(stamp(one.answer, today)).runs[0].italic = True
    _add_footnotes(document, notes)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _refer(paragraph: WordParagraph, number: int) -> None:
    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)


def _add_footnotes(document: docx.document.Document, notes: list[str]) -> None:
    """Add the part that holds the footnotes; python-docx has no words for it."""
    body = "".join(_footnote_xml(number, note) for number, note in enumerate(notes, start=1))
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {WORD_SPACE}>'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        f"</w:footnote>{body}</w:footnotes>"
    )
    part = FilePart(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _footnote_xml(number: int, note: str) -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    words = f'<w:t xml:space="preserve"> {escape(note, quote=False)}</w:t>'
    return (
        f'<w:footnote w:id="{number}"><w:p>{mark}<w:r><w:rPr><w:sz w:val="18"/></w:rPr>{words}</w:r></w:p></w:footnote>'
    )


@in_swedish
def as_pdf(asked: Iterable[Asked], today: dt.date) -> bytes:
    """Return the answers as a PDF; the notes of each answer stand below it."""
    base = ParagraphStyle("base", fontName="Helvetica", fontSize=10.5, leading=15, alignment=TA_LEFT, spaceAfter=5)
    heading = ParagraphStyle("heading", base, fontName="Helvetica-Bold", fontSize=13, leading=17, spaceBefore=8)
    small = ParagraphStyle("small", base, fontSize=8.5, leading=11.5, spaceAfter=3)
    story: list[object] = []
    title = ""
    for one in asked:
        title = title or pdf_text(one.question)[:200]
        story.append(Paragraph(_markup(one.question), heading))
        story.append(Paragraph(f"<b>{_markup(status_words(one.answer))}</b>", base))
        for group in row_groups(one.answer):
            lines = [
                Paragraph(
                    "".join(
                        _markup(part.text) + (f"<super>[{part.citation.number}]</super>" if part.citation else "")
                        for part in row.parts
                    ),
                    base,
                )
                for row in group.rows
            ]
            story += [ListFlowable(lines, bulletType="bullet", start="•")] if group.bullet else lines
        if remark(one.answer):
            story.append(Paragraph(_markup(remark(one.answer)), small))
        story.append(Spacer(1, 3 * mm))
        story += [Paragraph(_note(citation), small) for citation in one.answer.citations]
        story.append(Paragraph(f"<i>{_markup(stamp(one.answer, today))}</i>", small))
    target = io.BytesIO()
    SimpleDocTemplate(
        target, pagesize=A4, title=title or texts.PRODUCT, author=texts.PRODUCT, lang="sv-SE",
        leftMargin=25 * mm, rightMargin=25 * mm, topMargin=22 * mm, bottomMargin=22 * mm,
    ).build(story)  # fmt: skip
    return target.getvalue()


def _note(citation: Citation) -> str:
    return f"[{citation.number}] {_markup(footnote(citation))}"


def stamp(answer: Answer, today: dt.date) -> str:
    """Return when the export was made, and out of which index."""
    made = answer.provenance
    return texts.EXPORT_STAMP.format(
        today=written_date(today), generation=made.generation, built_at=written_time(made.built_at)
    )


def clean(text: str) -> str:
    """Return the text without characters that XML forbids."""
    return "".join(each for each in text if each.isprintable() or each in "\n\t ")


def pdf_text(text: str) -> str:
    """Return the text in the characters that the PDF's fonts have; others become a question mark."""
    return clean(text).replace("\n", " ").encode("cp1252", errors="replace").decode("cp1252")


def _markup(text: str) -> str:
    return escape(pdf_text(text), quote=False)
