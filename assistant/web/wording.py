"""Write dates, places and counts as the reader's language has them."""

import datetime as dt
import hashlib

from assistant.answers import Citation
from assistant.web.language import texts
from ingest.documents import DocumentMetadata


def written_date(day: dt.date | None) -> str:
    """Return '18 maj 2026', or the words for a missing date."""
    if day is None:
        return texts.FIELD_MISSING
    return f"{day.day} {texts.MONTHS[day.month - 1]} {day.year}"


def written_time(moment: str) -> str:
    """Return an ISO time as '22 november 2026 kl. 02.10' in the machine's time zone, or as it stands."""
    try:
        parsed = dt.datetime.fromisoformat(moment)
    except ValueError:
        return moment
    local = parsed.astimezone() if parsed.tzinfo else parsed
    return texts.WRITTEN_TIME.format(date=written_date(local.date()), hour=f"{local:%H}", minute=f"{local:%M}")


def documents_counted(number: int) -> str:
    """Return '1 handling' or '138 handlingar'."""
    return texts.counted(number, *texts.DOCUMENTS)


def boards_counted(number: int) -> str:
    """Return '1 nämnd' or '4 nämnder'."""
    return texts.counted(number, *texts.BOARDS)


def citations_counted(number: int) -> str:
    """Return '1 citat' or '4 citat'."""
    return texts.counted(number, *texts.CITATIONS)


def text_mark(text: str) -> str:
    """Return a short hash of a passage's words, so that a link can tell whether they still stand there."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:10]


def place(citation: Citation) -> str:
    """Return where in its document a citation stands: §, heading and page."""
    headings = " › ".join(dict.fromkeys(citation.section[-2:]))
    parts = [citation.section_sign or "", headings]
    if citation.page:
        parts.append(texts.EXPORT_PLACE_PAGE.format(page=citation.page))
    return ", ".join(part for part in parts if part)


def document_line(kind: str, board: str | None, day: dt.date | None, case_numbers: tuple[str, ...]) -> str:
    """Return what a clerk needs to recognise a document, in one line."""
    parts = [kind, board or "", written_date(day) if day else "", ", ".join(case_numbers)]
    return " · ".join(part for part in parts if part)


def metadata_line(metadata: DocumentMetadata) -> str:
    """Return the one-line description of a document."""
    day = metadata.meeting_date or metadata.date
    return document_line(texts.KIND[metadata.kind], metadata.board, day, metadata.case_numbers)


def citation_line(citation: Citation) -> str:
    """Return the one-line description of the document a citation stands in."""
    return document_line(texts.KIND[citation.kind], citation.board, citation.date, citation.case_numbers)


def footnote(citation: Citation) -> str:
    """Return a citation as a footnote: title, diarienummer, §, date, page and the words."""
    day = citation.date.isoformat() if citation.date else ""
    parts = [citation.title, ", ".join(citation.case_numbers), citation.board or "", day, place(citation)]
    return f"{', '.join(part for part in parts if part)}: ”{citation.quote}”"
