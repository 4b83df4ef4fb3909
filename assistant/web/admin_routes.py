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
    work = Reindexing()

    def allowed(request: Request, *, writes: bool = False) -> Response | None:
        # A form on another site must not start anything here: browsers say where a request comes from.
        foreign = request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
        if not site.may_administer(request.headers) or (writes and foreign):
            return message(site, texts.NOT_ALLOWED_TITLE, texts.NOT_ALLOWED_TEXT, status=403)
        return None

    def shown(request: Request, notice: str = "") -> Response:
        library = site.library()
        return HTMLResponse(
            page(
                site,
                "admin.html.j2",
                title=texts.ADMIN_TITLE,
                here=PAGE,
                admin=True,
                manifest=library.manifest,
                skipped=library.failures(),
                usage=site.history.usage(),
                work=work.state(),
                last=last_run(site.data),
                can_reindex=bool(site.reindex_command),
                notice=notice,
            )
        )

    def admin_page(request: Request) -> Response:
        return allowed(request) or shown(request)

    def progress(request: Request) -> Response:
        return allowed(request) or JSONResponse(work.state())

    def reindex(request: Request) -> Response:
        refused = allowed(request, writes=True)
        if refused:
            return refused
        if site.reindex_command:
            work.start((*site.reindex_command, site.library().manifest.source), Path.cwd())
        return RedirectResponse(site.address(PAGE), status_code=303)

    def go_back(request: Request) -> Response:
        refused = allowed(request, writes=True)
        if refused:
            return refused
        from index.build import rollback  # noqa: PLC0415 - reading files is a second of imports, needed here alone

        try:
            rollback(site.data)
        except IndexFault as fault:
            return shown(request, told(fault))
        return RedirectResponse(site.address(PAGE), status_code=303)

    return [
        route(site, PAGE, admin_page),
        route(site, f"{PAGE}/lage", progress),
        route(site, f"{PAGE}/indexera", reindex, methods=("POST",)),
        route(site, f"{PAGE}/backa", go_back, methods=("POST",)),
    ]
