"""Lists of who voted what: each name told with the column its cross stands in, or below the word it voted (pure)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.documents import Block, Passage, Piece
from ingest.pieces import joined_texts

_YES = r"ja(?:-?\s?röst(?:er|ar|ade)?)?"
_NO = r"nej(?:-?\s?röst(?:er|ar|ade)?)?"
_NEITHER = r"avstår|avstod|avstått|avstående|blankt?|nedlagd(?:a)?(?:\s+röst(?:er)?)?|röstar\s+(?:inte|ej)|deltar\s+(?:inte|ej)"
_NUMBER_OF_SECTION = r"(?:§+\s?\d{1,4}\s+)?"
_VOTE = re.compile(
    rf"{_NUMBER_OF_SECTION}(?:(?P<side>{_YES}|{_NO})|{_NEITHER})(?:\s*\(?\d{{1,3}}\)?)?:?", re.IGNORECASE
)
# "Ja-röster:", "Följande ledamöter röstar nej:", "Avstår (2)": what the names below it voted.
_LABEL = re.compile(
    rf"(?:{_YES}|{_NO}|{_NEITHER})(?:\s*\(?\d{{1,3}}\s*(?:st|röster)?\)?)?:?|"
    r"[^.:]{0,60}\b(?:röst(?:ar|ade|at)|rösta)\s+(?:ja|nej)\b[^.:]{0,40}:|[^.:]{0,60}\b(?:avstår|avstod)\b[^.:]{0,40}:",
    re.IGNORECASE,
)
_MARK = re.compile(r"[x×✓✔✗✘•●*1]|ja|nej|avst\w{2,4}", re.IGNORECASE)
_TOTAL = re.compile(r"(?:summa|resultat|total|antal|utfall)\w*", re.IGNORECASE)
_VOTER = re.compile(
    r"(?:[A-ZÅÄÖÉ][\w’'-]+\.?\s){1,4}(?:\([A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}\)|[A-ZÅÄÖÉ][\w’'-]+)(?:,\s[\w:. -]{3,60})?"
)
_VOTERS = re.compile(rf"{_VOTER.pattern}(?:[,;]?\s{_VOTER.pattern})*")


def names_votes(cells: Sequence[str]) -> bool:
    """Tell whether cells name the columns of a list of votes: at least one of them for yes and one for no."""
    sides = {match["side"][:1].lower() for cell in cells if (match := _VOTE.fullmatch(cell.strip())) and match["side"]}
    return sides == {"j", "n"}


def tells_vote(line: str, columns: Sequence[str]) -> bool:
    """Tell whether a line in front of a row names the columns it is marked in, not all columns of its table."""
    return names_votes(columns) and all(name in columns for name in line.split(", "))


def is_mark(text: str) -> bool:
    """Tell whether the text of a cell is a cross and no more."""
    return _MARK.fullmatch(text.strip()) is not None


def with_votes(made: Sequence[Passage]) -> list[Passage]:
    """Return the passages with each row of a list of votes below the name of its column, and lists of names made one."""
    found: list[Passage] = []
    for listed, group in groupby(made, key=lambda passage: passage.table_header if _is_row(passage) else ()):
        members = list(group)
        if not listed:
            found.extend(_with_voters_below(members))
        elif all(_VOTE.fullmatch(name.strip()) for name in listed):
            found[-1:] = (
                _by_column(found[-1], members) if found and found[-1].cells == listed else [found[-1], *members]
            )
        else:
            found.extend(members if _counts(members) else map(_told, members))
    return found


def _is_row(passage: Passage) -> bool:
    return bool(passage.cells) and len(passage.cells) == len(passage.table_header) and names_votes(passage.table_header)


def _counts(rows: Sequence[Passage]) -> bool:
    """Tell rows that say how many of a party voted so or so from those of members: a figure is no cross."""
    cells = [cell.strip() for row in rows if not _TOTAL.match(row.cells[0]) for cell in row.cells[1:]]
    return any(cell.isdecimal() and int(cell) > 1 for cell in cells)


def _told(row: Passage) -> Passage:
    """Return a row of crosses with the names of the columns they stand in on a line in front of it."""
    columns = [
        name
        for name, cell in zip(row.table_header, row.cells, strict=True)
        if _VOTE.fullmatch(name.strip()) and is_mark(cell)
    ]
    if not columns or _TOTAL.match(row.cells[0]):
        return replace(row, block=Block.TABLE_ROW)
    vote = ", ".join(columns)
    text, pieces = joined_texts(((vote, ()), (row.text, row.pieces)), "\n")
    return replace(row, text=text, end=len(text), pieces=pieces, block=Block.TABLE_ROW)


def _by_column(names: Passage, rows: Sequence[Passage]) -> Iterator[Passage]:
    """Yield a passage for each column of names: the word they voted, and below it who did."""
    for column, name in enumerate(names.cells):
        voters = [(row.cells[column], row) for row in rows if row.cells[column]]
        lines = [(name, names.pieces), *((voter, _whole(row, voter)) for voter, row in voters)]
        text, pieces = joined_texts(lines, "\n")
        yield replace(names, text=text, end=len(text), pieces=pieces, block=Block.PARAGRAPH, cells=(), table_header=())


def _whole(row: Passage, text: str) -> tuple[Piece, ...]:
    return tuple(replace(piece, start=0, end=len(text)) for piece in row.pieces[:1])


def _with_voters_below(made: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages with names that stand line by line below what they voted made one with it."""
    position = 0
    while position < len(made):
        last = position
        if not made[position].cells and _LABEL.fullmatch(made[position].text.strip()):
            while last + 1 < len(made) and _votes(made[last + 1]):
                last += 1
        if last > position:
            text, pieces = joined_texts(((part.text, part.pieces) for part in made[position : last + 1]), "\n")
            block = Block.PARAGRAPH
            yield replace(made[position], text=text, end=len(text), pieces=pieces, block=block, level=0)
        else:
            yield made[position]
        position = last + 1


def _votes(passage: Passage) -> bool:
    return not passage.level and not passage.cells and _VOTERS.fullmatch(" ".join(passage.text.split())) is not None
