"""Write the truth of a generation that nobody reads yet."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from index.chunks import Chunk
from index.records import case_key, metadata_json, passage_json
from index.store import CHUNK_COLUMNS
from ingest.documents import Document, Failure, SourceFile

# In a table without row ids the key comes first, in order: older SQLite checks such a table wrongly otherwise.
SCHEMA = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, source TEXT NOT NULL UNIQUE, title TEXT NOT NULL, kind TEXT NOT NULL, board TEXT,
    board_key TEXT, date TEXT, meeting_date TEXT, content_hash TEXT NOT NULL, passages INTEGER NOT NULL,
    metadata TEXT NOT NULL);
CREATE INDEX documents_board ON documents (board_key);
CREATE INDEX documents_date ON documents (coalesce(meeting_date, date));
CREATE TABLE texts (document_id TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE access (group_name TEXT NOT NULL, document_id TEXT NOT NULL, PRIMARY KEY (group_name, document_id))
    WITHOUT ROWID;
CREATE TABLE passages (document_id TEXT NOT NULL, ordinal INTEGER NOT NULL, section_sign TEXT, force TEXT NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY (document_id, ordinal)) WITHOUT ROWID;
CREATE TABLE chunks (id TEXT PRIMARY KEY, document_id TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    text TEXT NOT NULL, context TEXT NOT NULL, heading TEXT NOT NULL, section_sign TEXT);
CREATE INDEX chunks_document ON chunks (document_id, first);
CREATE INDEX chunks_section ON chunks (section_sign) WHERE section_sign IS NOT NULL;
CREATE TABLE cases (key TEXT NOT NULL, document_id TEXT NOT NULL, number TEXT NOT NULL,
    PRIMARY KEY (key, document_id, number)) WITHOUT ROWID;
CREATE TABLE people (document_id TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, party TEXT);
CREATE INDEX people_document ON people (document_id);
CREATE TABLE files (path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified_ns INTEGER NOT NULL, sha256 TEXT NOT NULL,
    sidecar TEXT NOT NULL);
CREATE TABLE failures (path TEXT PRIMARY KEY, reason TEXT NOT NULL, message TEXT NOT NULL);
"""
DOCUMENT_TABLES = ("texts", "access", "passages", "chunks", "cases", "people")


class StoreWriter:
    """Write one generation's documents; the file is complete after ``close``."""

    def __init__(self, path: Path) -> None:
        new = not path.exists()
        self._connection = sqlite3.connect(path)
        # A crash leaves an unpublished generation that the next run throws away: no journal is needed for safety.
        self._connection.execute("PRAGMA journal_mode = MEMORY")
        self._connection.execute("PRAGMA synchronous = OFF")
        if new:
            self._connection.executescript(SCHEMA)

    def add(self, document: Document, chunks: Sequence[Chunk]) -> None:
        """Add a document with its passages and chunks, in place of an earlier one of the same id."""
        metadata = document.metadata
        # Deleting looks through whole tables; most documents are new.
        if self._connection.execute("SELECT 1 FROM documents WHERE id = ?", [metadata.id]).fetchone():
            self.delete([metadata.id])
        run = self._connection.executemany
        date = metadata.date.isoformat() if metadata.date else None
        meeting = metadata.meeting_date.isoformat() if metadata.meeting_date else None
        board_key = metadata.board.casefold() if metadata.board else None
        row = (
            *(metadata.id, metadata.source, metadata.title, metadata.kind.value, metadata.board, board_key, date),
            *(meeting, metadata.content_hash, len(document.passages), metadata_json(metadata)),
        )
        self._connection.execute(f"INSERT INTO documents VALUES ({','.join('?' * len(row))})", row)
        self._connection.execute("INSERT INTO texts VALUES (?, ?)", (metadata.id, document.text))
        run("INSERT OR IGNORE INTO access VALUES (?, ?)", ((group, metadata.id) for group in metadata.access if group))
        run("INSERT INTO passages VALUES (?, ?, ?, ?, ?)", _passage_rows(document))
        run(f"INSERT INTO chunks ({CHUNK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _chunk_rows(chunks))
        run("INSERT OR IGNORE INTO cases VALUES (?, ?, ?)", ((case_key(n), metadata.id, n) for n in _numbers(document)))
        run(
            "INSERT INTO people VALUES (?, ?, ?, ?)",
            ((metadata.id, person.name, person.role.value, person.party) for person in metadata.people),
        )

    def delete(self, document_ids: Iterable[str]) -> None:
        """Remove documents and everything of theirs."""
        wanted = [(document_id,) for document_id in document_ids]
        self._connection.executemany("DELETE FROM documents WHERE id = ?", wanted)
        for table in DOCUMENT_TABLES:
            self._connection.executemany(f"DELETE FROM {table} WHERE document_id = ?", wanted)

    def set_files(self, files: Iterable[SourceFile], failures: Iterable[Failure], sidecars: Mapping[str, str]) -> None:
        """Replace what is remembered of the source folder."""
        self._connection.execute("DELETE FROM files")
        self._connection.execute("DELETE FROM failures")
        self._connection.executemany(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?)",
            ((file.path, file.size, file.modified_ns, file.sha256, sidecars.get(file.path, "")) for file in files),
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO failures VALUES (?, ?, ?)",
            ((failure.path, str(failure.reason), failure.message) for failure in failures),
        )

    def commit(self) -> None:
        """Make what was written visible to readers of the same file."""
        self._connection.commit()

    def close(self) -> None:
        """Finish the file."""
        self._connection.commit()
        self._connection.execute("PRAGMA optimize")
        self._connection.close()


def _passage_rows(document: Document) -> Iterator[tuple[str, int, str | None, str, str]]:
    for passage in document.passages:
        body = passage_json(passage)
        yield document.metadata.id, passage.ordinal, passage.section_sign, passage.force.value, body


def _chunk_rows(chunks: Sequence[Chunk]) -> Iterator[tuple[str, str, int, int, str, str, str, str | None]]:
    for part in chunks:
        yield part.id, part.document_id, part.first, part.last, part.text, part.context, part.heading, part.section_sign


def _numbers(document: Document) -> Iterator[str]:
    """Yield the case numbers of the document and those that hold only within some §."""
    yield from document.metadata.case_numbers
    for passage in document.passages:
        yield from passage.case_numbers
