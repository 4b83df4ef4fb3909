"""Tell who holds an office of the municipality: the newest paper that names its holder by name and title, never an older one; pure."""

import datetime as dt
import re
from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

from assistant.answerer import Request
from assistant.drafting import lead_of
from assistant.question import Understanding
from assistant.verify import DraftClaim, Evidence, Place, Quote
from index.swedish import STOP_WORDS, words
from ingest.documents import INITIATIVES, Block, DocumentMetadata, Kind, Passage

# Offices of one name that several administrations have.
MOST_HOLDERS = 3
# Papers that are looked through, the newest first: of thousands the older ones tell of those who left.
NEWEST = 300
# From this likeness on a word of a paper is the office, spelled otherwise.
SPELLED = 0.9
# Passages at the beginning of a paper that tell whose it is.
HEAD = 6
# Days before the newest within which another body's holder is told as well.
SAME_TIME = 365

_RUNNING = frozenset({Block.PARAGRAPH, Block.LIST_ITEM, Block.ATT_SATS})
_OFFICE = r"(?:[^\W\d_]+(?:iv|isk|ande) )?(?:[^\W\d_]+-(?: och |\s)?)?[^\W\d_]*(?:chef|direktör|rektor|strateg|samordnare|jurist|ekonom|arkitekt|controller|kanslist|intendent|ombud|utvecklare)"
_ASKED = re.compile(
    rf"^\W*(?:vem är|vem heter|vad heter|vem är det som är)\s+(?:(?:vår|vårt|er|kommunens|den|ny|nya|nuvarande|tf|tillförordnad)\s+)*(?P<office>{_OFFICE})(?:en|n)?"
    r"(?:\s+(?:på|i|för|vid|inom|hos|över)\s+(?P<place>[^?.,]{3,60}?))?(?:\s+(?:nu|idag|i dag|just nu))?\W*$",
    re.IGNORECASE,
)
_ANY_PLACE = re.compile(r"(?:hela )?kommunen|[A-ZÅÄÖ][\w-]+ kommun")
# What an administration and its body are called besides what they see to.
_UNIT = re.compile(r"(?:s?förvaltning|s?kontor|s?nämnd|s?avdelning|styrelse)\w*", re.IGNORECASE)
# The other side of an agreement has offices of its own, members speak of any, and lists of delegations name no one.
_OF_OTHERS = INITIATIVES | {Kind.AVTAL, Kind.DELEGATION}
_PERSON = r"[A-ZÅÄÖÉ][a-zåäöé][\w-]*(?: (?:(?:von|af|de) )?[A-ZÅÄÖÉ][a-zåäöé][\w-]*){1,3}"

_TITLE = re.compile(rf"{_OFFICE}\b", re.IGNORECASE)


def asks_for_holder(understanding: Understanding) -> bool:
    """Tell whether a question asks who holds an office of officers, and nothing else."""
    return _ASKED.match(understanding.text) is not None


def holder_claims(request: Request, understanding: Understanding) -> list[DraftClaim]:
    """Return who holds the office as the newest paper has it; without a place one of each body, newest first; [] where none does."""
    asked = _ASKED.match(understanding.text)
    if asked is None:
        return []
    claims: dict[str | None, DraftClaim] = {}
    named: set[str] = set()
    newest = dt.date.min
    for document in sorted(request.documents(), key=_written, reverse=True)[:NEWEST]:
        key = None if asked["place"] else document.board
        if claims and (newest - _written(document)).days > SAME_TIME:
            break
        told = None if key in claims else _holder(asked, document, request.passages)
        if told is not None and told[0] not in named:
            who, place = told
            newest = newest if claims else _written(document)
            named.add(who)
            claims[key] = DraftClaim(place.text, (place,), lead_of(place.evidence))
        if len(claims) == (1 if asked["place"] else MOST_HOLDERS):
            break
    return list(claims.values())


