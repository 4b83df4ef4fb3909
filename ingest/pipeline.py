"""A folder of files → documents and failures, each file read in a process of its own limits."""

import hashlib
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from time import monotonic

from ingest.documents import Document, Failure, FolderScan, SourceFile
from ingest.errors import NEEDS_MEMORY, NO_PERMISSION, ArendeError, IngestError, SkipReason
from ingest.force import with_force
from ingest.layout import blocks
from ingest.metadata import describe
from ingest.read import read_raw
from ingest.settings import IngestSettings
from ingest.sidecar import TABLE, Sidecar
from ingest.structure import passages

_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini", "license", "readme", "readme.md", "license.txt"))


def scan_folder(source: Path, known: Sequence[SourceFile] = ()) -> FolderScan:
    """Return the files of a folder in a fixed order; those known with the same size and time are not read again."""
    before = {file.path: file for file in known}
    root = source.resolve()
    files: list[SourceFile] = []
    failures: list[Failure] = []
    for place, relative in _walk(source, failures):
        try:
            files.append(_source_file(place, relative, root, before.get(relative)))
        except IngestError as error:
            failures.append(_failure(error))
    files.sort(key=lambda file: file.path)
    failures.sort(key=lambda failure: failure.path)
    return FolderScan(tuple(files), tuple(failures))


def _walk(source: Path, failures: list[Failure]) -> Iterator[tuple[str, str]]:
    """Yield the place of each file, and the path it goes by."""

    def unreadable(error: OSError) -> None:
        folder = Path(error.filename).relative_to(source).as_posix() if error.filename else "."
        detail = "permission denied for the folder. Give the account that runs the re-index the right to read it."
        failures.append(_failure(IngestError(folder, SkipReason.NO_PERMISSION, detail)))

    for folder, subfolders, names in os.walk(source, onerror=unreadable):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        present = set(names)
        # Once a folder: a path object for each of many thousand files takes longer than looking at them.
        before = Path(folder).relative_to(source).as_posix()
        for name in sorted(names):
            if not _left_out(name, present):
                yield os.path.join(folder, name), name if before == "." else f"{before}/{name}"


def _left_out(name: str, present: set[str]) -> bool:
    """Tell whether a file is no document: hidden, a lock file, a sidecar or the system's own."""
    if (
        name.startswith((".", "~$", "~lock"))
        or name.casefold() in _SYSTEM_FILES
        or name.endswith(("~", ".tmp", ".part"))
    ):
        return True
    return name.casefold() == TABLE or (name.endswith(".json") and name[: -len(".json")] in present)


def _source_file(place: str, relative: str, root: Path, known: SourceFile | None) -> SourceFile:
    try:
        status = os.lstat(place)
        if stat.S_ISLNK(status.st_mode):
            if not Path(place).resolve(strict=True).is_relative_to(root):
                detail = "it is a link that leads out of the source folder. Put the file itself in the folder."
                raise IngestError(relative, SkipReason.OUTSIDE_SOURCE, detail)
            status = os.stat(place)
        if not stat.S_ISREG(status.st_mode):
            detail = "it is no ordinary file. Put a copy of the file in the folder."
            raise IngestError(relative, SkipReason.UNSUPPORTED, detail)
        if known and known.size == status.st_size and known.modified_ns == status.st_mtime_ns:
            return known
        return SourceFile(relative, status.st_size, status.st_mtime_ns, _sha256(Path(place)))
    except PermissionError as error:
        raise IngestError(relative, SkipReason.NO_PERMISSION, NO_PERMISSION) from error
    except (OSError, RuntimeError) as error:
        detail = "it cannot be opened: a broken link, or the disk reports an error. Check the file and run again."
        raise IngestError(relative, SkipReason.BROKEN, detail) from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_document(source: Path, file: SourceFile, settings: IngestSettings, sidecar: Sidecar | None = None) -> Document:
    """Read one file all the way: pages, blocks, passages, metadata, force."""
    raw = read_raw(source / file.path, file.path, settings)
    text, found = passages(blocks(raw))
    if not found:
        detail = "nothing but running heads or page numbers was found in it. Check that the right file was saved."
        raise IngestError(file.path, SkipReason.NO_TEXT, detail)
    metadata = describe(file, raw, text, found, sidecar, settings)
    return Document(metadata, text, with_force(found, metadata.kind))


