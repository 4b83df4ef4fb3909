"""Read rows of an SQLite file that this process does not write, from several threads at once."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from index.errors import IndexBroken

# SQLite takes some 32,000 parameters a statement; fewer keep the statement cache useful.
BATCH = 500
MAPPED_BYTES = 268_435_456
# A file that nobody writes any more: no lock files are needed or made.
UNCHANGING = "mode=ro&immutable=1"

Row = tuple[Any, ...]


class Rows:
    """Run statements on one file; safe to use from several threads at once.

    ``rights`` are the parameters of the file's URI.
    """

    def __init__(self, path: Path, rights: str = UNCHANGING) -> None:
        self._path = path
        self._rights = rights
        self._idle: list[sqlite3.Connection] = []
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    def of(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a statement; raise IndexBroken where the file cannot be read."""
        try:
            with self._connection() as connection:
                return connection.execute(sql, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise IndexBroken(
                f"Cannot read '{self._path}': {error}. Run `arende doctor`, then `arende reindex` or `arende rollback`."
            ) from error

    def among(self, sql: str, values: Iterable[str | bytes], before: Sequence[Any] = ()) -> list[Row]:
        """Run a statement with an ``IN ({})`` over any number of values; ``before`` fills the places that stand before it."""
        wanted = list(dict.fromkeys(values))
        rows: list[Row] = []
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            rows += self.of(sql.format(",".join("?" * len(part))), [*before, *part])
        return rows

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            self._idle.clear()
            for connection in self._connections:
                with suppress(sqlite3.Error):
                    connection.close()
            self._connections.clear()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection: every question has a thread of its own, so they share as many as are at work at once."""
        with self._lock:
            connection = self._idle.pop() if self._idle else self._connect()
        try:
            yield connection
        finally:
            with self._lock:
                self._idle.append(connection)

    def _connect(self) -> sqlite3.Connection:
        uri = f"{self._path.resolve().as_uri()}?{self._rights}"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False, cached_statements=256)
        connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
        self._connections.append(connection)
        return connection
