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

    def overview_page(request: Request) -> Response:
        shown = site.overview(site.groups(request.headers))
        table = by_board_and_year(shown)
        words = request.query_params.get("ord", "")[:200]
        fitting = fitting_documents(shown, words)
        number, pages = page_number(request, len(fitting))
        return HTMLResponse(
            page(
                site,
                "overview.html.j2",
                title=texts.OVERVIEW_TITLE,
                here="/oversikt",
                admin=site.may_administer(request.headers),
                shown=shown,
                manifest=site.library().manifest,
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

    def found(request: Request) -> tuple[register.Choice, tuple[register.Entry, ...]]:
        wanted = register.choice(request.query_params)
        return wanted, register.chosen(site.register(site.groups(request.headers)), wanted)

    def register_page(request: Request) -> Response:
        wanted, fitting = found(request)
        number, pages = page_number(request, len(fitting))
        return HTMLResponse(
            page(
                site,
                "register.html.j2",
                title=texts.REGISTER_TITLE,
                here="/register",
                admin=site.may_administer(request.headers),
                here_address=site.address("/register"),
                wanted=wanted.at(number),
                rows=fitting[(number - 1) * PAGE_ROWS : number * PAGE_ROWS],
                matching=len(fitting),
                pages=pages,
                boards=site.overview(site.groups(request.headers)).boards,
                forces=register.FORCES,
            )
        )

    def register_csv(request: Request) -> Response:
        return attachment(register.as_csv(found(request)[1]), CSV_TYPE, "beslut-och-forslag.csv")

    def register_xlsx(request: Request) -> Response:
        return attachment(register.as_xlsx(found(request)[1]), XLSX_TYPE, "beslut-och-forslag.xlsx")

    def statement(request: Request) -> Response:
        return HTMLResponse(
            page(
                site,
                "statement.html.j2",
                title=texts.STATEMENT_TITLE,
                here="/tillganglighet",
                admin=site.may_administer(request.headers),
                contact=site.settings.contact,
            )
        )

    return [
        route(site, "/oversikt", overview_page),
        route(site, "/register", register_page),
        route(site, "/register.csv", register_csv),
        route(site, "/register.xlsx", register_xlsx),
        route(site, "/tillganglighet", statement),
    ]


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
