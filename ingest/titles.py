"""What a document is called: by its headings, its file name, its properties (pure)."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from ingest.boards import is_letterhead, only_board, slug
from ingest.document_head import title_in_head
from ingest.documents import MINUTES, Block, Kind, Origin, Passage, RawFile
from ingest.file_words import with_file_words
from ingest.found import KIND_WORD, Found, head_lines
from ingest.identifiers import find_case_numbers
from ingest.letterhead import subject_of
from ingest.sections import plain_heading, section_of
from ingest.title_matter import with_matter, with_subtitle

_LABELLED = re.compile(
    r"^(?:datum|handläggare|telefon|tfn|dnr|diarie\w*|till|sida|vår|er|ert|e-post|kontakt\w*|adress)\b", re.I
)
_WRITTEN_AFTER = re.compile(
    r"\s*\(?\b(?:upprättad|daterad|reviderad|rev|senast ändrad)\b[.\s:,]*(?:den )?"
    r"(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2} [a-z]+ (?:19|20)\d\d)\)?$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^(?:Namn|Titel|Rubrik|Projekt|Ärende|Ärendemening)\s*:?\s+(?=[A-ZÅÄÖ])")
_TITLE_FIELD = re.compile(r"(?:rubrik|ärendemening|(?:förslagets |ärende)rubrik|titel)\s*:?", re.IGNORECASE)
# Who adopted a paper, and whom it is sent to, however large it is set.
_ADOPTED_BY = re.compile(
    r"(?:(?:antag(?:en|et|na)|fastställ[dt]\w*|beslut(?:ad|at|ade)|godkän(?:[dt]|da)|(?:senast )?reviderad) (?:av|den|\d)|till:)",
    re.IGNORECASE,
)
_RUNNING = (Block.PARAGRAPH, Block.LIST_ITEM, Block.ATT_SATS)
_LONGEST_FIELD, _FIELD_LINES = 80, 25
_LONG = 6
# A point of a list, a line that ends a sentence or goes on with one, or "F: Vad kostar det?", answered below.
_POINT = re.compile(r"[•●▪■◦‣*\uf0b7–-]\s*\w|.*[a-zåäö][.,;]$|[A-ZÅÄÖ]: .*\?$")
_POOR_TITLE = re.compile(
    r"^(?:microsoft word|untitled|document|dokument\d*|namnlös|presentation\d*|bok\d*|mall|\d+|"
    r".*\.(?:docx?|pdf|odt|xlsx?)|.*\bmall\b.*)$",
    re.I,
)


def heading_title(passages: Sequence[Passage]) -> str | None:
    """Return the heading that names the document, as the structure found it."""
    signed = next((passage for passage in passages if passage.section_sign and passage.level == 1), None)
    if signed is not None:
        return signed.heading_path[0] if signed.heading_path else plain_heading(signed.text)
    for passage in passages[:60]:
        text = plain_heading(passage.text) if passage.level == 1 else title_in_head(passage) or ""
        poor = (
            KIND_WORD.match(text)
            or is_letterhead(text)
            or section_of(text) is not None
            or (_ADOPTED_BY.match(text) and len(text) < _LONGEST_FIELD)
        )
        if len(text) > 3 and not poor:
            return text
    return None


def title_of(
    path: str,
    raw: RawFile,
    passages: Sequence[Passage],
    kind: Kind,
    board: Found[str] | None,
    date: Found[dt.date] | None,
) -> Found[str]:
    """Return what a document is called, without the day it was written."""
    found = _chosen_title(path, raw, passages, kind, board, date)
    # "Granskningsutlåtande Upprättad 2024-10-29": when it was written is set beside the title, and is no part of it.
    shorter = _WRITTEN_AFTER.sub("", found.value).strip(" ,.&–-")
    shorter = shorter if len(shorter) > 5 else found.value
    told = with_subtitle(with_matter(shorter, passages, _field_title(raw)), passages)
    if kind not in (*MINUTES, Kind.TJANSTESKRIVELSE):
        told = with_file_words(told, path, passages)
    return Found(told, found.origin, found.confidence, found.ordinal)


def _chosen_title(
    path: str,
    raw: RawFile,
    passages: Sequence[Passage],
    kind: Kind,
    board: Found[str] | None,
    date: Found[dt.date] | None,
) -> Found[str]:
    if kind is Kind.PROTOKOLL and board:
        return Found(f"Protokoll {board.value}{' ' + date.value.isoformat() if date else ''}", Origin.TEXT, 0.95)
    subject = next(filter(None, (subject_of(passage.text) for passage in passages[:3])), None)
    if subject:
        return Found(subject, Origin.TEXT, 0.9)
    heading = heading_title(passages)
    if heading and (kind in (*MINUTES, Kind.TJANSTESKRIVELSE) or _shares_words(heading, path)):
        return Found(heading, Origin.TEXT, 0.9)
    named = _named_like_file(path, raw, passages)
    if named:
        return Found(named, Origin.TEXT, 0.75)
    if heading:
        return Found(heading, Origin.TEXT, 0.6)
    opening = _opening_title(passages)
    if opening:
        return Found(opening, Origin.TEXT, 0.7)
    written = dict(raw.properties).get("title", "").strip()
    if len(written) > 5 and not _POOR_TITLE.match(written):
        return Found(" ".join(written.split()), Origin.PROPERTIES, 0.6)
    for position, passage in enumerate(passages[:12]):
        line = plain_heading(passage.text)
        # What a paper opens with is its title, though others have a section of that name.
        names = section_of(line) is None or (not position and len(line.split()) > 2)
        if passage.level and len(line) > 3 and not KIND_WORD.match(line) and names:
            return Found(line, Origin.TEXT, 0.6)
    name = re.sub(r"[-_]+", " ", PurePosixPath(path).stem)
    name = re.sub(r"\s+\d{4,6}$", "", name).strip() or path
    return Found(name[:1].upper() + name[1:], Origin.FILE_NAME, 0.4)


def _field_title(raw: RawFile) -> str:
    """Return the title that a form has a field for ("Rubrik | …"); empty where it has none."""
    rows = [line.cells or line.parts for line in raw.pages[0].lines[:_FIELD_LINES]] if raw.pages else []
    return next((row[1].strip() for row in rows if len(row) > 1 and _TITLE_FIELD.fullmatch(row[0].strip())), "")


def _shares_words(text: str, path: str) -> bool:
    """Say whether a heading and the file name have a word of weight in common, in the plain letters of file names."""
    name = slug(PurePosixPath(path).stem)
    weighty = [word for word in slug(text).split("-") if len(word) > 3]
    # "brandskydd.pdf" names what "Granskning av brandskyddsarbetet" is about.
    begun = any(word.startswith(part) for part in name.split("-") if len(part) > _LONG for word in weighty)
    return not re.search(r"[a-z]{4}", name) or begun or any(word in name for word in weighty)


def _named_like_file(path: str, raw: RawFile, passages: Sequence[Passage]) -> str | None:
    """Find the line of the first page that says what the file name says, where the largest heading does not."""
    # What kind of paper it is does not tell which one.
    words = slug(PurePosixPath(path).stem).split("-")
    name = "-".join(word for word in words if not KIND_WORD.fullmatch(word))
    paragraphs = [one for one in passages[:40] if one.block in _RUNNING and not one.level]
    running = [line for paragraph in paragraphs for line in paragraph.text.split("\n")]
    heads = [line for line in head_lines(raw)[:25] if not _POINT.match(line) and not _is_cut(line, running)]
    lines = [_FIELD.sub("", line) for line in heads]
    candidates = [plain_heading(passage.text) for passage in passages[:40] if passage.level] + lines
    scored = [
        (sum(len(word) for word in set(slug(text).split("-")) if len(word) > 3 and word in name), -position, text)
        for position, text in enumerate(candidates)
        if 3 < len(text) < 160 and not _ADOPTED_BY.match(text) and not only_board(text)
    ]
    best = max(scored, default=(0, 0, ""))
    return best[2] if best[0] >= 6 else None


def _is_cut(line: str, running: Sequence[str]) -> bool:
    """Say whether a line of the page is a piece of a longer paragraph."""
    return any(line in text and len(text) > 1.5 * len(line) for text in running)


def _opening_title(passages: Sequence[Passage]) -> str | None:
    """Take the last short paragraph above the first section of a letter that has no heading of its own."""
    first = next((index for index, passage in enumerate(passages) if passage.level and section_of(passage.text)), None)
    if first is None or first > 14:
        return None
    for passage in reversed(passages[:first]):
        text = plain_heading(passage.text)
        words = len(text.split())
        poor = (
            KIND_WORD.match(text)
            or only_board(text)
            or _LABELLED.match(text)
            or re.search(r"@|\btel\w*\b|www\.", text, re.I)
        )
        if 3 <= words <= 30 and not poor and not find_case_numbers(text):
            return text
    return None
