"""Tell of a meeting where no matter is asked for: its decisions § by §, or what it took up, as its minutes have them."""

import re
from collections.abc import Iterator, Sequence

from assistant import texts
from assistant.act_words import DECIDED
from assistant.acts import day_of, days_of_act, falls_on, topic_terms
from assistant.answerer import Request
from assistant.bodies import is_of, named_bodies
from assistant.matching import match
from assistant.question import Asked, Understanding
from assistant.things import SAME_THING
from assistant.values import ValueKind
from assistant.verify import DraftClaim, Evidence, Quote
from index.swedish import stem, words
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage
from ingest.sentences import sentences, without_bullet

MOST_WORDS = 190
# Titles are read at a glance: those of a long meeting fit.
AGENDA_WORDS = 300
# Words of one decision; the rest is read in the minutes.
DECISION_WORDS = 35
_MEETING_WORDS = frozenset(
    stem(word)
    for word in "beslut besluten fattade fattades tog togs möte mötet sammanträde sammanträdet protokoll protokollet dag".split()
)
# What a meeting took up, or its minutes in short.
_AGENDA = re.compile(
    r"\b(?:vilka|vad) (?:för )?(?:ärenden|punkter|paragrafer|frågor|saker)\b[^?]*\b(?:behandla\w*|to(?:g|gs)|tagits|tas|avhandla\w*|diskutera\w*"
    r"|hantera\w*|avgjor\w*|uppe|stod|står|fanns|finns|ingick)\b"
    r"|\bvad (?:behandla|avhandla|diskutera)(?:de|des)\b|\bvad to(?:g|gs)\b[^?]*\bupp\b|\bvad var uppe\b"
    r"|\b(?:dagordning|föredragningslist|ärendelist)\w*",
    re.IGNORECASE,
)
_MINUTES_IN_SHORT = re.compile(r"\bsammanfatt\w*\b[^?]*\b(?:protokoll(?:et)?|sammanträdet?|mötet?)\b", re.IGNORECASE)
_AGENDA_WORDS = _MEETING_WORDS | frozenset(
    stem(word)
    for word in "ärenden punkter paragrafer frågor saker behandlade behandlades behandlats behandlat tas upp tagits uppe avhandlade avhandlades "
    "diskuterade diskuterades hanterade hanterades avgjordes stod står fanns finns ingick dagordning dagordningen föredragningslista "
    "föredragningslistan ärendelista ärendelistan sammanfatta sammanfattning sammanfattar".split()
)
_FORMAL = re.compile(
    r"\b(?:justera\w*|föredragningslist\w*|dagordning\w*|ajourner\w+|meddelande\w*|läggs till handlingarna)\b",
    re.IGNORECASE,
)


def asks_for_meeting(understanding: Understanding) -> bool:
    """Tell whether a question asks what a body decided on a day or in a month, or its minutes in short, and names no matter."""
    in_short = _MINUTES_IN_SHORT.search(understanding.text) is not None
    decided = understanding.wants(Asked.DECISION) and bool(days_of_act(understanding))
    return (decided or in_short) and _of_whole_meeting(understanding, _AGENDA_WORDS if in_short else _MEETING_WORDS)


def asks_for_agenda(understanding: Understanding) -> bool:
    """Tell whether a question asks which matters a body took up on a day or in a month, and names none."""
    asks = _AGENDA.search(understanding.text) is not None and bool(days_of_act(understanding))
    return asks and _of_whole_meeting(understanding, _AGENDA_WORDS)


def _of_whole_meeting(understanding: Understanding, formal: frozenset[str]) -> bool:
    numbered = any(value.kind in {ValueKind.SECTION, ValueKind.CASE_NUMBER} for value in understanding.named)
    return not numbered and bool(named_bodies(understanding.text)) and not _matter(understanding, formal)


def tells_meeting(understanding: Understanding, shown: Sequence[Evidence]) -> bool:
    """Tell whether all that is shown is read off the minutes of the meeting that a question asks for."""
    if asks_for_agenda(understanding):
        return all(one.passage.section_sign and _opens_section(one.passage) for one in shown)
    return asks_for_meeting(understanding) and all(one.passage.force is Force.DECISION for one in shown)


def _matter(understanding: Understanding, formal: frozenset[str]) -> list[str]:
    """Return the terms of a question that name a matter, beside words of meetings and of deciding."""
    own = {stem(word) for word in words(DECIDED.sub(" ", understanding.text))}
    return [term for term in topic_terms(understanding) if term not in formal and term in own]


