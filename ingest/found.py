"""What the head of a document shows, and values read from it with where they stood (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from ingest.documents import Origin, Page, Passage, RawFile
from ingest.sections import may_be_title, section_of

Value = TypeVar("Value")
_HEAD_LINES = 45
# So many lines and no more are a title that has its page to itself.
_TITLE_LINES = 8
_WIDE = re.compile(r"\s\s\s+")
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


def lines_of(raw: RawFile, most: int, pages: int = 3) -> tuple[str, ...]:
    """Return the words of the first pages as a reader meets them, one cell or line each, and no more than ``most``."""
    return tuple(islice(_lines(raw.pages[:pages]), most))


def _lines(pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        for line in page.lines:
            for part in line.cells or line.parts or _WIDE.split(line.text):
                for piece in part.split("\n"):
                    if told := piece.strip(" #*"):
                        yield told


def head_lines(raw: RawFile) -> tuple[str, ...]:
    """Return the first words of a document; of the first page where it has more than a title."""
    lines = lines_of(raw, _HEAD_LINES, pages=1)
    return lines if len(lines) > _TITLE_LINES else lines_of(raw, _HEAD_LINES)


def opens_text(line: str) -> bool:
    """Say whether a line begins the text below the head; "Information" and the kind of paper ("Yttrande") do not."""
    return section_of(line) is not None and not may_be_title(line) and not KIND_WORD.match(line)


def tells_handling(passage: Passage) -> bool:
    """Say whether a passage tells which bodies a case goes to, and when."""
    return bool(passage.heading_path) and _HANDLING.match(passage.heading_path[-1]) is not None
