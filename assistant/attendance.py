"""Tell whether the head of minutes names who had a part in the meeting that is asked about, and where; pure."""

import re

from assistant.acts import days_of_act, falls_on
from assistant.bodies import first_halves, is_of, named_bodies
from assistant.persons import MEMBER, PARTICLE
from assistant.question import Asked, Understanding
from assistant.stand_ins import replaced, tells_stand_in
from assistant.things import matters
from assistant.values import ValueKind
from assistant.verify import Place
from index.swedish import stem, words
from ingest.documents import Kind

_PARTS = (
    re.compile(r"\bordförande\w*", re.IGNORECASE),
    re.compile(r"\b\w*sekreterare\w*", re.IGNORECASE),
    re.compile(r"\bjuster\w+", re.IGNORECASE),
)
_VICE = re.compile(r"\bvice\b|\bv\.\s?ordf", re.IGNORECASE)
_NAMED = re.compile(rf"[A-ZÅÄÖÉ][a-zåäöé][\w-]*\s+(?:{PARTICLE}\s+)?[A-ZÅÄÖÉ][a-zåäöé][\w-]*")
# "Ada Lind (S) (ordförande)": who somebody is stands in small letters behind the name.
_WITH_ROLE = re.compile(rf"{MEMBER}\s\((?P<role>[a-zåäö][^()]*)\)")
# Shorter words are no office.
_SHORT = 4
# Words of a question about a meeting that tell of no matter.
_OF_MEETING = re.compile(
    r"(?:protokoll|möte|sammanträde)\w*|\w*(?:möte|sammanträde)[nt]?|ersatt\w*|ersätt\w*|ställe\w*|tjänstgör\w*|gick"
    r"|\w*(?:nämnd|styrelse|fullmäktige|utskott)\w*|vice|[12]|e|\d{4}"
)


def attends(understanding: Understanding, place: Place) -> bool:
    """Tell whether cited words of the head of minutes bind a name to the part that a question asks for."""
    document, passage = place.evidence.document, place.evidence.passage
    bodies, days = named_bodies(understanding.text), days_of_act(understanding)
    day = document.day
    if not understanding.wants(Asked.PERSON) or document.kind is not Kind.PROTOKOLL or passage.section_sign:
        return False
    if not bodies or not is_of(document, bodies) or not days or day is None:
        return False
    if not any(falls_on(day, one) for one in days) or not of_body_alone(understanding, bodies):
        return False
    if who := replaced(understanding.text):
        return tells_stand_in(who, place.text, passage)
    asked = [part for part in _PARTS if part.search(understanding.text)]
    vice = _VICE.search(understanding.text) is not None
    held = any(part.search(place.text) for part in asked) and vice == (_VICE.search(place.text) is not None)
    return held and _NAMED.search(place.text) is not None


def names_office(understanding: Understanding, place: Place) -> bool:
    """Tell whether cited words of a body's own minutes name who has the office in it that a question asks for, and no more is asked."""
    document, bodies = place.evidence.document, named_bodies(understanding.text)
    if attends(understanding, place):
        return True
    days = days_of_act(understanding)
    of_day = not days or (document.day is not None and any(falls_on(document.day, one) for one in days))
    of_body = document.kind is Kind.PROTOKOLL and bool(bodies) and is_of(document, bodies)
    return (
        of_body and of_day and of_body_alone(understanding, bodies) and with_role(understanding, place.text) is not None
    )


def with_role(understanding: Understanding, text: str) -> tuple[int, int] | None:
    """Return where the one person stands whose role, in brackets behind the name, is asked for."""
    if not understanding.wants(Asked.PERSON):
        return None
    named = list(_WITH_ROLE.finditer(text))
    asked = tuple(word for word in words(understanding.text) if len(word) > _SHORT)
    for same in (str.__eq__, str.endswith):
        found = [one for one in named if any(same(word, role) for word in words(one["role"]) for role in asked)]
        if found:
            return found[0].span() if len(found) == 1 else None
    return None


def of_body_alone(understanding: Understanding, bodies: frozenset[str], formal: re.Pattern[str] | None = None) -> bool:
    """Tell whether a question names the body, the meeting and the part, and no matter beside them and beside ``formal`` words."""
    named = {
        word
        for value in understanding.named
        if value.kind in {ValueKind.NAME, ValueKind.DATE}
        for word in words(value.text)
    } | first_halves(understanding.text)
    rest = (
        one
        for one in matters(understanding.text)
        if one not in named
        and not _OF_MEETING.fullmatch(one)
        and not any(part.fullmatch(one) for part in _PARTS)
        and not (formal and formal.fullmatch(one))
        and not any(stem(one).startswith(stem(body)) for body in bodies)
    )
    return next(rest, None) is None
