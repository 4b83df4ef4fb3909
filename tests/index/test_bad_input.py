"""A folder full of files that cannot be read costs those files only, each with its reason."""

import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen import canvas

from index.build import ReindexReport, reindex
from index.hits import Query
from index.reader import CaseIndex
from index.settings import Settings

pytestmark = pytest.mark.slow

PAGES = 5000
REASONS = {
    "låst.pdf": "encrypted",
    "avklippt.pdf": "broken",
    "sida.pdf": "wrong_format",
    "tom.txt": "empty",
    "bomb.docx": "archive_bomb",
    "länk.txt": "outside_source",
    "bilder.zip": "unsupported",
}


def pdf(text: str) -> bytes:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    for number in range(3):
        page.drawString(72, 700, f"{text} {number}.")
        page.showPage()
    page.save()
    return buffer.getvalue()


def encrypted(content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt("hemligt", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def write_folder(folder: Path, outside: Path) -> None:
    folder.mkdir()
    whole = pdf("Bokbussen stannar i Norrby")
    (folder / "Turlista för bokbussen å ä ö (slutlig).pdf").write_bytes(whole)
    (folder / "låst.pdf").write_bytes(encrypted(whole))
    (folder / "avklippt.pdf").write_bytes(whole[: len(whole) // 3])
    (folder / "sida.pdf").write_text("<!DOCTYPE html><html><body>Sidan finns inte</body></html>", encoding="utf-8")
    (folder / "tom.txt").touch()
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    outside.write_text("Detta ligger utanför mappen.", encoding="utf-8")
    (folder / "länk.txt").symlink_to(outside)
    with zipfile.ZipFile(folder / "bilder.zip", "w") as archive:
        archive.writestr("a.txt", "text")
    page = "Protokollet fortsätter på nästa sida som vanligt i denna handling.\n\n"
    (folder / "lång.txt").write_text("\f".join([page] * PAGES) + "Simhallen öppnar i mars.\n", encoding="utf-8")


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory, module_settings: Settings) -> tuple[ReindexReport, CaseIndex]:
    home = tmp_path_factory.mktemp("hem")
    write_folder(home / "källa", home / "utanför.txt")
    report = reindex(home / "källa", home / "data", module_settings)
    again = reindex(home / "källa", home / "data", module_settings)
    assert (again.changed, again.skipped) == (False, report.skipped)
    return report, CaseIndex.open(home / "data", module_settings)


def test_each_bad_file_is_skipped_for_its_reason(indexed: tuple[ReindexReport, CaseIndex]) -> None:
    report, index = indexed
    assert {failure.path: failure.reason for failure in report.skipped} == REASONS
    assert all(failure.path in failure.message for failure in report.skipped)
    assert index.failures() == report.skipped


def test_the_rest_is_indexed_and_found(indexed: tuple[ReindexReport, CaseIndex]) -> None:
    report, index = indexed
    assert report.indexed == ("Turlista för bokbussen å ä ö (slutlig).pdf", "lång.txt")
    assert report.vectors == report.chunks
    bus = index.search(Query("Var stannar bokbussen?")).hits[0]
    assert bus.document.source == "Turlista för bokbussen å ä ö (slutlig).pdf"
    pool = index.search(Query("När öppnar simhallen?")).hits[0]
    assert (pool.document.source, "Simhallen öppnar" in pool.text) == ("lång.txt", True)


def test_nothing_from_outside_the_folder_is_indexed(indexed: tuple[ReindexReport, CaseIndex]) -> None:
    _, index = indexed
    assert not any("utanför mappen" in hit.text for hit in index.search(Query("ligger utanför mappen")).hits)