def asks_for_section(understanding: Understanding) -> bool:
    """Tell whether a question asks what was decided in a § of a body or of a day."""
    named = {value.kind for value in understanding.named}
    if ValueKind.SECTION not in named or ValueKind.CASE_NUMBER in named:
        return False
    if not (named_bodies(understanding.text) or days_of_act(understanding)):
        return False
    return understanding.wants(Asked.DECISION)


def of_matter(understanding: Understanding, section: str) -> bool:
    """Tell whether a § holds half of the words by which a question says what its decision is about, or the question names no matter."""
    wanted, held = _matter(understanding, _MEETING_WORDS), set(words(section))
    told = sum(any(match(term, word) >= SAME_THING for word in held) for term in wanted)
    return told >= len(wanted) / 2


def stands_in_section(understanding: Understanding, evidence: Evidence) -> bool:
    """Tell whether a passage is a decision in the § and of the body, where one is named, that a question names."""
    signs = {value.key for value in understanding.named if value.kind is ValueKind.SECTION}
    passage = evidence.passage
    decided = passage.force is Force.DECISION and passage.section_number in signs
    bodies = named_bodies(understanding.text)
    return decided and (not bodies or is_of(evidence.document, bodies))


def meeting_claims(request: Request, understanding: Understanding) -> list[DraftClaim]:
    """Return the decisions of the latest meeting that a question fits, in the order of its minutes."""
    minutes = _minutes(request, understanding)
    if minutes is None:
        return []
    every = list(_decisions(minutes, request))
    weighty = [claim for claim in every if not _FORMAL.search(claim.text)] or every
    return _led(minutes, weighty, len(every), MOST_WORDS, texts.DECISIONS)


def agenda_claims(request: Request, understanding: Understanding) -> list[DraftClaim]:
    """Return the titles of what the latest meeting that a question fits took up, in the order of its minutes."""
    minutes = _minutes(request, understanding)
    every = list(_titles(minutes, request)) if minutes else []
    return _led(minutes, every, len(every), AGENDA_WORDS, texts.MATTERS) if minutes else []


def _led(minutes: DocumentMetadata, claims: Sequence[DraftClaim], of: int, most: int, what: str) -> list[DraftClaim]:
    """Return the claims that fit, the first under a line that says of which meeting, and how many of all."""
    kept, used = list[DraftClaim](), 0
    for claim in claims:
        used += len(claim.text.split()) + len(claim.lead.split()) + 1
        if kept and used > most:
            break
        kept.append(claim)
    lead = texts.meeting_lead(minutes, len(kept), of, what)
    return [
        DraftClaim(one.text, one.quotes, f"{lead}\n{one.lead}".strip() if one is kept[0] else one.lead) for one in kept
    ]


def _minutes(request: Request, understanding: Understanding) -> DocumentMetadata | None:
    bodies, wanted = named_bodies(understanding.text), days_of_act(understanding)
    found = {
        hit.document.id: hit.document
        for hit in request.hits
        if hit.document.kind is Kind.PROTOKOLL
        and is_of(hit.document, bodies)
        and (not wanted or any(falls_on(day_of(hit.document), day) for day in wanted))
    }
    return max(found.values(), key=day_of, default=None)


def _decisions(minutes: DocumentMetadata, request: Request) -> Iterator[DraftClaim]:
    """Yield what each § decides first, under its sign and title."""
    told: set[str] = set()
    for passage in request.passages(minutes.id):
        sign = passage.section_sign
        if passage.force is not Force.DECISION or passage.block is Block.HEADING or sign is None or sign in told:
            continue
        told.add(sign)
        text = _first_words(passage)
        yield DraftClaim(text, (Quote(Evidence(minutes, passage), text),), f"{sign} {_title(passage)}:")


def _titles(minutes: DocumentMetadata, request: Request) -> Iterator[DraftClaim]:
    """Yield the title of each §, under its sign where the words do not hold it."""
    told: set[str] = set()
    for passage in request.passages(minutes.id):
        sign = passage.section_sign
        if sign is None or sign in told or not _opens_section(passage):
            continue
        told.add(sign)
        lead = "" if passage.text.startswith("§") else sign
        yield DraftClaim(passage.text, (Quote(Evidence(minutes, passage), passage.text),), lead)


def _opens_section(passage: Passage) -> bool:
    """Tell whether a passage is the title of a §."""
    return passage.block is Block.HEADING and len(passage.heading_path) == 1


def _first_words(passage: Passage) -> str:
    """Return the first sentence of a decision, and what follows it as far as few words go."""
    text = without_bullet(passage.text)
    said = sentences(text)
    end = said[0].end
    for one in said[1:]:
        if len(text[: one.end].split()) > DECISION_WORDS:
            break
        end = one.end
    return text[said[0].start : end]


def _title(passage: Passage) -> str:
    return passage.heading_path[0] if passage.heading_path else ""
