"""One file of any kind → `RawFile`; the content decides the reader, the suffix only breaks ties."""

import zipfile
from pathlib import Path

from ingest.documents import RawFile
from ingest.errors import NEEDS_MEMORY, NO_PERMISSION, PASSWORD, IngestError, SkipReason
from ingest.pdf import read_pdf
from ingest.plain import read_text
from ingest.scan import recognise_empty_pages
from ingest.settings import MEGABYTE, IngestSettings

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = frozenset((".docx", ".docm", ".odt", ".doc", ".rtf", ".dot", ".dotx", ".ott"))
_TEXT = frozenset((".txt", ".text", ".md", ".markdown"))
_HTML = frozenset((".html", ".htm", ".xhtml"))
_MAIL = frozenset((".eml",))
_RENAME = "Fetch the original file again, or give it its right name."
_SUFFIXES = frozenset((".pdf", *_OFFICE, *_TEXT, *_HTML, *_MAIL))


def read_raw(path: Path, relative: str, settings: IngestSettings) -> RawFile:
    """Return the pages of a file, or raise `IngestError` with the reason it cannot become a document."""
    try:
        head = _head(path, relative, settings)
        raw = _reader(path, relative, head, settings)
    except PermissionError as error:
        raise IngestError(relative, SkipReason.NO_PERMISSION, NO_PERMISSION) from error
    except FileNotFoundError as error:
        raise IngestError(relative, SkipReason.BROKEN, "the file is gone. Run again.") from error
    except MemoryError as error:
        raise IngestError(relative, SkipReason.TOO_LARGE, NEEDS_MEMORY) from error
    except OSError as error:
        raise IngestError(relative, SkipReason.BROKEN, f"the disk reports: {error.strerror}. Run again.") from error
    return _checked(raw, relative, settings)


def _head(path: Path, relative: str, settings: IngestSettings) -> bytes:
    size = path.stat().st_size
    if size == 0:
        raise IngestError(relative, SkipReason.EMPTY, "the file is empty. Fetch the original file again.")
    if size > settings.max_file_megabytes * MEGABYTE:
        limit = settings.max_file_megabytes
        detail = f"it is {size // MEGABYTE} MB, more than max_file_megabytes ({limit}). Raise the limit or split it."
        raise IngestError(relative, SkipReason.TOO_LARGE, detail)
    with path.open("rb") as file:
        return file.read(4096)


def _reader(path: Path, relative: str, head: bytes, settings: IngestSettings) -> RawFile:
    suffix = path.suffix.lower()
    if (b"%PDF-" in head[:1024] and suffix in {".pdf", ""}) or head.startswith(b"%PDF-"):
        return recognise_empty_pages(read_pdf(path, relative, settings), path, settings)
    if suffix == ".pdf":
        raise IngestError(relative, SkipReason.WRONG_FORMAT, f"it is named .pdf but is {_what(head)}. {_RENAME}")
    if suffix in _OFFICE:
        return _office(path, relative, head, settings)
    # What reads these formats takes 0.3 s to load in every reading process, and most papers are PDF.
    if suffix in _HTML:
        from ingest.markup import read_html  # noqa: PLC0415

        return read_html(path, relative)
    if suffix in _MAIL:
        from ingest.mail import read_mail  # noqa: PLC0415

        return read_mail(path, relative, lambda file, name: _attachment(file, name, settings))
    if suffix in _TEXT:
        return read_text(path, relative, markdown=suffix in {".md", ".markdown"})
    kinds = ", ".join(sorted(_SUFFIXES))
    raise IngestError(relative, SkipReason.UNSUPPORTED, f"'{suffix or 'no suffix'}' is not read; these are: {kinds}.")


def _attachment(path: Path, name: str, settings: IngestSettings) -> RawFile:
    if path.suffix.lower() in _MAIL:
        raise IngestError(name, SkipReason.UNSUPPORTED, "a message inside a message is not read. Save it on its own.")
    return read_raw(path, name, settings)


def _office(path: Path, relative: str, head: bytes, settings: IngestSettings) -> RawFile:
    suffix = path.suffix.lower()
    zipped = suffix in {".docx", ".docm", ".dotx", ".odt", ".ott"}
    if zipped and head.startswith(_OLE):
        raise IngestError(relative, SkipReason.ENCRYPTED, PASSWORD)
    if zipped and head.startswith(b"PK") and not zipfile.is_zipfile(path):
        detail = "the file is damaged or incomplete. Fetch the original file again."
        raise IngestError(relative, SkipReason.BROKEN, detail)
    if (zipped and not zipfile.is_zipfile(path)) or (not zipped and _is_html(head)):
        raise IngestError(relative, SkipReason.WRONG_FORMAT, f"it is named {suffix} but is {_what(head)}. {_RENAME}")
    from ingest.office import read_office  # noqa: PLC0415  (as above)

    return read_office(path, relative, settings)


def _is_html(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<") and b"<html" in start)


def _what(head: bytes) -> str:
    if _is_html(head):
        return "an HTML page (often a log-in or error page that was saved)"
    if head.startswith(b"PK\x03\x04"):
        return "an archive or office file"
    if head.startswith(_OLE):
        return "an older office file"
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*")):
        return "an image"
    return "something else"


def _checked(raw: RawFile, relative: str, settings: IngestSettings) -> RawFile:
    characters = sum(len(line.text) for page in raw.pages for line in page.lines)
    if characters == 0:
        raise IngestError(relative, SkipReason.NO_TEXT, "there is no text in it. Check that the right file was saved.")
    if characters > settings.max_characters:
        limit = settings.max_characters
        detail = f"it holds {characters} characters, more than max_characters ({limit}). Raise the limit or split it."
        raise IngestError(relative, SkipReason.TOO_LARGE, detail)
    return raw
