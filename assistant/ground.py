"""Gather what a question may rest on: the cited passages, their sections and documents, and the hits of their cases."""

from collections.abc import Callable, Sequence

from assistant.candidates import SHORT_DOCUMENT
from assistant.verify import Evidence, Place
from index.hits import Hit
from ingest.documents import Force, Kind, Passage

# So many passages of a paper are its head.
OPENING = 4


class Ground:
    """Hold that as text: what is ``shown`` and ``said``, the ``sections`` it stands in, all that is told ``about`` the matter."""

    def __init__(
        self, shown: Sequence[Place], hits: Sequence[Hit], passages: Callable[[str], Sequence[Passage]]
    ) -> None:
        self.shown = shown
        self.hits = hits
        self.passages = passages
        self.sections = [
            one for place in shown for one in section(place.evidence.passage, passages(place.evidence.document.id))
        ]
        # The cited words and the headings they stand under, alone.
        self.said = "\n".join(f"{place.text} {' '.join(place.evidence.passage.heading_path)}" for place in shown)
        # The passages they are taken from, the columns and the titles of their papers.
        self.near = "\n".join(
            f"{place.evidence.passage.text} {' '.join(place.evidence.passage.table_header)} {place.evidence.document.title}"
            for place in shown
        )
        self.section = "\n".join([*(one.text for one in self.sections), *(_known(place) for place in shown)])
        # Whose the cited papers are, as their first lines and what is known of them tell.
        self.own = "\n".join(
            one
            for document in {place.evidence.document.id: place.evidence.document for place in shown}.values()
            for one in (document.municipality or "", *(first.text for first in passages(document.id)[:OPENING]))
        )
        # What is told close by: the § or the short section that is cited, of a long one the passages alone.
        self.by = self.section if len(self.sections) <= SHORT_DOCUMENT else f"{self.said}\n{self.near}"
        ids = {place.evidence.document.id for place in shown}
        cases = {number for place in shown for number in _cases(place)}
        self.about = "\n".join(
            [
                self.section,
                *(hit.text for hit in hits if hit.document.id in ids or cases & set(hit.document.case_numbers)),
            ]
        )
        self.decisions = [one.text for one in self.sections if one.force is Force.DECISION]
        # What was decided elsewhere in the same cases, as far as it was found.
        self.case_decisions = [
            one.text
            for hit in hits
            for one in hit.passages
            if one.force is Force.DECISION
            and cases
            & set(one.case_numbers or (() if hit.document.kind is Kind.PROTOKOLL else hit.document.case_numbers))
        ]


def section_key(evidence: Evidence) -> tuple[str, str | None]:
    """Return what tells the § of minutes, or a paper without §§, from the others."""
    return evidence.document.id, evidence.passage.section_sign


def section(own: Passage, every: Sequence[Passage]) -> list[Passage]:
    """Return the § that a passage stands in, or the part of its paper; of one without parts all."""
    if own.section_sign:
        return [one for one in every if one.section_sign == own.section_sign]
    near = [one for one in every if one.heading_path[:2] == own.heading_path[:2]] if own.heading_path else list(every)
    return near if len(near) > 1 else list(every)


def _known(place: Place) -> str:
    document = place.evidence.document
    dates = [day.isoformat() for day in document.days]
    passage = place.evidence.passage
    return " ; ".join([document.title, document.board or "", *dates, *passage.heading_path, *passage.table_header])


def _cases(place: Place) -> tuple[str, ...]:
    return place.evidence.passage.case_numbers or place.evidence.document.case_numbers[:3]
