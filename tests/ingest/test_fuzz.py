"""Damaged files: each ends as blocks or as a named failure, never as a crash or a hang."""

import random
from pathlib import Path
from time import monotonic

import pytest

from ingest.documents import Failure
from ingest.errors import IngestError
from ingest.layout import blocks
from ingest.pipeline import read_documents, scan_folder
from ingest.read import read_raw
from ingest.settings import IngestSettings
from tests.ingest.made_files import minutes, word_file

SETTINGS = IngestSettings(workers=1, ocr=False, office_conversion=False, seconds_per_file=30)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the data cut short, with flipped bits, or with parts swapped."""
    kind = chance.choice(("cut", "flip", "swap"))
    if kind == "cut":
        return data[: chance.randrange(1, len(data))]
    changed = bytearray(data)
    if kind == "flip":
        for _ in range(chance.randrange(1, 60)):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        return bytes(changed)
    first, second = sorted(chance.sample(range(len(data)), 2))
    length = min(chance.randrange(1, 400), second - first, len(data) - second)
    changed[first : first + length], changed[second : second + length] = (
        data[second : second + length],
        data[first : first + length],
    )
    return bytes(changed)


def sources(folder: Path) -> tuple[tuple[str, bytes], ...]:
    return (".pdf", minutes()), (".docx", word_file(folder / "hel.docx").read_bytes())


def test_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(7)
    kinds = sources(tmp_path)
    for number in range(40):
        suffix, data = kinds[number % 2]
        path = tmp_path / f"skadad{suffix}"
        path.write_bytes(damaged(data, chance))
        started = monotonic()
        message = path.name
        try:
            blocks(read_raw(path, path.name, SETTINGS))
        except IngestError as error:
            message = str(error)
        assert path.name in message
        assert monotonic() - started < 30


@pytest.mark.slow
def test_five_hundred_damaged_files_are_each_accounted_for(tmp_path: Path) -> None:
    chance = random.Random(11)
    source = tmp_path / "källa"
    source.mkdir()
    kinds = sources(tmp_path)
    for number in range(500):
        suffix, data = kinds[number % 2]
        (source / f"{number:03}{suffix}").write_bytes(damaged(data, chance))
    files = scan_folder(source).files
    results = list(read_documents(source, files, SETTINGS, {}))
    assert len(results) == len(files) == 500
    refused = [result for result in results if isinstance(result, Failure)]
    assert 0 < len(refused) < 500
    assert not [failure for failure in refused if failure.reason == "timeout"]
