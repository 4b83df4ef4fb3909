"""Fixtures of the page tests: a site over documents in memory, and a real server over a real index."""

import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parent))

from fakes import FakeAssistant, fake_assistant

from assistant.history import History
from assistant.web.export_routes import export_routes
from assistant.web.frame import Guard
from assistant.web.listing_routes import listing_routes
from assistant.web.routes import reader_routes
from assistant.web.site import Site
from index.settings import WebSettings

PARTS = frozenset(
    {"handling", "halsa", "redo", "tillgangar", "oversikt", "register", "register.csv", "register.xlsx", "samtal"}
)


@pytest.fixture
def assistant(tmp_path: Path) -> FakeAssistant:
    return fake_assistant(tmp_path)


@pytest.fixture
def site(tmp_path: Path, assistant: FakeAssistant) -> Site:
    settings = WebSettings(groups_header="x-groups", admin_group="forvaltare")
    return Site(tmp_path, settings, History(tmp_path / "data"), lambda: assistant)


@pytest.fixture
def client(site: Site) -> TestClient:
    return client_of(site)


def client_of(site: Site) -> TestClient:
    """Return a client of the site's own routes, without Streamlit."""
    routes = [*reader_routes(site), *listing_routes(site), *export_routes(site)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Guard, site=site, parts=PARTS)]))
