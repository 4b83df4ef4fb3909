"""The routes of what is indexed: overview, register, accessibility statement."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute

from assistant.web import register
from assistant.web.frame import page
from assistant.web.language import texts
from assistant.web.overview import Overview, by_board_and_year, by_kind
from assistant.web.routes import route
from assistant.web.site import Site
from ingest.documents import DocumentMetadata

PAGE_ROWS = 50
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def listing_routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the overview, the register and the statement."""
    return _ListPages(site).routes()


class _ListPages:
    """Show what is indexed, the register, and the accessibility statement."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[BaseRoute]:
        """Return a route for each page."""
        return [
            route(self._site, "/oversikt", self._overview_page),
            route(self._site, "/register", self._register_page),
            route(self._site, "/register.csv", self._register_csv),
            route(self._site, "/register.xlsx", self._register_xlsx),
            route(self._site, "/tillganglighet", self._statement),
        ]

    def _overview_page(self, request: Request) -> Response:
        shown = self._site.overview(self._site.groups(request.headers))
        table = by_board_and_year(shown)
        words = request.query_params.get("ord", "")[:200]
        fitting = fitting_documents(shown, words)
        number, pages = page_number(request, len(fitting))
        return HTMLResponse(
            page(
                self._site,
                "overview.html.j2",
                title=texts.OVERVIEW_TITLE,
                here="/oversikt",
                admin=self._site.may_administer(request.headers),
                shown=shown,
                manifest=self._site.library().manifest,
                table=table,
                years=sorted({year for row in table.values() for year in row}, key=lambda year: (year.isdigit(), year)),
                largest=max((row.total() for row in table.values()), default=1),
                kinds=by_kind(shown),
                words=words,
                rows=fitting[(number - 1) * PAGE_ROWS : number * PAGE_ROWS],
                matching=len(fitting),
                page_number=number,
                pages=pages,
            )
        )

    def _found(self, request: Request) -> tuple[register.Choice, tuple[register.Entry, ...]]:
        wanted = register.choice(request.query_params)
        return wanted, register.chosen(self._site.register(self._site.groups(request.headers)), wanted)

    def _register_page(self, request: Request) -> Response:
        wanted, fitting = self._found(request)
        number, pages = page_number(request, len(fitting))
        return HTMLResponse(
            page(
                self._site,
                "register.html.j2",
                title=texts.REGISTER_TITLE,
                here="/register",
                admin=self._site.may_administer(request.headers),
                here_address=self._site.address("/register"),
                wanted=wanted.at(number),
                rows=fitting[(number - 1) * PAGE_ROWS : number * PAGE_ROWS],
                matching=len(fitting),
                pages=pages,
                boards=self._site.overview(self._site.groups(request.headers)).boards,
                forces=register.FORCES,
            )
        )

    def _register_csv(self, request: Request) -> Response:
        return attachment(register.as_csv(self._found(request)[1]), CSV_TYPE, "beslut-och-forslag.csv")

    def _register_xlsx(self, request: Request) -> Response:
        return attachment(register.as_xlsx(self._found(request)[1]), XLSX_TYPE, "beslut-och-forslag.xlsx")

    def _statement(self, request: Request) -> Response:
        return HTMLResponse(
            page(
                self._site,
                "statement.html.j2",
                title=texts.STATEMENT_TITLE,
                here="/tillganglighet",
                admin=self._site.may_administer(request.headers),
                contact=self._site.settings.contact,
            )
        )


def fitting_documents(shown: Overview, words: str) -> tuple[DocumentMetadata, ...]:
    """Return the documents whose title, board or diarienummer hold every word."""
    wanted = words.casefold().split()

    def fits(each: DocumentMetadata) -> bool:
        text = " ".join((each.title, each.board or "", *each.case_numbers, each.source)).casefold()
        return all(word in text for word in wanted)

    return tuple(each for each in shown.documents if fits(each))


def page_number(request: Request, rows: int) -> tuple[int, int]:
    """Return which page of a list is shown, and how many there are."""
    pages = max(1, -(-rows // PAGE_ROWS))
    named = request.query_params.get("sida", "1")
    number = int(named) if named.isascii() and named.isdigit() and len(named) < 7 else 1
    return min(max(number, 1), pages), pages


def attachment(content: bytes, media_type: str, name: str) -> Response:
    """Return a file to save."""
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
