"""The §§ of minutes: which lines open one, told from tables of contents, references and laws (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.documents import Block, TextBlock
from ingest.identifiers import find_case_numbers
from ingest.sections import Section, section_of

_LONGEST_OPENING = 260
# A § that far above the one before belongs to something else, unless the gap is all there is.
_LARGEST_GAP = 40

_OPENING = re.compile(
    r"^(?:(?:[A-ZÅÄÖ]{1,8}|[A-ZÅÄÖ][a-zåäö]{1,5})\s?)?(?:§|"
    r"paragraf\s)\s?(?P<number>\d{1,4})(?P<letter>\s?[a-z](?![\w]))?"
    r"(?P<year>\s?/\s?(?:20)?\d\d(?!\d))?(?![\d:]|\s?[-–]\s?\d)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "12 § Riktlinjer": the number before the sign, as laws have it; here a title or a number of the case must follow.
_NUMBER_FIRST = re.compile(
    r"^(?:(?:[A-ZÅÄÖ]{1,8}|[A-ZÅÄÖ][a-zåäö]{1,5})\s)?(?P<number>\d{1,4})(?P<letter>\s?[a-z])?(?P<year>)\s?§"
    r"(?P<rest>(?:\W+[A-ZÅÄÖ\d(].*)?)$",
    re.DOTALL,
)
# "§ 170 TKNAU Cykelplan" and "§ 28 KSAU 2026-03-16" point to another board's minutes.
_REFERENCE = re.compile(r"^\s*,?\s*(?:(?:19|20)\d\d-\d\d-\d\d|[A-ZÅÄÖ]{2,8}(?:\s+(?!\d{4}[-/:.]\d{1,5}(?!-))|$))")
# "§ 201 0456/24": a number without a board or a label, right behind the §.
_BARE_CASE = re.compile(
    r"\s+(?P<case>\d{3,6}/\d\d|\d{1,6}[/-](?:19|20)\d\d|(?:19|20)\d\d[-/:]\d{3,6})(?!\S)(?P<title>.*)", re.DOTALL
)
_CASE_LABEL = re.compile(
    r"\b(?:dnr|diarie(?:nr|nummer)|ärendenummer|ärende\s?nr)\b\.?\s*:?|\bärende:?\s*$", re.IGNORECASE
)
_TITLE_IN_CAPITALS = re.compile(r"[\s,.:–-]*(?:[A-ZÅÄÖÉ]{2,}[\s,–-]+)+[A-ZÅÄÖÉ]{4,}[A-ZÅÄÖÉ\s,–-]*")
_SENTENCE = re.compile(
    r"^\s*(?:i|om|och|samt|anger|beslutade|beslöt|lagen|skollagen|kommunallagen|ovan|nedan|första|andra|st(?:ycket)?)\b"
)
_RANGE = re.compile(r"§§?\s?(?P<first>\d{1,4})(?:\s?[-–—]\s?(?P<last>\d{1,4}))?")
_RANGES = re.compile(
    rf"(?:{_RANGE.pattern.replace('?P<first>', '').replace('?P<last>', '')}|\s|,|;|-|–|och)+", re.IGNORECASE
)
_BARE_RANGE = re.compile(r"(\d{1,4})\s?[-–—]\s?(\d{1,4})(?!\d)")
_FORM_LABEL = re.compile(
    r"^(?:utses att justera|justera(?:nde|re|s)\b|beslutande\b|ej tjänstgörande|tjänstgörande ersättare|plats och tid|"
    r"sammanträdesprotokoll|protokollsutdrag|sammanträdesdatum|justeringens|närvarande\b|utdrag ur protokoll|"
    r"paragrafen (?:är|förklaras)|utdragsbestyrkande)",
    re.IGNORECASE,
)
_BODY_SECTIONS = frozenset(
    {Section.DECISION, Section.YRKANDE, Section.ROUTING, Section.RESERVATION, Section.BACKGROUND}
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Hold the block that opens a §: its number as written, and the title where that stands on the same line."""

    position: int
    sign: str
    number: int
    title: str
    case_numbers: tuple[str, ...]


def openings(blocks: Sequence[TextBlock]) -> tuple[Opening, ...]:
    """Return the openings of a document's §§ in order; none where the document is no minutes."""
    announced = _announced_range(blocks)
    # A document writes its §§ in one way: the other is how it speaks of laws, or of other minutes.
    read = [_openings_written(blocks, form, announced) for form in (_OPENING, _NUMBER_FIRST)]
    chosen = max(read, key=lambda found: found[0])[1]
    if not chosen or (announced is None and not _are_minutes(blocks, chosen)):
        return ()
    return tuple(chosen)


def _openings_written(
    blocks: Sequence[TextBlock], form: re.Pattern[str], announced: tuple[int, int] | None
) -> tuple[float, list[Opening]]:
    """Return the openings written in one form, and their weight."""
    candidates = [opening for position, block in enumerate(blocks) if (opening := _candidate(position, block, form))]
    if announced is not None:
        inside = [opening for opening in candidates if announced[0] <= opening.number <= announced[1]]
        candidates = inside or candidates
    if not candidates:
        return 0.0, []
    weights = [_weight(index, candidates, blocks) for index in range(len(candidates))]
    chosen = _heaviest_rise(candidates, weights)
    return sum(weights[candidates.index(opening)] for opening in chosen), chosen


