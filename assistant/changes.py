"""Tell that how much something changed or differs is asked for, and nothing that is cited tells it; pure."""

import re
from collections.abc import Sequence

from assistant.ground import Ground
from assistant.values import ValueKind, values
from assistant.verify import Place
from ingest.swedish_dates import is_year

_CHANGED = re.compile(
    r"\bhur mycket\b[^?]*\b(?:höj|öka|sänk|minska|steg\b|sjönk\b)[^?]*\bfrån\s+(?:år\s+)?(?:19|20)\d\d\s+till\b",
    re.IGNORECASE,
)
# "Hur mycket dyrare": a whole sum does not tell it.
_COMPARED = re.compile(r"\bhur mycket (?:dyrare|billigare|högre|lägre|större|mindre)\b", re.IGNORECASE)
_GROWS = r"öka|ökn|höj|sänk|minsk|stig|steg\b|sjönk\b"
_TELLS_CHANGE = re.compile(rf"\b(?:{_GROWS}|från\b|mot\b|jämfört)", re.IGNORECASE)
_TELLS_COMPARED = re.compile(
    rf"{_GROWS}|sjunk|dyrare|billigare|högre|lägre|större|mindre|\bmer\b|\b(?:ut)?över\b|under(?:skrid|stig)|övers(?:krid|tig)"
    r"|skillnad|differens|jämför|ytterligare|tillskott|tillägg|tillkom|påslag|\bmer(?:kostnad|pris)|extra|\bfrån\b.*\btill\b|\bmot\b|\bi stället för\b",
    re.IGNORECASE | re.DOTALL,
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


def lacks_comparison(question: str, shown: Sequence[Place]) -> bool:
    """Tell whether how much dearer, larger … is asked for, and nothing that is shown compares."""
    return _COMPARED.search(question) is not None and not any(_TELLS_COMPARED.search(place.text) for place in shown)
