"""Lines of pages → blocks: paragraphs, headings, list items, att-satser, table rows, footnotes, signatures."""

import re

from ingest.aligned import CAPTION
from ingest.broken_words import with_hyphens_kept
from ingest.documents import Block, Line, Page, RawFile, TextBlock
from ingest.groups import NAME, Group, ends_sentence, finished, is_contents_line, text_block
from ingest.letterhead import is_mail_field, join_form_lines
from ingest.running import without_running_heads
from ingest.sections import Section, section_of
from ingest.style import Style, style_of
from ingest.swedish_dates import ANY_MONTH, is_year
from ingest.table_rows import add_row

_BULLET = re.compile(r"(?P<marker>[•▪●○◦·■□➢✓☐☑☒✕]|o(?= ))\s*(?=\S)")
_DASH = re.compile(r"(?P<marker>[-–—])\s*(?=[^\W\d_])")
_NUMBER = re.compile(
    r"\(?(?P<marker>\d{1,3}(?:\.\d{1,3}){0,4}|[a-zåäö]|[ivx]{1,4}|[A-ZÅÄÖ](?=[)/]))(?:[.)/])\s+(?=\S)"
    r"|(?P<plain>\d{1,2}(?:\.\d{1,3}){1,4})\s+(?=[^\W\d_])"
)
_ATT = re.compile(r"(?:[-–•]\s*)?att\s+\S", re.I)
_SECTION = re.compile(r"§+\s?\d+\s?[a-z]?(?:\s+\S*\d\S*(?:\s+[A-ZÅÄÖ]{2,6})?)?")
# "Au § 112" on a line of its own, the year behind it maybe.
_BOARD_SECTION = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,7}\s?§+\s?\d{1,4}(?:\s?/\s?\d{2,4})?")
_SECTION_LINE = re.compile(r"(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,7}\s)?§+\s?\d+\s?[a-z]?\s+[A-ZÅÄÖ]")
_FOOTNOTE = re.compile(r"(?:\d{1,2}|\[\d{1,2}\]|[*†])\s+\S|\d{1,2}[^\W\d_]{2}")
# "Fullmäktiges beslut 2031-12-14" / "§ 191": the § of another meeting.
_REFERS = re.compile(rf"\d{{4}}-\d\d-\d\d,?$|\d{{1,2}} (?:{ANY_MONTH})(?: \d{{4}})?,?$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(
    r"(?:^|[\s/])(?:www\.|https?://)?[\w.-]+\.(?:se|nu|com|org|net|eu|fi|no|dk)(?:/\S*)?$|\S+@\S+", re.I
)
# No Swedish sentence ends in one of these: the line below goes on, whatever it begins with.
_NEVER_LAST = re.compile(
    r"\b(?:och|eller|samt|är|för|av|till|i|på|med|att|som|cirka|ca|från|en|ett|den|det|de|per|mellan|vid|har|ska|blir)$"
)
# "enligt plan- och bygglagen" / "(2010:900) att …"
_IN_BRACKETS = re.compile(r"\((?:SFS\s)?\d{4}:\d")
# After these a number goes on, though another word may not: "i drift sedan" / "1 april 2031".
_BEFORE_A_NUMBER = re.compile(
    r"\b(?:sedan|enligt|om|före|efter|innan|under|över|inom|minst|högst|senast|drygt|knappt|omkring|totalt|mot|dagen)$"
)
# What a number on the next line goes on with, whatever it looks like: "07.00-" / "18.00", "i mitten av juli" / "2031.", "4 kap." / "8 §".
_BREAKS_OFF = re.compile(
    rf"(?:\d\s?[-–]|\s[-–]|\b(?:kap|nr|dnr|ca|kl|mom|bl\.?\s?a|t\.?\s?ex)\.|\b(?:{ANY_MONTH}))$", re.IGNORECASE
)
# "Gäller för: Hemtjänsten": a field of a form, on a line of its own below another.
_FIELD = re.compile(r"[A-ZÅÄÖ][^:.,!?]{2,30}:\s+\S")
_LONGEST_FIELD = 70
# What a clause of a list follows, or the one before it ends in.
_LEADS_IN = re.compile(r"\b(?:beslut\w*|föreslå\w*|yrka\w*|hemställ\w*|uppdrag\w*|och|samt|eller)$", re.IGNORECASE)
# Share of the longest lines of a plain text that a line it wraps reaches.
_WRAPPED = 0.8
_HEADING_CHARACTERS = 160
_HEADING_LINES = 4
# Share of the type by which a word of a heading may be wider than as many of its letters.
_WIDE_WORD = 0.6
# A line of plain text that the text below it wraps further than: it ends there on purpose.
_PLAIN_TITLE = 45
_STRESSED_CHARACTERS = 80
# Share of the type by which letters with and without tails make two equal gaps differ.
_UNEVEN = 0.35
# Points by which lines of one column may begin apart, the items of its lists among them.
_SAME_MARGIN = 40.0


