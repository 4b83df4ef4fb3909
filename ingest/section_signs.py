"""The paragraph sign in recognised text: the Swedish model cannot write §, a second look and its form restore it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

_LOOK_ALIKE = re.compile(r"\(?(?:[8S5$&§]{1,2}|[8S5$&§]{1,2}\d{1,3})[a-z]?[.,;:)]*")
_SIGN = re.compile(r"(?P<open>\(?)(?P<sign>§{1,2})\s?(?P<number>\d{0,4})\s?(?P<letter>[a-z]?)(?P<close>[.,;:)]*)")
_MARGIN = 8
_GAP = 24
_MOST_LINES = 80


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold a recognised word in pixels, with the line it stands in and how sure it is (0-100)."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Hold where a line of the page stands in the image for the second look."""

    place: tuple[str, ...]
    top: int
    left: int
    bottom: int


def doubtful_lines(image: Image.Image, seen: Sequence[Seen]) -> tuple[Image.Image, list[Strip]] | None:
    """Return the lines that may hold a § one below the other, or None where there are none."""
    lines: dict[tuple[str, ...], list[Seen]] = {}
    for word in seen:
        lines.setdefault(word.place, []).append(word)
    doubtful = [words for words in lines.values() if _is_doubtful(words)][:_MOST_LINES]
    if not doubtful:
        return None
    strips: list[Strip] = []
    cuts: list[Image.Image] = []
    top = _GAP
    for words in doubtful:
        left, right = min(word.left for word in words), max(word.right for word in words)
        above, below = min(word.top for word in words), max(word.bottom for word in words)
        box = (max(left - _GAP, 0), max(above - _MARGIN, 0), right + _GAP, below + _MARGIN)
        cut = image.crop((box[0], box[1], min(box[2], image.width), min(box[3], image.height)))
        strips.append(Strip(words[0].place, top, box[0], top + cut.height))
        cuts.append(cut)
        top += cut.height + _GAP
    sheet = Image.new("L", (max(cut.width for cut in cuts) + 2 * _GAP, top), 255)
    for strip, cut in zip(strips, cuts, strict=True):
        sheet.paste(cut, (_GAP, strip.top))
    return sheet, strips


def _is_doubtful(words: Sequence[Seen]) -> bool:
    figures = sum(word.text[:1].isdigit() for word in words)
    table = len(words) > 3 and figures > 0.7 * len(words)
    return not table and any(_LOOK_ALIKE.fullmatch(word.text) for word in words)


def with_signs(seen: Sequence[Seen], strips: Sequence[Strip], second: Sequence[Seen]) -> list[Seen]:
    """Return the words with § where the second look saw one in the place of a look-alike."""
    again: dict[tuple[str, ...], list[tuple[float, str]]] = {}
    for word in second:
        middle = (word.top + word.bottom) / 2
        strip = next((strip for strip in strips if strip.top - _GAP / 2 <= middle <= strip.bottom + _GAP / 2), None)
        if strip is not None:
            again.setdefault(strip.place, []).append(((word.left + word.right) / 2 - _GAP + strip.left, word.text))
    found: list[Seen] = []
    position = 0
    while position < len(seen):
        word = seen[position]
        following = seen[position + 1] if position + 1 < len(seen) and seen[position + 1].place == word.place else None
        if word.place in again and _LOOK_ALIKE.fullmatch(word.text):
            if following is not None and (joined := _restored(word, following, again[word.place])):
                found.append(joined)
                position += 2
                continue
            word = _restored(word, None, again[word.place]) or word
        found.append(word)
        position += 1
    return found


