"""Bind a day to what happens on it: the event that a question for when asks of, and those a text tells days of; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache


class Bound(IntEnum):
    """Say whether a day is that of the event asked for: of another one, of none that is told, or of it."""

    OTHER = 0
    OPEN = 1
    ASKED = 2


# Between a verb and its particle: "lämnas senast den 3 maj in", "går avtalet ut".
_BETWEEN = r"(?:\s[\w./-]+){0,7}?\s"
# Each event: the verbs that questions and texts tell it by, and the nouns that texts may use instead.
_EVENTS: dict[str, tuple[str, str]] = {
    "begin": (
        rf"börja(?:r|de|t)?|påbörja\w*|starta\w*|inled(?:s|er|a|as|de|des|ts)|inför(?:s|a|as|de|des|ts?)|gälla|gälle?r|gällde|giltigt?|tillträd(?:er|de|a|s)"
        rf"|trä(?:der|dde|da|tt)(?:{_BETWEEN}|\s)i kraft",
        r"ikraftträd\w*|startdatum\w*|\w*start(?:en)?|giltighetstid\w*|inledning\w*|införande\w*|tillträde\w*",
    ),
    "force": (r"laga kraft", r"laga kraft\w*"),
    "end": (
        rf"upphör\w*|upphört|(?:gå|gått|går|gick|löp|löpa|löper|löpte|löpt)(?:{_BETWEEN}|\s)ut|sluta(?:r|de|t)?|avsluta(?:s|r|de|des|ts?)?|avveckla\w*",
        r"utgång(?:en)?|slutdatum\w*|sista (?:dag|giltighet)\w*|upphörande\w*",
    ),
    "decide": (
        r"beslut(?:a|ar|as|ade|ades|at|ats)|beslöts?|fatta(?:s|r|de|des|ts?)? \w*beslut|fatta(?:s|r|de|des|ts?)|fastställ(?:a|er|s|as|de|des|ts?)|anta(?:r|s|gits?|gna|gen)?|antogs?"
        r"|godkän(?:na|ner|ns|nas|de|des|ts?)|klubba\w*|bestäm(?:ma|mer|s|mas|de|des|ts?)|bevilja\w*|avsl(?:og|ogs|å|ås|år|agits?)|bif(?:öll|ölls|alla|aller)|ta[rs]? ställning",
        r"\w*beslut(?:et|en|s\w*)?|antagande\w*|fastställande\w*|godkännande\w*",
    ),
    "revoke": (r"upphäv(?:a|er|s|as|de|des|ts?)", r"upphävande\w*"),
    "submit": (
        rf"lämna(?:r|s|de|des|ts?)?(?:{_BETWEEN}|\s)in|lämna(?:r|s|de|des|ts?)?|inlämna\w*|in(?:kom|komma|kommer|kommit)|kom(?:ma|mer|mit)?(?:{_BETWEEN}|\s)in|(?:in|över)?s[äa]n(?:d|da|der|ds|das|de|des|ts?)"
        r"|(?:in|ut)?skicka\w*|överlämna\w*|väck(?:a|er|te|tes|ts?)|anmäl(?:a|er|s|as|de|des|ts?)|ansök(?:a|er|te|t)|tillhanda",
        r"inlämning\w*|(?:anmälnings|ansöknings|inlämnings)\w*",
    ),
    "reply": (r"(?:be)?svara(?:r|s|d|de|des|ts?)?|yttra\w*", r"svars(?:datum|dag|tid)\w*|svar(?:et)?|yttrande\w*|remisstid\w*"),
    "report": (r"(?:åter|av)?rapportera\w*|(?:åter|slut)?redovisa\w*", r"(?:åter|av)?rapportering\w*"),
    "follow": (
        rf"följ(?:a|er|s|as|de|des|ts?)(?:{_BETWEEN}|\s)upp|utvärdera\w*|stäm(?:ma|mer|s|mas|des|ts)(?:{_BETWEEN}|\s)av",
        r"uppfölj\w*|utvärdering\w*|avstämning\w*",
    ),
    "ready": (r"klar[at]?|färdig\w*|slutför\w*|upprätta\w*|ta(?:s|gits?)? fram|fullgör\w*|avklara\w*|leverera\w*", r"färdigställande\w*|leverans\w*"),
    "open": (rf"öppn(?:a|ar|as|ade|ades|ats?)|invig\w*|i drift|(?:ta|tas|togs?|tagits?)(?:{_BETWEEN}|\s)i (?:bruk|drift)|flytta\w*(?:{_BETWEEN}|\s)in", r"öppning\w*|inflytt\w*|driftsättning\w*"),
    "build": (r"bygg(?:a|as|s|er|de|des|ts?)|(?:om|ut|till)bygg\w*|anlägg(?:a|as|s|er)|anla(?:de|des|gts?)|uppför(?:a|as|s|des|ts)|renovera\w*|riv(?:a|as|s|er|its?)|revs?", r"(?:ny|om|ut|till)?byggnation\w*|byggstart\w*|renovering\w*|rivning\w*"),
    "revise": (rf"revider\w+|(?:ses?|såg(?:s)?|setts?)(?:{_BETWEEN}|\s)över|uppdatera\w*|ändra(?:s|r|de|des|ts?)?", r"revidering\w*|översyn\w*|ändring\w*"),
    "hold": (rf"håll(?:s|as|er|a|its?)|hölls?|äg(?:er|de|t|a)(?:{_BETWEEN}|\s)rum|genomför\w*|sker?|skedde|skett|pågå\w*|pågick|sammanträd(?:er|a|de)", ""),
    "examine": (r"granska\w*|besiktiga\w*|inspektera\w*", r"granskning\w*|samråd\w*|utställning\w*|besiktning\w*|inspektion\w*"),
    "handle": (rf"behandla\w*|(?:ta|tas|tog|togs|tagits?)(?:{_BETWEEN}|\s)upp|bered(?:s|a|as|er|de|des|ts)|remittera\w*|återremittera\w*|bordl(?:agts?|ades|ade|ägg\w*)", r"behandling\w*|beredning\w*"),
    "pay": (r"(?:ut|åter|in)?betala\w*|fakturera\w*|förfall(?:er|a|it)", r"(?:ut|åter|in)betalning\w*|förfallo\w*"),
    "sign": (rf"underteckna\w*|skriv\w*(?:{_BETWEEN}|\s)under|justera\w*|signera\w*|teckna(?:s|r|de|des|ts?)?|ingå(?:s|tts?)|ingicks?", r"justering\w*|undertecknande\w*"),
    "write": (r"dater\w+|dagteckn\w+|skrev\w*|skriv(?:s|en|its?|er|a)?|i (?:en )?skrivelse", ""),
    "elect": (r"valdes?|väljs?|väljas?|valts?|utse[sr]?|utsågs?|utsetts?|tillsätt\w*|tillsat\w*|anställ(?:a|er|s|as|de|des|ts)|förordna\w*", r"val(?:et)?|tillsättning\w*"),
    "leave": (rf"avg(?:å|år|ick|ått)|avsäg\w*|avsade|avsagt|entledig\w*|säg(?:a|er|s|as)?(?:{_BETWEEN}|\s)upp|sa(?:de|des|gts?)?(?:{_BETWEEN}|\s)upp|utträd(?:er|a|de)", r"uppsägning(?:en|ar)?|avsägelse\w*|utträde\w*"),
    "appeal": (r"överklaga\w*|besvära\w*", r"överklagande\w*"),
    "publish": (r"anslå\w*|anslogs?|publicera\w*|tillkännag\w*|kungör\w*|kungjor\w*", r"anslag(?:et)?|publicering\w*|kungörelse\w*"),
    "close": (rf"stäng(?:a|s|as|er|de|des|ts?)|lägg(?:s|a|as|er)?(?:{_BETWEEN}|\s)ne[dr]|la(?:de|des|gts?)(?:{_BETWEEN}|\s)ne[dr]", r"stängning\w*|nedläggning\w*"),
    "move": (r"flytta\w*", r"flytt(?:en)?"),
    "replace": (rf"by(?:ter|ta|tas|ts|tt|tte|ttes|tts)(?:(?:{_BETWEEN}|\s)ut)?|(?:ersätt(?:s|as|er|a)|ersatte?s?|ersatts)", r"utbyte\w*|bytet"),
    "mend": (r"laga(?! kraft)(?:s|r|de|des|ts?)?|reparera\w*|åtgärda\w*|avhjälp\w*", r"lagning\w*|reparation\w*"),
    "find": (r"upptäck(?:er|s|a|as|te|tes|ts?)", r"upptäckt(?:en)?"),
    "take": (rf"(?:ta|tar|tas|tog|togs|tagits?)(?:{_BETWEEN}|\s)över|överta\w*|övertog\w*", r"övertagande\w*"),
}  # fmt: skip
# What a text may tell instead, and mean the same day.
_ALSO: dict[str, frozenset[str]] = {
    name: frozenset(others.split())
    for name, others in {
        "ready": "open decide submit report end mend replace take",
        "open": "begin ready move",
        "build": "begin",
        "reply": "submit",
        "submit": "reply write report",
        "report": "submit follow handle",
        "follow": "report revise",
        "hold": "examine handle begin decide",
        "examine": "hold begin",
        "handle": "decide examine hold",
        "revise": "decide follow",
        "decide": "elect handle hold sign",
        "elect": "decide",
        "leave": "end submit",
        "write": "submit sign ready",
        "sign": "write decide",
        "move": "open begin",
        "end": "close",
        "close": "end",
        "replace": "mend ready build",
        "mend": "ready replace",
        "take": "begin elect",
    }.items()
}
# A body decides that they are so: the day of its decision is theirs.
_BY_DECISION = frozenset({"revoke", "elect", "leave"})
_VERBS = {name: re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE) for name, (verbs, _) in _EVENTS.items()}
_NOUNS = {name: re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE) for name, (_, nouns) in _EVENTS.items() if nouns}
_WHEN = re.compile(
    r"\b(?:när|(?:vilket|vilken|vilka) (?:\w+ )?(?:datum|dag|dagen|år|månad|vecka|tidpunkt|dagar|termin)\w*|(?:sista|senaste) (?:dag|datum)\w*)\b",
    re.IGNORECASE,
)
# What a question says besides its own clause.
_FURTHER = re.compile(r"\s(?:som|där|att|innan|efter att|så att)\s|[?;]|,\s(?!och när)", re.IGNORECASE)
# Where even a clause with a list in it ends.
_ENDS = re.compile(r"\s(?:som|där|att|innan|efter att|så att)\s|[?;]", re.IGNORECASE)
_PERIOD_ASKED = re.compile(r"\b(?:hur länge|vilken period|vilka år|vilken tid|mellan vilka)\b", re.IGNORECASE)
_TILL = re.compile(r"\b(?:till(?: och med)?|t\.? ?o\.? ?m\.?|tom|fram till)\s*$", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:ska|skall|skulle|bör|måste|kan|får|kommer|väntas|beräknas|planeras|behöver|senast|tänkt|är|var|blir|blev)\b",
    re.IGNORECASE,
)
_TIME_FOR = re.compile(
    r"\b(?:(?:ansöknings|anmälnings|inlämnings)|(?P<reply>svars|remiss))(?:tid|period)\w*", re.IGNORECASE
)
_COPULA = re.compile(r"\bnär (?:är|var|blir|blev)\b|\b(?:datum|dag|år) (?:är|var|blir)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
# Between two clauses; "den 6 maj, § 104" is one.
_SEAM = re.compile(
    r"[.;:?!](?=\s)|,(?!\s*§)|\b(?:men|som|vilket|varefter|därefter|medan|varvid|eftersom|då|när|där|och|samt|att)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:från(?: och med)?|fr\.? ?o\.? ?m\.?|from|f\. ?o\. ?m\.?)\s*(?:den\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:till(?: och med)?|t\.? ?o\.? ?m\.?|tom|längst(?: till)?)\s*(?:den\s+)?$|\d\s?[-–]\s?$", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s*(?:[-–]|till\b|t\.? ?o\.? ?m)\s*(?:och med\s+)?(?:den\s+)?\d", re.IGNORECASE)
# A day that tells papers apart, not when something happens: "utlåtandet från den 4 maj", "(Konsult 2024-06-26)".
_OF_PAPER = re.compile(
    r"\b[^\W\d_]*(?:utlåtande|skrivelse|rapport|yttrande|protokoll|promemoria|pm|brev)(?:t|et|en|n)?,?\s+(?:från|av|daterad|daterat)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
# "Har i skrivelse den 4 maj avsagt sig": the day of the writing, whatever was written.
_IN_WRITING = re.compile(
    r"\b(?:i|genom|med) (?:en |ett )?(?:skrivelse|brev|mejl|e-post|mail)(?:,? daterad)?\s+(?:den\s+)?$", re.IGNORECASE
)
# Events that papers themselves are told by.
_OF_PAPERS = frozenset("write sign submit reply report decide handle publish".split())
_OPENED = re.compile(r"\(([^()]*)$")
_CLOSED = re.compile(r"([^()]{0,12})\)")
# A year that says of which year something is, not when it happens: "för år 2025", "budget 2025".
_IN_TIME = re.compile(
    r"\b(?:under|i|från(?: och med)?|till|senast|före|innan|efter|sedan|hösten|våren|sommaren|vintern|början av|slutet av|mitten av|kvartalet|halvåret|årsskiftet|den|\d)\s+(?:år\s+)?$",
    re.IGNORECASE,
)
# Words that a seam between clauses counts as, and a noun beside a verb; further away nothing governs a day.
SEAM = 6
NOUN = 4
FURTHEST = 14


@dataclass(frozen=True, slots=True)
class Told:
    """Hold an event that a text tells, and where."""

    event: str
    start: int
    end: int
    noun: bool


@lru_cache(maxsize=1_000)
def asked_event(question: str) -> str:
    """Return the event whose day a question asks for, or nothing where it names none that is known."""
    when = _WHEN.search(question)
    if when is None or _PERIOD_ASKED.search(question):
        return ""
    clause = _FURTHER.split(question[when.start() :], maxsplit=1)[0]
    if not clause[when.end() - when.start() :].strip():
        # "Den ska vara klar när?"
        clause = question
    found = [one for one in _told_events(clause) if not one.noun]
    if not found and (whole := _ENDS.split(question[when.start() :], maxsplit=1)[0]) != clause:
        # Commas of a list stand before the verb: "när ska avgifterna för tobak, folköl och läkemedel ses över".
        clause = whole
        found = [one for one in _told_events(clause) if not one.noun]
    if not found and _COPULA.search(clause):
        found = list(_told_events(clause))
    if not found:
        return ""
    # After a modal the verb stands last: "när ska beslutet om planen redovisas".
    event = found[-1 if _MODAL.search(clause) else 0].event
    if event == "end" and (deadline := _TIME_FOR.search(clause)):
        # By when something is sent in, not when something ends: "när är inlämningstiden slut".
        return "reply" if deadline["reply"] else "submit"
    return "end" if event == "begin" and _TILL.search(question[: when.start()]) else event


@lru_cache(maxsize=20_000)
def _told_events(text: str) -> tuple[Told, ...]:
    """Return the events that a text tells, in order of place."""
    return tuple(sorted(_each_told(text), key=lambda one: (one.start, -one.end)))


def _each_told(text: str) -> Iterator[Told]:
    for patterns, noun in ((_VERBS, False), (_NOUNS, True)):
        for name, pattern in patterns.items():
            for match in pattern.finditer(text):
                yield Told(name, match.start(), match.end(), noun)


def bound(event: str, text: str, span: tuple[int, int], label: str = "", *, year: bool = False) -> Bound:
    """Tell whether the day at a place of a text is that of an event; ``label`` is what its column or heading says.

    What governs a day is the nearest verb, or what it is called, in the same clause: "antas och gäller från den 1 juni".
    """
    start, end = span
    before, after = text[:start], text[end:]
    if event not in _OF_PAPERS and _tells_papers_apart(before, after):
        return Bound.OTHER
    if event == "begin" and (_FROM.search(before) or _GOES_ON.match(after)):
        return Bound.ASKED
    if event == "end" and _UNTIL.search(before):
        return Bound.ASKED
    if event in {"write", "submit"} and _IN_WRITING.search(before):
        return Bound.ASKED
    wanted = {event, *_ALSO.get(event, ())}
    labelled = {one.event for one in _told_events(label)}
    if year and not _IN_TIME.search(before):
        return Bound.OPEN if event == "begin" or labelled & wanted else Bound.OTHER
    costs = [(_cost(text, one, start, end), one) for one in _told_events(text)]
    near = [(cost, one) for cost, one in costs if cost <= FURTHEST]
    if not near:
        # Far from all, it may still be of the only one that is told.
        labelled |= {one.event for _, one in costs}
        return Bound.ASKED if labelled & wanted else Bound.OTHER if year and not labelled else Bound.OPEN
    least = min(cost for cost, _ in near)
    nearest = {one.event for cost, one in near if cost == least}
    if nearest & wanted:
        return Bound.ASKED
    acts = [one for cost, one in near if cost == least and one.event == "decide"] if event in _BY_DECISION else []
    told = [one for _, one in costs if one.event == event]
    return Bound.ASKED if any(_decided_to(text, act, one) for act in acts for one in told) else Bound.OTHER


def _tells_papers_apart(before: str, after: str) -> bool:
    """Tell whether a day is that of a paper that is named, by what stands before and after it."""
    opened, closed = _OPENED.search(before), _CLOSED.match(after)
    if opened and closed and not _told_events(f"{opened[1]} {closed[1]}"):
        return opened[1][:1].isupper() and not _FROM.search(before) and not _UNTIL.search(before)
    return _OF_PAPER.search(before) is not None


def _decided_to(text: str, act: Told, one: Told) -> bool:
    """Tell whether an event is what an act decides: "beslutade den 3 maj att utse …"."""
    return act.end <= one.start and len(_SEAM.findall(text[act.end : one.start])) <= 1


def _cost(text: str, one: Told, start: int, end: int) -> int:
    """Return how far an event stands from a day: words, and more for each seam between clauses."""
    between = text[one.end : start] if one.end <= start else text[end : one.start] if one.start >= end else ""
    return len(_WORD.findall(between)) + SEAM * len(_SEAM.findall(between)) + NOUN * one.noun
