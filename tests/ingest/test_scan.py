"""Recognition of scans: the paragraph sign is repaired by its place, drawings are left alone."""

import io
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageFilter
from rapidfuzz.distance import Levenshtein

from ingest.errors import IngestError, SkipReason
from ingest.read import read_raw
from ingest.scan import recognise_image
from ingest.section_signs import repair, repair_series
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
        pytest.param("1245 000 kronor", "1 245 000 kronor", id="a lost space in an amount"),
        pytest.param("5 12 kr", "5 12 kr", id="a price stays"),
        pytest.param("$ 36 Belysning", "§ 36 Belysning", id="dollar sign"),
        pytest.param("Ulla Strand ($)", "Ulla Strand (S)", id="party"),
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


def photocopied(data: bytes) -> bytes:
    """Return the first page of a PDF as a poor scanner writes it: 200 dpi, tilted, blurred, with noise."""
    document = pdfium.PdfDocument(data)
    image = document[0].render(scale=200 / 72, grayscale=True).to_pil().convert("L")
    document.close()
    image = image.rotate(0.4, fillcolor=255, resample=Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.7))
    noisy = np.asarray(image).astype(float) + np.random.default_rng(1).normal(0, 12, (image.height, image.width))
    buffer = io.BytesIO()
    Image.fromarray(np.clip(noisy, 0, 255).astype("uint8")).save(buffer, "PDF", resolution=200)
    return buffer.getvalue()


@pytest.mark.slow
def test_words_and_signs_of_a_poor_scan_are_recognised(tmp_path: Path) -> None:
    paragraphs = [f"§ {number} Belysning vid Åvägen" for number in range(36, 41)]
    last = "Beslutet stöds på 4 kap. 3 § i Granbackas föreskrifter, enligt § 75 i förra protokollet."

    def page(writer: Writer) -> None:
        for heading in paragraphs:
            writer.heading(heading)
            writer.paragraph(PARAGRAPH)
        writer.paragraph(last)

    path = tmp_path / "skannad.pdf"
    path.write_bytes(photocopied(pdf(page)))
    raw = read_raw(path, path.name, IngestSettings())
    text = " ".join(line.text for line in raw.pages[0].lines)
    expected = " ".join([*(word for heading in paragraphs for word in (heading, PARAGRAPH)), last])
    assert Levenshtein.distance(text.split(), expected.split()) <= 0.02 * len(expected.split())
    assert text.count("§") == expected.count("§")
    assert raw.pages[0].confidence is not None
    assert raw.pages[0].confidence > 0.85
    assert all(line.box and line.box.x1 <= 600 for line in raw.pages[0].lines)


def test_a_sign_run_together_with_its_number_is_told_by_its_neighbours() -> None:
    assert repair_series(["§ 24 Taxa", "825 Tillsyn", "825 kr"]) == ["§ 24 Taxa", "§ 25 Tillsyn", "825 kr"]
    assert repair_series(["825 Tillsyn"]) == ["825 Tillsyn"]


@pytest.mark.parametrize(("waits", "words"), [("sleep 2", ["Bryggan"]), ("while :; do :; done", [])])
def test_a_page_is_given_up_for_its_own_work_and_not_for_that_of_others(
    tmp_path: Path, waits: str, words: list[str]
) -> None:
    program = tmp_path / "recognise"
    row = r"5\t1\t1\t1\t1\t1\t10\t10\t90\t20\t96\tBryggan"
    program.write_text(f"#!/bin/sh\ncat > /dev/null\n{waits}\nprintf 'head\\n{row}\\n'\n", encoding="utf-8")
    program.chmod(0o755)
    settings = IngestSettings(ocr_seconds_per_page=1, ocr_sign_languages="")
    found, _ = recognise_image(Image.new("L", (200, 100), 255), 1.0, str(program), settings)
    assert [word.text for word in found] == words
