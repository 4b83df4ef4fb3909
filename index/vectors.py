"""Keep ids and vectors in Chroma, and nothing else: the only module that knows it.

Chroma breaks when it is killed while it persists, so it is only ever written in a generation that nobody reads yet,
and can always be rebuilt from the embedding cache.
"""

import json
import resource
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexBroken, SettingsFault

Vector = NDArray[np.float32]

COLLECTION = "chunks"
DATABASE_FILE = "chroma.sqlite3"
BATCH = 1000
# Chroma rewrites its whole graph every so many changes; we say when, once, in `persist`.
NEVER = 2**31 - 1
AT_ONCE = 2
TENANT, DATABASE = "default_tenant", "default_database"


class _Client(Protocol):
    """What is used of Chroma's clients."""

    def create_collection(self, name: str, *, configuration: Any, metadata: Any, embedding_function: None) -> Any:
        """Make a collection."""

    def get_collection(self, name: str, *, embedding_function: None) -> Any:
        """Open a collection."""

    def close(self) -> None:
        """Let go of the files."""


class VectorIndex:
    """Hold the vectors of one generation; queries are safe from several threads at once."""

    def __init__(self, path: Path, url: str | None, client: _Client, collection: Any) -> None:
        self._path = path
        self._url = url
        self._client = client
        self._collection = collection
        self._count: int | None = None
        self._lock = threading.Lock()

    @classmethod
    def create(cls, path: Path, dimension: int, url: str | None = None) -> "VectorIndex":
        """Start an empty index for vectors of this dimension."""
        client = _client(path, url)
        hnsw = {"space": "cosine", "sync_threshold": NEVER, "batch_size": 100, "ef_construction": 200, "ef_search": 200}
        with _Faults(path):
            collection = client.create_collection(
                _name(path, url),
                embedding_function=None,
                configuration={"hnsw": hnsw},
                metadata={"dimension": dimension},
            )
        return cls(path, url, client, collection)

    @classmethod
    def open(cls, path: Path, url: str | None = None) -> "VectorIndex":
        """Open the vectors of a generation."""
        if url is None and not (path / DATABASE_FILE).is_file():
            raise IndexBroken(f"Cannot open the vectors: '{path}' is not there. Run `arende reindex`.")
        client = _client(path, url)
        with _Faults(path):
            collection = client.get_collection(_name(path, url), embedding_function=None)
        return cls(path, url, client, collection)

    def add(self, ids: Sequence[str], vectors: Vector) -> None:
        """Add vectors, in place of earlier ones of the same ids."""
        with _Faults(self._path):
            for start in range(0, len(ids), BATCH):
                part = slice(start, start + BATCH)
                self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part])
        self._count = None

    def delete(self, ids: Sequence[str]) -> None:
        """Remove vectors; unknown ids are passed over."""
        with _Faults(self._path):
            for start in range(0, len(ids), BATCH):
                self._collection.delete(ids=list(ids[start : start + BATCH]))
        self._count = None

    def persist(self) -> None:
        """Write the graph to disk, once, so that opening it costs nothing."""
        if self._url is not None or not self.count():
            return
        with _Faults(self._path):
            self._collection.modify(configuration={"hnsw": {"sync_threshold": AT_ONCE}})
            self._reopen()
            last = self._collection.get(limit=AT_ONCE, include=["embeddings"])
            # The threshold is looked at when something is written: the same vectors once more.
            for _ in range(AT_ONCE):
                self._collection.upsert(ids=last["ids"], embeddings=last["embeddings"])
            self._collection.modify(configuration={"hnsw": {"sync_threshold": NEVER}})
            self._client.close()
            _shrink(self._path / DATABASE_FILE)
            self._reopen()

    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        """Return the nearest ids with their cosine, nearest first."""
        wanted = min(limit, self.count())
        if wanted <= 0:
            return []
        with _Faults(self._path):
            found = self._collection.query(query_embeddings=[vector], n_results=wanted, include=["distances"])
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(chunk_id, 1.0 - float(distance)) for chunk_id, distance in pairs]

    def get(self, ids: Sequence[str]) -> dict[str, Vector]:
        """Return the vectors of those ids that have one."""
        vectors: dict[str, Vector] = {}
        with _Faults(self._path):
            for start in range(0, len(ids), BATCH):
                found = self._collection.get(ids=list(ids[start : start + BATCH]), include=["embeddings"])
                rows = np.asarray(found["embeddings"], dtype=np.float32)
                vectors.update(zip(found["ids"], rows, strict=True))
        return vectors

    def ids(self) -> set[str]:
        """Return every id that has a vector."""
        with _Faults(self._path):
            return set(self._collection.get(include=[])["ids"])

    def count(self) -> int:
        """Return the number of vectors."""
        if self._count is None:
            with self._lock, _Faults(self._path):
                self._count = int(self._collection.count())
        return self._count

    def close(self) -> None:
        """Let go of the files."""
        with _Faults(self._path):
            self._client.close()

    def _reopen(self) -> None:
        self._client.close()
        self._client = _client(self._path, self._url)
        self._collection = self._client.get_collection(_name(self._path, self._url), embedding_function=None)


