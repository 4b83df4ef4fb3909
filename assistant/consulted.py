"""Find the words of an authority or organisation whose views a question asks for: under its name, or told as its own; pure."""

import re
from collections.abc import Sequence

from assistant.speakers import speakers_named
from assistant.things import SHORTEST_MATTER
from assistant.verify import Evidence
from index.swedish import STOP_WORDS, nominative, stem, words
from ingest.documents import Block, Kind, Passage

_VIEWS = (
    r"(?:synpunkt\w*|invändning\w*|kritik\w*|åsikt\w*|bedömning\w*|inställning\w*|yttrande\w*|kommentar\w*|svar\w*|önskemål\w*|krav\w*|farhåg\w*"
    r"|ställningstagande\w*|uppfattning\w*|erinran|erinringar)"
)
_SAID = (
    r"(?:anser|ansåg|tycker|tyckte|svarar|svarade|skriver|skrev|säger|sade|sa|menar|menade|bedömer|bedömde|kräver|krävde|framför|framförde"
    r"|påpekar|påpekade|vill|ville|invänder|invände|önskar|önskade|yttrar|yttrade|kommenterar|kommenterade)"
)
_WHO = r"(?P<who>[\wåäöÅÄÖ&.:-]+(?:\s+(?!om\b|på|i\b|mot|över|till|att|kring|när|vid|för\b|gällande|angående)[\wåäöÅÄÖ&.:-]+){0,4}?)"
_END = r"(?=\s+(?:om|på|i|mot|över|till|att|kring|när|vid|för|gällande|angående|inte)\b|\s*[?.,]|\s*$)"
_ASKED = (
    re.compile(
        rf"\b(?:vilk\w+|vad för(?: \w+)?)\s+(?:\w+\s+)?{_VIEWS}\s+(?:hade|har|lämna\w*|framför\w*|ga[vr]|gav|skrev|rikta\w*|kom)\s+{_WHO}{_END}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bvad\s+{_SAID}\s+{_WHO}{_END}", re.IGNORECASE),
    re.compile(rf"\bhur\s+(?:ställ\w+ sig|svara\w*|yttra\w* sig)\s+{_WHO}{_END}", re.IGNORECASE),
)
_OWN = re.compile(rf"\b(?P<who>(?-i:[A-ZÅÄÖ])[\w&.-]+)s\s+{_VIEWS}\b")
# What authorities, organisations, groups and offices are called last; a name with a capital is one as well.
_ORGANISATION = re.compile(
    r"(?:verket|myndigheten|inspektionen|styrelsen|polisen|tinget|rätten|domstolen|ombudsmannen|föreningen?|förbundet?|bolaget|rådet|institutet"
    r"|museet|universitetet|högskolan|kyrkan|församlingen|tjänsten|regionen|akademin|försvaret|facket|företaget"
    r"|chefen|direktören|rektorn?|ordföranden|läkaren|(?:gäst|närboende|boende|brukar|anhörig|förälder|lärar|elev|ungdom|invånar|medborgar|grann)\w*(?:na|en)|föräldrarna|grannarna"
    r"|(?<=s )(?:\w*(?:chef|direktör|rektor|ordförande|talesperson|läkare|sekreterare)|[\w-]*(?:grupp|klubb|lag|avdelning|sektion|krets|råd|nätverk)))s?$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"[a-zåäö]{4,}(?:en|et|na)")
_NAME = re.compile(r"[A-ZÅÄÖ][\w&.-]+(?: [A-ZÅÄÖ][\w&.-]+)*$")
_PERSON = re.compile(r"[A-ZÅÄÖ][\w.-]+ [A-ZÅÄÖ][\w.-]+(?: [A-ZÅÄÖ][\w.-]+)*$")
# Beside a name: it is told what they say, not what is done to them.
_SAYS = re.compile(
    r"\b(?:anse\w*|ansåg|tyck\w+|svara\w*|skriv\w*|skrev|säg\w*|sade|sa|sagt|mena[rdt]\w*|bedöm\w+|kräv\w+|fram(?:för|höll|håll|hål)\w*|påpek\w+|vill|ville|invän\w+|önska\w*|yttra\w*"
    r"|komment\w+|tillstyrk\w*|avstyrk\w*|instäm\w+|anför\w*|uppg[ea]\w*|informer\w*|lyft\w*|efterl[ys]\w*|noter\w*|konstater\w*|erinra\w*|ser|såg|ställ\w+ sig|dela[rd]\w*|varna\w*|förorda\w*"
    r"|rekommend\w+|begärde?|hänvis\w+|berätt\w+|lämna\w*|redog\w+|beskr\w+|betona\w*|kritiser\w*|ifrågas\w+|oro\w*|saknar|tro[rd]\w*|enligt|ha(?:r|de) ing\w+|krit\w+|yttrande\w*|synpunkt\w*|bedömning\w*|svar\w*|uppfattning\w*|föresl\w+)\b",
    re.IGNORECASE,
)
# What answers the views that were asked for is not part of them.
_REPLY = re.compile(
    r"\W*(?:kommentar\w*|svar|kommunens (?:kommentar|svar|bedömning)\w*|kommunen (?:har|planerar|bedömer|avser|kommer|delar|anser|noterar))\b",
    re.IGNORECASE,
)
# What somebody's views are on stands after these.
_ON = re.compile(r"\b(?:om|på|kring|angående|gällande|rörande)\s+([^?,]+)", re.IGNORECASE)
_NO_MATTER = frozenset("frågan frågor förslaget förslag ärendet saken detta planen remissen".split())
_LABEL_WORDS = 8
# Characters beside a name within which it is said that somebody says something.
_BEFORE_NAME, _AFTER_NAME = 40, 70
_END_OF_SENTENCE = re.compile(r"(?<=\w{3}[.!?])\s+(?=[A-ZÅÄÖ])")
# Papers in which many are named and few speak.
_OF_MANY = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG, Kind.KALLELSE})
# Passages before one within which a line that names who speaks is looked for.
_LOOKED_BACK = 8


