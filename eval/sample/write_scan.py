"""Write a paper as a scan: an image-only PDF, slightly noisy and askew."""

import io
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from eval.sample.content import Paper
from eval.sample.write_pdf import write_pdf

_DPI = 200
_SKEW_DEGREES = 0.4
_NOISE = 9.0


def write_scan(paper: Paper, target: Path) -> None:
    """Write the paper to ``target`` as page images without a text layer."""
    write_pdf(paper, target)
    images = [_degrade(image, page) for page, image in enumerate(_render(target))]
    canvas = Canvas(str(target), pagesize=A4, invariant=1)
    for image in images:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=70)
        buffer.seek(0)
        canvas.drawImage(ImageReader(buffer), 0, 0, *A4)
        canvas.showPage()
    canvas.save()


def _render(source: Path) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(source)
    try:
        return [page.render(scale=_DPI / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()


def _degrade(image: Image.Image, seed: int) -> Image.Image:
    skewed = image.rotate(_SKEW_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=255)
    pixels = np.asarray(skewed, dtype=np.float32)
    noise = np.random.default_rng(seed).normal(0.0, _NOISE, pixels.shape)
    return Image.fromarray(np.clip(pixels * 0.94 + noise, 0, 255).astype(np.uint8))
