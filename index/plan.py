"""Compare a source folder with the current generation: what to read, keep and remove. Pure."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.documents import Failure, FolderScan, SourceFile
from ingest.errors import SkipReason

# A file that took too long may have met a busy machine: it is tried again, however little it has changed.
FLEETING = frozenset({SkipReason.TIMEOUT.value})


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what the current generation knows of the source folder."""

    files: Mapping[str, SourceFile]
    sidecars: Mapping[str, str]
    # Document id by path.
    documents: Mapping[str, str]
    failures: Mapping[str, Failure]


NOTHING_KNOWN = Known({}, {}, {}, {})


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold the difference between a source folder and the current generation."""

    files: tuple[SourceFile, ...]
    sidecars: Mapping[str, str]
    read: tuple[SourceFile, ...]
    unchanged: tuple[str, ...]
    # Ids of documents whose file is gone or will be read again.
    outdated: tuple[str, ...]
    # Paths of documents that are no longer in the folder, without those that only moved.
    removed: tuple[str, ...]
    # (old path, new path) of a file with the same content.
    moved: tuple[tuple[str, str], ...]
    # Failures of this scan, and earlier ones of files that did not change.
    failures: tuple[Failure, ...]

    def changes(self, known: Known) -> bool:
        """Say whether the index has to change at all."""
        same_failures = {failure.path: failure for failure in self.failures} == dict(known.failures)
        return bool(self.read or self.outdated) or not same_failures


def make_plan(scan: FolderScan, sidecars: Mapping[str, str], known: Known) -> Plan:
    """Return what has to be read again and what may stay."""
    now = {file.path: file for file in scan.files}
    # A file that could not be opened is not unchanged: it may have been the reader's rights.
    unreadable = {failure.path for failure in scan.failures}

    def same(file: SourceFile) -> bool:
        before = known.files.get(file.path)
        beside = sidecars.get(file.path, "") == known.sidecars.get(file.path, "")
        failed = known.failures.get(file.path)
        settled = file.path in known.documents or (failed is not None and failed.reason not in FLEETING)
        return before is not None and before.sha256 == file.sha256 and beside and settled

    read = tuple(file for file in scan.files if not same(file))
    reading = {file.path for file in read}
    gone = [path for path in known.documents if path not in now]
    moved = _moved(gone, read, known)
    moved_from = {old for old, _ in moved}
    kept_failures = [known.failures[path] for path in now if path in known.failures and path not in reading]
    return Plan(
        files=scan.files,
        sidecars={path: sidecars.get(path, "") for path in now},
        read=read,
        unchanged=tuple(path for path in now if path not in reading and path in known.documents),
        outdated=tuple(known.documents[path] for path in known.documents if path not in now or path in reading),
        removed=tuple(path for path in gone if path not in moved_from and path not in unreadable),
        moved=moved,
        failures=tuple(sorted((*scan.failures, *kept_failures), key=lambda failure: failure.path)),
    )


def _moved(gone: list[str], read: tuple[SourceFile, ...], known: Known) -> tuple[tuple[str, str], ...]:
    """Pair files that disappeared with new files of the same content."""
    by_content: dict[str, list[str]] = {}
    for path in gone:
        if path in known.files:
            by_content.setdefault(known.files[path].sha256, []).append(path)
    pairs = []
    for file in read:
        if file.path not in known.files and by_content.get(file.sha256):
            pairs.append((by_content[file.sha256].pop(0), file.path))
    return tuple(pairs)


def sidecar_fingerprint(sidecar: object) -> str:
    """Return a hash over what the registrar says of a file."""
    return hashlib.sha256(repr(sidecar).encode()).hexdigest()[:16]
