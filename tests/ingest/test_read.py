"""Files of every kind, good and bad: what is read, and what is said of a file that cannot be."""

import os
import shutil
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

import ingest.read as reading
from ingest.documents import Block
from ingest.errors import IngestError, SkipReason
from ingest.layout import blocks
from ingest.office import read_docx
from ingest.read import read_raw
from ingest.settings import IngestSettings
from tests.ingest.made_files import PARAGRAPH, minutes, pdf, word_file

SETTINGS = IngestSettings(ocr=False, office_conversion=False)
HTML = f"""<!doctype html><html lang="sv"><head><title>Belysning</title><style>p {{}}</style></head><body>
<h1>Belysning</h1><p>{PARAGRAPH}</p><ul><li>Kalkyl</li><li>Tidplan</li></ul>
<table><tr><th>Post</th><th>Kronor</th></tr><tr><td>Stolpar</td><td>1 245</td></tr></table>
<script>alert("nej")</script></body></html>"""


def refused(path: Path, settings: IngestSettings = SETTINGS) -> IngestError:
    with pytest.raises(IngestError) as caught:
        read_raw(path, path.name, settings)
    error = caught.value
    assert path.name in str(error)
    assert error.detail.rstrip().endswith(".")
    return error


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def archive_bomb(path: Path) -> Path:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as entry,
    ):
        for _ in range(60):
            entry.write(bytes(1024 * 1024))
    return path


def test_encrypted_pdf(tmp_path: Path) -> None:
    data = pdf(lambda writer: writer.paragraph(PARAGRAPH), encrypt="hemligt")
    assert refused(write(tmp_path / "låst.pdf", data)).reason is SkipReason.ENCRYPTED


@pytest.mark.parametrize("share", [0.02, 0.3])
def test_truncated_pdf_is_broken_or_read_as_far_as_it_goes(tmp_path: Path, share: float) -> None:
    data = minutes()
    path = write(tmp_path / "avbruten.pdf", data[: int(share * len(data))])
    assert refused(path).reason in (SkipReason.BROKEN, SkipReason.NO_TEXT)


def test_html_page_named_pdf(tmp_path: Path) -> None:
    error = refused(write(tmp_path / "protokoll.pdf", HTML.encode()))
    assert error.reason is SkipReason.WRONG_FORMAT
    assert "HTML" in error.detail


def test_empty_file(tmp_path: Path) -> None:
    assert refused(write(tmp_path / "tom.pdf", b"")).reason is SkipReason.EMPTY


def test_only_white_space_is_no_text(tmp_path: Path) -> None:
    assert refused(write(tmp_path / "blank.txt", b" \n\n\t ")).reason is SkipReason.NO_TEXT


def test_binary_named_text(tmp_path: Path) -> None:
    assert refused(write(tmp_path / "bild.txt", b"\x89PNG\x00\x01" * 50)).reason is SkipReason.WRONG_FORMAT


def test_unknown_suffix(tmp_path: Path) -> None:
    assert refused(write(tmp_path / "film.mp4", b"abc")).reason is SkipReason.UNSUPPORTED


def test_archive_bomb(tmp_path: Path) -> None:
    assert refused(archive_bomb(tmp_path / "bomb.docx")).reason is SkipReason.ARCHIVE_BOMB


