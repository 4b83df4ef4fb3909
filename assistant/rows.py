"""Tell rows of tables in full: the names of their columns, and what the abbreviation of who decides stands for; pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant import texts
from assistant.answerer import Request
from assistant.drafting import lead_of
from assistant.offices import asks_for_office, decider
from assistant.verify import DraftClaim, Evidence, Quote
from ingest.documents import Block, Passage

_DIGIT = re.compile(r"\d")
# Abbreviations of offices are capitals alone: "KD", not "1:e vO".
_SHORT = re.compile(r"\b[A-ZÅÄÖ]{1,5}\b")
# "KD = kommundirektör", "KD – kommundirektör".
_STANDS_FOR = r"(?<!\w){short}\s*(?:=|:|–|-|står för|betyder)\s*[^\W\d_][^,;.=\n]*"
# "kommundirektören (KD)": what it stands for begins with its first letter.
_IN_BRACKETS = r"(?i:\b{first}[^\W\d_]*)(?:\s[^\W\d_]+){{0,2}}?\s\({short}\)"
# "Förkortningar: OF ordförande, KD kommundirektör": what it stands for follows it and begins with its first letter.
_LISTED = r"(?<!\w){short}\s+(?i:{first}[^\W\d_]{{2,}})[^,;.=\n]*"
_SHORTENINGS = re.compile(r"\b(?:förkortning|beteckning)\w*", re.IGNORECASE)
# Words of what an abbreviation stands for, and abbreviations that are told of one row.
MOST_WORDS = 8
MOST_TOLD = 2


def in_full(request: Request, claims: Sequence[DraftClaim]) -> list[DraftClaim]:
    """Return claims, rows led by the names of their columns and followed by what the abbreviation of who decides stands for."""
    told: list[DraftClaim] = []
    lead = ""
    for claim in claims:
        named = _with_columns(request, claim, lead)
        told.append(named)
        lead = named.lead or lead
    if asks_for_office(request.understanding.text) and told:
        told[1:1] = _explained(request, told[0])
    return told


def _with_columns(request: Request, claim: DraftClaim, above: str) -> DraftClaim:
    """Return a claim, where it is a row whose columns neither its lead nor the one above it names, led by them."""
    evidence = claim.quotes[0].evidence if claim.quotes else None
    if evidence is None or evidence.passage.block is not Block.TABLE_ROW:
        return claim
    names = columns_of(evidence.passage, request.passages(evidence.document.id))
    led = lead_of(replace(evidence, passage=replace(evidence.passage, table_header=names))) if any(names) else ""
    shown = " | ".join(name for name in names if name)
    if not led or shown in (claim.lead or above) or shown.replace(" | ", " ") in claim.text:
        return claim
    return replace(claim, lead=led)


def columns_of(row: Passage, passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return the names of a row's columns: those that are known, or the words that its table begins with above figures."""
    # A form at the head of a paper stands under no heading, and has no columns.
    if any(row.table_header) or len(row.cells) < 2 or not row.heading_path:
        return row.table_header
    first: Passage | None = None
    for one in reversed([one for one in passages if one.ordinal <= row.ordinal]):
        if one.block is not Block.TABLE_ROW or len(one.cells) != len(row.cells) or one.heading_path != row.heading_path:
            break
        first = one
    if first is None or first.ordinal == row.ordinal or not are_names(first.cells):
        return ()
    figures = [cell for cell in row.cells[1:] if cell]
    return first.cells if figures and all(map(_DIGIT.search, figures)) else ()


def are_names(cells: Sequence[str]) -> bool:
    """Tell whether all cells are words without figures, as the names of columns are."""
    return all(cell[:1].isalpha() and not _DIGIT.search(cell) and not cell.rstrip().endswith(":") for cell in cells)


def _explained(request: Request, claim: DraftClaim) -> list[DraftClaim]:
    """Return what the abbreviations of who decides by a row stand for, where its paper tells it."""
    evidence = claim.quotes[0].evidence
    shorts = dict.fromkeys(_SHORT.findall(decider(evidence.passage)))
    found = [told for short in shorts if (told := _meaning(short, evidence, request))]
    return found[:MOST_TOLD]


def _meaning(short: str, evidence: Evidence, request: Request) -> DraftClaim | None:
    for passage in request.passages(evidence.document.id):
        text = next(_told_of(short, passage), "")
        if text and passage.ordinal != evidence.passage.ordinal:
            return DraftClaim(text, (Quote(Evidence(evidence.document, passage), text),), texts.STANDS_FOR)
    return None


def _told_of(short: str, passage: Passage) -> Iterator[str]:
    """Yield the words of a passage that tell what an abbreviation stands for."""
    cells = [cell.strip() for cell in passage.cells]
    if passage.block is Block.TABLE_ROW:
        if len(cells) == 2 and cells[0] == short and 0 < len(cells[1].split()) <= MOST_WORDS:
            yield passage.text.rpartition("\n")[2]
        return
    listed = _SHORTENINGS.search(" ".join([*passage.heading_path[-1:], passage.text])) is not None
    for form in (_STANDS_FOR, _IN_BRACKETS, *((_LISTED,) if listed else ())):
        for match in re.finditer(form.format(short=short, first=short[0]), passage.text):
            if len(match[0].split()) <= MOST_WORDS + 2:
                yield match[0].strip()
