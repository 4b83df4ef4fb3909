"""Mint citations from proved places."""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answers import Citation
from assistant.verify import Evidence, Place
from index.hits import Hit
from ingest.documents import Block, DocumentMetadata, Kind, Passage

# Sentences among whose passages the nearest are looked for.
LOOKED_AT = 40


class Citer:
    """Number the places that claims rest on; the same words of the same passage keep their number."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int, int], Citation] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return what was cited, in order of number."""
        return tuple(self._known.values())

    def cite(self, place: Place) -> int:
        """Return the number of a place."""
        key = (place.evidence.document.id, place.evidence.passage.ordinal, place.start, place.end)
        if key not in self._known:
            self._known[key] = citation(place, len(self._known) + 1)
        return self._known[key].number


def citation(place: Place, number: int) -> Citation:
    """Return a place as a citation."""
    document, passage = place.evidence.document, place.evidence.passage
    low = document.ocr_confidence if passage.page in document.low_confidence_pages else None
    return Citation(
        number=number,
        document_id=document.id,
        document=document.source,
        title=document.title,
        kind=document.kind,
        case_numbers=cases_of(document, passage),
        board=document.board,
        date=document.day,
        section=passage.heading_path,
        section_sign=passage.section_sign,
        paragraph=passage.ordinal,
        page=passage.page,
        force=passage.force,
        quote=place.text,
        start=passage.start + place.start,
        end=passage.start + place.end,
        passage=passage.text,
        url=f"/handling/{document.id}#stycke-{passage.ordinal}",
        low_confidence=low,
    )


def hit_citation(hit: Hit, number: int) -> Citation:
    """Return the passage of a hit that tells most of it, as a citation of the whole passage."""
    first, last = hit.core or (0, math.inf)
    inside = [passage for passage in hit.passages if first <= passage.ordinal <= last] or list(hit.passages)
    body = [passage for passage in inside if passage.block is not Block.HEADING] or inside
    passage = max(body, key=lambda one: len(one.text))
    return citation(Place(Evidence(hit.document, passage), 0, len(passage.text)), number)


def nearest(
    hits: Sequence[Hit], ranked: Iterable[Evidence], unsure: Sequence[Citation], limit: int
) -> tuple[Citation, ...]:
    """Return the passages that lie nearest: what would have been cited, were it sure, then those that rank best."""
    first = {one.passage: one for one in unsure}
    # A heading names the matter and tells nothing of it.
    telling = (one for one in ranked if one.passage.block is not Block.HEADING)
    for evidence in itertools.islice(telling, LOOKED_AT):
        first.setdefault(evidence.passage.text, citation(Place(evidence, 0, len(evidence.passage.text)), 0))
    for hit in hits:
        one = hit_citation(hit, 0)
        first.setdefault(one.passage, one)
    return tuple(replace(one, number=number) for number, one in enumerate(list(first.values())[:limit], start=1))


def cases_of(document: DocumentMetadata, passage: Passage) -> tuple[str, ...]:
    """Return the diarienummer that hold at a passage: those of its § in minutes, elsewhere the document's."""
    several = document.kind in (Kind.PROTOKOLL, Kind.KALLELSE)
    return passage.case_numbers if passage.section_sign or several else passage.case_numbers or document.case_numbers
