"""Say how well a sentence has the form of the answer that is wanted; pure."""

import re

from assistant.act_words import INITIATED, PROPOSALS, RESERVED
from assistant.bounds import on_the_other_side
from assistant.counts import of_other_count
from assistant.figures import tells_how_much
from assistant.letterheads import asks_for_writer, brought, is_head_line
from assistant.moments import TIMELESS, new_values, tells_when
from assistant.named import (
    asked_number,
    asks_for_award,
    asks_for_body,
    names_body,
    names_company,
    tells_award,
    tells_number,
)
from assistant.offices import OFFICE, asks_for_authority, asks_for_bearer, asks_for_office, names_bearer, names_office
from assistant.persons import MEMBER
from assistant.question import Asked, Understanding
from assistant.stand_ins import elects_new, replaced, tells_stand_in
from assistant.values import ValueKind, values
from assistant.verify import Evidence
from index.swedish import nominative, stem, words
from ingest.documents import Block, Force, Role
from ingest.identifiers import find_section_signs

_VIEW_ASKED = re.compile(
    r"\bbedöm\w*|\bans(?:er|åg)\b|\bsynpunkt\w*|\binställning\w*|\bståndpunkt\w*|\btycker\b|\bslutsats\w*",
    re.IGNORECASE,
)
_VIEW = re.compile(r"\b(?:bedömer|anser|menar|ställer sig|bedöms|bör|ser positivt|ser inte)\b", re.IGNORECASE)
_CONCLUDING = re.compile(r"\b(?:sammantaget|sammanfattningsvis|slutsatsen|därför)\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:eftersom|därför att|på grund av|p\.g\.a|pga|beror\w*|berodde|bero|anledning(?:en|ar)?|skäl(?:et|en)?|motiv(?:et|eras|ering\w*)"
    r"|orsak(?:en|er|as)?|syfte[tr]?|för att|med hänsyn till|med hänvisning till|med anledning av|mot bakgrund av|då det|då de|(?<=, )då|i och med att|innebär att"
    r"|medför|leder till|förklaras|mål(?:et|en)? (?:är|med)|avsikt\w*|tanken)\b",
    re.IGNORECASE,
)
_STRONG_REASON = re.compile(
    r"\b(?:eftersom|därför att|på grund av|beror\w*|bero|berodde|anledningen|skäl(?:et|en)|motiveras|motivering\w*|orsak(?:en|as)|förklaras|syfte[tr]?|mål(?:et)? är|avsikten)\b",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r"\b(?:skulle|risk\w*|brist\w*|saknas?|räcker|täcker|kan inte|kunde inte|behöv\w*|kräv\w*|måste|svår\w*|bör|borde|annars)\b",
    re.IGNORECASE,
)
# What is told before such words is the reason: "Därför avbröts försöket."
_RESTED_ON = re.compile(
    r"(?:därför\b(?! att)|av (?:den|denna|det) (?:anledningen|anledning|skälet|skäl)\b|det är (?:därför|skälet|anledningen)\b|på grund av (?:detta|det)\b"
    r"|till följd av (?:detta|det)\b|mot (?:den|denna) bakgrund(?:en)?\b)",
    re.IGNORECASE,
)
# Under such a heading stands why, in whatever words.
_REASON_HEADING = re.compile(r"(?:motiv|skäl|orsak|anledning|varför)", re.IGNORECASE)
# A word that only begins a sentence is no first name: "Vid Norrskolan".
_PERSON = re.compile(
    r"(?<![\w-])(?!(?:Av|Bland|Efter|Enligt|För|Före|Från|Genom|Hos|I|Inför|Innan|Inom|Kring|Med|Mellan|Mot|När|Om|På|Sedan|Till|Under|Utanför|Via|Vid|Åt|Över)\s)[A-ZÅÄÖÉ][A-Z]?[a-zåäöéü][a-zåäöéüA-Z]*(?:-[A-ZÅÄÖ][a-zåäöé]+)?(?:\s+(?:von|af|de|den|van|[A-ZÅÄÖ]\.?))?\s+[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
)
# Words that end names of bodies, places and papers, which nobody bears as a name.
_PLACE = re.compile(
    r"(?:styrelsen?|nämnden?|fullmäktige|utskottet?|verket|myndigheten|förvaltningen?|kontoret|regionen?|kommunen?|län|länet|götaland|norrland|svealand"
    r"|skolan?|gården|torget|gatan|vägen|huset|älv|sjön|kyrkan?|partiet|föreningen?|bolaget|förbundet?|rådets?|avdelningen?|enheten|kommuner|regioner"
    r"|karta|beskrivning|utlåtande|redogörelse|handling(?:ar)?|skrivelse|rapport|protokoll|avtal|revision|granskning|bilaga|underlag|riktlinje|policy|förmedling|bestämmelser"
    r")s?\b|(?:chef|direktör|arkitekt|ingenjör|ledare|strateg|samordnare|inspektör)s?$",
    re.IGNORECASE,
)
# Who has an office is a person by name.
_HOLDER_ASKED = re.compile(
    r"\bvem\s+(?:är|var|blir|blev|heter|hette)\s+(?:\w+\s+){0,2}?\w*(?:chef|direktör|rektor|ordförande|sekreterare|handläggare|samordnare|strateg|inspektör)(?:e?n)?\b",
    re.IGNORECASE,
)
# Who moved a matter is named where it is told what became of it.
_MOVED_BY = re.compile(r"\bväck(?:t|ts|tes) av\b[^.;]*", re.IGNORECASE)
_MOVER_ASKED = re.compile(
    r"\b(?:väck\w*|motion\w*|lämna\w*|föresl\w*|förslags\w*|initiativ\w*|skrev|skriv\w*)", re.IGNORECASE
)
# Who only wants, asks or says something does not do what a question asks who does: "Ada Lind (S) har föreslagit en bro".
_SAYS = re.compile(
    rf"{MEMBER}(?:(?:,| och)\s{MEMBER})*,?\s(?:(?:har|hade)\s(?:\w+\s){{0,3}}?)?"
    r"(?:föresl\w+|yrka\w*|motionera\w*|interpellera\w*|fråga\w*|reserver\w+|anse[rt]|ansåg|anför\w*|(?:lämna|väck|ställ)\w* (?:in )?(?:en|ett) (?:motion|interpellation|fråga|medborgarförslag|[^\W\d_]*initiativ)\w*)"
)
_SAYS_ASKED = re.compile(
    r"\b(?:(?:för)?fråg|yrk|vill|ville|velat|tyck|anse|ansåg|ställ|röst|emot|mot|kriti|reserv|kräv|krav|ta(?:git|r) upp|tog upp|lyft|driv|drev|begär|önska|stöd|håll|sa\b|säg|sagt|stå|stod|tal|berätt|vem är|vem var|vem heter)\w*",
    re.IGNORECASE,
)
# Who builds, drives, owns or gets something is told by no bare names below a paper.
_DOES_ASKED = re.compile(
    r"\b(?:vem|vilka|vilket|vilken)\b[^?]*\b(?:bygg|kör|rita|driv|drev|städa|plog|sanda|röj|leverera|äge?r|ägde|hyr|betala|bekosta|finansiera|underhåll"
    r"|reparera|laga|montera|installera|utför|bemanna|töm|hämta|transportera|får|fick|fått|vann|vunnit|köp|sålde|sålt|säljer)\w*",
    re.IGNORECASE,
)
_SIGNING = frozenset("skriva underteckna signera justera".split())
_BARE_NAMES = re.compile(rf"(?:{MEMBER}(?:,| och)?\s*)+")
# Parts that a question asks for by what somebody does, and words that tell of them.
_PARTS = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (
            r"\bkontakt(?:en|er|person\w*|uppgift\w*)?\b",
            r"\bkontakt\w*|\btelefon\w*|\bupplysning\w*|\bhör av\b|\bvänd\w* (?:dig|er|sig)\b",
        ),
        (
            r"\bvem\b[^?]*\b(?:sköter|driver|har hand om|tar hand om)\b[^?]*?(?:ärende|utredning|fråga)\w*\b|\bvem\b[^?]*\b(?:handlägger|handlade|handlagt|håller i|jobbar med|arbetar med|bereder|utreder)\b",
            r"\bhandlägg\w*|\bled(?:er|s|d|are|ning\w*)\b|\bta(?:git|r)? över\b|\btog över\b|\böverta\w*|\bövertog\w*|\befterträd\w*|\bansvar\w* för\b",
        ),
        (
            r"\b(?:vem|vilken \w+) (?:leder|ledde|har lett|lett)\b",
            r"\w*led(?:are|ning|s|er|de|des|t|ts)\b|\bordförande\b",
        ),
    )
)
# Who approved or reviewed a paper did not write it.
_WROTE_ASKED = re.compile(
    r"\bvem\b[^?]*\b(?:skrev|skrivit|författa\w*|tagit fram|tog fram)\b(?! (?:under|på)\b)", re.IGNORECASE
)
_WROTE = re.compile(r"\b(?:skriv(?:it|its|en|are)|skrev|författ|handlägg|tagit fram|tog fram)\w*", re.IGNORECASE)
_APPROVED = re.compile(r"\b(?:godkänn|godkänt|attest|granskare|granskad|granskat)\w*", re.IGNORECASE)
_NOW_ASKED = re.compile(r"\b(?:numera|nu|i ?dag|nuvarande)\b", re.IGNORECASE)
_TAKES_OVER = re.compile(
    r"\bta(?:git|r)? över\b|\btog över\b|\böverta\w*|\bövertog\w*|\befterträd\w*|\bersätt\w*|\bny[ae]?\b", re.IGNORECASE
)
_CASE_ASKED = re.compile(r"\b(?:diarienum\w+|diarienr|dnr|ärendenum\w+|ärendenr)\b", re.IGNORECASE)
_SIGN_ASKED = re.compile(r"\bparagraf\w*|§", re.IGNORECASE)
_VALUES = {
    Asked.DATE: (ValueKind.DATE, ValueKind.TIME),
    Asked.NUMBER: (ValueKind.NUMBER, ValueKind.PERCENT),
    Asked.IDENTIFIER: (ValueKind.CASE_NUMBER, ValueKind.SECTION),
}
# Parts in a document that a question may ask for by name.
_ROLES = (Role.HANDLAGGARE, Role.ORDFORANDE, Role.SEKRETERARE, Role.JUSTERARE)
# A person, where one with a certain part is asked for.
OTHER_PART = 0.45
# Somebody new is elected, where whose place that was stands beside it at best.
SUCCEEDS = 0.7
# Somebody has a part, but perhaps no longer.
ONCE = 0.7
# Somebody is named, but nothing tells that they do what the question asks who does.
NO_PART = 0.05
# Somebody signed a paper: that may be the head of whoever wrote it.
SIGNED = 0.6
# Somebody is named, but not as the one who may decide.
NO_AUTHORITY = 0.4
# A body that does something, where who does it is asked for.
BEARER = 0.7
# A sentence that gives no reason in so many words, under a heading that does.
UNDER_REASONS = 0.8
# A body, where one is asked for by its kind.
BODY_NAMED = 0.7
# A limit is set, but for what lies on the other side of it.
OTHER_SIDE = 0.3


