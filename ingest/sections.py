"""The section names of Swedish municipal documents as forms, and what each says of the words below it (pure)."""

import re
from enum import StrEnum
from functools import lru_cache

_LONGEST_NAME = 110


class Section(StrEnum):
    """Name what the words under a heading are."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    YRKANDE = "yrkande"
    OPINION = "opinion"
    RESERVATION = "reservation"
    RECOMMENDATION = "recommendation"
    FINDING = "finding"
    BACKGROUND = "background"
    # Who gets the decision, what it rests on, who may speak: never content of the case.
    ROUTING = "routing"


_BODY = (
    r"(?:[^\W\d]|[,&\- /]){0,90}?(?:nämnd(?:en)?|styrelse(?:n)?|fullmäktige|utskott(?:et)?|beredning(?:en)?|råd(?:et)?|"
    r"direktion(?:en)?|presidi(?:um|et)|kommission(?:en)?|kommitté(?:n)?|församling(?:en)?|[A-ZÅÄÖa-zåäö]{0,4}AU|"
    r"KS|KF|RS|RF)"
)
_OFFICE = (
    r"[\w,&\- /]{0,80}?(?:förvaltning(?:en)?|kontor(?:et)?|avdelning(?:en)?|enhet(?:en)?|nämnd(?:en)?|styrelse(?:n)?|"
    r"stab(?:en)?|direktör(?:en)?|kansli(?:et)?|utskott(?:et)?|kommun(?:en)?|skol(?:an)?|bolag(?:et)?)"
)
_VIEW = (
    r"(?:yttranden?|överväganden?|övervägningar|bedömning(?:ar|en)?|synpunkter|kommentar(?:er)?|ställningstaganden?|"
    r"analys(?:er)?|svar|slutsats(?:er)?|motivering(?:ar)?|argument)"
)
_TRAIL = r"(?: (?:i|på|av|från|för|till|om|och|samt|gällande|avseende|mot)\b.{1,70})?"

# The first form that fits decides: yrkanden before proposals, routing before decisions.
_FORMS: tuple[tuple[Section, re.Pattern[str]], ...] = tuple(
    (section, re.compile(rf"(?:{pattern})", re.IGNORECASE))
    for section, pattern in (
        (
            Section.YRKANDE,
            r"(?:framställda |ändrings|tilläggs|återremiss|avslags|bifalls)?yrkanden?(?: .{1,60})?|"
            r"(?:ledamöternas |ledamots|mot|ändrings|tilläggs)?förslag(?: till beslut)? (?:på|under|vid) (?:dagens )?"
            r"(?:sammanträdet|mötet|sittande bord)|(?:mot|ändrings|tilläggs)förslag(?: till beslut)?|"
            r"ledamöternas förslag.{0,40}|(?:framlagda|framställda|lämnade) förslag",
        ),
        (
            Section.ROUTING,
            r"beslut(?:et|en)? (?:ska |skall |bör |sk )?(?:skickas|sändas|sänds|expedieras|meddelas|delges|"
            r"översänds|översändes)"
            r"(?: till| via)?.{0,60}|"
            r"(?:expedier(?:as|ing|at)|expedition|sändlista|delges|delgivning|skickas|kopia|protokollsutdrag|"
            r"utdrag|beslut)"
            r"(?: skickas| sänds| expedieras)?(?: till| för (?:åtgärd|kännedom))?.{0,40}(?<=till)|"
            r"expediering|expedieras(?: till)?|sändlista|delges|mottagare|delgivning|"
            r"protokollsutdrag(?: skickas)? till|"
            r"(?:besluts)?underlag(?: (?:för|till) beslut(?:et)?)?|handlingar(?: i ärendet)?|ärendets handlingar|"
            r"bilag(?:or|a|eförteckning)|beslutsplanering|bifogade (?:handlingar|dokument)|dokument i ärendet|"
            r"(?:besluts|ärende)?underlag(?:et)? (?:i|till) .{1,40}|referenser|källor",
        ),
        (
            Section.PROPOSAL,
            r"(?:.{1,90}?\b)?(?:förslag(?:et)?|hemställan)(?: till)? (?:till )?(?:beslut|yttrande i beslut|"
            r"beslutsformulering)"
            r"(?: (?:i|till|för|från|av|på|i korthet)\b.{0,80})?|beslutsförslag(?:et)?(?: .{1,60})?|"
            # "Enligt kontorets förslag:" leads in what was decided.
            rf"(?!enligt\b|.*\b(?:enligt|beslutar|beslutade)\b)(?:{_BODY}|{_OFFICE})s? (?:förslag|hemställan)(?: till {_BODY})?|förslag till {_BODY}(?: beslut)?|"
            rf"(?:{_BODY}|{_OFFICE}) föreslår(?: att)? {_BODY}(?: att)?(?: beslutar?)?(?: att)?|hemställan|förslag",
        ),
        (
            Section.BACKGROUND,
            r"(?:anmälda |anmälan av |redovisning av |redovisade )?delegations?beslut|"
            r"(?:tidigare|gällande|aktuella|relaterade|övriga) (?:beslut|behandling|ställningstaganden)(?: .{1,60})?|"
            r"beslutsgång(?:en)?|beslutsordning|beslutsnivå|beslutsmotivering|beslutande(?:rätt| organ)?|"
            r"propositionsordning(?:en)?|"
            r"proposition|(?:om)?röstning(?:sresultat|sordning|sproposition|slista)?(?:en|et)?|"
            r"votering(?:sordning|sresultat|slista)?(?:en|et)?|"
            r"(?:sammanfattning|beskrivning|redogörelse|resumé)(?: (?:av|för) .{1,60})?|sammanfattande beskrivning|"
            r"(?:ärendet |frågan |förslaget |motionen )?i korthet|ärende(?:beskrivning|t|bakgrund|information|redogörelse)?(?:en)?|ärendets? (?:beredning|gång|"
            r"behandling|bakgrund|"
            r"tidigare behandling|handläggning)|(?:inledning|bakgrund)(?: (?:och|till) .{1,50})?|"
            r"beredning(?:en)?(?: av ärendet)?|"
            r"beredande organ|(?:aktuell )?lagstiftning|rättslig(?:a)? (?:reglering|bakgrund|förutsättningar)|"
            r"anförande(?:n)?|(?:dagens|ärendets behandling (?:på|vid|under) (?:dagens )?) ?sammanträdet?|"
            r"(?:behandling(?:en)? )?(?:på|vid|under) (?:dagens )?sammanträdet|"
            r"deltagande i beslut(?:et)?|deltar (?:ej|inte) i beslut(?:et)?|jäv|ajournering|inlägg|debatt|"
            r"syfte(?: (?:och|med) .{1,50})?|metod|omfattning|avgränsning(?:ar)?|uppdrag(?:et)?|tidplan|"
            r"tidsplan|genomförande|"
            r"uppföljning|kommunikation|samverkan|facklig (?:samverkan|förhandling|information)|mbl|"
            r"information|anmälningar|delgivningar|meddelanden|rapporter|ansvarig(?:a)?(?: .{1,40})?|"
            r"justering|närvaro(?:lista)?|närvarande|dagordning|föredragningslista|ärendelista",
        ),
        (
            Section.RESERVATION,
            r"(?:skriftliga? |muntliga? )?reservation(?:er|en)?(?: .{1,60})?|reservation(?:er)? och .{1,50}",
        ),
        (
            Section.OPINION,
            r"(?:till protokollet (?:fogade? )?)?(?:protokolls)?anteckning(?:ar|en)?(?: till protokollet|"
            r" från .{1,50})?|"
            r"(?:särskil(?:t|da)|skriftlig[at]?) (?:yttranden?|uttalanden?)(?: .{1,50})?|ersättaryttranden?(?: .{1,50})?|röstförklaring(?:ar)?(?: .{1,50})?|"
            rf"{_OFFICE}s (?:\w+ ){{0,2}}{_VIEW}(?: (?:och|samt) \w[\w ]{{1,40}})?{_TRAIL}|"
            r"(?:\w+ )?remiss?(?:yttrande|svar)(?:n)?|yttrande|bedömning(?:ar)?(?: (?:ur|utifrån) .{1,60}| (?:av|i) (?:ärendet|förslaget|frågan|motionen).{0,40})?|överväganden?|"
            r"synpunkter|"
            r"(?:samlad|sammanvägd|sammanfattande|total|juridisk|ekonomisk)(?:a)? (?:bedömning(?:ar)?|"
            r"överväganden?)|analys|"
            r"(?:ekonomi(?:sk(?:a|t))?|finansiering|kostnader)(?: (?:och|konsekvens(?:er)?|bedömning|analys|"
            r"påverkan|perspektiv|"
            r"överväganden?|aspekt(?:er)?|förutsättningar)\b.{0,50})?|"
            r"(?:\w+ )?konsekvens(?:er|analys|bedömning|beskrivning)(?:en|ar)?(?: .{1,60})?|"
            r"(?:prövning av )?barn(?:rätt|ets rättighet|ets bästa|konsekvens|perspektiv|konvention).{0,50}|"
            r"(?:jämställdhet|jämlikhet|hållbarhet|miljö|klimat|social|säkerhet|tillgänglighet|likabehandling|"
            r"mångfald|landsbygd)"
            r"[\w\-]*(?:(?: \w+)? ?(?:perspektiv|konsekvens|aspekt|bedömning|analys|påverkan)\w*)(?: .{1,40})?|"
            r"(?:skäl|motiv(?:ering)?)(?: (?:för|till) .{1,50})?|risk(?:er|analys|bedömning)?(?: .{1,40})?",
        ),
        (Section.RECOMMENDATION, r"(?:.{1,60} )?rekommendation(?:er|erna|en)?(?: .{1,60})?"),
        (
            Section.FINDING,
            r"(?:våra |revisorernas |revisionens |sammanfattande )?(?:iakttagelser|granskningsresultat|slutsats(?:er)?|"
            r"noteringar|brister)(?: .{1,50})?|resultat(?:et)? av granskningen|svar på revisionsfrågor(?:na)?|"
            r"revisor(?:ernas|s) (?:bedömning|uttalande|yttrande)(?: .{1,40})?|revisionell bedömning|"
            r"sammanfattande revisionell .{1,30}",
        ),
        (
            Section.DECISION,
            rf"(?:{_BODY}s )?(?:eg(?:et|na) )?(?:protokolls)?beslut(?: i (?:ärendet|{_BODY}))?(?: \d{{4}}-\d\d-\d\d)?(?: för egen del)?|"
            rf"{_BODY} (?:beslutar|beslutade|beslöt)(?: (?:enhälligt|för egen del|följande|dels))?(?: att)?|"
            r"beslut för egen del|beslutssatser|delegat(?:ens|ions)beslut om .{1,60}|delegatens beslut",
        ),
    )
)


_NUMBERING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|[IVX]{1,4}\.)\s+(?!kap\b)(?=\w)|"
    # "11.1Ändring av avtalet": a tab is no space in some papers.
    r"\d{1,2}(?:\.\d{1,2}){0,3}(?:\.|(?<=\.\d))(?=[A-ZÅÄÖ][a-zåäö])"
)
_RULE_BEHIND = re.compile(r"\s*[=_~-]{3,}$")


@lru_cache(maxsize=4096)
def plain_heading(text: str) -> str:
    """Return a heading without numbering, markup and closing punctuation, in one line."""
    line = " ".join(text.replace("#", " ").replace("*", " ").replace("_", " ").split())
    numbering = _NUMBERING.match(line)
    line = line[numbering.end() :] if numbering else line
    return (_RULE_BEHIND.sub("", line) if line.endswith(("=", "~", "-")) else line).strip(" :.–-•")


_DECIDES = re.compile(r"\bbeslutar\b", re.IGNORECASE)
_TITLES = re.compile(
    r"(?:information|anmälningar|delgivningar|meddelanden|rapporter|justering|jäv|närvaro|dagordning|ärendelista|"
    r"(?:anmälda |anmälan av |redovisning av )?delegations?beslut)(?: .{1,60})?",
    re.IGNORECASE,
)


def may_be_title(heading: str) -> bool:
    """Say whether a section name also serves as the title of a whole § ("Meddelanden")."""
    return _TITLES.fullmatch(plain_heading(heading)) is not None


def leads_in_decision(heading: str) -> bool:
    """Say whether a heading is the beginning of a sentence that decides ("Nämnden beslutar"), not a name ("Beslut")."""
    return section_of(heading) is Section.DECISION and _DECIDES.search(heading) is not None


@lru_cache(maxsize=4096)
def section_of(heading: str) -> Section | None:
    """Return what a heading announces, or None where it is no known section name."""
    name = plain_heading(heading)
    if not name or len(name) > _LONGEST_NAME or not name[0].isalpha():
        return None
    return next((section for section, form in _FORMS if form.fullmatch(name)), None)
