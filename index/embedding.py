"""Turn questions and passages into vectors of unit length.

Two engines, one set of weights: questions and a few passages are embedded by onnxruntime (loads in half a second, no
torch), passages in bulk by torch. Any other model, by hub name or folder, runs by sentence-transformers for both.
"""

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from index.fine_tuning import fine_tuning_fingerprint
from index.model_folder import model_folder
from index.parts import Parts
from index.settings import EMBEDDED_MODEL, EmbeddingSettings
from index.weights import PROMPTS, weights_file, weights_fingerprint

Vector = NDArray[np.float32]
Progress = Callable[[int, int], None]

EMBEDDED_DIMENSION = 384
REMEMBERED_QUESTIONS = 512
# About what the model reads at once; a pasted document as a question would take a minute and say no more.
QUESTION_CHARACTERS = 2000
MODELS_FOLDER = "models"


class Embedded(NamedTuple):
    """Hold the vectors of passages (passages, dimension), and of the parts of each (parts, dimension) or of none."""

    passages: Vector
    parts: Sequence[Vector]


class Embedder(Protocol):
    """Embed with one model; ``fingerprint`` names the model and its prompts."""

    @property
    def fingerprint(self) -> str:
        """Name model and prompts: vectors of different fingerprints never meet."""

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""

    @property
    def tells_parts(self) -> bool:
        """Say whether parts of a passage get vectors of their own."""

    def queries(self, texts: Sequence[str]) -> Vector:
        """Return one row of unit length for each question."""

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vector:
        """Return one row of unit length for each passage; ``progress`` hears (done, total)."""

    def with_parts(self, texts: Sequence[str], parts: Parts, progress: Progress | None = None) -> Embedded:
        """Return the vectors of passages and of parts of each, given as characters, where the model can tell them."""


def open_embedder(settings: EmbeddingSettings, data: Path) -> Embedder:
    """Return the embedder that the settings name; nothing heavy is loaded before it is used."""
    if settings.model == EMBEDDED_MODEL:
        return EmbeddedModel(settings, settings.models_folder or data / MODELS_FOLDER)
    return NamedModel(settings)


class _Remembered:
    """Remember the vectors of the latest questions: follow-ups and page reruns ask the same again."""

    def __init__(self, embed: Callable[[Sequence[str]], Vector]) -> None:
        self._embed = embed
        self._known: OrderedDict[str, Vector] = OrderedDict()
        self._lock = threading.Lock()

    def queries(self, texts: Sequence[str], dimension: int) -> Vector:
        texts = [text[:QUESTION_CHARACTERS] for text in texts]
        with self._lock:
            found = {text: self._known[text] for text in texts if text in self._known}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found.update(zip(missing, self._embed(missing), strict=True))
        with self._lock:
            for text in texts:
                self._known[text] = found[text]
                self._known.move_to_end(text)
            while len(self._known) > REMEMBERED_QUESTIONS:
                self._known.popitem(last=False)
        return np.stack([found[text] for text in texts]) if texts else np.zeros((0, dimension), np.float32)