def blocks(raw: RawFile) -> tuple[TextBlock, ...]:
    """Return the blocks of a file in reading order, running heads and feet left out."""
    pages = with_hyphens_kept(without_running_heads(raw.pages))
    style = style_of(pages)
    groups: list[Group] = []
    for page in pages:
        _add_page(groups, page, style)
    return join_form_lines([block for block in map(text_block, finished(groups, style.size)) if block.text])


def _add_page(groups: list[Group], page: Page, style: Style) -> None:
    notes = _footnote_lines(page, style)
    after_blank = True
    for position, line in enumerate(page.lines):
        if position in notes:
            continue
        if not line.text.strip():
            if groups:
                groups[-1].closed = True
            after_blank = True
            continue
        following = page.lines[position + 1] if position + 1 < len(page.lines) else None
        _add_line(groups, line, following, style, after_blank=after_blank)
        after_blank = False
    for position in sorted(notes):
        line = page.lines[position]
        if groups and groups[-1].block is Block.FOOTNOTE and not _FOOTNOTE.match(line.text):
            groups[-1].lines.append(line)
        else:
            groups.append(Group(Block.FOOTNOTE, [line]))


def _footnote_lines(page: Page, style: Style) -> set[int]:
    """Return positions of the small lines at the foot of the page, from the first that begins with a note mark."""
    found: list[int] = []
    for position in range(len(page.lines) - 1, -1, -1):
        line = page.lines[position]
        small = 0 < line.font_size <= style.size - 1.0 and not line.cells
        if line.box is None or not small or line.box.y0 < 0.5 * page.height:
            break
        found.append(position)
    found.reverse()
    while found and not _FOOTNOTE.match(page.lines[found[0]].text):
        found.pop(0)
    return set(found)


def _add_line(groups: list[Group], line: Line, following: Line | None, style: Style, *, after_blank: bool) -> None:
    if line.cells:
        add_row(groups, line)
        return
    group = _running_text(groups, line)
    if group and not group.closed and _goes_on(group, line, following, style):
        group.lines.append(line)
        return
    groups.append(_new_group(groups, line, following, style, after_blank=after_blank))


def _running_text(groups: list[Group], line: Line) -> Group | None:
    """Return the group a line could go on with: the last one, on a new page the last of its column, no footnote."""
    for group in reversed(groups):
        last = group.last
        if group.block is Block.FOOTNOTE and last.page != line.page:
            continue
        if last.page < line.page - 1:
            return None
        if _in_other_text(last, line):
            continue
        return None if group.block is Block.TABLE_ROW else group
    return None


def _in_other_text(above: Line, line: Line) -> bool:
    """Tell whether two lines belong to two texts that stand beside each other."""
    if above.column and line.column:
        return above.column != line.column
    beside = above.column or line.column
    return bool(beside and above.box and line.box and abs(above.box.x0 - line.box.x0) > _SAME_MARGIN)


def _new_group(groups: list[Group], line: Line, following: Line | None, style: Style, *, after_blank: bool) -> Group:
    text = line.text
    if _is_heading(line, following, style, after_blank=after_blank):
        return Group(Block.HEADING, [line], item=None)
    if _is_stressed_heading(line, groups[-1] if groups else None, following, style):
        return Group(Block.HEADING, [line])
    if groups and _stands_alone(line, groups[-1], following, style):
        return Group(Block.HEADING, [line])
    if is_contents_line(text):
        return Group(Block.PARAGRAPH, [line], closed=True)
    bullet = _BULLET.match(text) or _DASH.match(text)
    if _ATT.match(text) and (bullet or text.startswith(("att ", "Att ", "ATT "))) and _opens_att(groups):
        return Group(Block.ATT_SATS, [line])
    if bullet:
        return Group(Block.LIST_ITEM, [line])
    number = _NUMBER.match(text)
    if number:
        return Group(Block.LIST_ITEM, [line], item=number["marker"] or number["plain"])
    return Group(Block.PARAGRAPH, [line])


