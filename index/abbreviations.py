"""Abbreviations that documents explain themselves: "Nationell uppföljning av samverkan (NUS)". Pure."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from index import swedish

# An explained abbreviation names this many words at most.
MOST_WORDS = 8
_EXPLAINED = re.compile(r"\(([A-ZÅÄÖ]{2,8})\)")
_BEFORE = re.compile(r"[^\W\d_][\w-]*")
_GRAMMAR = frozenset(["och", "för", "i", "av", "med", "till", "om", "på", "enligt", "vid"])


def explained(text: str) -> dict[str, str]:
    """Return the words that each abbreviation in parentheses stands for, where the words before it fit its letters."""
    found = {}
    for match in _EXPLAINED.finditer(text):
        before = re.split(r"[.!?:;\n()]", text[max(0, match.start() - 200) : match.start()])[-1]
        names = _BEFORE.findall(before)[-MOST_WORDS:]
        for first in range(len(names) - 1, -1, -1):
            if _fits(names[first:], match[1].lower()):
                found[match[1]] = " ".join(names[first:]).lower()
                break
    return found


def expansions(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words to search beside those of a text: what its abbreviations mean, how its names are abbreviated."""
    plain = _plain(text)
    said = set(plain.split())
    meant = [words for short, words in known.items() if short.lower() in said]
    shortened = [short.lower() for short, words in known.items() if _plain(words) in plain]
    return tuple(_unsaid((*meant, *shortened), said))


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    return " ".join(swedish.words(text))


def _unsaid(found: Iterable[str], said: set[str]) -> Iterable[str]:
    for words in found:
        yield from (word for word in swedish.content_words(words) if word not in said)


def _fits(names: list[str], letters: str) -> bool:
    """Say whether letters are the initials of names, parts of compounds included, none left over."""
    rest = letters
    for name in names:
        word = name.lower()
        if rest and word[0] == rest[0]:
            rest = rest[1:]
            # Further letters may come from inside a compound: "samhälls-byggnads-nämnden" is SBN.
            place = 1
            while rest and rest[0] in word[place + 2 :] and (name is names[-1]):
                place = word.index(rest[0], place + 2)
                rest = rest[1:]
        elif word not in _GRAMMAR:
            return False
    return not rest
