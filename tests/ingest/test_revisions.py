"""Tracked changes: what is struck out is not read, what is put in is, whoever reads the file."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.office import read_office
from ingest.revisions import accepted
from ingest.settings import IngestSettings

_BY = 'w:id="1" w:author="A" w:date="2031-10-01T00:00:00Z"'


def put_in(text: str) -> str:
    return f'<w:ins {nsdecls("w")} {_BY}><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'


def struck_out(text: str) -> str:
    return f'<w:del {nsdecls("w")} {_BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def revised() -> DocxDocument:
    paper = docx.Document()
    sentence = paper.add_paragraph("Kostnaden beräknas till ")
    for xml in (struck_out("95 000 kronor"), put_in("120 000 kronor")):
        sentence._p.append(parse_xml(xml))
    sentence.add_run(" om året.")
    gone = paper.add_paragraph()
    gone._p.append(parse_xml(struck_out("Nämnden väntar med frågan.")))
    end = gone._p.get_or_add_pPr()
    end.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del {_BY}/></w:rPr>"))
    table = paper.add_table(2, 2)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells), ("Avgift", "90 kr", "Böter", "50 kr"), strict=True
    ):
        cell.text = text
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} {_BY}/>"))
    paper.add_paragraph("Avgiften gäller från nyår.")
    return paper


@pytest.mark.parametrize("conversion", [pytest.param(True, id="libreoffice"), pytest.param(False, id="python-docx")])
def test_tracked_changes_are_accepted(tmp_path: Path, conversion: bool) -> None:
    path = tmp_path / "taxa.docx"
    revised().save(str(path))
    raw = read_office(path, path.name, IngestSettings.model_validate({"office_conversion": conversion}))
    read = [line.text for page in raw.pages for line in page.lines if line.text]
    assert read == ["Kostnaden beräknas till 120 000 kronor om året.", "Avgift 90 kr", "Avgiften gäller från nyår."]


def test_tracked_changes_of_an_odt_are_accepted(tmp_path: Path) -> None:
    words = (
        '<office:document xmlns:office="urn:o" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>95 000</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Avgiften är <text:change text:change-id="c1"/><text:change-start/>120 000<text:change-end/> kronor.'
        "</text:p></office:document>"
    )
    path = tmp_path / "taxa.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", words)
    with zipfile.ZipFile(io.BytesIO(accepted(path))) as archive:
        text = archive.read("content.xml").decode()
    assert "95 000" not in text
    assert ">Avgiften är 120 000 kronor.<" in text


def test_a_file_without_tracked_changes_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "brev.docx"
    docx.Document().save(str(path))
    assert accepted(path) == path.read_bytes()
    broken = tmp_path / "brev.odt"
    broken.write_bytes(b"PK\x03\x04 no archive")
    assert accepted(broken) == broken.read_bytes()
