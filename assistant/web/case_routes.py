"""The routes of cases: one case from its first document to its last, and assignments that nothing reports back."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute

from assistant.casefile import case_chain
from assistant.web.frame import message, page
from assistant.web.language import texts
from assistant.web.routes import route
from assistant.web.site import Groups, Site
from ingest.chain import Assignment, chain


@dataclass(frozen=True, slots=True)
class OpenAssignment:
    """Hold an assignment without a report, and the case it belongs to."""

    case_number: str
    assignment: Assignment
    title: str


def case_routes(site: Site) -> list[BaseRoute]:
    """Return the routes of cases and assignments."""
    return _CasePages(site).routes()


class _CasePages:
    """Show cases, and the assignments of all of them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._gathered: dict[tuple[str, Groups], tuple[OpenAssignment, ...]] = {}

    def routes(self) -> list[BaseRoute]:
        """Return a route for each page."""
        return [
            route(self._site, "/arende/{number:path}", self._case_page),
            route(self._site, "/uppdrag", self._assignments_page),
        ]

    def _case_page(self, request: Request) -> Response:
        number = request.path_params["number"]
        groups = self._site.groups(request.headers)
        found = case_chain(self._site.asker().index, number, groups)
        if found is None:
            return message(self._site, texts.CASE_GONE_TITLE, texts.CASE_GONE_TEXT, status=404)
        documents = {identifier: self._site.library().metadata(identifier, groups) for identifier in found.document_ids}
        return HTMLResponse(
            page(
                self._site,
                "case.html.j2",
                title=texts.CASE_TITLE.format(number=found.case_number),
                here="",
                admin=self._site.may_administer(request.headers),
                found=found,
                documents=documents,
                question=texts.NEXT_TEMPLATES[0].format(number=found.case_number),
            )
        )

    def _assignments_page(self, request: Request) -> Response:
        groups = self._site.groups(request.headers)
        key = (self._site.library().manifest.generation, groups)
        if key not in self._gathered:
            found = open_assignments(self._site, groups)
            for old in [each for each in self._gathered if each[0] != key[0]]:
                del self._gathered[old]
            self._gathered[key] = found
        return HTMLResponse(
            page(
                self._site,
                "assignments.html.j2",
                title=texts.OPEN_TITLE,
                here="/uppdrag",
                admin=self._site.may_administer(request.headers),
                found=self._gathered[key],
            )
        )


def open_assignments(site: Site, groups: Groups) -> tuple[OpenAssignment, ...]:
    """Return the assignments of every case that no later document reports back, newest first."""
    shown = site.overview(groups)
    titles = {document.id: document.title for document in shown.documents}
    found: dict[tuple[str, int], OpenAssignment] = {}
    for number in shown.case_numbers:
        case = chain(site.library().case_documents(number, groups), number, shown.documents)
        for assignment in case.open_assignments:
            place = (assignment.document_id, assignment.ordinal)
            found.setdefault(place, OpenAssignment(number, assignment, titles.get(assignment.document_id, "")))
    return tuple(sorted(found.values(), key=lambda each: str(each.assignment.date or ""), reverse=True))
