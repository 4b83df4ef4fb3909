"""What the runs of the page leave behind is freed every few seconds, without a search through all that lives long."""

import gc
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing

import pytest

from assistant.history import FILE_NAME
from assistant.web import wiring
from assistant.web.server import options
from assistant.web.site import Site


class Cycle:
    """Refer to itself, so that only a search through the memory frees it."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_a_run_left_behind_is_freed_soon() -> None:
    wiring.tidy_memory()
    left = weakref.ref(Cycle())
    wiring.tidy_memory()
    assert left() is None


def test_what_lived_long_and_died_is_freed_when_all_is_searched() -> None:
    kept = Cycle()
    wiring.tidy_memory()
    known = weakref.ref(kept)
    del kept
    wiring.tidy_memory()
    # Set apart, it costs no search of what is new.
    assert known() is not None
    wiring.settle_memory()
    assert known() is None


def test_old_conversations_are_forgotten_and_a_locked_file_stops_nothing(site: Site) -> None:
    old, new = (site.history.start("anna", title) for title in ("gammalt", "nytt"))
    file = site.data / "data" / FILE_NAME
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE conversations SET changed = '2020-01-01' WHERE id = ?", (old,))
    wiring.forget(site)
    assert [each.id for each in site.history.conversations("anna")] == [new]
    file.write_bytes(b"no database" * 1000)
    wiring.forget(site)


def test_streamlit_leaves_memory_to_the_site_and_asks_no_other_host(site: Site) -> None:
    chosen = options(site, "0.0.0.0", 0)
    assert chosen["runner.postScriptGC"] is False
    assert (chosen["logger.hideWelcomeMessage"], chosen["browser.gatherUsageStats"]) == (True, False)