def fit(understanding: Understanding, text: str, evidence: Evidence) -> float:
    """Return 0-1: whether a sentence has the form of what was asked for, at its best reading."""
    scores = {kind: _FITS[kind](understanding, text, evidence) for kind in understanding.asked if kind in _FITS}
    found = sum(scores.values()) / len(scores) if scores else 0.0
    if TIMELESS.search(understanding.text):
        # Of a decision that tells no length of time and no hours, none can be read off its paper, as a day can.
        found = min(found, scores.get(Asked.DATE, found))
    if of_other_count(understanding.text, text, evidence.passage):
        return 0.0
    return OTHER_SIDE * found if found and on_the_other_side(understanding.text, text) else found


def answer_spans(understanding: Understanding, text: str) -> list[tuple[int, int]]:
    """Return where a sentence holds values of the kinds that a question asks for."""
    kinds = {kind for asked, of in _VALUES.items() if asked in understanding.asked for kind in of}
    spans = [(value.start, value.end) for value in new_values(understanding, text, *kinds)] if kinds else []
    if understanding.wants(Asked.PERSON):
        spans += [match.span() for match in _PERSON.finditer(text)]
    return spans


_SIGNS_ASKED = re.compile(r"\b(?:skr[ei]v\w*) (?:under|på)\b|\bunder(?:teck|skr)\w*|\bsigner\w*", re.IGNORECASE)
_PARTIES = re.compile(
    r"\b(?:Hyresvärd|Hyresgäst|Köpare|Säljare|Upplåtare|Arrendator|Organisation|Företag|Förening|Part)\w*(?:\(\w+\))?(?: [Nn]amn)?:?\s+[A-ZÅÄÖ]"
)


