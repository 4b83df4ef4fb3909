"""Read what a question asks for and what an answer has to hold; pure, from the forms of Swedish questions."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.act_words import INITIATED, ORDER_ASKED
from assistant.amounts import HOW_MUCH, asks_for_money, says_in_money
from assistant.hasty import in_full
from assistant.named import asked_number, asks_for_body
from assistant.numerals import number_of
from assistant.offices import ENTITLED, asks_for_authority
from assistant.values import Value, ValueKind, values
from index.swedish import STOP_WORDS, stem, words


class Asked(StrEnum):
    """Name the kind of answer that is wanted."""

    IDENTIFIER = "identifier"
    CHAIN = "chain"
    ASSIGNMENTS = "assignments"
    SUMMARY = "summary"
    COMPARISON = "comparison"
    WHY = "why"
    PERSON = "person"
    DATE = "date"
    NUMBER = "number"
    LIST = "list"
    DECISION = "decision"
    PROPOSAL = "proposal"
    YES_NO = "yes_no"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Understanding:
    """Hold what was read out of a question.

    ``terms`` are the stems an answer should share; ``unit`` is the stem of what is counted or measured;
    ``items`` says how many list items were asked for; ``named`` are the values that the documents must know.
    """

    text: str
    asked: frozenset[Asked]
    terms: tuple[str, ...]
    unit: str | None
    items: int | None
    # The stem of what "vilken", "vilket" or "vem" asks for ("vilken leverantör").
    head: str | None
    named: tuple[Value, ...]

    def wants(self, *kinds: Asked) -> bool:
        """Tell whether any of some kinds of answer is wanted."""
        return any(kind in self.asked for kind in kinds)

    @property
    def short(self) -> bool:
        """Tell whether one value answers, so that the answer must be one sentence."""
        return self.of_value and not self.wants(Asked.DECISION, Asked.PROPOSAL)

    @property
    def of_value(self) -> bool:
        """Tell whether a value is asked for, be it one that was decided or proposed."""
        return self.wants(Asked.DATE, Asked.NUMBER, Asked.PERSON, Asked.IDENTIFIER) and not self.wants(
            Asked.WHY, Asked.LIST, Asked.SUMMARY, Asked.CHAIN, Asked.COMPARISON
        )


_PERSON_NOUNS = (
    r"person(?:er)?|ledam[oö]t\w*|ersättare|förtroendevalda|politiker\w*|ordförande|sekreterare|handläggare|justerare|"
    r"\w*chef(?:er)?|direktör\w*|tjänste(?:man|person|män)\w*|namn(?:et)?|undertecknare|talare|ansvarig\w*|"
    r"\w*(?:koordinator|strateg|samordnare|rektor|ledare|assistent|ombud|jurist|ekonom|konsult)(?:en|er)?"
)
# "Vad tyckte revisorerna att nämnden borde göra": what auditors want done are recommendations.
_AUDITORS = r"(?:\w+ )?(?:revisor\w*|revisionen|granskarna|granskningen)"
_WANT = r"(?:tyck|ans|men|vil|råd|föresl|begär|krä)\w+"
_ADVISED = rf"\bvad (?:rekommendera\w*|(?:{_WANT} {_AUDITORS}|{_AUDITORS} {_WANT})\b[^?]*(?<!\bom )att\b)"
_PATTERNS: tuple[tuple[Asked, str], ...] = (
    (
        Asked.IDENTIFIER,
        r"\b(?:vil(?:ken|ket|ka)|vad (?:är|har|heter|hade)|ange|ge mig)\b[^?.]{0,30}\b(?:diarienum\w*|dnr|ärendenum\w*|paragraf\w*|beteckning|§)"
        r"|\bvad (?:har|hade|får|fick)\b[^?,]{1,90}? för (?:diarienum\w*|dnr|ärendenum\w*|paragraf\w*)"
        r"|^\W*(?:diarienum\w+|dnr|ärendenum\w+|paragraf(?:nummer)?)\b(?!\s*(?:[\w-]*\d))|\b(?:diarienum\w+|dnr|ärendenum\w+)\s*(?:\?|$)|\bärendets nummer\b|\bi vilken paragraf\b",
    ),
    (
        Asked.CHAIN,
        r"\bvad (?:har )?hän(?:de|t) (?:sedan|därefter|efter|vidare|med|i ärende)|\bvad händer (?:sedan|därefter|vidare|nu|i ärende)"
        r"|\bhur (?:gick det sedan|har det gått)\b"
        r"|\bhur slutade (?:det|ärendet)\b|\bärende(?:ts)?(?:kedja\w*| gång| historia)\b|\bgången i ärende|\btidslinje"
        r"|\bvad är nästa steg\b",
    ),
    (
        Asked.ASSIGNMENTS,
        r"\buppdrag\w*\b[^?]*\b(?:inte|ej|saknar)\b[^?]*(?:rapporter|redovis|slutför|avsluta|klar)"
        r"|\buppdrag\w*\b[^?]*\b(?:kvar|återstår|öppna|utestående|oavslutade)\b"
        r"|\b(?:öppna|oavslutade|utestående|orapporterade|oredovisade) uppdrag\b"
        r"|\b(?:inte|ej)\b[^?]*\båterrapporter\w+[^?]*\buppdrag",
    ),
    (
        Asked.SUMMARY,
        r"\bvad (?:handlar|rör|avser|gäller|går|innebär)\b[^?]*(?:\bom\b|\but på\b|\bärende|\bdnr\b|\bmotion\w*\b|\bhandling\w*\b)"
        r"|\bvad (?:handlar|rör|avser|gäller)\s+(?:\w{1,6}[ /-])?\d[\d.:/-]*(?:\s?\w{1,6}[\d.:/-]*)?\s*\??\s*$"
        r"|\bsammanfatt\w+|(?:^\W*|\b(?:kan|kunde|vill) (?:du|ni) )berätta (?:kort )?om\b|\bvad är det för ärende\b",
    ),
    (
        Asked.COMPARISON,
        r"(?<!vi )(?<!de )(?<!man )(?<!kommunen )(?<!förvaltningen )\bjämför\w*\b(?!elsekommun)|\bskillnad\w*\b|\bskiljer\b|\bförändra(?:ts|des)\b|\butvecklats\b|\böver tid\b"
        r"|\bi förhållande till\b",
    ),
    (
        Asked.WHY,
        r"\bvarför\b|\b(?:vilket|vilka|vad är|av vilket|något|vad var) skäl\w*|\bskälet till\b|(?<!\bmed )\banledning\w*\b|\bmotiv(?:era\w*|et|en)\b"
        r"|\borsak\w*\b|\bvad bero(?:r|dde)\b|\bberor (?:det|på)\b|\bhur (?:kommer|kom|kunde) det sig\b|\bförklara[rs]\b|\binvändning\w*\b"
        r"|\bpå vilk(?:a|en) grund\w*\b|\bvad talar (?:för|emot)\b|\b(?:tanken|syfte[tn]?|avsikten|meningen|målet|poängen) (?:med|bakom)\b",
    ),
    (
        Asked.PERSON,
        rf"\bvem(?:s)?\b|\bvilken nivå (?:fattas|ligger|tas|beslutas|avgörs)\b|\bvil(?:ka|ken|ket parti|ka partier) (?:\w+ )?(?:reserverade|yrkade|instämde|närvarade|deltog|anmälde|justerade|undertecknade|valdes|utsågs|motsatte sig|(?:lämnade|har lämnat) in|skrev|skrivit|väckte|har väckt|(?:står|stod) bakom|(?:var|är|gick|ställde sig) e?mot)\b|\bvil(?:ken|ka|ket)\b(?:\s+\w+)?\s+(?:{_PERSON_NOUNS})\b|\bvad heter (?:\w+ )?(?:\w+ )?(?:{_PERSON_NOUNS})"
        r"|\bvil(?:ken|ka|ket) \w+ (?:har )?(?:skrev|skrivit|undertecknade|undertecknat|författade|signerade|justerade)\b"
        r"|\bvilka\b[^?]{0,40}?\b(?:(?:skrev|skrivit) (?:\w+ )?(?:på|under)|undertecknade?t?|signera(?:de|t)|satte? (?:sitt|sina) namn)\b",
    ),
    (
        Asked.DATE,
        r"(?:^|[.?!:;,]\s*|\b(?:och|men|från|till|sedan|undrar|vet|senast|så) )när\b(?!(?<=till när) (?:de|den|det|man|vi|ni|hon|han|fullmäktige|\w+(?:nämnden|styrelsen))\b)|^\W*\w+,? när\b|\bvilk(?:et|en|a) (?:datum\w*|dag(?:en|ar|arna)?|år(?:en)?|månad(?:en|er)?|veck(?:a|an|or)|tid(?:en|er|erna)?|tids\w+|tidpunkt\w*|period\w*|läsår\w*|termin\w*)\b"
        r"|\bhur (?:länge|snart|sent|tidigt)\b|\bhur (?:snabbt|fort)\b(?![^?]*\b(?:kör\w*|åk(?:a|er))\b)|\bsista (?:\w*dag|\w*datum)\w*|\b(?:deadline|slutdatum|startdatum)\w*|\böppettid\w*|\btelefontid\w*|(?<!efter )(?<!inom )(?<!före )\btidsfrist\w*|\bhur ofta\b|\b(?:från och med|fr\.? ?o\.? ?m\.?) när\b|\bvilka tider\b|\bhur dags\b",
    ),
    (Asked.NUMBER, HOW_MUCH),
    (
        Asked.DECISION,
        r"(?<!förslag till )(?<!förslaget till )\bbeslut(?:ade|as|ades|at|ats|et|en)?\b(?! (?:får|kan|ska|måste|delegera))|\bbestäm(?:de|des|t|ts)\b|\bblev (?:det (?:av|med|för)|beslutet|utfallet|resultatet)\b|\bvad beslutar\b|\bavgjordes\b|\butfall(?:et)? (?:av|i|blev)\b|\bfastställ(?:de|ts|des)\b|\bgodkän(?:de|ts|des)\b"
        r"|\bantog(?:s)?\b|\bantagi?ts?\b|\bbif(?:öll|allit|ölls|all(?:en|et|na)\b)\w*\b|\bavslog(?:s)?\b|\bavslag(?:en|et|na)\b|\bomröstning\w*\b|\bvotering\w*\b|\bröst(?:ade|siffror\w*)\b"
        r"|\bvad (?:krävde|förelade|strök|ändrade|(?:la|lade|sköt) (?:fullmäktige|[^\W\d_]*(?:nämnden|styrelsen|utskottet)) till)\b|^\W*(?:och |men )?(?:fick (?!(?:jag|du|ni|vi|man)\b)[^?]*\b(?:(?:bygg|köp|hyr|sälj|start|öppn|behåll|använd|riv|fäll|flytt|driv|ordn|server|ställ|sätt)\w*a|\w*(?:lov|tillstånd|bidrag|stöd|dispens|pengar|anstånd|avslag|bifall)(?:et|en|na)?)\b|bl(?:ev|ir) det (?:någo[nt]|några|ja|nej|avslag|bifall|\w+ning(?:en)?)\b|blir det (?:[^\W\d_]+a )?[^\W\d_]{4,}(?:ar|er|or)\W*$)"
        r"|^\W*(?!(?:va|vad|vem|när|hur|vilk\w+|varför)\b)(?:[^\W\d]+-?\s+){1,4}§\s?\d+\W*$"
        r"|\bhur slutade\b|\bhur gick det\b(?! sedan)|\bvad händer med\b|\b(?:sagt|sade|sa) sitt\b|\bklubba(?:de|des|t|ts)\b|\btog (?:fullmäktige|[^\W\d_]*(?:nämnden|styrelsen|utskottet))\b"
        rf"|{ORDER_ASKED}"
        r"|\bsa(?:de)? (?:ja|nej)\b|\bhur gjorde (?:fullmäktige|[^\W\d_]*(?:nämnden|styrelsen|utskottet)|KF|KS)\b|\bvad (?:gjorde|har) (?:fullmäktige|[^\W\d_]*(?:nämnden|styrelsen|utskottet)|KF|KS) (?:gjort )?(?:åt|av|med)\b|\bfick\b[^?]*\b(?:stöd|bifall|avslag|igenom|gehör|ja|nej)\b",
    ),
    (
        Asked.PROPOSAL,
        r"\b(?:vad|hur)\b[^?]{0,20}\b(?:tycker|tyckte|anser|ansåg|menar|vill|ville|rekommenderar|råder)\b[^?]{0,40}\batt\b[^?]{0,60}\b(?:ska|skall|skulle|bör|borde) (?:vi |man )?(?:göras?\b|svara\w*|besvara\w*|hantera\w*|besluta\w*|ta ställning)"
        r"|\b(?:vad|vilka|vilket)\b[^?]{0,30}\b(?:vill|ville)\b[^?]{0,50}\batt\b[^?]{0,50}\b(?:ska|skall|skulle|gör|beslutar)\b|\bföreslog\w*\b|\bföreslå(?:r|s|tt|tts|gits)?\b|\bförslag(?:et|en)\b|\byrka(?:de|r|nde|nden|ndet)\b"
        r"|\b(?:vilka|vilket|vad för|några) (?:\w+ )?förslag\b"
        # "Vad vill MP om bron?"
        r"|^\W*(?:och |men )?vad (?:vill|ville|kräver|krävde) (?:\(?(?-i:[A-ZÅÄÖ]{1,4})\)?(?!\w)|motionär\w*|initiativtagar\w*|förslagsställar\w*|interpellant\w*|[^\W\d_]+(?:partiet|demokraterna)|[^\W\d_]*(?:moderaterna|liberalerna|centern))\b",
    ),
    (
        Asked.LIST,
        r"\bvilka\b|\bvad (?:finns|fanns) (?:det )?för\b|\bi vilken \w*ordning\b|\bvad (?:är|var) de (?:\w+ )?(?:\w+)\b|\bräkna upp\b|\b(?:ge|visa) (?:mig|oss) (?:alla|samtliga)\b|(?:^\W*|\b(?:kan|kunde|vill) (?:du|ni) |\boch )list[ae]\b|\bnämn\b|\bvad ingår\b|\bva e de\b|\bvilka är de\b"
        rf"|{_ADVISED}|\b(?:alla|samtliga) (?:de )?(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d+) (?:punkter|delar|krav|förslag|mål|råd)(?:na|en)?\b",
    ),
    (
        Asked.YES_NO,
        r"^(?:och |men )?(?:är|var|har|hade|ska|skall|får|fick|kan|kunde|finns|fanns|måste|beslutade|godkände|kommer|blev|blir|"
        r"behöver|räcker|gäller|stämmer|går|avslogs?|antogs?|röstade|ingår|tillstyrkte|avstyrkte|biföll|sa|sade|föreslår|föreslog|stödde)\b"
        r"|[,.;:–-]\s+(?:och |men )?(?:är|var|har|blev|blir|fick|får|kan|ska|måste|\w{2,}(?:ades?|des|slogs?|togs?|lls?|ck))\s(?:den|det|de|dem|dom|han|hon|man|vi)\b[^?,.;]*\?*\s*$",
    ),
)
# Who gets to know what was decided, not what that was.
SENT_ASKED = re.compile(
    r"\b(?:vem|vilka|vart)\b[^?]*?\bbeslut\w*\b[^?]*?\b(?:skicka[st]?s?|sänd[ae]?s?|expediera\w*|delge\w*)\b|\b(?:skicka[st]?s?|sänds?|expedieras?|delges?) [^?]*?\bbeslut\w*\b[^?]*?\btill\W*$"
    r"|\b(?:vem|vilka) (?:ska|skall|bör) (?:ha|få) (?:del av )?(?:\w+ )?beslut\w*\b",
    re.IGNORECASE,
)
# Before the subject that a follow-up borrows.
FOLLOWS = ", i fråga om "
# Who acted is asked for, not the act.
_WHO_ACTED = re.compile(
    r"\b(?:vem|vilka|vilket parti|vilka partier|vilka ledamöter)\b[^?.]{0,30}\b(?:reserverade|yrkade|instämde|föreslog|närvarade|deltog|anmälde|fick (?:\w+ ){0,3}?igenom|drev igenom|fick gehör|jäv\w*|åt sidan|lämna\w* in|skrev|skrivit|väckt?e?|(?:står|stod) bakom)\b",
    re.IGNORECASE,
)
# Who is entitled to something: a thing in its indefinite form.
ENTITLED_ASKED = re.compile(
    r"^\W*vem (?:har rätt till|(?:får|kan få) (?=[^\W\d_]+(?<!en)(?<!et)(?<!na)\W*$)(?!(?:uppdrag|ansvar|pris|priset|vara|gå|ta|dit|in|upp|ut|mandat)\b))",
    re.IGNORECASE,
)
# Who may decide, not what was decided.
_LEVEL_OF_DECISION = re.compile(r"\bvilken nivå (?:fattas|ligger|tas|beslutas|avgörs)\b", re.IGNORECASE)
_MAY = re.compile(r"\bvil(?:ken|ket) \w+ (?:kan|får|har rätt|måste|ska|bör)\b", re.IGNORECASE)
_OF_ECONOMY = re.compile(r"\bhur (?:gick|har) det\b[^?]*\bekonomisk?t?\b", re.IGNORECASE)
# "Hur mycket dyrare är det jämfört med i fjol": one sentence tells the value and what it is held against.
_HOW_MANY = re.compile(
    r"\bhur många\b|\bhur mycket\b[^?]*\b(?:upp|ner|ned|öka\w*|minska\w*|höj\w*|sänk\w*|mer|mindre|dyrare|billigare|högre|lägre|större)\b",
    re.IGNORECASE,
)
_SET_SIDE_BY_SIDE = re.compile(
    r"\bjämför\b|\bjämförelse\w*|\bskillnad\w*\b|\bskiljer\b|\bförändra(?:ts|des)\b|\butvecklats\b|\böver tid\b",
    re.IGNORECASE,
)
# How many there were, not what they say.
_HOW_MANY_DECISIONS = re.compile(r"\bhur många (?:[\w-]+ ){0,2}?[\w-]*beslut\b", re.IGNORECASE)
# How a decision is appealed is a rule: the decision itself is not asked for.
_APPEAL = re.compile(r"\böverklaga\w*\b", re.IGNORECASE)
_WHEN_ASKED = re.compile(
    r"\bnär\b|\bhur (?:länge|snabbt|snart|fort|sent|tidigt|ofta|dags|lång)\b|\bvilk(?:en|et|a) (?:\w+ )?(?:datum|dag|år|månad|veck|tid|tids|period|termin|läsår)\w*|\bvad är\b",
    re.IGNORECASE,
)
# "Enligt förslaget": where something stands, not what is asked for.
_SOURCE = re.compile(r"\b(?:enligt|i) [^?.,]{0,40}?förslag(?:et|en)?\b", re.IGNORECASE)
_PROPOSES = re.compile(r"\b(?:föreslå\w*|föreslog\w*|yrka\w*)\b", re.IGNORECASE)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_ITEMS = re.compile(r"\b(?:vilka|de|alla|dessa|nämn|samtliga)\s+(\w+)\b", re.IGNORECASE)
_HEAD = re.compile(
    r"\b(?:vilk(?:en|et|a)(?: (?:är|var|blev) (?:den|det|de|dessa))?|vad heter (?:den|det)?|vad (?:finns|fanns) (?:det )?för|vad (?:är|var) de|(?:räkna upp|lista|nämn|ange)(?: (?:alla|samtliga))?(?: (?:de|dessa))?)\s+"
    r"(?:(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d+)\s+)?(?:(?!\w+(?:[aeo]r)?na\b|\w+ena\b)\w+a\s+(?!(?:fick|får|har|hade|är|var|blev|blir|ska|skulle|kan|kunde|vann|tog|vill|ville|gör|gjorde)\b))?(\w+)",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(_ADVISED, re.IGNORECASE)
_COUNTED = re.compile(
    r"\bhur många\s+(?:(?:fler|flera|av|olika|extra|nya|nytillkomna|ytterligare|färre|stycken)\s+){0,2}(?:de\s+)?(?!(?:på|i|inom|från|till|under|som|får|fick|kan|kunde|ska|skulle|är|var|blir|blev|finns|går|gick|kommer|kom|bor|väntas)\b)"
    r"(?:\w+a\s+(?!(?:i|på|av|som|vid|inom|med|från|för|hos|under|har|hade|är|var|ska|kan|får|blev|blir|finns|deltar|går)\b))?(\w+)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\bandel|\bprocent(?!enhet)|\bhur stora? del(?! av\b)", re.IGNORECASE)
_DURATION = re.compile(r"\bhur (?:lång tid|länge|lång (?:\w+)?tid)|uppsägningstid|\bhur gamm", re.IGNORECASE)
# How often something is done is told in many words: "gånger per år" is no part of the matter.
_OFTEN = re.compile(
    r"\bhur många gånger(?: (?:(?:per|om|varje) (?:år|månad|vecka|dag|dygn|termin)|i (?:månaden|veckan|timmen)|om (?:året|dagen|dygnet)))?",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{2}\b")
# "Varför får ingen välja vem som …": whom it is about is not asked for.
_EMBEDDED_WHO = re.compile(
    rf"\bvem(?= (?:får|kan) {ENTITLED})|(?<=\bvälja )vem(?:s)?\b|(?<=\bbestämma )vem(?:s)?\b|(?<=\bavgöra )vem(?:s)?\b|(?<=\boavsett )vem(?:s)?\b|(?<=\boberoende av )vem(?:s)?\b",
    re.IGNORECASE,
)
# On which condition somebody may act: "när får kommunen häva avtalet" asks for no day.
_ON_CONDITION = re.compile(
    r"\bnär (?:får|kan|måste) [^?,]{1,60}?\b(?:bryta|häva|säga upp|neka|vägra|avvisa|återkalla|dra in|stänga av|avslå|hoppa av|lämna ut)\b"
    r"|\b(?:i vilka fall|(?:ge|visa) \w+ (?:alla|samtliga) fall(?:en)?)\b",
    re.IGNORECASE,
)
# A rule is asked for, not an act: "får man lägga yrkanden".
_PERMITTED = re.compile(r"^\W*(?:får|kan|måste|behöver|räcker|går det)\b", re.IGNORECASE)
# "På 90-talet": no number of anything; the search knows the years.
_DECADE = re.compile(r"\b(?:\d?\d?\d0|[a-zåäö]+tio)-?talets?\b", re.IGNORECASE)
# "Avgiften, vad var den?": the thing is named before it is asked for.
_NAMED_FIRST = re.compile(
    r"^\W*(?P<thing>[^?.!]{3,}?)[,–-]? *[,–-] *(?P<asks>vad (?:är|var|blir|blev)) (?:den|det|de)\W*$", re.IGNORECASE
)
# What a question says of its own form, not of its subject.
_FORM_WORDS = frozenset(
    "diarienummer dnr ärendenummer paragraf datum dag år månad belopp summa antal namn heter heta enligt ärende ärendet fråga "
    "sa säger sade stod står gäller handlar kort beskriv berätta sammanfatta lista nämn ange vet vill undrar pressfråga tack hej "
    "jag mig du ni kan kunde exakt ungefär ungefärligt totalt egentligen förresten idag dag just skäl skälet anledning anledningen "
    "tog klubbade klubbades klubbat klubbats räkna upp jobbet slutändan faktiskt alltså orsak orsaken varför motiveras förklarar inne fyra tre två fem sex".split()
)
# What a case is called, and what is asked where nothing is asked of it but what it is.
_OF_CASE = frozenset(
    "sak saken fråga frågan typ slags sorts nr nummer numret diarienr döljer bakom står innehåller rör avser betyder kommun kommunens".split()
)
_SECTION_ASKED = re.compile(r"\bparagraf\w*|§", re.IGNORECASE)


def understand(text: str) -> Understanding:
    """Return what a question asks for."""
    plain = _NAMED_FIRST.sub(r"\g<asks> \g<thing>?", _EMBEDDED_WHO.sub(" ", in_full(text)))
    # What a follow-up itself asks, before the subject that it borrows.
    own = plain.partition(FOLLOWS)[0]
    asked = _kinds(own) or _kinds(plain) or {Asked.FACT}
    asked = _without_contradictions(asked, plain)
    named = _named(text)
    if _names_case_alone(plain, asked):
        asked = {Asked.SUMMARY}
    return Understanding(text, frozenset(asked), _terms(plain), _unit(plain), _items(plain), _head(plain), named)


def _names_case_alone(text: str, asked: set[Asked]) -> bool:
    """Tell whether a question holds the number of a case and asks nothing of it but what it is: "vad är KS 2031/12 för ärende"."""
    numbers = [value for value in values(text) if value.kind is ValueKind.CASE_NUMBER]
    if not numbers or asked - {Asked.FACT, Asked.IDENTIFIER} or _SECTION_ASKED.search(text):
        return False
    # "bn 2031/14": a board may be written in small letters.
    rest = re.sub(r"\b\w{2,4}\s*$", "", text[: numbers[0].start]) + text[numbers[-1].end :]
    return all(word in STOP_WORDS | _FORM_WORDS | _OF_CASE for word in words(rest))


def _kinds(text: str) -> set[Asked]:
    return {kind for kind, pattern in _COMPILED if pattern.search(text)}


def _without_contradictions(asked: set[Asked], text: str) -> set[Asked]:
    """Drop the kinds of answer that a more telling kind explains."""
    if Asked.PERSON in asked and Asked.LIST in asked and not re.search(r"\bvilka\b.*\bvilka\b", text, re.IGNORECASE):
        asked = asked - {Asked.LIST}
    if asked & {Asked.IDENTIFIER, Asked.NUMBER, Asked.DATE, Asked.WHY}:
        asked = asked - {Asked.YES_NO}
    if asked & {Asked.WHY, Asked.IDENTIFIER}:
        asked = asked - {Asked.LIST}
    if {Asked.COMPARISON, Asked.NUMBER} <= asked and _HOW_MANY.search(text) and not _SET_SIDE_BY_SIDE.search(text):
        asked = asked - {Asked.COMPARISON}
    if asked & {Asked.WHY, Asked.IDENTIFIER} or _WHO_ACTED.search(text):
        # The act is what is explained, numbered or signed, not what is asked for.
        asked = asked - {Asked.DECISION, Asked.PROPOSAL}
    if _OF_ECONOMY.search(text):
        # How it went with the money is a result, no case that went on.
        asked = asked - {Asked.CHAIN, Asked.DECISION}
    if _APPEAL.search(text):
        asked = asked - {Asked.DECISION}
    if _ON_CONDITION.search(text):
        asked = asked - {Asked.DATE}
    if Asked.YES_NO in asked and _PERMITTED.search(text):
        asked = asked - {Asked.PROPOSAL}
    if asked & {Asked.PERSON, Asked.DATE, Asked.NUMBER} and _SOURCE.search(text) and not _PROPOSES.search(text):
        asked = asked - {Asked.PROPOSAL}
    if asked_number(text) and Asked.IDENTIFIER not in asked:
        # What bears the number is not asked for: "vilket delegationsnummer har beslut om badförbud".
        return {Asked.IDENTIFIER}
    if SENT_ASKED.search(text):
        return {Asked.FACT}
    if INITIATED.search(text) and Asked.WHY not in asked:
        asked = (asked | {Asked.PERSON}) - {Asked.LIST, Asked.DECISION, Asked.PROPOSAL}
    if _HOW_MANY_DECISIONS.search(text):
        asked = asked - {Asked.DECISION}
    if Asked.PERSON in asked and asks_for_authority(text):
        # "Vem får fatta beslut": who may, not what was decided.
        asked = asked - {Asked.DECISION}
    if asks_for_body(text) and _MAY.search(text):
        # "Vilken instans kan riva upp beslutet": which may, not what was decided.
        asked = asked - {Asked.DECISION}
    if _LEVEL_OF_DECISION.search(text):
        asked = asked - {Asked.DECISION, Asked.NUMBER}
    if Asked.NUMBER in asked and re.search(
        r"\bvilka (?:belopp|kostnader|siffror|nivåer|åldrar|åldersg\w+)", text, re.IGNORECASE
    ):
        asked = asked - {Asked.LIST}
    if ENTITLED_ASKED.search(text):
        # "Vem får skolskjuts": a rule tells that, no name.
        asked = asked - {Asked.PERSON}
    if {Asked.DATE, Asked.PERSON} <= asked and not _WHEN_ASKED.search(text):
        # "Inom tidsfristen": a day is spoken of, and who acts is asked for.
        asked = asked - {Asked.DATE}
    if Asked.DATE in asked and re.search(r"\bvilka (?:\w*datum|\w*tider|dagar|år|månader)", text, re.IGNORECASE):
        asked = asked - {Asked.LIST}
    return asked or {Asked.FACT}


def _terms(text: str) -> tuple[str, ...]:
    """Return the stems of the subject words, each once, in order."""
    text = _DECADE.sub(" ", _OFTEN.sub(" ", text))
    # Of words this short only names carry a subject: "AB", "KS".
    short = {word.casefold() for word in _CAPITALS.findall(text)}
    found = dict.fromkeys(
        stem(word)
        for word in words(text)
        if word not in STOP_WORDS and word not in _FORM_WORDS and (len(word) > 2 or word.isdigit() or word in short)
    )
    return tuple(found) or tuple(dict.fromkeys(stem(word) for word in words(text) if word not in STOP_WORDS))


def _unit(text: str) -> str | None:
    if match := _COUNTED.search(text):
        return stem(match[1].casefold())
    if _SHARE.search(text):
        return "procent"
    if says_in_money(text) or asks_for_money(text):
        return "kr"
    return "tid" if _DURATION.search(text) else None


def _items(text: str) -> int | None:
    for match in _ITEMS.finditer(text):
        count = number_of(match[1])
        if count and count > 1:
            return count
    return None


def _head(text: str) -> str | None:
    match = _HEAD.search(text)
    word = match[1].casefold() if match else ""
    if not word or word in STOP_WORDS or word in _FORM_WORDS:
        return stem("rekommendationer") if _RECOMMENDED.search(text) else None
    return stem(word)


def _named(text: str) -> tuple[Value, ...]:
    """Return the values the documents must know: numbers, dates, identifiers, names, parties."""
    return tuple(
        value
        for value in values(_DECADE.sub(lambda match: " " * len(match[0]), text))
        if not value.weak
        and not (value.kind is ValueKind.NUMBER and _is_count(text, value))
        and not (value.kind is ValueKind.NAME and value.key in STOP_WORDS)
    )


def _is_count(text: str, value: Value) -> bool:
    """Tell whether a number only says how many items are wanted ("vilka tre …")."""
    before = text[: value.start].rstrip().casefold()
    return before.endswith(("vilka", "de", "alla", "samtliga", "dessa", "nämn"))


_ASKED_OF = r"(?:(?:i|för|under|på|(?:upp |ned |fram )?till|från|av|med|hos|åt|inom|vid) )?"
# "Innan lektionerna börjar och när de slutat" asks no second thing.
_ASKING = r"(?:vad|vem|vems|vilka|vilken|vilket|när(?! (?:de|det|den|man|vi|ni|jag|han|hon)\b)|hur|varför|varifrån|var (?:ska|kan|får|finns|fanns|ligger|låg|hålls|hölls|står|stod|tas|togs|byggs|sker))\b"
_AND_ASKS = re.compile(
    rf"\s*(?:,|–|;)?\s+(?:och|samt|o|,)\s+(?={_ASKED_OF}{_ASKING})|(?<=\?)\s+(?:och\s+|samt\s+)?(?={_ASKED_OF}{_ASKING})",
    re.IGNORECASE,
)


def parts(text: str) -> tuple[str, ...]:
    """Return the questions that one sentence asks ("vad föreslogs, och när …"), or the question alone."""
    found = [part.strip() for part in _AND_ASKS.split(text) if part.strip()]
    return tuple(found) if len(found) > 1 else (text,)


# "Och vad är den i dag", "vad säger styrelsen att den är", "vad kom de själva fram till": what the first part asks for.
_THE_SAME = re.compile(
    r"\bvad (?:är|var|blir|blev) (?:den|det)\b|\b(?:att|som) (?:den|det) (?:är|var|blir|blev|ligger|låg)\b|\bvad kom\b[^?]*\bfram till\b",
    re.IGNORECASE,
)


def asked_as(own: Understanding, first: Understanding) -> Understanding:
    """Return what a further part asks; for an amount as the first part does where it asks for the same again."""
    same = own.asked == {Asked.FACT} and Asked.NUMBER in first.asked and _THE_SAME.search(own.text)
    return replace(own, asked=frozenset({Asked.NUMBER}), unit=first.unit) if same else own
