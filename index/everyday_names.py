"""Bodies by what people call them: "skolnämnden" for the one board whose matter is school; pure."""

import re
from collections.abc import Mapping

# What a body may be called last, without what Swedish adds to it.
_ENDING = re.compile(r"(?P<matter>.*?)s?(?P<end>nämnd|styrelse|utskott|beredning)(?:en|et)?", re.DOTALL)
SHORTEST_MATTER = 4
# Matters that Swedish boards are named by: those of one row are one matter, those of one field are kin to it. A board of
# culture is asked for by culture before it is by sports.
_FIELDS = (
    (("skol", "grundskol", "förskol", "utbildning", "bildning", "undervisning", "lärande"), ("barn", "ungdom")),
    (("vård", "omsorg", "äldre"), ("social", "välfärd")),
    (
        ("bygg", "samhällsbygg", "stadsbygg", "plan", "samhällsplan"),
        ("miljö", "hälsoskydd"),
        ("tekni", "gatu", "trafik"),
    ),
    (("kultur",), ("fritid", "idrott", "förening")),
)


def bodies_meant(name: str, boards: Mapping[str, str]) -> frozenset[str]:
    """Return the bodies that an unknown name can mean, by how it begins or by its matter.

    ``boards`` are the full names by their names in small letters.
    """
    asked = _ENDING.fullmatch(name)
    if asked is None or len(asked["matter"]) < SHORTEST_MATTER - 1:
        return frozenset()
    of_kind: dict[str, set[str]] = {}
    for plain, full in boards.items():
        *before, last = plain.split()
        known = _ENDING.fullmatch(last)
        if known is not None and known["end"] == asked["end"]:
            of_kind.setdefault(full, set()).update(
                {known["matter"], *(word.rstrip("-,") for word in before if word != "och")} - {""}
            )
    fits = [{full for full, own in of_kind.items() if any(_begins_alike(asked["matter"], one) for one in own)}]
    for rows in _FIELDS:
        row = next((row for row in rows if _is_of(asked["matter"], row)), None)
        if row is not None:
            fits += [_of(row, of_kind), {full for one in rows for full in _of(one, of_kind)}]
    return frozenset(next((found for found in fits if found), set()))


def _begins_alike(one: str, other: str) -> bool:
    """Tell whether one matter is the beginning of the other: "bygg" of "byggnad", "miljö" of "miljöskydd"."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SHORTEST_MATTER and longer.startswith(shorter)


def _of(row: tuple[str, ...], matters: Mapping[str, set[str]]) -> set[str]:
    return {full for full, own in matters.items() if any(_is_of(one, row) for one in own)}


def _is_of(matter: str, row: tuple[str, ...]) -> bool:
    return matter.startswith(row)
