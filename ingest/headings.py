"""Which blocks are headings, and at what level: by type, by section name, by the §§ of minutes (pure)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ingest.boards import is_letterhead
from ingest.contents import names_contents, page_at_end
from ingest.documents import Block, TextBlock
from ingest.letterhead import opens_form
from ingest.minutes import Opening
from ingest.section_titles import is_case_line, title_positions
from ingest.sections import Section, leads_in_decision, section_of
from ingest.signing import NAME, PERSON, TITLE_WORD
from ingest.swedish_dates import ISO_DATE, is_year

_LONGEST_HEADING_WORDS = 24
_NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?:\.?\s+|\.|(?<=\.\d))[A-ZÅÄÖ]")
_FORMALITY = re.compile(
    r"(?:paragrafe[nr]|paragraferna|protokollet|sammanträdet|mötet)\s+(?:är|förklara[sr]|avsluta[sr]|justera[sr])\b|"
    r"paragrafe[nr]:?\s+(?:§§?\s?)?\d[\d\s,–-]*$",
    re.I,
)
# "Ärende 1", "Bilaga 2": one of several, never what the whole is called.
_COUNTED = re.compile(r"[A-ZÅÄÖ][a-zåäö]+ \d{1,2}")
_CONTACT = re.compile(r"[@:;]|\d{3}|\bwww\.|\btfn?\b|\w\.(?:se|nu|com|org)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:se|nu|com|org)/?", re.IGNORECASE)


def levels_of(blocks: Sequence[TextBlock], heads: Mapping[int, Opening]) -> dict[int, int]:
    """Return the level of every block that is a heading."""
    body = _body_size(blocks)
    found = {position for position in range(len(blocks)) if position in heads or _is_heading(blocks, position, body)}
    for position, opening in heads.items():
        found.update(title_positions(blocks, position, opening))
    if heads:
        return _minutes_levels(blocks, heads, found)
    return _document_levels(blocks, found)


def _body_size(blocks: Sequence[TextBlock]) -> float:
    sizes: Counter[float] = Counter()
    for block in blocks:
        if block.block is not Block.HEADING and block.font_size:
            sizes[round(block.font_size * 2) / 2] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_heading(blocks: Sequence[TextBlock], position: int, body: float) -> bool:
    block = blocks[position]
    text = " ".join(block.text.split())
    if block.block is Block.HEADING and not block.font_size and is_year(text):
        return True
    if block.block in (Block.TABLE_ROW, Block.FOOTNOTE, Block.CONTENTS) or not any(letter.isalpha() for letter in text):
        return False
    if block.block not in (Block.LIST_ITEM, Block.ATT_SATS) and section_of(text) is not None and not text.endswith("."):
        return True
    words = len(text.split())
    if (
        "\n" in block.text.strip()
        or _FORMALITY.match(text)
        or is_case_line(text)
        or _lists_contents(blocks, position)
        or _says_what_is_decided(blocks, position, body)
    ):
        return False
    if block.block is Block.HEADING:
        return words <= _LONGEST_HEADING_WORDS + 10 and (
            bool(block.font_size) or _stands_as_heading(blocks, position, text)
        )
    if block.block is not Block.PARAGRAPH or words > _LONGEST_HEADING_WORDS or text[-1] in ".;,":
        return False
    if body and block.font_size > body * 1.12:
        return not _ADDRESS.fullmatch(text)
    if block.font_size:
        return block.bold and words <= 16 and not _CONTACT.search(text)
    return _reads_as_heading(blocks, position, text)


def _lists_contents(blocks: Sequence[TextBlock], position: int) -> bool:
    """Say whether a line stands in a table of contents: it and a neighbour end in page numbers that do not fall."""
    here = page_at_end(blocks[position])
    if here is None:
        return False
    before = page_at_end(blocks[position - 1]) if position else None
    after = page_at_end(blocks[position + 1]) if position + 1 < len(blocks) else None
    return (before is not None and before <= here) or (after is not None and here <= after)


def _says_what_is_decided(blocks: Sequence[TextBlock], position: int, body: float) -> bool:
    """Say whether a short block right below "Beslut" or "Förslag till beslut" is the decision, even set in bold."""
    if position == 0 or (body and blocks[position].font_size > body * 1.12):
        return False
    return section_of(blocks[position - 1].text) in (Section.DECISION, Section.PROPOSAL, Section.YRKANDE)


def _stands_as_heading(blocks: Sequence[TextBlock], position: int, text: str) -> bool:
    """Doubt a heading that a reader without fonts guessed: names, titles, dates and lead-ins are none."""
    if re.match(r"#{1,6}\s", text):
        return True
    if text.endswith(":") or ISO_DATE.search(text) or _CONTACT.search(text):
        return False
    if PERSON.fullmatch(text) or (TITLE_WORD.search(text) and len(text.split()) <= 4):
        return False
    for earlier in range(position - 1, max(position - 4, -1), -1):
        if section_of(blocks[earlier].text) is Section.ROUTING:
            return False
    return position + 1 < len(blocks)


def _reads_as_heading(blocks: Sequence[TextBlock], position: int, text: str) -> bool:
    """Judge by words alone, for formats without fonts: a short line without a full stop above a paragraph."""
    if re.match(r"#{1,6}\s|\*\*[^*]+\*\*$", text):
        return True
    if len(text.split()) > 9 or not text[0].isupper() or text[-1] in ":?!" or _CONTACT.search(text):
        return False
    if position + 1 >= len(blocks) or (re.match(rf"^{NAME}(?: \([A-ZÅÄÖ]+\))?$", text) and position > 3):
        return False
    following = blocks[position + 1]
    return following.block is Block.PARAGRAPH and len(following.text) >= 90 and not opens_form(following.text)


def _minutes_levels(blocks: Sequence[TextBlock], heads: Mapping[int, Opening], found: set[int]) -> dict[int, int]:
    levels: dict[int, int] = {}
    titles = {place for position, opening in heads.items() for place in title_positions(blocks, position, opening)}
    first = min(heads)
    latest: Section | None = None
    for position in sorted(found):
        section = section_of(blocks[position].text)
        if position in heads or position in titles:
            levels[position], latest = 1, None
        elif position < first:
            levels[position] = 1
        elif section is None:
            levels[position] = 3 if latest is not None else 2
        else:
            # "Beslut" right above "Förslag till beslut i nämnden" or "Kommunfullmäktiges beslut:" holds it,
            # and so does "Förslag till beslut" hold "Nämnden beslutar".
            held = position - 1 in levels and (
                (latest is Section.DECISION and section in (Section.PROPOSAL, Section.DECISION))
                or (latest is Section.PROPOSAL and leads_in_decision(blocks[position].text))
            )
            levels[position] = 3 if held else 2
            latest = latest if levels[position] == 3 else section
    return levels


def _document_levels(blocks: Sequence[TextBlock], found: set[int]) -> dict[int, int]:
    ranks = _ranks(blocks, found)
    levels: dict[int, int] = {}
    title = _document_title(blocks, found)
    # The level of the latest heading with a number alone ("3 Metod"): "3.1 Underlag" stands below it, whatever its type.
    chapter = 2
    latest: tuple[int, tuple[float, bool, bool]] | None = None
    under_known = False
    before: tuple[int, Section | None] = (-2, None)
    for position in sorted(found):
        text = " ".join(blocks[position].text.split())
        section = section_of(text)
        known = section is not None
        marks = re.match(r"(#{1,6})\s", text)
        numbered = _NUMBERED.match(text)
        if position == title:
            levels[position] = 1
        elif marks:
            levels[position] = max(2, len(marks[1]))
        elif numbered and numbered["number"].count(".") > 0:
            levels[position] = chapter + numbered["number"].count(".")
        elif not blocks[position].font_size:
            levels[position] = 2 if known or not under_known else 3
        else:
            levels[position] = 1 + ranks[_look(blocks[position])]
            if latest is not None and not numbered and _is_smaller(_look(blocks[position]), latest[1]):
                levels[position] = max(levels[position], latest[0] + 1)
        if numbered:
            chapter = chapter if "." in numbered["number"] else max(2, levels[position])
            latest = levels[position], _look(blocks[position])
        if section is Section.PROPOSAL and before == (position - 1, Section.PROPOSAL):
            levels[position] = levels[position - 1] + 1
        before = (position, section)
        under_known = under_known or known
    return levels


def _is_smaller(look: tuple[float, bool, bool], other: tuple[float, bool, bool]) -> bool:
    """Tell whether a heading is set in smaller type than another, or as large and less bold."""
    return look[0] < other[0] or (look[0] == other[0] and other[1] and not look[1])


def _look(block: TextBlock) -> tuple[float, bool, bool]:
    return round(block.font_size * 2) / 2, block.bold, not block.stressed


def _ranks(blocks: Sequence[TextBlock], found: set[int]) -> dict[tuple[float, bool, bool], int]:
    """Rank the looks of headings from 1; section names known to be sections share the rank of their own look."""
    looks = sorted({_look(blocks[position]) for position in found if blocks[position].font_size}, reverse=True)
    title = _document_title(blocks, found)
    if title is not None and looks and _look(blocks[title]) == looks[0]:
        others = [position for position in found if _look(blocks[position]) == looks[0]]
        if len(others) == 1:
            looks = looks[1:]
            return {_look(blocks[title]): 0} | {look: rank for rank, look in enumerate(looks, start=1)}
    return {look: rank for rank, look in enumerate(looks, start=1)}


def _document_title(blocks: Sequence[TextBlock], found: set[int]) -> int | None:
    """Return the block that names the document: the largest heading before the first known section."""
    before: list[int] = []
    for position in sorted(found):
        head = is_letterhead(blocks[position].text)
        if (section_of(blocks[position].text) is not None and not head) or blocks[position].page > 2:
            break
        counted = _COUNTED.fullmatch(blocks[position].text.strip())
        # In plain text every heading looks the same; what is numbered below another heading is a part of it.
        part = bool(before) and not blocks[position].font_size and _NUMBERED.match(blocks[position].text.strip())
        if not head and not names_contents(blocks[position].text) and counted is None and not part:
            before.append(position)
    if not before:
        return None
    return max(before, key=lambda position: (blocks[position].font_size, len(blocks[position].text) > 25, -position))
