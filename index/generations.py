"""Make, copy and clear generations, under a lock that only one process holds."""

import datetime as dt
import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import BadFolder, IndexLocked
from index.manifest import GENERATIONS, MANIFEST_FILE, generation_folder
from index.store import STORE_FILE

LOCK_FILE = "writer.lock"
WORDS = "words"
VECTORS = "vectors"
# What tantivy rewrites in place or locks; every other file of it is written once and can be shared by hard link.
NOT_LINKED = (".lock", "meta.json", ".managed.json")


@contextmanager
def writer_lock(data: Path) -> Iterator[None]:
    """Hold the writer's lock; the system takes it back when the process ends, however it ends."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        file = (data / LOCK_FILE).open("a+", encoding="utf-8")
    except OSError as error:
        detail = f"Cannot write in the data folder '{data}': {error}. Check --data and its rights."
        raise BadFolder(data, detail) from error
    with file:
        try:
            # lockf, not flock: reading processes forked from here must not inherit the lock.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise IndexLocked(
                f"Another re-index of '{data}' is running (process {holder}). Wait for it to end and run again."
            ) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def new_generation() -> str:
    """Return a name that sorts by time and never comes twice."""
    now = dt.datetime.now(dt.UTC)
    return f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"


def start_generation(data: Path, generation: str) -> Path:
    """Make the empty folder of a generation."""
    folder = generation_folder(data, generation)
    folder.mkdir(parents=True)
    return folder


def copy_store(old: Path, new: Path) -> None:
    """Copy the truth of a generation to one that is being made."""
    shutil.copyfile(old / STORE_FILE, new / STORE_FILE)


def copy_words(old: Path, new: Path) -> None:
    """Copy the word index; its segments never change, so they are shared."""
    (new / WORDS).mkdir()
    for file in (old / WORDS).iterdir():
        if file.name.endswith(".lock"):
            continue
        target = new / WORDS / file.name
        if file.name.endswith(NOT_LINKED):
            shutil.copyfile(file, target)
            continue
        try:
            os.link(file, target)
        except OSError:
            # Not every file system knows hard links.
            shutil.copyfile(file, target)


def copy_vectors(old: Path, new: Path) -> None:
    """Copy the vectors: Chroma changes its files in place."""
    shutil.copytree(old / VECTORS, new / VECTORS)


def generations(data: Path) -> list[str]:
    """Return the names of the finished generations, oldest first."""
    folder = data / GENERATIONS
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if (path / MANIFEST_FILE).is_file())


def remove_others(data: Path, keep: set[str]) -> list[str]:
    """Delete every generation but these, and what an interrupted run left behind; return their names."""
    folder = data / GENERATIONS
    removed = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name in keep:
            continue
        # The manifest first: a half-deleted generation must not look finished.
        with suppress(OSError):
            (path / MANIFEST_FILE).unlink(missing_ok=True)
        shutil.rmtree(path, ignore_errors=True)
        removed.append(path.name)
    for leftover in data.glob(".CURRENT.*"):
        leftover.unlink(missing_ok=True)
    return removed