def _opens_att(groups: list[Group]) -> bool:
    """Tell whether an att-sats may follow: after a lead-in without full stop, or after another att-sats."""
    if not groups:
        return True
    before = groups[-1]
    return before.block in (Block.ATT_SATS, Block.HEADING) or not before.last.text.rstrip().endswith((".", "!", "?"))


def _is_heading(line: Line, following: Line | None, style: Style, *, after_blank: bool) -> bool:
    text = line.text.strip()
    if _SECTION.fullmatch(text):
        return True
    if _is_year_alone(line):
        return following is not None and following.text[:1].isalpha()
    letters = sum(map(str.isalpha, text[:_HEADING_CHARACTERS]))
    if len(text) < 60 and _ADDRESS.search(text):
        return False
    if letters < 3 or len(text) > _HEADING_CHARACTERS or is_contents_line(text) or _BULLET.match(text):
        return False
    larger = line.font_size >= style.size + 1.0
    ends = text[-1] in ".,;"
    if larger:
        return not ends or len(text) < 60
    if line.bold and not style.bold:
        return not ends and line.font_size >= style.size - 1.0
    if text.isupper() and text[0].isalnum() and letters >= 4 and len(text) < 90 and not ends:
        return True
    if line.box is None and line.font_size == 0:
        return _plain_heading(text, following, after_blank=after_blank) or _plain_title(text, following, after_blank)
    return False


def _stands_alone(line: Line, above: Group, following: Line | None, style: Style) -> bool:
    """Tell whether a short line in ordinary type stands apart from the text above and heads the paragraph under it."""
    if following is None or line.box is None or following.box is None or above.last.box is None:
        return False
    text = line.text.strip()
    words_only = text[:1].isupper() and not _DIGIT.search(text)
    short = len(text) <= 60 and line.box.x1 - line.box.x0 < 0.7 * (style.edge(following) - line.box.x0)
    if not (words_only and short) or text[-1] in ".,;:!?)" or NAME.fullmatch(text) or CAPTION.match(text):
        return False
    above_gap = line.box.y0 - above.last.box.y1 if above.last.page == line.page else line.font_size
    below_gap = following.box.y0 - line.box.y1
    apart = above_gap > 0.6 * line.font_size and -1 <= below_gap <= above_gap + 1
    reach = following.box.x1 - following.box.x0 > 0.75 * (style.edge(following) - following.box.x0)
    begins = following.text[:1].isupper() and len(following.text) >= 30 and reach and not following.cells
    same_place = abs(following.box.x0 - line.box.x0) < 2 and abs(following.font_size - line.font_size) < 0.6
    return apart and begins and same_place and above.block not in (Block.LIST_ITEM, Block.ATT_SATS, Block.HEADING)


def _is_stressed_heading(line: Line, above: Group | None, following: Line | None, style: Style) -> bool:
    """Tell whether a short line in italics, or underlined, heads the text in ordinary type right below it."""
    if not line.stressed or following is None or line.box is None or following.box is None or following.stressed:
        return False
    text = line.text.strip()
    words = text[number.end() :] if (number := _NUMBER.match(text)) else text
    short = len(text) <= _STRESSED_CHARACTERS and line.box.x1 - line.box.x0 < 0.7 * (
        style.edge(following) - line.box.x0
    )
    if not (words[:1].isupper() and short) or _DIGIT.search(words) or text[-1] in ".,;:!" or NAME.fullmatch(text):
        return False
    if following.cells or CAPTION.match(text) or following.text[:1].islower() or section_of(following.text) is not None:
        return False
    here = above is not None and above.last.page == line.page and above.last.box is not None
    above_gap = line.box.y0 - above.last.box.y1 if here and above and above.last.box else 2 * line.font_size
    below_gap = following.box.y0 - line.box.y1
    near = -1 <= below_gap <= min(above_gap + _UNEVEN * line.font_size, 2 * line.font_size)
    return near and abs(following.box.x0 - line.box.x0) < _SAME_MARGIN and following.font_size < line.font_size + 0.6