def test_broken_docx(tmp_path: Path) -> None:
    good = word_file(tmp_path / "hel.docx").read_bytes()
    assert refused(write(tmp_path / "halv.docx", good[: len(good) // 2])).reason is SkipReason.BROKEN


def test_locked_docx_is_an_ole_file(tmp_path: Path) -> None:
    path = write(tmp_path / "låst.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert refused(path).reason is SkipReason.ENCRYPTED


def test_too_large_file(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(2 * 1024 * 1024)
    assert refused(path, IngestSettings(max_file_megabytes=1)).reason is SkipReason.TOO_LARGE


def test_too_many_pages(tmp_path: Path) -> None:
    path = write(tmp_path / "lång.pdf", minutes(3))
    assert refused(path, IngestSettings(max_pages=2)).reason is SkipReason.TOO_LARGE


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "hemlig.txt", PARAGRAPH.encode())
    if os.geteuid() == 0:
        # Permission bits do not stop root; the refusal of the system is what matters here.
        def refuse(*_: object) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(reading, "_head", refuse)
    else:
        path.chmod(0)
    assert refused(path).reason is SkipReason.NO_PERMISSION


def test_office_format_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    path = write(tmp_path / "brev.rtf", rb"{\rtf1\ansi Stolparna byts.}")
    error = refused(path, IngestSettings())
    assert error.reason is SkipReason.UNSUPPORTED
    assert "LibreOffice" in error.detail
    docx = word_file(tmp_path / "brev.docx")
    assert PARAGRAPH in [block.text for block in blocks(read_raw(docx, docx.name, IngestSettings()))]


def test_docx_without_pages_keeps_headings_lists_and_tables(tmp_path: Path) -> None:
    found = blocks(read_docx(word_file(tmp_path / "a.docx"), "a.docx"))
    assert [(block.block, block.text) for block in found] == [
        (Block.HEADING, "Belysning på cykelvägar"),
        (Block.PARAGRAPH, PARAGRAPH),
        (Block.HEADING, "Förslag till beslut"),
        (Block.LIST_ITEM, "• Stolparna byts före vintern."),
        (Block.LIST_ITEM, "• Kostnaden tas ur driftbudgeten."),
        (Block.TABLE_ROW, "Sträcka Stolpar Kostnad"),
        (Block.TABLE_ROW, "Norrängen 37 1 245 tkr"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf", ".doc"])
def test_office_files_are_given_pages_by_libreoffice(tmp_path: Path, suffix: str) -> None:
    source = word_file(tmp_path / "källa.docx")
    path = source
    if suffix != ".docx":
        path = _saved_as(source, suffix.lstrip("."))
    raw = read_raw(path, path.name, IngestSettings())
    assert raw.pages[0].width > 500
    found = [block.text for block in blocks(raw)]
    assert PARAGRAPH in found
    if suffix != ".doc":
        # LibreOffice, which writes the files of this test, saves tables of other makers to DOC without their columns.
        assert "Norrängen 37 1 245 tkr" in found


def _saved_as(source: Path, kind: str) -> Path:
    import subprocess

    profile = (source.parent / "profil").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(source.parent), str(source)], check=True, capture_output=True, timeout=120
    )
    return source.with_suffix(f".{kind}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    text = f"Belysning på cykelvägar\n\n{PARAGRAPH}\n\n- Kalkyl\n- Tidplan\n"
    path = write(tmp_path / "år och dag.txt", text.encode(encoding))
    found = blocks(read_raw(path, path.name, SETTINGS))
    assert [block.text for block in found] == ["Belysning på cykelvägar", PARAGRAPH, "- Kalkyl", "- Tidplan"]
    assert [block.block for block in found] == [Block.HEADING, Block.PARAGRAPH, Block.LIST_ITEM, Block.LIST_ITEM]


def test_form_feeds_are_pages_and_five_thousand_of_them_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "lång.txt", "\f".join(f"Stycke {number}.\n" for number in range(1, 5001)).encode())
    raw = read_raw(path, path.name, SETTINGS)
    assert len(raw.pages) == 5000
    assert blocks(raw)[4999].page == 5000


def test_markdown(tmp_path: Path) -> None:
    text = f"# Belysning\n\n{PARAGRAPH}\n\n* **Kalkyl**\n\n| Post | Kronor |\n|---|---|\n| Stolpar | 1 245 |\n"
    path = write(tmp_path / "a.md", text.encode())
    found = blocks(read_raw(path, path.name, SETTINGS))
    assert [block.text for block in found] == ["Belysning", PARAGRAPH, "- Kalkyl", "Post Kronor", "Stolpar 1 245"]
    assert found[0].block is Block.HEADING


def test_html(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", HTML.encode())
    raw = read_raw(path, path.name, SETTINGS)
    found = blocks(raw)
    assert [block.text for block in found] == [
        "Belysning",
        PARAGRAPH,
        "• Kalkyl",
        "• Tidplan",
        "Post Kronor",
        "Stolpar 1 245",
    ]
    assert dict(raw.properties)["title"] == "Belysning"


def test_mail_with_attachment(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "ebba@granbacka.example", "nils@granbacka.example", "Stolpar"
    message.set_content(f"Hej!\n\n{PARAGRAPH}\n")
    message.add_attachment(minutes(1), maintype="application", subtype="pdf", filename="protokoll.pdf")
    message.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="program.exe")
    path = write(tmp_path / "brev.eml", message.as_bytes())
    raw = read_raw(path, path.name, SETTINGS)
    found = [block.text for block in blocks(raw)]
    assert found[0].split("\n")[-1] == "Ämne: Stolpar"
    assert PARAGRAPH in found
    assert "Bilaga: protokoll.pdf" in found
    assert f"Stycke på sidan 1. {PARAGRAPH}" in found
    assert any(text.startswith("Bilagan kunde inte läsas") for text in found)
    assert [page.number for page in raw.pages] == list(range(1, len(raw.pages) + 1))


def test_a_message_forwarded_whole_is_read_with_its_own_attachments(tmp_path: Path) -> None:
    asked = EmailMessage()
    asked["From"], asked["To"], asked["Subject"] = (
        "nils@granbacka.example",
        "ebba@granbacka.example",
        "Fråga om stolpar",
    )
    asked.set_content("När byts stolparna vid Norrängen?\n")
    asked.add_attachment(minutes(1), maintype="application", subtype="pdf", filename="protokoll.pdf")
    answer = EmailMessage()
    answer["From"], answer["Subject"] = "ebba@granbacka.example", "Sv: Fråga om stolpar"
    answer.set_content("Stolparna byts i oktober.\n")
    answer.add_attachment(asked)
    path = write(tmp_path / "svar.eml", answer.as_bytes())
    raw = read_raw(path, path.name, SETTINGS)
    found = [block.text for block in blocks(raw)]
    wanted = ["Bilaga: Fråga om stolpar", "När byts stolparna vid Norrängen?", "Bilaga: protokoll.pdf"]
    assert [text for text in found if text in wanted] == wanted
    assert found.index("Stolparna byts i oktober.") < found.index(wanted[0])
    assert [page.number for page in raw.pages] == list(range(1, len(raw.pages) + 1))
    assert all(line.page == page.number for page in raw.pages for line in page.lines)
