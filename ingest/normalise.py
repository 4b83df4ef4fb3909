"""One normaliser for all text: NFC, no soft hyphens, no ligatures, single spaces."""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
# Word processors write bullets from symbol fonts into the private use area.
_SYMBOL_BULLETS = frozenset("\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf0e0\uf02d\uf06e\uf071\uf0a8\uf0be\uf075\uf0ad")
_PLAIN = re.compile(
    r"[\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026]*(?: [\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026]+)*"
)


_SPACES = re.compile(" {2,}")


def normal_text(text: str) -> str:
    """Return text as it is stored and searched."""
    if _PLAIN.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", _SPACES.sub(" ", "".join(map(_clean, text))).strip(" "))


@lru_cache(maxsize=4096)
def _clean(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    if character in _LIGATURES:
        return _LIGATURES[character]
    if character in _SYMBOL_BULLETS:
        return "•"
    if character.isspace() or unicodedata.category(character) in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    if character in "\u2010\u2011":
        return "-"
    if unicodedata.category(character) in {"Co", "Cs"}:
        return ""
    return character


_LETTER_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")


def close_letter_spacing(text: str) -> str:
    """Join letter-spaced words ("B E S L U T" becomes "BESLUT"); two spaces or more part the words."""
    return _SPACES.sub(" ", _LETTER_SPACED.sub(lambda match: match.group().replace(" ", ""), text))


_NUMBER_HYPHEN = re.compile(r"(?:\d|\b[A-ZÅÄÖ]{2,6})-$")
_HYPHEN_END = re.compile(r"[^\W\d_]-$")
# Stands for a hyphen at a line's end that is known to be part of the word; never in a text that leaves the reader.
REAL_HYPHEN = "\u2011"
# "kultur- och utbildningsnämnden": the hyphen stands for the common last part and stays.
COORDINATION = re.compile(
    r"(?:och|eller|samt|respektive|resp\.?|som|and|or|och/eller|till|men|alternativt|kontra)\b", re.I
)


def join_lines(first: str, second: str) -> tuple[str, int]:
    """Return two lines as one text, and the offset where the second begins in it."""
    if not first or not second:
        return first + second, len(first)
    if first[-1] == REAL_HYPHEN:
        return f"{first[:-1]}-{second}", len(first)
    if _HYPHEN_END.search(first, max(0, len(first) - 2)) and second[0].isalpha():
        if COORDINATION.match(second):
            return f"{first} {second}", len(first) + 1
        if second[0].islower() and not _real_hyphen(first):
            return first[:-1] + second, len(first) - 1
        return first + second, len(first)
    # "2032–" goes on with "2043", "60-" with "årsdagen" and "2031-03-" with "31"; a dash between clauses has a space before it.
    if (first[-1] == "–" and first[-2:-1].isalnum() and second[0].isalnum()) or (
        _NUMBER_HYPHEN.search(first, max(0, len(first) - 8)) and second[0].isalnum() and not COORDINATION.match(second)
    ):
        return first + second, len(first)
    if second[0] in ",;)" and not first[-1].isspace():
        return first + second, len(first)
    if first.endswith("/") and second[0].isalnum() and not first.endswith(" /"):
        return first + second, len(first)
    return f"{first} {second}", len(first) + 1


def _real_hyphen(first: str) -> bool:
    """Tell whether the word before the line end is an abbreviation or number that keeps its hyphen (IT-, 2-, LSS-)."""
    word = first.rsplit(" ", 1)[-1][:-1]
    tail = word.rsplit("-", 1)[-1].rsplit("/", 1)[-1].lstrip("(\"”»'")
    return (len(tail) >= 2 and tail.isupper()) or len(tail) == 1 or any(character.isdigit() for character in tail)
