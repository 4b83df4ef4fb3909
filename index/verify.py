"""Check a generation before readers see it, in a process of its own: `python -m index.verify FOLDER`.

It begins when its standard input ends. A damaged Chroma folder can make the reading process write without end, so the process may write little.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import IndexBroken
from index.generations import VECTORS, WORDS
from index.lexical import WordIndex
from index.manifest import MANIFEST_FILE
from index.store import STORE_FILE, Store
from index.vectors import VectorIndex
from ingest.errors import ArendeError

MOST_FILE_BYTES = 256 * 1024 * 1024
SECONDS = 900
SAMPLES = 20


def verify(folder: Path, url: str | None) -> None:
    """Raise IndexBroken where the generation fails its checks."""
    with checker(folder, url) as begin:
        begin()


@contextmanager
def checker(folder: Path, url: str | None) -> Iterator[Callable[[], None]]:
    """Start the process that checks a generation, and lend what lets it begin: it loads while the last is written."""
    command = [sys.executable, "-m", "index.verify", str(folder), *([url] if url else [])]
    # From the folder of this package, so that the process finds it wherever the command was started.
    home = Path(__file__).resolve().parent.parent
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=home, stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe, text=True)

    def begin() -> None:
        try:
            _, told = process.communicate("", timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise IndexBroken(f"The new index in '{folder}' was not checked within {SECONDS} s. Run again.") from error
        if process.returncode != 0:
            reason = (told.strip().splitlines() or [f"exit code {process.returncode}"])[-1].rstrip(".")
            raise IndexBroken(f"The new index in '{folder}' failed its check: {reason}. The old one stays. Run again.")

    try:
        yield begin
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def check(folder: Path, url: str | None) -> None:
    """Open everything, count, and look some of it up."""
    manifest = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
    store = Store(folder / STORE_FILE)
    store.check()
    counts = store.counts()
    words = WordIndex.open(folder / WORDS)
    vectors = VectorIndex.open(folder / VECTORS, url)
    found = {**counts, "words": words.count(), "vectors": vectors.count()}
    expected = {name: manifest[name] for name in ("documents", "passages", "chunks", "vectors")}
    expected["words"] = manifest["chunks"]
    wrong = {name: (expected[name], found[name]) for name in expected if expected[name] != found[name]}
    if wrong:
        raise IndexBroken(f"counts differ (expected, found): {wrong}")
    ids = store.chunk_ids()
    sample = ids[:: max(1, len(ids) // SAMPLES)]
    known = vectors.get(sample)
    if manifest["vectors"] == manifest["chunks"] and len(known) != len(sample):
        raise IndexBroken(f"{len(sample) - len(known)} of {len(sample)} chunks have no vector")
    for chunk_id, vector in known.items():
        # A cosine of one with itself: the graph leads back to what it holds (a twin may stand before it).
        nearest = vectors.query(vector, 1)
        if not nearest or nearest[0][1] < 0.99:
            raise IndexBroken(f"the vector of '{chunk_id}' is not found again")
    vectors.close()
    words.close()
    store.close()


def main(arguments: list[str]) -> int:
    """Check the folder named; print what is wrong."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_FILE_BYTES, MOST_FILE_BYTES))
    sys.stdin.read()
    try:
        check(Path(arguments[0]), arguments[1] if len(arguments) > 1 else None)
    except ArendeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
