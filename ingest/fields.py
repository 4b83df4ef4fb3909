"""Fields and boxes to tick of a printed form → words: a label with the value below it reads on, an empty box is told (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.geometry import Row, Rule, Word, rows, segment
from ingest.normalise import join_lines

EMPTY_BOX = "☐"
BOXES = "☐☑☒✕"
# Points that a box to tick measures across and down, and by which they may differ.
_SMALLEST, _LARGEST = 6.0, 17.0
_SQUARE = 1.5
# Points by which shapes may lie apart and still touch, and a label and its value begin apart.
_TOUCH = 2.0
_SAME_EDGE = 3.0
_HIGHEST_FIELD = 60.0
# Points that a rule between two fields begins behind the one beside the labels, and that the latter is long at least.
_BESIDE, _LONGEST_PART = 12.0, 300.0
_FEWEST_FIELDS = 4
_CLOSE = 0.5
# Share of its type that a label stands below the rule above it at most.
_FIRST_LINE = 2.0
_LOWEST_CELL, _NARROWEST_CELL = 8.0, 12.0
# Share of its value that a label is set in at most.
_SMALLER = 0.9


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold a drawn rectangle; ``outlined`` where its sides are drawn."""

    x0: float
    y0: float
    x1: float
    y1: float
    outlined: bool

    @property
    def sides(self) -> tuple[Rule, ...]:
        """Return the sides of a rectangle that may be a cell of a table."""
        x0, y0, x1, y1 = self.x0, self.y0, self.x1, self.y1
        if not self.outlined or y1 - y0 < _LOWEST_CELL or x1 - x0 < _NARROWEST_CELL:
            return ()
        return Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)

    def holds(self, word: Word) -> bool:
        """Tell whether the middle of a word lies inside."""
        return self.x0 <= (word.x0 + word.x1) / 2 <= self.x1 and self.y0 <= (word.y0 + word.y1) / 2 <= self.y1


def _is_square(shape: Shape) -> bool:
    """Tell whether a rectangle may be a box to tick: small, as wide as high, its sides drawn."""
    across, down = shape.x1 - shape.x0, shape.y1 - shape.y0
    small = min(across, down) >= _SMALLEST and max(across, down) <= _LARGEST
    return shape.outlined and small and abs(across - down) <= _SQUARE


