"""Wire a site to the real assistant of a data folder."""

import sys
from pathlib import Path

from assistant.factory import build_assistant
from assistant.history import History
from assistant.web.site import Site
from index.settings import Settings

DATA_FOLDER = Path("data")


def make_site(data: Path, settings: Settings, config: Path | None = None) -> Site:
    """Return the site of a data folder; the index is opened on first use."""
    # The same program, in a process of its own: a re-index must not weigh on those who ask.
    program = (sys.executable, "-c", "from assistant.cli import main; main()", "reindex")
    options = ("--data", str(data), *(("--config", str(config)) if config else ()))
    return Site(
        data=data,
        settings=settings.web,
        history=History(data),
        build=lambda: build_assistant(data, settings),
        reindex_command=(*program, *options),
    )


def default_site() -> Site:
    """Return the site that ``arende.toml`` and ``ARENDE_*`` describe."""
    settings = Settings.load()
    return make_site(settings.data or DATA_FOLDER, settings)
