"""Tell who speaks: whose proposal, view or criticism a question asks for, and whose a sentence gives; pure."""

import re
from enum import StrEnum

from ingest.documents import Force, Passage


class Speaker(StrEnum):
    """Name those who speak in a case."""

    ADMINISTRATION = "administration"
    AUDITOR = "auditor"
    MOVER = "mover"
    BODY = "body"
    PARTY = "party"


_SPEAKERS = {
    Speaker.ADMINISTRATION: r"[^\W\d_]*(?:förvaltning|kontor)(?:en|et|ens|ets)?|tjänste(?:män|personer)\w*|handläggaren?s?",
    Speaker.AUDITOR: r"[^\W\d_]*revisor(?:n|er|erna|ernas|ns)?|[^\W\d_]*revision(?:en|ens)?|granskar(?:en|na|nas)|granskning(?:en|ens)",
    Speaker.MOVER: r"motion(?:en|ens|är\w*)?|[^\W\d_]*initiativ(?:et|ets|tagar\w*)?|förslagsställar\w*|interpell\w+",
    Speaker.BODY: r"[^\W\d_]*(?:nämnd|styrelse|utskott|fullmäktige|beredning)(?:en|n|et|ens|ns|ets)?",
    Speaker.PARTY: r"[^\W\d_]*(?:partiet|demokraterna|moderaterna|liberalerna)s?|[^\W\d_]+ \((?:S|M|SD|C|V|KD|L|MP)\)",
}
_SAYS = (
    r"(?:föresl(?:år|og|agit)|ans(?:er|åg|ett)|bedöm(?:er|de|t)|skriver|skrev|svara(?:r|de|t)|tyck(?:er|te|t)|vill|ville|mena(?:r|de|t)|yrka(?:r|de|t)"
    r"|rekommendera(?:r|de|t)|konstatera(?:r|de|t)|kritisera(?:r|de|t)|påpeka(?:r|de|t)|framhåll(?:er|it)|framhöll|motivera(?:r|de|t)|fann|funnit|hitta(?:r|de|t)|såg)"
)
_VIEW = r"(?:bedömning\w*|förslag\w*|yttrande\w*|synpunkt\w*|kritik\w*|överväg\w*|rekommendation\w*|svar\w*|slutsats\w*|invändning\w*|skäl\w*|motivering\w*|iakttagelse\w*|ställningstagande\w*|uppfattning\w*|yrkande\w*)"
# "Förvaltningen anser", "förvaltningens bedömning", "kritik från revisorerna"; a question turns the first about.
_TELLS = {
    who: re.compile(
        rf"\b(?:{names})(?: (?:inte|därför|också|även))? {_SAYS}\b|\b(?:{names}) {_VIEW}\b|\b{_VIEW} (?:har|hade|från|av|hos) (?:{names})\b",
        re.IGNORECASE,
    )
    for who, names in _SPEAKERS.items()
}
_ASKED = {who: re.compile(rf"\b{_SAYS} (?:{names})(?!\w)", re.IGNORECASE) for who, names in _SPEAKERS.items()}
_NAMES = re.compile(rf"\b(?:{'|'.join(_SPEAKERS.values())})(?!\w)", re.IGNORECASE)
# A county's board is no board of the municipality.
_STATE = re.compile(r"\blänsstyrelse\w*", re.IGNORECASE)
# Under these headings stands what members want noted who did not agree, or not for the same reason.
_NOTED = re.compile(
    r"\b(?:\w*anteckning\w*|reservation\w*|särskilt yttrande|särskilda yttranden|röstförklaring\w*)\b", re.IGNORECASE
)
# "Vilka mål har kommunen", "hur arbetar vi med": what the municipality itself says.
_OF_MUNICIPALITY = re.compile(
    r"\b(?:har|gör|arbetar|jobbar|satsar|planerar|tänker|prioriterar|hanterar|ser|når|mäter|tar|följer|styr) (?:kommunen|vi|förvaltningen|staden)\b",
    re.IGNORECASE,
)
_AUDITED = frozenset({Force.AUDIT_FINDING, Force.RECOMMENDATION})


def asked_speakers(question: str) -> frozenset[Speaker]:
    """Return those whose proposal, view or finding a question asks for."""
    return speakers(question) | {who for who, pattern in _ASKED.items() if pattern.search(question)}


def speakers_named(text: str) -> bool:
    """Tell whether a text names one of those who speak in a municipality's own case."""
    return _NAMES.search(_STATE.sub(" ", text)) is not None


def speakers(text: str) -> frozenset[Speaker]:
    """Return those who are told to propose, hold or find something."""
    return frozenset(who for who, pattern in _TELLS.items() if pattern.search(text))


def asks_of_municipality(question: str) -> bool:
    """Tell whether a question asks what the municipality has, does or wants, and of no party."""
    return _OF_MUNICIPALITY.search(question) is not None and not asked_speakers(question) - {Speaker.ADMINISTRATION}


def dissents(passage: Passage) -> bool:
    """Tell whether a passage gives what a member wanted otherwise, or wanted noted."""
    noted = any(_NOTED.search(part) for part in passage.heading_path)
    return noted or passage.force in {Force.RESERVATION, Force.YRKANDE}


def speaks_for(asked: frozenset[Speaker], text: str, passage: Passage) -> float:
    """Return 1 where a sentence gives the words of one who is asked for, -1 where those of others, else 0."""
    if not asked:
        return 0.0
    if Speaker.AUDITOR in asked and passage.force in _AUDITED:
        return 1.0
    given = speakers(text) or speakers(" ".join(passage.heading_path[-1:]))
    if passage.force is Force.PROPOSAL:
        # "Nämnden anser motionen besvarad" is what is proposed to a body, not what it says.
        given -= {Speaker.BODY}
    return 1.0 if given & asked else -1.0 if given else 0.0
