"""Blocks of a page → the passages of a document: headings with levels, §§, list items, signatures."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.boards import is_letterhead
from ingest.documents import Block, Force, Passage, Piece, TextBlock
from ingest.identifiers import find_case_numbers
from ingest.minutes import Opening, openings
from ingest.sections import Section, may_be_title, plain_heading, section_of
from ingest.signing import NAME, PERSON, TITLE_WORD, signature_blocks
from ingest.swedish_dates import Precision, find_dates

SEPARATOR = "\n\n"
LONGEST_HEADING_WORDS = 24
_LONGEST_CASE_LINE = 200
_DIGIT = re.compile(r"\d")
BULLETS = "•●▪■◦‣–-*\uf0b7\u2022o"

_ATT = re.compile(r"^(?:\d{1,2}[.)]\s+|[a-zåäö][.)]\s+|[•●▪■◦‣–*\uf0b7-]\s*)?att\s", re.IGNORECASE)
_ITEM = re.compile(r"^(?P<item>\d{1,2}|[a-zåäö])[.)]\s+(?=\S)")
_BULLET = re.compile(r"^[•●▪■◦‣\uf0b7\u2022–-]\s*(?=\S)")
_NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+[A-ZÅÄÖ]")
_DEADLINE = re.compile(
    r"\b(?:senast|återkom\w*|återrapporter\w*|återredovis\w*|redovisas?|rapporteras?|före|innan|"
    r"sista\s+\w*dag\w*|tidsfrist\w*|"
    r"inkomma?|inlämn\w*|klar[at]?|slutför\w*|färdig\w*)\b",
    re.IGNORECASE,
)
_FORMALITY = re.compile(
    r"(?:paragrafe[nr]|paragraferna|protokollet|sammanträdet|mötet)\s+(?:är|förklara[sr]|avsluta[sr]|justera[sr])\b",
    re.I,
)
_ISO_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_LEAD_IN = re.compile(
    r"(?::|\batt|\bföljande|\b(?:beslutar?|besluta|föreslår|yrkar)(?:\s+\w+){0,2})\s*$", re.IGNORECASE
)
_PAGE_AT_END = re.compile(r"[^\W\d_]\.?\s(\d{1,3})$")
_CONTACT = re.compile(r"[@:;]|\d{3}|\bwww\.|\btfn?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    level: int


def passages(blocks: Sequence[TextBlock]) -> tuple[str, tuple[Passage, ...]]:
    """Return a document's text and its passages in reading order; every force is still background."""
    split = [part for block in blocks for part in _split(block) if part.text.strip()]
    heads = {opening.position: opening for opening in openings(split)}
    levels = _levels(split, heads)
    return _assemble(split, heads, levels)


def _split(block: TextBlock) -> tuple[TextBlock, ...]:
    """Cut a section name off the paragraph it was run together with, where a line break still shows the seam."""
    first, newline, rest = block.text.partition("\n")
    if not newline or block.block in (Block.TABLE_ROW, Block.FOOTNOTE) or not rest.strip():
        return (block,)
    if section_of(first) is None:
        return (block,)
    cut = len(first) + 1
    return (_part(block, 0, len(first), Block.HEADING), *_split(_part(block, cut, len(block.text), Block.PARAGRAPH)))


def _part(block: TextBlock, start: int, end: int, form: Block) -> TextBlock:
    pieces = tuple(
        Piece(max(piece.start, start) - start, min(piece.end, end) - start, piece.page, piece.box)
        for piece in block.pieces
        if piece.start < end and start < piece.end
    )
    page = pieces[0].page if pieces else block.page
    return replace(block, text=block.text[start:end], block=form, pieces=pieces, page=page)


def _levels(blocks: Sequence[TextBlock], heads: dict[int, Opening]) -> dict[int, int]:
    """Return the level of every block that is a heading."""
    body = _body_size(blocks)
    found = {position for position in range(len(blocks)) if position in heads or _is_heading(blocks, position, body)}
    for position, opening in heads.items():
        found.update(_title_positions(blocks, position, opening))
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
    if block.block in (Block.TABLE_ROW, Block.FOOTNOTE) or not any(letter.isalpha() for letter in text):
        return False
    if block.block is not Block.LIST_ITEM and section_of(text) is not None and not text.endswith("."):
        return True
    words = len(text.split())
    if (
        "\n" in block.text.strip()
        or _FORMALITY.match(text)
        or _is_case_line(text)
        or _lists_contents(blocks, position)
        or _says_what_is_decided(blocks, position, body)
    ):
        return False
    if block.block is Block.HEADING:
        return words <= LONGEST_HEADING_WORDS + 10 and (
            bool(block.font_size) or _stands_as_heading(blocks, position, text)
        )
    if block.block is not Block.PARAGRAPH or words > LONGEST_HEADING_WORDS or text[-1] in ".;,":
        return False
    if body and block.font_size > body * 1.12:
        return True
    if block.font_size:
        return block.bold and words <= 16 and not _CONTACT.search(text)
    return _reads_as_heading(blocks, position, text)


