"""Tell bodies apart: which a question names, whose a document is, and how high each stands; pure."""

import re
from collections.abc import Sequence

from index.swedish import STOP_WORDS, stem, words
from ingest.documents import DocumentMetadata

_BODY = re.compile(
    r"\b[^\W\d_]*(?:nämnd(?:en|ens)?|styrelse(?:n|ns)|utskott(?:et|ets)?|fullmäktiges?|beredning(?:en)?)\b", re.I
)
# "Arbetsutskottet": the name of a committee stands without the ending, and the stem keeps it.
_DEFINITE = re.compile(r"(?<=utskott)ets?$")
# What every body of its kind is called.
_ANY_BODY = frozenset("nämnd nämnden styrelse styrelsen utskott utskottet beredning beredningen".split())
# "Tekniska nämnden": a body told apart by the adjective before it.
_BY_ADJECTIVE = re.compile(r"\b([^\W\d_]+a)\s+(?:nämnd(?:en|ens)?|styrelsens?|utskottets?)\b", re.I)
# A body by its full name: words before it, what its last word begins with, and what bodies are called last.
_IN_FULL = re.compile(
    r"\b(?P<before>(?:[^\W\d_]+-? (?:och )?){0,2})(?P<head>[^\W\d_]*?)(?P<end>nämnd|förvaltning|styrelse|utskott|fullmäktige|kontor|enhet|domstol)\w{0,3}\b",
    re.I,
)
_OF_TWO = re.compile(r"\b(?P<first>[^\W\d_]{4,})- och [^\W\d_]+?(?P<end>nämnd|styrelse|utskott)")
# A board and its administration have one name.
_ONE_NAME = frozenset({"nämnd", "förvaltning"})


def shortens(short: str, text: str) -> bool:
    """Tell whether a text names in full the body that capitals stand for: "BUN" is "Barn- och ungdomsnämnden"."""
    letters, last = list(short.casefold()[:-1]), short.casefold()[-1]
    ends = {end[0] for end in _ONE_NAME}
    for match in _IN_FULL.finditer(text):
        end = match["end"].casefold()
        if last != end[0] and not (end in _ONE_NAME and last in ends):
            continue
        initials = [word[0] for word in words(match["before"]) if word not in STOP_WORDS]
        if any(
            letters[:count] == initials[len(initials) - count :]
            and begins_parts(letters[count:], match["head"].casefold())
            for count in range(len(initials) + 1)
        ):
            return True
    return False


def goes_by(name: str, text: str) -> bool:
    """Tell whether a text names in full the body of two matters that goes by its first: "miljönämnden", "byggnadsnämnden"."""
    plain = name.casefold()
    return any(
        plain.startswith(match["first"]) and match["end"] in plain[len(match["first"]) :]
        for match in _OF_TWO.finditer(text.casefold())
    )


def first_halves(text: str) -> frozenset[str]:
    """Return the matters that bodies of two go by first: "kultur" of "kultur- och fritidsnämnden"."""
    return frozenset(match["first"] for match in _OF_TWO.finditer(text.casefold()))


def begins_parts(letters: Sequence[str], head: str) -> bool:
    """Tell whether letters begin a word and stand further in, where the parts of a compound begin."""
    if not letters or not head:
        return not letters and not head
    place = 0
    for letter in letters[1:]:
        place = head.find(letter, place + 2)
        if place < 0:
            return False
    return head[0] == letters[0]


def level(board: str | None) -> int:
    """Return how high a body stands: the council over boards, boards over their committees."""
    plain = (board or "").casefold()
    if "fullmäktige" in plain:
        return 3
    return 1 if re.search(r"utskott|beredning|presidi|\bau\b", plain) else 2 if plain else 0


def named_bodies(text: str) -> frozenset[str]:
    """Return the stems of the bodies that a question names; "nämnden" alone names none."""
    found = {match.group().casefold() for match in _BODY.finditer(text)}
    found |= {match[1].casefold() for match in _BY_ADJECTIVE.finditer(text)} - STOP_WORDS
    return frozenset(stem(_DEFINITE.sub("", word)) for word in found if word.removesuffix("s") not in _ANY_BODY)


def is_of(document: DocumentMetadata, bodies: frozenset[str]) -> bool:
    """Tell whether a document is of one of some bodies."""
    board = {stem(word) for word in words(document.board or "")}
    return any(body in one or one.endswith(body) for body in bodies for one in board)
