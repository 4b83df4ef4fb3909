"""Read the checkable values of a text in one canonical form, however they are spelled; pure.

Numbers and amounts, percentages, dates, times, §, diarienummer, names and parties. "1,4 miljoner", "1,4 mnkr" and
"1 400 000 kr" have one key, and so have "13 mars 2025" and "2025-03-13", "sju" and "7".
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from assistant import days
from assistant.numerals import word_number
from index.swedish import nominative
from ingest.identifiers import case_key, find_bare_case_numbers, find_case_numbers
from ingest.swedish_dates import ANY_YEAR


class ValueKind(StrEnum):
    """Name the kind of a checkable value."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    SECTION = "section"
    CASE_NUMBER = "case_number"
    NAME = "name"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Value:
    """Hold a value; ``weak`` ones support a claim but ask for no support ("en" is rarely the number 1)."""

    kind: ValueKind
    key: str
    text: str
    start: int
    end: int
    weak: bool = False


_PARTIES = {
    "S": "s",
    "M": "m",
    "SD": "sd",
    "C": "c",
    "V": "v",
    "KD": "kd",
    "L": "l",
    "MP": "mp",
}
_PARTY_NAMES = {
    "socialdemokrat": "s",
    "sosse": "s",
    "sossar": "s",
    "moderat": "m",
    "sverigedemokrat": "sd",
    "centerparti": "c",
    "centern": "c",
    "vänsterparti": "v",
    "vänstern": "v",
    "kristdemokrat": "kd",
    "liberal": "l",
    "miljöparti": "mp",
}
_PARTY_STEMS = tuple(_PARTY_NAMES)
_DIGIT = re.compile(r"\d")
_SPACE = r"[ \u00a0\u2009\u202f]"

_SECTION = re.compile(
    rf"§§?{_SPACE}*(?P<first>\d{{1,4}}(?:[a-z]|{_SPACE}[a-h])?(?![a-zåäö]))(?:{_SPACE}*(?:[-–,]|och){_SPACE}*(?P<last>\d{{1,4}}))?"
    rf"|(?P<before>\d{{1,4}}(?:[a-z]|{_SPACE}[a-h])?){_SPACE}*§§?"
)
_LAW = re.compile(r"[^.?!]{0,30}(?:lag|balk|förordning)")
_SCHOOL_YEAR = re.compile(rf"(?<!\d)({ANY_YEAR})[/](\d\d|{ANY_YEAR})(?!\d)")
_SCALES = {
    "tkr": 1000,
    "kkr": 1000,
    "ksek": 1000,
    "tusen": 1000,
    "tusental": 1000,
    "mnkr": 10**6,
    "mkr": 10**6,
    "mdr": 10**9,
    "mdkr": 10**9,
    "msek": 10**6,
    "milj": 10**6,
    "miljon": 10**6,
    "miljoner": 10**6,
    "mn": 10**6,
    "miljard": 10**9,
    "miljarder": 10**9,
}
_SCALE_NAMES = "|".join(sorted(_SCALES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w,.])(?P<sign>[-−–](?=\d))?(?P<digits>\d{{1,3}}(?:[ \u00a0\u2009\u202f.]\d{{3}})+|\d+)(?P<decimals>,\d+|\.\d{{1,2}}(?!\d))?"
    rf"(?:{_SPACE}*(?P<scale>{_SCALE_NAMES})\b\.?|{_SPACE}*(?P<percent>%|procent(?:enheter)?\b|promille\b))?(?![\d])",
    re.IGNORECASE,
)
_WORD_SCALE = re.compile(rf"^{_SPACE}+({_SCALE_NAMES})\b", re.IGNORECASE)
_WORD_PERCENT = re.compile(rf"^{_SPACE}+procent(?:enheter)?\b", re.IGNORECASE)
_BEFORE_NAME = frozenset(" \u00a0\"”'(–-•")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PARTY_SIGN = re.compile(r"\((S|M|SD|C|V|KD|L|MP)\)")
# "S-politiker", "SD-motionen".
_PARTY_BEFORE = re.compile(
    r"(?<![\w-])(S|M|SD|C|V|KD|L|MP)-(?=(?:politiker|led[ao]m|motion|grupp|förslag|initiativ|yrkand|reserv|anteckning|interpellation|företräd)\w*)"
)


