"""The form at the head of a letter ("Datum: … Handläggare: … Dnr: …") → one block, so that it is cited whole (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Block, TextBlock
from ingest.identifiers import find_case_numbers
from ingest.pieces import joined_blocks
from ingest.signing import TITLE_WORD
from ingest.swedish_dates import find_dates

_HEAD_BLOCKS = 25
_LONGEST_LINE = 110
_LONGEST_VALUE = 60
_LABEL = (
    r"(?:(?:upprättad|skrivelse|dokument|rapport|sammanträdes|mötes)?datum|handläggare|handläggande tjänsteperson|"
    r"kontaktperson|föredragande|utredare|tjänsteställe|telefon(?:nummer)?|tfn|direkt(?:nr|nummer|telefon)|mobil|"
    r"e-post(?:adress)?|d\.?nr|diarie(?:nr|nummer|beteckning)|ärende(?:nr|nummer|beteckning)|beteckning|referens|"
    r"(?:vår|er|ert) (?:beteckning|referens|datum|d\.?nr|diarie(?:nr|nummer))|version)"
)
_BARE = re.compile(rf"#*\s*{_LABEL}\.?:?", re.IGNORECASE)
_LABELS = re.compile(rf"#*(?:\s*{_LABEL}\.?:?(?=\s|$))+", re.IGNORECASE)
_LABELLED = re.compile(rf"#*\s*{_LABEL}\.?:?\s+(?P<value>\S.*)", re.IGNORECASE | re.DOTALL)
_WITH_COLON = re.compile(rf"#*\s*{_LABEL}\.?:", re.IGNORECASE)
_MAIL_FIELD = re.compile(r"(?:från|till|kopia|skickat|datum|ämne)\s*:\s+(?P<value>\S.*)", re.IGNORECASE | re.DOTALL)
_SUBJECT = re.compile(r"^ämne\s*:\s+(?:(?:sv|vb|re|fw|fwd)\s*:\s*)*(?P<subject>\S.*)$", re.IGNORECASE | re.MULTILINE)
_SENDER = re.compile(r"^från\s*:\s+\S", re.IGNORECASE | re.MULTILINE)
_INSIDE = re.compile(r"\b(?:dnr|diarie(?:nr|nummer))\b", re.IGNORECASE)
_CONTACT = re.compile(r"\S+@\S+|[+\d][\d\s()/–-]{5,}")
_NAME = re.compile(r"(?:[A-ZÅÄÖÉ][\w’'éü-]+\s){1,3}[A-ZÅÄÖÉ][\w’'éü-]+(?:,\s[\w -]{3,50})?")
_TITLE = re.compile(r"[A-ZÅÄÖa-zåäö][\w-]{3,}(?:\s[\w&-]+){0,4}")


def join_form_lines(blocks: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """Return the blocks with each run of label lines of the head made one paragraph, a line of its own for each."""
    found: list[TextBlock] = []
    run: list[TextBlock] = []
    for position, block in enumerate(blocks):
        # A message quotes the one it answers below it, with a head of its own.
        inside = position < _HEAD_BLOCKS or is_mail_field(_line(block))
        if inside and _belongs(run, block):
            run.append(block)
            continue
        found.extend(_joined(run))
        run = []
        if inside and _is_label_line(block):
            run = [block]
        else:
            found.append(block)
    return (*found, *_joined(run))


def is_mail_field(text: str) -> bool:
    """Tell whether a line is one of those at the head of a message: "Från: …", "Ämne: …"."""
    return _MAIL_FIELD.fullmatch(text) is not None


def subject_of(text: str) -> str | None:
    """Return what a message is about, read off the lines at its head; None where they are not those of a message."""
    found = _SUBJECT.search(text)
    return found["subject"].strip() if found and _SENDER.search(text) else None


def opens_form(text: str) -> bool:
    """Tell whether words begin with a line of a form: a label with its value, or labels whose values stand below."""
    first = text.partition("\n")[0].strip()
    labelled = _LABELS.fullmatch(first) is not None or is_mail_field(first) or _says_label(first, beside=False)
    return len(first) <= _LONGEST_LINE and labelled


def _is_label_line(block: TextBlock) -> bool:
    """Tell whether a block is a line of a form: a label with its value, or labels whose values stand below."""
    text = _line(block)
    if block.block in (Block.LIST_ITEM, Block.FOOTNOTE, Block.ATT_SATS) or len(text) > _LONGEST_LINE:
        return False
    return _bare_row(block) or is_mail_field(text) or _says_label(text, beside=len(block.cells) > 1)


def _says_label(text: str, *, beside: bool) -> bool:
    """Tell whether a line holds a label; ``beside`` says that a wide gap parts it from its value."""
    if _BARE.fullmatch(text) or _WITH_COLON.match(text):
        return True
    labelled = _LABELLED.fullmatch(text)
    if labelled is not None and (_is_value(labelled["value"]) or beside):
        return True
    return bool(not text.endswith(".") and find_case_numbers(text) and _INSIDE.search(text))


def _belongs(run: Sequence[TextBlock], block: TextBlock) -> bool:
    """Tell whether a block goes on with a run: another label line, the value of a bare label, or contact details."""
    if not run or run[-1].page != block.page or block.block in (Block.LIST_ITEM, Block.FOOTNOTE, Block.ATT_SATS):
        return False
    if _is_label_line(block):
        return True
    above, text = run[-1], _line(block)
    if len(text) > _LONGEST_VALUE or text[-1:] in ".:?!":
        return False
    if _BARE.fullmatch(_line(above)) or _bare_row(above):
        values = [cell for cell in block.cells if cell] or [text]
        return all(_is_value(value) for value in values)
    named = _NAME.fullmatch(_line(above)) is not None and len(run) > 1
    return _CONTACT.fullmatch(text) is not None or bool(
        named and (block.block is not Block.HEADING or TITLE_WORD.search(text)) and _TITLE.fullmatch(text) is not None
    )


def _line(block: TextBlock) -> str:
    return " ".join(block.text.split())


def _bare_row(block: TextBlock) -> bool:
    cells = [cell for cell in block.cells if cell]
    return len(cells) > 1 and all(_BARE.fullmatch(cell) for cell in cells)


def _is_value(text: str) -> bool:
    """Tell whether words are what a form holds: a date, a number, a name, an address."""
    if len(text) > _LONGEST_VALUE or text[-1] in ".:":
        return False
    numbers = bool(find_dates(text)) or any(character.isdigit() for character in text)
    return numbers or _NAME.fullmatch(text) is not None or _CONTACT.fullmatch(text) is not None


def _joined(run: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    if len(run) < 2:
        return tuple(run)
    form = joined_blocks(run, "\n")
    return (replace(form, block=Block.PARAGRAPH, bold=False, item=None, table_header=(), cells=()),)
