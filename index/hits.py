"""Frozen types of a search: what is asked, what is found."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.documents import DocumentMetadata, Kind, Passage

EVERYONE = frozenset({"alla"})


class Mode(StrEnum):
    """Choose which part of the index ranks."""

    WORDS = "words"
    VECTORS = "vectors"
    HYBRID = "hybrid"


class Effect(StrEnum):
    """Say what a recognised part of a question does to the search."""

    LOOKUP = "lookup"
    FILTER = "filter"
    BOOST = "boost"


class Part(StrEnum):
    """Name a part of the search that can be left out, to measure what it is worth."""

    STEMS = "stems"
    GRAMS = "grams"
    COMPOUNDS = "compounds"
    CONTEXT = "context"
    VECTORS = "vectors"
    UNDERSTANDING = "understanding"
    READING = "reading"
    JOINING = "joining"
    DIVERSITY = "diversity"


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrow a search; empty means no restriction. Dates are inclusive."""

    boards: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    case_numbers: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()
    date_from: dt.date | None = None
    date_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Recognised:
    """Hold a part of the question that the search understood.

    ``kind`` is one of case_number, section_sign, date, period, board, document_kind, person, party.
    ``known`` is False where the index holds nothing of that value (an unknown diarienummer, say).
    """

    kind: str
    value: str
    text: str
    start: int
    end: int
    effect: Effect
    known: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """Hold a search. ``ignore`` names values of Recognised the user removed, ``without`` what is left out to measure."""

    text: str
    filters: Filters = Filters()
    groups: frozenset[str] = EVERYONE
    limit: int = 20
    mode: Mode = Mode.HYBRID
    ignore: frozenset[str] = frozenset()
    today: dt.date | None = None
    without: frozenset[Part] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one ranked chunk, and the ranked chunks beside it: neighbouring passages of one § or document."""

    chunk_id: str
    document: DocumentMetadata
    passages: tuple[Passage, ...]
    text: str
    score: float
    # Parts of the score by name, for explanation and ablation.
    parts: tuple[tuple[str, float], ...] = ()
    # Chunk ids of near-duplicates that were folded into this hit.
    duplicates: tuple[str, ...] = ()
    # First and last passage of the chunk that earned the place; the rest of the hit is what stands beside it.
    core: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hold ranked hits, what was understood, and the calibrated confidence (0-1) that a hit answers."""

    hits: tuple[Hit, ...]
    recognised: tuple[Recognised, ...]
    filters: Filters
    searched_documents: int
    confidence: float
    timings_ms: dict[str, float] = field(default_factory=dict)
