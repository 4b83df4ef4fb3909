"""Words for the acts of a case: as questions take them for granted, and as documents tell that they happened."""

import re
from dataclasses import dataclass

# A question that says that something was decided.
DECIDED = re.compile(
    r"\b(?:beslut(?:ade|at|ats|ades|et|en)?|beslöt\w*|bestäm(?:de|des|t|ts)|fastställ(?:de|des|t|ts)|antog(?:s)?|antagit\w*"
    r"|godkän(?:de|des|t|ts)|avslog(?:s)?|bif(?:öll|ölls|allit)\w*|beviljade(?:s)?|anslog(?:s)?)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\b(?:avslog(?:s)?|avslagit\w*|avslå(?:s)?|s(?:a|ade|äga|äger|agt) (?:\w+ ){0,3}?nej|neka(?:de|des|s)?|avvisa(?:de|des|s)?"
    r"|förkasta(?:de|des|s)?|avstyrk(?:te|tes|a|er)?)\b",
    re.IGNORECASE,
)
GRANTED = re.compile(
    r"\b(?:bif(?:öll|ölls|allit)\w*|s(?:a|ade|äga|äger|agt) (?:\w+ ){0,3}?ja|beviljade(?:s)?|godkän(?:de|des)|antog(?:s)?|tillstyrkte(?:s)?)\b",
    re.IGNORECASE,
)
SAYS_NO = re.compile(r"\b(?:avsl\w+|avstyrk\w*|neka\w*|avvisa\w*|förkasta\w*|inte|ej|nej(?!-))\b", re.IGNORECASE)
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


def _act(asked: str, told: str = "") -> Act:
    return Act(re.compile(asked, re.IGNORECASE), re.compile(told or asked, re.IGNORECASE))


ACTS = (
    _act(
        r"\b(?:avslog(?:s)?|avslagit\w*|s(?:a|ade|äga|äger|agt) (?:\w+ ){0,3}?nej|nekade\w*|förkasta(?:de|des|ts?)|avvisa(?:de|des|ts?))\b",
        r"\bavsl\w+|\bavstyrk\w+|\bnej\b(?!-)|\bneka\w*|\bförkasta\w*|\bavvisa\w*"
        r"|\b(?:instämmer|tillstyrker|godkänner|beviljar|stödjer|kan|bör|ska|anser|ansåg|är) inte\b|\binte (?:bif|bevilja|godkän|tillstyrk|ställa sig)\w*",
    ),
    _act(
        r"\b(?:drog(?:s)? (?:\w+ ){0,4}?(?:tillbaka|in)|dra(?:r|s|git|gits)? (?:\w+ ){0,4}?tillbaka|återkallade\w*|återtog\w*)\b",
        r"\b(?:dr[ao]g?\w* (?:\w+ ){0,4}?(?:tillbaka|in)|återkalla\w*|återta\w*)\b",
    ),
    _act(r"\båterremitt?er\w+|\båterförvisa\w+", r"\båterremi\w+|\båterförvisa\w+"),
    _act(r"\bbordla(?:de|des|gts)\b|\bbordlägg\w+", r"\bbordl[aä]\w+"),
    _act(
        r"\bupphäv(?:de|des|t|ts)\b",
        r"\bupphäv\w+|\bupphör\w*",
    ),
    _act(r"\böverklaga(?:de|des|t|ts)\b", r"\böverklag\w+|\böverpröv\w+|\bbesvära\w+"),
    _act(
        r"\b(?:lade?s?|lagt|lagts|lägga|läggs) (?:\w+ ){0,4}?ne[dr]\b|\bnedlagd\w*|\bnedläggning\w*|\bstängdes\b|\bavvecklades\b",
        r"\bl(?:ägg|ad|agt|agd)\w* (?:\w+ ){0,3}?ne[dr]\b|\bnedl(?:ägg|ad|agt|agd)\w*|\bstäng\w+|\bavveckl\w+",
    ),
    _act(
        r"\bsa(?:de|des|gt|gts)? (?:\w+ ){0,3}?upp\b|\buppsagd?\w*",
        r"\b(?:säger|sade|sagt|sades|sagts|sägs) (?:\w+ ){0,4}?upp\b|\buppsag(?:t|d|da)\b|\buppsägningen\b",
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
    _act(r"\brev(?:s|it|its)\b|\briv(?:its|s|as|ning\w*)\b", r"\brev(?:s|it|its)\b|\briv(?:it|its|s|as|ning\w*)\b"),
    _act(r"\bfolkomröst\w+"),
)
