"""Examine what the product needs on this machine, and the state of an index."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from index.cache import CACHE_FILE, CachedSentences
from index.embedding import open_embedder
from index.errors import IndexFault, NoIndex
from index.generations import generations
from index.manifest import current_generation, generation_folder, read_manifest, words_fingerprint
from index.sentence_vectors import content_key
from index.settings import EMBEDDED_MODEL, Settings
from index.store import STORE_FILE, Store
from index.verify import verify
from ingest.errors import ArendeError

LEAST_FREE_BYTES = 2 * 1024**3
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold one check: what was looked at, whether it is sound, and what to do where it is not.

    ``needed`` is False for what only some documents or settings need.
    """

    name: str
    ok: bool
    detail: str
    needed: bool = True


def examine(data: Path | None, settings: Settings) -> tuple[Finding, ...]:
    """Return a finding for everything the product leans on."""
    checks: list[Callable[[], Finding]] = [
        _python,
        _sqlite,
        lambda: _package("chromadb"),
        lambda: _package("tantivy"),
        lambda: _package("sentence-transformers"),
        lambda: _model(settings, data),
        lambda: _program("tesseract", "scanned pages cannot be read; install tesseract-ocr", needed=False),
        _swedish_ocr,
        lambda: _program("soffice", "DOC, DOCX and ODT get no pages; install libreoffice", needed=False),
    ]
    if data is not None:
        checks += [lambda: _disk(data), lambda: _index(data, settings)]
    return tuple(check() for check in checks)


def _python() -> Finding:
    text = ".".join(map(str, sys.version_info[:3]))
    return Finding("python", sys.version_info >= (3, 11), f"{text} (3.11 or later is needed)")


def _sqlite() -> Finding:
    sound = sqlite3.sqlite_version_info >= (3, 35)
    return Finding("sqlite", sound, f"{sqlite3.sqlite_version} (3.35 or later is needed)")


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, "not installed. Run `make venv`.")


def _model(settings: Settings, data: Path | None) -> Finding:
    if settings.embedding.model != EMBEDDED_MODEL:
        folder = Path(settings.embedding.model).expanduser()
        where = "a local folder" if folder.is_dir() else "a hub name, loaded when it is used"
        return Finding("embedding model", True, f"{settings.embedding.model} ({where})")
    try:
        embedder = open_embedder(settings.embedding, data or Path("."))
        length = len(embedder.queries(["Vad beslutade nämnden?"])[0])
        return Finding("embedding model", length == embedder.dimension, f"multilingual-e5-small, {length} dimensions")
    except ArendeError as error:
        return Finding("embedding model", False, str(error))


def _program(name: str, consequence: str, *, needed: bool) -> Finding:
    path = shutil.which(name)
    return Finding(name, path is not None, path or f"not found: {consequence}", needed)


def _swedish_ocr() -> Finding:
    name = "tesseract languages"
    try:
        done = subprocess.run(
            ["tesseract", "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return Finding(name, False, "unknown: tesseract does not run", needed=False)
    languages = set(done.stdout.split())
    missing = [language for language in ("swe", "eng") if language not in languages]
    detail = f"missing {', '.join(missing)}; install tesseract-ocr-swe" if missing else "swe, eng"
    return Finding(name, not missing, detail, needed=False)


def _disk(data: Path) -> Finding:
    existing = next(folder for folder in (data.resolve(), *data.resolve().parents) if folder.exists())
    free = shutil.disk_usage(existing).free
    return Finding("disk", free > LEAST_FREE_BYTES, f"{free / 1024**3:.1f} GB free for '{data}' (2 GB are needed)")


def _index(data: Path, settings: Settings) -> Finding:
    try:
        name = current_generation(data)
        manifest = read_manifest(data, name)
        verify(generation_folder(data, name), settings.vectors.url)
    except NoIndex as error:
        return Finding("index", False, str(error))
    except IndexFault as error:
        return Finding("index", False, str(error))
    remarks = []
    if not manifest.vectors_complete:
        remarks.append(f"{manifest.chunks - manifest.vectors} passages without a vector; run `arende reindex`")
    if manifest.model_fingerprint != open_embedder(settings.embedding, data).fingerprint:
        return Finding("index", False, f"built with another embedding model ({manifest.model}); run `arende reindex`")
    if manifest.vectors_complete and _sentences_lost(data, settings, name):
        remarks.append(f"sentences' vectors in '{CACHE_FILE}' are lost; run `arende reindex --full`")
    if manifest.words_fingerprint != words_fingerprint():
        remarks.append("words indexed by another version; run `arende reindex`")
    detail = f"{name} of {manifest.built_at}: {manifest.documents} documents, {manifest.chunks} chunks, "
    detail += f"{manifest.skipped} files skipped, {len(generations(data))} generations"
    return Finding("index", True, "; ".join([detail, *remarks]))


def _sentences_lost(data: Path, settings: Settings, generation: str) -> bool:
    """Tell whether a model that tells sentences has no vectors for those of some chunk."""
    embedder = open_embedder(settings.embedding, data)
    with closing(Store(generation_folder(data, generation) / STORE_FILE)) as store:
        keys = {content_key(chunk_id) for chunk_id in store.chunk_ids()}
    with closing(CachedSentences(data / CACHE_FILE, embedder.fingerprint)) as cached:
        return embedder.tells_parts and len(cached.of(keys)) < len(keys)
