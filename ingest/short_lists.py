"""A list of short items → one passage with its lead-in, a line for each: alone, "• seniorer" says nothing (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Block, Passage
from ingest.pieces import joined_texts
from ingest.sections import Section, section_of

_BULLET = re.compile(r"[•●▪■◦‣]\s*\S")
# "-Norra hamnen": a name behind a mark, a dash too; what is decided or asked for begins with a small letter or is longer.
_NAME = re.compile(r"[•●▪■◦‣–-]\s*[A-ZÅÄÖ]\S*(?: \S+){0,2}")
_ENDED = re.compile(r"[.!?;][\"”»)]*$")
# "Bilaga 1. Avgifter", "Etapp 2 Norra hamnen": one word, counted.
_COUNTED = re.compile(r"(?P<word>[A-ZÅÄÖ][a-zåäö]{2,14}) (?P<number>\d{1,2})[.:]? \S")
_MOST_WORDS_OF_AN_ITEM = 12
_MOST_WORDS_OF_A_LEAD_IN = 12
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
    """Return the passages with each list of short items made one, its lead-in in front of it."""
    found: list[Passage] = []
    position = 0
    while position < len(made):
        last = position
        while last + 1 < len(made) and _same_list(made[position], made[last + 1]):
            last += 1
        items = made[position : last + 1]
        above = found[-1] if found else None
        led = above is not None and _leads_in(above, items)
        if (len(items) > 1 or (led and _is_bulleted(items[0]))) and _stands_as_one(items, above):
            found[-1:] = [_joined((found[-1], *items))] if led else [*found[-1:], _joined(items)]
        else:
            found.extend(items)
        position = last + 1
    return found


def _same_list(first: Passage, other: Passage) -> bool:
    if not _same_place(first, other):
        return False
    if _is_bulleted(first):
        return _is_bulleted(other)
    counted, further = _COUNTED.match(first.text), _COUNTED.match(other.text)
    if counted is None or further is None or first.block is not Block.PARAGRAPH or other.block is not Block.PARAGRAPH:
        return False
    return counted["word"] == further["word"] and int(counted["number"]) < int(further["number"])


def _same_place(first: Passage, other: Passage) -> bool:
    place = (first.heading_path, first.section_sign, first.case_numbers)
    return place == (other.heading_path, other.section_sign, other.case_numbers)


def _is_bulleted(passage: Passage) -> bool:
    if passage.block is not Block.LIST_ITEM or passage.item is not None:
        return False
    return _BULLET.match(passage.text) is not None or _is_name(passage)


def _is_name(item: Passage) -> bool:
    return _NAME.fullmatch(item.text) is not None and not _ENDED.search(item.text)


def _leads_in(above: Passage, items: Sequence[Passage]) -> bool:
    """Say whether a few words announce a list: without it they say nothing, nor it without them."""
    few = len(above.text.split()) <= _MOST_WORDS_OF_A_LEAD_IN and "\n" not in above.text
    if above.block is not Block.PARAGRAPH or not few or not _same_place(above, items[0]):
        return False
    names = len(items) > 1 and all(map(_is_name, items))
    return above.text.rstrip().endswith(":") or (names and not _ENDED.search(above.text))


def _stands_as_one(items: Sequence[Passage], above: Passage | None) -> bool:
    """Say whether a list is read as one statement: short items, none of which decides or asks for anything."""
    counts = [len(item.text.split()) - 1 for item in items]
    if max(counts) > _MOST_WORDS_OF_AN_ITEM or sum(counts) > _MOST_WORDS or any(item.deadlines for item in items):
        return False
    section = section_of(items[0].heading_path[-1]) if items[0].heading_path else None
    if all(map(_is_name, items)) and section is not Section.ROUTING:
        return True
    if section in _POINTS_OF_THEIR_OWN:
        return False
    return above is None or not (above.text.rstrip().endswith(":") and _ASKS.search(above.text[-200:]))


def _joined(items: Sequence[Passage]) -> Passage:
    text, pieces = joined_texts(((item.text, item.pieces) for item in items), "\n")
    return replace(items[0], text=text, end=len(text), pieces=pieces, block=Block.LIST_ITEM)
