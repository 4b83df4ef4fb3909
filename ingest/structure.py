"""Blocks of a page → the passages of a document: headings with levels, §§, list items, signatures."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.contents import names_contents, with_contents
from ingest.document_head import with_titled_head
from ingest.documents import Block, Force, Passage, TextBlock
from ingest.headings import levels_of
from ingest.identifiers import case_numbers_of_line, find_case_numbers
from ingest.minutes import Opening, openings
from ingest.pieces import joined_blocks, pieces_within
from ingest.section_titles import SHORTEST_TITLE, is_case_line, title_positions, with_titles_above
from ingest.sections import Section, plain_heading, section_of
from ingest.short_lists import with_short_lists
from ingest.side_labels import part_of, with_side_labels
from ingest.signing import signature_blocks, with_titled_signers
from ingest.swedish_dates import Precision, find_dates
from ingest.table_passages import with_rows_told
from ingest.votes import with_votes

SEPARATOR = "\n\n"
_ATT = re.compile(r"^(?:\d{1,2}[.)]\s+|[a-zåäö][.)]\s+|[•●▪■◦‣–*\uf0b7-]\s*)?att\s", re.IGNORECASE)
_ITEM = re.compile(r"^(?P<item>\d{1,2}|[a-zåäö])[.)]\s+(?=\S)")
_BULLET = re.compile(r"^[•●▪■◦‣\uf0b7\u2022–☐☑☒✕-]\s*(?=\S)")
_DEADLINE = re.compile(
    r"\b(?:senast|återkom\w*|återrapporter\w*|återredovis\w*|redovisas?|rapporteras?|före|innan|"
    r"sista\s+\w*dag\w*|tidsfrist\w*|"
    r"inkomma?|inlämn\w*|klar[at]?|slutför\w*|färdig\w*)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?::|\batt|\bföljande|\b(?:beslutar?|besluta|föreslår|yrkar)(?:\s+\w+){0,2})\s*$", re.IGNORECASE
)
_ENDS_IN_ATT = re.compile(r"\b(?:beslut\w*|föreslå\w*|yrka\w*)(?:\s+[\w-]+){0,6}\s+att:?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    level: int


def passages(blocks: Sequence[TextBlock]) -> tuple[str, tuple[Passage, ...]]:
    """Return a document's text and its passages in reading order; every force is still background."""
    split: Sequence[TextBlock] = [
        part for block in with_side_labels(with_titled_signers(blocks)) for part in _split(block) if part.text.strip()
    ]
    split = with_contents(split)
    split, found = with_titles_above(split, openings(split))
    heads = {opening.position: opening for opening in found}
    made = _Assembly(split, heads, levels_of(split, heads)).passages()
    return _placed(with_rows_told(with_votes(with_short_lists(with_titled_head(made)))))


def _split(block: TextBlock) -> tuple[TextBlock, ...]:
    """Cut a section name off the paragraph it was run together with, where a line break still shows the seam."""
    first, newline, rest = block.text.partition("\n")
    if not newline or block.block in (Block.TABLE_ROW, Block.FOOTNOTE) or not rest.strip():
        return (block,)
    if section_of(first) is None:
        return (block,)
    cut = len(first) + 1
    return (
        part_of(block, 0, len(first), Block.HEADING),
        *_split(part_of(block, cut, len(block.text), Block.PARAGRAPH)),
    )


