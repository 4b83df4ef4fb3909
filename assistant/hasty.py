"""Read question words that are written in haste, and bodies by their capitals; pure."""

import re
from collections.abc import Iterable

from index.hits import Recognised

# Question words as they are written in haste, or without the dots that a foreign keyboard lacks.
_HASTY_WORDS = {
    "va": "vad",
    "nar": "när",
    "varfor": "varför",
    "manga": "många",
    "mkt": "mycket",
    "mycke": "mycket",
    "lang": "lång",
    "langt": "långt",
    "lange": "länge",
    "hog": "hög",
    "hogt": "högt",
    "foreslog": "föreslog",
    "foreslar": "föreslår",
    "foreslas": "föreslås",
    "vilk": "vilka",
    "vilke": "vilket",
    "vilkn": "vilken",
}
_SHORTENED = re.compile(r"[A-ZÅÄÖa-zåäö]{2,6}")
_BODY = re.compile(r"[^\W\d_]+(?:nämnd|styrelse|utskott|beredning)(?:en|et)?s?", re.IGNORECASE)
_HASTY = re.compile(rf"\b(?:{'|'.join(_HASTY_WORDS)})\b", re.IGNORECASE)


def in_full(text: str) -> str:
    """Return a question with its question words written in full: "va kostar", "nar", "hur manga", "hur mkt"."""
    return _HASTY.sub(lambda match: _HASTY_WORDS[match.group().casefold()], text)


def with_bodies(text: str, recognised: Iterable[Recognised]) -> str:
    """Return a question with the bodies that it names otherwise written in full: "Ks § 84", "KF", "bmn", "skolnämnden"."""
    for part in sorted(recognised, key=lambda part: -part.start):
        if part.kind != "board" or not part.known or text[part.start : part.end] != part.text:
            continue
        short = _SHORTENED.fullmatch(part.text) and len(part.value) > len(part.text)
        if short or (_BODY.fullmatch(part.text) and part.text.casefold().rstrip("s") not in part.value.casefold()):
            genitive = "" if short else "s" * part.text.endswith("s")
            text = f"{text[: part.start]}{part.value[:1].lower()}{part.value[1:]}{genitive}{text[part.end :]}"
    return text
