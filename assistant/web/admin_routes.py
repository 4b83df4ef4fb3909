"""The administrator's page: state of the index, files left out, a re-index with its progress, going back, usage."""

import subprocess
import threading
from collections import deque
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute

from assistant.web.frame import message, page
from assistant.web.language import texts, told
from assistant.web.routes import route
from assistant.web.site import Site
from index.errors import IndexFault
from index.last_run import last_run

KEPT_LINES = 200
PAGE = "/admin"


class Reindexing:
    """Run one re-index at a time in a process of its own, and keep what it says."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._lines: deque[str] = deque(maxlen=KEPT_LINES)

    def start(self, command: tuple[str, ...], folder: Path) -> bool:
        """Start the command unless one is running."""
        with self._lock:
            if self.running:
                return False
            self._lines.clear()
            self._process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder, errors="replace"
            )
            threading.Thread(target=self._read, args=(self._process,), daemon=True).start()
            return True

    def _read(self, process: "subprocess.Popen[str]") -> None:
        if process.stdout is not None:
            self._lines.extend(line.rstrip() for line in process.stdout if line.strip())
            process.stdout.close()
        process.wait()

    @property
    def running(self) -> bool:
        """Tell whether a re-index is under way."""
        return self._process is not None and self._process.poll() is None

    def state(self) -> dict[str, object]:
        """Return whether it runs, how it ended, and its latest lines."""
        code = self._process.poll() if self._process is not None else None
        return {"running": self.running, "code": code, "lines": list(self._lines)[-12:]}


def admin_routes(site: Site) -> list[BaseRoute]:
    """Return the routes of administration; every one asks for the administrators' group."""
    return _AdminPages(site).routes()


class _AdminPages:
    """Show the index to those who look after it, and let them build it anew or go back."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._work = Reindexing()

    def routes(self) -> list[BaseRoute]:
        """Return a route for each page."""
        return [
            route(self._site, PAGE, self._admin_page),
            route(self._site, f"{PAGE}/lage", self._progress),
            route(self._site, f"{PAGE}/indexera", self._reindex, methods=("POST",)),
            route(self._site, f"{PAGE}/backa", self._go_back, methods=("POST",)),
        ]

    def _allowed(self, request: Request, *, writes: bool = False) -> Response | None:
        # A form on another site must not start anything here: browsers say where a request comes from.
        foreign = request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
        if not self._site.may_administer(request.headers) or (writes and foreign):
            return message(self._site, texts.NOT_ALLOWED_TITLE, texts.NOT_ALLOWED_TEXT, status=403)
        return None

    def _shown(self, request: Request, notice: str = "") -> Response:
        library = self._site.library()
        return HTMLResponse(
            page(
                self._site,
                "admin.html.j2",
                title=texts.ADMIN_TITLE,
                here=PAGE,
                admin=True,
                manifest=library.manifest,
                skipped=library.failures(),
                usage=self._site.history.usage(),
                work=self._work.state(),
                last=last_run(self._site.data),
                can_reindex=bool(self._site.reindex_command),
                notice=notice,
            )
        )

    def _admin_page(self, request: Request) -> Response:
        return self._allowed(request) or self._shown(request)

    def _progress(self, request: Request) -> Response:
        return self._allowed(request) or JSONResponse(self._work.state())

    def _reindex(self, request: Request) -> Response:
        refused = self._allowed(request, writes=True)
        if refused:
            return refused
        if self._site.reindex_command:
            self._work.start((*self._site.reindex_command, self._site.library().manifest.source), Path.cwd())
        return RedirectResponse(self._site.address(PAGE), status_code=303)

    def _go_back(self, request: Request) -> Response:
        refused = self._allowed(request, writes=True)
        if refused:
            return refused
        from index.build import rollback  # noqa: PLC0415 - reading files is a second of imports, needed here alone

        try:
            rollback(self._site.data)
        except IndexFault as fault:
            return self._shown(request, told(fault))
        return RedirectResponse(self._site.address(PAGE), status_code=303)
