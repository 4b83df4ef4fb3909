"""Word processor files → `RawFile`: through LibreOffice to PDF, so that pages exist; DOCX also without it."""

import html
import io
import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document as DocxDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from ingest.documents import Line, RawFile
from ingest.errors import IngestError, SkipReason
from ingest.flow import BLANK, heading, paragraph, row, unpaged
from ingest.normalise import normal_text
from ingest.pdf import read_pdf_bytes
from ingest.revisions import accepted
from ingest.settings import MEGABYTE, IngestSettings

_TEXT_PARTS = ("word/document.xml", "content.xml")
_MARKS_BETWEEN_WORDS = re.compile(r"</(?:w|text):(?:p|h)>|<w:(?:tab|br|cr)\b[^>]*>|<text:(?:s|tab|line-break)\b[^>]*>")
_MARKS_INSIDE_WORDS = re.compile(r"<[^>]*>")
# What python-docx lets through from zipfile, zlib and lxml when a file is damaged.
_DOCX_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, LxmlError, InvalidXmlError, PackageNotFoundError, OSError, EOFError),
    *(KeyError, ValueError, AttributeError, TypeError, IndexError, NotImplementedError, RuntimeError),
)


def read_office(path: Path, relative: str, settings: IngestSettings) -> RawFile:
    """Return the pages of an office file; a DOCX is read without pages where LibreOffice cannot convert it."""
    is_docx = path.suffix.lower() in {".docx", ".docm"}
    if zipfile.is_zipfile(path):
        _refuse_archive_bomb(path, relative, settings)
    try:
        converted = convert_to_pdf(path, relative, settings)
    except IngestError:
        if is_docx:
            return read_docx(path, relative)
        raise
    raw = read_pdf_bytes(converted, relative, settings, _written_text(path))
    if is_docx and not any(page.lines for page in raw.pages):
        return read_docx(path, relative)
    return RawFile(relative, raw.pages, _core_properties(path) if is_docx else raw.properties)


def _refuse_archive_bomb(path: Path, relative: str, settings: IngestSettings) -> None:
    """Raise when an archive would unpack to far more than it should."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise _broken(relative) from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, path.stat().st_size)
    too_dense = unpacked > 20 * MEGABYTE and unpacked / packed > settings.max_compression_ratio
    if unpacked > settings.max_unpacked_megabytes * MEGABYTE or too_dense or len(entries) > 20_000:
        detail = (
            f"it would unpack to {unpacked // MEGABYTE} MB from {packed // 1024} kB, as an archive bomb does. "
            "Check where the file comes from; a genuine file can be saved as PDF."
        )
        raise IngestError(relative, SkipReason.ARCHIVE_BOMB, detail)


def _written_text(path: Path) -> str:
    """Return the words of a DOCX or ODT as they were written, before lines were broken; of other formats nothing."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [name for name in _TEXT_PARTS if name in archive.namelist()]
            marked = " ".join(archive.read(part).decode("utf-8", errors="replace") for part in parts)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError):
        return ""
    return html.unescape(_MARKS_INSIDE_WORDS.sub("", _MARKS_BETWEEN_WORDS.sub(" ", marked)))


def convert_to_pdf(path: Path, relative: str, settings: IngestSettings) -> bytes:
    """Return the file as PDF, converted by LibreOffice within the time limit."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None or not settings.office_conversion:
        why = "LibreOffice is not installed" if program is None else "office_conversion is switched off"
        detail = f"{why}, and this format needs it. Install LibreOffice, or save the file as PDF."
        raise IngestError(relative, SkipReason.UNSUPPORTED, detail)
    with tempfile.TemporaryDirectory(prefix="arende-office-") as folder:
        # A name of our own: the user's may hold characters that the converter cannot take.
        source = Path(folder) / f"document{path.suffix.lower()}"
        source.write_bytes(accepted(path))
        _run_converter(program, source, Path(folder), relative, settings.office_seconds)
        result = source.with_suffix(".pdf")
        if not result.exists():
            raise _broken(relative)
        return result.read_bytes()


def _run_converter(program: str, source: Path, folder: Path, relative: str, seconds: int) -> None:
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    ]
    environment = {**os.environ, "HOME": str(folder), "OMP_NUM_THREADS": "1"}
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        detail = f"LibreOffice did not finish within {seconds} seconds. Save the file as PDF, or raise office_seconds."
        raise IngestError(relative, SkipReason.TIMEOUT, detail) from error


def read_docx(path: Path, relative: str) -> RawFile:
    """Return the paragraphs and tables of a DOCX in order, without pages or boxes."""
    try:
        document = docx.Document(io.BytesIO(accepted(path)))
        lines = tuple(_docx_lines(document))
    except _DOCX_FAULTS as error:
        raise _broken(relative) from error
    return unpaged(relative, lines, _core_properties(path))


def _docx_lines(document: DocxDocument) -> Iterator[Line]:
    counters: dict[str, int] = {}
    for child in document.element.body.iterchildren():
        if child.tag == qn("w:p"):
            yield from _paragraph_lines(Paragraph(child, document), counters)
        elif child.tag == qn("w:tbl"):
            yield from _table_lines(Table(child, document))
        yield BLANK


def _paragraph_lines(source: Paragraph, counters: dict[str, int]) -> Iterator[Line]:
    text = normal_text(source.text)
    if not text:
        return
    style = (source.style.name or "").casefold() if source.style is not None else ""
    level = _heading_level(style)
    if level is not None:
        yield heading(text, level)
        return
    runs = [run for run in source.runs if run.text.strip()]
    bold = bool(runs) and all(run.bold for run in runs)
    yield paragraph(_list_mark(source, style, counters) + text, bold=bold)


def _heading_level(style: str) -> int | None:
    if style in {"title", "rubrik", "titel"}:
        return 0
    word, _, level = style.partition(" ")
    return int(level) if word in {"heading", "rubrik"} and level.isdigit() else None


def _list_mark(source: Paragraph, style: str, counters: dict[str, int]) -> str:
    """Return the bullet or number Word would show; numbers are counted as Word counts them on one level."""
    properties = source._p.pPr
    numbering = properties.numPr if properties is not None else None
    if "number" in style or "numrerad" in style:
        counters[style] = counters.get(style, 0) + 1
        return f"{counters[style]}. "
    if numbering is not None or "list" in style or "punkt" in style:
        return "• "
    return ""


def _table_lines(table: Table) -> Iterator[Line]:
    for table_row in table.rows:
        cells: list[str] = []
        seen: set[int] = set()
        bold = True
        for cell in table_row.cells:
            if id(cell._tc) in seen:
                continue
            seen.add(id(cell._tc))
            cells.append(normal_text(cell.text.replace("\n", " ")))
            runs = [run for paragraph in cell.paragraphs for run in paragraph.runs if run.text.strip()]
            bold = bold and all(run.bold for run in runs)
        if any(cells):
            yield row(cells, bold=bold)


def _core_properties(path: Path) -> tuple[tuple[str, str], ...]:
    try:
        core = docx.Document(str(path)).core_properties
    except _DOCX_FAULTS:
        return ()
    values = {
        "title": core.title,
        "author": core.author,
        "subject": core.subject,
        "creationdate": core.created.isoformat() if core.created else "",
        "moddate": core.modified.isoformat() if core.modified else "",
    }
    return tuple((key, value) for key, value in values.items() if value)


def _broken(relative: str) -> IngestError:
    return IngestError(relative, SkipReason.BROKEN, "the file is damaged or not what its name says. Save it again.")
