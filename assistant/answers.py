"""Frozen types of an answer; ``as_json`` is the one shape that command line, page and evaluation share."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from index.hits import Filters, Recognised
from ingest.documents import Force, Kind


class Status(StrEnum):
    """Say how far the documents answer the question."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"


class Check(StrEnum):
    """Say how a claim was proved: the words themselves, or words that support it."""

    VERBATIM = "verbatim"
    SUPPORTED = "supported"


@dataclass(frozen=True, slots=True)
class Turn:
    """Hold an earlier exchange of the conversation."""

    question: str
    answer: str = ""
    document_ids: tuple[str, ...] = ()
    case_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Hold a question with its conversation, filters, and the asker's groups."""

    text: str
    history: tuple[Turn, ...] = ()
    filters: Filters = Filters()
    groups: frozenset[str] = frozenset({"alla"})
    ignore: frozenset[str] = frozenset()
    today: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Hold a checked place: ``document.text[start:end] == quote``."""

    number: int
    document_id: str
    document: str
    title: str
    kind: Kind
    case_numbers: tuple[str, ...]
    board: str | None
    date: dt.date | None
    section: tuple[str, ...]
    section_sign: str | None
    paragraph: int
    page: int
    force: Force
    quote: str
    start: int
    end: int
    passage: str
    url: str
    # Mean OCR confidence of the page (0-1) where it was recognised and low; else None.
    low_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold one sentence of the answer and the numbers of the citations it rests on."""

    text: str
    citations: tuple[int, ...]
    check: Check


@dataclass(frozen=True, slots=True)
class Provenance:
    """Say which index and which answerer made the answer."""

    generation: str
    built_at: str
    answerer: str
    embedding: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what the user is shown, and everything that proves it."""

    question: str
    standalone_question: str
    status: Status
    answer: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Citation, ...]
    searched_documents: int
    filters: Filters
    recognised: tuple[Recognised, ...]
    dropped_claims: int
    confidence: float
    provenance: Provenance
    timings_ms: dict[str, float] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as plain JSON values, in the shape of docs/answer.schema.json."""
        return {
            "question": self.question,
            "standalone_question": self.standalone_question,
            "status": self.status.value,
            "answer": self.answer,
            "claims": [
                {"text": claim.text, "citations": list(claim.citations), "check": claim.check.value}
                for claim in self.claims
            ],
            "citations": [citation_json(citation) for citation in self.citations],
            "nearest": [citation_json(citation) for citation in self.nearest],
            "searched": {"documents": self.searched_documents, "filters": filters_json(self.filters)},
            "understood": [
                {
                    "kind": part.kind,
                    "value": part.value,
                    "text": part.text,
                    "effect": part.effect.value,
                    "known": part.known,
                }
                for part in self.recognised
            ],
            "dropped_claims": self.dropped_claims,
            "confidence": round(self.confidence, 4),
            "provenance": {
                "generation": self.provenance.generation,
                "built_at": self.provenance.built_at,
                "answerer": self.provenance.answerer,
                "embedding": self.provenance.embedding,
                "note": self.provenance.note,
            },
            "timings_ms": {name: round(value, 1) for name, value in self.timings_ms.items()},
            "suggestions": list(self.suggestions),
        }


def citation_json(citation: Citation) -> dict[str, Any]:
    """Return one citation as plain JSON values."""
    return {
        "number": citation.number,
        "document_id": citation.document_id,
        "document": citation.document,
        "title": citation.title,
        "kind": citation.kind.value,
        "case_numbers": list(citation.case_numbers),
        "board": citation.board,
        "date": citation.date.isoformat() if citation.date else None,
        "section": list(citation.section),
        "section_sign": citation.section_sign,
        "paragraph": citation.paragraph,
        "page": citation.page,
        "force": citation.force.value,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "passage": citation.passage,
        "url": citation.url,
        "low_confidence": citation.low_confidence,
    }


def filters_json(filters: Filters) -> dict[str, Any]:
    """Return only the filters that are set."""
    every = {
        "boards": list(filters.boards),
        "kinds": [kind.value for kind in filters.kinds],
        "case_numbers": list(filters.case_numbers),
        "document_ids": list(filters.document_ids),
        "date_from": filters.date_from.isoformat() if filters.date_from else None,
        "date_to": filters.date_to.isoformat() if filters.date_to else None,
    }
    return {name: value for name, value in every.items() if value}
