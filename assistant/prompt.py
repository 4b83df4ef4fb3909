"""Write the model's input: the instructions, the numbered passages that fit the budget, the question.

What is the same for every question comes first: a server that keeps what it has read reads it once.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from index.hits import Hit
from index.settings import ModelSettings
from ingest.documents import Block, DocumentMetadata, Force, Passage

# Measured on Swedish papers: a token is 2.6 letters in Qwen's vocabulary, 2.1 in an English one; each figure and sign is one,
# and so is the space before a figure.
LETTERS_PER_TOKEN = 2.1
_BEFORE_FIGURE = re.compile(r"\s(?=\d)")
# Tokens of the number, the brackets and the line breaks round a passage, and of what the server puts round the messages.
MARK_TOKENS = 8
FRAME_TOKENS = 40
SAME_PLACE = "samma ställe"
# Letters for facts: what looks real in an example turns up in answers.
_EXAMPLE_PASSAGES = (
    "[1] (Bakgrund, rapport A)\nFöreningen A har lokalen B.",
    "[2] (Beslut, protokoll A, § C)\nFöreningen A får bidraget D för lokalen. Bidraget betalas ut dagen E.",
)
_EXAMPLE_QUESTION = "När får föreningen A sitt bidrag?"
_EXAMPLE_REPLY: Mapping[str, object] = MappingProxyType(
    {
        "found": True,
        "claims": [
            {
                "sources": [{"passage": 2, "quote": "Bidraget betalas ut dagen E."}],
                "text": "Föreningen A får bidraget dagen E.",
            }
        ],
    }
)

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


@dataclass(frozen=True, slots=True)
class NumberedPassage:
    """Hold a passage under the number we minted for it; the model never sees a path or an id."""

    number: int
    document: DocumentMetadata
    passage: Passage


def tokens_of(text: str) -> int:
    """Return how many tokens a Swedish text takes at most, as models without Swedish of their own cut it up."""
    letters = sum(character.isalpha() for character in text)
    signs = sum(not character.isalpha() and not character.isspace() for character in text)
    return math.ceil(letters / LETTERS_PER_TOKEN) + signs + len(_BEFORE_FIGURE.findall(text))


def room_for_passages(question: str, settings: ModelSettings) -> int:
    """Return the tokens that the passages may take: as set, and no more than the model's window has left."""
    fixed = sum(tokens_of(content) for _, content in messages(question, ()))
    taken = fixed + settings.reply_tokens + FRAME_TOKENS
    return min(settings.passage_tokens, settings.context_tokens - taken)


def number_passages(
    hits: Sequence[Hit], budget_tokens: int, first: Sequence[tuple[DocumentMetadata, Passage]] = ()
) -> tuple[NumberedPassage, ...]:
    """Return ``first`` and then the passages of the hits in rank order, each once, until the budget is used up.

    Headings and labels of one word say nothing of their own and are left out.
    """
    numbered: list[NumberedPassage] = []
    seen: set[tuple[str, int]] = set()
    left = budget_tokens
    for document, passage in (*first, *((hit.document, one) for hit in hits for one in hit.passages)):
        key = (document.id, passage.ordinal)
        label = len(passage.text.split()) == 1
        if key in seen or label or (passage.block is Block.HEADING and passage.section_sign is None):
            continue
        entry = NumberedPassage(len(numbered) + 1, document, passage)
        cost = tokens_of(_shown(entry, numbered[-1] if numbered else None)) + MARK_TOKENS
        if cost > left:
            continue
        seen.add(key)
        left -= cost
        numbered.append(entry)
    return tuple(numbered)


def messages(question: str, passages: Sequence[NumberedPassage]) -> tuple[tuple[str, str], ...]:
    """Return (role, content) pairs for a chat model."""
    shown = [_shown(entry, before) for before, entry in zip((None, *passages), passages, strict=False)]
    return (
        ("system", instructions()),
        ("user", _asked(_EXAMPLE_PASSAGES, _EXAMPLE_QUESTION)),
        ("assistant", json.dumps(dict(_EXAMPLE_REPLY), ensure_ascii=False)),
        ("user", _asked(shown, question)),
    )


def instructions() -> str:
    """Return what the model is told to do, from its own file."""
    return files("assistant").joinpath("prompt.sv.md").read_text(encoding="utf-8")


def _asked(passages: Sequence[str], question: str) -> str:
    return "\n\n".join(("Stycken:", *passages, f"Fråga: {question}"))


def _shown(entry: NumberedPassage, before: NumberedPassage | None) -> str:
    """Return a passage as the model sees it; where it stands is said once for those that stand together."""
    place = _place(entry)
    if before is not None and place == _place(before):
        place = SAME_PLACE
    header = entry.passage.table_header
    if any(header) and (before is None or before.passage.table_header != header):
        place = f"{place}, kolumner: {' | '.join(cell for cell in header if cell)}"
    return f"[{entry.number}] ({FORCE_LABELS[entry.passage.force]}, {place})\n{entry.passage.text}"


def _place(entry: NumberedPassage) -> str:
    """Return what the model should know of where a passage stands."""
    document = entry.document
    day = document.day
    parts = (
        document.kind.value,
        document.board or "",
        day.isoformat() if day else "",
        entry.passage.section_sign or "",
        " > ".join(entry.passage.heading_path[-2:]),
    )
    return ", ".join(part for part in parts if part)
