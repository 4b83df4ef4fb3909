"""Rows of a table as passages: column names with the first row they name, numbered rows over those they head (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ingest.documents import Block, Passage
from ingest.pieces import joined_texts
from ingest.sections import section_of
from ingest.votes import tells_vote

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,3})*)\.?(?: ?\*)?")
_LETTER = re.compile(r"[a-zåäö][).]")
_FIRST_LETTER = re.compile(r"a[).]")
# What a row is about, or its number and words, and at least one column that tells something of it.
_FEWEST_CELLS = 3
_LONGEST_TITLE = 100
_LONGEST_LABEL = 60
# "Vuxna", "2,5–3,5 m", "> 4 m": what tells rows of one group apart; a figure alone may be their sum.
_LABEL = re.compile(r"[^\W\d_]|[<>≤≥]|\d[\d,.]*\s?[-–]\s?\d")
_DIGIT = re.compile(r"\d")
_TOTAL = re.compile(r"(?:del|slut)?summ|total", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Head:
    """Hold a row that others stand under: its number and its words."""

    number: str
    title: str


def with_rows_told(made: Sequence[Passage]) -> list[Passage]:
    """Return the passages, each row of a table with the rows it stands under in its path, the first with its columns."""
    return list(_with_columns(list(_with_heads(list(_with_groups(_with_titles(made)))))))


def row_lines(row: Passage) -> tuple[tuple[int, int], ...]:
    """Return where the lines of a row begin and end: the names of its columns where it holds them, and the row."""
    names = row.text.find("\n")
    if names < 0 or tells_vote(row.text[:names], row.table_header):
        return ((0, len(row.text)),)
    return ((0, names), (names + 1, len(row.text)))


def _with_columns(made: Sequence[Passage]) -> Iterator[Passage]:
    """Join the row that names the columns with the row below it: alone it says nothing, and is no row of its own."""
    names: Passage | None = None
    for passage, following in zip_longest(made, made[1:]):
        if following is not None and _names_columns_of(passage, following):
            names = passage
        elif names is not None:
            text, pieces = joined_texts(((part.text, part.pieces) for part in (names, passage)), "\n")
            yield replace(passage, text=text, end=len(text), pieces=pieces)
            names = None
        else:
            yield passage


def _names_columns_of(first: Passage, row: Passage) -> bool:
    rows = first.block is row.block is Block.TABLE_ROW and first.page == row.page
    # Of two columns the first row may be as good a row as the others, set in bold.
    told = len(first.cells) >= _FEWEST_CELLS and first.cells == row.table_header
    return rows and told and not first.table_header


def _with_titles(made: Sequence[Passage]) -> list[Passage]:
    """Return the passages, rows below a title of their own in a table with it in their path.

    "Ordförande | 20 %" says nothing without "Socialnämnden", alone in its row, where "Ordförande" comes back further down.
    """
    found = list(made)
    first = 0
    while first < len(made):
        last = first
        while last + 1 < len(made) and _is_next_row(made[last], made[last + 1]):
            last += 1
        for place, title in _titled(made[first : last + 1]).items():
            row = made[first + place]
            found[first + place] = replace(row, heading_path=(*row.heading_path, title))
        first = last + 1
    return found


def _is_next_row(row: Passage, other: Passage) -> bool:
    rows = row.block is other.block is Block.TABLE_ROW and len(row.cells) == len(other.cells) > 1
    return rows and row.heading_path == other.heading_path and row.section_sign == other.section_sign


def _titled(table: Sequence[Passage]) -> dict[int, str]:
    """Return the title that each row of a table stands under; nothing where no label is told under two of them."""
    found: dict[int, str] = {}
    title = ""
    for place, (row, following) in enumerate(zip(table, [*table[1:], None], strict=True)):
        alone = bool(row.cells and row.cells[0]) and not any(row.cells[1:])
        if alone and following is not None and following.cells[0] and any(following.cells[1:]):
            title = row.cells[0] if _may_title(row.cells[0]) else ""
        elif title:
            found[place] = title
    told = {(table[place].cells[0], title) for place, title in found.items() if table[place].cells[0]}
    return found if len({label for label, _ in told}) < len(told) else {}


def _may_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and text[:1].isalpha() and section_of(text) is None


def _with_groups(made: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages, rows that leave out what they are of as it stands in the row above with it in front of them."""
    group: Passage | None = None
    for passage in made:
        if group is not None and _is_of_group(passage, group):
            text, pieces = joined_texts(((group.cells[0], ()), (passage.text, passage.pieces)), " ")
            cells = (group.cells[0], *passage.cells[1:])
            yield replace(passage, text=text, end=len(text), pieces=pieces, cells=cells)
            continue
        group = passage if passage.table_header and len(passage.cells) >= _FEWEST_CELLS and passage.cells[0] else None
        yield passage


def _is_of_group(row: Passage, first: Passage) -> bool:
    """Tell whether a row is told as the first one of its group is, but for what they are of: "– | Vuxna | 180 kr"."""
    if row.table_header != first.table_header or len(row.cells) != len(first.cells) or row.cells[0]:
        return False
    if not row.table_header[0] or _NUMBER.fullmatch(first.cells[0]) or _TOTAL.match(row.cells[1]):
        return False
    labels = all(_LABEL.match(cells[1]) and len(cells[1]) <= _LONGEST_LABEL for cells in (first.cells, row.cells))
    figures = any(map(_DIGIT.search, row.cells[2:]))
    return labels and figures and [bool(cell) for cell in row.cells[1:]] == [bool(cell) for cell in first.cells[1:]]


def _with_heads(made: Sequence[Passage]) -> Iterator[Passage]:
    """Put the numbered rows above a row in its path: "a) Anställd" says nothing without "2.1 Beslut om jäv"."""
    heads: list[_Head] = []
    width = 0
    for passage, following in zip_longest(made, made[1:]):
        cells = passage.cells
        if passage.block is not Block.TABLE_ROW or len(cells) < _FEWEST_CELLS or len(cells) != width:
            heads, width = [], len(cells) if passage.block is Block.TABLE_ROW else 0
        if width < _FEWEST_CELLS:
            yield passage
            continue
        number = _NUMBER.fullmatch(cells[0])
        if number is not None:
            heads = [head for head in heads if number["number"].startswith(f"{head.number}.")]
            title = _title(cells)
            if title and following is not None and _stands_under(following, number["number"], width):
                heads.append(_Head(number["number"], title))
        elif cells[0] and not _LETTER.fullmatch(cells[0]):
            heads = []
        yield replace(passage, heading_path=(*passage.heading_path, *(head.title for head in heads)))


def _stands_under(row: Passage, number: str, width: int) -> bool:
    """Tell whether the row below a numbered row is the first of those under it: "a)", or its number carried on."""
    if row.block is not Block.TABLE_ROW or len(row.cells) != width:
        return False
    return _FIRST_LETTER.fullmatch(row.cells[0]) is not None or (
        row.cells[0].startswith(f"{number}.") and _NUMBER.fullmatch(row.cells[0]) is not None
    )


def _title(cells: Sequence[str]) -> str:
    """Return the words of a numbered row; nothing where they name a section, which would give the rows its force."""
    words = next((cell for cell in cells[1:] if cell), "")
    if not words[:1].isalpha() or section_of(words) is not None:
        return ""
    return words if len(words) <= _LONGEST_TITLE else f"{words[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"
