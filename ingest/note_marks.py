"""Marks of footnotes set on words ("invånare²") → left out where the note stands on the page; other raised figures stay (pure)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.geometry import Word

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_RAISED = str.maketrans("0123456789", _RAISED)
_TO_PLAIN = str.maketrans(_RAISED, "0123456789")
_MARKED = re.compile(rf"(?P<word>.*[^\s{_RAISED}])(?P<marks>[{_RAISED}]{{1,2}}(?:,[{_RAISED}]{{1,2}})*)")
_OPENS_NOTE = re.compile(rf"\d{{1,2}}|[{_RAISED}]{{1,2}}\S*")
# "m²", "cm³", "10 m²/s": what is raised here belongs to the unit.
_UNIT = re.compile(r"(?:^|\W)(?:[cdkm]?m|s|/s)$")
_SMALLER = 0.5
_SIGNS = ".,;:)?!-"


def raised(text: str, mark: int) -> str:
    """Return the text of a word with its last figures, from ``mark`` on, written as raised ones."""
    return text[:mark] + text[mark:].translate(_TO_RAISED)


def without_note_marks(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words of a page without the marks of notes that stand on it."""
    marked = {
        place: found
        for place, word in enumerate(words)
        if word.text[-1] in _RAISED and (found := _MARKED.fullmatch(word.text)) and not _UNIT.search(found["word"])
    }
    if not marked:
        return words
    notes = _notes(words)
    told = {
        place: found["word"] for place, found in marked.items() if notes.issuperset(_numbers(found["marks"].split(",")))
    }
    return list(_unmarked(words, told))


def _unmarked(words: Sequence[Word], told: Mapping[int, str]) -> Iterator[Word]:
    """Yield the words without their marks; a sign that stands behind a mark goes with the word."""
    marked: Word | None = None
    for place, word in enumerate(words):
        if marked is not None:
            behind = word.text[0] in _SIGNS and marked.y0 < word.y1 and word.y0 < marked.y1 and word.x0 < marked.x1 + 2
            yield marked._replace(text=marked.text + word.text, x1=word.x1) if behind else marked
            marked = None
            if behind:
                continue
        if place in told:
            marked = word._replace(text=told[place])
        else:
            yield word
    if marked is not None:
        yield marked


def _numbers(marks: Sequence[str]) -> list[int]:
    return [int(mark.translate(_TO_PLAIN)) for mark in marks]


def _notes(words: Sequence[Word]) -> set[int]:
    """Return the numbers that open notes: first on their line, raised or in smaller type than most words of the page."""
    sizes = [word.size for word in words]
    usual = max(set(sizes), key=sizes.count)
    found = set()
    for word in words:
        opens = _OPENS_NOTE.fullmatch(word.text)
        if opens is None or (word.text[0] not in _RAISED and word.size > usual - _SMALLER):
            continue
        if not any(other.x1 <= word.x0 and other.y0 < word.y1 and word.y0 < other.y1 for other in words):
            found.add(int(re.match(rf"[\d{_RAISED}]+", word.text)[0].translate(_TO_PLAIN)))  # type: ignore[index]
    return found
