"""Arrange a document's passages for reading: headings, lists, tables, page marks, boxes. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from assistant.web.wording import text_mark
from ingest.documents import Block, DocumentMetadata, Force, Passage


class Shape(StrEnum):
    """Say how a run of passages is shown."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"


SHAPES = {
    Block.HEADING: Shape.HEADING,
    Block.LIST_ITEM: Shape.LIST,
    Block.ATT_SATS: Shape.LIST,
    Block.TABLE_ROW: Shape.TABLE,
}
# The page's own title is the h1, and its parts are h2.
FIRST_LEVEL = 3
LAST_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold one passage as the reader shows it; ``boxes`` is 'page:left,top,width,height;…' in per cent."""

    passage: Passage
    mark: str
    boxes: str
    tag: str
    force: Force | None


@dataclass(frozen=True, slots=True)
class Run:
    """Hold neighbouring passages of one shape; ``new_page`` is the page that begins before them."""

    shape: Shape
    shown: tuple[Shown, ...]
    new_page: int | None
    header: tuple[str, ...] = ()


def runs(passages: Iterable[Passage], metadata: DocumentMetadata) -> tuple[Run, ...]:
    """Return the passages in reading order, neighbours that belong together as one run."""
    found: list[Run] = []
    page = 0
    previous_force: Force | None = None
    for key, group in groupby(passages, key=_run_key):
        shown = []
        for passage in group:
            # A force is said where it begins, not at every line of a long decision.
            said = passage.force if passage.force not in (previous_force, Force.BACKGROUND) else None
            previous_force = passage.force
            shown.append(_shown(passage, metadata, said))
        first = shown[0].passage
        found.append(Run(key[0], tuple(shown), first.page if first.page != page else None, first.table_header))
        page = first.page
    return tuple(found)


def _run_key(passage: Passage) -> tuple[Shape, int, tuple[str, ...], int]:
    shape = SHAPES.get(passage.block, Shape.PARAGRAPH)
    if shape is Shape.TABLE and not passage.cells:
        shape = Shape.PARAGRAPH
    alone = passage.ordinal if shape in (Shape.HEADING, Shape.PARAGRAPH) else 0
    width = len(passage.cells) if shape is Shape.TABLE else 0
    return (shape, passage.page, (*passage.table_header, str(width)), alone)


def _shown(passage: Passage, metadata: DocumentMetadata, said: Force | None) -> Shown:
    level = min(FIRST_LEVEL + max(passage.level, 1) - 1, LAST_LEVEL)
    return Shown(passage, text_mark(passage.text), _boxes(passage, metadata), f"h{level}", said)


def _boxes(passage: Passage, metadata: DocumentMetadata) -> str:
    """Return the passage's boxes in per cent of their pages, so that they fit an image of any size."""
    parts = []
    for piece in passage.pieces:
        if not 0 < piece.page <= len(metadata.page_sizes):
            continue
        width, height = metadata.page_sizes[piece.page - 1]
        if width <= 0 or height <= 0:
            continue
        box = piece.box
        place = (100 * box.x0 / width, 100 * box.y0 / height)
        size = (100 * (box.x1 - box.x0) / width, 100 * (box.y1 - box.y0) / height)
        parts.append(f"{piece.page}:" + ",".join(f"{value:.2f}" for value in (*place, *size)))
    return ";".join(parts)