def _lists_contents(blocks: Sequence[TextBlock], position: int) -> bool:
    """Say whether a line stands in a table of contents: it and a neighbour end in page numbers that do not fall."""
    pages = [
        int(match[1]) if 0 <= near < len(blocks) and (match := _PAGE_AT_END.search(blocks[near].text)) else None
        for near in (position - 1, position, position + 1)
    ]
    before, here, after = pages
    if here is None:
        return False
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
    if text.endswith(":") or _ISO_DATE.search(text) or _CONTACT.search(text):
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
    return following.block is Block.PARAGRAPH and len(following.text) >= 90


def _title_positions(blocks: Sequence[TextBlock], position: int, opening: Opening) -> list[int]:
    """Return the blocks below the line of a § that hold its title, or the rest of it."""
    if len(opening.title) > 3:
        return _continued(blocks, position)
    for following in range(position + 1, min(position + 4, len(blocks))):
        block = blocks[following]
        text = " ".join(block.text.split())
        named = section_of(text) is not None and not may_be_title(text)
        if named or block.block is Block.LIST_ITEM or len(block.cells) > 1:
            return []
        if _is_case_line(text):
            continue
        short = len(text) <= 220 and (text[-1] not in ".:" or block.block is Block.HEADING)
        return [following, *_continued(blocks, following)] if short else []
    return []


def _continued(blocks: Sequence[TextBlock], position: int) -> list[int]:
    """Return the block that goes on with a title that was broken in two: set alike, right below, no section name."""
    following = position + 1
    if following >= len(blocks):
        return []
    title, block = blocks[position], blocks[following]
    alike = title.font_size and abs(title.font_size - block.font_size) < 0.6 and title.bold == block.bold
    same_form = block.block is Block.HEADING and title.block is Block.HEADING and block.page == title.page
    text = " ".join(block.text.split())
    if alike and same_form and section_of(text) is None and not _is_case_line(text) and not text.startswith("§"):
        return [following]
    return []


def _is_case_line(text: str) -> bool:
    if len(text) > _LONGEST_CASE_LINE or not _DIGIT.search(text):
        return False
    cases = find_case_numbers(text) or find_case_numbers(f"Dnr {text}")
    rest = re.sub(r"(?i)\b(?:dnr|diarie(?:nr|nummer)|ärendenummer)\b\.?:?", "", text)
    return bool(cases) and len(rest) - sum(case.end - case.start for case in cases) < 12


def _minutes_levels(blocks: Sequence[TextBlock], heads: dict[int, Opening], found: set[int]) -> dict[int, int]:
    levels: dict[int, int] = {}
    titles = {place for position, opening in heads.items() for place in _title_positions(blocks, position, opening)}
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
            # "Beslut" right above "Förslag till beslut i nämnden" or "Kommunfullmäktiges beslut:" holds it.
            held = latest is Section.DECISION and position - 1 in levels
            levels[position] = 3 if held and section in (Section.PROPOSAL, Section.DECISION) else 2
            latest = latest if levels[position] == 3 else section
    return levels


def _document_levels(blocks: Sequence[TextBlock], found: set[int]) -> dict[int, int]:
    ranks = _ranks(blocks, found)
    levels: dict[int, int] = {}
    title = _document_title(blocks, found)
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
            levels[position] = 2 + numbered["number"].count(".")
        elif not blocks[position].font_size:
            levels[position] = 2 if known or not under_known else 3
        else:
            levels[position] = 1 + ranks[_look(blocks[position])]
        if section is Section.PROPOSAL and before == (position - 1, Section.PROPOSAL):
            levels[position] = levels[position - 1] + 1
        before = (position, section)
        under_known = under_known or known
    return levels


def _look(block: TextBlock) -> tuple[float, bool]:
    return round(block.font_size * 2) / 2, block.bold


def _ranks(blocks: Sequence[TextBlock], found: set[int]) -> dict[tuple[float, bool], int]:
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
    before = []
    for position in sorted(found):
        if section_of(blocks[position].text) is not None or blocks[position].page > 2:
            break
        if not is_letterhead(blocks[position].text):
            before.append(position)
    if not before:
        return None
    return max(before, key=lambda position: (blocks[position].font_size, len(blocks[position].text) > 25, -position))


