"""Pages without a text layer → lines, recognised by tesseract; the paragraph sign is repaired by its form."""

import os
import re
import resource
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium
from PIL import Image

from ingest.documents import Page, RawFile
from ingest.errors import IngestError, SkipReason
from ingest.geometry import Word
from ingest.section_signs import Seen, doubtful_lines, repair, repair_series, with_signs
from ingest.settings import IngestSettings
from ingest.tables import page_lines

_POINTS_PER_INCH = 72
_FEWEST_CHARACTERS = 8
_SPARSE_CHARACTERS = 250
_IMAGE_SHARE = 0.5
_FEWEST_WORDS = 4
_LOWEST_WORD_CONFIDENCE = 25.0
# On a busy machine a page takes so many times its processor time.
_PATIENCE = 8
_LARGEST_SIDE_PIXELS = 5200
_CLEARLY_LARGER = 1.4
_WORD = re.compile(r"[^\W\d_]{3,}")


def recognise_empty_pages(raw: RawFile, path: Path, settings: IngestSettings) -> RawFile:
    """Return the file with the pages that have no text layer recognised; the other pages are left alone."""
    sparse = [page for page in raw.pages if _characters(page) < _SPARSE_CHARACTERS]
    if not sparse or not settings.ocr:
        return raw
    program = shutil.which("tesseract")
    if program is None:
        if not any(map(_characters, raw.pages)):
            detail = "its pages are images and tesseract is not installed. Install tesseract with Swedish, run again."
            raise IngestError(raw.path, SkipReason.NO_TEXT, detail)
        return raw
    document = pdfium.PdfDocument(path)
    try:
        empty = [page for page in sparse if _characters(page) < _FEWEST_CHARACTERS or _is_image(document, page)]
        recognised = {
            page.number: _recognised(document, page, program, settings) for page in empty[: settings.ocr_max_pages]
        }
    finally:
        document.close()
    if len(empty) == len(raw.pages) and not any(page.lines for page in recognised.values()):
        detail = "no text was found in it, not by recognition (OCR) either. If it should have text, scan it again."
        raise IngestError(raw.path, SkipReason.NO_TEXT, detail)
    return replace(raw, pages=tuple(recognised.get(page.number, page) for page in raw.pages))


def _characters(page: Page) -> int:
    return sum(len(line.text) for line in page.lines)


def _is_image(document: pdfium.PdfDocument, page: Page) -> bool:
    """Tell whether one image covers most of the page: a scan with a stamp or some words typed over it."""
    source = document[page.number - 1]
    try:
        for item in source.get_objects(filter=(raw_pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=2):
            left, bottom, right, top = item.get_bounds()
            if (right - left) * (top - bottom) > _IMAGE_SHARE * page.width * page.height:
                return True
        return False
    finally:
        source.close()


def _recognised(document: pdfium.PdfDocument, page: Page, program: str, settings: IngestSettings) -> Page:
    try:
        image, scale = _image(document, page, settings.ocr_dpi)
    except (pdfium.PdfiumError, ValueError, MemoryError):
        return page
    if _blank(image):
        return page
    words, confidence = recognise_image(image, scale, program, settings)
    real = [word for word in words if _WORD.search(word.text)]
    if len(real) < _FEWEST_WORDS:
        # A drawing, a map or a photograph: a few letters on it are no text to cite.
        return page
    # A stamp along the margin is recognised as single signs, a line each.
    found = [line for line in page_lines(words, (), page.number) if len(line.text) > 1]
    texts = repair_series([repair(line.text) for line in found])
    lines = (
        replace(line, text=text, cells=tuple(map(repair, line.cells)), parts=tuple(map(repair, line.parts)))
        for line, text in zip(found, texts, strict=True)
    )
    return replace(page, lines=tuple(lines), confidence=round(confidence, 4))


def _image(document: pdfium.PdfDocument, page: Page, dpi: int) -> tuple[Image.Image, float]:
    """Return the page as a grey image, and how many pixels a point is."""
    scale = min(dpi / _POINTS_PER_INCH, _LARGEST_SIDE_PIXELS / max(page.width, page.height, 1.0))
    source = document[page.number - 1]
    try:
        return source.render(scale=scale, grayscale=True).to_pil().convert("L"), scale
    finally:
        source.close()


def _blank(image: Image.Image) -> bool:
    low, high = image.resize((200, 280)).getextrema()
    return float(high) - float(low) < 12  # type: ignore[arg-type]


def recognise_image(
    image: Image.Image, scale: float, program: str, settings: IngestSettings
) -> tuple[list[Word], float]:
    """Return the words of an image with boxes in points, and their mean confidence 0-1."""
    seen = _seen(_tesseract(image, program, settings, settings.ocr_languages))
    if settings.ocr_sign_languages and (doubtful := doubtful_lines(image, seen)):
        sheet, strips = doubtful
        second = _tesseract(sheet, program, settings, settings.ocr_sign_languages, "--psm", "6")
        seen = with_signs(seen, strips, _seen(second))
    letters = sum(len(word.text) for word in seen)
    weighted = sum(word.confidence / 100 * len(word.text) for word in seen)
    return _even_heights(seen, scale), weighted / letters if letters else 0.0


def _seen(table: str) -> list[Seen]:
    """Return the words of tesseract's table that it is sure enough of."""
    found: list[Seen] = []
    for line in table.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) < 12 or not fields[11].strip() or float(fields[10]) < _LOWEST_WORD_CONFIDENCE:
            continue
        left, top, width, height = map(int, fields[6:10])
        place = tuple(fields[1:5])
        found.append(Seen(fields[11].strip(), left, top, left + width, top + height, float(fields[10]), place))
    return found


def _even_heights(seen: Sequence[Seen], scale: float) -> list[Word]:
    """Return words in points, those of a line in one height and type size: boxes of recognised words hug letters."""
    spans: dict[tuple[str, ...], tuple[float, float]] = {}
    for word in seen:
        top, bottom = spans.get(word.place, (float("inf"), 0.0))
        spans[word.place] = min(top, word.top / scale), max(bottom, word.bottom / scale)
    usual = median(bottom - top for top, bottom in spans.values()) if spans else 0.0
    even = []
    for word in seen:
        top, bottom = spans[word.place]
        height = bottom - top
        # Heights of recognised lines waver with their letters; only a clear difference is another type size.
        size = usual if usual / _CLEARLY_LARGER < height < usual * _CLEARLY_LARGER else height
        even.append(Word(word.text, word.left / scale, top, word.right / scale, bottom, round(size * 0.85)))
    return even


def _tesseract(image: Image.Image, program: str, settings: IngestSettings, languages: str, *options: str) -> str:
    command = [program, "stdin", "stdout", "-l", languages, "--dpi", str(settings.ocr_dpi), *options, "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        # A page is given up for the work it is, not for what else the machine does.
        with suppress(AttributeError, OSError):
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (settings.ocr_seconds_per_page,) * 2)
        try:
            table, _ = process.communicate(_encoded(image), timeout=_PATIENCE * settings.ocr_seconds_per_page)
        except subprocess.TimeoutExpired:
            process.kill()
            return ""
    return table.decode("utf-8", "replace") if process.returncode == 0 else ""


def _encoded(image: Image.Image) -> bytes:
    header = f"P5 {image.width} {image.height} 255\n".encode()
    return header + image.tobytes()
