"""Write dates, places and counts as the reader's language has them."""

import datetime as dt
import hashlib
import re
from contextlib import suppress

from assistant.answers import Citation
from assistant.web.language import texts
from index.hits import Recognised
from ingest.documents import DocumentMetadata, Kind

SHOWN_NUMBERS = 3
# Enough to tell one passage from its neighbours, and short enough for an address.
SKETCHED_WORDS = 16


def written_date(day: dt.date | None) -> str:
    """Return '18 maj 2026', or the words for a missing date."""
    if day is None:
        return texts.FIELD_MISSING
    return f"{day.day} {texts.MONTHS[day.month - 1]} {day.year}"


def written_period(value: str) -> str:
    """Return days as '2025-01-01/2025-12-31' as a year, a month or from day to day; one end may be open."""
    first, last = (dt.date.fromisoformat(end) if end else None for end in value.split("/"))
    if first is None or last is None:
        words = texts.PERIOD_TO if first is None else texts.PERIOD_FROM
        return words.format(date=written_date(first or last))
    after = last + dt.timedelta(days=1)
    whole_months = first.day == after.day == 1
    if whole_months and first.month == after.month == 1:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{texts.MONTHS[first.month - 1]} {first.year}"
    return f"{written_date(first)} – {written_date(last)}"


def understood(part: Recognised) -> str:
    """Return a part of the question that was understood, with what it is: 'Period: september 2024'."""
    value = part.value
    # Conversations are kept for a year; a value of an older form stands as it was written.
    with suppress(ValueError):
        if part.kind == "period":
            value = written_period(value)
        elif part.kind == "date":
            value = written_date(dt.date.fromisoformat(value))
        elif part.kind == "document_kind":
            value = texts.KIND[Kind(value)]
    return f"{texts.RECOGNISED.get(part.kind, part.kind)}: {value}"


def written_time(moment: str) -> str:
    """Return an ISO time as '22 november 2026 kl. 02.10' in the machine's time zone, or as it stands."""
    try:
        parsed = dt.datetime.fromisoformat(moment)
    except ValueError:
        return moment
    local = parsed.astimezone() if parsed.tzinfo else parsed
    return texts.WRITTEN_TIME.format(date=written_date(local.date()), hour=f"{local:%H}", minute=f"{local:%M}")


def sentence(words: str) -> str:
    """Return the words as they begin a sentence; the rest keeps its letters."""
    return words[:1].upper() + words[1:]


def number(value: int) -> str:
    """Return '3 263' or '3,263'."""
    return texts.grouped(value)


def documents_counted(number: int) -> str:
    """Return '1 handling' or '138 handlingar'."""
    return texts.counted(number, *texts.DOCUMENTS)


def boards_counted(number: int) -> str:
    """Return '1 nämnd' or '4 nämnder'."""
    return texts.counted(number, *texts.BOARDS)


def citations_counted(number: int) -> str:
    """Return '1 citat' or '4 citat'."""
    return texts.counted(number, *texts.CITATIONS)


def quote_lines(quote: str) -> str:
    """Return a quote with one line to each passage, as it is shown."""
    return "\n".join(line for line in quote.splitlines() if line.strip())


def text_mark(text: str) -> str:
    """Return a short hash of a passage's words, so that a link can tell whether they still stand there."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:10]


def word_sketch(text: str) -> str:
    """Return a few hashes of the passage's words, so that a link can find the nearest wording once they have changed."""
    hashes = {_fold(word) for word in re.findall(r"[^\W_]+", text.lower())}
    return "".join(f"{value:04x}" for value in sorted(hashes)[:SKETCHED_WORDS])


def _fold(word: str) -> int:
    # FNV-1a over the code points, folded to 16 bits: the reader's script computes the same.
    value = 0x811C9DC5
    for character in word:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return (value >> 16) ^ (value & 0xFFFF)


def place(citation: Citation) -> str:
    """Return where in its document a citation stands, in one line."""
    return ", ".join(part for part in place_parts(citation) if part)


def place_parts(citation: Citation) -> tuple[str, str, str]:
    """Return the § a citation stands in, its headings other than the title beside it, and its page; empty where unknown."""
    title = citation.title.casefold()
    headings = " › ".join(one for one in dict.fromkeys(citation.section[-2:]) if one.casefold() != title)
    page = texts.EXPORT_PLACE_PAGE.format(page=citation.page) if citation.page else ""
    return citation.section_sign or "", headings, page


def document_line(kind: str, board: str | None, day: dt.date | None, case_numbers: tuple[str, ...]) -> str:
    """Return what a clerk needs to recognise a document, in one line."""
    # Minutes carry a number for each of their matters; three tell enough, and the reader lists them all.
    more = f" {texts.AND_MORE}" if len(case_numbers) > SHOWN_NUMBERS else ""
    parts = [kind, board or "", written_date(day) if day else "", ", ".join(case_numbers[:SHOWN_NUMBERS]) + more]
    return " · ".join(part for part in parts if part)


def metadata_line(metadata: DocumentMetadata) -> str:
    """Return the one-line description of a document."""
    day = metadata.day
    return document_line(texts.KIND[metadata.kind], metadata.board, day, metadata.case_numbers)


def citation_line(citation: Citation) -> str:
    """Return the one-line description of the document a citation stands in."""
    return document_line(texts.KIND[citation.kind], citation.board, citation.date, citation.case_numbers)


def footnote(citation: Citation) -> str:
    """Return a citation as a footnote: title, diarienummer, §, date, page and the words."""
    day = citation.date.isoformat() if citation.date else ""
    parts = [citation.title, ", ".join(citation.case_numbers), citation.board or "", day, place(citation)]
    return f"{', '.join(part for part in parts if part)}: ”{citation.quote}”"
