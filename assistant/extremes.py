"""Find the row of a table that holds the most or the least of what is asked for; pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.question import Understanding
from assistant.scoring import Scored
from assistant.verify import Place
from index.swedish import STOP_WORDS, stem, words
from ingest.documents import Block, Passage

_MOST = r"högst(?:a)?|mest(?:a)?|störst(?:a)?|flest(?:a)?|dyrast(?:e)?|längst(?:a)?"
_LEAST = r"lägst(?:a)?|minst(?:a)?|färst|billigast(?:e)?|kortast(?:e)?"
# "Vilken skola har flest elever": "hur mycket får det högst kosta" asks for a limit.
_ASKED = re.compile(
    rf"\b(?:vilk(?:en|et|a)|vem|vad|var)\b[^?]*?\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))\b", re.IGNORECASE
)
_TOLD = re.compile(rf"\b(?:{_MOST}|{_LEAST})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<sign>[-–−])?\s?(?P<digits>\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:[.,](?P<part>\d+))?")
# Rows that sum up the others.
_ALL = re.compile(
    r"\b(?:summa|total\w*|samtliga|alla|hela|snitt\w*|genomsnitt\w*|medel\w*|kommunen|riket)\b", re.IGNORECASE
)
# Fewer rows leave nothing to choose, and of so many a figure must stand in the column.
FEWEST = 3
READ = 0.75


def extreme_first(understanding: Understanding, scored: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences; where the best is a row and the most or least is asked for, the row that holds it comes first."""
    asked = _ASKED.search(understanding.text)
    if asked is None or not scored or not _is_row(scored[0].candidate.evidence.passage):
        return list(scored)
    best = scored[0]
    rows = [one for one in scored if _same_table(one, best) and not _ALL.search(_cells(one)[0])]
    column = _column(understanding, _passage(best).table_header)
    if column is None or len(rows) < FEWEST:
        return list(scored)
    found = [(value, one) for one in rows if (value := _value(_cells(one)[column])) is not None]
    if len(found) < max(FEWEST, READ * len(rows)):
        return list(scored)
    choose = max if asked["most"] else min
    value = choose(number for number, _ in found)
    chosen = [one for number, one in found if number == value]
    if len(chosen) > 1:
        return list(scored)
    first = replace(chosen[0], score=best.score)
    return [first, *(one for one in scored if one is not chosen[0])]


def lacks_extreme(understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether the most or least is asked for and a row is read first that no column lets compare with the others."""
    passage = shown[0].evidence.passage
    if not _ASKED.search(understanding.text) or passage.block is not Block.TABLE_ROW:
        return False
    told = any(_TOLD.search(place.text) for place in shown)
    return not told and _column(understanding, passage.table_header) is None


def _passage(one: Scored) -> Passage:
    return one.candidate.evidence.passage


def _is_row(passage: Passage) -> bool:
    return passage.block is Block.TABLE_ROW and len(passage.cells) == len(passage.table_header) > 1


def _cells(one: Scored) -> tuple[str, ...]:
    return _passage(one).cells


def _same_table(one: Scored, other: Scored) -> bool:
    own, its = _passage(one), _passage(other)
    same = one.candidate.evidence.document.id == other.candidate.evidence.document.id
    return same and _is_row(own) and (own.heading_path, own.table_header) == (its.heading_path, its.table_header)


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
