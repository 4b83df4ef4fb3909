"""Where the references of a document lead: to enclosures and minutes that are held, or nowhere (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ingest.boards import abbreviates, slug
from ingest.documents import MINUTES, Document, DocumentMetadata, Kind, Reference
from ingest.identifiers import find_section_signs, same_case

_STOP_WORDS = "protokoll protokollsutdrag tjansteskrivelse bilaga forslag och for till av med om den det som svar"
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class MissingLink:
    """Hold a reference of the case that leads to no document of the index."""

    document_id: str
    ordinal: int
    text: str
    target: str
    reason: str
    reference: Reference


def enclosures_of(
    documents: Sequence[Document], catalogue: Iterable[DocumentMetadata], case_number: str
) -> tuple[str, ...]:
    """Return the ids of documents without a number of their own that the documents of a case name as enclosures."""
    named = [
        _words(reference.target)
        for document in documents
        for reference in document.metadata.refers_to
        if reference.kind == "document" and reference.ordinal in ordinals_of(document, case_number)
    ]
    own = {document.metadata.id for document in documents}
    return tuple(
        metadata.id
        for metadata in catalogue
        if metadata.id not in own and not metadata.case_numbers and _is_named(metadata, named)
    )


def missing_links(
    documents: Sequence[Document], catalogue: Sequence[DocumentMetadata], case_number: str | None = None
) -> Iterable[MissingLink]:
    """Yield the references that lead to no document of the catalogue, each target once."""
    titles = [
        (_words(metadata.title) | _words(PurePosixPath(metadata.source).stem), metadata) for metadata in catalogue
    ]
    seen: set[tuple[str, str]] = set()
    for document in documents:
        within = ordinals_of(document, case_number) if case_number else None
        for reference in document.metadata.refers_to:
            if within is not None and reference.ordinal not in within:
                continue
            reason = _unresolved(reference, document, catalogue, titles)
            key = (reference.kind, slug(f"{reference.target} {reference.board or ''} {reference.date or ''}"))
            if reason and key not in seen:
                seen.add(key)
                yield MissingLink(
                    document.metadata.id, reference.ordinal, reference.text, reference.target, reason, reference
                )


def _is_named(metadata: DocumentMetadata, named: Sequence[frozenset[str]]) -> bool:
    own = (_words(metadata.title), _words(PurePosixPath(metadata.source).stem))
    return any(_alike(words, enclosure) for words in own for enclosure in named)


def ordinals_of(document: Document, case_number: str) -> frozenset[int]:
    """Return the passages of a document that concern the case: its §§ in minutes, all of any other document."""
    if document.metadata.kind not in MINUTES:
        return frozenset(range(len(document.passages)))
    chosen = frozenset(
        passage.ordinal
        for passage in document.passages
        if any(same_case(number, case_number) for number in passage.case_numbers)
    )
    single = len({passage.section_sign for passage in document.passages if passage.section_sign}) <= 1
    return chosen or (frozenset(range(len(document.passages))) if single else frozenset())


def _unresolved(
    reference: Reference,
    document: Document,
    catalogue: Sequence[DocumentMetadata],
    titles: Sequence[tuple[frozenset[str], DocumentMetadata]],
) -> str | None:
    if reference.kind == "case" and document.metadata.kind in (Kind.KALLELSE, Kind.DELEGATION):
        # An agenda and a list of delegated decisions name cases in passing.
        return None
    if reference.kind == "case":
        found = any(same_case(number, reference.target) for metadata in catalogue for number in metadata.case_numbers)
        return None if found else "inget dokument med det diarienumret finns i underlaget"
    if reference.kind == "section":
        return _missing_section(reference, catalogue)
    if reference.kind == "document":
        signs = find_section_signs(reference.target[:20])
        if signs and signs[0].start < 3:
            return None
        words = _words(reference.target)
        if not words or any(_alike(found, words) for found, metadata in titles if metadata.id != document.metadata.id):
            return None
        return "ingen handling med den titeln finns i underlaget"
    return None


def _missing_section(reference: Reference, catalogue: Sequence[DocumentMetadata]) -> str | None:
    if reference.date is None or reference.board is None:
        return None
    held = any(
        metadata.kind in MINUTES
        and metadata.date == reference.date
        and metadata.board is not None
        and (metadata.board == reference.board or abbreviates(reference.board, metadata.board))
        for metadata in catalogue
    )
    return None if held else f"protokollet från {reference.board} {reference.date} finns inte i underlaget"


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in slug(text).split("-") if (len(word) > 2 and word not in _STOP) or word.isdigit())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two titles share most of their weighty words, in either direction."""
    shared = len(one & other)
    return shared >= 2 and shared >= 0.7 * min(len(one), len(other)) and shared >= 0.45 * max(len(one), len(other))
