"""Remember every vector ever computed: (model fingerprint, hash of the text) -> vector."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexBroken

Vector = NDArray[np.float32]
CACHE_FILE = "embeddings.sqlite"
BATCH = 500

SCHEMA = """
CREATE TABLE IF NOT EXISTS vectors (model TEXT NOT NULL, text_hash BLOB NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY (model, text_hash)) WITHOUT ROWID;
"""


def text_hash(text: str) -> bytes:
    """Return the key of a text in the cache."""
    return hashlib.sha256(text.encode()).digest()[:16]


class EmbeddingCache:
    """Read and write the vectors of one model; one writer at a time, held by the writer's lock."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self._path = path
        self._model = fingerprint
        try:
            self._connection = sqlite3.connect(path, timeout=30)
            # WAL: killed at any instant, what was committed is there.
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.executescript(SCHEMA)
        except sqlite3.DatabaseError as error:
            raise IndexBroken(
                f"Cannot open the embedding cache '{path}': {error}. Delete the file; the next run computes it anew."
            ) from error

    def get(self, hashes: Iterable[bytes]) -> dict[bytes, Vector]:
        """Return the vectors of those texts that have one."""
        wanted = list(dict.fromkeys(hashes))
        found: dict[bytes, Vector] = {}
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            marks = ",".join("?" * len(part))
            sql = f"SELECT text_hash, vector FROM vectors WHERE model = ? AND text_hash IN ({marks})"
            rows = self._connection.execute(sql, [self._model, *part])
            found.update((key, np.frombuffer(blob, dtype="<f4")) for key, blob in rows)
        return found

    def missing(self, hashes: Iterable[bytes]) -> set[bytes]:
        """Return those of the texts that have no vector yet."""
        wanted = list(dict.fromkeys(hashes))
        known: set[bytes] = set()
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            marks = ",".join("?" * len(part))
            sql = f"SELECT text_hash FROM vectors WHERE model = ? AND text_hash IN ({marks})"
            known.update(row[0] for row in self._connection.execute(sql, [self._model, *part]))
        return set(wanted) - known

    def put(self, hashes: Sequence[bytes], vectors: Vector) -> None:
        """Store vectors, durably when this returns."""
        rows = zip([self._model] * len(hashes), hashes, (row.astype("<f4").tobytes() for row in vectors), strict=True)
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def keep_only(self, hashes: Iterable[bytes]) -> int:
        """Forget every text of this model but these; return how many were forgotten."""
        with self._connection:
            self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (text_hash BLOB PRIMARY KEY)")
            self._connection.execute("DELETE FROM wanted")
            self._connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in hashes))
            sql = "DELETE FROM vectors WHERE model = ? AND text_hash NOT IN (SELECT text_hash FROM wanted)"
            return self._connection.execute(sql, [self._model]).rowcount

    def count(self) -> int:
        """Return the number of vectors of this model."""
        row = self._connection.execute("SELECT count(*) FROM vectors WHERE model = ?", [self._model]).fetchone()
        return int(row[0])

    def at_most(self, dimension: int) -> int:
        """Return a number that ``count`` cannot exceed, from the size of the file."""
        (pages,), (size,) = (
            self._connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
        )
        return int(pages * size // (4 * dimension))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
