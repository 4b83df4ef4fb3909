"""Fixtures of the page tests: a site over documents in memory, and a real server over a real index."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from starlette.applications import Starlette
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parent))

from browsing import CHROMIUM, PATIENCE, PERMISSIONS, opened
from fakes import FakeAssistant, fake_assistant
from server import Server, serving
from town import write_town

from assistant.history import History
from assistant.web.server import guard, own_routes
from assistant.web.site import Site
from index.settings import WebSettings

# A proxy vouches for groups; the small town is embedded without torch, whose import alone takes longer.
SETTINGS = {
    "ARENDE_WEB__GROUPS_HEADER": "x-groups",
    "ARENDE_WEB__ADMIN_GROUP": "forvaltare",
    "ARENDE_EMBEDDING__SMALL_BATCH": "100000",
}


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


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("town")
    town = Server("", folder / "handlingar", folder / "data")
    write_town(town.source)
    town.reindex()
    with serving(town, SETTINGS) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """Hold one browser profile for all tests: the scripts of the page are fetched and compiled once."""
    made = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=PERMISSIONS, reduced_motion="reduce"
    )
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture
def context(profile: BrowserContext) -> Iterator[BrowserContext]:
    """Return the profile as a new visitor's."""
    profile.clear_cookies()
    yield profile
    profile.set_extra_http_headers({})
    for page in profile.pages:
        page.close()


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Page:
    return opened(context, server.url)