def _announced_range(blocks: Sequence[TextBlock]) -> tuple[int, int] | None:
    """Return the §§ that the front page says the minutes hold ("Paragrafer §§34-39")."""
    for position, block in enumerate(blocks[:80]):
        text = block.text
        label = re.search(r"\bparagraf(?:er)?\b\s*:?\s*", text, re.IGNORECASE)
        if label is None:
            continue
        bare = _BARE_RANGE.match(text, label.end())
        if bare is not None and int(bare[1]) <= int(bare[2]):
            return int(bare[1]), int(bare[2])
        # Below a label that stands alone; "Paragraf  Ärende  Diarienummer" heads an agenda.
        below = blocks[position + 1 : position + 3] if label.end() == len(text.rstrip()) else []
        following = next((other.text for other in below if _RANGES.fullmatch(other.text)), "")
        spans = list(_RANGE.finditer(text[label.end() :][:40])) or list(_RANGE.finditer(following))
        if not spans:
            continue
        first = int(spans[0]["first"])
        last = max(int(span["last"] or span["first"]) for span in spans)
        if first <= last:
            return first, last
    return None


def _candidate(position: int, block: TextBlock, form: re.Pattern[str]) -> Opening | None:
    if "§" not in block.text and "paragraf" not in block.text[:40].lower():
        return None
    text = " ".join(block.text.split())
    if block.block in (Block.LIST_ITEM, Block.FOOTNOTE, Block.CONTENTS) or len(text) > _LONGEST_OPENING:
        return None
    match = form.match(text)
    if match is None or _SENTENCE.match(match["rest"]):
        return None
    if _REFERENCE.match(match["rest"]) and not _TITLE_IN_CAPITALS.fullmatch(match["rest"]):
        return None
    bare = _BARE_CASE.match(match["rest"])
    if bare is not None:
        sign = f"§ {int(match['number'])}"
        numbers = tuple(case.value for case in find_case_numbers(f"Dnr {bare['case']}"))
        return Opening(position, sign, int(match["number"]), bare["title"].strip(" .,:;–-"), numbers)
    cases = find_case_numbers(text)
    title = match["rest"]
    for case in reversed(cases):
        offset = match.start("rest")
        if case.start >= offset:
            title = title[: case.start - offset] + title[case.end - offset :]
    title = _CASE_LABEL.sub(" ", title)
    title = " ".join(re.sub(r"\(\s*\)|\|", " ", title).split()).strip(" .,:;–-")
    if len(title) > 60 and ". " in title and block.block is not Block.HEADING and not cases:
        return None
    letter = (match["letter"] or "").strip()
    sign = f"§ {int(match['number'])}{' ' + letter if letter else ''}"
    return Opening(position, sign, int(match["number"]), title, tuple(dict.fromkeys(case.value for case in cases)))


def _weight(index: int, candidates: Sequence[Opening], blocks: Sequence[TextBlock]) -> float:
    """Say how much a candidate looks like the head of a § with words of its own below it."""
    opening = candidates[index]
    end = candidates[index + 1].position if index + 1 < len(candidates) else len(blocks)
    body = blocks[opening.position + 1 : end]
    weight = 1.0 + (1.0 if opening.case_numbers else 0.0) + (0.5 if blocks[opening.position].bold else 0.0)
    if blocks[opening.position].block is Block.TABLE_ROW:
        weight -= 0.6
    if any(section_of(block.text) in _BODY_SECTIONS for block in body[:12]):
        weight += 2.0
    return weight + min(sum(len(block.text) for block in body) / 400, 1.0)


def _heaviest_rise(candidates: Sequence[Opening], weights: Sequence[float]) -> list[Opening]:
    """Return the strictly rising run of §§ with the greatest weight; wide gaps cost."""
    best = list(weights)
    before: list[int | None] = [None] * len(candidates)
    orders = [_order(opening) for opening in candidates]
    for index, opening in enumerate(candidates):
        for earlier in range(index):
            if orders[index] <= orders[earlier]:
                continue
            gap = opening.number - candidates[earlier].number
            total = best[earlier] + weights[index] - (2.5 if gap > _LARGEST_GAP else 0.02 * (gap - 1))
            if total >= best[index]:
                best[index], before[index] = total, earlier
    position: int | None = max(range(len(candidates)), key=lambda index: (best[index], index))
    chosen: list[Opening] = []
    while position is not None:
        chosen.append(candidates[position])
        position = before[position]
    return chosen[::-1]


def _order(opening: Opening) -> float:
    letter = opening.sign.split()[2:]
    return opening.number + (ord(letter[0]) - ord("a") + 1) / 100 if letter else float(opening.number)


def _are_minutes(blocks: Sequence[TextBlock], chosen: Sequence[Opening]) -> bool:
    """Tell minutes from regulations and contracts, which number their sections with § too."""
    if any(_FORM_LABEL.match(text.strip()) for block in blocks[:80] for text in (block.text, *block.cells)):
        return True
    decided = 0
    for index, opening in enumerate(chosen):
        end = chosen[index + 1].position if index + 1 < len(chosen) else len(blocks)
        names = {section_of(block.text) for block in blocks[opening.position + 1 : end]}
        if opening.case_numbers or Section.DECISION in names or Section.YRKANDE in names:
            decided += 1
    return decided > 0 and decided >= len(chosen) / 4
