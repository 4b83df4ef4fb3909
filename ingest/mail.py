"""EML → `RawFile`: who wrote to whom and when, the message, and its attachments as further pages."""

import email
import email.policy
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

from ingest.documents import Line, Page, RawFile
from ingest.errors import IngestError
from ingest.flow import BLANK, heading, paragraph
from ingest.markup import html_file
from ingest.normalise import normal_text
from ingest.plain import text_file

_FIELDS = (("Från", "from"), ("Till", "to"), ("Kopia", "cc"), ("Datum", "date"), ("Ämne", "subject"))
_ATTACHMENT_LEVEL = 4
# Messages inside messages end somewhere, whoever made the file.
_MOST_PAGES = 60

Reader = Callable[[Path, str], RawFile]


def read_mail(path: Path, relative: str, read_attachment: Reader) -> RawFile:
    """Return a message as pages: the letter first, then each attachment that can be read."""
    with path.open("rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        return RawFile(relative, ())
    pages = _message_pages(message, relative, 0, read_attachment, ())
    properties = tuple((name, normal_text(str(message[name]))) for name in ("subject", "from", "date") if message[name])
    return RawFile(relative, tuple(pages), properties)


def _message_pages(
    message: EmailMessage, relative: str, before: int, read_attachment: Reader, above: tuple[Line, ...]
) -> list[Page]:
    """Return a letter and its attachments as pages; a message that was forwarded whole is read like the one around it."""
    number = before + 1
    lines = (*above, *(replace(line, page=number) for line in _letter(message, relative)))
    pages = [Page(number, 0.0, 0.0, lines)]
    for attachment in message.iter_attachments():
        inner = _forwarded(attachment)
        if inner is None:
            pages.extend(_attachment_pages(attachment, relative, before + len(pages), read_attachment))
        elif before + len(pages) < _MOST_PAGES:
            place = before + len(pages)
            name = normal_text(str(inner["subject"] or "meddelande"))
            pages.extend(_message_pages(inner, relative, place, read_attachment, _attachment_head(name, place + 1)))
    return pages


def _attachment_head(name: str, page: int) -> tuple[Line, Line]:
    return heading(f"Bilaga: {name}", _ATTACHMENT_LEVEL, page), Line("", page)


def _forwarded(part: object) -> EmailMessage | None:
    """Return the message that an attachment holds whole, or None where it is a file."""
    if not isinstance(part, EmailMessage) or part.get_content_type() != "message/rfc822":
        return None
    try:
        inner = part.get_content()
    except (KeyError, LookupError, ValueError):
        return None
    return inner if isinstance(inner, EmailMessage) else None


def _letter(message: EmailMessage, relative: str) -> Iterator[Line]:
    for label, name in _FIELDS:
        if message[name]:
            yield paragraph(f"{label}: {_sent(message) if name == 'date' else normal_text(str(message[name]))}")
    yield BLANK
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return
    try:
        content = str(body.get_content())
    except (LookupError, ValueError):
        content = bytes(body.get_payload(decode=True) or b"").decode("cp1252", errors="replace")
    raw = html_file(content, relative) if body.get_content_subtype() == "html" else text_file(content, relative)
    for page in raw.pages:
        yield from (replace(line, page=1) for line in page.lines)


def _sent(message: EmailMessage) -> str:
    """Return when a message was sent, as Swedish papers write it: a mail program shows no "Thu, 12 Mar"."""
    sent = getattr(message["date"], "datetime", None)
    return sent.strftime("%Y-%m-%d %H:%M") if sent else normal_text(str(message["date"]))


def _attachment_pages(part: object, relative: str, before: int, read_attachment: Reader) -> list[Page]:
    """Return the pages of one attachment, headed by its name; one that cannot be read is named with the reason."""
    if not isinstance(part, EmailMessage):
        return []
    name = Path(part.get_filename() or "bilaga").name
    head = _attachment_head(name, before + 1)
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        return []
    with tempfile.TemporaryDirectory(prefix="arende-mail-") as folder:
        file = Path(folder) / f"attachment{Path(name).suffix.lower()}"
        file.write_bytes(payload)
        try:
            raw = read_attachment(file, f"{relative}/{name}")
        except IngestError as error:
            unread = paragraph(f"Bilagan kunde inte läsas ({error.reason.value}).", before + 1)
            return [Page(before + 1, 0.0, 0.0, (*head, unread))]
    pages = []
    for number, page in enumerate(raw.pages, start=before + 1):
        lines = tuple(replace(line, page=number) for line in page.lines)
        pages.append(replace(page, number=number, lines=(*head, *lines) if number == before + 1 else lines))
    return pages
