"""Tell whether a question asks if one may do something, and whether a text says anything of that; pure."""

import re
from collections.abc import Sequence

from assistant.things import absent
from assistant.verify import Place

_ASKED = re.compile(
    r"^\W*(?:och |men )?(?:får|fick|är det (?:tillåtet|förbjudet)) (?:man|jag|vi|du|ni|en|ett|att)\b", re.IGNORECASE
)
# What one wants to do, where the verb tells it.
_ACT = re.compile(
    _ASKED.pattern + r" (?:(?:ju|då|egentligen|fortfarande|inte|själv|bara) )?([^\W\d_]{4,}a)\b", re.IGNORECASE
)
_ANY_ACT = frozenset("göra vara hava ställa sätta lägga använda börja sluta fortsätta komma vilja hålla".split())
_SAID = re.compile(
    r"\b(?:får|fick|fått|kan|ska|skall|måste|bör|inte|ej|aldrig|endast|bara|tillåt\w*|förbj\w*|\w*förbud\w*|kräv\w*|\w*tillstånd\w*|\w*lov(?:et)?|dispens\w*|undanta\w*|rätt|anmäl\w*|medge\w*|möjlig\w*|hind\w+|fritt?|nej|ja)\b",
    re.IGNORECASE,
)


def lacks_permission(question: str, shown: Sequence[Place]) -> bool:
    """Tell whether it is asked if one may do something, and no cited passage says what one may, must or may not."""
    return _ASKED.search(question) is not None and not any(_SAID.search(place.around) for place in shown)


def unspoken_act(question: str, shown: Sequence[Place]) -> tuple[str, ...]:
    """Return what somebody asks if one may do ("tälta") where no cited passage speaks of it."""
    match = _ACT.search(question)
    act = match[1].casefold() if match else ""
    return absent((act,), " ".join(place.around for place in shown)) if act and act not in _ANY_ACT else ()
