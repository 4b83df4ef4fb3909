"""Fold near-duplicates: an excerpt and the minutes it came from count once. Pure functions on words."""

from collections.abc import Sequence
from itertools import pairwise

# Share of neighbouring word pairs that two texts have in common from which they say the same.
SAME = 0.8
# Shorter texts repeat by nature (signatures, standard phrases) and are told apart by their context.
FEWEST_PAIRS = 12


def folded(texts: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return groups of places that hold near-duplicates, each led by the first, in the order of the leaders."""
    groups: list[list[int]] = []
    leaders: list[tuple[frozenset[tuple[str, str]], frozenset[str]]] = []
    for place, text in enumerate(texts):
        pairs = frozenset(pairwise(text))
        figures = frozenset(word for word in text if word[0].isdigit())
        for group, (known, known_figures) in zip(groups, leaders, strict=True):
            # Two table rows or decisions that differ in a figure are two facts, however alike.
            if figures == known_figures and _alike(pairs, known):
                group.append(place)
                break
        else:
            groups.append([place])
            leaders.append((pairs, figures))
    return groups


def _alike(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    if min(len(one), len(other)) < FEWEST_PAIRS or min(len(one), len(other)) < SAME * max(len(one), len(other)):
        return False
    common = len(one & other)
    return common >= SAME * (len(one) + len(other) - common)
