"""What the head of a document shows, and values read from it with where they stood (pure)."""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.documents import Origin, Passage, RawFile
from ingest.sections import may_be_title, section_of

Value = TypeVar("Value")
_HEAD_LINES = 45
KIND_WORD = re.compile(
    r"^(?:tjänste(?:skrivelse|utlåtande|mannayttrande|yttrande)|"
    r"(?:sammanträdes)?protokoll(?:sutdrag)?|motion|interpellation|"
    r"(?:slut|gransknings|revisions)rapport|(?:nämnd|ledamots)?initiativ|(?:remiss)?yttrande|remissvar|datum|vår referens|(?:dnr|diarienummer).*|"
    r"kallelse|föredragningslista|dagordning|ärendelista|(?:besluts|ärende)underlag|"
    r"riktlinje(?:r|n)?|policy|rutin|styrdokument|sida .*|\W*\d[\d\s-]*|till)$",
    re.IGNORECASE,
)
_HANDLING = re.compile(r"beslutsplanering|ärendets gång", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """Hold a value with where it was found and how sure it is."""

    value: Value
    origin: Origin
    confidence: float
    ordinal: int | None = None


def lines_of(raw: RawFile) -> tuple[str, ...]:
    """Return the words of the first pages as a reader meets them, one cell or line each."""
    lines: list[str] = []
    for page in raw.pages[:3]:
        for line in page.lines:
            parts = line.cells or line.parts or tuple(re.split(r"\s{3,}", line.text))
            pieces = (piece.strip(" #*") for part in parts for piece in part.split("\n"))
            lines.extend(piece for piece in pieces if piece)
    return tuple(lines)


def head_lines(raw: RawFile) -> tuple[str, ...]:
    """Return the first words of a document; of the first page where it has more than a title."""
    first = RawFile(raw.path, raw.pages[:1])
    lines = lines_of(first)
    return (lines if len(lines) > 8 else lines_of(raw))[:_HEAD_LINES]


def opens_text(line: str) -> bool:
    """Say whether a line begins the text below the head; "Information" and the kind of paper ("Yttrande") do not."""
    return section_of(line) is not None and not may_be_title(line) and not KIND_WORD.match(line)


def tells_handling(passage: Passage) -> bool:
    """Say whether a passage tells which bodies a case goes to, and when."""
    return bool(passage.heading_path) and _HANDLING.match(passage.heading_path[-1]) is not None
