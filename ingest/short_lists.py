"""A list of short items → one passage, a line for each item: alone, "• seniorer" says nothing (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Block, Passage
from ingest.pieces import joined_texts
from ingest.sections import Section, section_of

_BULLET = re.compile(r"[•●▪■◦‣]\s*\S")
_MOST_WORDS_OF_AN_ITEM = 12
_MOST_WORDS = 70
# Each point of these is decided, asked for or answered by itself, and is cited by itself.
_POINTS_OF_THEIR_OWN = frozenset(
    {Section.DECISION, Section.PROPOSAL, Section.YRKANDE, Section.RECOMMENDATION, Section.RESERVATION, Section.ROUTING}
)
_ASKS = re.compile(
    r"\b(?:beslut\w*|föresl\w*|yrka\w*|hemställ\w*|rekommend\w*|uppdra\w*|i uppdrag|reserver\w*|avsl\w*|bifall\w*|frågor\w*)\b",
    re.IGNORECASE,
)


def with_short_lists(made: Sequence[Passage]) -> list[Passage]:
    """Return the passages with each bulleted list of short items made one."""
    found: list[Passage] = []
    position = 0
    while position < len(made):
        last = position
        while last + 1 < len(made) and _same_list(made[position], made[last + 1]):
            last += 1
        items = made[position : last + 1]
        if len(items) > 1 and _stands_as_one(items, found[-1] if found else None):
            found.append(_joined(items))
        else:
            found.extend(items)
        position = last + 1
    return found


def _same_list(first: Passage, other: Passage) -> bool:
    place = (first.heading_path, first.section_sign, first.case_numbers)
    return _is_item(first) and _is_item(other) and place == (other.heading_path, other.section_sign, other.case_numbers)


def _is_item(passage: Passage) -> bool:
    return passage.block is Block.LIST_ITEM and passage.item is None and _BULLET.match(passage.text) is not None


def _stands_as_one(items: Sequence[Passage], above: Passage | None) -> bool:
    """Say whether a list is read as one statement: short items, none of which decides or asks for anything."""
    counts = [len(item.text.split()) - 1 for item in items]
    if max(counts) > _MOST_WORDS_OF_AN_ITEM or sum(counts) > _MOST_WORDS or any(item.deadlines for item in items):
        return False
    if any(section_of(heading) in _POINTS_OF_THEIR_OWN for heading in items[0].heading_path[-1:]):
        return False
    return above is None or not (above.text.rstrip().endswith(":") and _ASKS.search(above.text[-200:]))


def _joined(items: Sequence[Passage]) -> Passage:
    text, pieces = joined_texts(((item.text, item.pieces) for item in items), "\n")
    return replace(items[0], text=text, end=len(text), pieces=pieces)
