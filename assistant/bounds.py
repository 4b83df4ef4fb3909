"""Tell on which side of a limit a question asks, and whether a text speaks of the other side; pure."""

import re

from assistant.values import Value, ValueKind, supported, values

_ABOVE = re.compile(
    r"(?:\b(?:mer|längre|högre|större|fler|flera|äldre|tyngre)\s+(?:\w+\s+){0,2}än|\böver|\böverstig\w+|\bminst|\bmer än)\s+(?:en\s+)?$",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?:\b(?:mindre|kortare|lägre|färre|yngre|lättare)\s+(?:\w+\s+){0,2}än|\bunder|\bupp till|\bunderstig\w+|\bhögst|\bmax(?:imalt|\.)?|\binte över)"
    r"(?:\s+och med)?\s+(?:en\s+)?$",
    re.IGNORECASE,
)
# Words before a number among which its limit is looked for.
_BEFORE = 40


def on_the_other_side(question: str, text: str) -> bool:
    """Tell whether a text sets the limit that a question names, but for what lies on the other side of it."""
    asked = _limits(question)
    told = _limits(text) if asked else []
    return any(
        any(supported(value, [other]) and above is not side for other, side in told)
        and not any(supported(value, [other]) and above is side for other, side in told)
        for value, above in asked
    )


def _limits(text: str) -> list[tuple[Value, bool]]:
    """Return the numbers that a text sets a limit at, and whether it speaks of what lies above."""
    found = []
    for value in values(text):
        before = text[max(0, value.start - _BEFORE) : value.start]
        above, below = _ABOVE.search(before), _BELOW.search(before)
        if value.kind is ValueKind.NUMBER and bool(above) is not bool(below):
            found.append((value, above is not None))
    return found
