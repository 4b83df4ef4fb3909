"""Turn the types of a document into JSON and back, for the store."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from ingest import identifiers
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

_METADATA: TypeAdapter[DocumentMetadata] = TypeAdapter(DocumentMetadata)
_PASSAGE: TypeAdapter[Passage] = TypeAdapter(Passage)


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """Hold a document's metadata and how many passages it has."""

    metadata: DocumentMetadata
    passages: int


@dataclass(frozen=True, slots=True)
class Outline:
    """Hold what a passage does and where it stands, without its text."""

    force: Force
    block: Block
    section_sign: str | None
    # The innermost heading above it.
    heading: str
    # Characters of its text.
    length: int = 0


@dataclass(frozen=True, slots=True)
class Statistics:
    """Count the readable documents by board, year and kind."""

    documents: int
    passages: int
    by_board: tuple[tuple[str, int], ...]
    by_year: tuple[tuple[int, int], ...]
    by_kind: tuple[tuple[Kind, int], ...]
    # Documents of each board and year, for a plot; board "" where it is not known.
    by_board_and_year: tuple[tuple[str, int, int], ...]


def metadata_json(metadata: DocumentMetadata) -> str:
    """Return metadata as the store keeps it."""
    return _METADATA.dump_json(metadata).decode()


def metadata_from(text: str) -> DocumentMetadata:
    """Return the metadata that the store kept."""
    return _METADATA.validate_json(text)


def passage_json(passage: Passage) -> str:
    """Return a passage as the store keeps it, without what is empty."""
    return _PASSAGE.dump_json(passage, exclude_defaults=True).decode()


def passage_from(text: str) -> Passage:
    """Return the passage that the store kept."""
    return _PASSAGE.validate_json(text)


def case_key(number: str) -> str:
    """Return a case number without what spellings differ in: case, punctuation, zeros, and where the board stands."""
    key = identifiers.case_key(number) if identifiers.normalise_case_number(number) else None
    if key is not None:
        return f"{key[0]}/{key[1]}/{key[2]}"
    return "".join(character for character in number.casefold() if character.isalnum())
