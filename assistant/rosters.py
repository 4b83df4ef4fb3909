"""Tell who sits in a body: the members that the head of its latest minutes names, or of those of a day that is asked about; pure."""

import re
from collections.abc import Sequence

from assistant import texts
from assistant.acts import day_of, days_of_act, falls_on
from assistant.answerer import Request
from assistant.attendance import of_body_alone
from assistant.bodies import first_halves, is_of, named_bodies
from assistant.persons import FURTHER_ANYWHERE, NAME
from assistant.question import Understanding
from assistant.values import ValueKind
from assistant.verify import DraftClaim, Evidence, Place, Quote
from ingest.documents import DocumentMetadata, Kind, Passage

_MEMBERS = r"(?:ledam[oö]t\w*|ledamöter\w*|ersättare\w*|medlemmar\w*|politiker\w*|förtroendevalda|representanter\w*)"
_SITS = r"(?:sitter|satt|ingår|ingick|är med|var med|finns|är invalda|tjänstgör|tjänstgjorde|deltar|deltog)"
_ASKED = re.compile(
    rf"\b(?:vilka|vem|vilken|namnen på|lista|nämn|räkna upp)\b[^?]*?\b(?:{_MEMBERS}|{_SITS})\b|^\W*{_MEMBERS} i\b",
    re.IGNORECASE,
)
# "Vem ersätter …", "vilka ledamöter röstade": a part of them, by what they did.
_PART = re.compile(
    r"\b(?:ersätter|ersatte|ta[rs]? över|tog över|efter|ny[at]?|avgått|röst\w*|reserv\w*|yrka\w*|jäv\w*|frånvar\w*|hur många|ordförande\w*|sekreterare\w*|juster\w*"
    r"|chef\w*|tjänste\w*)\b",
    re.IGNORECASE,
)
_DEPUTIES = re.compile(r"\bersättar", re.IGNORECASE)
# Words of the question that say no more than who sits there.
_OF_SITTING = re.compile(rf"{_MEMBERS}|{_SITS}|sitta|aktuell\w*|nuvarande|samtliga|alla|namn\w*|ordinarie|heter|vara")
_LABEL = re.compile(
    r"^\W*(?:beslutande|ledamöter|tjänstgörande(?! ersättare)|närvarande(?! ersättare))\b(?:\s+ledamöter)?", re.I
)
_LABEL_OF_DEPUTIES = re.compile(r"^\W*(?:ej tjänstgörande |närvarande |icke tjänstgörande )?ersättare\b", re.I)
_NAMES = re.compile(NAME + FURTHER_ANYWHERE)
# Minutes that are looked through, the latest first.
LATEST = 24
# Fewer names are those of a part of the body.
FEW = 3


def asks_for_roster(understanding: Understanding) -> bool:
    """Tell whether a question asks who sits in a body, and names no matter or part in it beside."""
    text = understanding.text
    bodies = named_bodies(text)
    numbered = any(value.kind in {ValueKind.SECTION, ValueKind.CASE_NUMBER} for value in understanding.named)
    if not bodies or numbered or _PART.search(text) or not _ASKED.search(text):
        return False
    return of_body_alone(understanding, bodies, _OF_SITTING)


def roster_claims(request: Request, understanding: Understanding) -> list[DraftClaim]:
    """Return the rows of the latest minutes that name the members of a body, or its deputies; [] where none name them."""
    wanted = days_of_act(understanding)
    minutes = [
        one
        for one in request.documents()
        if _is_minutes(one, understanding.text) and (not wanted or any(falls_on(day_of(one), day) for day in wanted))
    ]
    for document in sorted(minutes, key=day_of, reverse=True)[:LATEST]:
        rows = _rows(request.passages(document.id), deputies=_DEPUTIES.search(understanding.text) is not None)
        if rows:
            lead = texts.roster_lead(document)
            return [
                DraftClaim(row.text, (Quote(Evidence(document, row), row.text),), lead if row is rows[0] else "")
                for row in rows
            ]
    return []


def names_roster(understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether all that is cited are the members of the body that a question asks for, as the head of its minutes names them."""
    return asks_for_roster(understanding) and all(
        _is_minutes(one.evidence.document, understanding.text)
        and _names(one.evidence.passage, deputies=_DEPUTIES.search(understanding.text) is not None)
        for one in shown
    )


def _is_minutes(document: DocumentMetadata, question: str) -> bool:
    """Tell whether a paper is minutes of the body that a question names, by both its matters where it names two."""
    board = (document.board or "").casefold()
    own = is_of(document, named_bodies(question)) and all(half in board for half in first_halves(question))
    return document.kind is Kind.PROTOKOLL and own


def _rows(passages: Sequence[Passage], *, deputies: bool) -> list[Passage]:
    head: list[Passage] = []
    for passage in passages:
        if passage.section_sign:
            break
        head.append(passage)
    return [one for one in head if _names(one, deputies=deputies)]


def _names(passage: Passage, *, deputies: bool) -> bool:
    label = _LABEL_OF_DEPUTIES if deputies else _LABEL
    return label.match(passage.text) is not None and len(_NAMES.findall(passage.text)) >= FEW
