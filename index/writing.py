"""Write one generation from a base and a difference: its truth, its words, its manifest; vectors follow by `filling`."""

import datetime as dt
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from index.chunks import Chunk, chunks
from index.embedding import Embedder
from index.errors import IndexBroken, NoIndex
from index.filling import Filling, clear_others
from index.generations import WORDS, copy_store, copy_words, new_generation, start_generation
from index.lexical import WordIndex
from index.manifest import (
    Manifest,
    corpus_fingerprint,
    current_generation,
    package_versions,
    read_manifest,
    reading_fingerprint,
    words_fingerprint,
)
from index.plan import Known, Plan
from index.progress import News, Notice, Progress
from index.settings import Settings
from index.store import STORE_FILE, Store
from index.store_writer import StoreWriter
from index.word_fields import WordEntry
from ingest.documents import Document, Failure


@dataclass(frozen=True, slots=True)
class Base:
    """Hold the generation that a build starts from."""

    manifest: Manifest
    folder: Path
    known: Known


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what reading gave and what embedding cost."""

    indexed: tuple[str, ...]
    failures: tuple[Failure, ...]
    embedded: int
    cached: int
    embedding_seconds: float


class Writing:
    """Build one generation from a base and a difference."""

    def __init__(
        self, data: Path, source: str, settings: Settings, progress: Progress, base: Base | None, embedder: Embedder
    ) -> None:
        self._data = data
        self._source = source
        self._settings = settings
        self._progress = progress
        self._base = base
        self._embedder = embedder

    def same_engines(self, manifest: Manifest) -> bool:
        """Say whether words and vectors of a generation are what this run would make."""
        same_model = manifest.model_fingerprint == self._embedder.fingerprint and manifest.vectors_complete
        return same_model and manifest.words_fingerprint == words_fingerprint()

    def run(self, documents: Iterable[Document | Failure], plan: Plan) -> tuple[Manifest, Outcome]:
        """Write truth and words, then vectors; publish, and return what is current now."""
        previous = _rollback_target(self._data)
        self._progress.start("read", len(plan.read))
        # The process that reads takes a second to start; meanwhile room is made and the truth copied.
        with ThreadPoolExecutor(1) as beside:
            making = beside.submit(self._begun, previous)
            rest = iter(documents)
            first = list(islice(rest, 1))
            folder = making.result()
        generation = folder.name
        indexed, failures = self._write_truth(folder, chain(first, rest), plan)
        self._write_words(folder, plan, indexed)
        manifest = self._manifest(generation, folder, plan, failures, previous)
        filling = Filling(self._data, self._settings, self._embedder, self._progress)
        manifest = filling.publish_all(manifest, self._base.folder if self._base else None)
        paths = tuple(indexed.values())
        outcome = Outcome(paths, failures, filling.embedded, filling.cached, filling.seconds)
        return manifest, outcome

    def _begun(self, previous: str) -> Path:
        """Return the folder of a new generation, with the truth of the one it builds on."""
        clear_others(self._data, {_current_or_none(self._data), previous}, self._settings.vectors.url)
        folder = start_generation(self._data, new_generation())
        if self._base:
            copy_store(self._base.folder, folder)
        return folder

    def _write_truth(
        self, folder: Path, documents: Iterable[Document | Failure], plan: Plan
    ) -> tuple[dict[str, str], tuple[Failure, ...]]:
        """Return path by id of the documents written, and every failure."""
        writer = StoreWriter(folder / STORE_FILE)
        writer.delete(plan.outdated)
        indexed: dict[str, str] = {}
        failures = list(plan.failures)
        for document in documents:
            self._progress.advance(1)
            if isinstance(document, Failure):
                failures.append(document)
                continue
            writer.add(document, chunks(document))
            indexed[document.metadata.id] = document.metadata.source
        failures.sort(key=lambda failure: failure.path)
        writer.set_files(plan.files, failures, plan.sidecars)
        writer.close()
        return indexed, tuple(failures)

    def _write_words(self, folder: Path, plan: Plan, indexed: Mapping[str, str]) -> None:
        store = Store(folder / STORE_FILE)
        reuse = self._base is not None and self._base.manifest.words_fingerprint == words_fingerprint()
        if reuse and self._base:
            copy_words(self._base.folder, folder)
            words = WordIndex.open(folder / WORDS)
            words.delete_documents([*plan.outdated, *indexed])
            wanted: Iterable[str] = indexed
        else:
            words = WordIndex.create(folder / WORDS)
            wanted = store.document_ids()
        ids = list(wanted)
        self._progress.start("words", len(ids))
        for document_id in ids:
            words.add(_entries(store, document_id))
            self._progress.advance(1)
        words.commit()
        words.close()
        store.close()

    def _manifest(
        self, generation: str, folder: Path, plan: Plan, failures: tuple[Failure, ...], previous: str
    ) -> Manifest:
        store = Store(folder / STORE_FILE)
        counts = store.counts()
        store.close()
        if not counts["documents"] and plan.files:
            self._progress.say(Notice(News.NOTHING_READABLE))
        return Manifest(
            generation=generation,
            built_at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            source=self._source,
            documents=counts["documents"],
            passages=counts["passages"],
            chunks=counts["chunks"],
            vectors=0,
            skipped=len(failures),
            corpus_fingerprint=corpus_fingerprint(plan.files),
            reading_fingerprint=reading_fingerprint(self._settings),
            words_fingerprint=words_fingerprint(),
            model=self._settings.embedding.model,
            model_fingerprint=self._embedder.fingerprint,
            dimension=self._embedder.dimension,
            previous=previous,
            versions=package_versions(),
        )


def _entries(store: Store, document_id: str) -> list[WordEntry]:
    metadata = store.metadata([document_id])[document_id]
    people = tuple(person.name for person in metadata.people)

    def entry(chunk: Chunk) -> WordEntry:
        return WordEntry(
            chunk_id=chunk.id,
            document_id=document_id,
            text=chunk.text,
            context=chunk.context,
            heading=chunk.heading,
            title=metadata.title,
            case_numbers=metadata.case_numbers,
            board=metadata.board,
            people=people,
        )

    return [entry(chunk) for chunk in store.document_chunks(document_id)]


def _current_or_none(data: Path) -> str:
    try:
        return current_generation(data)
    except (NoIndex, IndexBroken):
        return ""


def _rollback_target(data: Path) -> str:
    """Return the generation to go back to after the next switch: the current one where it is whole."""
    current = _current_or_none(data)
    if not current:
        return ""
    try:
        manifest = read_manifest(data, current)
    except IndexBroken:
        return ""
    # Words published ahead of their vectors are no state to go back to.
    return current if manifest.vectors_complete or not manifest.previous else manifest.previous
