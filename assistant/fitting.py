"""Say how well a sentence has the form of the answer that is wanted; pure."""

import re
from collections.abc import Sequence

from assistant.bounds import on_the_other_side
from assistant.offices import asks_for_authority, asks_for_office, names_office
from assistant.question import Asked, Understanding
from assistant.values import Value, ValueKind, supported, values
from assistant.verify import Evidence
from index.swedish import stem, words
from ingest.documents import Block, Force, Kind, Role

_MONEY = re.compile(
    r"\d(?:[\d\u00a0\u202f .,]*\d)?\s*(?:kr\b|kronor|tkr|kkr|mnkr|mkr|msek|miljoner|miljarder|öre)|\b(?:kronor|miljoner)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_VIEW_ASKED = re.compile(
    r"\bbedöm\w*|\bans(?:er|åg)\b|\bsynpunkt\w*|\binställning\w*|\bståndpunkt\w*|\btycker\b|\bslutsats\w*",
    re.IGNORECASE,
)
# "Vilket målnummer", "vilket organisationsnummer": the number that follows its name.
_NUMBERED = re.compile(r"\bvilke[nt]\s+(\w+(?:nummer|beteckning))\b", re.IGNORECASE)
_VIEW = re.compile(r"\b(?:bedömer|anser|menar|ställer sig|bedöms|bör|ser positivt|ser inte)\b", re.IGNORECASE)
_CONCLUDING = re.compile(r"\b(?:sammantaget|sammanfattningsvis|slutsatsen|därför)\b", re.IGNORECASE)
# Numbers that name something and count nothing: of a law, an enclosure, a list item, years from and to, an address.
_LABEL = re.compile(
    r"\b(?:18|19|20)\d\d:\d+|^\s*\d+(?:\.\d+)*[.)](?=\s)|\b(?:19|20)\d\d\s?[-–/]\s?\d{2,5}\b|\b\d{3} \d{2} (?=(?-i:[A-ZÅÄÖ]))"
    r"|\b(?:bilag\w+|nr|nummer|punkt\w*|sid(?:an?|orna)?|kap(?:itel|itlet)?|tabell|figur|diagram|avsnitt|fråga|steg|fas|del|version|box|paragraf|artikel)\.? \d+",
    re.IGNORECASE,
)
# "250331": day of a diarium, year first.
_DIGITS_DAY = re.compile(r"(?<![\d:/-])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d:/-])")
_CURRENCY = re.compile(r"\b(?:kr|kronor|tkr|mnkr|mkr|belopp)\b", re.IGNORECASE)
_UNIT = re.compile(rf"{_MONEY.pattern}|%|\bprocent|\b(?:19|20)\d\d\b|\b(?:st|antal|timmar|dagar)\b", re.IGNORECASE)
# How many there are, and words that tell of how many more or fewer there will be.
_STOCK_ASKED = re.compile(r"\bhur många\b[^?]*\b(?:finns|fanns|har|hade|är|var)\b", re.IGNORECASE)
_LIMIT_ASKED = re.compile(
    r"\b(?:får|kan|beslut\w*|gräns\w*|belopp\w*|högst|upp till|delegat\w*|delegation\w*)\b", re.IGNORECASE
)
_CHANGES = re.compile(
    r"\b(?:öka\w*|\w*ökning\w*|utöka\w*|växer?|minska\w*|minskning\w*)\s[^.]{0,70}?\b(?:med|motsvarande)\s+(?:\w+\s+){0,2}?\d",
    re.IGNORECASE,
)
_MORE_ASKED = re.compile(r"\b(?:fler|färre|ytterligare|öka\w*|ökning\w*|minska\w*|behöv\w*)\b", re.IGNORECASE)
_DURATION = re.compile(
    r"\b(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|arton|tjugo\w*)\s*(?:-|–|till)?\s*\w*\s*(?:år|månad|veck|dag|dygn|timm|minut)\w*",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\b(?:varje|varannan|vartannat|vart|var)\s+\w*\s*(?:dag|veck|månad|kvartal|termin|år|tredje)\w*|\bgång(?:er)?\s+(?:per|om|i)\b"
    r"|\b(?:årlig|månatlig|månadsvis|kvartalsvis|veckovis|daglig|löpande)\w*|\bgånger\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"\b(?:kilometer|km|meter|m2|kvm|kvadratmeter|hektar|ton|kg|mil|liter|grader)\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:eftersom|därför att|på grund av|p\.g\.a|pga|beror\w*|berodde|bero|anledning(?:en|ar)?|skäl(?:et|en)?|motiv(?:et|eras|ering\w*)"
    r"|orsak(?:en|er|as)?|syfte[tr]?|för att|med hänsyn till|med anledning av|mot bakgrund av|då det|då de|i och med att|innebär att"
    r"|medför|leder till|förklaras|mål(?:et|en)? (?:är|med)|avsikt\w*|tanken)\b",
    re.IGNORECASE,
)
_STRONG_REASON = re.compile(
    r"\b(?:eftersom|därför att|på grund av|beror\w*|bero|berodde|anledningen|skäl(?:et|en)|motiveras|motivering\w*|orsak(?:en|as)|förklaras|syfte[tr]?|mål(?:et)? är|avsikten)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?<![\w-])[A-ZÅÄÖÉ][a-zåäöéüA-Z]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?(?:\s+(?:von|af|de|den|van|[A-ZÅÄÖ]\.?))?\s+[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
)
_ROLE = re.compile(
    r"\b\w*(?:ordförande|chef(?:en)?|direktör(?:en)?|handläggare|sekreterare|ledamot|ersättare|nämnd(?:en)?|strateg|samordnare|rektor|koordinator|inspektör|assistent|utskott(?:et)?)(?:en|n)?\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\b[A-ZÅÄÖ][\w-]+(?: [\w-]+){0,4} (?:AB|HB|KB|Aktiebolag|ekonomisk förening)\b")
