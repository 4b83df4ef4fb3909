"""Keep office files as PDF, converted when somebody first looks at a page of one."""

import hashlib
import logging
import threading
from collections.abc import Callable
from pathlib import Path

from ingest.errors import IngestError

Convert = Callable[[Path], bytes]

# A few hundred pages of everyday letters; the oldest go first.
KEPT_FILES = 200
# Others who wait for the same converter give up, rather than fill every thread of the server.
WAIT_SECONDS = 60.0
log = logging.getLogger(__name__)


class ConvertedPages:
    """Convert one file at a time and keep what came out; a file that cannot be converted is not tried again."""

    def __init__(self, folder: Path, convert: Convert | None) -> None:
        self._folder = folder
        self._convert = convert
        self._lock = threading.Lock()
        self._failed: set[str] = set()

    @property
    def possible(self) -> bool:
        """Tell whether files can be converted here."""
        return self._convert is not None

    def pdf(self, original: Path) -> Path | None:
        """Return the file as a PDF, or None where there is none to be had in time."""
        try:
            stamp = original.stat()
        except OSError:
            return None
        key = hashlib.sha256(f"{original}|{stamp.st_mtime_ns}|{stamp.st_size}".encode()).hexdigest()[:24]
        kept = self._folder / f"{key}.pdf"
        if kept.is_file():
            return kept
        if self._convert is None or key in self._failed or not self._lock.acquire(timeout=WAIT_SECONDS):
            return None
        try:
            return kept if kept.is_file() or self._made(original, kept, self._convert) else None
        finally:
            self._lock.release()

    def _made(self, original: Path, kept: Path, convert: Convert) -> bool:
        try:
            pages = convert(original)
        except IngestError as fault:
            log.warning("No page images: %s", fault)
            self._failed.add(kept.stem)
            return False
        self._folder.mkdir(parents=True, exist_ok=True)
        # Written beside and moved, so that another process never reads half a file.
        unfinished = kept.with_suffix(f".{threading.get_ident()}.part")
        unfinished.write_bytes(pages)
        unfinished.replace(kept)
        oldest_first = sorted(self._folder.glob("*.pdf"), key=lambda file: file.stat().st_mtime)
        for old in oldest_first[:-KEPT_FILES]:
            old.unlink(missing_ok=True)
        return True
