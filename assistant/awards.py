"""Tell who got a contract: what was decided on the offers, before the offers themselves; pure."""

import re
from collections.abc import Sequence

from assistant.drafting import Group, claim_of, lead_of
from assistant.ground import Ground
from assistant.named import BIDDER, CONTRACT, asks_for_award, tells_award
from assistant.question import Understanding
from assistant.things import absent, things
from assistant.verify import DraftClaim
from ingest.documents import Force

# What the question calls what is given and the one who gets it.
_FORM = re.compile(rf"{CONTRACT}|\w*{BIDDER}\w*", re.IGNORECASE)
LOOKED_AT = 40
# An award is on the matter when it holds this share of what the best sentence holds of the question.
OF_MATTER = 0.5


def award_claims(understanding: Understanding, ranked: Sequence[Group]) -> list[DraftClaim]:
    """Return the sentence that tells who got what was offered, a decision before others; [] where none does or it is not asked."""
    if not asks_for_award(understanding.text):
        return []
    least = OF_MATTER * ranked[0].scored.covered
    told = [
        group
        for group in ranked[:LOOKED_AT]
        if group.scored.covered >= least and tells_award(understanding.text, group.scored.candidate.text)
    ]
    decided = [group for group in told if group.evidence.passage.force is Force.DECISION]
    best = next(iter(decided or told), None)
    return [claim_of(best, lead_of(best.evidence))] if best else []


def settled(understanding: Understanding, ground: Ground) -> bool:
    """Tell whether what is cited first tells who got it, in a section that speaks of everything the question names."""
    if not ground.shown or not asks_for_award(understanding.text):
        return False
    named = [one for one in things(understanding.text) if not _FORM.fullmatch(one)]
    awarded = tells_award(understanding.text, ground.shown[0].text)
    return awarded and bool(named) and not absent(named, f"{ground.section} {ground.own}")
