"""Read the current index: the seam to everything above. Notices a new generation without restart.

Every method that returns words takes the reader's groups and returns nothing they may not read.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from index.cache import CACHE_FILE, CachedSentences
from index.embedding import Embedder, Vector, open_embedder
from index.errors import IndexBroken, IndexFault, ModelFault
from index.generations import VECTORS, WORDS
from index.hits import EVERYONE, Filters, Query, SearchResult
from index.lexical import WordIndex
from index.manifest import CURRENT, Manifest, current_generation, generation_folder, read_manifest
from index.records import DocumentSummary, Statistics
from index.retriever import Retriever
from index.sentence_vectors import SentencePlace, SentenceVectors
from index.settings import Settings
from index.store import STORE_FILE, Store
from index.vectors import VectorIndex
from ingest.documents import Document, DocumentMetadata, Failure, Passage

# CURRENT may be switched, and the old generation cleared, between reading the name and opening the folder.
ATTEMPTS = 3


class CaseIndex:
    """Read the current generation; safe to use from several threads at once."""

    def __init__(self, data: Path, settings: Settings, embedder: Embedder) -> None:
        self._data = data
        self._settings = settings
        self._embedder = embedder
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self._generation: _Generation | None = None

    @classmethod
    def open(cls, data: Path, settings: Settings) -> "CaseIndex":
        """Open the index of a data folder; raise NoIndex where there is none, IndexBroken where it cannot be used."""
        index = cls(data, settings, open_embedder(settings.embedding, data))
        with index._current():
            return index

    @property
    def manifest(self) -> Manifest:
        """Return the manifest of the current generation."""
        with self._current() as generation:
            return generation.manifest

    @property
    def embedder(self) -> Embedder:
        """Return the embedder of questions."""
        return self._embedder

    def search(self, query: Query) -> SearchResult:
        """Return the chunks that answer a query, best first."""
        with self._current() as generation:
            return generation.retriever.search(query)

    def read_ahead(self) -> None:
        """Read what searches of a small index keep, so that a server's first questions are as soon answered as later ones."""
        with self._current() as generation:
            generation.retriever.read_ahead()
            generation.store.read_ahead()

    def likeness(self, question: str, passages: Iterable[tuple[str, int]]) -> dict[str, dict[SentencePlace, float]]:
        """Return the cosine of a question and each sentence of some passages (document, ordinal), by document.

        Passages are such as the reader has already: nothing but numbers of them is returned. Empty where the embedding
        model does not tell sentences.
        """
        if not self._embedder.tells_parts:
            return {}
        with self._current() as generation:
            return generation.sentences.likeness(question, passages)

    def documents(self, groups: frozenset[str] = EVERYONE) -> tuple[DocumentSummary, ...]:
        """Return what a reader may see, newest first."""
        with self._current() as generation:
            return generation.store.summaries(groups)

    def newest(self, groups: frozenset[str] = EVERYONE, filters: Filters = Filters()) -> tuple[DocumentMetadata, ...]:
        """Return what is known of the documents that a reader may see and that pass the filters, newest first."""
        with self._current() as generation:
            return generation.store.newest(groups, filters)

    def document(self, document_id: str, groups: frozenset[str] = EVERYONE) -> Document:
        """Return a document; raise KeyError where it is unknown or not for this reader."""
        with self._readable(document_id, groups) as store:
            return store.document(document_id)

    def metadata(self, document_id: str, groups: frozenset[str] = EVERYONE) -> DocumentMetadata:
        """Return what is known of a document; raise KeyError where it is unknown or not for this reader."""
        with self._readable(document_id, groups) as store:
            return store.metadata([document_id])[document_id]

    def passages(self, document_id: str, groups: frozenset[str] = EVERYONE) -> tuple[Passage, ...]:
        """Return a document's passages; raise KeyError where it is unknown or not for this reader."""
        with self._readable(document_id, groups) as store:
            return store.passages(document_id)

    def case_documents(self, case_number: str, groups: frozenset[str] = EVERYONE) -> tuple[Document, ...]:
        """Return the readable documents of a case, in whatever spelling, oldest first."""
        with self._current() as generation:
            allowed = generation.store.allowed_documents(groups)
            found = generation.store.lookup_case(case_number)
            return tuple(generation.store.document(document_id) for document_id in found if document_id in allowed)

    def case_numbers(self, groups: frozenset[str] = EVERYONE) -> tuple[str, ...]:
        """Return the case numbers of the documents that a reader may see."""
        numbers = {number for summary in self.documents(groups) for number in summary.metadata.case_numbers}
        return tuple(sorted(numbers))

    def statistics(self, groups: frozenset[str] = EVERYONE) -> Statistics:
        """Count what a reader may see."""
        with self._current() as generation:
            return generation.store.statistics(groups)

    def failures(self) -> tuple[Failure, ...]:
        """Return the files that the last re-index could not read, with the reason for each."""
        with self._current() as generation:
            return generation.store.failures()

    def source_file(self, document_id: str, groups: frozenset[str] = EVERYONE) -> Path | None:
        """Return the original file, or None where it is gone; raise KeyError like ``document``."""
        with self._current() as generation:
            metadata = generation.readable(document_id, groups)
            if not generation.manifest.source:
                return None
            root = Path(generation.manifest.source).resolve()
            path = (root / metadata.source).resolve()
            # A link may have been put in place of the file since it was indexed.
            return path if path.is_relative_to(root) and path.is_file() else None

    def close(self) -> None:
        """Let go of the generation that is open."""
        with self._lock:
            if self._generation is not None:
                self._generation.retire()
            self._generation, self._stamp = None, None

    @contextmanager
    def _readable(self, document_id: str, groups: frozenset[str]) -> Iterator[Store]:
        with self._current() as generation:
            generation.readable(document_id, groups)
            yield generation.store

    @contextmanager
    def _current(self) -> Iterator["_Generation"]:
        """Lend the current generation; it stays open until the last borrower is done."""
        generation = self._borrow()
        try:
            yield generation
        finally:
            generation.give_back()

    def _borrow(self) -> "_Generation":
        with self._lock:
            stamp = self._read_stamp()
            if self._generation is None or stamp != self._stamp:
                self._switch(stamp)
            generation = self._generation
            if generation is None:
                raise IndexBroken(f"Cannot open the index in '{self._data}'. Run `arende doctor`.")
            generation.borrow()
            return generation

    def _read_stamp(self) -> tuple[int, int] | None:
        """Return what changes when CURRENT is switched: one look at the file system a call."""
        try:
            status = (self._data / CURRENT).stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def _switch(self, stamp: tuple[int, int] | None) -> None:
        old = self._generation
        try:
            if old is not None and stamp is not None and current_generation(self._data) == old.manifest.generation:
                self._stamp = stamp
                return
            self._generation = self._open_current()
        except IndexFault:
            if old is None:
                raise
            # Whoever writes has not finished or failed: the readers keep what they have.
            return
        self._stamp = stamp
        if old is not None:
            old.retire()

    def _open_current(self) -> "_Generation":
        for attempt in range(ATTEMPTS):
            name = current_generation(self._data)
            try:
                return _Generation(self._data, name, self._settings, self._embedder)
            except IndexBroken:
                if attempt + 1 == ATTEMPTS or current_generation(self._data) == name:
                    raise
        raise IndexBroken(f"Cannot open the index in '{self._data}': it is being replaced. Try again.")