class EmbeddedModel:
    """Run multilingual-e5-small, fine-tuned, from the weights that the product carries."""

    def __init__(self, settings: EmbeddingSettings, models: Path) -> None:
        self._settings = settings
        self._models = models
        self._query_prompt = PROMPTS["query"] if settings.query_prompt is None else settings.query_prompt
        self._passage_prompt = PROMPTS["passage"] if settings.passage_prompt is None else settings.passage_prompt
        self._few: Any = None
        self._bulk: Any = None
        self._lock = threading.Lock()
        self._remembered = _Remembered(self._embed_queries)

    @property
    def fingerprint(self) -> str:
        """Name the weights and the prompts."""
        name = f"{weights_fingerprint(weights_file())}+{fine_tuning_fingerprint()}"
        return _fingerprint(name, self._query_prompt, self._passage_prompt)

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return EMBEDDED_DIMENSION

    @property
    def tells_parts(self) -> bool:
        """Say whether parts of a passage get vectors of their own: it was fine-tuned for that."""
        return True

    def queries(self, texts: Sequence[str]) -> Vector:
        """Return one row of unit length for each question."""
        return self._remembered.queries(texts, self.dimension)

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vector:
        """Return one row of unit length for each passage."""
        return self.with_parts(texts, [()] * len(texts), progress).passages

    def with_parts(self, texts: Sequence[str], parts: Parts, progress: Progress | None = None) -> Embedded:
        """Return the vectors of passages and of parts of each: the means of their hidden states."""
        before = len(self._passage_prompt)
        prompted = [self._passage_prompt + text for text in texts]
        moved = [[(start + before, end + before) for start, end in spans] for spans in parts]
        if len(texts) < self._settings.small_batch and self._bulk is None:
            if progress:
                progress(len(texts), len(texts))
            return Embedded(*self._load_few().embed(prompted, moved))
        return Embedded(*self._load_bulk().embed(prompted, moved, progress))

    def _embed_queries(self, texts: Sequence[str]) -> Vector:
        vectors: Vector = self._load_few().embed([self._query_prompt + text for text in texts])[0]
        return vectors

    def _load_few(self) -> Any:
        with self._lock:
            if self._few is None:
                # Half a second: loaded with the first question, not with the page.
                from index.few import few_embedder  # noqa: PLC0415

                self._few = few_embedder()
        return self._few

    def _load_bulk(self) -> Any:
        with self._lock:
            if self._bulk is None:
                _share_the_cores()
                # Seconds of import and 0.5 GB: only a re-index that has passages to embed pays for torch.
                from index.bulk import BulkEmbedder  # noqa: PLC0415

                self._bulk = BulkEmbedder(model_folder(self._models), self._settings.threads)
        return self._bulk


class NamedModel:
    """Run a model of a hub or a local folder by sentence-transformers."""

    def __init__(self, settings: EmbeddingSettings) -> None:
        self._settings = settings
        self._model: Any = None
        self._lock = threading.Lock()
        self._remembered = _Remembered(self._embed_queries)

    @property
    def fingerprint(self) -> str:
        """Name the model, what its folder holds, and the prompts."""
        folder = Path(self._settings.model).expanduser()
        name = _folder_fingerprint(folder) if folder.is_dir() else self._settings.model
        return _fingerprint(name, self._settings.query_prompt or "", self._settings.passage_prompt or "")

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return int(self._load().dimension)

    @property
    def tells_parts(self) -> bool:
        """Say whether parts of a passage get vectors of their own: a model's way of averaging is its own matter."""
        return False

    def queries(self, texts: Sequence[str]) -> Vector:
        """Return one row of unit length for each question."""
        return self._remembered.queries(texts, 0)

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vector:
        """Return one row of unit length for each passage."""
        vectors: Vector = self._load().encode(texts, "passage", self._settings.passage_prompt, progress)
        return vectors

    def with_parts(self, texts: Sequence[str], parts: Parts, progress: Progress | None = None) -> Embedded:
        """Return the vectors of passages; such a model was not trained to tell a part of what it reads."""
        del parts
        return Embedded(self.passages(texts, progress), ())

    def _embed_queries(self, texts: Sequence[str]) -> Vector:
        vectors: Vector = self._load().encode(texts, "query", self._settings.query_prompt, None)
        return vectors

    def _load(self) -> Any:
        with self._lock:
            if self._model is None:
                _share_the_cores()
                # Seconds of import: only who chose such a model pays for it.
                from index.bulk import NamedEncoder  # noqa: PLC0415

                self._model = NamedEncoder(self._settings.model, self._settings.threads)
        return self._model


def _share_the_cores() -> None:
    """Let waiting threads sleep; must come before a library with OpenMP is loaded.

    They spin otherwise, and on a machine with other work a question takes seconds instead of 50 ms (measured).
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")


def _fingerprint(model: str, query_prompt: str, passage_prompt: str) -> str:
    digest = hashlib.sha256("\0".join((model, query_prompt, passage_prompt)).encode()).hexdigest()[:12]
    return f"{model}:{digest}"


def _folder_fingerprint(folder: Path) -> str:
    """Return the folder's name with a hash over its files: names and sizes, and the small files' content."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        size = file.stat().st_size
        digest.update(f"{file.relative_to(folder).as_posix()}\0{size}\0".encode())
        with file.open("rb") as content:
            digest.update(content.read(1_000_000))
    return f"{folder.name}@{digest.hexdigest()[:12]}"
