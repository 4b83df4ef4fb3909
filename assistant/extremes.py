"""Find the row of a table that holds the most or the least of what is asked for; pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.candidates import Passages
from assistant.ground import Ground
from assistant.question import Understanding
from assistant.scoring import Scored
from index.swedish import STOP_WORDS, stem, words
from ingest.documents import Block, Passage

_MOST = r"högst(?:a)?|mest(?:a)?|störst(?:a)?|flest(?:a)?|dyrast(?:e)?|längst(?:a)?"
_LEAST = r"lägst(?:a)?|minst(?:a)?|färst|billigast(?:e)?|kortast(?:e)?"
# "Vilken skola har flest elever": "vilket är det högsta belopp som får beviljas" asks for a limit.
_ASKED = re.compile(
    rf"\bvilk(?:en|et|a)\b(?! är de[nt]?\b)[^?]*?\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))\b", re.IGNORECASE
)
_NUMBER = re.compile(r"(?P<sign>[-–−])?\s?(?P<digits>\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:[.,](?P<part>\d+))?")
# Rows that sum up the others.
_ALL = re.compile(
    r"\b(?:summa|total\w*|samtliga|alla|hela|snitt\w*|genomsnitt\w*|medel\w*|kommunen|riket)\b", re.IGNORECASE
)
# Fewer rows leave nothing to choose, and of so many a figure must stand in the column.
FEWEST = 3
READ = 0.75


def extreme_first(understanding: Understanding, scored: Sequence[Scored], passages: Passages | None) -> list[Scored]:
    """Return ranked sentences; where the best is a row and the most or least is asked for, the row that holds it comes first."""
    if not scored or passages is None or not _compares(understanding, scored[0].candidate.evidence.passage):
        return list(scored)
    best = scored[0]
    document = best.candidate.evidence.document.id
    rows = _rows(best.candidate.evidence.passage, passages(document))
    extreme = None if _names_row(understanding, rows) else _extreme(understanding, rows)
    for one in scored:
        if one.candidate.evidence.document.id == document and one.candidate.evidence.passage.ordinal == extreme:
            return [replace(one, score=best.score), *(other for other in scored if other is not one)]
    return list(scored)


def lacks_extreme(understanding: Understanding, ground: Ground) -> bool:
    """Tell whether the most or least is asked for and another row is read first than the one that a column shows to hold it."""
    first = ground.shown[0].evidence
    if not _compares(understanding, first.passage):
        return False
    rows = _rows(first.passage, ground.passages(first.document.id))
    return not _names_row(understanding, rows) and _extreme(understanding, rows) != first.passage.ordinal


def _compares(understanding: Understanding, passage: Passage) -> bool:
    """Tell whether the most or least is asked for and a row of a table is what comes first."""
    return passage.block is Block.TABLE_ROW and _ASKED.search(understanding.text) is not None


def _extreme(understanding: Understanding, rows: Sequence[Passage]) -> int | None:
    """Return where the one of all rows of a table stands that holds the most or least of what is asked for; None if none can be told."""
    asked = _ASKED.search(understanding.text)
    column = _column(understanding, rows[0].table_header) if rows else None
    if asked is None or column is None or len(rows) < FEWEST:
        return None
    found = [(value, one.ordinal) for one in rows if (value := _value(one.cells[column])) is not None]
    if len(found) < max(FEWEST, READ * len(rows)):
        return None
    extreme = (max if asked["most"] else min)(value for value, _ in found)
    held = [ordinal for value, ordinal in found if value == extreme]
    return held[0] if len(held) == 1 else None


def _rows(row: Passage, every: Sequence[Passage]) -> list[Passage]:
    """Return the rows of the table that a row stands in, without those that sum up others."""
    return [
        one
        for one in every
        if one.block is Block.TABLE_ROW
        and (one.heading_path, one.table_header) == (row.heading_path, row.table_header)
        and len(one.cells) == len(one.table_header) > 1
        and not _ALL.search(one.cells[0])
    ]


def _names_row(understanding: Understanding, rows: Sequence[Passage]) -> bool:
    """Tell whether a question names one of some rows by a word that tells it from the others: its own value is asked for."""
    named = [{stem(word) for word in words(one.cells[0])} for one in rows]
    asked = {stem(word) for word in words(understanding.text) if word not in STOP_WORDS}
    return any(0 < sum(word in one for one in named) < len(named) for word in asked)


def _column(understanding: Understanding, columns: Sequence[str]) -> int | None:
    """Return the place of the one column after the first that shares most words with the question; None where none or several do."""
    asked = {stem(word) for word in words(understanding.text) if word not in STOP_WORDS}
    shared = [len(asked & {stem(word) for word in words(name)}) for name in columns[1:]]
    most = max(shared, default=0)
    return shared.index(most) + 1 if most and shared.count(most) == 1 else None


def _value(cell: str) -> float | None:
    """Return the one figure of a cell."""
    found = list(_NUMBER.finditer(cell))
    if len(found) != 1:
        return None
    number = float(re.sub(r"\s", "", found[0]["digits"]) + f".{found[0]['part'] or 0}")
    return -number if found[0]["sign"] else number
