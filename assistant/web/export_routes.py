"""The routes that save an answer, or a whole conversation, for its owner."""

import datetime as dt

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from assistant.web.frame import message, visitor
from assistant.web.language import texts
from assistant.web.listing_routes import attachment
from assistant.web.routes import route
from assistant.web.site import Site


def export_routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the exports."""

    def saved(request: Request) -> Response:
        from assistant.web import export  # noqa: PLC0415 - Word and PDF are a second of imports, needed here alone

        position = request.path_params.get("position")
        as_word = request.url.path.endswith(".docx")
        try:
            exchanges = site.history.exchanges(request.path_params["conversation"], visitor(site, request))
        except KeyError:
            exchanges = ()
        asked = [export.Asked(each.question, each.answer) for each in exchanges if position in (None, each.position)]
        if not asked:
            return message(site, texts.EXPORT_GONE_TITLE, texts.EXPORT_GONE_TEXT, status=404)
        today = dt.date.today()
        name = f"arendeassistenten-{today.isoformat()}"
        if as_word:
            return attachment(export.as_docx(asked, today), export.DOCX_TYPE, f"{name}.docx")
        return attachment(export.as_pdf(asked, today), "application/pdf", f"{name}.pdf")

    return [
        route(site, f"/samtal/{{conversation:str}}{part}.{suffix}", saved)
        for part in ("/{position:int}", "")
        for suffix in ("docx", "pdf")
    ]
