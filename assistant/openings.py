"""Let words that announce something be followed by it, or not be shown: "tas ut enligt följande:" alone tells nothing."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answerer import Request
from assistant.drafting import budget_of
from assistant.siblings import LISTED, joined
from assistant.verify import DraftClaim, Evidence, Quote
from ingest.documents import Block, Passage
from ingest.sentences import sentences

_ANNOUNCES = re.compile(r"(?:[:;]|\b(?:följande|enligt nedan|nedanstående|att|om|huruvida|är))\s*$", re.IGNORECASE)
# A whole sentence that says no more than that something comes: "Nämnden lämnar följande synpunkter."
_FORETELLS = re.compile(
    r"(?<!det )\bföljande\b(?! (?:år|dag|dygn|månad|vecka|möte|sammanträde|text|ärende|mandat))(?:\s[\w-]+){0,5}\.?$|\b(?:enligt )?ned(?:an|anstående)(?:\s[\w-]+){0,4}\.?$",
    re.IGNORECASE,
)
# "Förvaltningen föreslår tre åtgärder.": what they are is told where it goes on.
_COUNTS_UP = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|[2-9]|1\d|fler|flera|ett antal|några)\s(?:[\w-]+\s){0,2}?"
    r"[\w-]*(?:åtgärder|förslag|synpunkter|punkter|rekommendationer|skäl|krav|mål|uppdrag|alternativ|områden|yrkanden|frågor|steg|kriterier|principer|insatser|delar|orsaker|brister|villkor)(?:\s[\w-]+){0,4}\.?$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\s*(?:[-–•▪●◦‣*]|\d{1,2}[.)]\s|[a-z]\)\s|att\s)", re.IGNORECASE)
MOST_FOLLOWING = 15
# Words of a claim with what its passage goes on to say.
MOST_WORDS = 110


def completed(request: Request, claims: Sequence[DraftClaim]) -> list[DraftClaim]:
    """Return claims whose last words announce something with what follows, or without those words."""
    budget = budget_of(request.understanding)
    kept: list[DraftClaim] = []
    for claim in claims:
        whole = claim
        if not request.understanding.of_value and any(
            _ordinals(quote.evidence) <= _ordinals(one.quotes[0].evidence) and claim.text in one.text
            for quote in claim.quotes[:1]
            for one in kept
        ):
            # It came along with the words that announce it.
            continue
        foretells = not request.understanding.of_value and _FORETELLS.search(claim.text.rstrip())
        counts_up = not request.understanding.of_value and _COUNTS_UP.search(claim.text.rstrip())
        breaks_off = not request.understanding.of_value and claim.text.rstrip()[-1:].isalnum()
        if _ANNOUNCES.search(claim.text) or foretells or counts_up or breaks_off:
            left = budget - sum(len(one.text.split()) + len(one.lead.split()) for one in kept)
            # Of a list that is asked for one value, the row that holds it is enough; what is told already is not told again.
            rows = claims if request.understanding.of_value else kept
            quoted = {ordinal for one in rows for quote in one.quotes for ordinal in _ordinals(quote.evidence)}
            found = _completed(request, claim, left, quoted) if not breaks_off or _leads(request, claim) else claim
            if found is None and not counts_up:
                continue
            whole = found or claim
        kept.append(whole)
    return kept


def _leads(request: Request, claim: DraftClaim) -> bool:
    """Tell whether a paragraph that breaks off ("Under 2031 prioriteras") stands above the points that go on with it."""
    evidence = claim.quotes[0].evidence
    every = request.passages(evidence.document.id)
    last = max(evidence.joined or (evidence.passage.ordinal,))
    place = next((number for number, one in enumerate(every) if one.ordinal == last), len(every))
    if evidence.passage.block is not Block.PARAGRAPH or place + 1 >= len(every):
        return False
    goes_on = every[place + 1].block in LISTED and every[place + 1].heading_path == every[place].heading_path
    return goes_on and every[place].text.rstrip().endswith(claim.text.rstrip()[-20:])


def _completed(request: Request, claim: DraftClaim, left: int, quoted: set[tuple[str, int]]) -> DraftClaim | None:
    """Return a claim with what its last words announce, else without those words, or nothing where none are left."""
    evidence = claim.quotes[0].evidence
    document = evidence.document.id
    every = request.passages(document)
    parts = [one for one in every if (document, one.ordinal) in _ordinals(evidence)]
    at_end = bool(parts) and parts[-1].text.rstrip().endswith(claim.text.rstrip()[-20:])
    if parts and not at_end:
        return _with_rest(claim, parts[-1], left)
    follows = _following(every, parts[-1]) if at_end else ()
    if any((document, one.ordinal) in quoted for one in follows):
        return claim if request.understanding.of_value else _without_last(claim)
    taken: list[Passage] = []
    words = len(claim.text.split()) + len(claim.lead.split()) + 1
    for one in follows:
        words += len(one.text.split())
        if words > left:
            break
        taken.append(one)
    if taken:
        whole = joined(evidence.document, [*parts, *taken])
        start = whole.passage.text.find(claim.quotes[0].text)
        if whole.joined and start >= 0:
            text = "\n".join([claim.text, *(one.text for one in taken)])
            return DraftClaim(text, (Quote(whole, whole.passage.text[start:]),), claim.lead)
    return _without_last(claim)


def _with_rest(claim: DraftClaim, passage: Passage, left: int) -> DraftClaim | None:
    """Return a claim with what its passage goes on to say, as far as few words go, or without its last sentence."""
    start = passage.text.find(claim.quotes[0].text)
    rest = [one for one in sentences(passage.text) if start >= 0 and one.start >= start + len(claim.quotes[0].text)]
    end = 0
    for one in rest:
        if len(f"{claim.lead} {passage.text[start : one.end]}".split()) > min(left, MOST_WORDS):
            break
        end = one.end
    if not end:
        return _without_last(claim)
    text = passage.text[start:end]
    return DraftClaim(text, (Quote(Evidence(claim.quotes[0].evidence.document, passage), text),), claim.lead)


def _following(every: Sequence[Passage], last: Passage) -> tuple[Passage, ...]:
    """Return what a passage announces: the items after it, or the one paragraph; of a point all up to the next one."""
    place = next(number for number, one in enumerate(every) if one.ordinal == last.ordinal)
    found: list[Passage] = []
    after = every[place + 1 : place + 1 + MOST_FOLLOWING]
    if (
        len(after) > 1
        and after[0].block is Block.HEADING
        and _is_item(after[1])
        and after[1].heading_path != last.heading_path
    ):
        # The heading goes on with the sentence, and the points stand under it.
        return (
            after[0],
            *itertools.takewhile(lambda one: _is_item(one) and one.heading_path == after[1].heading_path, after[1:]),
        )
    for one in after:
        here = one.section_sign == last.section_sign and one.heading_path == last.heading_path
        item = _is_item(one)
        if not here or one.block is Block.HEADING:
            break
        if found and not all(map(_is_item, (one, *found))):
            if item and last.block in LISTED:
                # The next point: what stands between the two belongs to the first.
                return tuple(found)
            if item or last.block not in LISTED:
                break
        found.append(one)
    return tuple(found) if all(map(_is_item, found)) else tuple(found[:1])


def _is_item(passage: Passage) -> bool:
    return passage.block in LISTED or _MARKED.match(passage.text) is not None


def _without_last(claim: DraftClaim) -> DraftClaim | None:
    """Return a claim without its last sentence, or nothing."""
    said = sentences(claim.text)
    text = claim.text[: said[-2].end] if len(said) > 1 else ""
    if not text or any(text not in quote.text for quote in claim.quotes):
        return None
    return replace(claim, text=text, quotes=tuple(replace(quote, text=text) for quote in claim.quotes))


def _ordinals(evidence: Evidence) -> set[tuple[str, int]]:
    """Return the passages that a place is made of."""
    return {(evidence.document.id, ordinal) for ordinal in evidence.joined or (evidence.passage.ordinal,)}
