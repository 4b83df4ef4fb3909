"""What surrounds every page: navigation, messages, the visitor's cookie, security headers, Streamlit's own page."""

import base64
import hashlib
import re
import secrets
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.language import Language, current, speak, texts
from assistant.web.render import html
from assistant.web.site import Site

VISITOR_COOKIE = "arende_besokare"
COOKIE_SECONDS = 400 * 24 * 3600

COMMON_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
PAGE_POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
# Streamlit writes its styles into the page while it runs, and keeps fonts and images in data: and blob: addresses.
STREAMLIT_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self' {hashes}; "
    "connect-src 'self'; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; form-action 'self'; "
    "base-uri 'self'; frame-ancestors 'self'"
)
# The first parts of a path that lead somewhere; everything else is a page that does not exist.
STREAMLIT_PARTS = frozenset({"_stcore", "static", "media", "component", "favicon.png", "manifest.json", "vendor"})


def navigation(site: Site, *, admin: bool = False) -> list[tuple[str, str]]:
    """Return the paths and names of the main menu."""
    links = [
        ("/", texts.NAV_CHAT),
        ("/oversikt", texts.NAV_OVERVIEW),
        ("/register", texts.NAV_REGISTER),
        ("/uppdrag", texts.NAV_OPEN),
    ]
    return [*links, ("/admin", texts.NAV_ADMIN)] if admin else links


def page(site: Site, template: str, *, title: str, here: str, admin: bool = False, **values: Any) -> str:
    """Return a whole page of a template."""
    return html(template, site=site, title=title, here=here, navigation=navigation(site, admin=admin), **values)


def message(site: Site, title: str, text: str, *, status: int) -> Response:
    """Return a page that says in plain Swedish what is wrong and what to do."""
    return HTMLResponse(page(site, "message.html.j2", title=title, here="", message=text), status_code=status)


def visitor(site: Site, request: Request) -> str:
    """Return who is visiting: the proxy's word where it vouches, else the cookie; empty for a stranger."""
    if site.settings.user_header:
        return request.headers.get(site.settings.user_header, "")
    return request.cookies.get(VISITOR_COOKIE, "")


def index_page(site: Site, request: Request) -> Response:
    """Return Streamlit's page in the visitor's language, with skip link, title, styles, and the visitor's cookie."""
    response = HTMLResponse(streamlit_page(site.settings.base_path, current()), headers={"Cache-Control": "no-cache"})
    if not site.settings.user_header and VISITOR_COOKIE not in request.cookies:
        response.set_cookie(
            VISITOR_COOKIE,
            secrets.token_urlsafe(24),
            max_age=COOKIE_SECONDS,
            path=site.settings.base_path or "/",
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
    return response


def _streamlit_source() -> str:
    return (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


@cache
def streamlit_page(base_path: str, language: Language) -> str:
    """Return Streamlit's index.html, changed to ours; the language is the visitor's, named so that each has its page."""
    source = _streamlit_source()
    title = f"<title>{texts.PAGE_TITLE}</title>"
    head = (
        f'<link rel="stylesheet" href="{base_path}/tillgangar/chatt.css">'
        f'<script src="{base_path}/tillgangar/chatt.js" defer></script></head>'
    )
    body = html("chat_frame.html.j2", base_path=base_path)
    source = source.replace('<html lang="en">', f'<html lang="{language}">', 1)
    source = re.sub(r"<title>.*?</title>", lambda _: title, source, count=1, flags=re.DOTALL)
    source = re.sub(r'<link rel="service-desc"[^>]*>', "", source)
    source = re.sub(
        r'<link rel="shortcut icon"[^>]*>', f'<link rel="icon" href="{base_path}/tillgangar/ikon.svg">', source
    )
    source = re.sub(r"<noscript>.*?</noscript>", lambda _: html("noscript.html.j2"), source, flags=re.DOTALL)
    source = source.replace("</head>", head, 1)
    return re.sub(r"<body>", lambda _: f"<body>{body}", source, count=1)


@cache
def streamlit_policy() -> str:
    """Return the content policy of the chat: its inline scripts by hash, nothing from elsewhere."""
    scripts = re.findall(r"<script>(.*?)</script>", _streamlit_source(), flags=re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return STREAMLIT_POLICY.format(hashes=" ".join(f"'sha256-{digest}'" for digest in digests))


class Guard:
    """Put security headers on every answer, and answer unknown addresses in plain words."""

    def __init__(self, app: ASGIApp, site: Site, parts: frozenset[str]) -> None:
        self._app = app
        self._site = site
        self._parts = parts | STREAMLIT_PARTS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        speak(Request(scope).cookies)
        path = self._inside(scope["path"])
        policy = streamlit_policy() if path == "/" else PAGE_POLICY
        # Streamlit's scripts and sockets need no policy of their own; a page's policy governs what it loads.
        headers = COMMON_HEADERS | {"Content-Security-Policy": policy}
        finished = False

        async def guarded_send(event: Message) -> None:
            nonlocal finished
            if finished:
                return
            if event["type"] == "http.response.start":
                if event["status"] in (400, 404, 405) and path is not None and not self._is_streamlit(path):
                    finished = not _is_html(event)
                    if finished:
                        await self._not_found(scope, receive, send, headers, event["status"])
                        return
                event = {**event, "headers": _with(event["headers"], headers)}
            await send(event)

        if path is None or path.strip("/").split("/")[0] not in self._parts | {""}:
            await self._not_found(scope, receive, send, headers, 404)
            return
        await self._app(scope, receive, guarded_send)

    def _inside(self, path: str) -> str | None:
        base = self._site.settings.base_path
        if not base:
            return path or "/"
        return (path.removeprefix(base) or "/") if path == base or path.startswith(f"{base}/") else None

    def _is_streamlit(self, path: str) -> bool:
        return path.strip("/").split("/")[0] in STREAMLIT_PARTS

    async def _not_found(
        self, scope: Scope, receive: Receive, send: Send, headers: dict[str, str], status: int
    ) -> None:
        response = message(self._site, texts.NOT_FOUND_TITLE, texts.NOT_FOUND_TEXT, status=status)
        response.headers.update(headers)
        await response(scope, receive, send)


def _is_html(event: Message) -> bool:
    return any(name == b"content-type" and value.startswith(b"text/html") for name, value in event["headers"])


def _with(present: list[tuple[bytes, bytes]], headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    added = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    names = {name for name, _ in added}
    kept = [(name, value) for name, value in present if name.lower() not in names]
    return [(name, _without_host(value) if name.lower() == b"location" else value) for name, value in kept] + added


def _without_host(address: bytes) -> bytes:
    """Return an address of ours without its host: behind a proxy that is not the name that visitors know."""
    parts = urlsplit(address.decode("latin-1"))
    # Two slashes would begin with a host again.
    return urlunsplit(parts._replace(scheme="", netloc="", path=f"/{parts.path.lstrip('/')}")).encode("latin-1")
