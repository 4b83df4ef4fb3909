"""Read question words that are written in haste; pure."""

import re

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
_HASTY = re.compile(rf"\b(?:{'|'.join(_HASTY_WORDS)})\b", re.IGNORECASE)


def in_full(text: str) -> str:
    """Return a question with its question words written in full: "va kostar", "nar", "hur manga", "hur mkt"."""
    return _HASTY.sub(lambda match: _HASTY_WORDS[match.group().casefold()], text)
