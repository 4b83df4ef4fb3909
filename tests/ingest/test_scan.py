"""Recognition of scans: the paragraph sign is repaired by its place, drawings are left alone."""

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageFilter
from rapidfuzz.distance import Levenshtein

from ingest.errors import IngestError, SkipReason
from ingest.layout import blocks
from ingest.read import read_raw
from ingest.scan import repair
from ingest.settings import IngestSettings
from tests.ingest.made_files import PARAGRAPH, Writer, pdf


@pytest.mark.parametrize(
    ("recognised", "expected"),
    [
        pytest.param("8 36 Belysning", "§ 36 Belysning", id="eight at the line start"),
        pytest.param("S 36 Belysning", "§ 36 Belysning", id="letter at the line start"),
        pytest.param("enligt 4 kap. 3 8 skollagen", "enligt 4 kap. 3 § skollagen", id="after a chapter"),
        pytest.param("SS 36-44", "§§ 36-44", id="several"),
        pytest.param("8 000 kronor betalas", "8 000 kronor betalas", id="an amount stays"),
        pytest.param("5 12 kr", "5 12 kr", id="a price stays"),
        pytest.param("e Kalkyl", "• Kalkyl", id="bullet"),
    ],
)
def test_signs_are_repaired_by_their_form(recognised: str, expected: str) -> None:
    assert repair(recognised) == expected


def scanned(*pages: bytes) -> bytes:
    """Return a PDF of page images, as a scanner writes it."""
    images = []
    for data in pages:
        document = pdfium.PdfDocument(data)
        image = document[0].render(scale=300 / 72, grayscale=True).to_pil().convert("L")
        images.append(image.filter(ImageFilter.GaussianBlur(0.8)))
        document.close()
    buffer = io.BytesIO()
    images[0].save(buffer, "PDF", resolution=300, save_all=True, append_images=images[1:])
    return buffer.getvalue()


def test_a_scan_is_named_when_recognition_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "skannad.pdf"
    path.write_bytes(scanned(pdf(lambda writer: writer.paragraph(PARAGRAPH))))
    monkeypatch.setattr("ingest.scan.shutil.which", lambda _: None)
    with pytest.raises(IngestError, match="tesseract") as caught:
        read_raw(path, path.name, IngestSettings())
    assert caught.value.reason is SkipReason.NO_TEXT


def test_an_image_without_words_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "karta.pdf"
    Image.new("L", (900, 1200), 255).save(path, "PDF", resolution=100)
    with pytest.raises(IngestError) as caught:
        read_raw(path, path.name, IngestSettings())
    assert caught.value.reason is SkipReason.NO_TEXT


@pytest.mark.slow
def test_words_of_a_scan_are_recognised_with_their_place(tmp_path: Path) -> None:
    def page(writer: Writer) -> None:
        writer.heading("§ 36 Belysning på cykelvägar")
        for _ in range(4):
            writer.paragraph(PARAGRAPH)
        writer.paragraph("Beslutet stöds på 4 kap. 3 § i Granbackas föreskrifter.")

    path = tmp_path / "skannad.pdf"
    path.write_bytes(scanned(pdf(page)))
    raw = read_raw(path, path.name, IngestSettings())
    found = blocks(raw)
    text = " ".join(block.text for block in found).split()
    last = "Beslutet stöds på 4 kap. 3 § i Granbackas föreskrifter."
    expected = " ".join(["§ 36 Belysning på cykelvägar", *[PARAGRAPH] * 4, last])
    assert Levenshtein.distance(text, expected.split()) <= 0.02 * len(expected.split())
    assert raw.pages[0].confidence is not None
    assert raw.pages[0].confidence > 0.85
    assert all(piece.box.x1 <= 600 for block in found for piece in block.pieces)