def tells_who(understanding: Understanding, text: str, evidence: Evidence) -> float:
    """Return 0-1: whether a sentence names a person, or the part somebody has, as the question asks."""
    known = set(words(understanding.text))
    if is_head_line(text, evidence) and not asks_for_writer(understanding.text):
        return 0.0
    if RESERVED.search(understanding.text):
        return 1.0 if evidence.passage.force is Force.RESERVATION else 0.0
    if who := replaced(understanding.text):
        # "Nämndens möte" is no part that the stand-in has.
        known = {word for word in known if not OFFICE.fullmatch(word)}
        if tells_stand_in(who, text, evidence.passage):
            return _named_anew(known, text, evidence)
        return SUCCEEDS * _named_anew(known, text, evidence) if elects_new(text, evidence.passage) else 0.0
    # "Om ordföranden är sjuk": who may act then has another part.
    if asks_for_office(understanding.text) and names_office(known, text, evidence.passage):
        return 1.0
    if _SIGNS_ASKED.search(understanding.text) and evidence.passage.block is Block.TABLE_ROW and _PARTIES.search(text):
        # The fields of a form that name the parties; whoever signs for them stands below.
        return 0.0
    roles = [role for role in _ROLES if role.value[:-1] in understanding.text.casefold()]
    if roles:
        named = [person.name for person in evidence.document.people if person.role in roles]
        return 1.0 if any(name in text for name in named) else 0.6 * _named_anew(known, text, evidence)
    if (
        INITIATED.search(understanding.text)
        and evidence.passage.block is Block.SIGNATURE
        and not brought(evidence.document)
    ):
        # Whoever answers a motion signs the answer.
        return NO_PART
    bare = evidence.passage.block is Block.SIGNATURE or _BARE_NAMES.fullmatch(text.strip())
    if bare and _DOES_ASKED.search(understanding.text) and known.isdisjoint(_SIGNING):
        return NO_PART
    own = text
    if not _MOVER_ASKED.search(understanding.text):
        own = _MOVED_BY.sub("", own if _SAYS_ASKED.search(understanding.text) else _SAYS.sub("", own))
    anew = _named_anew(known, own, evidence)
    if _WROTE_ASKED.search(understanding.text) and not _WROTE.search(text):
        return min(anew, NO_PART if _APPROVED.search(text) else SIGNED)
    part = next((told for asked, told in _PARTS if asked.search(understanding.text)), None)
    if part is not None:
        return min(anew, _told_part(understanding.text, part, _with_labels(own, evidence)))
    if asks_for_bearer(understanding.text) and names_bearer(known, text):
        return max(anew, BEARER)
    return min(anew, NO_AUTHORITY) if asks_for_authority(understanding.text) else anew


