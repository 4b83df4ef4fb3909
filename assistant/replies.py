"""Tell what a body answered its auditors: where its statement agrees, does not, or says what it thinks; pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant import texts
from assistant.answerer import Request
from assistant.bodies import is_of, named_bodies
from assistant.drafting import lead_of, within
from assistant.question import Understanding
from assistant.things import SAME_THING, absent, matters
from assistant.verify import DraftClaim, Evidence, Place, Quote
from ingest.documents import INITIATIVES, MINUTES, Block, DocumentMetadata, Kind, Passage
from ingest.sentences import sentences

# Sentences of a passage that are told, and words of all.
TOLD = 2
MOST_WORDS = 140

_BODY = r"[^\W\d_]*(?:nämnden|styrelsen|fullmäktige|utskottet|förvaltningen|kommunen|bolaget|förbundet)"
_AUDIT = r"(?:revisorer(?:na|nas)?|revision(?:en|ens)?|granskning(?:en|ar)?|revisionsrapport(?:en)?|revisionsgranskning(?:en)?)"
_ASKED = re.compile(
    rf"^\W*(?:och |men )?(?:vad|hur) (?:svara(?:de|r)|blev svaret från|sa(?:de)?|yttrade sig|bemötte) (?P<who>(?:[^\W\d_]+(?:- och)? ){{0,4}}?{_BODY})\s(?:(?:på|till|om|över|angående) )?"
    rf"(?:(?:kommunens|sina|de|den|revisorernas|revisionens) )?{_AUDIT}(?P<matter>[^?]*)",
    re.IGNORECASE,
)
_ON_AUDIT = re.compile(r"\b(?:[^\W\d_]*revis(?:or|ion)|gransk(?:ning|at))", re.IGNORECASE)
_REPLIES = re.compile(r"\b(?:yttrande|svar|besvar\w*|bemötande)\b", re.IGNORECASE)
_OF_AUDIT = re.compile(rf"{_AUDIT}|kritik\w*|rekommendation\w*|slutsats\w*|rapport\w*", re.IGNORECASE)
_NO_REPLIES = MINUTES | INITIATIVES | {Kind.REVISIONSRAPPORT}
_STANCE = re.compile(
    r"\b(?:instäm\w+|delar (?:inte |ej |i \w+ )?|håller (?:inte )?med|anser|menar|bedömer inte|invänder|accepterar|godtar|motsätter|ställer sig"
    r"|(?:har|finns) (?:inga|inget|inte någ\w+) (?:synpunkt\w*|invändning\w*|att (?:erinra|invända)))\b",
    re.IGNORECASE,
)


def asks_for_reply(understanding: Understanding) -> bool:
    """Tell whether a question asks what a body answered its auditors, and nothing of one point."""
    found = _ASKED.match(understanding.text)
    return found is not None and "," not in found["matter"]


def reply_claims(request: Request, understanding: Understanding) -> list[DraftClaim]:
    """Return what the newest statement of the body on that audit says of its own; [] where there is none."""
    for document in sorted(request.documents(), key=lambda one: one.kind is not Kind.YTTRANDE):
        if not _is_reply(understanding, document):
            continue
        claims = list(_stances(document, request.passages(document.id)))
        if claims:
            lead = f"{lead_of(claims[0].quotes[0].evidence)}\n{claims[0].lead}".strip()
            return within([replace(claims[0], lead=lead), *claims[1:]], MOST_WORDS)
    return []


def tells_reply(understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether all that is cited is the body's own statement on the audit that is asked about."""
    return asks_for_reply(understanding) and all(
        _is_reply(understanding, one.evidence.document) and _STANCE.search(one.text) for one in shown
    )


def _is_reply(understanding: Understanding, document: DocumentMetadata) -> bool:
    # Of thousands of papers few are so called; what is asked is read for those alone.
    if document.kind in _NO_REPLIES or not (_REPLIES.search(document.title) and _ON_AUDIT.search(document.title)):
        return False
    found = _ASKED.match(understanding.text)
    if found is None:
        return False
    bodies = named_bodies(found["who"])
    wanted = [one for one in matters(found["matter"]) if not _OF_AUDIT.fullmatch(one)]
    return (not bodies or is_of(document, bodies)) and not absent(wanted, document.title, SAME_THING)


def _stances(document: DocumentMetadata, passages: Sequence[Passage]) -> Iterator[DraftClaim]:
    """Yield of each passage the sentence that takes a stand, with the one behind it."""
    for passage in passages:
        if passage.block is Block.HEADING or passage.block is Block.SIGNATURE:
            continue
        evidence, every = Evidence(document, passage), sentences(passage.text)
        first = next((place for place, one in enumerate(every) if _STANCE.search(one.text)), None)
        if first is not None:
            said = every[first : first + TOLD]
            text = passage.text[said[0].start : said[-1].end]
            # A recommendation has its own heading.
            point = (
                passage.heading_path[-1]
                if len(passage.heading_path) > 1 or document.title not in passage.heading_path
                else ""
            )
            yield DraftClaim(text, (Quote(evidence, text),), texts.under_heading(point) if point else "")
