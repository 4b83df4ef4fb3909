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
    gathered: dict[tuple[str, Groups], tuple[OpenAssignment, ...]] = {}

    def case_page(request: Request) -> Response:
        number = request.path_params["number"]
        groups = site.groups(request.headers)
        found = case_chain(site.asker().index, number, groups)
        if found is None:
            return message(site, texts.CASE_GONE_TITLE, texts.CASE_GONE_TEXT, status=404)
        documents = {identifier: site.library().metadata(identifier, groups) for identifier in found.document_ids}
        return HTMLResponse(
            page(
                site,
                "case.html.j2",
                title=texts.CASE_TITLE.format(number=found.case_number),
                here="",
                admin=site.may_administer(request.headers),
                found=found,
                documents=documents,
                question=texts.NEXT_TEMPLATES[0].format(number=found.case_number),
            )
        )

    def assignments_page(request: Request) -> Response:
        groups = site.groups(request.headers)
        key = (site.library().manifest.generation, groups)
        if key not in gathered:
            found = open_assignments(site, groups)
            for old in [each for each in gathered if each[0] != key[0]]:
                del gathered[old]
            gathered[key] = found
        return HTMLResponse(
            page(
                site,
                "assignments.html.j2",
                title=texts.OPEN_TITLE,
                here="/uppdrag",
                admin=site.may_administer(request.headers),
                found=gathered[key],
            )
        )

    return [route(site, "/arende/{number:path}", case_page), route(site, "/uppdrag", assignments_page)]


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