def _restored(word: Seen, following: Seen | None, again: Sequence[tuple[float, str]]) -> Seen | None:
    """Return a word with § as the second look read it, where its number agrees with the first look."""
    right = following.right if following else word.right
    text = "".join(text for middle, text in sorted(again) if word.left - 4 <= middle <= right + 4)
    match = _SIGN.fullmatch(text)
    if match is None or (following is not None and not following.text[:1].isdigit()):
        return None
    read = re.sub(r"\D", "", word.text + (following.text if following else ""))
    if not read.endswith(match["number"]) or (following is not None and not match["number"]):
        return None
    number = f" {match['number']}" if match["number"] else ""
    letter = f" {match['letter']}" if match["letter"] else ""
    return replace(word, text=f"{match['open']}{match['sign']}{number}{letter}{match['close']}", right=right)


# Where a paragraph sign is expected and recognition wrote a letter or figure that looks like it.
_AT_LINE_START = re.compile(r"^[8S5$&]\s(?=\d{1,3}\b(?!\s*[.,:%]|\s+(?:kr|st|%|år|dag|sid)))")
_DOUBLE = re.compile(r"(?<!\w)(?:SS|88|S8|8S|§S|S§|8§|§8)\s?(?=\d{1,3}\b)")
_IN_TEXT = re.compile(r"(?<=[\w.)]\s)[8S$&]\s(?=\d{1,3}\b)(?=\d+[,.)]?(?:$|\s[^\d\W]|\s\(|\s?[,.;)]))")
_CHAPTER = re.compile(r"(?<=\bkap\.\s)(\d{1,3}\s?[a-z]?)\s[8S$&](?!\w)")
# Swedish writes no amounts in dollars before the figure: the sign is a § or, in brackets, the party (S).
_DOLLAR = re.compile(r"(?<![\w$])\$(?=\s?\d{1,4}\b)|(?<=\d\s)\$(?=\s)")
_PARTY = re.compile(r"\(\$S?\)")
_CLOSE = re.compile(r"(?<=§)(?=\d)")
# "1245 000 kronor": the narrow space of an amount was lost in one place and kept in the next.
_THOUSANDS = re.compile(r"(?<![\d,.])(\d{1,3})(\d{3})(?=(?: \d{3})+ ?(?:kr|tkr|mnkr|mkr|kronor)\b)")
_OPENING = re.compile(r"§ (\d{1,4})\b")
_RUN_TOGETHER = re.compile(r"[8S$&](\d{1,3})(?=\s[A-ZÅÄÖ])")
# A round bullet is read as a letter or sign that no Swedish line begins with.
_BULLET = re.compile(r"^(?:[e©¢«»°*®]|[Oo0](?=\s[A-ZÅÄÖ][a-zåäö]))\s+(?=[A-ZÅÄÖa-zåäö])")


def repair(text: str) -> str:
    """Return recognised text with the bullets, paragraph signs and spaces in amounts that its form shows."""
    text = _THOUSANDS.sub(r"\1 \2", _BULLET.sub("• ", text))
    return _repair_section_signs(text).replace("—", "–")


def repair_series(lines: Sequence[str]) -> list[str]:
    """Return the lines of a page with "825 Tillsyn" read as "§ 25 Tillsyn" where § 24 or § 26 opens a line too."""
    known = {int(match[1]) for line in lines if (match := _OPENING.match(line))}
    repaired = []
    for line in lines:
        match = _RUN_TOGETHER.match(line)
        near = match is not None and bool(known & {int(match[1]) - 1, int(match[1]) + 1})
        repaired.append(f"§ {match[1]}{line[match.end() :]}" if match and near else line)
    return repaired


def _repair_section_signs(text: str) -> str:
    """Return text with § where its place shows that a look-alike stands for it ("8 36", "S 36", "kap. 2 8")."""
    text = _DOUBLE.sub("§§ ", text)
    text = _AT_LINE_START.sub("§ ", text)
    text = _CHAPTER.sub(r"\1 §", text)
    text = _PARTY.sub("(S)", text)
    text = _DOLLAR.sub("§", text)
    return _CLOSE.sub(" ", _IN_TEXT.sub("§ ", text))
