"""Tell where a claim turns the words it quotes about: a negation added or lost, a word made its opposite, a doubt lost; pure."""

import re
from functools import lru_cache

from index.swedish import STOP_WORDS, stem, words

NEARBY_WORDS = 5
_NEGATIONS = frozenset("inte ej icke aldrig ingen inget inga varken utan ingenting ingalunda undantas".split())
# What is only expected, planned, proposed or possible, and the clause that says what.
_DOUBT = re.compile(
    r"\b(?:beräkna(?:s|ts|des|r)|planera(?:s|ts|des|r)|(?:för)?vänta(?:s|des)|bedöm(?:s|des)|uppskatta(?:s|des)|prognostiseras|avse[sr]|tänkt"
    r"|siktar|hoppas|eventuellt|troligen|sannolikt|kanske|möjligen|preliminärt|föreslå[sr]|föreslogs?|föreslagits|rekommendera[sr]"
    r"|förordas?|yrkar|yrkade|kan|kunna|kunde|bör|borde|skulle)\b(?! (?:inte|ej)\b)"
    r"((?:(?!\b(?:eftersom|men|medan|då|därför|samt|som|vilket|när|om)\b)[^.,;:()])*)",
    re.IGNORECASE,
)
# Other ways for a claim to say so, and to say that something can be done.
_DOUBTING = frozenset("prognos prognosen plan planen förslag förslaget räknar vill".split())
_ABLE = frozenset("kan kunna kunde".split())
_ALLOWED = frozenset("får möjligt möjlighet möjligheten rätt går".split())
# "Cirka 40", "högst 15", "senast den 1": about, or on one side of a number.
_ABOUT = r"\b(?:cirka|ca|omkring|ungefär|uppskattningsvis|drygt|knappt|nästan|närmare|minst|högst|lägst|max|maximalt|upp till|senast|tidigast)\b"
_ABOUT_NUMBER = re.compile(_ABOUT + r"\.?\s+(?:den\s+|kl(?:ockan)?\.?\s+)?(\d+(?:[ .,:-]\d+)*)", re.IGNORECASE)
_OPPOSITES = (
    ("bifall bifalla bifalles bifölls biföll bifaller", "avslag avslå avslås avslogs avslog avslår"),
    (
        "godkänna godkänner godkänns godkände godkändes godkänt bevilja beviljar beviljas beviljade beviljades antar antas antog antogs",
        "avslå avslår avslås avslog avslogs neka nekar nekas nekade nekades förkasta förkastas förkastades",
    ),
    ("tillstyrka tillstyrker tillstyrkte tillstyrks", "avstyrka avstyrker avstyrkte avstyrks"),
    (
        "öka ökar ökade ökat ökning ökningen högre höjs höjas höjdes höjde höjer höja höjt höjning höjningen",
        "minska minskar minskade minskat "
        "minskning minskningen lägre sänks sänkas sänktes sänkte sänker sänka sänkt sänkning sänkningen",
    ),
    ("överskott överskottet överskottsutbetalning", "underskott underskottet"),
    ("positiv positivt positiva", "negativ negativt negativa"),
    ("överskrider överskred överskrida överstiger", "underskrider underskred underskrida understiger"),
    ("tidigast", "senast"),
    ("minst", "högst max maximalt"),
    ("före innan", "efter"),
    ("ja", "nej"),
    ("tillåtet tillåts tillåter", "förbjudet förbjuds förbjuder"),
    ("intäkt intäkter intäkterna", "kostnad kostnader kostnaderna"),
    ("bättre förbättras förbättrades förbättrats", "sämre försämras försämrades försämrats"),
    ("inkluderas inkluderar ingår", "exkluderas exkluderar undantas"),
    ("öppnas öppnar öppnade", "stängs stänger stängdes"),
    ("anställs anställdes", "sägs avskedas"),
)
# What tells apart two rows of a table that are otherwise alike.
_ROWS = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("bifall bifalla beviljande", "avslag avslå"),
        ("tillstyrka tillstyrkan", "avstyrka avstyrkan"),
        ("inkomst inkomster intäkt intäkter", "utgift utgifter kostnad kostnader"),
        ("ökning", "minskning"),
    )
)
_OPPOSITE_SETS = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in _OPPOSITES)


def of_opposite(question: str, row: str) -> bool:
    """Tell whether a row is for the opposite of what a question names: "bifall" where "avslag" is asked for."""
    sides = _sides(question)
    told = set(words(row)) if sides else set()
    return any(bool(told & theirs) and not told & mine for mine, theirs in sides)


@lru_cache(maxsize=100)
def _sides(question: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the words of the side that a question names alone, each with its opposite: most questions name none."""
    asked = set(words(question))
    both = (pair for one, other in _ROWS for pair in ((one, other), (other, one)))
    return tuple((mine, theirs) for mine, theirs in both if asked & mine and not asked & theirs)


def opposite(claim: str, quoted: str) -> str | None:
    """Return a word of a claim and the opposite that stands in its place in the quote, or nothing."""
    said, stated = set(words(claim)), set(words(quoted))
    for one, other in _OPPOSITE_SETS:
        for mine, theirs in ((one, other), (other, one)):
            if said & mine and not stated & mine and stated & theirs and not said & theirs:
                return f"{min(said & mine)} / {min(stated & theirs)}"
    return None


def negation_differs(claim: str, quoted: str) -> bool:
    """Tell whether a negation stands on one side only, near words that both sides share."""
    said, stated = words(claim), words(quoted)
    if _negated(said) == _negated(stated):
        return False
    if _negated(said):
        return True
    shared = {stem(word) for word in said if word not in STOP_WORDS}
    for position, word in enumerate(stated):
        if word in _NEGATIONS:
            near = (
                stated[max(0, position - NEARBY_WORDS) : position] + stated[position + 1 : position + 1 + NEARBY_WORDS]
            )
            content = [stem(other) for other in near if other not in STOP_WORDS]
            if content and sum(other in shared for other in content) * 2 >= len(content):
                return True
    return False


def _negated(tokens: list[str]) -> bool:
    return any(token in _NEGATIONS for token in tokens)


def surer(claim: str, quoted: str) -> str | None:
    """Return words of doubt, of a proposal or of a limit that the quote has and the claim leaves out, or nothing."""
    said = words(claim)
    shared = {stem(word) for word in said if word not in STOP_WORDS}
    if not (_DOUBT.search(claim) or _DOUBTING & set(said)):
        for doubt in _DOUBT.finditer(quoted):
            of, *following = words(doubt.group())[: NEARBY_WORDS + 1]
            said_so = of in _ABLE and not _ALLOWED.isdisjoint(said)
            if not said_so and any(stem(word) in shared for word in following if word not in STOP_WORDS):
                return doubt.group()
    if re.search(_ABOUT, claim, re.IGNORECASE):
        return None
    about = _ABOUT_NUMBER.finditer(quoted)
    return next((one.group() for one in about if re.search(rf"(?<!\d){re.escape(one[1])}(?!\d)", claim)), None)
