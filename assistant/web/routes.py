"""The routes beside the chat: reader, page images, originals, exports, health. Every one asks as the visitor."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from assistant.web.converted import ConvertedPages
from assistant.web.frame import COOKIE_SECONDS, index_page, message, page
from assistant.web.language import LANGUAGE_COOKIE, Language, texts
from assistant.web.pages import NoSuchPage, PageImages, has_pages
from assistant.web.reader_view import parts, runs
from assistant.web.render import STATIC
from assistant.web.site import Groups, Site
from assistant.web.wording import written_date
from index.errors import IndexFault
from ingest.documents import Document, DocumentMetadata

# Sizes an original may be shown at before its image is loaded, so that the page does not jump.
IMAGE_WIDTH = 900
PAGES_FOLDER = "pages"
Handler = Callable[[Request], Response]


def reader_routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the reader, the chat's own page and the health checks."""
    return _ReaderPages(site).routes()


class _ReaderPages:
    """Show documents, their pages and originals, the chat's own page, and the health checks."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._images = PageImages()
        self._converted = ConvertedPages(site.data / PAGES_FOLDER, site.convert)

    def routes(self) -> list[BaseRoute]:
        """Return a route for each page."""
        return [
            route(self._site, "/", self._start),
            route(self._site, "/sprak/{language:str}", self._choose_language),
            route(self._site, "/handling/{document_id:str}", self._reader),
            route(self._site, "/handling/{document_id:str}/sida/{number:int}.png", self._page_image),
            route(self._site, "/handling/{document_id:str}/original", self._original),
            route(self._site, "/halsa", self._health),
            route(self._site, "/redo", self._ready),
            Mount(self._site.address("/tillgangar"), StaticFiles(directory=STATIC), name="tillgangar"),
        ]

    def _start(self, request: Request) -> Response:
        return index_page(self._site, request)

    def _reader(self, request: Request) -> Response:
        identifier = request.path_params["document_id"]
        groups = self._site.groups(request.headers)
        library = self._site.library()
        try:
            document = library.document(identifier, groups)
        except KeyError:
            return message(self._site, texts.DOCUMENT_GONE_TITLE, texts.DOCUMENT_GONE_TEXT, status=404)
        original = library.source_file(identifier, groups)
        return HTMLResponse(
            page(
                self._site,
                "reader.html.j2",
                title=document.metadata.title,
                here="",
                metadata=document.metadata,
                parts=parts(runs(document.passages, document.metadata)),
                facts=facts(document.metadata),
                case_documents=case_of(self._site, document, groups),
                address=self._site.document_address(identifier),
                has_original=original is not None and original.is_file(),
                has_images=has_images(document.metadata, original, self._converted),
                image_size=image_size(document.metadata),
            )
        )

    def _page_image(self, request: Request) -> Response:
        identifier, number = request.path_params["document_id"], request.path_params["number"]
        try:
            original = self._site.library().source_file(identifier, self._site.groups(request.headers))
            if original is None:
                raise NoSuchPage(number)
            file = original if has_pages(original) else self._converted.pdf(original)
            if file is None:
                raise NoSuchPage(number)
            drawn = self._images.png(file, number)
        except (KeyError, NoSuchPage):
            return message(self._site, texts.PAGE_GONE_TITLE, texts.PAGE_GONE_TEXT, status=404)
        return Response(drawn, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})

    def _original(self, request: Request) -> Response:
        identifier = request.path_params["document_id"]
        try:
            file = self._site.library().source_file(identifier, self._site.groups(request.headers))
        except KeyError:
            return message(self._site, texts.DOCUMENT_GONE_TITLE, texts.DOCUMENT_GONE_TEXT, status=404)
        if file is None or not file.is_file():
            return message(self._site, texts.ORIGINAL_GONE_TITLE, texts.ORIGINAL_GONE_TEXT, status=404)
        # As an attachment: a document's own markup must never run in this site's name.
        return FileResponse(file, filename=file.name, content_disposition_type="attachment")

    def _health(self, request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    def _ready(self, request: Request) -> Response:
        try:
            manifest = self._site.library().manifest
        except IndexFault as fault:
            return JSONResponse({"status": "not_ready", "reason": type(fault).__name__}, status_code=503)
        return JSONResponse({"status": "ready", "generation": manifest.generation})

    def _choose_language(self, request: Request) -> Response:
        if request.path_params["language"] not in list(Language):
            return message(self._site, texts.NOT_FOUND_TITLE, texts.NOT_FOUND_TEXT, status=404)
        # Back to the page that the choice was made on: its path alone, never another host's.
        came_from = urlsplit(request.headers.get("referer", ""))
        path = came_from.path if came_from.path.startswith(self._site.address("/")) else self._site.address("/")
        back = f"/{path.lstrip('/')}" + (f"?{came_from.query}" if came_from.query else "")
        response = RedirectResponse(back, status_code=303, headers={"Cache-Control": "no-store"})
        response.set_cookie(
            LANGUAGE_COOKIE,
            Language(request.path_params["language"]),
            max_age=COOKIE_SECONDS,
            path=self._site.settings.base_path or "/",
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return response


def route(site: Site, path: str, handler: Handler, methods: tuple[str, ...] = ("GET",)) -> Route:
    """Return a route whose work runs in a thread, and whose faults are said in Swedish."""

    async def guarded(request: Request) -> Response:
        try:
            return await run_in_threadpool(handler, request)
        except IndexFault:
            return message(site, texts.NOT_READY_TITLE, texts.NO_INDEX_HELP.format(data=site.data), status=503)

    return Route(site.address(path), guarded, methods=list(methods))


def has_images(metadata: DocumentMetadata, original: Path | None, converted: ConvertedPages) -> bool:
    """Tell whether the pages of a document can be shown as images."""
    if original is None or not original.is_file() or not metadata.pages:
        return False
    # An office file got its page sizes from its conversion at the re-index; a text has none.
    paged = bool(metadata.page_sizes) and metadata.page_sizes[0][0] > 0
    return has_pages(original) or (paged and converted.possible)


def facts(metadata: DocumentMetadata) -> list[tuple[str, str]]:
    """Return what is known of a document, as names and values to read."""
    people = "\n".join(
        f"{person.name}{f' ({person.party})' if person.party else ''}, {texts.ROLE[person.role].lower()}"
        for person in metadata.people
    )
    rows = [
        (texts.FIELD_KIND, texts.KIND[metadata.kind]),
        (texts.FIELD_CASES, ", ".join(metadata.case_numbers)),
        (texts.FIELD_BOARD, metadata.board or ""),
        (texts.FIELD_MUNICIPALITY, metadata.municipality or ""),
        (texts.FIELD_DATE, written_date(metadata.date) if metadata.date else ""),
        (texts.FIELD_MEETING, written_date(metadata.meeting_date) if metadata.meeting_date else ""),
        (texts.FIELD_PEOPLE, people),
        (texts.FIELD_RECIPIENTS, "\n".join(metadata.recipients)),
        (texts.FIELD_PAGES, str(metadata.pages or "")),
        (texts.FIELD_SOURCE, metadata.source),
    ]
    return [(name, value) for name, value in rows if value]


def case_of(site: Site, document: Document, groups: Groups) -> list[DocumentMetadata]:
    """Return the other documents of the same cases and this one, oldest first; empty where it stands alone."""
    found: dict[str, DocumentMetadata] = {document.metadata.id: document.metadata}
    for number in document.metadata.case_numbers:
        for other in site.library().case_documents(number, groups):
            found[other.metadata.id] = other.metadata
    if len(found) == 1:
        return []
    return sorted(found.values(), key=lambda each: (str(each.day or "9999"), each.title))


def image_size(metadata: DocumentMetadata) -> tuple[int, int]:
    """Return the width and height of the first page's image as it will be shown."""
    if not metadata.page_sizes or metadata.page_sizes[0][0] <= 0:
        return (IMAGE_WIDTH, int(IMAGE_WIDTH * 1.414))
    width, height = metadata.page_sizes[0]
    return (IMAGE_WIDTH, int(IMAGE_WIDTH * height / width))
