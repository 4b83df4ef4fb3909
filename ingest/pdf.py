"""PDF → pages of lines and properties, by pdfium."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from ingest.aligned import vote_head
from ingest.broken_words import with_whole_words
from ingest.documents import Page, RawFile
from ingest.errors import PASSWORD, IngestError, SkipReason
from ingest.fields import with_fields
from ingest.geometry import Row
from ingest.glyphs import page_drawing, page_words
from ingest.note_marks import without_note_marks
from ingest.settings import IngestSettings
from ingest.struck import without_struck
from ingest.tables import page_lines

_MAX_ANNOTATIONS = 500
_SHOWN_ANNOTATIONS = frozenset(
    (raw_pdfium.FPDF_ANNOT_WIDGET, raw_pdfium.FPDF_ANNOT_STAMP, raw_pdfium.FPDF_ANNOT_FREETEXT)
)


def read_pdf(path: Path, relative: str, settings: IngestSettings) -> RawFile:
    """Return the pages of a PDF; pages without a text layer have no lines."""
    return read_pdf_bytes(path.read_bytes(), relative, settings)


def read_pdf_bytes(data: bytes, relative: str, settings: IngestSettings, source: str = "") -> RawFile:
    """Return the pages of a PDF held in memory, and maybe the text they were set from."""
    document = _open_pdf(data, relative)
    try:
        if len(document) > settings.max_pages:
            limit = settings.max_pages
            detail = f"it has {len(document)} pages, more than max_pages ({limit}). Raise the limit or split it."
            raise IngestError(relative, SkipReason.TOO_LARGE, detail)
        pages = with_whole_words(tuple(_pages(document)), source)
        return RawFile(relative, pages, _properties(document))
    finally:
        document.close()


def _open_pdf(data: bytes, relative: str) -> pdfium.PdfDocument:
    """Open a PDF, or raise why it cannot be opened."""
    try:
        document = pdfium.PdfDocument(data)
        if len(document) == 0:
            raise IngestError(relative, SkipReason.BROKEN, "the PDF has no pages. Ask for the original file.")
        return document
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or (b"/Encrypt" in data[-4096:] and "security" in str(error).lower()):
            raise IngestError(relative, SkipReason.ENCRYPTED, PASSWORD) from error
        detail = "the PDF is damaged or incomplete. Fetch the original file again."
        raise IngestError(relative, SkipReason.BROKEN, detail) from error


def _pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    votes: Row | None = None
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            # One broken page must not cost the others; it counts as a page without text.
            yield Page(number, 595.0, 842.0, ())
            continue
        try:
            page = _with_annotations(document, page, number)
            width, height = page.get_size()
            words = without_note_marks(page_words(page, width, height))
            drawn, shapes = page_drawing(page, width, height)
            words, rules = without_struck(words, drawn)
            words = with_fields(words, shapes) if words else words
            lines = page_lines(words, rules, number, votes) if words else ()
            votes = vote_head(words, rules) or votes
            yield Page(number, round(width, 2), round(height, 2), lines)
        finally:
            page.close()


def _with_annotations(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int) -> pdfium.PdfPage:
    """Return the page with form fields and stamps, such as electronic signatures, made part of its text."""
    handle = page.raw
    for position in range(min(raw_pdfium.FPDFPage_GetAnnotCount(handle), _MAX_ANNOTATIONS)):
        annotation = raw_pdfium.FPDFPage_GetAnnot(handle, position)
        kind = raw_pdfium.FPDFAnnot_GetSubtype(annotation)
        raw_pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _SHOWN_ANNOTATIONS:
            raw_pdfium.FPDFPage_Flatten(handle, raw_pdfium.FLAT_NORMALDISPLAY)
            page.close()
            return document[number - 1]
    return page


def _properties(document: pdfium.PdfDocument) -> tuple[tuple[str, str], ...]:
    return tuple((key.lower(), value) for key, value in document.get_metadata_dict(skip_empty=True).items())
