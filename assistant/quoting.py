"""Find a quote where it stands in a text: verbatim but for spaces, hyphens and quotation marks, in one piece, in whole words; pure."""

import re
import unicodedata

_SAME = {
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "’": "'",
    "‘": "'",
} | {
    "”": '"',
    "“": '"',
    "„": '"',
    "»": '"',
    "«": '"',
}


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Return where a quote stands in a text in one piece and in whole words, or None."""
    wanted = fold(quote)
    folded, origin = _folded_with_origin(text)
    if not any(character.isalnum() for character in wanted):
        return None
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if _whole(folded, at, end):
            stop = origin[end - 1] + 1
            while stop < len(text) and unicodedata.combining(text[stop]):
                stop += 1
            return origin[at], stop
        at = folded.find(wanted, at + 1)
    return None


def _whole(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    # A number cut inside ("40" of "40 000" or of "3,40") is another number.
    cut = end < len(text) and text[end - 1].isdigit() and re.match(r"[., ]\d{3}(?!\d)|[.,:]\d", text[end:]) is not None
    begun = start > 1 and text[start].isdigit() and re.search(r"\d[., :]$", text[:start]) is not None
    return not (before or after or cut or (begun and re.match(r"\d{3}(?!\d)", text[start:]) is not None))


def fold(text: str) -> str:
    """Return a text in one normal form of spaces, hyphens and quotation marks."""
    return _folded_with_origin(text)[0].strip()


def _folded_with_origin(text: str) -> tuple[str, list[int]]:
    """Return the text in one normal form, and for each of its characters where it came from."""
    folded: list[str] = []
    origin: list[int] = []
    for position, character in enumerate(text):
        plain = _SAME.get(character, character)
        if character == "\u00ad" or character in "\u200b\u2060\ufeff":
            continue
        if unicodedata.combining(character) and folded:
            composed = unicodedata.normalize("NFC", folded[-1] + character)
            if len(composed) == 1:
                folded[-1] = composed
                continue
        if plain.isspace():
            if folded and folded[-1] == " ":
                continue
            plain = " "
        folded.append(plain)
        origin.append(position)
    return "".join(folded), origin
