"""Tracked changes of DOCX and ODT files → accepted: what was struck out is no text, what was put in is."""

import io
import zipfile
import zlib
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ODF = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MARKS = (b"<w:del ", b"<w:ins ", b"<w:moveFrom ", b"<w:moveTo ", b"text:tracked-changes")
_STRUCK_OUT = frozenset((f"{_WORD}del", f"{_WORD}moveFrom", f"{_ODF}tracked-changes"))
_PUT_IN = frozenset((f"{_WORD}ins", f"{_WORD}moveTo"))
_PLACES = frozenset((f"{_ODF}change", f"{_ODF}change-start", f"{_ODF}change-end"))
_TYPE_CHANGES = frozenset(
    f"{_WORD}{name}Change" for name in ("rPr", "pPr", "tblPr", "tcPr", "trPr", "sectPr", "numbering")
)
_PROPERTIES = frozenset(f"{_WORD}{name}" for name in ("rPr", "trPr", "tcPr", "numPr"))
_INK = frozenset(f"{_WORD}{name}" for name in ("t", "drawing", "pict", "object", "sym"))


def accepted(path: Path) -> bytes:
    """Return the bytes of a file, its tracked changes accepted where it is a DOCX or ODT that holds any."""
    data = path.read_bytes()
    try:
        return _rewritten(data) if zipfile.is_zipfile(io.BytesIO(data)) else data
    except (zipfile.BadZipFile, zlib.error, etree.LxmlError, OSError, RuntimeError, NotImplementedError):
        # Who reads the file tells what is wrong with it.
        return data


def _rewritten(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {one: archive.read(one) for one in archive.infolist() if one.filename.endswith(".xml")}
        marked = {one.filename for one, text in texts.items() if any(mark in text for mark in _MARKS)}
        if not marked:
            return data
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
            for one in archive.infolist():
                text = texts[one] if one in texts else archive.read(one)
                copy.writestr(one, _without_changes(text) if one.filename in marked else text)
    return buffer.getvalue()


def _without_changes(text: bytes) -> bytes:
    root = etree.fromstring(text, etree.XMLParser(resolve_entities=False))
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is None:
            continue
        mark = parent.tag in _PROPERTIES
        if element.tag in _STRUCK_OUT and mark:
            _strike_owner(parent)
        elif element.tag in _STRUCK_OUT | _TYPE_CHANGES or (element.tag in _PUT_IN and mark):
            _remove(element)
        elif element.tag in _PUT_IN | _PLACES:
            etree.strip_tags(parent, element.tag)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _strike_owner(properties: etree._Element) -> None:
    """Remove a row that is struck out as a whole, or a paragraph whose end and words are."""
    row = properties.tag == f"{_WORD}trPr"
    owner = properties.getparent() if row else next(properties.iterancestors(f"{_WORD}p"), None)
    if owner is None or owner.getparent() is None:
        return
    left = [part for part in owner.iter(*_INK) if not any(part.iterancestors(*_STRUCK_OUT))]
    alone = not row and len(owner.getparent().findall(f"{_WORD}p")) == 1
    if row or not (left or alone):
        _remove(owner)


def _remove(element: etree._Element) -> None:
    """Remove an element with all that it holds, but not the words behind it."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
