"""Draw page images of original files; the only module of the pages that knows pypdfium2."""

import io
import threading
from collections import OrderedDict
from pathlib import Path

import pypdfium2
from PIL import Image, ImageSequence, UnidentifiedImageError

# 144 dots an inch: sharp enough to read beside the text, some 200 kB a page.
SCALE = 2.0
LARGEST_SIDE = 2400
KEPT_IMAGES = 64
IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif"})


class NoSuchPage(LookupError):
    """The file has no such page, or no pages at all."""


class PageImages:
    """Draw pages and keep the latest; pdfium allows one thread at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()

    def png(self, file: Path, page: int) -> bytes:
        """Return one page, counted from 1, as a PNG; raises NoSuchPage."""
        try:
            key = (str(file), file.stat().st_mtime_ns, page)
        except OSError as error:
            raise NoSuchPage(page) from error
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            drawn = _draw(file, page)
            self._kept[key] = drawn
            while len(self._kept) > KEPT_IMAGES:
                self._kept.popitem(last=False)
            return drawn


def has_pages(file: Path | None) -> bool:
    """Tell whether a file can be shown as page images."""
    if file is None or not file.is_file():
        return False
    if file.suffix.lower() in IMAGE_SUFFIXES:
        return True
    try:
        with file.open("rb") as stream:
            return b"%PDF-" in stream.read(1024)
    except OSError:
        return False


def _draw(file: Path, page: int) -> bytes:
    if file.suffix.lower() in IMAGE_SUFFIXES:
        return _draw_image(file, page)
    try:
        with pypdfium2.PdfDocument(file) as document:
            if not 1 <= page <= len(document):
                raise NoSuchPage(page)
            sheet = document[page - 1]
            scale = min(SCALE, LARGEST_SIDE / max(sheet.get_size()))
            return _png(sheet.render(scale=scale).to_pil())
    except (pypdfium2.PdfiumError, OSError) as error:
        raise NoSuchPage(page) from error


def _draw_image(file: Path, page: int) -> bytes:
    try:
        with Image.open(file) as image:
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
                if number == page:
                    shown = frame.convert("RGB")
                    shown.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
                    return _png(shown)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise NoSuchPage(page) from error
    raise NoSuchPage(page)


def _png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, format="PNG")
    return target.getvalue()
