"""Tell who got a contract: what was decided on the offers, before the offers themselves; pure."""

import re
from collections.abc import Sequence

from assistant.act_words import SAYS_NO
from assistant.drafting import Group, claim_of, lead_of
from assistant.ground import Ground
from assistant.named import names_organisation
from assistant.question import Understanding
from assistant.things import absent, things
from assistant.verify import DraftClaim
from index.swedish import words
from ingest.documents import Force

_CONTRACT = r"(?:jobb|uppdrag|kontrakt|entreprenad|affär|order|upphandling|avtal)\w*"
_BIDDER = r"(?:firma|företag|bolag|leverantör|entreprenör|anbud|anbudsgivare|byggare|byggherre|konsult|byrå|utförare|aktör|operatör)"
_ASKED = re.compile(
    rf"\b(?:vem|vems|vilke[nt]|vilka)\b[^?]{{0,60}}?\b(?:fick (?:\w+ )?{_CONTRACT}|vann\b[^?]{{0,40}}\b(?:{_CONTRACT}|\w*anbud\w*)|tilldela(?:s|des|t|ts)|(?:fick|får) (?:bygga|leverera|utföra|göra|sköta))"
    rf"|\b(?:vems|vilke[nt]|vilka)\s+(?:\w+\s+)?\w*{_BIDDER}(?:en|n|s|er|ens|t|et)?\b[^?]{{0,40}}?\b(?:antogs|antas|antagits|anlita(?:s|des|ts)|valdes|väljs|utsågs|vann|blev det|(?:fick|får) (?:\w+ )?{_CONTRACT})",
    re.IGNORECASE,
)
# An offer that is accepted, a contract that is awarded or made with somebody.
_AWARDED = re.compile(
    r"\banbud\w*\b[^.]*\b(?:antas|antogs|antagits|antaget|vann|vinnande)\b|\b(?:anta|antar|antog|antagit) [^.]*\banbud\w*|\btilldela(?:s|des|ts|r|de|t)\b"
    rf"|\b(?:avtal|kontrakt|entreprenadkontrakt) (?:\w+ ){{0,2}}?(?:tecknas|tecknades|tecknats|ingås|ingicks|ingåtts|sluts|slöts|slutits) med\b|\b(?:tecknar|tecknade|tecknat|ingår|ingick|ingått|slöt) (?:\w+ ){{0,2}}?(?:avtal|kontrakt)\w* med\b"
    rf"|\bant(?:ar|as|ogs|agits) (?:\w+ ){{0,6}}?som (?:\w+ )?{_BIDDER}\w*|\b{_BIDDER}\w* (?:\w+ ){{0,6}}?(?:antas|antogs|har antagits)\b|\b(?:anlitas|anlitades|har anlitats|upphandlades)\b",
    re.IGNORECASE,
)
# What the question calls what is given and the one who gets it.
_FORM = re.compile(rf"{_CONTRACT}|\w*{_BIDDER}\w*", re.IGNORECASE)
LOOKED_AT = 40
# An award is on the matter when it holds this share of what the best sentence holds of the question.
OF_MATTER = 0.5


def award_claims(understanding: Understanding, ranked: Sequence[Group]) -> list[DraftClaim]:
    """Return the sentence that tells who got what was offered, a decision before others; [] where none does or it is not asked."""
    if not _ASKED.search(understanding.text):
        return []
    least = OF_MATTER * ranked[0].scored.covered
    told = [
        group
        for group in ranked[:LOOKED_AT]
        if group.scored.covered >= least and _tells(understanding, group.scored.candidate.text)
    ]
    decided = [group for group in told if group.evidence.passage.force is Force.DECISION]
    best = next(iter(decided or told), None)
    return [claim_of(best, lead_of(best.evidence))] if best else []


def settled(understanding: Understanding, ground: Ground) -> bool:
    """Tell whether what is cited first tells who got it, in a section that speaks of everything the question names."""
    if not ground.shown or not _ASKED.search(understanding.text) or not _tells(understanding, ground.shown[0].text):
        return False
    named = [one for one in things(understanding.text) if not _FORM.fullmatch(one)]
    return bool(named) and not absent(named, f"{ground.section} {ground.own}")


def _tells(understanding: Understanding, text: str) -> bool:
    """Tell whether words award something to somebody whom the question does not name."""
    awarded = _AWARDED.search(text) is not None and not SAYS_NO.search(text)
    return awarded and names_organisation(set(words(understanding.text)), text)