def consulted(question: str) -> str:
    """Return the authority or organisation whose views a question asks for, or nothing."""
    for pattern in (*_ASKED, _OWN):
        for match in pattern.finditer(question):
            who = match["who"].strip()
            first, _, other = who.partition(" ")
            if _TOLD.fullmatch(other) and _ORGANISATION.search(first):
                # "Vad svarade rektorn föräldrarådet på …": to whom it was said stands after who said it.
                who = first
            if not speakers_named(who) and (_NAME.match(who) or _ORGANISATION.search(who)):
                return who
    return ""


def matter_of(question: str, who: str) -> tuple[str, ...]:
    """Return the words that say on what somebody's views are asked for: "om den nya taxan"."""
    match = _ON.search(question, question.find(who) + len(who))
    found = words(match[1]) if match else []
    return tuple(
        one for one in found if one not in STOP_WORDS and len(one) >= SHORTEST_MATTER and one not in _NO_MATTER
    )


def speaks(who: str, evidence: Evidence, text: str, every: Sequence[Passage]) -> bool:
    """Tell whether a text is told as the words of somebody, or stands under the name; not what is replied to them."""
    own, document = evidence.passage, evidence.document
    # Whose paper it is, or who wrote it, speaks in all of it.
    authors = (
        document.title,
        document.board or "",
        document.municipality or "",
        *(one.name for one in document.people if not (_PERSON.match(who) and document.kind in _OF_MANY)),
    )
    if any(_named(who, one) for one in authors) or _tells(who, text):
        return True
    place = next((number for number, one in enumerate(every) if one.ordinal == own.ordinal), None)
    if place is None or _REPLY.match(own.text):
        return False
    for one in reversed(every[max(0, place - _LOOKED_BACK) : place]):
        if one.heading_path != own.heading_path or one.block is Block.HEADING:
            break
        label = len(one.text.split()) <= _LABEL_WORDS
        if label and _named(who, one.text):
            return True
        if label and _REPLY.match(one.text):
            return False
    return any(_named(who, part) for part in own.heading_path[1:]) or _tells(who, own.text)


def _tells(who: str, text: str) -> bool:
    """Tell whether a text says what somebody says: their name beside a word for it."""
    last = nominative(words(who)[-1])
    return _named(who, text) and any(
        _SAYS.search(text[max(0, match.start() - _BEFORE_NAME) : match.start()])
        or _SAYS.search(_END_OF_SENTENCE.split(text[match.start() : match.end() + _AFTER_NAME], maxsplit=1)[0])
        for match in re.finditer(re.escape(last), text, re.IGNORECASE)
    )


def _named(who: str, text: str) -> bool:
    held = {form for word in words(text) for form in (word, nominative(word), stem(word))}
    return all(
        word in held or nominative(word) in held or stem(word) in held for word in words(who) if word not in STOP_WORDS
    )