def remove_collection(path: Path, url: str) -> None:
    """Delete a generation's vectors from a Chroma server; a folder is deleted with its generation."""
    client = _client(path, url)
    if _name(path, url) in {collection.name for collection in client.list_collections()}:
        client.delete_collection(_name(path, url))


def _shrink(database: Path) -> None:
    """Give back the room of the vectors that Chroma queued until its graph was written: nine tenths of the file."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM")


class _Faults:
    """Turn whatever Chroma raises into our error, naming the folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, IndexBroken):
            raise IndexBroken(
                f"Cannot use the vectors in '{self._path}': {type(error).__name__}: {error}. "
                "Run `arende rollback`, or `arende reindex` to build them anew."
            ) from error


def _name(path: Path, url: str | None) -> str:
    """Return the collection's name; on a server each generation needs its own."""
    return COLLECTION if url is None else f"arende-{path.parent.name}"


class _Engine:
    """Reach Chroma's engine without its Python package, whose import takes 2.2 s of a cold start; same files, same calls.

    The package itself calls the engine so (``chromadb.api.rust``); ``_client`` takes the package where this does not fit.
    """

    def __init__(self, path: Path) -> None:
        # 0.05 s, and only for who searches or writes vectors.
        import chromadb_rust_bindings as engine  # type: ignore[import-untyped]  # noqa: PLC0415

        database = engine.SqliteDBConfig(
            hash_type=engine.MigrationHash.MD5,
            migration_mode=engine.MigrationMode.Apply,
            url=str(path / DATABASE_FILE),
        )
        # Five files an open graph, as the package counts.
        graphs = resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 5
        self.calls: Any = engine.Bindings(
            allow_reset=False, sqlite_db_config=database, persist_path=str(path), hnsw_cache_size=graphs
        )

    def create_collection(
        self, name: str, *, configuration: Any, metadata: Any, embedding_function: None = None
    ) -> "_EngineCollection":
        text = json.dumps(configuration)
        made = self.calls.create_collection(name, text, None, metadata, False, TENANT, DATABASE)
        return _EngineCollection(self, str(made.id))

    def get_collection(self, name: str, *, embedding_function: None = None) -> "_EngineCollection":
        return _EngineCollection(self, str(self.calls.get_collection(name, TENANT, DATABASE).id))

    def close(self) -> None:
        # The engine closes its files when nothing refers to it any more.
        self.calls = None


class _EngineCollection:
    """Offer the engine's calls by the names and shapes of Chroma's ``Collection``."""

    def __init__(self, engine: _Engine, number: str) -> None:
        self._engine = engine
        self._number = number

    def upsert(self, ids: list[str], embeddings: Vector) -> None:
        self._engine.calls.upsert(self._number, ids, embeddings, None, None, None, TENANT, DATABASE)

    def delete(self, ids: list[str]) -> None:
        self._engine.calls.delete(self._number, ids, None, None, None, TENANT, DATABASE)

    def query(self, query_embeddings: list[Vector], n_results: int, include: list[str]) -> dict[str, Any]:
        found = self._engine.calls.query(
            self._number, None, query_embeddings, n_results, None, None, include, TENANT, DATABASE
        )
        return {"ids": found.ids, "distances": found.distances}

    def get(
        self, ids: list[str] | None = None, limit: int | None = None, include: Sequence[str] = ()
    ) -> dict[str, Any]:
        found = self._engine.calls.get(self._number, ids, None, limit, 0, None, list(include), TENANT, DATABASE)
        return {"ids": found.ids, "embeddings": found.embeddings}

    def modify(self, configuration: Any) -> None:
        self._engine.calls.update_collection(self._number, None, None, json.dumps(configuration))

    def count(self) -> int:
        return int(self._engine.calls.count(self._number, TENANT, DATABASE))


def _client(path: Path, url: str | None) -> Any:
    if url is not None:
        return _server(url)
    with _Faults(path):
        path.mkdir(parents=True, exist_ok=True)
        try:
            return _Engine(path)
        except (ImportError, AttributeError, TypeError):
            return _package(path)


def _package(path: Path) -> Any:
    import chromadb  # noqa: PLC0415  (takes seconds)
    from chromadb.config import Settings as ChromaSettings  # noqa: PLC0415

    return chromadb.PersistentClient(path=str(path), settings=ChromaSettings(anonymized_telemetry=False))


def _server(url: str) -> Any:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsFault(f"Wrong setting vectors.url: {url!r} is not a URL like 'http://host:8000'.")
    import chromadb  # noqa: PLC0415  (takes seconds)
    from chromadb.config import Settings as ChromaSettings  # noqa: PLC0415

    port = parts.port or (443 if parts.scheme == "https" else 8000)
    settings = ChromaSettings(anonymized_telemetry=False)
    try:
        return chromadb.HttpClient(host=parts.hostname, port=port, ssl=parts.scheme == "https", settings=settings)
    except Exception as error:
        raise IndexBroken(
            f"Cannot reach the Chroma server at {url}: {error}. Start it, or remove vectors.url from the settings."
        ) from error
