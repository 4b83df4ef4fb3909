"""Read words that are written in haste, and bodies by their capitals; pure."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from index.hits import Hit, Recognised
from index.swedish import STOP_WORDS, stem, words

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
    "komm": "kommunen",
    "enl": "enligt",
    "nån": "någon",
    "nåt": "något",
    "ngn": "någon",
    "ngt": "något",
    "kvm": "kvadratmeter",
    "lgh": "lägenheter",
}
# A word of so many letters has a slip where one letter too many, too few or in the wrong place makes it a word of the papers;
# a wrong letter may make another word ("avslogs", "anslogs") unless the word is long, and the longest may have two slips. Of a
# shorter word letters have changed places.
SHORTEST_MOVED, SHORTEST_SLIP, SHORTEST_CHANGE, SHORTEST_TWO = 5, 6, 9, 12
_WORD = re.compile(r"\b[a-zåäö]{5,}\b")
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
# "Hur mkt va det", "när va det": a verb, where something is asked for already.
_WAS = re.compile(
    r"(?<=\bmycket )va\b|(?<=\bmkt )va\b|(?<=\bmånga )va\b|(?<=\bnär )va\b|(?<=\bvem )va\b|(?<=\bhur )va\b|(?<=\bva )va\b|(?<=\bvad )va\b",
    re.IGNORECASE,
)
# Question words that are written together with what goes with them: "hurmånga", "vadkostar".
_TOGETHER = re.compile(
    r"\b(?:(hur)(många|mycket|mkt|länge|långt?|stort?|stora|ofta|högt?|dyrt|gammalt?|snabbt|fort|går|gick|blev)"
    r"|(vad|va|vem|när|hur|vilka)(är|kostar?|blir|blev|gäller|händer|ska|har|hade|får|fick|heter))\b",
    re.IGNORECASE,
)
# "Va kosta de", "vem e": verbs as they are said.
_SAID = re.compile(
    r"\b(?P<asks>vad?|vem|när|hur|vilka|de|det|d)\s(?P<verb>e|ä|kosta|bli|gälle)(?=\s|\W*$)", re.IGNORECASE
)
_VERBS = {"e": "är", "ä": "är", "kosta": "kostar", "bli": "blir", "gälle": "gäller"}
# Numbers of a named kind, as they are written short: "org.nr", "orgnr", "tel.nr".
_NUMBER_NAMES = {
    "org": "organisations",
    "tel": "telefon",
    "post": "post",
    "fakt": "faktura",
    "kund": "kund",
    "avtals": "avtals",
    "diarie": "diarie",
    "ärende": "ärende",
}
_SHORT_NUMBER = re.compile(
    rf"\b({'|'.join(_NUMBER_NAMES)})\W?\s?(nr|nummer|numret|numren)\b(?:\.(?=\s+[a-zåäö]))?", re.IGNORECASE
)
# Minutes call the secretary of their own body "sekreterare", without saying of what.
_SECRETARY = re.compile(
    r"\bnämnds?(?=sekreterare\w* (?:i|på|för|hos|vid|åt) [^?.,]{0,40}?(?:nämnd|styrelse|utskott|fullmäktige))",
    re.IGNORECASE,
)
# "Vad vill M om skatten": a letter alone is a party where somebody wants or says something.
_PARTY_LETTER = re.compile(
    r"(?<=\s)(?P<party>[SMCVL]|SD|KD|MP)(?=\s(?:om|att|med|mot|åt|göra|i|på|till|kring|för|ha)\b|\W*$)"
)
_WANTS = re.compile(
    r"\b(?:vill|ville|tycker|tyckte|anser|ansåg|säger|sa|sade|kräver|krävde|yrkar|yrkade|föreslår|föreslog|menar|röstade)\s+(?=\S+)",
    re.IGNORECASE,
)
# "… Jag vill inte ha aprilsiffran": what is not asked for.
_NOT_ASKED = re.compile(
    r"(?<=\?)\s+(?:(?:men|och)\s+)?(?:(?:jag|vi)\s+(?:vill|behöver|menar|frågar|undrar)\s+)?(?:inte|ej)\b[^?]*$",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(r"(\d{4})-01-01/\1-12-31")
# A reason is told without the year of what it explains.
_WHY = re.compile(r"\bvarför\b|\bhur kommer det sig\b|\b(?:orsak|anledning|skäl)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SHORTENED = re.compile(r"[A-ZÅÄÖa-zåäö]{2,6}")
_BODY = re.compile(r"[^\W\d_]+(?:nämnd|styrelse|utskott|beredning)(?:en|et)?s?", re.IGNORECASE)
_HASTY = re.compile(rf"\b(?:{'|'.join(_HASTY_WORDS)})\b", re.IGNORECASE)


def in_full(text: str) -> str:
    """Return a question with its question words in full ("va kostar", "hur mkt", "varfrö"), without what it says it does not ask, a party's letter marked, and a secretary as minutes call one."""
    text = _NOT_ASKED.sub("", text)
    text = _TOGETHER.sub(lambda match: " ".join(filter(None, match.groups())), text)
    text = _SAID.sub(lambda match: f"{match['asks']} {_VERBS[match['verb'].casefold()]}", text)
    text = _WAS.sub("var", text)
    plain = _HASTY.sub(lambda match: _HASTY_WORDS[match.group().casefold()], _WHEN.sub("när", text))
    plain = _SHORT_NUMBER.sub(
        lambda match: f"{_NUMBER_NAMES[match[1].casefold()]}{'nummer' if match[2].casefold() == 'nr' else match[2]}",
        plain,
    )
    if wants := _WANTS.search(plain):
        plain = plain[: wants.end() - 1] + _PARTY_LETTER.sub(r"(\g<party>)", plain[wants.end() - 1 :], count=1)
    return _SLIPPED.sub(_unslipped, _SECRETARY.sub("", plain))