@lru_cache(maxsize=10_000)
def values(text: str) -> tuple[Value, ...]:
    """Return every checkable value of a text, in order of place."""
    free = text
    found: list[Value] = []
    for scan in _SCANS if _DIGIT.search(text) else _OF_WORDS:
        read = tuple(scan(free))
        found += read
        free = _without(free, read) if read else free
    found.extend(_names(text, free))
    return tuple(sorted(found, key=lambda value: (value.start, value.end)))


def _without(text: str, read: Iterable[Value]) -> str:
    """Return a text with spaces in the place of what was read of it."""
    parts, done = [], 0
    for value in sorted(read, key=lambda value: value.start):
        start = max(done, value.start)
        parts += [text[done:start], " " * (value.end - start)]
        done = max(done, value.end)
    return "".join([*parts, text[done:]])


def supported(value: Value, by: Iterable[Value]) -> bool:
    """Tell whether one of some values says the same as a value, or more exactly the same."""
    return any(_same(value, other) for other in by)


def of_law(text: str, value: Value) -> bool:
    """Tell whether a § of a text is one of a law, not of minutes."""
    return _LAW.match(text[value.end :]) is not None


def _same(value: Value, other: Value) -> bool:
    if value.kind != other.kind:
        return {value.kind, other.kind} == {ValueKind.NAME, ValueKind.PARTY} and value.key == other.key
    if value.kind is ValueKind.DATE:
        return _date_covers(value.key, other.key)
    if value.kind is ValueKind.CASE_NUMBER:
        return _case_covers(value.key, other.key)
    if value.kind is ValueKind.NAME:
        return _name_covers(value.key, other.key)
    if value.kind is ValueKind.SECTION:
        return value.key.rstrip("abcdefgh") == other.key if value.key[-1:].isdigit() else value.key == other.key
    return value.key == other.key


def _date_covers(wanted: str, stated: str) -> bool:
    """Compare year, month and day; what the claim leaves open may be anything, what it adds may not."""
    return all(not part or part == other for part, other in zip(wanted.split("|"), stated.split("|"), strict=True))


def _case_covers(wanted: str, stated: str) -> bool:
    """Compare year and serial number, and the board where both spell it out."""
    one, other = wanted.split("|"), stated.split("|")
    return one[:2] == other[:2] and (one[2:] == other[2:] or not one[-1] or not other[-1])


def _name_covers(wanted: str, stated: str) -> bool:
    return nominative(wanted) == nominative(stated)


def _case_numbers(text: str) -> Iterable[Value]:
    named = find_case_numbers(text)
    bare = (one for one in find_bare_case_numbers(text) if all(one.end <= n.start or n.end <= one.start for n in named))
    for number in (*named, *bare):
        key = case_key(number.value)
        joined = "|".join(str(part) for part in key) if key else number.value
        yield Value(ValueKind.CASE_NUMBER, joined, text[number.start : number.end], number.start, number.end)


def _sections(text: str) -> Iterable[Value]:
    for match in _SECTION.finditer(text):
        first = (match["first"] or match["before"]).replace(" ", "").replace("\u00a0", "")
        yield _value(ValueKind.SECTION, first, match)
        if match["last"]:
            yield Value(ValueKind.SECTION, match["last"], match.group(), match.start("last"), match.end("last"))


