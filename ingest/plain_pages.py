"""Plain text printed from pages: heads, feet and page counts between the pages → left out, cut sentences joined (pure)."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from ingest.groups import ends_sentence
from ingest.running import ATTESTATION
from ingest.sections import section_of

PAGE_BREAK = "\f"
_COUNT = re.compile(
    r"(?:^|\s)(?:sid(?:a|an)?\s+)?(?P<page>\d{1,3})\s?(?:\(\s?|av\s|/\s?)(?P<last>\d{1,3})\s?\)?$", re.I
)
_NEVER = re.compile(r"\s*(?:[-–•*]\s|\d{1,2}[.)]\s|(?:\w+\s)?§)")
# So many lines, blank ones aside, are the head or the foot of a page at the most.
_EDGE = 8
_LONGEST = 120
_FULL = 0.6


def without_page_edges(lines: Sequence[str]) -> list[str]:
    """Return the lines of a text without what stands between its pages; a line that is a form feed stays."""
    counts = _page_counts(lines)
    sure = [
        at for at, line in enumerate(lines) if at in counts or ATTESTATION.fullmatch(_bare(line)) or line == PAGE_BREAK
    ]
    if len(sure) < 2:
        return list(lines)
    repeated = _repeated(lines, sure)
    # What the first page says above its count is what the paper is, and stays.
    top = sure[0] if sure[0] in counts else 0
    head = {_key(line) for line in lines[: sure[0] + 1]}
    marks = frozenset(sure)
    dropped = set(sure)
    for at in (*(at for at in sure if at > top), len(lines)):
        for way in (-1, 1):
            dropped |= {one for one in _reached(lines, at, way, repeated, head, marks) if one > top}
    return _joined(lines, {at for at in dropped if lines[at].strip()})


def _page_counts(lines: Sequence[str]) -> set[int]:
    """Return the lines that end in "2 (4)", where such counts go up to one last page."""
    found = [
        (at, match) for at, line in enumerate(lines) if (match := _count(bare := _bare(line))) and len(bare) <= _LONGEST
    ]
    lasts = Counter(match["last"] for _, match in found)
    counts: set[int] = set()
    for last, times in lasts.items():
        pages = [
            (at, int(match["page"]), _key(match.string[: match.start()]))
            for at, match in found
            if match["last"] == last
        ]
        numbers = [page for _, page, _ in pages]
        goes_up = all(after == before + 1 for before, after in pairwise(numbers))
        if times > 1 and goes_up and numbers[-1] <= int(last) and len({words for _, _, words in pages}) == 1:
            counts |= {at for at, _, _ in pages}
    return counts


def _repeated(lines: Sequence[str], sure: Sequence[int]) -> set[str]:
    """Return what stands near the sure lines of half of the pages, two at least; the end of the text is near too."""
    pages = max(Counter(_key(lines[at]) for at in sure).values())
    written = [at for at, line in enumerate(lines) if line.strip()]
    near: set[int] = set()
    for at in (*sure, len(lines)):
        place = bisect_left(written, at)
        near.update(written[max(0, place - _EDGE) : place + _EDGE + 1])
    times = Counter(_key(lines[at]) for at in near)
    return {key for key, count in times.items() if count >= 2 and 2 * count >= pages}


def _reached(
    lines: Sequence[str], start: int, way: int, repeated: set[str], head: set[str], sure: frozenset[int]
) -> Iterable[int]:
    """Give the lines on from a sure one as long as they are repeated, up to the next sure one, which goes on from there."""
    at = start + way
    while 0 <= at < len(lines) and at not in sure and (not lines[at].strip() or _is_edge(lines[at], repeated, head)):
        yield at
        at += way


def _is_edge(line: str, repeated: set[str], head: set[str]) -> bool:
    """Tell whether a line is said again by page after page and can stand in a head or foot."""
    if _key(line) not in repeated or len(_bare(line)) > _LONGEST or _NEVER.match(line):
        return False
    # "Beslut" at the end of page after page is the heading of what follows, unless the text begins with it.
    return section_of(line.strip()) is None or _key(line) in head


def _joined(lines: Sequence[str], dropped: set[int]) -> list[str]:
    """Return the lines that are kept; blank lines at a cut go where the sentence goes on."""
    kept: list[str] = []
    cut = False
    width = max((len(line) for line in lines), default=0)
    for at, line in enumerate(lines):
        if at in dropped:
            cut = True
        elif line.strip():
            if cut and kept and _goes_on(kept, line, width):
                blank = [kept.pop() for _ in takewhile(lambda text: not text.strip(), reversed(tuple(kept)))]
                kept += [PAGE_BREAK] * (PAGE_BREAK in blank)
            kept.append(line)
            cut = False
        else:
            kept.append(line)
    return kept


def _goes_on(kept: Sequence[str], line: str, width: int) -> bool:
    """Tell whether a line goes on with the sentence above the cut."""
    above = next((text.strip() for text in reversed(kept) if text.strip()), "")
    if not above or ends_sentence(above) or above.endswith(":") or _NEVER.match(line):
        return False
    return line.strip()[:1].islower() or (len(above) > _FULL * width and not line.strip().isupper() and len(line) > 20)


def _bare(line: str) -> str:
    return " ".join(line.split())


def _key(line: str) -> str:
    """Return a line as it is compared: without its numbers of pages."""
    bare = _bare(line)
    count = _count(bare)
    return (bare[: count.start()] + " #" if count else bare).casefold()


def _count(bare: str) -> re.Match[str] | None:
    """Return the count of pages that a line ends in; most lines end in letters."""
    return _COUNT.search(bare) if bare[-1:].isdigit() or bare.endswith(")") else None
