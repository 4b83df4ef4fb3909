"""Tell that how much something changed or differs, or why it did, is asked for, and nothing that is cited tells it; pure."""

import re
from collections.abc import Sequence

from assistant.ground import Ground
from assistant.things import absent, things
from assistant.values import ValueKind, values
from assistant.verify import Place
from ingest.swedish_dates import is_year

_CHANGED = re.compile(
    r"\bhur mycket\b[^?]*\b(?:höj|öka|sänk|minska|steg\b|sjönk\b)[^?]*\bfrån\s+(?:år\s+)?(?:19|20)\d\d\s+till\b",
    re.IGNORECASE,
)
# "Hur mycket dyrare": a whole sum does not tell it.
_COMPARED = re.compile(r"\bhur mycket (?:dyrare|billigare|högre|lägre|större|mindre)\b", re.IGNORECASE)
# "Hur mycket höjs avgiften", "hur mycket dyrare blir den": by how much, not what it comes to.
_BY_HOW_MUCH = re.compile(
    r"\bhur (?:mycket|många)\b(?! (?:kostar|kostade)\b)[^?]*\b(?:höj|sänk|öka|minska|steg\b|stig|sjönk\b|sjunk|dyrare|billigare|högre|lägre|större|mindre|(?<!inte )mer\b|fler\b|färre)"
    r"|\b(?:skillnad|höjning|sänkning|ökning|minskning|förändring)",
    re.IGNORECASE,
)
_GROWS = r"öka|ökn|höj|sänk|minsk|stig|steg\b|sjönk\b"
_TELLS_CHANGE = re.compile(rf"\b(?:{_GROWS}|från\b|mot\b|jämfört)", re.IGNORECASE)
_TELLS_COMPARED = re.compile(
    rf"{_GROWS}|sjunk|dyrare|billigare|högre|lägre|större|mindre|\bmer\b|\b(?:ut)?över\b|under(?:skrid|stig)|övers(?:krid|tig)"
    r"|skillnad|differens|jämför|ytterligare|tillskott|tillägg|tillkom|påslag|\bmer(?:kostnad|pris)|extra|\bfrån\b.*\btill\b|\bmot\b|\bi stället för\b",
    re.IGNORECASE | re.DOTALL,
)

# "Jämfört med tunneln": what it is held against must be told as well.
_BESIDE = re.compile(r"\b(?:jämfört|i jämförelse) (med [^?.,]+)", re.IGNORECASE)
# Which way something went that a reason is asked for, and words that tell of it: what is dearest did not grow dearer.
_WHY = re.compile(
    r"\bvarför\b|\bhur kommer det sig\b|\b(?:skälet|orsaken|anledningen) till\b|\bvad beror\b", re.IGNORECASE
)
_WAYS = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (
            r"\b(?:dyrare|fördyra\w*|(?:har|hade) (?:\w+ ){0,3}?(?:ökat|stigit|höjts)|(?:blir|blev|blivit) (?:högre|mer)|ökar|ökade|stiger|steg)\b",
            r"\b(?:\w*fördyr\w*|dyrare|\w*ök(?:a|n)\w*|\w*höj(?:s|t|ts|a|as|er|d(?:a|e|es)|ning\w*)|stig\w+|steg|\w*stegring\w*|mer\w*kostnad\w*|överskrid\w*|överskrede\w*|överstig\w*|högre|större|fler|mer|extra|index\w*|tillkom\w*|underskatta\w*)\b",
        ),
        (
            r"\b(?:billigare|(?:har|hade) (?:\w+ ){0,3}?(?:minskat|sjunkit|sänkts)|(?:blir|blev|blivit) (?:lägre|färre|mindre)|minskar|minskade|sjunker|sjönk)\b",
            r"\b(?:billigare|\w*minsk\w*|\w*sänk\w*|sjunk\w*|sjönk|lägre|färre|mindre|nedgång\w*|bortfall\w*|upphör\w*|besparing\w*)\b",
        ),
    )
)


def lacks_change(question: str, ground: Ground) -> bool:
    """Tell whether how much something changed between two years is asked for, and one value alone is cited."""
    told = [
        value
        for place in ground.shown
        for value in values(place.text)
        if value.kind in {ValueKind.NUMBER, ValueKind.PERCENT} and not is_year(value.key)
    ]
    changes = any(_TELLS_CHANGE.search(place.text) for place in ground.shown)
    return _CHANGED.search(question) is not None and len(told) < 2 and not changes


def asks_for_change(question: str) -> bool:
    """Tell whether a question asks by how much something changes or differs, not what it comes to."""
    return _BY_HOW_MUCH.search(question) is not None


def tells_change(text: str) -> bool:
    """Tell whether a text says that something changes or differs."""
    return _TELLS_COMPARED.search(text) is not None


def lacks_comparison(question: str, shown: Sequence[Place]) -> bool:
    """Tell whether how much dearer, larger … is asked for, and nothing that is shown compares."""
    return _COMPARED.search(question) is not None and not any(_TELLS_COMPARED.search(place.text) for place in shown)


def lacks_other_side(question: str, ground: Ground) -> bool:
    """Tell whether nothing that is cited speaks of what a value is to be held against."""
    match = _BESIDE.search(question)
    wanted = things(match[1]) if match else []
    return bool(wanted) and len(absent(wanted, f"{ground.said} {ground.near}")) == len(wanted)


def lacks_course(question: str, shown: Sequence[Place]) -> bool:
    """Tell whether it is asked why something grew or fell, and nothing that is cited says that it did."""
    if not _WHY.search(question):
        return False
    told = next((told for asked, told in _WAYS if asked.search(question)), None)
    return told is not None and not any(told.search(place.around) for place in shown)
