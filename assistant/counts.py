"""Tell rows and items apart that differ only in how many of the same thing they are for; pure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.matching import match
from assistant.numerals import number_of
from assistant.polarity import of_opposite
from index.swedish import STOP_WORDS, stem
from ingest.documents import Block, Passage

# Larger numbers are amounts and years, which tell rows apart by themselves.
LARGEST = 20
# "En" seldom counts.
FEWEST = 2
SHORTEST_THING = 3
SAME = 0.8
# A line of few words stands for one case; running text may speak of several.
SHORT_LINE = 12
_LISTED = frozenset({Block.LIST_ITEM, Block.ATT_SATS, Block.TABLE_ROW})
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|§")
_JOINS = frozenset("till eller och".split())
# "Vilka tre skäl" says how many things are wanted, not which row; "§ 3" and "den 3 maj" count nothing.
_NO_COUNT_AFTER = frozenset("vilka de alla dessa nämn samtliga den punkt § kapitel bilaga nummer".split())
# "Högst tre barn", "tre barn eller fler": a bound holds for other numbers too.
_BOUND = re.compile(
    r"\b(?:minst|högst|längst|mer|mera|fler|flera|färre|mindre|längre|kortare|större|äldre|yngre|under|över|upp|max\w*|från|därutöver|varje)\b",
    re.IGNORECASE,
)
_NO_THING = frozenset(
    "kap sid tkr mkr kkr maj januari februari mars april juni juli augusti september oktober november december kronor procent miljoner miljarder tusen".split()
)


def of_other_count(question: str, text: str, passage: Passage) -> bool:
    """Tell whether a row or a short line is for another number of a thing than the question names, or for its opposite."""
    if passage.block in _LISTED and of_opposite(question, text):
        return True
    # Beside rows for two and for three, "en produkt" is one of them.
    least = 1 if passage.block is Block.TABLE_ROW else FEWEST
    if not counted_otherwise(question, text, least):
        return False
    return passage.block in _LISTED or len(text.split()) <= SHORT_LINE


def counted_otherwise(question: str, text: str, least: int = FEWEST) -> str:
    """Return a thing that a question names some number of ("tre produkter") and a text only other numbers; else nothing."""
    asked = [(first, thing) for first, last, thing in _counts(question) if least <= first == last]
    if not asked or _BOUND.search(text):
        return ""
    told = _counts(text)
    for number, thing in asked:
        spans = [(first, last) for first, last, other in told if match(stem(thing), other) >= SAME]
        # Of two numbers that are asked about one is enough.
        wanted = [one for one, other in asked if other == thing]
        if spans and not any(first <= one <= last for first, last in spans for one in wanted):
            return f"{number} {thing}"
    return ""


@lru_cache(maxsize=10_000)
def _counts(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return how many of which things a text speaks of: first and last number ("2-4" is 2 and 4), and the thing."""
    return tuple(_each_count([token.casefold() for token in _TOKEN.findall(text)]))


def _each_count(tokens: list[str]) -> Iterator[tuple[int, int, str]]:
    last = None
    for place, token in enumerate(tokens):
        number = _small(token)
        if number is None or (place and tokens[place - 1] in _NO_COUNT_AFTER):
            last = None if token not in _JOINS else last
            continue
        after = tokens[place + 1 : place + 4]
        first, last = (number if last is None else last), None
        if after and (_small(after[0]) is not None or (len(after) > 1 and after[0] in _JOINS and _small(after[1]))):
            last = number
            continue
        thing = after[1] if len(after) > 1 and _qualifies(after[0], after[1]) else next(iter(after), "")
        if _is_thing(thing):
            yield min(first, number), max(first, number), thing


def _small(token: str) -> int | None:
    number = number_of(token) if token.isdecimal() or token.isalpha() else None
    return number if number is not None and 0 < number <= LARGEST else None


def _qualifies(word: str, following: str) -> bool:
    """Tell whether a word only describes the thing after it: "två olika produkter"."""
    return word.endswith("a") and len(word) >= SHORTEST_THING and _is_thing(following)


def _is_thing(word: str) -> bool:
    return word.isalpha() and len(word) >= SHORTEST_THING and word not in STOP_WORDS | _NO_THING
