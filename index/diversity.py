"""Let each hit say something of its own: near-duplicates count once, neighbours are one hit. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Share of neighbouring word pairs that two texts have in common from which they say the same.
SAME = 0.8
# Shorter texts repeat by nature (signatures, standard phrases) and are told apart by their context.
FEWEST_PAIRS = 12
FIGURES = "0123456789"


@dataclass(frozen=True, slots=True)
class Print:
    """Hold what two texts are compared by: pairs of neighbouring words, and figures."""

    pairs: frozenset[tuple[str, str]]
    figures: frozenset[str]


def fingerprint(words: Sequence[str]) -> Print:
    """Return what a text is compared by."""
    return Print(frozenset(pairwise(words)), frozenset([word for word in set(words) if word[0] in FIGURES]))


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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold where a text stands: passages ``first`` to ``last`` of a § or document, and its length."""

    # Document and §.
    section: tuple[str, str | None]
    first: int
    last: int
    words: int


def joined(stretches: Sequence[Stretch], most_words: int) -> list[list[int]]:
    """Return groups of places that follow each other in one document and §, in the order of their first member.

    What was decided says little without what it is about, and a long section is several chunks: a reader wants what
    comes next, and two hits of it take the place of another.
    """
    groups: list[list[int]] = []
    taken: set[int] = set()
    of_section: dict[tuple[str, str | None], list[int]] = {}
    for place, stretch in enumerate(stretches):
        of_section.setdefault(stretch.section, []).append(place)
    for place, stretch in enumerate(stretches):
        if place in taken:
            continue
        group, whole = [place], stretch
        taken.add(place)
        while True:
            following = next(
                (
                    other
                    for other in of_section[stretch.section]
                    if other not in taken and _follow(whole, stretches[other], most_words)
                ),
                None,
            )
            if following is None:
                break
            whole = _both(whole, stretches[following])
            group.append(following)
            taken.add(following)
        groups.append(sorted(group, key=lambda member: stretches[member].first))
    return groups


def _follow(one: Stretch, other: Stretch, most_words: int) -> bool:
    """Say whether one of two stretches of one document and § goes on in the other, and not too long together."""
    near = other.first == one.last + 1 or other.last == one.first - 1
    return near and one.words + other.words <= most_words


def _both(one: Stretch, other: Stretch) -> Stretch:
    before, after = sorted((one, other), key=lambda stretch: stretch.first)
    return Stretch(before.section, before.first, after.last, before.words + after.words)
