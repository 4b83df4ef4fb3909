"""Arrange a document's passages for reading: headings, lists, tables, page marks, boxes. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from assistant.web.wording import text_mark
from ingest.documents import Block, Box, DocumentMetadata, Force, Passage


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


@dataclass(frozen=True, slots=True)
class Run:
    """Hold neighbouring passages of one shape; ``new_page`` is the page that begins before them."""

    shape: Shape
    shown: tuple[Shown, ...]
    new_page: int | None
    header: tuple[str, ...] = ()
    # The passage that is the table's header.
    titles: Shown | None = None

    @property
    def force(self) -> Force | None:
        """Return what the passages are in the case; None for headings and background."""
        force = self.shown[0].passage.force
        return None if self.shape is Shape.HEADING or force is Force.BACKGROUND else force


@dataclass(frozen=True, slots=True)
class Part:
    """Hold neighbouring runs of one force, which is said once over them all."""

    force: Force | None
    runs: tuple[Run, ...]


def parts(found: Iterable[Run]) -> tuple[Part, ...]:
    """Return the runs in parts of one force."""
    return tuple(Part(force, tuple(group)) for force, group in groupby(found, key=lambda run: run.force))


def runs(passages: Iterable[Passage], metadata: DocumentMetadata) -> tuple[Run, ...]:
    """Return the passages in reading order, neighbours that belong together as one run."""
    found: list[Run] = []
    page = deepest = 0
    for key, group in groupby(passages, key=_run_key):
        members = tuple(group)
        if key[0] is Shape.HEADING:
            # No level is left out on the way down: a screen reader would announce a gap.
            deepest = min(max(members[0].level, 1), deepest + 1)
        shown = tuple(_shown(passage, metadata, deepest) for passage in members)
        first = shown[0].passage
        new_page = first.page if first.page != page else None
        page = first.page
        if found and new_page is None and _goes_on(found[-1], first):
            found[-1] = replace(found[-1], shown=(*found[-1].shown, *shown))
        elif found and new_page is None and _is_header(found[-1], first):
            before = found.pop()
            found.append(Run(key[0], shown, before.new_page, first.table_header, before.shown[0]))
        else:
            found.append(Run(key[0], shown, new_page, first.table_header))
    return tuple(found)


def _is_header(run: Run, row: Passage) -> bool:
    """Tell whether a row alone is the header of the rows after it: it is read as one, and shown as one."""
    return (
        run.shape is Shape.TABLE
        and len(run.shown) == 1
        and bool(row.cells)
        and run.shown[0].passage.cells == row.table_header
    )


def _goes_on(run: Run, passage: Passage) -> bool:
    """Tell whether a heading is the title of the § whose number stands in a heading of its own before it."""
    before = run.shown[-1].passage
    return (
        run.shape is Shape.HEADING
        and SHAPES.get(passage.block) is Shape.HEADING
        and len(run.shown) == 1
        and before.section_sign is not None
        and before.text.startswith("§")
        and (passage.section_sign, passage.level) == (before.section_sign, before.level)
    )


def _run_key(passage: Passage) -> tuple[Shape, int, tuple[str, ...], int, Force]:
    shape = SHAPES.get(passage.block, Shape.PARAGRAPH)
    if shape is Shape.TABLE and not passage.cells:
        shape = Shape.PARAGRAPH
    alone = passage.ordinal if shape in (Shape.HEADING, Shape.PARAGRAPH) else 0
    width = len(passage.cells) if shape is Shape.TABLE else 0
    return (shape, passage.page, (*passage.table_header, str(width)), alone, passage.force)


def _shown(passage: Passage, metadata: DocumentMetadata, depth: int) -> Shown:
    level = min(FIRST_LEVEL + max(depth, 1) - 1, LAST_LEVEL)
    return Shown(passage, text_mark(passage.text), _boxes(passage, metadata), f"h{level}")


def _boxes(passage: Passage, metadata: DocumentMetadata) -> str:
    """Return the passage's boxes in per cent of their pages, so that they fit an image of any size."""
    parts = []
    for page, box in _areas(passage):
        if not 0 < page <= len(metadata.page_sizes):
            continue
        width, height = metadata.page_sizes[page - 1]
        if width <= 0 or height <= 0:
            continue
        place = (100 * box.x0 / width, 100 * box.y0 / height)
        size = (100 * (box.x1 - box.x0) / width, 100 * (box.y1 - box.y0) / height)
        parts.append(f"{page}:" + ",".join(f"{value:.2f}" for value in (*place, *size)))
    return ";".join(parts)


def _areas(passage: Passage) -> list[tuple[int, Box]]:
    """Return the places of a passage: lines under one another as one box, so that its edge crosses no words."""
    areas: list[tuple[int, Box]] = []
    for piece in passage.pieces:
        if areas and areas[-1][0] == piece.page and _follows(areas[-1][1], piece.box):
            area, box = areas[-1][1], piece.box
            areas[-1] = (
                piece.page,
                Box(min(area.x0, box.x0), area.y0, max(area.x1, box.x1), max(area.y1, box.y1)),
            )
        else:
            areas.append((piece.page, piece.box))
    return areas


def _follows(area: Box, line: Box) -> bool:
    """Tell whether a line stands right under an area, in the same column."""
    height = line.y1 - line.y0
    return area.y0 < line.y0 <= area.y1 + height and line.x0 < area.x1 and area.x0 < line.x1
