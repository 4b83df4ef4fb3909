"""Remember every vector ever computed: (model fingerprint, hash of the text) -> vector, and those of its sentences."""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexBroken
from index.rows import UNCHANGING, Rows

Vector = NDArray[np.float32]
CACHE_FILE = "embeddings.sqlite"
BATCH = 500
MANY = 10 * BATCH
# Raise it when the same passages are cut to other sentences.
SENTENCES_VERSION = 1
NO_SENTENCES: Mapping[bytes, bytes] = {}

SCHEMA = """
CREATE TABLE IF NOT EXISTS vectors (model TEXT NOT NULL, text_hash BLOB NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY (model, text_hash)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sentences (model TEXT NOT NULL, text_hash BLOB NOT NULL, vectors BLOB NOT NULL,
    PRIMARY KEY (model, text_hash));
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
                f"Cannot open the embedding cache '{path}': {error}. Delete the file; `arende reindex --full` computes it anew."
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
        return self._unknown("vectors", self._model, hashes)

    def untold(self, hashes: Iterable[bytes]) -> set[bytes]:
        """Return those of the texts whose sentences have no vectors yet."""
        return self._unknown("sentences", _told(self._model), hashes)

    def _unknown(self, table: str, model: str, hashes: Iterable[bytes]) -> set[bytes]:
        wanted = set(hashes)
        if len(wanted) > MANY:
            # All keys, which their index alone holds, are sooner read than so many are looked up.
            return wanted.difference(self._keys(f"SELECT text_hash FROM {table} WHERE model = ?", [model]))
        unknown, part = set(wanted), list(wanted)
        for start in range(0, len(part), BATCH):
            values = part[start : start + BATCH]
            marks = ",".join("?" * len(values))
            sql = f"SELECT text_hash FROM {table} WHERE model = ? AND text_hash IN ({marks})"
            unknown.difference_update(self._keys(sql, [model, *values]))
        return unknown

    def _keys(self, sql: str, values: Sequence[str | bytes]) -> Iterator[bytes]:
        return (row[0] for row in self._connection.execute(sql, values))

    def put(self, hashes: Sequence[bytes], vectors: Vector, sentences: Mapping[bytes, bytes] = NO_SENTENCES) -> None:
        """Store the vectors of texts, and those of the sentences of some as they come; durably when this returns."""
        rows = zip([self._model] * len(hashes), hashes, (row.astype("<f4").tobytes() for row in vectors), strict=True)
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
            parts = ((_told(self._model), key, packed) for key, packed in sentences.items())
            self._connection.executemany("INSERT OR REPLACE INTO sentences VALUES (?, ?, ?)", parts)

    def keep_only(self, hashes: Iterable[bytes]) -> int:
        """Forget every text of this model but these; return how many were forgotten."""
        with self._connection:
            self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (text_hash BLOB PRIMARY KEY)")
            self._connection.execute("DELETE FROM wanted")
            self._connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in hashes))
            where = "WHERE model = ? AND text_hash NOT IN (SELECT text_hash FROM wanted)"
            self._connection.execute(f"DELETE FROM sentences {where}", [_told(self._model)])
            return self._connection.execute(f"DELETE FROM vectors {where}", [self._model]).rowcount

    def count(self) -> int:
        """Return the number of texts of this model."""
        # By their index alone, in a hundredth of the reading that the vectors take; only some models tell sentences.
        return self._count("sentences", _told(self._model)) or self._count("vectors", self._model)

    def _count(self, table: str, model: str) -> int:
        row = self._connection.execute(f"SELECT count(*) FROM {table} WHERE model = ?", [model]).fetchone()
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


def _told(model: str) -> str:
    """Return what sentences are kept under: the model, and how texts are cut to them."""
    return f"{model}#{SENTENCES_VERSION}"


class CachedSentences:
    """Read the sentences' vectors of one model from another process than the writer's; none where there is no cache."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self._model = _told(fingerprint)
        # Where nothing may be written, a file with a write-ahead log can only be read as one that never changes.
        self._rows = Rows(path, "mode=ro" if os.access(path.parent, os.W_OK) else UNCHANGING)

    def of(self, hashes: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return the packed vectors of the sentences of those texts that have them."""
        sql = "SELECT text_hash, vectors FROM sentences WHERE model = ? AND text_hash IN ({})"
        try:
            return dict(self._rows.among(sql, hashes, [self._model]))
        except IndexBroken:
            # Deleted, locked or of an older version: questions are answered without, as `arende doctor` tells.
            return {}

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()
