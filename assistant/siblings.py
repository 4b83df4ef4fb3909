"""Find the passages that belong together: the items of a list, the points of a decision; pure."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.numerals import number_of
from assistant.verify import Evidence
from index.swedish import words
from ingest.documents import Block, DocumentMetadata, Passage
from ingest.sentences import sentences
from ingest.structure import SEPARATOR

LISTED = frozenset({Block.LIST_ITEM, Block.ATT_SATS, Block.TABLE_ROW})
# A sentence that says that something follows, though it ends in a full stop.
_ANNOUNCES = re.compile(r"\b(?:följande|nedan|nedanstående)\b[^.!?]*[.!?]?$", re.IGNORECASE)
_ENDS = (".", "!", "?", ";", ",")


@dataclass(frozen=True, slots=True)
class Listing:
    """Hold a whole list and what introduces it."""

    introduction: str
    heading: tuple[str, ...]
    items: tuple[Passage, ...]
    # The passage that introduces the items, where there is one.
    opening: Passage | None = None
    # What stands before a list that shares its passage with what introduces it.
    above: str = ""

    @property
    def introduced(self) -> bool:
        """Tell whether words introduce the items, in a passage of their own or in that of the items."""
        return self.opening is not None or bool(own_introduction(self.items[0]))

    @property
    def count(self) -> int:
        """Return the number of items; short ones share a passage, a line each, below what introduces them."""
        return sum(
            item.text.count("\n") + 1 - bool(own_introduction(item)) if item.block is Block.LIST_ITEM else 1
            for item in self.items
        )


def own_introduction(item: Passage) -> str:
    """Return the words that introduce a list of short items in its own passage, or nothing."""
    first, _, rest = item.text.partition("\n")
    return first if rest and first.rstrip().endswith(":") else ""


def leads_points(text: str) -> bool:
    """Tell whether a text is points below words that introduce them."""
    lead, _, points = text.partition("\n")
    return bool(points) and lead.rstrip().endswith((":", " att"))


def says_count(text: str, count: int | None) -> bool:
    """Tell whether words that introduce points say how many they are, and so many follow: "Planen har tre mål:"."""
    lines = [line for line in text.split("\n") if line.strip()]
    last = sentences(lines[0])[-1].text if lines else ""
    return count is not None and len(lines) == count + 1 and count in {number_of(word) for word in words(last)}


def listings(passages: Sequence[Passage], anchor: Passage) -> Iterator[Listing]:
    """Yield the list that a passage is an item of, or that it introduces."""
    place = _place(passages, anchor)
    if place is None:
        return
    if anchor.block in LISTED:
        found = _listing(passages, place)
    elif place + 1 < len(passages) and passages[place + 1].block in LISTED:
        found = _listing(passages, place + 1)
    else:
        return
    if found.count > 1:
        yield found


def joined(document: DocumentMetadata, passages: Sequence[Passage]) -> Evidence:
    """Return passages that stand in a row as one place, so that a quote may go on from one to the next."""
    first, last = passages[0], passages[-1]
    gaps = (later.start - earlier.end for earlier, later in itertools.pairwise(passages))
    if len(passages) == 1 or any(gap != len(SEPARATOR) for gap in gaps):
        return Evidence(document, first)
    text = SEPARATOR.join(passage.text for passage in passages)
    whole = replace(first, text=text, end=last.end, pieces=())
    return Evidence(document, whole, tuple(passage.ordinal for passage in passages))


def same_act(passages: Sequence[Passage], anchor: Passage) -> tuple[Passage, ...]:
    """Return the neighbouring passages of the same force in the same section: all points of one decision."""
    place = _place(passages, anchor)
    if place is None:
        return (anchor,)

    def belongs(passage: Passage) -> bool:
        same_section = passage.section_sign == anchor.section_sign and passage.heading_path == anchor.heading_path
        return same_section and passage.force is anchor.force and passage.block is not Block.HEADING

    act = _run(passages, place, belongs)
    after = (_place(passages, act[-1]) or 0) + 1
    if act[-1].text.rstrip().endswith(":") and after < len(passages) and passages[after].block in LISTED:
        act = (*act, *_listing(passages, after).items)
    return act


def _listing(passages: Sequence[Passage], place: int) -> Listing:
    anchor = passages[place]
    items = _run(
        passages, place, lambda passage: passage.block is anchor.block and passage.heading_path == anchor.heading_path
    )
    first = _place(passages, items[0]) or 0
    before = passages[first - 1] if first else None
    introduction = (
        before.text[-300:] if before is not None and before.heading_path[:1] == anchor.heading_path[:1] else ""
    )
    if own := own_introduction(items[0]):
        return Listing(own, anchor.heading_path, items, above=introduction)
    return Listing(introduction, anchor.heading_path, items, before if introduction and _opens(before) else None)


def _opens(passage: Passage | None) -> bool:
    """Tell whether a passage introduces the items below it: by a colon, by its words, or by breaking off."""
    if passage is None:
        return False
    text = passage.text.rstrip()
    if text.endswith((":", ";")):
        return True
    return passage.block is Block.PARAGRAPH and (not text.endswith(_ENDS) or _ANNOUNCES.search(text) is not None)


def _run(passages: Sequence[Passage], place: int, belongs: Callable[[Passage], bool]) -> tuple[Passage, ...]:
    first = last = place
    while first > 0 and belongs(passages[first - 1]):
        first -= 1
    while last + 1 < len(passages) and belongs(passages[last + 1]):
        last += 1
    return tuple(passages[first : last + 1])


def _place(passages: Sequence[Passage], anchor: Passage) -> int | None:
    return next((index for index, passage in enumerate(passages) if passage.ordinal == anchor.ordinal), None)
