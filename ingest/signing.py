"""Who signs: names alone, with a title beside or below, with a party, or approved electronically (pure)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.documents import Block, TextBlock
from ingest.sections import Section, section_of

NAME = r"[A-ZÅÄÖÉ][\w’'éü-]+(?:\s+(?:af|von|de|van|el|al)\s)?(?:\s+[A-ZÅÄÖÉ][\w’'éü.-]*){1,3}"
TITLE_WORD = re.compile(
    r"\b\w*(?:chef|direktör|sekreterare|ledare|handläggare|controller|strateg|utredare|ordförande|"
    r"samordnare|ekonom|jurist|ledamot|rektor|arkitekt|ingenjör|inspektör|utvecklare|administratör|planerare|revisor|"
    r"kommunalråd|borgarråd|nämndsekreterare|motionär|interpellant|förslagsställare|initiativtagare)\b",
    re.IGNORECASE,
)
_PARTY = r"\([A-ZÅÄÖa-zåäö-]{1,4}\)"
PERSON = re.compile(rf"{NAME}(?:\s+{_PARTY})?")
_WITH_PARTY = re.compile(rf"(?:{NAME}\s+{_PARTY}(?:,?\s+[a-zåäö][a-zåäö -]{{2,40}})?\s*){{1,6}}")
_APPROVES = re.compile(r"justera(?:re|nde)", re.IGNORECASE)
_LINE_TO_SIGN = re.compile(r"_{4,}|[.…]{8,}")
_APPROVED = re.compile(
    r"\b(?:godkännare|elektronisk(?:t)?|digitalt?)\b.{0,40}(?:\d{4}-\d\d-\d\d|signer|underskri|godkän|"
    r"tjänsteskrivelse)",
    re.I,
)
_LONGEST = 200
_LATE = 0.6


def signature_blocks(blocks: Sequence[TextBlock], levels: Mapping[int, int]) -> frozenset[int]:
    """Return the blocks that sign: names alone near the end, and names with the title beside or below them."""
    found: set[int] = set()
    heading = ""
    for position, block in enumerate(blocks):
        text = " ".join(block.text.split())
        if position in levels:
            heading = text
            continue
        if (
            block.block in (Block.FOOTNOTE, Block.ATT_SATS, Block.CONTENTS)
            or len(text) > _LONGEST
            or text.endswith(".")
        ):
            continue
        below = position + 1 if position + 1 < len(blocks) and position + 1 not in levels else None
        titled = below is not None and _is_title_line(blocks[below].text)
        late = position >= len(blocks) * _LATE
        # Under "Beslutet skickas till" a name alone may be an association; with a title or party it signs.
        routed = section_of(heading) is Section.ROUTING
        if _APPROVED.search(text) and len(text) < 160:
            found.add(position)
        elif _signs(block, text, titled=titled, late=late, routed=routed) or _below_line(blocks, position):
            found |= {position} | ({below} if titled and below is not None else set())
    return frozenset(found)


def with_titled_signers(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Return the blocks with a row of names and the row of their titles made one, a line for each who signs."""
    found: list[TextBlock] = []
    for block in blocks:
        if found and _are_titles_of(found[-1], block):
            found[-1] = _titled(found[-1], block)
        else:
            found.append(block)
    return found


def _are_titles_of(names: TextBlock, titles: TextBlock) -> bool:
    if names.block is not Block.TABLE_ROW or names.page != titles.page or len(names.cells) != len(titles.cells):
        return False
    pairs = [(name.strip(), title.strip()) for name, title in zip(names.cells, titles.cells, strict=True)]
    named = [(name, title) for name, title in pairs if name or title]
    return bool(named) and all(
        PERSON.fullmatch(name) and _is_name(name) and (_is_title_line(title) or _APPROVES.fullmatch(title))
        for name, title in named
    )


def _titled(names: TextBlock, titles: TextBlock) -> TextBlock:
    pairs = [
        (name.strip(), title.strip()) for name, title in zip(names.cells, titles.cells, strict=True) if name.strip()
    ]
    parts = [(part, row) for pair in pairs for part, row in zip(pair, (names, titles), strict=True)]
    text, pieces = "", []
    for place, (part, row) in enumerate(parts):
        text += ("\n" if place % 2 == 0 else " ") if place else ""
        pieces += [replace(piece, start=len(text), end=len(text) + len(part)) for piece in row.pieces[:1]]
        text += part
    cells = tuple(" ".join(pair) for pair in pairs)
    return replace(names, text=text, pieces=tuple(pieces), cells=cells, block=Block.SIGNATURE)


def _signs(block: TextBlock, text: str, *, titled: bool, late: bool, routed: bool) -> bool:
    table = block.block is Block.TABLE_ROW
    cells = [" ".join(cell.split()) for cell in block.cells if cell.strip()] if table else [text]
    if not cells or len(cells) > 3:
        return False
    named = block.block is Block.SIGNATURE
    if all(PERSON.fullmatch(cell) and _is_name(cell) for cell in cells):
        return titled or (not routed and (named or (late and not table))) or (late and "(" in text)
    if late and all(_WITH_PARTY.fullmatch(cell) or _signs_with_title(cell) for cell in cells):
        return True
    return named and (not routed or bool(_LINE_TO_SIGN.search(text) or TITLE_WORD.search(text)))


def _below_line(blocks: Sequence[TextBlock], position: int) -> bool:
    """Tell names that stand below the lines they are written on, as parties to an agreement sign."""
    if not position or not blocks[position].cells or not _LINE_TO_SIGN.search(blocks[position - 1].text):
        return False
    cells = [" ".join(cell.split()) for cell in blocks[position].cells if cell.strip()]
    return bool(cells) and all(PERSON.fullmatch(cell) and _is_name(cell) for cell in cells)


def _is_name(text: str) -> bool:
    """Say whether words that look like a name could be one: no capitals throughout, no title, no office."""
    return not re.search(r"\b[A-ZÅÄÖ]{3,}\b", text) and not TITLE_WORD.search(text) and section_of(text) is None


def _signs_with_title(text: str) -> bool:
    return bool(re.match(NAME, text)) and len(text.split()) >= 3 and _is_title_line(text)


def _is_title_line(text: str) -> bool:
    """Say whether a line holds the titles of signers and nothing like a sentence."""
    words = text.split()
    if not 0 < len(words) <= 12 or len(words[-1]) < 2 or words[-1][-1] in ".:;":
        return False
    return TITLE_WORD.search(text) is not None
