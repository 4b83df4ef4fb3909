"""Build a generation beside the current one, check it, and switch: readers never see half an index."""

import datetime as dt
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.embedding import Embedder, open_embedder
from index.errors import BadFolder, IndexBroken, NoEarlier, NoIndex, SourceGone
from index.filling import clear_others
from index.generations import (
    generations,
    writer_lock,
)
from index.last_run import LastRun, keep_last_run
from index.manifest import (
    Manifest,
    current_generation,
    generation_folder,
    read_manifest,
    reading_fingerprint,
    switch_current,
)
from index.plan import NOTHING_KNOWN, Known, Plan, make_plan, sidecar_fingerprint
from index.progress import Progress, Silent
from index.settings import Settings
from index.store import STORE_FILE, Store
from index.writing import Base, Outcome, Writing
from ingest.documents import Document, Failure
from ingest.pipeline import read_documents, scan_folder
from ingest.sidecar import load_sidecars


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
        scan = scan_folder(source, tuple(before.values()))
        if base and base.known.documents and not scan.files:
            raise SourceGone(
                source,
                f"'{source}' holds no readable file, but {len(base.known.documents)} documents are indexed. "
                "Is the folder mounted? Delete the data folder to start anew.",
            )
        sidecars = load_sidecars(source).by_path
        plan = make_plan(scan, {path: sidecar_fingerprint(sidecar) for path, sidecar in sidecars.items()}, known)
        embedder = embedder or open_embedder(settings.embedding, data)
        usable = base if known is not NOTHING_KNOWN else None
        writing = Writing(data, str(source.resolve()), settings, progress, usable, embedder)
        if base and known is not NOTHING_KNOWN and not plan.changes(known) and writing.same_engines(base.manifest):
            clear_others(data, {base.manifest.generation, base.manifest.previous}, settings.vectors.url)
            return _kept(data, _unchanged(base.manifest, plan, started))
        documents = read_documents(source, plan.read, settings.ingest, sidecars) if plan.read else iter(())
        manifest, outcome = writing.run(documents, plan)
        return _kept(data, _report(manifest, outcome, plan, base, started))


def index_documents(
    documents: Iterable[Document], data: Path, settings: Settings, progress: Progress | None = None
) -> ReindexReport:
    """Build an index of documents made elsewhere (a benchmark, a test) in place of what the data folder holds."""
    started = time.monotonic()
    with writer_lock(data):
        writing = Writing(data, "", settings, progress or Silent(), None, open_embedder(settings.embedding, data))
        plan = Plan((), {}, (), (), (), (), (), ())
        manifest, outcome = writing.run(documents, plan)
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


def _check_folders(source: Path, data: Path) -> None:
    if not source.is_dir():
        detail = f"Cannot index '{source}': it is no folder. Name the folder that holds the case documents."
        raise SourceGone(source, detail)
    if data.resolve().is_relative_to(source.resolve()):
        detail = f"The data folder '{data}' lies inside the source folder '{source}'. Choose another --data."
        raise BadFolder(data, detail)


def _base(data: Path) -> Base | None:
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
    return Base(manifest, folder, known)


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
    outcome = Outcome((), plan.failures, 0, 0, 0.0)
    return _report(manifest, outcome, plan, None, started, changed=False)


def _report(
    manifest: Manifest, outcome: Outcome, plan: Plan, base: Base | None, started: float, *, changed: bool = True
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
