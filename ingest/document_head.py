"""The form at the head of a letter, its addressee and its title → one passage: which matter it is, cited whole (pure)."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.boards import is_letterhead
from ingest.documents import Block, Passage
from ingest.letterhead import opens_form
from ingest.pieces import joined_texts
from ingest.sections import plain_heading, section_of

_HEAD_PASSAGES = 12
_MOST_BETWEEN = 3
_LONGEST_ADDRESSEE = 110


def with_titled_head(made: Sequence[Passage]) -> list[Passage]:
    """Return the passages with the form of the head and the title below it made one; it stands under its own title."""
    for position, passage in enumerate(made[:_HEAD_PASSAGES]):
        if passage.block is not Block.PARAGRAPH or not opens_form(passage.text):
            continue
        title = _title_below(made, position)
        if title is not None:
            head = made[position : title + 1]
            text, pieces = joined_texts(((part.text, part.pieces) for part in head), "\n")
            path = (plain_heading(made[title].text),)
            return [*made[:position], replace(passage, text=text, pieces=pieces, heading_path=path), *made[title + 1 :]]
    return list(made)


def title_in_head(passage: Passage) -> str | None:
    """Return the title that the last line of a head is, or None where a passage is no head."""
    *_, last = passage.text.split("\n")
    titled = passage.block is Block.PARAGRAPH and passage.heading_path == (plain_heading(last),)
    return passage.heading_path[0] if titled else None


def _title_below(made: Sequence[Passage], position: int) -> int | None:
    """Return where the title stands, nothing but an addressee between it and the form."""
    for place in range(position + 1, min(position + 2 + _MOST_BETWEEN, len(made))):
        passage = made[place]
        text = passage.text.strip()
        if passage.page != made[position].page or passage.section_sign or section_of(text) is not None:
            return None
        if passage.level == 1 and not is_letterhead(text):
            return place
        addressee = passage.block in (Block.PARAGRAPH, Block.SIGNATURE) and len(text) <= _LONGEST_ADDRESSEE
        if not addressee or text[-1] in ".:;?!":
            return None
    return None
