"""Tell whether a question asks how much or how many, and whether in money, from the forms of Swedish questions; pure."""

import re

# What a figure alone tells, where it is asked what it is ("vilken avgift", "vad blir hyran").
_SIZE = (
    r"(?:andel\w*|procent\w*|antal\w*|\w*pris(?:et)?\b|\w*kostnad\w*|(?:i )?\w*avgift\w*|\w*anslag\w*|\w*resultat\w*"
    r"|budget\w*|utfall\w*|\w*prognos\w*|\w*hyra\w*|\w*ersättning\w*|\w*nivå\w*|\w*arvode\w*|\w*(?:under|över)skott\w*"
    r"|\w*(?:median|medel|genomsnitt)\w*|\w{4,}tid(?:en)?\b|\w*täthet\w*|\w*frånvaro\w*|prislapp\w*|\w{3,}grad(?:en)?\b"
    r"|\w*nota[ns]?\b|skattesats\w*|\w*summa[ns]?\b|(?:plan|investerings|budget|utgifts)?ram(?:en)?\b)"
)
# Sums that somebody pays or is paid, and what becomes of them.
_SUM = r"(?:avgift|arvode|pris|hyra|taxa|ersättning|kostnad|ränta|budget|ram|nota|lön|skatt)(?:en|et|erna|n|t|na|er)?"
_PAID_IN = r"(?:ersättning|bidrag|stöd|arvode|lön|hyra|avgift|vite|anslag|skatt|ränta|rabatt|timpenning|tillägg)"
_AT_END = (
    r"(?:slutändan|slutet|bokslutet|(?:den )?(?:senaste|sista) \w+|fjol|år|somras|våras|höstas|vintras|kronor|pengar)"
)
# Words that begin what is asked for, where nothing else asks: "Timpris?", "Lägsta avgift för en torgplats?".
_NAMED_ALONE = r"(?:\w*(?:avgift|pris|kostnad|hyra|nota|ersättning|arvode|frånvaro|beläggning|(?:uppsägnings|handläggnings)tid)(?:en|et|n|t)?|skattesats(?:en)?|antal(?:et)?)"
_NO_QUESTION = (
    r"(?![^?]*\b(?:vad|vem|vems|vilken|vilket|vilka|hur|när|var|varför|kan|får|ska|är|har|blir|vill|gäller|finns)\b)"
)
_FORMS = (
    r"\bhur (?:mycket|många|stor[at]?|högt?|hög[at]?|långt?|långa|lågt?|gammalt?|gamla|dyrt?|dyra|djupt?|djupa|bred|brett|breda"
    r"|(?:snabbt|fort)(?=[^?]*\b(?:kör\w*|åk(?:a|er))\b))\b",
    r"\bi (?:kronor|kr|pengar|miljoner|mnkr|tkr|procent(?:enheter)?)\b[^?]*\?",
    r"\bkosta(?:r|de|t)?\b|\bbelopp\w*\b|\bsumma\w*\b|\buppgår\b|\buppgick\b",
    # "Vad landade notan på i slutändan"; what a matter "går ut på" is no figure.
    r"\bvad (?:går|gick|landar|landade|hamnar|hamnade|slutar|slutade|stannar|stannade|låg|ligger) [^?,]{1,60}?(?<!\but )\bpå\b"
    rf"(?= (?:i {_AT_END}|totalt|till slut|per|för|om året|år|under|\d)|\s*\?|,)",
    rf"\b(?:vilken|vilket|vad (?:är|var|blir|blev|ligger|tar|tog|betalar)|hur(?! \w{{4,}}s\b)) (?:(?!om\b)\w+ ){{0,2}}{_SIZE}\b(?! (?:av|i) \w*(?:röst|votering|val)\w*)",
    r"\bvad (?:får|fick|tar|tog|vill) [^?]*\bbetalt\b|\bvad (?:ska|måste|behöver|får|fick) [^?]*\bbetala\b(?! (?:med|via|genom)\b)"
    r"|\bvad betala(?:r|de|s|des)\b[^?]*\b(?:per [^\W\d_]+|i (?:avgift|hyra|månaden|timmen|veckan)|om (?:året|dagen|dygnet))\b",
    rf"\bvad (?:får|fick|ger|gav|tar|tog|betalar|betalade|ska|skulle|kan) [^?]*\bi (?:\w+ ){{0,2}}\w*{_PAID_IN}\b",
    rf"\bvad (?:får|ska|skulle|kommer|kan|väntas|beräknas) (?:\w+ ){{0,3}}\w*{_SUM}\b[^?,]*\b(?:bli|ligga på|vara|landa|sluta|hamna)\b",
    r"\bvilke[nt] (?:\w+ ){0,2}(?:\w*ränta|\w{3,}skuld|\w*påslag|\w*intäkt|\w*vinst)\w{0,3}\b|\bvilke[nt] \w+ per \w+",
    r"\bvilken poäng\b|\b(?:vad är|vilket är|var går) (?:taket|gränsen) (?:för|på)\b",
    r"\b(?:vad är|hur är|vilket är) det (?:mesta|högsta|lägsta|minsta)\b",
    r"\bvad (?:får|ska|skulle|kan) [^?,]{1,60}?\b(?:gå|gå loss|ligga|landa|stanna|hamna) på\b(?=\s*(?:\?|,|$|för\b|per\b|enligt\b|som\b|totalt\b|i\b|om\b))",
    r"\bvad (?:tros|väntas|beräknas|bedöms|antas) [^?]{1,80}\b(?:gå på|gå loss på|landa på|uppgå till)",
    r"\bvil(?:ket|ken) (?:\w+ )?(?:värde|halt|siffra|mängd|volym|yta|area|längd|bredd|höjd|storlek|hastighet)\b",
    r"\bvil(?:ken|ka) (?:\w+ )?(?:ålder\b|åldrar\b|åldersg\w+|åldersspann\w*)",
    # "Vad blir det per kvadratmeter", "vad fick kommunen in på tomten", "vad ville nämnden lägga på förstudien".
    r"\bvad (?:blir|blev|är|var|får|fick|tar|tog|ger|gav) [^?,]*\bper (?:\w*(?:meter|månad|år|timme|dygn|dag|vecka|elev|barn|person|plats|styck|invånare)|kvm|m2|m²|st)\b",
    r"\bvad (?:får|fick) [^?,]*\bin (?:på|för|från)\b|\bvad (?:vill|ville|ska|skulle|får|fick) [^?]*\b(?:lägga på|avsätta|anslå|skjuta till)\b",
    # "Vad blir det för vite i veckan", "vad tror man att huset slutar på totalt", "vad får nämnden röra sig med".
    r"\bvad (?:blir|blev|är|var|tar|tog|har|hade|lämnade) [^?,]*\bför (?:\w*(?:pris|avgift|kostnad|hyra|belopp|arvode)|vite|summa)\b",
    r"\bvad (?:tror|trodde|räknar|räknade|bedömer|bedömde) [^?]*\b(?:slutar|slutade|landar|landade|hamnar|hamnade|stannar|stannade|kostar) på\b",
    r"\bvad (?:har|hade|får|fick|ska) [^?]*\bröra sig med\b|\bvad (?:visar|visade|säger|sa|sade) [^?,]*\bprognos(?:en)?\b[^?,]*\bför (?:helåret|året)\b",
    r"\bvilken (?:placering|ranking|rankning)\b",
    # "Vad tar vi?", "gästplats i maj, båt på 10 meter, per dygn?".
    r"\bvad tar (?:vi|ni|de|man|kommunen)(?: (?:ut|betalt))?(?=\s*(?:\?|,|$|för\b|av\b|per\b|om\b))",
    rf"^\W*{_NO_QUESTION}[^?]*\bper (?:\w*(?:meter|månad|år|timme|dygn|dag|vecka|person|plats|styck)|kvm|m2|m²|st)\W*\?",
    rf"(?:^\W*|[.!]\s+){_NO_QUESTION}(?:(?:minsta|högsta|lägsta|största|total|fast|rörlig) )?{_NAMED_ALONE}\b[^.!]*\?",
)
HOW_MUCH = "|".join(_FORMS)
_IN_MONEY = re.compile(r"\bi (?:kronor|kr|pengar|miljoner|mnkr|tkr)\b", re.IGNORECASE)
_COST = re.compile(
    r"\bkosta\w*|\b(?:vad|hur mycket) (?:får|fick|ska|måste|behöver) [^?]*\bbetala?t?\b|\bkostnad\w*|\bbelopp|pris(?:et)?\b|\bhyra|\bavgift|\barvode|\bmånga kronor|\bersättning"
    r"|\bvad (?:går|gick) [^?,]{1,60}?(?<!\but )\bpå\b|\bhur dyr|nota[ns]?\b|tillägg\b|\bin (?:på|för|från)\b|\b(?:lägga på|avsätta|anslå|skjuta till)\b",
    re.IGNORECASE,
)


def says_in_money(question: str) -> bool:
    """Tell whether a question says that it wants a sum, whatever it is a part of: "hur stor del, i kronor"."""
    return _IN_MONEY.search(question) is not None


def asks_for_money(question: str) -> bool:
    """Tell whether a question that asks how much asks for a sum of money."""
    return _COST.search(question) is not None