def names_holder(
    understanding: Understanding, shown: Sequence[Place], passages: Callable[[str], Sequence[Passage]]
) -> bool | None:
    """Tell whether what is cited names who holds the office that is asked for; None where running text may tell it."""
    asked = _ASKED.match(understanding.text)
    if asked is None:
        return None
    held = all(
        _named(asked["office"], one.text) is not None
        and one.evidence.document.kind not in _OF_OTHERS
        and _is_of(asked, one.evidence.document, one.evidence.passage, passages)
        for one in shown
    )
    return None if not held and any(_may_tell(asked["office"], one) for one in shown) else held


def _holder(
    asked: re.Match[str], document: DocumentMetadata, passages: Callable[[str], Sequence[Passage]]
) -> tuple[str, Quote] | None:
    """Return the holder's name and the words of a paper that give it with the title, the last first: papers are signed at their end."""
    if document.kind in _OF_OTHERS:
        return None
    for passage in reversed(passages(document.id)):
        if asked["office"].casefold() not in passage.text.casefold():
            continue
        told = _named(asked["office"], passage.text)
        if told and _is_of(asked, document, passage, passages):
            return told["who"].casefold(), Quote(Evidence(document, passage), told[0])
    return None


def _named(office: str, text: str) -> re.Match[str] | None:
    """Return a name with the office behind it ("Ada Lind, förvaltningschef", "Ada Lind (Tf Förvaltningschef)"), or before it.

    "Skolchef Ada Lind, rektor Bo Ek": where titles stand before names the one behind a name is the next one's.
    """
    also = r"(?:[^\W\d_]+,? tillika )?"
    title = rf"(?i:(?:tf\.?|t\. ?f\.|tillförordnad) )?(?i:{also}{re.escape(office)})\b(?:,? tillika [^\W\d_]+)?\)?"
    behind = re.search(rf"(?P<who>{_PERSON})(?: ?,\s| ?\(|\s){title}", text)
    if behind and not _TITLE.match(behind["who"]):
        return behind
    before = re.search(rf"\b(?i:{re.escape(office)})(?:en|n)? (?P<who>{_PERSON})", text)
    begins = before and re.search(r"(?:^|[.!?:;])\s*$", text[: before.start()])
    return before if begins or behind else None


def _may_tell(office: str, place: Place) -> bool:
    """Tell whether cited words give the holder otherwise: "rektorn, Ada Lind, berättar", "utser Ada Lind till rektor"."""
    behind = re.search(rf"(?i:\b{re.escape(office)})(?:en|n)?,? {_PERSON}", place.text)
    running = place.evidence.passage.block in _RUNNING and office.casefold() in place.text.casefold()
    other = office.casefold() not in place.text.casefold() and any(
        Indel.normalized_similarity(office.casefold(), word) >= SPELLED for word in words(place.text)
    )
    return behind is not None or ((running or other) and re.search(_PERSON, place.text) is not None)


def _is_of(
    asked: re.Match[str],
    document: DocumentMetadata,
    passage: Passage,
    passages: Callable[[str], Sequence[Passage]],
) -> bool:
    """Tell whether the office is that of the place asked for: the paper's own administration, or a place named beside it."""
    place = asked["place"]
    if place is None or _ANY_PLACE.fullmatch(place):
        return True
    if _UNIT.search(place) and _seen_to(place) == _seen_to(document.board or ""):
        return True
    wanted = {word for word in words(place) if word not in STOP_WORDS}
    if wanted <= set(words(passage.text)):
        return True
    head = {word for one in passages(document.id)[:HEAD] for word in words(one.text)}
    return _UNIT.search(place) is not None and len(words(place)) == 1 and wanted <= head


def _seen_to(name: str) -> tuple[str, ...]:
    """Return what a body or its administration sees to: "social" of "socialförvaltningen" and of "Socialnämnden"."""
    return tuple(words(_UNIT.sub("", name)))


def _written(document: DocumentMetadata) -> dt.date:
    return document.date or document.meeting_date or dt.date.min