def _with_labels(text: str, evidence: Evidence) -> str:
    return " ".join([text, *evidence.passage.table_header, *evidence.passage.heading_path[-1:]])


def _told_part(question: str, part: re.Pattern[str], text: str) -> float:
    """Return how far a text tells of the part that a question asks for: of who has it now, by who took it over first."""
    if not part.search(text):
        return NO_PART
    return ONCE if _NOW_ASKED.search(question) and not _TAKES_OVER.search(text) else 1.0


def lacks_holder(understanding: Understanding, text: str, evidence: Evidence) -> bool:
    """Tell whether who has an office is asked for, and a text names nobody: "anställs av nämnden"."""
    known = set(words(understanding.text))
    return _HOLDER_ASKED.search(understanding.text) is not None and _named_anew(known, text, evidence) < OTHER_PART


def _named_anew(known: set[str], text: str, evidence: Evidence) -> float:
    """Return whether a text names a person that the question does not, or at least a part somebody has."""
    passage = evidence.passage
    if passage.table_header and set(words(text)) <= set(words(" ".join(passage.table_header))):
        # The names of columns.
        return 0.0
    people = [match.group() for match in _PERSON.finditer(text)]
    fresh = [
        name
        for name in people
        if not _PLACE.search(name) and not any(word in known or nominative(word) in known for word in words(name))
    ]
    if fresh:
        wanted = {word for word in known if OFFICE.fullmatch(word)}
        told = words(" ".join([passage.text, *passage.heading_path, *passage.table_header]))
        return OTHER_PART if wanted and wanted.isdisjoint(told) else 1.0
    parts = (match.group().casefold() for match in OFFICE.finditer(text))
    held = {stem(word) for word in known}
    return 0.9 if names_company(known, text) else 0.4 if any(stem(part) not in held for part in parts) else 0.0


