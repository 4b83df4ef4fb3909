"""Killed at any instant, a re-index leaves an index that answers, and the next run succeeds."""

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from index.build import reindex
from index.generations import generations
from index.hits import Query
from index.manifest import GENERATIONS
from index.reader import CaseIndex
from index.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

RANDOM_KILLS = 30
PERSIST_KILLS = 10
SECONDS = 180

Letter = Callable[[Path, str, int, str], Path]
# Every run is a fresh process, but the imports are paid once.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["index.build", "index.vectors"])


def start(source: Path, data: Path, settings: Settings) -> BaseProcess:
    process = PROCESSES.Process(target=reindex, args=(source, data, settings))
    process.start()
    return process


def kill(process: BaseProcess) -> bool:
    """Kill the process; say whether it was still running."""
    process.kill()
    process.join()
    return process.exitcode == -signal.SIGKILL


def assert_answers(data: Path, settings: Settings, subjects: set[str]) -> None:
    """Hold that the index answers, from the old or the new state of the changing letter, with nothing lost."""
    index = CaseIndex.open(data, settings)
    assert {summary.metadata.source for summary in index.documents()} == {"fast.txt", "andra.txt", "växlar.txt"}
    manifest = index.manifest
    assert manifest.vectors == manifest.chunks
    assert index.search(Query("biblioteksbussens turlista")).hits[0].document.source == "fast.txt"
    found = next(part.metadata for part in index.documents() if part.metadata.source == "växlar.txt")
    text = index.document(found.id).text
    assert any(subject in text for subject in subjects)
    index.close()


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_kill_at_any_instant(tmp_path: Path, settings: Settings, letter: Letter) -> None:
    chance = random.Random(20310204)
    source, data = tmp_path / "källa", tmp_path / "data"
    source.mkdir()
    letter(source, "fast.txt", 1, "biblioteksbussens turlista")
    letter(source, "andra.txt", 2, "konstgräsplanen")
    letter(source, "växlar.txt", 3, "ämne0")
    reindex(source, data, settings)
    letter(source, "växlar.txt", 3, "ämne1")
    began = time.monotonic()
    process = start(source, data, settings)
    process.join(SECONDS)
    assert process.exitcode == 0
    duration = time.monotonic() - began
    whole = size(data)
    killed = 0
    for number in range(RANDOM_KILLS + PERSIST_KILLS):
        # What stands in the index is one of the states since the last run that got through.
        states = {f"ämne{earlier}" for earlier in range(number + 3)}
        letter(source, "växlar.txt", 3, f"ämne{number + 2}")
        process = start(source, data, settings)
        if number < RANDOM_KILLS:
            time.sleep(chance.uniform(0, duration))
        else:
            wait_for_vectors(data, process)
            time.sleep(chance.uniform(0, 0.4))
        killed += kill(process)
        assert_answers(data, settings, states)
        if number % 10 == 9:
            report = reindex(source, data, settings)
            assert (report.documents, report.vectors) == (3, report.chunks)
            assert_answers(data, settings, {f"ämne{number + 2}"})
            assert len(os.listdir(data / GENERATIONS)) == len(generations(data)) <= 3
            assert size(data) < 2 * whole
    assert killed > RANDOM_KILLS // 2


def wait_for_vectors(data: Path, process: BaseProcess) -> None:
    """Return when the run has begun to write vectors."""
    before = set(generations(data))
    while process.is_alive():
        new = set(os.listdir(data / GENERATIONS)) - before
        if any((data / GENERATIONS / name / "vectors" / "chroma.sqlite3").exists() for name in new):
            return
        time.sleep(0.01)
