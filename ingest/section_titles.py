"""The title of a § of minutes: behind its sign, below it, or above it (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.boards import is_letterhead
from ingest.documents import Block, TextBlock
from ingest.identifiers import case_numbers_of_line
from ingest.minutes import Opening
from ingest.pieces import joined_blocks
from ingest.sections import may_be_title, plain_heading, section_of

SHORTEST_TITLE = 4
_LONGEST_CASE_LINE = 200
_DIGIT = re.compile(r"\d")


def with_titles_above(
    blocks: Sequence[TextBlock], found: Sequence[Opening]
) -> tuple[Sequence[TextBlock], Sequence[Opening]]:
    """Return blocks and openings with a title that stands above the line of its § made one block with it."""
    above = {one.position - 1 for one in found if _has_title_above(blocks, one)}
    if len(above) < max(1, 2 * len(found) / 3):
        # Minutes are set in one way: a heading above one § alone ends what comes before it.
        return blocks, found
    kept = [
        joined_blocks(blocks[position : position + 2]) if position in above else block
        for position, block in enumerate(blocks)
        if position - 1 not in above
    ]
    moved = []
    for one in found:
        place = one.position - sum(position < one.position for position in above)
        title = plain_heading(blocks[one.position - 1].text) if one.position - 1 in above else one.title
        moved.append(replace(one, position=place, title=title))
    return kept, moved


def _has_title_above(blocks: Sequence[TextBlock], opening: Opening) -> bool:
    if not opening.position or len(opening.title) >= SHORTEST_TITLE:
        return False
    block = blocks[opening.position - 1]
    text = " ".join(block.text.split())
    named = section_of(text) is not None or is_letterhead(text) or is_case_line(text)
    if block.block is not Block.HEADING or named or len(text) < SHORTEST_TITLE or text.startswith("§"):
        return False
    return not title_positions(blocks, opening.position, opening)


def title_positions(blocks: Sequence[TextBlock], position: int, opening: Opening) -> list[int]:
    """Return the blocks below the line of a § that hold its title, or the rest of it."""
    if len(opening.title) >= SHORTEST_TITLE:
        return _continued(blocks, position)
    for following in range(position + 1, min(position + 4, len(blocks))):
        block = blocks[following]
        text = " ".join(block.text.split())
        named = section_of(text) is not None and not may_be_title(text)
        if named or block.block is Block.LIST_ITEM or len(block.cells) > 1:
            return []
        if is_case_line(text):
            continue
        short = len(text) <= 220 and (text[-1] not in ".:" or block.block is Block.HEADING)
        return [following, *_continued(blocks, following)] if short else []
    return []


def _continued(blocks: Sequence[TextBlock], position: int) -> list[int]:
    """Return the block that goes on with a title that was broken in two: set alike, right below, no section name."""
    following = position + 1
    if following >= len(blocks):
        return []
    title, block = blocks[position], blocks[following]
    alike = title.font_size and abs(title.font_size - block.font_size) < 0.6 and title.bold == block.bold
    same_form = block.block is Block.HEADING and title.block is Block.HEADING and block.page == title.page
    text = " ".join(block.text.split())
    if alike and same_form and section_of(text) is None and not is_case_line(text) and not text.startswith("§"):
        return [following]
    return []


@lru_cache(maxsize=1024)
def is_case_line(text: str) -> bool:
    """Say whether a line holds a diarienummer and next to nothing else."""
    if len(text) > _LONGEST_CASE_LINE or not _DIGIT.search(text):
        return False
    cases = case_numbers_of_line(text)
    rest = re.sub(r"(?i)\b(?:dnr|diarie(?:nr|nummer)|ärendenummer)\b\.?:?", "", text)
    return bool(cases) and len(rest) - sum(case.end - case.start for case in cases) < 12
