"""Words for the acts of a case: as questions take them for granted, and as documents tell that they happened."""

import re
from dataclasses import dataclass

from ingest.documents import Force

# What somebody wants decided, and what was.
PROPOSALS = frozenset({Force.PROPOSAL, Force.YRKANDE, Force.RECOMMENDATION})
DECISIONS = frozenset({Force.DECISION})
# That members dissented, or moved something.
RESERVED = re.compile(r"\breserv(?:era|ation)\w*", re.IGNORECASE)
MOVED = re.compile(r"\byrka(?:de|r|t|nde\w*)\b", re.IGNORECASE)
# Who brought a motion, an interpellation or an initiative: as it is asked in many words.
_INITIATIVE = r"(?:[\w-]*motion(?:en|er|erna)?|[\w-]*interpellation(?:en|er|erna)?|[\w-]*initiativ(?:et|en)?)"
_BROUGHT = (
    r"(?:skr[ei]v(?:it)?|lämna(?:de|t)|(?:står|stod|ligger|låg) bakom|väck(?:te|t|er)|(?:lade|lagt|la|lägger)(?! (?:\w+ )?ne[dr]\b)|ställ(?:de|t|er)|(?:kom|kommer|kommit) med|initiera(?:de|t|r)"
    r"|undertecknat?|undertecknade|signera(?:de|t)|inlämna(?:de|t))(?: (?:in|fram))?"
)
INITIATED = re.compile(
    rf"\b(?:vem|vilka|vilken \w+|vilket parti)\b[^?]{{0,30}}?\b{_BROUGHT}\s+(?:(?!svar|förslag|yttrande|\w*skrivelse)[\w:-]+\s+){{0,2}}?{_INITIATIVE}\b"
    rf"|\b(?:vem|vilka|vilken \w+|vilket parti)\b (?:(?:var det som|är det som|har|hade) )?(?:motionera|interpellera)(?:de|t|r)\b"
    rf"|\bvem(?:s| är| var| kom| hade| har) {_INITIATIVE}\b|\b(?:vem|vilka)\b[^?]{{0,12}}\b(?:motionär\w*|interpellant\w*|förslagsställare\w*|initiativtagare\w*)"
    rf"|\b(?:från|av) (?:vem|vilka)\b[^?]{{0,30}}?{_INITIATIVE}\b",
    re.IGNORECASE,
)
# A question that says that something was decided.
DECIDED = re.compile(
    r"\b(?:beslut(?:ade|at|ats|ades|et|en)?|beslöt\w*|bestäm(?:de|des|t|ts)|fastställ(?:de|des|t|ts)|antog(?:s)?|antagit\w*"
    r"|godkän(?:de|des|t|ts)|avslog(?:s)?|bif(?:öll|ölls|allit)\w*|beviljade(?:s)?|anslog(?:s)?)\b",
    re.IGNORECASE,
)
# What somebody was told to do, and words that tell somebody to do it.
ORDER_ASKED = (
    r"\bvil(?:ken|ket|ka)\b[^?]{0,40}?\b(?:uppdrag|\w*utredning(?:ar)?|\w*kartläggning(?:ar)?|\w*analys(?:er)?)\b[^?]{0,60}?\b(?:fick|gav|beställde)\b"
    r"|\bvad\b[^?]{0,40}?\b(?:fick|gav|har)\b[^?]{0,60}?\bi uppdrag\b|\bvad uppdrog\b"
)
ASKS_FOR_ORDER = re.compile(ORDER_ASKED, re.IGNORECASE)
ORDERS = re.compile(r"\b(?:i|om) (?:\w+ )?uppdrag\b|\buppdra(?:s|r|gs)?\b|\buppdrog\w*|\buppmanas?\b", re.IGNORECASE)
# Members may vote against and speak against; only where a body does is something refused.
_BODY = r"[^\W\d_]*(?:fullmäktige|nämnden|styrelsen|utskottet|beredningen|kommunen|regionen|riksdagen|direktionen|politikerna)"
# What a body decides on; trees are felled and works stopped without one.
_MATTER = r"[\w-]*(?:beslut|förslag|motion|ärende|plan|budget|initiativ|yrkande)\w*"
_UP_TO_BODY = rf"(?:[\w-]+ ){{0,5}}?{_BODY} (?:\w+ )??"
_VOTED_DOWN = (
    r"röst(?:ade|ades|at|ats) (?:[\w-]+ ){0,7}?(?:ne[dr]|bort|omkull)"
    rf"|(?:röstade|röstat) {_UP_TO_BODY}(?:emot|mot|nej)|(?:gick|gått) {_UP_TO_BODY}emot"
    rf"|{_BODY} (?:har |hade )?(?:röstade|röstat|gick|gått) (?:emot|nej)"
    r"|gav (?:\w+ ){0,4}?(?:avslag|tummen ner)|satte (?:\w+ ){0,4}?stopp"
    rf"|(?:stoppa(?:de|des|ts?)|fäll(?:de|des|ts)) (?:[\w-]+ ){{0,4}}?{_MATTER}|{_BODY} (?:stoppade|fällde)"
    r"|underkän(?:de|des|ts?)|avfärda(?:de|des|ts?)|tackade (?:\w+ ){0,4}?nej|fick (?:\w+ ){0,3}?(?:avslag|bakläxa)"
)
_VOTED_THROUGH = (
    r"(?:klubba|rösta|driv|drev)(?:de|des|t|ts|it|its)? (?:[\w-]+ ){0,7}?(?:i?genom)"
    rf"|gick (?:[\w-]+ ){{0,3}}?{_MATTER} (?:[\w-]+ ){{0,4}}?i?genom"
    rf"|(?:röstade|röstat) {_UP_TO_BODY}ja|ställde (?:{_UP_TO_BODY})?sig bakom"
    r"|gav (?:[\w-]+ ){0,5}?(?:klartecken|grönt ljus|bifall)|fick (?:[\w-]+ ){0,3}?(?:klartecken|grönt ljus|bifall)"
)
REFUSED = re.compile(
    r"\b(?:avslog(?:s)?|avslagit\w*|avslå(?:s)?|s(?:a|ade|äga|äger|agt) (?:\w+ ){0,3}?nej|neka(?:de|des|s)?|avvisa(?:de|des|s)?"
    rf"|förkasta(?:de|des|s)?|avstyrk(?:te|tes|a|er)?|{_VOTED_DOWN})\b",
    re.IGNORECASE,
)
GRANTED = re.compile(
    r"\b(?:bif(?:öll|ölls|allit)\w*|s(?:a|ade|äga|äger|agt) (?:\w+ ){0,3}?ja|beviljade(?:s)?|godkän(?:de|des)|antog(?:s)?|tillstyrkte(?:s)?"
    rf"|{_VOTED_THROUGH})\b",
    re.IGNORECASE,
)
# A body that put off its decision; what is built or done may be put off without one.
POSTPONED = re.compile(
    rf"\b(?:(?:sköt|skjutit|skjuter) (?:{_UP_TO_BODY})?(?:[\w-]+ ){{0,3}}?(?:upp|fram)|{_BODY} (?:sköt|sköts|skjutit) (?:[\w-]+ ){{0,4}}?(?:upp|fram)"
    r"|sköts (?:[\w-]*(?:beslut|ärend|motion|förslag)\w* )(?:[\w-]+ ){0,4}?(?:upp|fram)|senarela(?:de|des|gts?))\b",
    re.IGNORECASE,
)
PUTS_OFF = re.compile(
    r"\b(?:(?:skjut\w*|sköts?) (?:[\w-]+ ){0,5}?(?:upp|fram)|uppskj\w+|uppskov\w*|bordl[aä]\w+|återremi\w+|senarel[aä]\w+|flyttas? fram"
    r"|tas upp (?:igen|på nytt|vid)|kommande (?:möte|sammanträde)\w*|vänta\w* med|avvakta\w*|vilande)\b",
    re.IGNORECASE,
)
# A body says no to advice or a demand by not sharing it: that takes no decision.
_NOT_SHARED = (
    r"\b(?:instämmer|delar|ställer sig|håller med|följer|godtar|tillmötesgår|stödjer|tillstyrker)\b[^.;]*?\binte\b"
)
DISAGREES = re.compile(rf"{_NOT_SHARED}|\bavstyrk\w+|\bmotsätter sig\b", re.IGNORECASE)
SAYS_NO = re.compile(
    r"\b(?:avsl\w+|avstyrk\w*|upphäv\w*|neka\w*|avvisa\w*|förkasta\w*|underkän\w*|stopp\w*|fälls?|fäll(?:d|t|de|des|ts)|inte|ej|nej(?!-))\b",
    re.IGNORECASE,
)
SAYS_YES = re.compile(
    r"\b(?:bifall\w*|bifölls?|bevilja\w*|godkän\w*|antar|antas|antog\w*|tillstyrk\w*|ingår|inför\w*|fastställ\w*|permanenta\w*)\b",
    re.IGNORECASE,
)
# Put off, or laid aside with an answer: neither yes nor no.
PUT_OFF = re.compile(
    r"\b(?:åter)?remitter\w+|\bbordlägg\w+|\bbordlades\b|\b(?:anses?|förklaras?|är) (?:\w+ )?besvara(?:d|t|de)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Act:
    """Hold an act as questions take it for granted, and as documents tell that it happened."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    # Words for it stand in many papers for other things: only what stands by the cited words tells it.
    here: bool = False


def _act(asked: str, told: str = "", *, here: bool = False) -> Act:
    return Act(re.compile(asked, re.IGNORECASE), re.compile(told or asked, re.IGNORECASE), here)


_TORN_UP = r"\b(?:rev(?:s|it|its)?|riv(?:a|er|it|its|s|as)) (?:[\w-]+ ){0,12}?upp\b"
ACTS = (
    _act(
        rf"\b(?:avslog(?:s)?|avslagit\w*|s(?:a|ade|äga|äger|agt) (?:\w+ ){{0,3}}?nej|nekade\w*|förkasta(?:de|des|ts?)|avvisa(?:de|des|ts?)|{_VOTED_DOWN})\b",
        r"\bupphäv\w+|\bstopp\w*|\bfäll(?:s|d|t|de|des|ts)?\b|\bunderkän\w*|\bröst\w+ (?:ne[dr]|emot)\b|\bavsl\w+|\bavstyrk\w+|\bnej\b(?!-)|\bneka\w*|\bförkasta\w*|\bavvisa\w*"
        rf"|{_NOT_SHARED}|\b(?:godkänner|beviljar|kan|bör|ska|anser|ansåg|är) inte\b|\binte (?:bif|bevilja|godkän|tillstyrk|ställa sig)\w*",
    ),
    _act(
        r"\b(?:drog(?:s)? (?:\w+ ){0,4}?(?:tillbaka|in)|dra(?:r|s|git|gits)? (?:\w+ ){0,4}?tillbaka|återkallade\w*|återtog\w*)\b",
        r"\b(?:dr[ao]g?\w* (?:\w+ ){0,4}?(?:tillbaka|in)|återkalla\w*|återta\w*)\b",
    ),
    _act(r"\båterremitt?er\w+|\båterförvisa\w+", r"\båterremi\w+|\båterförvisa\w+"),
    _act(POSTPONED.pattern, PUTS_OFF.pattern, here=True),
    _act(r"\bbordla(?:de|des|gts)\b|\bbordlägg\w+", r"\bbordl[aä]\w+"),
    _act(rf"\bupphäv(?:de|des|t|ts)\b|{_TORN_UP}", rf"\bupphäv\w+|\bupphör\w*|{_TORN_UP}"),
    _act(r"\böverklaga(?:de|des|t|ts)\b", r"\böverklag\w+|\böverpröv\w+|\bbesvära\w+"),
    _act(
        r"\b(?:lade?s?|lagt|lagts|lägga|läggs) (?:\w+ ){0,4}?ne[dr]\b|\bnedlagd\w*|\bnedläggning\w*|\bstängdes\b|\bavvecklades\b",
        r"\bl(?:ägg|ad|agt|agd)\w* (?:\w+ ){0,3}?ne[dr]\b|\bnedl(?:ägg|ad|agt|agd)\w*|\bstäng\w+|\bavveckl\w+",
    ),
    _act(
        r"\bsa(?:de|des|gt|gts)? (?:\w+ ){0,3}?upp\b|\buppsagd?\w*",
        r"\b(?:säger|sade|sagt|sades|sagts|sägs) (?:\w+ ){0,4}?upp\b|\buppsag(?:t|d|da)\b|\buppsägningen\b",
    ),
    _act(
        r"\bavbr(?:öts?|utits?|ytas)\b|\bställ(?:de|des|ts) (?:\w+ ){0,4}?in\b|\binställ(?:d|t|da|des|ts)\b",
        r"\bavbr[öuy]\w+|\bställ\w+ (?:\w+ ){0,4}?in\b|\binställ\w+|\bavslut\w+|\bupphör\w*|\bstopp\w+|\bpausa\w*|\bl(?:ägg|ad|agt|agd)\w* (?:\w+ ){0,3}?ned?\b",
    ),
    _act(r"\bpolisanmäl\w+|\båtala\w*"),
    _act(r"\bdöm(?:des|t|ts)\b|\bböter\w*|\bbötfälld\w*", r"\bdöm\w+|\bdom(?:en|stol\w*)?\b|\bböter\w*|\bbötf\w+"),
    _act(
        r"\b(?:avgick|avgått|avgår|avskedades|avskedats|entledigades|avsade|avsagt)\b",
        r"\bavg(?:ick|ått|år|ång)\w*|\bavsked\w+|\bentledig\w+|\bavs(?:ade|agt|äg)\w*",
    ),
    _act(r"\bprivatiser\w+"),
    _act(r"\bmisstroende\w*"),
    _act(r"\binvig\w+"),
    _act(
        rf"(?!{_TORN_UP})(?:\brev(?:s|it|its)\b|\briv(?:its|s|as|ning\w*)\b)",
        r"\brev(?:s|it|its)\b|\briv(?:it|its|s|as|ning\w*)\b",
    ),
    _act(r"\bfolkomröst\w+"),
)
