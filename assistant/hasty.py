"""Read question words that are written in haste, and bodies by their capitals; pure."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from index.hits import Recognised
from index.swedish import STOP_WORDS

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
# Long question words at the beginning, and measures after "hur", that are one slip from being themselves.
_QUESTION_WORDS = ("varför", "vilken", "vilket", "vilka")
_MEASURES = ("många", "mycket", "långt", "länge", "stort", "högt", "ofta", "snabbt", "snart", "fort")
# Words of their own that are one letter from those.
_NO_SLIP = frozenset(
    "vilda vilja stor stora lång långa längre längst hög höga låg låga lågt lätt hårt brett ont nätt sorts soft".split()
)
_SLIPPED = re.compile(r"^\W*(?P<first>v\w{4,7})\b|\bhur (?P<measure>[mlshof]\w{3,6})\b", re.IGNORECASE)
# "Nr ska bron vara klar": before a verb no number is meant.
_WHEN = re.compile(
    r"^nr(?=\s+(?:ska|skall|är|var|blir|blev|kommer|kom|måste|får|fick|kan|har|hade|öppna\w*|börja\w*|start\w*|sluta\w*)\b)",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"[A-ZÅÄÖa-zåäö]{2,6}")
_BODY = re.compile(r"[^\W\d_]+(?:nämnd|styrelse|utskott|beredning)(?:en|et)?s?", re.IGNORECASE)
_HASTY = re.compile(rf"\b(?:{'|'.join(_HASTY_WORDS)})\b", re.IGNORECASE)


def in_full(text: str) -> str:
    """Return a question with its question words written in full: "va kostar", "nar", "hur manga", "hur mkt", "varfrö"."""
    plain = _HASTY.sub(lambda match: _HASTY_WORDS[match.group().casefold()], _WHEN.sub("när", text))
    return _SLIPPED.sub(_unslipped, plain)


def _unslipped(match: re.Match[str]) -> str:
    """Return a question word without its one slip: a letter left out, doubled, changed or moved."""
    group = "first" if match["first"] else "measure"
    word = match[group].casefold()
    known = _QUESTION_WORDS if group == "first" else _MEASURES
    if word in known or word in STOP_WORDS | _NO_SLIP:
        return match.group()
    meant = next((one for one in known if OSA.distance(one, word, score_cutoff=1) <= 1), match[group])
    return match.group()[: match.start(group) - match.start()] + meant


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
