"""Write the model's input: the instructions, the numbered passages that fit the budget, the question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from index.hits import Hit
from ingest.documents import Block, DocumentMetadata, Force, Passage

# Swedish text takes about three characters a token in the vocabularies of multilingual models; on the safe side.
CHARACTERS_PER_TOKEN = 2.7
# Tokens of the number, the label and the line breaks round a passage.
LABEL_TOKENS = 25
# Share of the longest passage that is still worth showing when the budget is nearly used up.
SHORTEST_CUT_CHARACTERS = 200

FORCE_LABELS: Mapping[Force, str] = MappingProxyType(
    {
        Force.PROPOSAL: "Förslag",
        Force.DECISION: "Beslut",
        Force.YRKANDE: "Yrkande",
        Force.OPINION: "Yttrande",
        Force.RESERVATION: "Reservation",
        Force.AUDIT_FINDING: "Revision",
        Force.RECOMMENDATION: "Rekommendation",
        Force.BACKGROUND: "Bakgrund",
    }
)

REPLY_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "found": {"type": "boolean"},
        "claims": {
            "type": "array",
            "maxItems": 3,
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string", "maxLength": 500},
                    "sources": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 3,
                        "items": {
                            "type": "object",
                            "properties": {
                                "passage": {"type": "integer"},
                                "quote": {"type": "string", "maxLength": 500},
                            },
                            "required": ["passage", "quote"],
                            "additionalProperties": False,
                        },
                    },
                },
                "required": ["text", "sources"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["found", "claims"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class NumberedPassage:
    """Hold a passage under the number we minted for it; the model never sees a path or an id."""

    number: int
    document: DocumentMetadata
    passage: Passage


def number_passages(
    hits: Sequence[Hit], budget_tokens: int, first: Sequence[tuple[DocumentMetadata, Passage]] = ()
) -> tuple[NumberedPassage, ...]:
    """Return ``first`` and then the passages of the hits in rank order, each once, until the budget is used up."""
    numbered: list[NumberedPassage] = []
    seen: set[tuple[str, int]] = set()
    left = float(budget_tokens)
    for document, passage in (*first, *((hit.document, one) for hit in hits for one in hit.passages)):
        key = (document.id, passage.ordinal)
        if key in seen or (passage.block is Block.HEADING and passage.section_sign is None):
            continue
        cost = len(passage.text) / CHARACTERS_PER_TOKEN + LABEL_TOKENS
        if cost > left:
            continue
        seen.add(key)
        left -= cost
        numbered.append(NumberedPassage(len(numbered) + 1, document, passage))
    return tuple(numbered)


def messages(question: str, passages: Sequence[NumberedPassage]) -> tuple[tuple[str, str], ...]:
    """Return (role, content) pairs for a chat model."""
    shown = "\n\n".join(f"[{entry.number}] ({_label(entry)})\n{entry.passage.text}" for entry in passages)
    instructions = files("assistant").joinpath("prompt.sv.md").read_text(encoding="utf-8")
    return (("system", instructions), ("user", f"Stycken:\n\n{shown}\n\nFråga: {question}"))


def _label(entry: NumberedPassage) -> str:
    """Return what the model should know of a passage besides its words."""
    document = entry.document
    day = document.meeting_date or document.date
    parts = (
        FORCE_LABELS[entry.passage.force],
        document.kind.value,
        document.board or "",
        day.isoformat() if day else "",
        entry.passage.section_sign or "",
        " > ".join(entry.passage.heading_path[-2:]),
    )
    return ", ".join(part for part in parts if part)
