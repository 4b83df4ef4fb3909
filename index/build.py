"""Build a generation beside the current one, check it, and switch: readers never see half an index."""

import datetime as dt
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.chunks import Chunk, chunks
from index.embedding import Embedder, open_embedder
from index.errors import BadFolder, IndexBroken, NoEarlier, NoIndex, SourceGone
from index.filling import Filling, clear_others
from index.generations import (
    WORDS,
    copy_store,
    copy_words,
    generations,
    new_generation,
    start_generation,
    writer_lock,
)
from index.last_run import LastRun, keep_last_run
from index.lexical import WordEntry, WordIndex
from index.manifest import (
    Manifest,
    corpus_fingerprint,
    current_generation,
    generation_folder,
    package_versions,
    read_manifest,
    reading_fingerprint,
    switch_current,
    words_fingerprint,
)
from index.plan import NOTHING_KNOWN, Known, Plan, make_plan, sidecar_fingerprint
from index.progress import News, Notice, Progress, Silent
from index.settings import Settings
from index.store import STORE_FILE, Store
from index.store_writer import StoreWriter
from ingest.documents import Document, Failure
from ingest.pipeline import read_documents, scan_folder
from ingest.sidecar import load as load_sidecars


@dataclass(frozen=True, slots=True)
class ReindexReport:
    """Say what a re-index did. Paths are relative to the source folder."""

    generation: str
    changed: bool
    indexed: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    skipped: tuple[Failure, ...]
    documents: int
    passages: int
    chunks: int
    vectors: int
    # Passages whose vector was computed in this run, and those taken from the cache.
    embedded: int
    cached: int
    embedding_seconds: float
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Base:
    """Hold the generation that a build starts from."""

    manifest: Manifest
    folder: Path
    known: Known


def reindex(
    source: Path,
    data: Path,
    settings: Settings,
    progress: Progress | None = None,
    *,
    full: bool = False,
    embedder: Embedder | None = None,
) -> ReindexReport:
    """Bring the index in line with a folder of files; ``full`` reads every file again.

    ``embedder`` stands in for the one that the settings name (measurements of everything but embedding).
    """
    progress = progress or Silent()
    started = time.monotonic()
    _check_folders(source, data)
    with writer_lock(data):
        base = _base(data)
        same_reading = base is not None and base.manifest.reading_fingerprint == reading_fingerprint(settings)
        known = base.known if base and same_reading and not full else NOTHING_KNOWN
        progress.start("scan", 0)
        before = base.known.files if base and same_reading else {}
        scan = scan_folder(source, settings.ingest, tuple(before.values()))
        if base and base.known.documents and not scan.files:
            raise SourceGone(
                source,
                f"'{source}' holds no readable file, but {len(base.known.documents)} documents are indexed. "
                "Is the folder mounted? Delete the data folder to start anew.",
            )
        sidecars = load_sidecars(source)
        plan = make_plan(scan, {path: sidecar_fingerprint(sidecar) for path, sidecar in sidecars.items()}, known)
        embedder = embedder or open_embedder(settings.embedding, data)
        usable = base if known is not NOTHING_KNOWN else None
        build = _Build(data, str(source.resolve()), settings, progress, usable, embedder)
        if base and known is not NOTHING_KNOWN and not plan.changes(known) and build.same_engines(base.manifest):
            clear_others(data, {base.manifest.generation, base.manifest.previous}, settings.vectors.url)
            return _kept(data, _unchanged(base.manifest, plan, started))
        documents = read_documents(source, plan.read, settings.ingest, sidecars) if plan.read else iter(())
        manifest, outcome = build.run(documents, plan)
        return _kept(data, _report(manifest, outcome, plan, base, started))


def index_documents(
    documents: Iterable[Document], data: Path, settings: Settings, progress: Progress | None = None
) -> ReindexReport:
    """Build an index of documents made elsewhere (a benchmark, a test) in place of what the data folder holds."""
    started = time.monotonic()
    with writer_lock(data):
        build = _Build(data, "", settings, progress or Silent(), None, open_embedder(settings.embedding, data))
        plan = Plan((), {}, (), (), (), (), (), ())
        manifest, outcome = build.run(documents, plan)
        return _report(manifest, outcome, plan, None, started)


