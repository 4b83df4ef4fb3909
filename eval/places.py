"""Read from the index, apart from the answer, what stands at the places an answer cites."""

from typing import Protocol

from assistant.answers import citation_json
from assistant.citing import hit_citation
from eval.results import AnswerRecord, CitationRecord, HitRecord, StoredPlace
from index.hits import EVERYONE, Hit
from ingest.documents import Document, Passage


class Documents(Protocol):
    """Read documents by id."""

    def document(self, document_id: str, groups: frozenset[str]) -> Document:
        """Return a document; raise KeyError where there is none."""
        ...


def stored_places(answer: AnswerRecord, index: Documents) -> tuple[StoredPlace, ...]:
    """Return the stored words at each cited place; a place that does not exist is left out."""
    read: dict[str, Document | None] = {}
    found: list[StoredPlace] = []
    for citation in answer.citations:
        if citation.document_id not in read:
            read[citation.document_id] = _document(index, citation.document_id)
        document = read[citation.document_id]
        place = _place(citation, document) if document else None
        if place is not None:
            found.append(place)
    return tuple(found)


def hit_record(hit: Hit, number: int) -> HitRecord:
    """Return a hit in the shape of ``arende search --json``."""
    shown = citation_json(hit_citation(hit, number))
    return HitRecord.model_validate(shown | {"text": hit.text, "score": hit.score})


def _document(index: Documents, document_id: str) -> Document | None:
    try:
        return index.document(document_id, EVERYONE)
    except KeyError:
        return None


def _place(citation: CitationRecord, document: Document) -> StoredPlace | None:
    passage = next((known for known in document.passages if known.ordinal == citation.paragraph), None)
    if passage is None:
        return None
    # A quote may go on into the passages that follow: a whole list is one citation.
    last = next((known for known in document.passages if known.start < citation.end <= known.end), passage)
    end = max(passage.end, last.end)
    return StoredPlace(
        number=citation.number,
        text=document.text[citation.start : citation.end],
        passage=document.text[passage.start : end],
        passage_start=passage.start,
        passage_end=end,
        force=passage.force.value,
        context=_context(document, passage),
    )


def _context(document: Document, passage: Passage) -> str:
    metadata = document.metadata
    dates = [day.isoformat() for day in metadata.days]
    numbers = [*metadata.case_numbers, *passage.case_numbers]
    known = [metadata.title, metadata.kind.value, metadata.board, metadata.municipality, *dates, *numbers]
    place = [*passage.heading_path, *passage.table_header, passage.section_sign, f"sidan {passage.page}"]
    return "\n".join(part for part in (*known, *place) if part)
