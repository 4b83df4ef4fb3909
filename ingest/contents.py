"""Tables of contents: lines that end in page numbers, or come back further down as titles → one block (pure)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.documents import Block, TextBlock
from ingest.pieces import joined_blocks
from ingest.sections import plain_heading

_HEADING = re.compile(
    r"(?:innehåll(?:sförteckning)?|table of contents|contents|sisällys(?:luettelo)?)\W*", re.IGNORECASE
)
# A list of the matters of a meeting tells what was dealt with: it is read, page numbers or not.
_AGENDA = re.compile(r"(?:§|(?:ärende|föredragnings|dag)\w*(?:lista|ordning)\b)", re.IGNORECASE)
_PAGE_AT_END = re.compile(r"[^\W\d_](?:\s\d{1,2})?[)?]?[\s.…]+(\d{1,3})$")
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|[IVX]{1,4}\.)\s+")
_LONGEST_LINE = 180
_FEWEST_LINES = 3
_SHARE_FOUND = 0.5
_FORMS = frozenset({Block.PARAGRAPH, Block.HEADING, Block.LIST_ITEM, Block.TABLE_ROW})


def with_contents(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Return the blocks with each table of contents made one block of the form ``contents``."""
    titles: dict[str, int] = {}
    found: list[TextBlock] = []
    position = 0
    while position < len(blocks):
        last = _end_of_run(blocks, position)
        headed = bool(found) and names_contents(found[-1].text)
        if headed or last >= position + _FEWEST_LINES - 1:
            titles = titles or _last_places(blocks)
            last = _end_of_titles(blocks, position if last == position else last + 1, titles, last)
        run = blocks[position : last + 1]
        if last > position and _are_contents(run, found[-1] if found else None, titles):
            contents = joined_blocks(run, "\n")
            found.append(replace(contents, block=Block.CONTENTS, bold=False, item=None, table_header=(), cells=()))
        else:
            found.extend(run)
        position = last + 1
    return found


def names_contents(heading: str) -> bool:
    """Say whether a heading stands over a table of contents: it names no document and holds no sections."""
    return _HEADING.fullmatch(heading.strip()) is not None


def page_at_end(block: TextBlock) -> int | None:
    """Return the page number that ends a line, or None."""
    text = block.text
    match = _PAGE_AT_END.search(text, max(0, len(text) - 10)) if text[-1:].isdigit() else None
    return int(match[1]) if match else None


def _end_of_run(blocks: Sequence[TextBlock], first: int) -> int:
    """Return the last line of a run of contents that begins at ``first``; ``first`` itself where none does."""
    page = _listed_page(blocks[first])
    if page is None:
        return first
    last = first
    for position in range(first + 1, len(blocks)):
        here = _listed_page(blocks[position])
        if here is not None and here >= page:
            last, page = position, here
        elif here is not None or position > last + 1 or not _may_be_cut(blocks[position]):
            # A title that was too long for its line has its number on the next; two lines without one end the list.
            break
    return last


def _last_places(blocks: Sequence[TextBlock]) -> dict[str, int]:
    """Return where each short line stands for the last time, without its numbering."""
    return {
        _title(block.text): position
        for position, block in enumerate(blocks)
        if len(block.text) <= _LONGEST_LINE and page_at_end(block) is None
    }


def _end_of_titles(blocks: Sequence[TextBlock], first: int, titles: Mapping[str, int], last: int) -> int:
    """Return the end of the lines without page numbers, each of which comes back further down as a title."""
    for position in range(first, len(blocks)):
        block = blocks[position]
        again = titles.get(_title(block.text), -1) > position
        if not again or block.block not in _FORMS or names_contents(block.text):
            break
        last = position
    return last


def _listed_page(block: TextBlock) -> int | None:
    listed = block.block in _FORMS and len(block.text) <= _LONGEST_LINE and not _AGENDA.match(block.text)
    return page_at_end(block) if listed else None


def _may_be_cut(block: TextBlock) -> bool:
    return block.block in _FORMS and len(block.text) <= _LONGEST_LINE and block.text[-1:] not in ".:;"


def _are_contents(run: Sequence[TextBlock], above: TextBlock | None, titles: Mapping[str, int]) -> bool:
    """Say whether lines list what stands below: they are headed so, or their words come back as titles."""
    if len(run) < _FEWEST_LINES or (above is not None and _AGENDA.match(plain_heading(above.text))):
        return False
    if above is not None and names_contents(above.text):
        return True
    listed = [_title(block.text) for block in run if page_at_end(block) is not None]
    return sum(title in titles for title in listed) >= _SHARE_FOUND * len(run)


def _title(text: str) -> str:
    """Return the words of a heading or of a line of contents alone, without numbering and page."""
    line = _NUMBERING.sub("", " ".join(text.split()))
    return re.sub(r"[\s.…]+\d{1,3}$", "", line).strip(" .:…").casefold()