def rollback(data: Path) -> Manifest:
    """Make the generation before the current one current; return its manifest."""
    with writer_lock(data):
        current = current_generation(data)
        earlier = [name for name in generations(data) if name < current]
        try:
            wanted = read_manifest(data, current).previous
        except IndexBroken:
            wanted = ""
        target = wanted if wanted in earlier else (earlier[-1] if earlier else "")
        if not target:
            raise NoEarlier(f"There is no earlier generation in '{data}' to go back to. Run `arende reindex`.")
        manifest = read_manifest(data, target)
        switch_current(data, target)
        return manifest


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Hold what reading gave and what embedding cost."""

    indexed: tuple[str, ...]
    failures: tuple[Failure, ...]
    embedded: int
    cached: int
    embedding_seconds: float


class _Build:
    """Build one generation from a base and a difference."""

    def __init__(
        self, data: Path, source: str, settings: Settings, progress: Progress, base: _Base | None, embedder: Embedder
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

    def run(self, documents: Iterable[Document | Failure], plan: Plan) -> tuple[Manifest, _Outcome]:
        """Write truth and words, then vectors; publish, and return what is current now."""
        previous = _rollback_target(self._data)
        clear_others(self._data, {_current_or_none(self._data), previous}, self._settings.vectors.url)
        generation = new_generation()
        folder = start_generation(self._data, generation)
        indexed, failures = self._write_truth(folder, documents, plan)
        self._write_words(folder, plan, indexed)
        manifest = self._manifest(generation, folder, plan, failures, previous)
        filling = Filling(self._data, self._settings, self._embedder, self._progress)
        manifest = filling.publish_all(manifest, self._base.folder if self._base else None)
        paths = tuple(indexed.values())
        outcome = _Outcome(paths, failures, filling.embedded, filling.cached, filling.seconds)
        return manifest, outcome

    def _write_truth(
        self, folder: Path, documents: Iterable[Document | Failure], plan: Plan
    ) -> tuple[dict[str, str], tuple[Failure, ...]]:
        """Return path by id of the documents written, and every failure."""
        if self._base:
            copy_store(self._base.folder, folder)
        writer = StoreWriter(folder / STORE_FILE)
        writer.delete(plan.outdated)
        indexed: dict[str, str] = {}
        failures = list(plan.failures)
        self._progress.start("read", len(plan.read))
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


def _check_folders(source: Path, data: Path) -> None:
    if not source.is_dir():
        detail = f"Cannot index '{source}': it is no folder. Name the folder that holds the case documents."
        raise SourceGone(source, detail)
    if data.resolve().is_relative_to(source.resolve()):
        detail = f"The data folder '{data}' lies inside the source folder '{source}'. Choose another --data."
        raise BadFolder(data, detail)


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


def _base(data: Path) -> _Base | None:
    """Return the current generation to build on, or None where there is none that can be used."""
    try:
        generation = current_generation(data)
        manifest = read_manifest(data, generation)
        folder = generation_folder(data, generation)
        store = Store(folder / STORE_FILE)
        known = Known(store.files(), store.sidecars(), store.sources(), {part.path: part for part in store.failures()})
        store.close()
    except (NoIndex, IndexBroken):
        # A damaged index is built anew; the cache still holds its vectors.
        return None
    return _Base(manifest, folder, known)


def _kept(data: Path, report: ReindexReport) -> ReindexReport:
    """Leave the counts of a run beside the index, and return its report."""
    counts = {name: len(getattr(report, name)) for name in ("indexed", "removed", "moved", "skipped")}
    ended = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    run = LastRun(
        ended, report.generation, report.changed, unchanged=report.unchanged, seconds=report.seconds, **counts
    )
    keep_last_run(data, run)
    return report


def _unchanged(manifest: Manifest, plan: Plan, started: float) -> ReindexReport:
    outcome = _Outcome((), plan.failures, 0, 0, 0.0)
    return _report(manifest, outcome, plan, None, started, changed=False)


def _report(
    manifest: Manifest, outcome: _Outcome, plan: Plan, base: _Base | None, started: float, *, changed: bool = True
) -> ReindexReport:
    indexed = set(outcome.indexed)
    removed = plan.removed
    if base and not plan.unchanged and not plan.removed:
        # Everything was read again: what is gone shows only against the generation before.
        present = {file.path for file in plan.files}
        removed = tuple(sorted(path for path in base.known.documents if path not in present))
    return ReindexReport(
        generation=manifest.generation,
        changed=changed,
        indexed=tuple(sorted(indexed)),
        unchanged=len(plan.unchanged),
        removed=tuple(sorted(removed)),
        moved=plan.moved,
        skipped=outcome.failures,
        documents=manifest.documents,
        passages=manifest.passages,
        chunks=manifest.chunks,
        vectors=manifest.vectors,
        embedded=outcome.embedded,
        cached=outcome.cached,
        embedding_seconds=round(outcome.embedding_seconds, 2),
        seconds=round(time.monotonic() - started, 2),
    )
