"""Find what passages say to belong to a label: a place to its zone, a month to its season; pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.bounds import asked_months, season_holds, seasons_of
from index.swedish import words
from ingest.documents import Block, Passage
from ingest.sentences import sentences

# What somebody belongs to, by number or letter: "zon 3", "område B".
_LABEL = re.compile(
    r"\b[^\W\d_]*(?:zon|område|klass|kategori|grupp|nivå|tariff|distrikt|steg|typ)(?:en|et|n)?\s(?:\d{1,2}|[A-H]|[IVX]{1,4})\b(?![,.]\d)",
    re.IGNORECASE,
)
# "Ekvik och Sund hör till zon 2": what belongs stands before the label.
_BELONGS = re.compile(
    r"\b(?:hör(?: (?:till|hemma))?|tillhör|ligger|räknas|ingår|klassas|hänförs|placeras|omfattas)\b", re.IGNORECASE
)
# "Högsäsong är den 15 juni till den 15 augusti", "Sommar: 1 maj–30 september".
_PERIOD_OF = re.compile(
    r"^\W*(?:som\s+|med\s+|under\s+)?(?P<name>[^\W\d_]{4,})(?:\s+(?:är|avser|avses|omfattar|räknas|gäller|infaller|pågår|varar|menas|löper)\b|\s*[:(–-])",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:övrig\w*|annan tid|resten|annars)\b", re.IGNORECASE)
# A label is told within so many letters of where a sentence begins, and has so many words.
OPENING = 12
MOST_WORDS = 4
# A cell this short is a label only with the name of its column: "3" under "Zon".
SHORT = 2
# "Lågsäsong" ends as "högsäsong" does.
SAME_END = 6

Label = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Hold what a text of a passage says to belong to a label: to "zon 3" belong "Ekvik och Sund"."""

    label: Label
    members: str
    passage: Passage
    text: str


@dataclass(frozen=True, slots=True)
class Season:
    """Hold the name of a part of the year, whether it holds the month that is asked about, and where it is told."""

    name: str
    holds: bool
    passage: Passage
    text: str

    def borne_by(self, text: str) -> bool:
        """Tell whether a text is for the part of the year that holds the month that is asked about."""
        said = words(text)
        if self.holds:
            return self.name in said
        other = any(one != self.name and one[-SAME_END:] == self.name[-SAME_END:] for one in said)
        return other or _REST.search(text) is not None


def bears(label: Label, text: str) -> bool:
    """Tell whether a text, of parts set apart by ";", holds a label word by word, or is no more than its number or letter."""
    said = words(text)
    if (
        len(label) > 1
        and len(label[-1]) <= SHORT
        and label[-1] in (part.strip().casefold() for part in text.split(";"))
    ):
        return True
    return any(tuple(said[place : place + len(label)]) == label for place in range(len(said) - len(label) + 1))


def links(passages: Sequence[Passage], told_in: Iterable[Passage], in_use: Callable[[Label], bool]) -> list[Link]:
    """Return what some rows, and the sentences of all passages, say to belong to labels that other tables use."""
    rows = [link for row in told_in for link in _of_row(row) if in_use(link.label)]
    of_table: dict[tuple[str, ...], set[int]] = {}
    for link in rows:
        of_table.setdefault((*link.passage.heading_path, *link.passage.table_header), set()).add(link.passage.ordinal)
    # One row alone defines nothing: a table of zones has several.
    found = [one for one in rows if len(of_table[(*one.passage.heading_path, *one.passage.table_header)]) > 1]
    return found + [link for passage in passages for link in _of_sentences(passage) if in_use(link.label)]


def _of_row(row: Passage) -> Iterator[Link]:
    """Yield each cell of a row, or a short one with the name of its column, as a label with the other cells as its members."""
    text = row.text.rpartition("\n")[2]
    for place, cell in enumerate(row.cells):
        members = " ".join(other for at, other in enumerate(row.cells) if at != place)
        head = row.table_header[place] if place < len(row.table_header) else ""
        label = tuple(words(f"{head} {cell}" if len(cell) <= SHORT else cell))
        if 0 < len(label) <= MOST_WORDS and any(word.isalpha() and len(word) > SHORT for word in label):
            yield Link(label, members, row, text)


def _of_sentences(passage: Passage) -> Iterator[Link]:
    """Yield what the sentences of a passage say: "Zon 1: Hamnen", "Ekvik hör till zon 2"."""
    if passage.block not in {Block.PARAGRAPH, Block.LIST_ITEM}:
        return
    for text in (line for one in sentences(passage.text) for line in one.text.split("\n")):
        marks = list(_LABEL.finditer(text))
        for number, mark in enumerate(marks):
            before = text[marks[number - 1].end() if number else 0 : mark.start()]
            after = text[mark.end() : marks[number + 1].start() if number + 1 < len(marks) else len(text)]
            if _BELONGS.search(before) and not _BELONGS.match(before.strip()):
                yield Link(tuple(words(mark[0])), before, passage, text)
            elif number or mark.start() < OPENING:
                yield Link(tuple(words(mark[0])), after, passage, text)


def seasons(question: str, passages: Sequence[Passage]) -> list[Season]:
    """Return the parts of the year that passages give names, where a question names a month."""
    asked = asked_months(question)
    found = []
    for passage in passages if asked else ():
        for one in sentences(passage.text):
            named, periods = _PERIOD_OF.search(one.text), seasons_of(one.text)
            if named and periods and passage.block is not Block.HEADING:
                holds = any(season_holds(month, period) for month in asked for period in periods)
                found.append(Season(named["name"].casefold(), holds, passage, one.text))
    return found