class _Generation:
    """Hold one generation open for as long as somebody reads in it."""

    def __init__(self, data: Path, name: str, settings: Settings, embedder: Embedder) -> None:
        self.manifest = read_manifest(data, name)
        if self.manifest.model_fingerprint != embedder.fingerprint:
            raise ModelFault(
                f"The index in '{data}' was built with the embedding model '{self.manifest.model}', the settings name "
                f"'{settings.embedding.model}' or other prompts. Run `arende reindex`, or restore the setting."
            )
        folder = generation_folder(data, name)
        self.store = Store(folder / STORE_FILE)
        self._words = WordIndex.open(folder / WORDS)
        self._vectors = _LateVectors(folder / VECTORS, settings.vectors.url, self.manifest.vectors)
        self._cached = CachedSentences(data / CACHE_FILE, embedder.fingerprint)
        self.sentences = SentenceVectors(self.store, self._cached, embedder, self.manifest.dimension)
        told = self.sentences if embedder.tells_parts else None
        self.retriever = Retriever(self.store, self._words, self._vectors, embedder, settings.search, told)
        self._lock = threading.Lock()
        self._borrowers = 0
        self._retired = False

    def readable(self, document_id: str, groups: frozenset[str]) -> DocumentMetadata:
        """Return a document's metadata, or raise the same KeyError for an unknown and for a closed one."""
        if not self.store.may_read(document_id, groups):
            raise KeyError(document_id)
        return self.store.metadata([document_id])[document_id]

    def borrow(self) -> None:
        """Count one more reader."""
        with self._lock:
            self._borrowers += 1

    def give_back(self) -> None:
        """Count one reader less; the last one of an old generation closes it."""
        with self._lock:
            self._borrowers -= 1
            close = self._retired and self._borrowers == 0
        if close:
            self._close()

    def retire(self) -> None:
        """Close as soon as nobody reads any more."""
        with self._lock:
            self._retired = True
            close = self._borrowers == 0
        if close:
            self._close()

    def _close(self) -> None:
        with suppress(IndexFault):
            self._vectors.close()
        self._words.close()
        self._cached.close()
        self.store.close()


class _LateVectors:
    """Open Chroma when the first vector is asked for: lookups by words or case number never wait for its import."""

    def __init__(self, path: Path, url: str | None, count: int) -> None:
        self._path = path
        self._url = url
        self._count = count
        self._lock = threading.Lock()
        self._index: VectorIndex | None = None

    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        """Return the nearest ids with their cosine, nearest first."""
        return self._open().query(vector, limit) if self._count else []

    def get(self, ids: Sequence[str]) -> dict[str, Vector]:
        """Return the vectors of those ids that have one."""
        return self._open().get(ids) if self._count else {}

    def count(self) -> int:
        """Return the number of vectors."""
        return self._count

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self._index is not None:
                self._index.close()
                self._index = None

    def _open(self) -> VectorIndex:
        with self._lock:
            if self._index is None:
                self._index = VectorIndex.open(self._path, self._url)
            return self._index
