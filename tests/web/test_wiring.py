"""What a run of the page leaves behind is set apart at once and freed after some runs."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from assistant.web import wiring


class Cycle:
    """Refer to itself, so that only a search through the memory frees it."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_a_run_made_is_set_apart_and_freed_after_some_runs() -> None:
    wiring.settle_memory()
    watched = weakref.ref(Cycle())
    for _ in range(wiring.RUNS_BETWEEN_SETTLINGS):
        gc.freeze()
        gc.collect()
        assert watched() is not None
    for _ in range(wiring.RUNS_BETWEEN_SETTLINGS):
        wiring.set_apart()
    assert watched() is None


def test_nothing_new_is_left_for_the_next_search(monkeypatch: pytest.MonkeyPatch) -> None:
    wiring.set_apart()
    before = gc.get_freeze_count()
    kept = [Cycle() for _ in range(100)]
    monkeypatch.setattr(wiring, "_RUNS", iter([1]))
    wiring.set_apart()
    assert gc.get_freeze_count() >= before + len(kept)