def _is_year_alone(line: Line) -> bool:
    """Tell whether a line of plain text holds a year and nothing else: it heads what is told of it."""
    return line.box is None and line.font_size == 0 and is_year(line.text.strip().rstrip(":"))


def _plain_heading(text: str, following: Line | None, *, after_blank: bool) -> bool:
    """Tell whether a line of plain text stands alone as a heading does: short, between blank lines, no full stop."""
    alone = after_blank and following is not None and not following.text.strip()
    return (
        alone
        and len(text) <= 80
        and text[:1].isupper()
        and not ends_sentence(text)
        and not _NUMBER.match(text)
        and not any(character.isdigit() for character in text[:4])
        and "," not in text[-1:]
    )


def _plain_title(text: str, following: Line | None, after_blank: bool) -> bool:
    """Tell whether a short numbered line of plain text heads the text right below it, as in notes: "2. Skolvägen"."""
    number = _NUMBER.match(text) if after_blank and following is not None else None
    if number is None or following is None or ends_sentence(text) or text[-1] in ":,;" or len(text) > _PLAIN_TITLE:
        return False
    below = following.text.strip()
    listed = _BULLET.match(below) or _DASH.match(below)
    return text[number.end() :][:1].isupper() and bool(listed or (below[:1].isupper() and len(below) > len(text)))


def _goes_on(group: Group, line: Line, following: Line | None, style: Style) -> bool:
    """Tell whether a line belongs to the block above it."""
    last = group.last
    if group.block is Block.HEADING:
        return _heading_goes_on(group, line, style)
    refers = _REFERS.search(last.text.rstrip()) is not None and not line.bold
    if _opens_with_sign(group, line, refers=refers):
        return False
    if last.box is None or line.box is None:
        return _unplaced_goes_on(last, line, style)
    full = _is_full(last, line, style)
    breaks_off = line.text[:1].isdigit() and _BREAKS_OFF.search(last.text.rstrip()) is not None
    open_sentence = breaks_off or not ends_sentence(last.text)
    marker = not breaks_off and (_DASH.match(line.text) or _NUMBER.match(line.text))
    if marker and not (full and open_sentence and abs(last.box.x0 - line.box.x0) < 3 and group.item is None):
        return False
    if _is_of_other_type(last, line, following, style, refers=refers):
        return False
    if not open_sentence and line.text[:1].isupper() and _names_section(line, following, style):
        return False
    lower = breaks_off or line.text[:1].islower() or _IN_BRACKETS.match(line.text) is not None
    if last.page != line.page or line.box.y0 < last.box.y0 - 2 * line.font_size:
        return open_sentence and (lower or (full and len(last.text) > 40) or last.text.endswith("-"))
    if _outdented(group, line):
        return False
    step = line.box.y0 - last.box.y0
    if step > 1.3 * style.leading * max(line.font_size, last.font_size) + 1.0:
        return False
    if refers and _SECTION.fullmatch(line.text):
        return True
    if len(last.text) <= _LONGEST_FIELD and _FIELD.match(line.text) and _FIELD.match(last.text):
        return False
    if len(group.lines) == 1 and line.text[:1].isupper() and _is_open_label(last.text):
        return False
    if full:
        return not (line.box.x0 - last.box.x0 > 8 and len(group.lines) > 1 and not open_sentence)
    counts = line.text[:1].isdigit() and not marker and _BEFORE_A_NUMBER.search(last.text.rstrip())
    if open_sentence and not lower and (counts or _NEVER_LAST.search(last.text.rstrip())):
        return abs(line.box.x0 - last.box.x0) < 3 and group.item is None
    return open_sentence and lower and not line.text.startswith("att ")


def _opens_with_sign(group: Group, line: Line, *, refers: bool) -> bool:
    """Tell whether a line begins with a bullet, is a § of its own, or the next of a list of §§ with their titles."""
    if _BULLET.match(line.text) or (_SECTION.fullmatch(line.text) and not refers):
        return True
    if _BOARD_SECTION.fullmatch(line.text.strip()):
        return True
    return bool(_SECTION_LINE.match(line.text) and _SECTION_LINE.match(group.lines[0].text))


