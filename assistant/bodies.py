"""Tell bodies apart: which a question names, whose a document is, and how high each stands; pure."""

import re

from index.swedish import STOP_WORDS, stem, words
from ingest.documents import DocumentMetadata

_BODY = re.compile(
    r"\b[^\W\d_]*(?:nämnd(?:en|ens)?|styrelse(?:n|ns)|utskott(?:et|ets)?|fullmäktiges?|beredning(?:en)?)\b", re.I
)
# "Tekniska nämnden": a body told apart by the adjective before it.
_BY_ADJECTIVE = re.compile(r"\b([^\W\d_]+a)\s+(?:nämnd(?:en|ens)?|styrelsens?|utskottets?)\b", re.I)


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
    return frozenset(
        stem(word) for word in found if word not in {"nämnd", "nämnden", "nämndens", "styrelsen", "utskottet"}
    )


def is_of(document: DocumentMetadata, bodies: frozenset[str]) -> bool:
    """Tell whether a document is of one of some bodies."""
    board = {stem(word) for word in words(document.board or "")}
    return any(body in one or one.endswith(body) for body in bodies for one in board)
