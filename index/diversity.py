"""Fold near-duplicates: an excerpt and the minutes it came from count once. Pure functions on words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Share of neighbouring word pairs that two texts have in common from which they say the same.
SAME = 0.8
# Shorter texts repeat by nature (signatures, standard phrases) and are told apart by their context.
FEWEST_PAIRS = 12


@dataclass(frozen=True, slots=True)
class Print:
    """Hold what two texts are compared by: pairs of neighbouring words, and figures."""

    pairs: frozenset[tuple[str, str]]
    figures: frozenset[str]


def fingerprint(words: Sequence[str]) -> Print:
    """Return what a text is compared by."""
    return Print(frozenset(pairwise(words)), frozenset(word for word in words if word[0].isdigit()))


def folded(texts: Sequence[Print]) -> list[list[int]]:
    """Return groups of places that hold near-duplicates, each led by the first, in the order of the leaders."""
    groups: list[list[int]] = []
    leaders: list[Print] = []
    for place, text in enumerate(texts):
        for group, known in zip(groups, leaders, strict=True):
            # Two table rows or decisions that differ in a figure are two facts, however alike.
            if text.figures == known.figures and _alike(text.pairs, known.pairs):
                group.append(place)
                break
        else:
            groups.append([place])
            leaders.append(text)
    return groups


def _alike(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    if min(len(one), len(other)) < FEWEST_PAIRS or min(len(one), len(other)) < SAME * max(len(one), len(other)):
        return False
    common = len(one & other)
    return common >= SAME * (len(one) + len(other) - common)