def read_documents(
    source: Path, files: Sequence[SourceFile], settings: IngestSettings, sidecars: Mapping[str, Sidecar]
) -> Iterator[Document | Failure]:
    """Yield a document or a failure for each file, in the order given; a crash or hang costs only its own file.

    ``sidecars`` are those of the folder, by the path of the file they describe.
    """
    waiting = [*reversed(list(enumerate(files)))]
    done: dict[int, Document | Failure] = {}
    position = 0
    workers = [_Worker(source, settings, sidecars) for _ in range(min(settings.workers, len(files)))]
    try:
        while position < len(files):
            for worker in workers:
                # Far ahead of the reader's pace nothing is gained but memory lost.
                if worker.idle and waiting and len(done) < 8 * len(workers):
                    worker.start(*waiting.pop())
            for worker in workers:
                worker.collect(done, settings)
            while position in done:
                yield done.pop(position)
                position += 1
            busy = [worker.connection for worker in workers if not worker.idle]
            if busy and position not in done:
                wait(busy, timeout=0.5)
    finally:
        for worker in workers:
            worker.stop()


@dataclass(frozen=True, slots=True)
class _Task:
    """Hold the file a worker reads, and when it began."""

    position: int
    file: SourceFile
    began: float


class _Worker:
    """Run one reading process, replaced when it dies or takes too long."""

    def __init__(self, source: Path, settings: IngestSettings, sidecars: Mapping[str, Sidecar]) -> None:
        self._orders = (source, settings)
        self._sidecars = sidecars
        self._task: _Task | None = None
        self._spawn()

    @property
    def idle(self) -> bool:
        """Tell whether the process waits for a file."""
        return self._task is None

    def start(self, position: int, file: SourceFile) -> None:
        """Give the process a file to read."""
        self._task = _Task(position, file, monotonic())
        try:
            self.connection.send((file, self._sidecars.get(file.path)))
        except OSError:
            # It died between two files; a new one takes over.
            self._replace()
            self.connection.send((file, self._sidecars.get(file.path)))

    def collect(self, done: dict[int, Document | Failure], settings: IngestSettings) -> None:
        """Take the result if there is one, or note why there will be none."""
        task = self._task
        if task is None:
            return
        try:
            if self.connection.poll():
                done[task.position] = self.connection.recv()
                self._task = None
                return
        except (EOFError, OSError):
            detail = "reading it crashed the reader. Open and save it again, or convert it to PDF."
            self._give_up(done, task, SkipReason.CRASHED, detail)
            return
        if monotonic() - task.began > settings.seconds_per_file:
            limit = settings.seconds_per_file
            detail = f"reading took more than seconds_per_file ({limit}). Raise the limit or split it."
            self._give_up(done, task, SkipReason.TIMEOUT, detail)

    def stop(self) -> None:
        """End the process and what it started."""
        self.connection.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _give_up(self, done: dict[int, Document | Failure], task: _Task, reason: SkipReason, detail: str) -> None:
        done[task.position] = _failure(IngestError(task.file.path, reason, detail))
        self._task = None
        self._replace()

    def _replace(self) -> None:
        self.stop()
        self._spawn()

    def _spawn(self) -> None:
        # A program of its own: a fork would copy the caller's threads, a spawn would run the caller's script again.
        ours, theirs = socket.socketpair()
        descriptor = theirs.fileno()
        command = [sys.executable, "-m", "ingest.worker", str(descriptor)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self._process = subprocess.Popen(
            command, pass_fds=(descriptor,), env=environment, stdin=subprocess.DEVNULL, start_new_session=True
        )
        theirs.close()
        self.connection = Connection(ours.detach())
        self.connection.send(self._orders)


def outcome(source: Path, file: SourceFile, settings: IngestSettings, sidecar: Sidecar | None) -> Document | Failure:
    """Read one file; whatever goes wrong becomes a failure that names it."""
    try:
        return read_document(source, file, settings, sidecar)
    except IngestError as error:
        return _failure(error)
    except ArendeError as error:
        return Failure(file.path, SkipReason.BROKEN.value, str(error))
    except MemoryError:
        return _failure(IngestError(file.path, SkipReason.TOO_LARGE, NEEDS_MEMORY))
    except Exception as error:
        # The last line of defence: an unforeseen fault in one file must name that file and let the others through.
        detail = f"the reader failed on it ({type(error).__name__}: {error}). Report this with the file's name."
        return _failure(IngestError(file.path, SkipReason.CRASHED, detail))


def _failure(error: IngestError) -> Failure:
    return Failure(error.path, error.reason.value, str(error))
