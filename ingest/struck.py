"""Words with a line drawn through them → left out: a proposal shows so what is to be taken out of a paper (pure)."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from ingest.geometry import SHORTEST_RULE, Rule, Word

# Shares of the height of a word between which a line strikes it out, and of its width that the line covers at least.
_HIGHEST, _LOWEST = 0.38, 0.72
_MOST = 0.75
# Share of the type by which a line may end beyond the words: a space.
_OVERHANG = 0.6
# Lines of diagrams and tables have no thickness, or end where no word does.
_THINNEST = 0.3
# Share of the type that a space is wide at most.
_SPACE = 0.8
_MARKERS = "•▪●○◦·■□➢✓"
_SIGNS = f"{_MARKERS}*–-.,"


def without_struck(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[Sequence[Word], Sequence[Rule]]:
    """Return the words of a page that no line is drawn through, and the rules that are neither such lines nor too short."""
    struck: set[Word] = set()
    lines: set[Rule] = set()
    order = sorted(words, key=lambda word: word.y0)
    tops = [word.y0 for word in order]
    highest = max((word.y1 - word.y0 for word in words), default=0.0)
    for rule in rules:
        if rule.vertical or rule.y1 - rule.y0 < _THINNEST:
            continue
        near = order[bisect_left(tops, rule.y0 - highest) : bisect_right(tops, rule.y1)]
        through = [word for word in near if _runs_through(rule, word)]
        if through and _ends_with(rule, through):
            struck.update(through)
            lines.add(rule)
    left = [rule for rule in rules if rule not in lines and (rule.vertical or rule.x1 - rule.x0 >= SHORTEST_RULE)]
    if not struck:
        return words, left
    kept = [word for word in words if word not in struck and not _marks_struck(word, words, struck)]
    return _closed_up(kept, struck, [rule for rule in left if rule.vertical]), left


def _runs_through(rule: Rule, word: Word) -> bool:
    """Tell whether a line runs through the middle of a word, from end to end but for a bracket or a point."""
    height = ((rule.y0 + rule.y1) / 2 - word.y0) / (word.y1 - word.y0)
    across = min(word.x1, rule.x1) - max(word.x0, rule.x0)
    return _HIGHEST < height < _LOWEST and across > _MOST * (word.x1 - word.x0) and word.text.strip(_SIGNS) != ""


def _ends_with(rule: Rule, words: Sequence[Word]) -> bool:
    """Tell whether a line begins and ends where words do, a space beyond them maybe."""
    room = _OVERHANG * max(word.size for word in words)
    first, last = min(word.x0 for word in words), max(word.x1 for word in words)
    return abs(first - rule.x0) <= room and abs(last - rule.x1) <= room


def _marks_struck(word: Word, words: Sequence[Word], struck: Collection[Word]) -> bool:
    """Tell the marker of an item all of whose words on the line are struck out."""
    if word.text not in _MARKERS:
        return False
    beside = [other for other in words if other.x0 > word.x0 and _on_one_line(word, other)]
    return bool(beside) and all(other in struck for other in beside)


def _closed_up(words: Sequence[Word], struck: Collection[Word], upright: Sequence[Rule]) -> list[Word]:
    """Return the words with those beside the room of what was struck out reaching over it: no column begins there."""
    closed = list(words)
    begins: list[Word] = []
    for gone in sorted(struck, key=lambda word: word.x0):
        place = next((at for at, word in enumerate(closed) if _follows(word, gone, upright)), None)
        if place is None:
            begins.append(gone)
        else:
            closed[place] = closed[place]._replace(x1=gone.x1)
    for gone in reversed(begins):
        place = next((at for at, word in enumerate(closed) if _follows(gone, word, upright)), None)
        if place is not None:
            closed[place] = closed[place]._replace(x0=gone.x0)
    return closed


def _follows(word: Word, other: Word, upright: Sequence[Rule]) -> bool:
    """Tell whether a word stands right behind another on its line, no rule between them."""
    if not (_on_one_line(word, other) and -1 < other.x0 - word.x1 < _SPACE * word.size):
        return False
    return not any(
        word.x1 - 1 <= rule.x0 <= other.x0 + 1 and rule.y0 < word.y1 and rule.y1 > word.y0 for rule in upright
    )


def _on_one_line(word: Word, other: Word) -> bool:
    return abs(other.y1 - word.y1) < 0.5 * (word.y1 - word.y0)
