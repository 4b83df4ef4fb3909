"""What a document points to: other cases, §§ of other minutes, enclosures, the initiative behind it (pure)."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from ingest.boards import find_boards
from ingest.documents import Block, Passage, Reference
from ingest.identifiers import find_case_numbers, find_section_signs, same_case
from ingest.sections import Section, section_of
from ingest.swedish_dates import Precision, exact_days, find_dates

_NEAR = 90
_SHORT_AFTER = re.compile(r"^\s*,?\s*(?P<short>[A-ZÅÄÖ]{2,8})(?![\w])")
_SHORT_BEFORE = re.compile(r"(?P<short>[A-ZÅÄÖ]{2,8})(?:\s+\d{4}-\d\d-\d\d)?\s*,?\s*$")
_INITIATIVE = re.compile(
    r"(?:ärende väckt av|initiativ(?:ärende)? (?:från|av|väckt av)|motion (?:från|av)|"
    r"interpellation (?:från|av))\s+(?P<who>[^.;\n]{3,80})",
    re.I,
)
# What each of these begins with.
_INITIATIVES = ("ärende väckt av", "initiativ", "motion ", "interpellation ")
_LAW = re.compile(
    r"^\s*(?:i\s+)?(?:\w*lag(?:en)?|\w*förordning(?:en)?|\w*balken|\w*reglementet?|st\b|stycket|p\b)", re.I
)
_NO_ENCLOSURE = re.compile(r"(?:paragrafen|paragraferna|protokollet)\s|borttag\w*\b|inga\b|saknas\b|-+$", re.I)
_LONGEST_TITLE = 14
# What stands below "Bilaga 2" is the enclosure itself.
_ONE_ENCLOSURE = re.compile(r"bilaga\b", re.I)
_ENCLOSURE = re.compile(r"underlag|handlingar|bilag|dokument", re.I)


def references_of(passages: Sequence[Passage], own_cases: Sequence[str]) -> tuple[Reference, ...]:
    """Return the references of a document in order, each place once."""
    found: list[Reference] = []
    for passage in passages:
        if passage.level == 1:
            continue
        found.extend(_cases(passage, own_cases))
        found.extend(_sections(passage))
        found.extend(_enclosures(passage))
        found.extend(_initiatives(passage))
    return tuple(dict.fromkeys(found))


def _cases(passage: Passage, own_cases: Sequence[str]) -> Iterable[Reference]:
    for number in find_case_numbers(passage.text):
        known = (*own_cases, *passage.case_numbers)
        if passage.level or any(same_case(number.value, own) for own in known):
            continue
        yield Reference("case", number.value, passage.text[number.start : number.end], passage.ordinal)


def _sections(passage: Passage) -> Iterable[Reference]:
    if passage.level:
        return
    text = passage.text
    for sign in find_section_signs(text):
        after, before = text[sign.end : sign.end + _NEAR], text[max(0, sign.start - _NEAR) : sign.start]
        if re.search(r"(?:(?<![\d-])\d{1,3}|kap\.?)\s*$", before) or _LAW.match(after):
            continue
        date = _date_near(text, sign.start, sign.end)
        board = _board_near(before, after)
        if date is None and board is None:
            continue
        yield Reference(
            "section", sign.value, " ".join(text[sign.start : sign.end].split()), passage.ordinal, board, date
        )


def _date_near(text: str, start: int, end: int) -> dt.date | None:
    days = exact_days(text)
    before = [date for date in days if date.end <= start and start - date.end <= 12]
    after = [date for date in days if date.start >= end and date.start - end <= 16]
    wider = [date for date in days if date.end <= start and start - date.end <= _NEAR // 2]
    chosen = before[-1:] or after[:1] or wider[-1:]
    return chosen[0].first if chosen else None


def _board_near(before: str, after: str) -> str | None:
    short = _SHORT_AFTER.match(after) or _SHORT_BEFORE.search(before)
    if short is not None:
        return short["short"]
    boards = find_boards(re.split(r"(?<=[a-zåäö])\.\s", before)[-1])
    if boards:
        return boards[-1].value
    following = find_boards(after[:50])
    return following[0].value if following and following[0].start < 12 else None


def _enclosures(passage: Passage) -> Iterable[Reference]:
    if passage.level or not passage.heading_path or len(passage.text) > 300 or "@" in passage.text:
        return
    if passage.block in (Block.SIGNATURE, Block.TABLE_ROW, Block.FOOTNOTE):
        return
    heading = passage.heading_path[-1]
    if section_of(heading) is not Section.ROUTING or not _ENCLOSURE.search(heading) or _ONE_ENCLOSURE.match(heading):
        return
    if len(passage.text.split()) > _LONGEST_TITLE and passage.text.rstrip().endswith("."):
        # A sentence about a paper, or of one, is not what it is called.
        return
    title = re.sub(r"^(?:[•●▪–*-]|\d{1,2}[.)])\s*", "", passage.text).strip()
    if len(title) > 3 and not _NO_ENCLOSURE.match(title):
        yield Reference("document", title, passage.text, passage.ordinal)


def _initiatives(passage: Passage) -> Iterable[Reference]:
    lowered = passage.text.lower()
    if not any(word in lowered for word in _INITIATIVES):
        return
    for match in _INITIATIVE.finditer(passage.text):
        days = [date for date in find_dates(match[0]) if date.precision is Precision.DAY]
        yield Reference(
            "initiative",
            " ".join(match["who"].split()),
            match[0],
            passage.ordinal,
            None,
            days[0].first if days else None,
        )
