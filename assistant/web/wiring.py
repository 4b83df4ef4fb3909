"""Wire a site to the real assistant of a data folder."""

from pathlib import Path

from assistant.factory import build_assistant
from assistant.history import History
from assistant.web.site import Site
from index.settings import Settings

DATA_FOLDER = Path("data")


def make_site(data: Path, settings: Settings) -> Site:
    """Return the site of a data folder; the index is opened on first use."""
    return Site(
        data=data,
        settings=settings.web,
        history=History(data),
        build=lambda: build_assistant(data, settings),
    )


def default_site() -> Site:
    """Return the site that ``arende.toml`` and ``ARENDE_*`` describe."""
    settings = Settings.load()
    return make_site(settings.data or DATA_FOLDER, settings)