def _boxes(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the boxes to tick of a page; squares that touch one another are the cells of a table."""
    squares = [shape for shape in shapes if _is_square(shape)]
    return [one for one in squares if not any(_touch(one, other) for other in squares if other is not one)]


def without_boxes(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shapes that are no boxes to tick."""
    boxes = _boxes(shapes)
    return [shape for shape in shapes if shape not in boxes]


def _touch(one: Shape, other: Shape) -> bool:
    beside = one.x0 - _TOUCH <= other.x1 and other.x0 - _TOUCH <= one.x1
    return beside and one.y0 - _TOUCH <= other.y1 and other.y0 - _TOUCH <= one.y1


def with_fields(words: Sequence[Word], shapes: Sequence[Shape]) -> list[Word]:
    """Return the words of a page with each empty box told, and each label and its value in one field made one word."""
    boxes = _boxes(shapes)
    # Where one may choose, there are two; a single square is a mark of a diagram.
    choices = boxes if len(boxes) > 1 else []
    empty = [shape for shape in choices if not any(shape.holds(word) for word in words)]
    found = list(words)
    for shape in shapes:
        if shape.outlined or shape.y1 - shape.y0 > _HIGHEST_FIELD:
            continue
        inside = [word for word in found if shape.holds(word)]
        told = rows(inside) if len(inside) > 1 else []
        if _is_field(told):
            found = [word for word in found if word not in inside]
            found.append(_one_word(told))
    size = min((word.size for word in words), default=0.0)
    return found + [Word(EMPTY_BOX, box.x0, box.y0, box.x1, box.y1, size) for box in empty]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Hold the label of a field of a form, its lines made one word, and the words beside it."""

    label: Word
    words: list[Word]


def labelled_parts(words: Sequence[Word], rules: Sequence[Rule]) -> list[Labelled]:
    """Return the fields of a form that has its labels left of an upright rule, from the top; none where it has not.

    Such a form parts its fields by rules that begin right of the upright one: no table, for nothing stands around it.
    """
    edge = _label_edge(words, rules)
    if edge is None:
        return []
    top, bottom = _reach(rules, edge)
    inside = [word for word in words if top < (word.y0 + word.y1) / 2 < bottom]
    ends = sorted(rule.y0 for rule in rules if not rule.vertical and 0 <= rule.x0 - edge <= _BESIDE)
    labels: list[list[Row]] = []
    for row in rows([word for word in inside if word.x1 <= edge]):
        if labels and _goes_on_with(labels[-1][-1], row, ends):
            labels[-1].append(row)
        else:
            labels.append([row])
    if len(labels) < _FEWEST_FIELDS:
        return []
    found = [Labelled(_label(lines), []) for lines in labels]
    for row in rows([word for word in inside if word.x1 > edge]):
        middle = sum(part.y0 + part.y1 for part in row) / (2 * len(row))
        above = [part for part in found if _begins(part.label, ends) <= middle]
        (above[-1] if above else found[0]).words.extend(word for part in row for word in part.words)
    return found


def _begins(label: Word, ends: Sequence[float]) -> float:
    """Return where a field begins: at the rule above its label, or with the label itself."""
    rule = max((end for end in ends if end <= label.y0 + _TOUCH), default=0.0)
    return rule if label.y0 - rule < _FIRST_LINE * label.size else label.y0 - 0.5 * label.size


def _reach(rules: Sequence[Rule], edge: float) -> tuple[float, float]:
    beside = [rule for rule in rules if rule.vertical and abs(rule.x0 - edge) <= 1]
    return min(rule.y0 for rule in beside), max(rule.y1 for rule in beside)


def _label_edge(words: Sequence[Word], rules: Sequence[Rule]) -> float | None:
    """Return where the upright rule right of the labels of a form stands, or None where no form has any."""
    lengths: dict[int, float] = {}
    for rule in rules:
        if rule.vertical:
            lengths[round(rule.x0)] = lengths.get(round(rule.x0), 0.0) + rule.y1 - rule.y0
    for place, length in sorted(lengths.items(), key=lambda one: -one[1]):
        edge = place + 0.5
        across = [rule for rule in rules if not rule.vertical and rule.x0 < edge + _BESIDE]
        inside = across and all(rule.x0 >= edge - _TOUCH for rule in across)
        left = [word for word in words if word.x0 < edge]
        if length >= _LONGEST_PART and len(across) >= _FEWEST_FIELDS and inside and len(left) >= _FEWEST_FIELDS:
            return edge
    return None


def _goes_on_with(above: Row, row: Row, ends: Sequence[float]) -> bool:
    """Tell whether a line of a label goes on with the one above: close to it, no rule between them."""
    bottom, top = max(part.y1 for part in above), min(part.y0 for part in row)
    return top - bottom < _CLOSE * row[0].size and not any(bottom - _TOUCH < end < top + _TOUCH for end in ends)


def _label(lines: Sequence[Row]) -> Word:
    text = ""
    for row in lines:
        text = join_lines(text, " ".join(part.text for part in row))[0]
    first = lines[0]
    words = [word for part in first for word in part.words]
    box = segment(words)
    bold = all(word.bold for word in words)
    return Word(text, box.x0, box.y0, max(part.x1 for row in lines for part in row), box.y1, box.size, bold)


def _is_field(told: Sequence[Row]) -> bool:
    """Tell whether words are a label in small type right above its value."""
    if len(told) != 2 or any(len(row) > 1 for row in told):
        return False
    (label,), (value,) = told
    return label.size <= _SMALLER * value.size and abs(label.x0 - value.x0) <= _SAME_EDGE


def _one_word(told: Sequence[Row]) -> Word:
    parts = [part for row in told for part in row]
    label, value = parts
    bold = all(word.bold for word in value.words)
    text = f"{label.text} {value.text}"
    return Word(text, min(label.x0, value.x0), label.y0, max(label.x1, value.x1), value.y1, value.size, bold)