class _Assembly:
    """Go through the blocks of a document and keep where each stands: §, diarienummer, headings above it."""

    def __init__(self, blocks: Sequence[TextBlock], heads: Mapping[int, Opening], levels: Mapping[int, int]) -> None:
        self._blocks, self._heads, self._levels = blocks, heads, levels
        self._signatures = signature_blocks(blocks, levels)
        self._path: list[_Heading] = []
        self._sign: str | None = None
        self._cases: tuple[str, ...] = ()

    def passages(self) -> list[Passage]:
        """Return the passages in order, not yet placed in the document's text."""
        made: list[Passage] = []
        position = 0
        while position < len(self._blocks):
            block, here = self._blocks[position], self._headings_above(position)
            last = self._end_of_title(position)
            if last > position:
                block = joined_blocks(self._blocks[position : last + 1])
            made.append(self._passage(block, position, here, made[-1] if made else None))
            position = last + 1
        return made

    def _end_of_title(self, position: int) -> int:
        """Return the last block of a § and its title on lines of their own: together they are one heading."""
        if position not in self._heads:
            return position
        titles = title_positions(self._blocks, position, self._heads[position])
        last = titles[-1] if titles else position
        parts = self._blocks[position : last + 1]
        apart = any(block.block in (Block.TABLE_ROW, Block.FOOTNOTE) for block in parts)
        inside = any(place in self._heads for place in range(position + 1, last + 1))
        return position if apart or inside else last

    def _headings_above(self, position: int) -> tuple[str, ...]:
        """Return the headings a block stands under, and go one step further if it is a heading itself."""
        level = self._levels.get(position, 0)
        if position in self._heads:
            opening = self._heads[position]
            self._sign, self._cases = opening.sign, _section_cases(self._blocks, position, self._heads, self._levels)
            self._path = [_Heading(_title_text(self._blocks, position, opening) or opening.sign, 1)]
            return (self._path[0].text,)
        if level == 1 and self._sign:
            # The title of the § on a line of its own: the § already carries it.
            return ()
        if level:
            text = self._blocks[position].text.strip()
            known = section_of(text) is not None
            self._path = [
                heading
                for heading in self._path
                # Recipients and enclosures hold no sections, however large their heading is set.
                if heading.level < level
                and not names_contents(heading.text)
                and not (known and section_of(heading.text) is Section.ROUTING)
            ]
            here = tuple(heading.text for heading in self._path)
            self._path.append(_Heading(plain_heading(text), level))
            return here
        return tuple(heading.text for heading in self._path)

    def _passage(self, block: TextBlock, position: int, here: tuple[str, ...], above: Passage | None) -> Passage:
        text = block.text.strip()
        lead = len(block.text) - len(block.text.lstrip())
        level = self._levels.get(position, 0)
        form, item = _form(block, text, level, position in self._signatures)
        if form is Block.ATT_SATS and item is None and not _is_att_sats(text, above):
            form = Block.PARAGRAPH
        if form is Block.PARAGRAPH and _completes_att(text, above):
            form = Block.ATT_SATS
        return Passage(
            ordinal=0,
            text=text,
            start=0,
            end=len(text),
            page=block.page,
            block=form,
            force=Force.BACKGROUND,
            heading_path=here,
            section_sign=self._sign,
            item=item,
            case_numbers=self._cases,
            table_header=block.table_header,
            cells=block.cells,
            pieces=pieces_within(block.pieces, lead, lead + len(text)),
            level=level,
            deadlines=_deadlines(text) if not level and form is not Block.CONTENTS else (),
        )


def _placed(made: Sequence[Passage]) -> tuple[str, tuple[Passage, ...]]:
    """Return the text that passages make, and the passages with their places in it."""
    placed: list[Passage] = []
    offset = 0
    for ordinal, passage in enumerate(made):
        end = offset + len(passage.text)
        placed.append(replace(passage, ordinal=ordinal, start=offset, end=end))
        offset = end + len(SEPARATOR)
    return SEPARATOR.join(passage.text for passage in placed), tuple(placed)


def _title_text(blocks: Sequence[TextBlock], position: int, opening: Opening) -> str:
    titles = (plain_heading(blocks[place].text) for place in title_positions(blocks, position, opening))
    first = opening.title if len(opening.title) >= SHORTEST_TITLE else ""
    return " ".join(filter(None, (first, *titles)))


def _section_cases(
    blocks: Sequence[TextBlock], position: int, heads: Mapping[int, Opening], levels: Mapping[int, int]
) -> tuple[str, ...]:
    """Return the diarienummer of a §: on its line, or on a short line of its own near the title."""
    if heads[position].case_numbers:
        return heads[position].case_numbers
    for following in range(position + 1, min(position + 5, len(blocks))):
        text = " ".join(blocks[following].text.split())
        if section_of(text) is not None or following in heads:
            break
        if is_case_line(text):
            return _numbers_of(text)
        if following in levels and (inside := find_case_numbers(text)):
            return tuple(dict.fromkeys(case.value for case in inside))
    # Some minutes print the number above the line of the §.
    above = " ".join(blocks[position - 1].text.split()) if position else ""
    return _numbers_of(above) if is_case_line(above) else ()


def _numbers_of(case_line: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(case.value for case in case_numbers_of_line(case_line)))


def _form(block: TextBlock, text: str, level: int, signature: bool) -> tuple[Block, str | None]:
    if level:
        return Block.HEADING, None
    if signature:
        return Block.SIGNATURE, None
    if block.block in (Block.TABLE_ROW, Block.FOOTNOTE, Block.CONTENTS):
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


def _completes_att(text: str, above: Passage | None) -> bool:
    """Tell a point of its own of what is decided: "beslutar att", and below it "avslå ansökan", each on its line."""
    if above is None or not text[:1].islower():
        return False
    if above.block is Block.ATT_SATS:
        return above.text[:1].islower() and not _ATT.match(above.text)
    return _ENDS_IN_ATT.search(above.text) is not None


def _deadlines(text: str) -> tuple[dt.date, ...]:
    dates = [date for date in find_dates(text) if date.year_given and date.precision is not Precision.YEAR]
    cues = [match.start() for match in _DEADLINE.finditer(text)] if dates else []
    near = (date.last for date in dates if any(-30 <= date.start - cue <= 90 for cue in cues))
    return tuple(dict.fromkeys(near))
