"""What a question asks for, told by its words: the act of a case, formalities, papers, a number, a list. Pure."""

import re
from collections.abc import Iterable

from index import swedish
from ingest.documents import Force

# A finite verb says what was done: "vad beslutade fullmäktige om förslaget" asks for the decision.
_DECIDED = re.compile(
    r"\b(?:beslut(?:ade|at|ats|ades)|fastställdes?|antogs?|avslogs?|bifölls?|bifölls|bestämdes?|bestämt"
    r"|bevilja(?:de|des|t|ts)|godkän(?:de|des|t|ts)|återremittera(?:de|des|t|ts)|bordla(?:de|des|gts))\b"
    r"|\bhur gick det\b|\bvad hände med\b|\bvad blev (?:det|resultatet|utfallet|beslutet)\b|\btill slut\b"
)
_PROPOSED = re.compile(r"\b(?:föreslog|föreslogs|föreslagit|föreslagits|föreslår|föreslås)\b")
# What a question asks for, by the verbs of the procedure; the force of a passage answers to it.
FORCE_WORDS: tuple[tuple[Force, re.Pattern[str]], ...] = (
    (Force.PROPOSAL, re.compile(r"\b(?:före|för)sl[aoå]\w*|\btillstyrk\w*")),
    (Force.YRKANDE, re.compile(r"\byrka\w*|\bomröst\w*|\bvoter\w*|\bröstade\b")),
    (Force.RESERVATION, re.compile(r"\breserv(?:er|ation)\w*|\bprotokollsanteckning\w*|\bantecknad\w*")),
    (
        Force.DECISION,
        re.compile(
            r"\bbeslut\w*|\bavgjord\w*|\bfastställ\w*|\bantog\w*|\bavslog\w*|\bbifölls?\b|\bbestäm(?:de|t)\w*"
            r"|\bbevilja\w*|\bgodkän(?:de|t|des|ts)\b|\båterremi\w*|\bbordla\w*"
        ),
    ),
    (Force.RECOMMENDATION, re.compile(r"\brekommend\w*")),
    (
        Force.OPINION,
        re.compile(r"\bbedöm(?:er|de|ning)\w*|\banse(?:r|dde)\b|\bsynpunkt\w*|\binstämm\w*|\binställning\w*"),
    ),
)
_ABOUT = re.compile(
    r"\bhandla[rd]\w*|\bgäll(?:er|de)\b|\brör(?:de)?\b|\bavse[rs]\b|\bavsåg\b|\bvad (?:står|är|var|heter)\b|\bvilket ärende\b"
)
# What such a question may say beside it without telling of what.
_SAYS_NOTHING = frozenset(
    "ärende ärendet ärenden fråga frågan sak saken paragraf paragrafen diarienummer diarienumret dnr nummer numret "
    "egentligen kort sammanfatta berätta ligger bakom döljer heter står rubrik rubriken titel titeln".split()
)
_NUMBER = re.compile(r"\b(?:diarie|ärende)n(?:ummer|umret|r)\b|\bdnr\b")
_PAPERS = re.compile(r"underlag|handlingar|bilag|skicka|expedier|delge|sändlista|mottagare|utdrag")
_PLURAL = re.compile(r"\bvilka (?!skäl\b|personer\b)|\blista\b|\bräkna upp\b|\bnämn\b")
_SIGNED = re.compile(r"\bskr(?:ev|iva|iver|ivit) (?:under|på)\b|\bunder(?:teck|skr)\w*|\bsigner\w*")
_PRESENT = re.compile(
    r"\bnärvar\w*|\bdeltog\b|\bjuster(?:a|ar|ade|ades|are|aren)\b|\btjänstgör\w*|\bhandläggare\w*|\bsekreterare\w*"
    r"|\bsammanträd(?:de|er|ts)\b|\bdaterad\w*|\bavsändare\w*|\badressera\w*"
)


def forces(text: str) -> tuple[Force, ...]:
    """Return what the passage that answers does in its case; "vad föreslogs nämnden besluta" asks for the proposal."""
    plain = text.lower()
    asked = [force for force, pattern in FORCE_WORDS if pattern.search(plain)]
    decided, proposed = bool(_DECIDED.search(plain)), bool(_PROPOSED.search(plain))
    if decided and Force.DECISION not in asked:
        asked.append(Force.DECISION)
    if Force.PROPOSAL in asked and Force.DECISION in asked and decided != proposed:
        asked.remove(Force.PROPOSAL if decided else Force.DECISION)
    elif Force.PROPOSAL in asked and Force.DECISION in asked and not decided:
        asked.remove(Force.DECISION)
    return tuple(asked)


def what_it_is_about(text: str) -> bool:
    """Say whether a question asks what something is about."""
    return bool(_ABOUT.search(text.lower()))


def only_what_it_is_about(text: str, named: Iterable[str]) -> bool:
    """Say whether a question asks what something is about, and says nothing more of it than the words that name it."""
    rest = _ABOUT.sub(" ", text.lower())
    return what_it_is_about(text) and {*swedish.words(rest)} <= swedish.STOP_WORDS | _SAYS_NOTHING | {*named}


def for_number(text: str) -> bool:
    """Say whether a question asks for the number of a case."""
    return bool(_NUMBER.search(text.lower()))


def for_papers(text: str) -> bool:
    """Say whether a question asks what a decision rests on or who gets it."""
    return bool(_PAPERS.search(text.lower()))


def for_list(text: str) -> bool:
    """Say whether a question asks for several things."""
    return bool(_PLURAL.search(text.lower()))


def for_signature(text: str) -> bool:
    """Say whether a question asks who signed, or when."""
    return bool(_SIGNED.search(text.lower()))


def for_formalities(text: str) -> bool:
    """Say whether a question asks what a letterhead or the first page of minutes says: who took part, who handled it."""
    return bool(_PRESENT.search(text.lower()))
