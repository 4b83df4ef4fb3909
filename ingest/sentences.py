"""Split Swedish running text into sentences, keeping offsets; pure."""

import re
from dataclasses import dataclass

from ingest.swedish_dates import ANY_MONTH

# Abbreviations that are followed by more of the same sentence; compared in lower case without the last full stop.
_ABBREVIATIONS = frozenset(
    "adj alt anm art avd avs bil bl.a bl bl. ca cit d.v.s dvs d.y d.ä dir div dnr doc dr ev e.d ed el. enl etc exkl "
    "ex f.d f.k f.n f.ö f.v.b fid fig fil fm forts fr fr.o.m fr.o.m. följ föreg förf ggr gm iaf inkl ing int j:r jfr jur "
    "kap kl kr kungl lör m.a.o m.fl m.h.a m.m max med.kand min mån näml nr o.d o.dyl o.s.v obs omkr op ons osv p.g.a "
    "p.g.a. pga prel prof ref resp s.k sa sek sid sign sk skr sr ss st st.f st.förv sthlm sv t.ex t.o.m t.v t.f tab tel "
    "tf tfn tim tis tor tr trol u.a u.p.a u.å upp uppl utg v v.s.b vard vd vol ä.k äv övers jan febr feb mar apr aug "
    "sept sep okt nov dec mom pkt p reg rskr prop bet dep förordn pos tjf kand leg".split()
)
# These end a sentence as often as not: a capital after them begins a new one.
_FINAL_ABBREVIATIONS = frozenset({"m.m", "m.fl", "etc", "osv", "o.s.v", "o.d", "e.d", "o.dyl", "kr", "st", "m.fl."})
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)|\s+(?=[•▪●◦‣]\s)|\n{2,}")
_LONGEST_WORD = 200
_LAST_WORD = re.compile(r"([^\s(\[\"”]+)$")
_BULLET = re.compile(r"^(?:[•▪●◦‣]|[-–](?=\s))\s*")
_MONTH = re.compile(rf"(?:{ANY_MONTH})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold one sentence and where it stands: ``source[start:end] == text``."""

    text: str
    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; together they hold everything but the space between them."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        if _breaks(text, match):
            _append(found, text, start, match.end())
            start = match.end()
    _append(found, text, start, len(text))
    return tuple(found)


def without_bullet(text: str) -> str:
    """Return the text without a leading bullet."""
    return _BULLET.sub("", text)


def _append(found: list[Sentence], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    bullet = _BULLET.match(text[start:end])
    if bullet:
        start += bullet.end()
    if start < end:
        found.append(Sentence(text[start:end], start, end))


def _breaks(text: str, match: re.Match[str]) -> bool:
    mark = match.group().strip()
    if not mark:
        return True
    following = text[match.end() :].lstrip()
    if not following:
        return False
    if mark[0] in "!?…":
        return not following[0].islower()
    word_match = _LAST_WORD.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
    word = word_match.group(1).casefold() if word_match else ""
    if following[0].islower():
        return False
    if word in _ABBREVIATIONS:
        return word in _FINAL_ABBREVIATIONS and following[0].isupper()
    # An initial ("B. Lind") or a numbered point ("1. Nämnden …") belongs to what follows.
    if len(word) == 1 and word.isalpha():
        return False
    if word.isdigit():
        return not _numbers_what_follows(text, match.start(), word, following)
    return True


def _numbers_what_follows(text: str, end: int, digits: str, following: str) -> bool:
    """Tell whether a number with a full stop is an ordinal or the number of a list item."""
    if _MONTH.match(following):
        return True
    before = text[: end - len(digits)].rstrip(" ")
    return len(digits) <= 2 and (not before or before[-1] in "\n.;:•")