def _assemble(
    blocks: Sequence[TextBlock], heads: dict[int, Opening], levels: dict[int, int]
) -> tuple[str, tuple[Passage, ...]]:
    path: list[_Heading] = []
    sign: str | None = None
    cases: tuple[str, ...] = ()
    made: list[Passage] = []
    offset = 0
    signatures = signature_blocks(blocks, levels)
    for position, block in enumerate(blocks):
        text = block.text.strip()
        lead = len(block.text) - len(block.text.lstrip())
        level = levels.get(position, 0)
        if position in heads:
            sign, path = heads[position].sign, []
            cases = _section_cases(blocks, position, heads, levels)
            title = _title_text(blocks, position, heads[position])
            path = [_Heading(title or sign, 1)]
            here: tuple[str, ...] = (path[0].text,)
        elif level == 1 and sign:
            # The title of the § on a line of its own: the § already carries it.
            here = ()
        elif level:
            known = section_of(text) is not None
            path = [
                heading
                for heading in path
                # Recipients and enclosures hold no sections, however large their heading is set.
                if heading.level < level and not (known and section_of(heading.text) is Section.ROUTING)
            ]
            here = tuple(heading.text for heading in path)
            path.append(_Heading(plain_heading(text), level))
        else:
            here = tuple(heading.text for heading in path)
        form, item = _form(block, text, level, position in signatures)
        if form is Block.ATT_SATS and item is None and not _is_att_sats(text, made[-1] if made else None):
            form = Block.PARAGRAPH
        made.append(
            Passage(
                ordinal=len(made),
                text=text,
                start=offset,
                end=offset + len(text),
                page=block.page,
                block=form,
                force=Force.BACKGROUND,
                heading_path=here,
                section_sign=sign,
                item=item,
                case_numbers=cases,
                table_header=block.table_header,
                cells=block.cells,
                pieces=_shift(block.pieces, lead, len(text)),
                level=level,
                deadlines=_deadlines(text) if not level else (),
            )
        )
        offset += len(text) + len(SEPARATOR)
    return SEPARATOR.join(passage.text for passage in made), tuple(made)


def _shift(pieces: Sequence[Piece], lead: int, length: int) -> tuple[Piece, ...]:
    moved = (
        Piece(max(piece.start - lead, 0), min(piece.end - lead, length), piece.page, piece.box) for piece in pieces
    )
    return tuple(piece for piece in moved if piece.start < piece.end)


def _title_text(blocks: Sequence[TextBlock], position: int, opening: Opening) -> str:
    titles = (plain_heading(blocks[place].text) for place in _title_positions(blocks, position, opening))
    first = opening.title if len(opening.title) > 3 else ""
    return " ".join(filter(None, (first, *titles)))


def _section_cases(
    blocks: Sequence[TextBlock], position: int, heads: dict[int, Opening], levels: dict[int, int]
) -> tuple[str, ...]:
    """Return the diarienummer of a §: on its line, or on a short line of its own near the title."""
    if heads[position].case_numbers:
        return heads[position].case_numbers
    for following in range(position + 1, min(position + 5, len(blocks))):
        text = " ".join(blocks[following].text.split())
        if section_of(text) is not None or following in heads:
            break
        if _is_case_line(text):
            return _numbers_of(text)
        if following in levels and (inside := find_case_numbers(text)):
            return tuple(dict.fromkeys(case.value for case in inside))
    # Some minutes print the number above the line of the §.
    above = " ".join(blocks[position - 1].text.split()) if position else ""
    return _numbers_of(above) if _is_case_line(above) else ()


def _numbers_of(case_line: str) -> tuple[str, ...]:
    found = find_case_numbers(case_line) or find_case_numbers(f"Dnr {case_line}")
    return tuple(dict.fromkeys(case.value for case in found))


def _form(block: TextBlock, text: str, level: int, signature: bool) -> tuple[Block, str | None]:
    if level:
        return Block.HEADING, None
    if signature:
        return Block.SIGNATURE, None
    if block.block in (Block.TABLE_ROW, Block.FOOTNOTE):
        return block.block, block.item
    item = block.item
    numbered = _ITEM.match(text)
    if item is None and numbered is not None:
        item = numbered["item"]
    if _ATT.match(text):
        return Block.ATT_SATS, item
    if block.block is Block.LIST_ITEM or numbered is not None or _BULLET.match(text):
        return Block.LIST_ITEM, item
    return (Block.PARAGRAPH if block.block is Block.HEADING else block.block), item


def _is_att_sats(text: str, above: Passage | None) -> bool:
    """Tell a clause that completes a lead-in from a sentence that begins with an infinitive ("Att cykla är roligt.")."""
    if not text.startswith("Att ") or above is None:
        return True
    announced = above.level and section_of(above.text) in (Section.DECISION, Section.PROPOSAL, Section.YRKANDE)
    return bool(announced or above.block is Block.ATT_SATS or _LEAD_IN.search(above.text))


def _deadlines(text: str) -> tuple[dt.date, ...]:
    cues = [match.start() for match in _DEADLINE.finditer(text)]
    if not cues:
        return ()
    dates = (
        date.last
        for date in find_dates(text)
        if date.year_given
        and date.precision is not Precision.YEAR
        and any(-30 <= date.start - cue <= 90 for cue in cues)
    )
    return tuple(dict.fromkeys(dates))
