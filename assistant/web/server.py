"""Serve the chat and its routes as one ASGI application."""

import importlib.util
import logging
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from assistant.web.admin_routes import admin_routes
from assistant.web.case_routes import case_routes
from assistant.web.export_routes import export_routes
from assistant.web.frame import Guard, message
from assistant.web.language import texts
from assistant.web.listing_routes import listing_routes
from assistant.web.render import html
from assistant.web.routes import reader_routes
from assistant.web.site import Current, Site

LIGHT = {
    "primaryColor": "#0b5780",
    "backgroundColor": "#ffffff",
    "secondaryBackgroundColor": "#f3f6f8",
    "textColor": "#17202a",
    "linkColor": "#0b5780",
}
DARK = {
    "primaryColor": "#8ccaf2",
    "backgroundColor": "#12181d",
    "secondaryBackgroundColor": "#1a2229",
    "textColor": "#e6ecf1",
    "linkColor": "#8ccaf2",
}
log = logging.getLogger(__name__)
FONT = "'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'DejaVu Sans', sans-serif"


def application(site: Site, attend: Callable[[Site], None]) -> st.App:
    """Return the application: own routes before Streamlit's, guarded by one middleware, attended to while it serves."""
    Current.site = site
    routes = own_routes(site)

    def fault(request: Request, error: Exception) -> Response:
        return message(site, texts.FAULT_TITLE, texts.FAULT_TEXT, status=500)

    return st.App(
        script(),
        routes=routes,
        middleware=[guard(site, routes)],
        on_script_error=show_fault,
        exception_handlers={500: fault},
        lifespan=lambda _: _attended(site, attend),
    )


@asynccontextmanager
async def _attended(site: Site, attend: Callable[[Site], None]) -> AsyncIterator[None]:
    """Attend to the site in a thread of its own, but not before the server can answer: the first page waits for nothing."""
    threading.Thread(target=attend, args=(site,), daemon=True).start()
    yield


def show_fault(error: Exception) -> bool:
    """Say in Swedish that the page failed; what failed stands in the log, never on the page."""
    log.error("The page failed", exc_info=error)
    st.html(html("notice.html.j2", text=texts.PAGE_FAULT, title=""))
    return True


def own_routes(site: Site) -> list[BaseRoute]:
    """Return every route beside the chat."""
    groups = (reader_routes, listing_routes, case_routes, export_routes, admin_routes)
    return [route for made in groups for route in made(site)]


def guard(site: Site, routes: Sequence[BaseRoute]) -> Middleware:
    """Return the middleware that knows which addresses lead somewhere."""
    inside = [getattr(route, "path", "").removeprefix(site.settings.base_path) for route in routes]
    return Middleware(Guard, site=site, parts=frozenset(path.strip("/").split("/")[0] for path in inside))


def script() -> Path:
    """Return the page script, wherever the product is installed."""
    found = importlib.util.find_spec("app")
    if found is None or found.origin is None:
        raise FileNotFoundError("app.py is not installed beside the packages. Install the product again.")
    return Path(found.origin)


def options(site: Site, host: str, port: int) -> dict[str, Any]:
    """Return Streamlit's settings: nothing sent home, no tools for developers, our colours."""
    chosen: dict[str, Any] = {
        "server.address": host,
        "server.port": port,
        "server.headless": True,
        "server.baseUrlPath": site.settings.base_path,
        "server.fileWatcherType": "none",
        "server.showEmailPrompt": False,
        "server.maxUploadSize": 1,
        "server.enableAgentApi": False,
        "browser.gatherUsageStats": False,
        # See wiring.attend.
        "runner.postScriptGC": False,
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.showSidebarNavigation": False,
        "logger.level": "warning",
        # It is English, and on a public address it asks another host which address that is.
        "logger.hideWelcomeMessage": True,
        "theme.font": FONT,
        "theme.headingFont": FONT,
        "theme.baseRadius": "6px",
    }
    for mode, colours in (("light", LIGHT), ("dark", DARK)):
        chosen |= {f"theme.{mode}.{name}": value for name, value in colours.items()}
    return chosen


def serve(site: Site, host: str, port: int, attend: Callable[[Site], None]) -> None:
    """Serve until interrupted."""
    application(site, attend).run(config=options(site, host, port))