def _is_of_other_type(last: Line, line: Line, following: Line | None, style: Style, *, refers: bool) -> bool:
    """Tell whether a line is set in other type than the line above: larger or smaller, as a heading, or stressed."""
    if abs(line.font_size - last.font_size) > 0.8:
        return True
    if _is_heading(line, following, style, after_blank=False) and not (refers and _SECTION.fullmatch(line.text)):
        return True
    return line.stressed and not last.stressed and last.text.rstrip()[-1] in ".!?"


def _names_section(line: Line, following: Line | None, style: Style) -> bool:
    """Tell whether a section name stands alone on a line, in the type of the text: no sentence begins and breaks with it."""
    if section_of(line.text) is None or line.text.rstrip()[-1] in ".,;" or following is None:
        return False
    return not _is_full(line, following, style) and not following.text[:1].islower()


def _is_open_label(text: str) -> bool:
    """Tell "Beslutet skickas till" above those whom it is sent to, each on a line of their own."""
    return text.rstrip(" :").endswith("till") and section_of(text) is Section.ROUTING


def _unplaced_goes_on(last: Line, line: Line, style: Style) -> bool:
    """Tell whether a line of plain text, HTML or mail goes on with the line above; blank lines have parted the rest."""
    if _DASH.match(line.text) or _NUMBER.match(line.text):
        return False
    full = len(last.text) + 1 + len(line.text.split(" ", 1)[0]) > _WRAPPED * style.width
    if line.text.startswith("att ") and (not full or not last.text[-1:].isalnum() or _LEADS_IN.search(last.text)):
        return False
    if last.parts or line.parts or _is_year_alone(line):
        return False
    if style.width and not full and ends_sentence(last.text) and not line.text[:1].islower():
        # There was room for the next word: the paragraph ends there.
        return False
    if line.text.startswith("Att ") and last.text.startswith("Att "):
        return False
    if last.page != line.page:
        return not ends_sentence(last.text) and line.text[:1].islower()
    if is_mail_field(line.text) and is_mail_field(last.text):
        return False
    if line.text[:1].isupper() and (section_of(last.text) is not None or section_of(line.text) is not None):
        # Written without a blank line, a section name still stands alone on its line.
        return False
    return last.box is line.box and last.font_size == line.font_size and last.bold == line.bold


def _outdented(group: Group, line: Line) -> bool:
    """Tell whether a line begins left of its block; only the second line of an indented paragraph may."""
    first = group.lines[0]
    if first.box is None or line.box is None or line.box.x0 > min(item.box.x0 for item in group.lines if item.box) - 4:
        return False
    return group.block is not Block.PARAGRAPH or len(group.lines) > 1


def _heading_goes_on(group: Group, line: Line, style: Style) -> bool:
    last = group.last
    if last.box is None or line.box is None or last.page != line.page:
        return False
    goes_on = line.text[:1].islower() or line.text.startswith("(")
    if len(group.lines) >= _HEADING_LINES and not goes_on:
        return False
    if _SECTION.fullmatch(line.text.strip()) or _SECTION_LINE.match(line.text):
        # A title may stand above the line of its §: what heads a § begins anew.
        return False
    if _SECTION.fullmatch(last.text.strip()) and len(group.lines) == 1:
        near = line.box.y0 - last.box.y1 < 2.5 * line.font_size
        return near and line.bold
    same = abs(line.font_size - last.font_size) < 0.6 and (line.bold, line.stressed) == (last.bold, last.stressed)
    if section_of(line.text) is not None and line.text[:1].isupper():
        # A title is followed by the first section name, often set in the same type.
        return False
    step = line.box.y0 - last.box.y0
    if not same or step > 1.35 * max(style.leading, 1.2) * line.font_size:
        return False
    if goes_on:
        return True
    full = _is_full(last, line, style, _WIDE_WORD * line.font_size)
    return not _NUMBER.match(line.text) and (full or line.font_size >= style.size + 5)


def _is_full(last: Line, line: Line, style: Style, room: float = 2) -> bool:
    """Tell whether the first word of a line would not have had room at the end of the line above, but for ``room``."""
    if last.box is None or line.box is None:
        return False
    first_word = line.text.split(" ", 1)[0]
    letter = (line.box.x1 - line.box.x0) / max(len(line.text), 1)
    return last.box.x1 + (len(first_word) + 1) * letter > style.edge(last) - room
