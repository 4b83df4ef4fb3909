"""Fixtures of the page tests: a site over documents in memory, and a real server over a real index."""

import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parent))

from fakes import FakeAssistant, fake_assistant

from assistant.history import History
from assistant.web.server import guard, own_routes
from assistant.web.site import Site
from index.settings import WebSettings


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
    routes = own_routes(site)
    return TestClient(Starlette(routes=routes, middleware=[guard(site, routes)]))
