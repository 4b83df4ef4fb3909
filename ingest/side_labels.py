"""Section names set beside their text or in front of it ("Beslut: …") → headings of their own (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Block, TextBlock
from ingest.pieces import pieces_within
from ingest.sections import Section, section_of

_IN_FRONT = re.compile(r"(?P<name>[A-ZÅÄÖ][^:.!?\n]{3,60}):\s+(?=[A-ZÅÄÖ]|1[.)]\s)")
_SENT_TO = re.compile(r"(?:expedier|beslutet.*(?:skickas|sänds|meddelas|delges)|sändlista|delges)", re.IGNORECASE)
_DECIDES = frozenset({Section.DECISION, Section.PROPOSAL, Section.YRKANDE})
_SHORTEST_TEXT = 12


def with_side_labels(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Return the blocks with section names cut off the text they stand beside, where the document is set so."""
    named = {position: cut for position, block in enumerate(blocks) if (cut := _label_length(block))}
    sections = {section_of(blocks[position].text[:cut].rstrip(" :")) for position, cut in named.items()}
    # One such line may be a field of a form; several, one of which decides or asks for something, are how it is set.
    if len(named) < 2 or not sections & _DECIDES:
        named = {position: cut for position, cut in named.items() if _says_all(blocks[position].text, cut)}
    found: list[TextBlock] = []
    beside = False
    for position, block in enumerate(blocks):
        cut = named.get(position, 0)
        if cut:
            found += [part_of(block, 0, cut, Block.HEADING), part_of(block, cut, len(block.text), Block.PARAGRAPH)]
        elif beside and len(block.cells) == 2 and not block.cells[0]:
            found.append(part_of(block, 0, len(block.text), Block.PARAGRAPH))
        else:
            found.append(block)
        beside = bool(block.cells) and (bool(cut) or (beside and not block.cells[0]))
    return found


def _says_all(text: str, cut: int) -> bool:
    """Tell a label that needs no other beside it: who gets the decision, or what is proposed in numbered points."""
    name = text[:cut].rstrip(" :")
    sent = _SENT_TO.match(name) is not None and section_of(name) is Section.ROUTING
    return sent or (section_of(name) is Section.PROPOSAL and text[cut : cut + 2] in ("1.", "1)"))


def part_of(block: TextBlock, start: int, end: int, form: Block) -> TextBlock:
    """Return a part of a block as a block of its own."""
    while start < end and block.text[start].isspace():
        start += 1
    pieces = pieces_within(block.pieces, start, end)
    page = pieces[0].page if pieces else block.page
    text = block.text[start:end]
    return replace(block, text=text, block=form, pieces=pieces, page=page, cells=(), table_header=())


def _label_length(block: TextBlock) -> int:
    """Return how many characters of a block are a section name beside or in front of text; 0 where none are."""
    if block.block is Block.TABLE_ROW:
        name = block.cells[0] if len(block.cells) == 2 and not block.table_header else ""
        known = name and section_of(name) is not None and block.text.startswith(f"{name} ")
        return len(name) if known and len(block.cells[1]) >= _SHORTEST_TEXT else 0
    if block.block is not Block.PARAGRAPH:
        return 0
    match = _IN_FRONT.match(block.text)
    if match is None or section_of(match["name"]) is None or len(block.text) - match.end() < _SHORTEST_TEXT:
        return 0
    return match.end()
