"""Pages without a text layer → lines, recognised by tesseract; the paragraph sign is repaired by its form."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium
from PIL import Image

from ingest.documents import Page, RawFile
from ingest.errors import IngestError, SkipReason
from ingest.geometry import Word
from ingest.settings import IngestSettings
from ingest.tables import page_lines

_POINTS_PER_INCH = 72
_FEWEST_CHARACTERS = 8
_SPARSE_CHARACTERS = 250
_IMAGE_SHARE = 0.5
_FEWEST_WORDS = 4
_LOWEST_WORD_CONFIDENCE = 25.0
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
    lines = tuple(
        replace(line, text=repair(line.text), cells=tuple(map(repair, line.cells)))
        for line in page_lines(words, (), page.number)
    )
    return replace(page, lines=lines, confidence=round(confidence, 4))


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
    table = _tesseract(image, program, settings)
    words: list[Word] = []
    weighted = letters = 0.0
    for line in table.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) < 12 or not fields[11].strip() or float(fields[10]) < _LOWEST_WORD_CONFIDENCE:
            continue
        left, top, width, height = (int(value) / scale for value in fields[6:10])
        text = fields[11].strip()
        words.append(Word(text, left, top, left + width, top + height))
        weighted += float(fields[10]) / 100 * len(text)
        letters += len(text)
    return _even_heights(words, table, scale), weighted / letters if letters else 0.0


def _even_heights(words: Sequence[Word], table: str, scale: float) -> list[Word]:
    """Give the words of a line one height and type size: boxes of recognised words hug their letters."""
    places: list[tuple[str, ...]] = []
    for line in table.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) >= 12 and fields[11].strip() and float(fields[10]) >= _LOWEST_WORD_CONFIDENCE:
            places.append(tuple(fields[1:5]))
    spans: dict[tuple[str, ...], list[float]] = {}
    for word, place in zip(words, places, strict=True):
        span = spans.setdefault(place, [word.y0, word.y1])
        span[0], span[1] = min(span[0], word.y0), max(span[1], word.y1)
    usual = median(bottom - top for top, bottom in spans.values()) if spans else 0.0
    even = []
    for word, place in zip(words, places, strict=True):
        top, bottom = spans[place]
        height = bottom - top
        # Heights of recognised lines waver with their letters; only a clear difference is another type size.
        size = usual if usual / _CLEARLY_LARGER < height < usual * _CLEARLY_LARGER else height
        even.append(replace(word, y0=top, y1=bottom, size=round(size * 0.85)))
    return even


def _tesseract(image: Image.Image, program: str, settings: IngestSettings) -> str:
    command = [program, "stdin", "stdout", "-l", settings.ocr_languages, "--dpi", str(settings.ocr_dpi), "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command,
            input=_encoded(image),
            capture_output=True,
            timeout=settings.ocr_seconds_per_page,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _encoded(image: Image.Image) -> bytes:
    header = f"P5 {image.width} {image.height} 255\n".encode()
    return header + image.tobytes()


# Where a paragraph sign is expected and recognition wrote a letter or figure that looks like it.
_AT_LINE_START = re.compile(r"^[8S5$&]\s(?=\d{1,3}\b(?!\s*[.,:%]|\s+(?:kr|st|%|år|dag|sid)))")
_DOUBLE = re.compile(r"(?<!\w)(?:SS|88|S8|8S|§S|S§|8§|§8)\s?(?=\d{1,3}\b)")
_IN_TEXT = re.compile(r"(?<=[\w.)]\s)[8S$&]\s(?=\d{1,3}\b)(?=\d+[,.)]?(?:$|\s[^\d\W]|\s\(|\s?[,.;)]))")
_CHAPTER = re.compile(r"(?<=\bkap\.\s)(\d{1,3}\s?[a-z]?)\s[8S$&](?!\w)")


# A round bullet is read as a letter or sign that no Swedish line begins with.
_BULLET = re.compile(r"^(?:[e©¢«»°*®]|[Oo0](?=\s[A-ZÅÄÖ][a-zåäö]))\s+(?=[A-ZÅÄÖa-zåäö])")


def repair(text: str) -> str:
    """Return recognised text with the bullets and paragraph signs that its form shows."""
    return repair_section_signs(_BULLET.sub("• ", text))


def repair_section_signs(text: str) -> str:
    """Return text with § where its place shows that a look-alike stands for it ("8 36", "S 36", "kap. 2 8")."""
    text = _DOUBLE.sub("§§ ", text)
    text = _AT_LINE_START.sub("§ ", text)
    text = _CHAPTER.sub(r"\1 §", text)
    return _IN_TEXT.sub("§ ", text)
