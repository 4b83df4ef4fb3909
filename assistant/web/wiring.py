"""Wire a site to the real assistant of a data folder."""

import ctypes
import gc
import logging
import sqlite3
import sys
import time
from contextlib import suppress
from pathlib import Path

from assistant.history import History
from assistant.web.site import Asker, Current, Site
from index.hits import EVERYONE, Query
from index.settings import Settings
from ingest.errors import ArendeError

DATA_FOLDER = Path("data")
WARMING_WORDS = "beslut"
SETTLING_SECONDS = 60
TIDYING_SECONDS = 5
FORGETTING_SECONDS = 3600
# M_ARENA_MAX of malloc.h.
ARENA_MAX = -8
log = logging.getLogger(__name__)


def make_site(data: Path, settings: Settings, config: Path | None = None) -> Site:
    """Return the site of a data folder; the index is opened on first use."""
    # The same program, in a process of its own: a re-index must not weigh on those who ask.
    program = (sys.executable, "-c", "from assistant.cli import main; main()", "reindex")
    options = ("--data", str(data), *(("--config", str(config)) if config else ()))
    return Site(
        data=data,
        settings=settings.web,
        history=History(data),
        build=lambda: _assistant(data, settings),
        reindex_command=(*program, *options),
        convert=(lambda file: _as_pdf(file, settings)) if settings.ingest.office_conversion else None,
    )


def _assistant(data: Path, settings: Settings) -> Asker:
    # Half a second of rules and readers: the server answers before, and they come beside its first page.
    from assistant.factory import build_assistant  # noqa: PLC0415

    return build_assistant(data, settings)


def _as_pdf(file: Path, settings: Settings) -> bytes:
    from ingest.office import convert_to_pdf  # noqa: PLC0415 - needed once for each office file that is looked at

    return convert_to_pdf(file, file.name, settings.ingest)


def current() -> Site:
    """Return the site that ``serve`` set up, or one from the settings where the script was started by itself."""
    if Current.site is None:
        settings = Settings.load()
        Current.site = make_site(settings.data or DATA_FOLDER, settings)
    return Current.site


def warm(site: Site) -> None:
    """Open the index and load the models of questions, so that the first visitor need not wait for them."""
    # Loads onnxruntime: beside the first page, not before it.
    from assistant.cross_encoder import trained_cross_encoder, trained_reranker  # noqa: PLC0415

    try:
        site.overview(EVERYONE)
        index = site.asker().index
        index.search(Query(WARMING_WORDS))
        trained_cross_encoder()
        trained_reranker()
        index.read_ahead()
    except ArendeError as fault:
        # Whoever comes first is told on the page; a server without an index is still a server.
        log.warning("Nothing to prepare before the first question: %s", fault)


def attend(site: Site) -> None:
    """Prepare the site, then look after its memory and its old conversations for as long as the server lives.

    Streamlit would search all of it after every run of the script, which took half the processor's time under load.
    But each run leaves an event loop with its open files behind, which only a search lets go of.
    """
    warm(site)
    while True:
        forget(site)
        for _ in range(FORGETTING_SECONDS // SETTLING_SECONDS):
            settle_memory()
            for _ in range(SETTLING_SECONDS // TIDYING_SECONDS):
                time.sleep(TIDYING_SECONDS)
                tidy_memory()


def forget(site: Site) -> None:
    """Remove the conversations whose time is out; a server may run for months."""
    try:
        site.history.forget_older_than(site.settings.retention_days)
    except sqlite3.Error as fault:
        # Nobody waits for this, and an hour later it is tried again.
        log.warning("Old conversations stay for now: %s", fault)


def settle_memory() -> None:
    """Free what has died among all that was set apart, and set the rest apart again."""
    gc.unfreeze()
    tidy_memory()


def share_memory() -> None:
    """Let threads share their free memory, before there are any: each run is a new one, and the C library keeps some for each.

    2,000 questions left 100 MB behind so, and none when it is shared.
    """
    with suppress(OSError, TypeError, AttributeError):
        # Only glibc has this.
        ctypes.CDLL(None).mallopt(ARENA_MAX, 2)


def tidy_memory() -> None:
    """Free what has died among what is new, and set the rest apart, so that the next search need not look at it."""
    gc.collect()
    gc.freeze()