def _school_years(text: str) -> Iterable[Value]:
    for match in _SCHOOL_YEAR.finditer(text):
        year = match[1]
        if int(match[2][-2:]) != (int(year) + 1) % 100:
            continue
        yield Value(ValueKind.NUMBER, year, year, match.start(1), match.end(1))
        last = match[2] if len(match[2]) == 4 else year[:2] + match[2]
        yield Value(ValueKind.NUMBER, last, match[2], match.end(1), match.end(2))


def _numbers(text: str) -> Iterable[Value]:
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match["digits"])
        amount = Decimal(digits + (match["decimals"] or "").replace(",", "."))
        if match["percent"]:
            yield _value(ValueKind.PERCENT, _plain(amount), match)
        else:
            yield _value(ValueKind.NUMBER, _plain(amount * _SCALES.get((match["scale"] or "").casefold(), 1)), match)


def _number_words(text: str) -> Iterable[Value]:
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        number = word_number(word)
        if number is None:
            continue
        rest = text[match.end() :]
        weak = word in {"en", "ett", "ingen", "inga", "noll"}
        kind, end, amount = ValueKind.NUMBER, match.end(), Decimal(number)
        if scale := _WORD_SCALE.match(rest):
            amount, end, weak = amount * _SCALES[scale[1].casefold()], end + scale.end(), False
        elif percent := _WORD_PERCENT.match(rest):
            kind, end, weak = ValueKind.PERCENT, end + percent.end(), False
        yield Value(kind, _plain(amount), text[match.start() : end], match.start(), end, weak)


def _parties(text: str) -> Iterable[Value]:
    for match in (*_PARTY_SIGN.finditer(text), *_PARTY_BEFORE.finditer(text)):
        yield _value(ValueKind.PARTY, _PARTIES[match[1]], match)
    # Most texts name none, and then their words need not be gone through one by one.
    folded = text.casefold()
    if not any(stem in folded for stem in _PARTY_NAMES):
        return
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        if not word.startswith(_PARTY_STEMS):
            continue
        for stem, key in _PARTY_NAMES.items():
            if word.startswith(stem) and (key != "l" or match.group()[0].isupper()):
                yield _value(ValueKind.PARTY, key, match)


def _of(kind: ValueKind, scan: Callable[[str], Iterable[days.Found]]) -> Callable[[str], Iterable[Value]]:
    """Return what reads the values of one kind by their keys and places."""

    def found(text: str) -> Iterable[Value]:
        return (Value(kind, key, text[start:end], start, end) for key, start, end in scan(text))

    return found


_bare_months = _of(ValueKind.DATE, days.bare_months)
# In this order: each leaves out what was read before it.
_SCANS: tuple[Callable[[str], Iterable[Value]], ...] = (
    _of(ValueKind.DATE, days.dates),
    _school_years,
    _case_numbers,
    _sections,
    _of(ValueKind.DATE, days.months),
    _bare_months,
    _of(ValueKind.TIME, days.times),
    _numbers,
    _number_words,
    _of(ValueKind.DATE, days.short_dates),
    _parties,
)
# All that is read of a text without figures.
_OF_WORDS = (_bare_months, _number_words, _parties)


def _names(text: str, free: str) -> Iterable[Value]:
    """Return capitalised words; the first word of a sentence is weak, for it may be no name."""
    for match in _WORD.finditer(free):
        word = match.group()
        if not word[0].isupper() or len(word) < 2:
            continue
        yield Value(
            ValueKind.NAME, word.casefold(), word, match.start(), match.end(), _opens_sentence(text, match.start())
        )


def _opens_sentence(text: str, start: int) -> bool:
    # Letter by letter: a copy of what stands before every name would cost more the longer the text.
    while start and text[start - 1] in _BEFORE_NAME:
        start -= 1
    return not start or text[start - 1] in ".!?:;\n"


def _plain(amount: Decimal) -> str:
    return format(amount.normalize(), "f")


def _value(kind: ValueKind, key: str, match: re.Match[str]) -> Value:
    return Value(kind, key, match.group(), match.start(), match.end())
