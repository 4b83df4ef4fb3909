"""Keep the truth of one generation in SQLite, and give each reader only what they may see.

A generation is never changed once it is current, so every answer here may be remembered. Access is decided in
``allowed_documents`` and nowhere else: a document is readable by those who share a group with it, "alla" being the
group of everyone; a group the store does not know opens nothing.
"""

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from index.chunks import Chunk
from index.errors import IndexBroken
from index.hits import Filters
from index.records import DocumentSummary, Outline, Statistics, case_key, metadata_from, passage_from
from index.rows import Rows
from index.spellings import Spellings
from ingest.documents import Block, Document, DocumentMetadata, Failure, Force, Passage, Person, SourceFile
from ingest.identifiers import same_case

STORE_VERSION = 1
STORE_FILE = "cases.sqlite"
REMEMBERED = 64
KEPT_DOCUMENTS = 64
KEPT_PASSAGES = 16_000
NO_FILTERS = Filters()

CHUNK_COLUMNS = "id, document_id, first, last, text, context, heading, section_sign"


class Store:
    """Read one generation; safe to use from several threads at once."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise IndexBroken(f"Cannot open the index: '{path}' is missing. Run `arende reindex`.")
        self._path = path
        self._rows = Rows(path)
        self._lock = threading.Lock()
        self._allowed: OrderedDict[tuple[frozenset[str], Filters], frozenset[str]] = OrderedDict()
        self._metadata: dict[str, DocumentMetadata] = {}
        # A generation never changes; the documents that questions go back to need not be read anew each time.
        self._passages = lru_cache(maxsize=KEPT_DOCUMENTS)(self._read_passages)
        self._passage = lru_cache(maxsize=KEPT_PASSAGES)(self._passage_from)

    def close(self) -> None:
        """Close every connection."""
        self._passages.cache_clear()
        self._passage.cache_clear()
        self._rows.close()

    # Access

    def allowed_documents(self, groups: frozenset[str], filters: Filters = NO_FILTERS) -> frozenset[str]:
        """Return the ids of the documents that a reader of these groups may see and that pass the filters."""
        key = (groups, filters)
        with self._lock:
            if key in self._allowed:
                self._allowed.move_to_end(key)
                return self._allowed[key]
        found = self._find_allowed(groups, filters)
        with self._lock:
            self._allowed[key] = found
            if len(self._allowed) > REMEMBERED:
                self._allowed.popitem(last=False)
        return found

    def _find_allowed(self, groups: frozenset[str], filters: Filters) -> frozenset[str]:
        known = sorted(group for group in groups if group)
        if not known:
            return frozenset()
        if filters == NO_FILTERS:
            rows = self._rows.among("SELECT document_id FROM access WHERE group_name IN ({})", known)
            return frozenset(row[0] for row in rows)
        conditions, values = _conditions(filters)
        passing = self._rows.of(f"SELECT id FROM documents WHERE {' AND '.join(conditions)}", values)
        return self.allowed_documents(groups, NO_FILTERS).intersection(row[0] for row in passing)

    def may_read(self, document_id: str, groups: frozenset[str]) -> bool:
        """Say whether a reader of these groups may see a document."""
        return document_id in self.allowed_documents(groups)

    # Documents

    def metadata(self, document_ids: Iterable[str]) -> dict[str, DocumentMetadata]:
        """Return the metadata of the documents that exist, by id."""
        wanted = list(dict.fromkeys(document_ids))
        missing = [document_id for document_id in wanted if document_id not in self._metadata]
        for document_id, text in self._rows.among("SELECT id, metadata FROM documents WHERE id IN ({})", missing):
            known = metadata_from(text)
            self._metadata[document_id] = replace(known, case_numbers=self._spellings.of(known.case_numbers))
        return {document_id: self._metadata[document_id] for document_id in wanted if document_id in self._metadata}

    def document_ids(self) -> tuple[str, ...]:
        """Return every document's id, newest first."""
        rows = self._rows.of("SELECT id FROM documents ORDER BY coalesce(meeting_date, date, '') DESC, source")
        return tuple(row[0] for row in rows)

    def newest(self, groups: frozenset[str], filters: Filters = NO_FILTERS) -> tuple[DocumentMetadata, ...]:
        """Return what is known of the documents that a reader may see and that pass the filters, newest first."""
        allowed = self.allowed_documents(groups, filters)
        return tuple(self.metadata(one for one in self.document_ids() if one in allowed).values())

    def summaries(self, groups: frozenset[str]) -> tuple[DocumentSummary, ...]:
        """Return what a reader may see, newest first."""
        counts: dict[str, int] = dict(self._rows.of("SELECT id, passages FROM documents"))
        return tuple(DocumentSummary(one, counts[one.id]) for one in self.newest(groups))

    def document(self, document_id: str) -> Document:
        """Return a whole document; raise KeyError where there is none."""
        rows = self._rows.of("SELECT text FROM texts WHERE document_id = ?", [document_id])
        if not rows:
            raise KeyError(document_id)
        return Document(self.metadata([document_id])[document_id], rows[0][0], self.passages(document_id))

    def passages(self, document_id: str, first: int = 0, last: int | None = None) -> tuple[Passage, ...]:
        """Return the passages ``first`` to ``last`` (inclusive; None for the last there is) in reading order."""
        whole = first == 0 and last is None
        return self._passages(document_id) if whole else self._read_passages(document_id, first, last)

    def _read_passages(self, document_id: str, first: int = 0, last: int | None = None) -> tuple[Passage, ...]:
        sql = "SELECT body FROM passages WHERE document_id = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal"
        rows = self._rows.of(sql, [document_id, first, 2**62 if last is None else last])
        return tuple(self._passage(row[0]) for row in rows)

    def read_ahead(self) -> None:
        """Read every passage, where all of them can be kept."""
        if self.counts()["passages"] <= KEPT_PASSAGES:
            for (document_id,) in self._rows.of("SELECT id FROM documents"):
                self._read_passages(document_id)

    def _passage_from(self, body: str) -> Passage:
        passage = passage_from(body)
        numbers = passage.case_numbers
        return replace(passage, case_numbers=self._spellings.of(numbers)) if numbers else passage

    def outlines(self, chunk_ids: Iterable[str]) -> dict[str, list[Outline]]:
        """Return by chunk what its passages do and where they stand, without their text: soon read."""
        sql = (
            "SELECT chunks.id, force, passages.section_sign, json_extract(body, '$.block'), "
            "json_extract(body, '$.heading_path[#-1]'), json_extract(body, '$.end') - json_extract(body, '$.start') "
            "FROM chunks JOIN passages "
            "ON passages.document_id = chunks.document_id AND ordinal BETWEEN first AND last "
            "WHERE chunks.id IN ({}) ORDER BY chunks.id, ordinal"
        )
        found: dict[str, list[Outline]] = {}
        for chunk_id, force, sign, block, heading, length in self._rows.among(sql, chunk_ids):
            found.setdefault(chunk_id, []).append(Outline(Force(force), Block(block), sign, heading or "", length))
        return found

    # Chunks

    def chunks(self, chunk_ids: Iterable[str]) -> dict[str, Chunk]:
        """Return the chunks that exist, by id."""
        rows = self._rows.among(f"SELECT {CHUNK_COLUMNS} FROM chunks WHERE id IN ({{}})", chunk_ids)
        return {row[0]: Chunk(*row) for row in rows}

    def document_chunks(self, document_id: str) -> tuple[Chunk, ...]:
        """Return the chunks of a document in reading order."""
        rows = self._rows.of(f"SELECT {CHUNK_COLUMNS} FROM chunks WHERE document_id = ? ORDER BY first", [document_id])
        return tuple(Chunk(*row) for row in rows)

    def chunk_spans(self, document_id: str, first: int, last: int) -> list[tuple[str, int, int]]:
        """Return id, first and last passage of the chunks of a document that hold any of these passages."""
        sql = "SELECT id, first, last FROM chunks WHERE document_id = ? AND first <= ? AND last >= ?"
        return self._rows.of(sql, [document_id, last, first])

    def section_chunks(self, section_sign: str, document_ids: Iterable[str] | None = None) -> tuple[Chunk, ...]:
        """Return the chunks of a §, written "§ 36", in all documents or in these."""
        rows = self._rows.of(
            f"SELECT {CHUNK_COLUMNS} FROM chunks WHERE section_sign = ? ORDER BY document_id, first", [section_sign]
        )
        within = None if document_ids is None else frozenset(document_ids)
        return tuple(Chunk(*row) for row in rows if within is None or row[1] in within)

    def chunk_documents(self, chunk_ids: Iterable[str]) -> dict[str, str]:
        """Return the document of each chunk that exists."""
        return dict(self._rows.among("SELECT id, document_id FROM chunks WHERE id IN ({})", chunk_ids))

    def chunk_ids(self) -> tuple[str, ...]:
        """Return every chunk's id."""
        return tuple(row[0] for row in self._rows.of("SELECT id FROM chunks"))

    # Lookups without a model

    def lookup_case(self, number: str) -> tuple[str, ...]:
        """Return the ids of the documents of a case, in whatever spelling, oldest first."""
        sql = (
            "SELECT DISTINCT documents.id, cases.number FROM cases JOIN documents ON documents.id = cases.document_id "
            "WHERE cases.key IN (?, ?) OR cases.key LIKE ? ORDER BY coalesce(meeting_date, date, '9'), source"
        )
        key = case_key(number)
        numbered, slash, board = key.rpartition("/")
        # A number without its board is any board's; a board's number may have been written without it.
        bare = f"{numbered}/" if slash else key
        rows = list(self._rows.of(sql, [key, bare, f"{bare}%" if slash and not board else key]))
        # Where papers have the number as it is asked for, with or without letters, no other series is meant.
        known = {row[1] for row in rows if case_key(row[1]) == key}
        alike = (row[0] for row in rows if not known or any(same_case(row[1], number) for number in known))
        return tuple(dict.fromkeys(alike))

    def case_numbers(self) -> tuple[str, ...]:
        """Return every case number of every document, once."""
        numbers = (row[0] for row in self._rows.of("SELECT DISTINCT number FROM cases ORDER BY number"))
        return self._spellings.of(numbers)

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(self._rows.of("SELECT key, number, count(*) FROM cases GROUP BY key, number"))

    def boards(self) -> tuple[str, ...]:
        """Return every board, the one with most documents first."""
        sql = "SELECT board FROM documents WHERE board IS NOT NULL GROUP BY board ORDER BY count(*) DESC, board"
        return tuple(row[0] for row in self._rows.of(sql))

    def people(self) -> tuple[tuple[str, Person], ...]:
        """Return (document id, person) for everyone named with a part in a document."""
        rows = self._rows.of("SELECT id FROM documents WHERE id IN (SELECT document_id FROM people)")
        known = self.metadata(row[0] for row in rows)
        return tuple((document_id, person) for document_id, metadata in known.items() for person in metadata.people)

    def statistics(self, groups: frozenset[str]) -> Statistics:
        """Count what a reader may see by board, year and kind."""
        readable = self.summaries(groups)
        boards: Counter[str] = Counter()
        years: Counter[int] = Counter()
        cells: Counter[tuple[str, int]] = Counter()
        for metadata in (summary.metadata for summary in readable):
            date = metadata.day
            boards.update([metadata.board] if metadata.board else [])
            years.update([date.year] if date else [])
            cells.update([(metadata.board or "", date.year)] if date else [])
        kinds = Counter(summary.metadata.kind for summary in readable)
        return Statistics(
            documents=len(readable),
            passages=sum(summary.passages for summary in readable),
            by_board=tuple(boards.most_common()),
            by_year=tuple(sorted(years.items())),
            by_kind=tuple(kinds.most_common()),
            by_board_and_year=tuple((board, year, count) for (board, year), count in sorted(cells.items())),
        )

    # What was indexed

    def sources(self) -> dict[str, str]:
        """Return the id of the document of each file."""
        return dict(self._rows.of("SELECT source, id FROM documents"))

    def sidecars(self) -> dict[str, str]:
        """Return the fingerprint of the registrar's own data for each file, "" for none."""
        return dict(self._rows.of("SELECT path, sidecar FROM files"))

    def files(self) -> dict[str, SourceFile]:
        """Return every file of the source folder as it was indexed or skipped, by path."""
        rows = self._rows.of("SELECT path, size, modified_ns, sha256 FROM files")
        return {row[0]: SourceFile(*row) for row in rows}

    def failures(self) -> tuple[Failure, ...]:
        """Return every file that did not become a document, and why."""
        return tuple(Failure(*row) for row in self._rows.of("SELECT path, reason, message FROM failures ORDER BY path"))

    def counts(self) -> dict[str, int]:
        """Return the number of documents, passages and chunks."""
        tables = ("documents", "passages", "chunks")
        return {table: int(self._rows.of(f"SELECT count(*) FROM {table}")[0][0]) for table in tables}

    def check(self) -> None:
        """Raise IndexBroken where SQLite finds its file damaged."""
        if self._rows.of("PRAGMA quick_check(1)") != [("ok",)]:
            raise IndexBroken(f"Cannot use '{self._path}': its integrity check failed. Run `arende rollback`.")


def _conditions(filters: Filters) -> tuple[list[str], list[Any]]:
    """Return the SQL conditions of the filters and their values; values never enter the SQL."""
    conditions: list[str] = []
    values: list[Any] = []

    def among(column: str, wanted: Sequence[str]) -> str:
        values.extend(wanted)
        return f"{column} IN ({','.join('?' * len(wanted))})"

    if filters.boards:
        conditions.append(among("board_key", [board.casefold() for board in filters.boards]))
    if filters.kinds:
        conditions.append(among("kind", [kind.value for kind in filters.kinds]))
    if filters.case_numbers:
        inner = among("key", [case_key(number) for number in filters.case_numbers])
        conditions.append(f"id IN (SELECT document_id FROM cases WHERE {inner})")
    if filters.document_ids:
        conditions.append(among("id", filters.document_ids))
    if filters.date_from:
        conditions.append("coalesce(meeting_date, date) >= ?")
        values.append(filters.date_from.isoformat())
    if filters.date_to:
        conditions.append("coalesce(meeting_date, date) <= ?")
        values.append(filters.date_to.isoformat())
    return conditions, values