def spelled(text: str, hits: Iterable[Hit]) -> str:
    """Return a question with its misspelt words as the papers that were found have them: "nämden", "universtitetet"."""
    if not (asked := {word for word in _WORD.findall(text) if word not in STOP_WORDS}):
        return text
    known = {word for hit in hits for part in (hit.text, hit.document.title) for word in words(part)}
    stems = {stem(word) for word in known}
    slips = {word: _meant(word, known) for word in asked if word not in known and stem(word) not in stems}
    return _WORD.sub(lambda match: slips.get(match.group()) or match.group(), text)


def _meant(word: str, known: set[str]) -> str:
    """Return the one word of the papers that is a slip away from a word; "" where none is, or several are."""
    if any(word in one or (len(one) >= SHORTEST_SLIP and one in word) for one in known):
        # One part of a compound, or a compound of one.
        return ""
    most = 2 if len(word) >= SHORTEST_TWO else 1
    near = {
        one: distance
        for one in known
        if one[:1] == word[:1] and one.isalpha() and (distance := _slips(word, one, most)) <= most
    }
    least = [one for one, distance in near.items() if distance == min(near.values())]
    return least[0] if len({stem(one) for one in least}) == 1 else ""


def _slips(word: str, other: str, most: int) -> int:
    moved = sorted(word) == sorted(other)
    changed = len(word) == len(other) and not moved
    if (changed and len(word) < SHORTEST_CHANGE) or (not moved and len(word) < SHORTEST_SLIP):
        return most + 1
    return OSA.distance(word, other, score_cutoff=most)


def _unslipped(match: re.Match[str]) -> str:
    """Return a question word without its one slip: a letter left out, doubled, changed or moved."""
    group = "first" if match["first"] else "measure"
    word = match[group].casefold()
    known = _QUESTION_WORDS if group == "first" else _MEASURES
    if word in known or word in STOP_WORDS | _NO_SLIP:
        return match.group()
    meant = next((one for one in known if OSA.distance(one, word, score_cutoff=1) <= 1), match[group])
    return match.group()[: match.start(group) - match.start()] + meant


def named_in_full(text: str, recognised: Iterable[Recognised]) -> str:
    """Return a question with bodies in full, "Ks § 84", "bmn", "skolnämnden", and years by today's in figures: "i år", "förra året"."""
    explains = _WHY.search(text) is not None
    for part in sorted(recognised, key=lambda part: -part.start):
        if text[part.start : part.end] != part.text:
            continue
        if part.kind == "board" and part.known:
            text = f"{text[: part.start]}{_body(part)}{text[part.end :]}"
        elif part.kind == "period" and not (explains or _DIGIT.search(part.text)):
            year = _WHOLE_YEAR.fullmatch(part.value)
            text = f"{text[: part.start]}{year[1] if year else part.text}{text[part.end :]}"
    return text


def _body(part: Recognised) -> str:
    """Return the name of a body in full where a question shortens it, or has it otherwise."""
    short = _SHORTENED.fullmatch(part.text) and len(part.value) > len(part.text)
    otherwise = _BODY.fullmatch(part.text) and part.text.casefold().rstrip("s") not in part.value.casefold()
    if not (short or otherwise):
        return part.text
    genitive = "" if short else "s" * part.text.endswith("s")
    return f"{part.value[:1].lower()}{part.value[1:]}{genitive}"