def _identifier(understanding: Understanding, text: str, evidence: Evidence) -> float:
    if numbered := asked_number(understanding.text):
        return float(tells_number(numbered, text, evidence.passage))
    kinds = {value.kind for value in values(text)}
    if _CASE_ASKED.search(understanding.text) and not _SIGN_ASKED.search(understanding.text):
        return float(ValueKind.CASE_NUMBER in kinds)
    signed = ValueKind.SECTION in kinds or evidence.passage.section_sign is not None or find_section_signs(text)
    if _SIGN_ASKED.search(understanding.text) and not _CASE_ASKED.search(understanding.text) and not signed:
        return 0.0
    if ValueKind.CASE_NUMBER not in kinds and not find_section_signs(text):
        # "1 §" is of a law or of rules, "§ 1" of minutes.
        return 0.0
    score = 0.5 * (ValueKind.CASE_NUMBER in kinds) + 0.5 * (ValueKind.SECTION in kinds)
    return min(1.0, score + (0.3 if evidence.passage.block is Block.HEADING else 0.0))


def _why(_: Understanding, text: str, evidence: Evidence) -> float:
    passage = evidence.passage
    if _STRONG_REASON.search(text):
        return 1.0
    if passage.block is not Block.HEADING and any(map(_REASON_HEADING.match, passage.heading_path[-1:])):
        return UNDER_REASONS
    return 0.5 if _REASON.search(text) or _RESTED_ON.match(_after(text, passage.text)) else 0.0


def _after(text: str, whole: str) -> str:
    """Return what follows some words of a text."""
    return whole.partition(text)[2].lstrip()


def gives_reason(understanding: Understanding, text: str, evidence: Evidence) -> bool:
    """Tell whether words give a reason, in so many words or by what would come of it, or are a reservation that is asked about."""
    dissent = evidence.passage.force is Force.RESERVATION and RESERVED.search(understanding.text)
    return bool(dissent) or _why(understanding, text, evidence) > 0 or _CONSEQUENCE.search(text) is not None


def _decision(_: Understanding, text: str, evidence: Evidence) -> float:
    if evidence.passage.force is Force.DECISION:
        return 1.0
    return 0.3 if evidence.passage.force in PROPOSALS else 0.0


def _proposal(_: Understanding, text: str, evidence: Evidence) -> float:
    if evidence.passage.force in PROPOSALS:
        return 1.0
    return 0.4 if re.search(r"\bföresl\w+|\bförslag", text, re.IGNORECASE) else 0.0


def _list(understanding: Understanding, text: str, evidence: Evidence) -> float:
    if evidence.passage.block in {Block.LIST_ITEM, Block.ATT_SATS}:
        return 0.7
    parts = text.count(",") + len(re.findall(r"\b(?:och|samt)\b", text))
    return min(0.7, 0.25 * parts)


def _fact(understanding: Understanding, text: str, evidence: Evidence) -> float:
    """Return how well a sentence gives the number, the company or the view that is asked for; other facts have no form."""
    if asks_for_award(understanding.text):
        return float(tells_award(understanding.text, text))
    if asks_for_body(understanding.text):
        return BODY_NAMED * names_body(understanding.text, text)
    if not _VIEW_ASKED.search(understanding.text):
        return 0.0
    return 0.6 * bool(_VIEW.search(text)) + 0.4 * bool(_CONCLUDING.search(text))


_FITS = {
    Asked.FACT: _fact,
    Asked.DATE: tells_when,
    Asked.NUMBER: tells_how_much,
    Asked.PERSON: tells_who,
    Asked.IDENTIFIER: _identifier,
    Asked.WHY: _why,
    Asked.DECISION: _decision,
    Asked.PROPOSAL: _proposal,
    Asked.LIST: _list,
}
