"""Join neighbouring passages of one section to chunks: what retrieval ranks."""

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.documents import Block, Document, DocumentMetadata, Passage

# Part of the build's fingerprint: raise it when the same document gives other chunks.
CHUNKS_VERSION = 3
TARGET_WORDS = 160
MOST_WORDS = 200
SEPARATOR = " · "
STEP = " › "
# Between the passages of a chunk.
SEPARATE = "\n"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Hold neighbouring passages ``first`` to ``last`` of one section; ``context`` is searched but never quoted."""

    id: str
    document_id: str
    first: int
    last: int
    text: str
    context: str
    heading: str = ""
    section_sign: str | None = None


def chunks(document: Document) -> tuple[Chunk, ...]:
    """Return the chunks of a document in reading order, none across a § or a heading."""
    found: list[Chunk] = []
    for section in _sections(document.passages):
        found.extend(_chunk(document.metadata, part) for part in _parts(section))
    return tuple(found)


def embedded_text(chunk: Chunk) -> str:
    """Return what the embedding model reads of a chunk."""
    return f"{chunk.context}\n{chunk.text}" if chunk.context else chunk.text


def _sections(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield runs of passages of one section, each led by its headings."""
    headings: list[Passage] = []
    body: list[Passage] = []
    for passage in passages:
        if passage.block is Block.CONTENTS:
            # A table of contents is no answer, nor is the heading over it.
            if body or headings[:-1]:
                yield (headings + body) if body else headings[:-1]
            headings, body = [], []
            continue
        if passage.block is Block.HEADING:
            if body:
                yield headings + body
                headings, body = [], []
            if headings and not _leads_to(headings[-1], passage):
                yield headings
                headings = []
            headings.append(passage)
            continue
        if body and _place(passage) != _place(body[-1]):
            yield headings + body
            headings, body = [], []
        if headings and not body and headings[-1].section_sign not in (None, passage.section_sign):
            yield headings
            headings = []
        body.append(passage)
    if headings or body:
        yield headings + body


def _place(passage: Passage) -> tuple[str | None, tuple[str, ...]]:
    return passage.section_sign, passage.heading_path


def _leads_to(outer: Passage, inner: Passage) -> bool:
    """Say whether a heading without text of its own stands over the next heading."""
    same_sign = outer.section_sign in (None, inner.section_sign)
    # "§ 36 KUN 2031/7" is one line, the title of the § the next.
    titled = outer.section_sign is not None and outer.heading_path == (*inner.heading_path, inner.text)
    return same_sign and (0 < outer.level < inner.level or titled)


def _parts(section: list[Passage]) -> Iterator[list[Passage]]:
    """Cut a section into parts of about the same number of words, between passages."""
    total = sum(_words(passage) for passage in section)
    wanted = total / max(1, math.ceil(total / TARGET_WORDS)) if total > MOST_WORDS else total
    part: list[Passage] = []
    words = 0
    for passage in section:
        more = _words(passage)
        only_headings = all(earlier.block is Block.HEADING for earlier in part)
        too_long = words + more > MOST_WORDS or words >= wanted or words + more / 2 > wanted
        if part and not only_headings and total > MOST_WORDS and too_long:
            yield part
            part, words = [], 0
        part.append(passage)
        words += more
    if part:
        yield part


def _words(passage: Passage) -> int:
    return len(passage.text.split())


def _chunk(metadata: DocumentMetadata, part: Sequence[Passage]) -> Chunk:
    text = SEPARATE.join(passage.text for passage in part)
    last = part[-1]
    heading = STEP.join(last.heading_path)
    context = _context(metadata, part, heading)
    digest = hashlib.sha256(f"{context}\n{text}".encode()).hexdigest()[:12]
    return Chunk(
        id=f"{metadata.id}-{part[0].ordinal}-{last.ordinal}-{digest}",
        document_id=metadata.id,
        first=part[0].ordinal,
        last=last.ordinal,
        text=text,
        context=context,
        heading=heading,
        section_sign=last.section_sign,
    )


def _context(metadata: DocumentMetadata, part: Sequence[Passage], heading: str) -> str:
    """Return the line that says where a chunk stands: document, board, date, case, headings, table columns."""
    body = next((passage for passage in part if passage.block is not Block.HEADING), part[-1])
    cases = body.case_numbers or metadata.case_numbers[:2]
    date = metadata.day
    columns = " | ".join(cell for cell in body.table_header if cell) if body.block is Block.TABLE_ROW else ""
    pieces = (
        metadata.title,
        metadata.board,
        date.isoformat() if date else "",
        ", ".join(cases),
        body.section_sign,
        heading,
        columns,
    )
    return SEPARATOR.join(dict.fromkeys(piece for piece in pieces if piece))