# Words that end names of bodies and places, which nobody bears as a name.
_PLACE = re.compile(
    r"(?:styrelsen?|nämnden?|fullmäktige|utskottet?|verket|myndigheten|förvaltningen?|kontoret|regionen?|kommunen?|län|länet|götaland|norrland|svealand"
    r"|skolan?|gården|torget|gatan|vägen|huset|älv|sjön|kyrkan?|partiet|föreningen?|bolaget|förbundet?|rådets?|avdelningen?|enheten|kommuner|regioner)s?\b",
    re.IGNORECASE,
)
_RESERVED = re.compile(r"\breserv(?:era\w*|ation\w*)\b", re.IGNORECASE)
_VALUES = {
    Asked.DATE: (ValueKind.DATE, ValueKind.TIME),
    Asked.NUMBER: (ValueKind.NUMBER, ValueKind.PERCENT),
    Asked.IDENTIFIER: (ValueKind.CASE_NUMBER, ValueKind.SECTION),
}
# Parts in a document that a question may ask for by name.
_ROLES = (Role.HANDLAGGARE, Role.ORDFORANDE, Role.SEKRETERARE, Role.JUSTERARE)
_PROPOSALS = frozenset({Force.PROPOSAL, Force.YRKANDE, Force.RECOMMENDATION})
_TIMES = re.compile(
    r"\b(?:vilka tider|hur dags|klockan|vilken tid|\w*öppettid\w*|telefontid\w*|när (?:har|är|håller|hålls) (?:\w+ ){1,4}(?:öppe[tn]|öppna))\b",
    re.IGNORECASE,
)
# "8-16", "09.00–15.30": hours of a day, where the question asks for some.
_HOURS = re.compile(
    r"(?<![\d.,:/-])(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?\s?[-–]\s?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?(?![\d.,:/-]*\d)"
)
# What is asked for lies ahead; a day that had passed when the document was written does not tell it.
_AHEAD = re.compile(
    r"\bnär (?:ska|skall|kommer|väntas|beräknas|planeras|bör|måste|behöver|senast)\b|\bsenast när\b|\bnär \w+ senast\b",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(r"\bhur (?:ofta|många gånger)\b", re.IGNORECASE)
_HOW_LONG = re.compile(r"\bhur (?:länge|lång tid|lång bortovaro)\b|\bhur lång\w* \w*tid\b", re.IGNORECASE)
_HOW_OLD = re.compile(r"\bhur (?:gammal|gammalt|gamla)\b", re.IGNORECASE)
_WEEK = re.compile(r"\b(?:vecka|v\.)\s?\d{1,2}\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:till|t\.? ?o\.? ?m\b|längst|från|fr\.? ?o\.? ?m\b|gäller)", re.IGNORECASE)
_SEASON = re.compile(
    r"\b(?:(?:första|andra|tredje|fjärde) (?:halvåret|kvartalet|tertialet)|(?:våren|sommaren|hösten|vintern|årsskiftet|vårterminen|höstterminen)"
    r"|(?:början|mitten|slutet) av (?:(?:19|20)\d\d|året))\b",
    re.IGNORECASE,
)
_HOW_FAR = re.compile(r"\bhur (?:lång?t|stor yta|hög|djup|bred)\b", re.IGNORECASE)
_UNIT_DISTANCE = 3
# A person, where one with a certain part is asked for.
OTHER_PART = 0.45
# A row of figures whose columns nothing names, and a change where it is asked how many there are.
UNNAMED_COLUMNS = 0.3
# A list of delegations sets limits to what may be decided; it tells no amounts.
LIMIT = 0.3
CHANGE = 0.3
# Somebody is named, but not as the one who may decide.
NO_AUTHORITY = 0.4
# A limit is set, but for what lies on the other side of it.
OTHER_SIDE = 0.3
# A day gone by, where one ahead is asked for.
PASSED = 0.2
# What stands right after an amount or a share: it counts no things.
_NO_COUNT = re.compile(r"\s*(?:kr\b|kronor|tkr|kkr|mnkr|mkr|msek|öre|%|procent)", re.IGNORECASE)


def fit(understanding: Understanding, text: str, evidence: Evidence) -> float:
    """Return 0-1: whether a sentence has the form of what was asked for, at its best reading."""
    scores = [_FITS[kind](understanding, text, evidence) for kind in understanding.asked if kind in _FITS]
    found = sum(scores) / len(scores) if scores else 0.0
    return OTHER_SIDE * found if found and on_the_other_side(understanding.text, text) else found


def answer_spans(understanding: Understanding, text: str) -> list[tuple[int, int]]:
    """Return where a sentence holds values of the kinds that a question asks for."""
    kinds = {kind for asked, of in _VALUES.items() if asked in understanding.asked for kind in of}
    spans = [(value.start, value.end) for value in new_values(understanding, text, *kinds)] if kinds else []
    if understanding.wants(Asked.PERSON):
        spans += [match.span() for match in _PERSON.finditer(text)]
    return spans


def new_values(understanding: Understanding, text: str, *kinds: ValueKind) -> list[Value]:
    """Return the values of some kinds that a text tells and the question did not."""
    return [
        value
        for value in values(text)
        if value.kind in kinds and not value.weak and not supported(value, understanding.named)
    ]


def _date(understanding: Understanding, text: str, evidence: Evidence) -> float:
    question = understanding.text
    if _HOW_OFTEN.search(question):
        return 1.0 if _OFTEN.search(text) else 0.0
    if _HOW_LONG.search(question):
        if _new_duration(question, text) or new_values(understanding, text, ValueKind.TIME):
            return 1.0
        until = new_values(understanding, text, ValueKind.DATE) and _UNTIL.search(text)
        return 0.6 if until else 0.0
    if _TIMES.search(question):
        return 1.0 if new_values(understanding, text, ValueKind.TIME) or _HOURS.search(text) else 0.0
    told = [value.key.split("|") for value in new_values(understanding, text, ValueKind.DATE)]
    if told and _AHEAD.search(question):
        told = [parts for parts in told if not _passed(parts, evidence)]
        if not told:
            return PASSED
    if told:
        # A whole date says more than "i november".
        return max(0.6 + 0.2 * bool(year) + 0.2 * bool(day) for year, _, day in told)
    if _DIGITS_DAY.search(text):
        return 1.0
    if _WEEK.search(text) or _SEASON.search(text):
        return 0.8
    return 0.4 if re.search(r"\b(?:19|20)\d\d\b", text) else 0.0


def _new_duration(question: str, text: str) -> bool:
    """Tell whether a text names a length of time that the question does not."""
    known = set(words(question))
    return any(words(match.group())[0] not in known for match in _DURATION.finditer(text))


def _passed(parts: Sequence[str], evidence: Evidence) -> bool:
    """Tell whether a day, given by year, month and day, had come when a document was written."""
    written = evidence.document.date or evidence.document.meeting_date
    year, month, day = (int(part) if part else 0 for part in parts)
    return (
        written is not None
        and year > 0
        and (year, month or 12, day or 31) <= (written.year, written.month, written.day)
    )


def _number(understanding: Understanding, text: str, evidence: Evidence) -> float:
    question, unit = understanding.text, understanding.unit
    if _HOW_OLD.search(question):
        # "Från 1994" tells an age as well as "30 år".
        return (
            1.0
            if _new_duration(question, text)
            else 0.8 * bool(set(_YEAR.findall(text)) - set(_YEAR.findall(question)))
        )
    if unit == "procent":
        return (
            1.0
            if new_values(understanding, text, ValueKind.PERCENT)
            else 0.3
            if new_values(understanding, text, ValueKind.NUMBER)
            else 0.0
        )
    if _HOW_LONG.search(question) or unit == "tid":
        return 1.0 if _new_duration(question, text) else 0.0
    labels = [label.span() for label in _LABEL.finditer(text)]
    told = [
        value
        for value in new_values(understanding, text, ValueKind.NUMBER, ValueKind.PERCENT)
        if not _YEAR.fullmatch(value.text) and not any(start <= value.start < end for start, end in labels)
    ]
    if not told:
        return 0.0
    if _unreadable(text, evidence):
        return UNNAMED_COLUMNS
    if evidence.document.kind is Kind.DELEGATION and not _LIMIT_ASKED.search(question):
        return LIMIT
    if _STOCK_ASKED.search(question) and not _MORE_ASKED.search(question) and _CHANGES.search(text):
        return CHANGE
    if unit == "kr":
        columns = " ".join(evidence.passage.table_header)
        return 1.0 if _MONEY.search(text) else 0.8 if _CURRENCY.search(columns) else 0.4
    if unit is None:
        far = _HOW_FAR.search(question) is not None
        return 1.0 if (_MEASURE.search(text) if far else _MONEY.search(text)) else 0.6
    if any(unit in stem(word) for word in words(" ".join(evidence.passage.table_header))):
        return 1.0
    return 1.0 if any(_counts(value, text, unit) for value in told) else 0.45


def _unreadable(text: str, evidence: Evidence) -> bool:
    """Tell whether a row gives several bare figures and neither it nor a column says of what or of when."""
    passage = evidence.passage
    if passage.block is not Block.TABLE_ROW or any(name.strip() for name in passage.table_header) or _UNIT.search(text):
        return False
    figures = [value for cell in passage.cells or (text,) for value in values(cell) if value.kind is ValueKind.NUMBER]
    return len(figures) > 1


def _counts(value: Value, text: str, unit: str) -> bool:
    """Tell whether a number stands near what is counted."""
    if value.kind is ValueKind.PERCENT or _NO_COUNT.match(text[value.end :]):
        return False
    after = [stem(word) for word in words(text[value.end :])[:_UNIT_DISTANCE]]
    before = [stem(word) for word in words(text[: value.start])[-_UNIT_DISTANCE:]]
    return any(unit in other or (len(other) > 4 and other in unit) for other in (*after, *before))


def _person(understanding: Understanding, text: str, evidence: Evidence) -> float:
    known = set(words(understanding.text))
    if _RESERVED.search(understanding.text):
        return 1.0 if evidence.passage.force is Force.RESERVATION else 0.0
    roles = [role for role in _ROLES if role.value[:-1] in understanding.text.casefold()]
    if roles:
        named = [person.name for person in evidence.document.people if person.role in roles]
        return 1.0 if any(name in text for name in named) else 0.6 * _named_anew(known, text, evidence)
    if asks_for_office(understanding.text) and names_office(known, text, evidence.passage):
        return 1.0
    anew = _named_anew(known, text, evidence)
    return min(anew, NO_AUTHORITY) if asks_for_authority(understanding.text) else anew


def _named_anew(known: set[str], text: str, evidence: Evidence) -> float:
    """Return whether a text names a person that the question does not, or at least a part somebody has."""
    people = [match.group() for match in _PERSON.finditer(text)]
    fresh = [
        name
        for name in people
        if not _PLACE.search(name) and not any(word in known or word.removesuffix("s") in known for word in words(name))
    ]
    if fresh:
        wanted = {word for word in known if _ROLE.fullmatch(word)}
        passage = evidence.passage
        told = words(" ".join([passage.text, *passage.heading_path, *passage.table_header]))
        return OTHER_PART if wanted and wanted.isdisjoint(told) else 1.0
    return 0.9 if _COMPANY.search(text) else 0.4 if _ROLE.search(text) else 0.0


def _identifier(_: Understanding, text: str, evidence: Evidence) -> float:
    kinds = {value.kind for value in values(text)}
    score = 0.5 * (ValueKind.CASE_NUMBER in kinds) + 0.5 * (ValueKind.SECTION in kinds)
    return min(1.0, score + (0.3 if evidence.passage.block is Block.HEADING else 0.0))


def _why(_: Understanding, text: str, __: Evidence) -> float:
    if _STRONG_REASON.search(text):
        return 1.0
    return 0.5 if _REASON.search(text) else 0.0


def _decision(_: Understanding, text: str, evidence: Evidence) -> float:
    if evidence.passage.force is Force.DECISION:
        return 1.0
    return 0.3 if evidence.passage.force in _PROPOSALS else 0.0


def _proposal(_: Understanding, text: str, evidence: Evidence) -> float:
    if evidence.passage.force in _PROPOSALS:
        return 1.0
    return 0.4 if re.search(r"\bföresl\w+|\bförslag", text, re.IGNORECASE) else 0.0


def _list(understanding: Understanding, text: str, evidence: Evidence) -> float:
    if evidence.passage.block in {Block.LIST_ITEM, Block.ATT_SATS}:
        return 0.7
    parts = text.count(",") + len(re.findall(r"\b(?:och|samt)\b", text))
    return min(0.7, 0.25 * parts)


def _fact(understanding: Understanding, text: str, _: Evidence) -> float:
    """Return how well a sentence gives the number or the view that is asked for; other facts have no form of their own."""
    if numbered := _NUMBERED.search(understanding.text):
        return (
            1.0 if re.search(rf"\b{stem(numbered[1].casefold())}\w*\W+(?:\w+\W+)?\w*\d", text, re.IGNORECASE) else 0.0
        )
    if not _VIEW_ASKED.search(understanding.text):
        return 0.0
    return 0.6 * bool(_VIEW.search(text)) + 0.4 * bool(_CONCLUDING.search(text))


_FITS = {
    Asked.FACT: _fact,
    Asked.DATE: _date,
    Asked.NUMBER: _number,
    Asked.PERSON: _person,
    Asked.IDENTIFIER: _identifier,
    Asked.WHY: _why,
    Asked.DECISION: _decision,
    Asked.PROPOSAL: _proposal,
    Asked.LIST: _list,
}
