"""Tell what a body decided at a meeting: where no matter is asked for, its decisions § by §, as its minutes have them."""

import datetime as dt
import re
from collections.abc import Iterator

from assistant import texts
from assistant.act_words import DECIDED
from assistant.acts import days_of_act, falls_on, topic_terms
from assistant.answerer import Request
from assistant.bodies import is_of, named_bodies
from assistant.question import Asked, Understanding
from assistant.values import ValueKind
from assistant.verify import DraftClaim, Evidence, Quote
from index.swedish import stem, words
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage
from ingest.sentences import sentences, without_bullet

MOST_WORDS = 190
# Words of one decision; the rest is read in the minutes.
DECISION_WORDS = 35
_MEETING_WORDS = frozenset(
    stem(word)
    for word in "beslut besluten fattade fattades tog togs möte mötet sammanträde sammanträdet protokoll protokollet dag".split()
)
_FORMAL = re.compile(
    r"\b(?:justera\w*|föredragningslist\w*|dagordning\w*|ajourner\w+|meddelande\w*|läggs till handlingarna)\b",
    re.IGNORECASE,
)


def asks_for_meeting(understanding: Understanding) -> bool:
    """Tell whether a question asks what a body decided on a day or in a month, and names no matter."""
    if any(value.kind in {ValueKind.SECTION, ValueKind.CASE_NUMBER} for value in understanding.named):
        return False
    if (
        not understanding.wants(Asked.DECISION)
        or not named_bodies(understanding.text)
        or not days_of_act(understanding)
    ):
        return False
    rest = [term for term in topic_terms(understanding) if term not in _MEETING_WORDS]
    own = {stem(word) for word in words(DECIDED.sub(" ", understanding.text))}
    return not any(term in own for term in rest)


def asks_for_section(understanding: Understanding) -> bool:
    """Tell whether a question asks what was decided in a § of a body or of a day, and names no matter."""
    named = {value.kind for value in understanding.named}
    if ValueKind.SECTION not in named or ValueKind.CASE_NUMBER in named:
        return False
    if not (named_bodies(understanding.text) or days_of_act(understanding)):
        return False
    own = {stem(word) for word in words(DECIDED.sub(" ", understanding.text))}
    rest = [term for term in topic_terms(understanding) if term not in _MEETING_WORDS and term in own]
    return understanding.wants(Asked.DECISION) and not rest


def stands_in_section(understanding: Understanding, evidence: Evidence) -> bool:
    """Tell whether a passage is a decision in the § and of the body, where one is named, that a question names."""
    signs = {value.key for value in understanding.named if value.kind is ValueKind.SECTION}
    passage = evidence.passage
    sign = (passage.section_sign or "").removeprefix("§").replace(" ", "")
    decided = passage.force is Force.DECISION and sign in signs
    bodies = named_bodies(understanding.text)
    return decided and (not bodies or is_of(evidence.document, bodies))


def meeting_claims(request: Request, understanding: Understanding) -> list[DraftClaim]:
    """Return the decisions of the latest meeting that a question fits, in the order of its minutes."""
    minutes = _minutes(request, understanding)
    if minutes is None:
        return []
    every = [claim for claim in _decisions(minutes, request) if claim is not None]
    weighty = [claim for claim in every if not _FORMAL.search(claim.text)] or every
    kept, used = list[DraftClaim](), 0
    for claim in weighty:
        used += len(claim.text.split()) + len(claim.lead.split()) + 1
        if kept and used > MOST_WORDS:
            break
        kept.append(claim)
    lead = texts.meeting_lead(minutes, len(kept), len(every))
    return [DraftClaim(one.text, one.quotes, f"{lead}\n{one.lead}" if one is kept[0] else one.lead) for one in kept]


def _minutes(request: Request, understanding: Understanding) -> DocumentMetadata | None:
    bodies, wanted = named_bodies(understanding.text), days_of_act(understanding)
    found = {
        hit.document.id: hit.document
        for hit in request.hits
        if hit.document.kind is Kind.PROTOKOLL
        and is_of(hit.document, bodies)
        and any(falls_on(_day(hit.document), day) for day in wanted)
    }
    return max(found.values(), key=_day, default=None)


def _day(document: DocumentMetadata) -> dt.date:
    return document.meeting_date or document.date or dt.date.min


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
