"""Prove drafts: what stands the check gets citation numbers, what does not is dropped and counted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.answers import Citation, Claim
from assistant.citing import Citer
from assistant.verify import DraftClaim, Place, check_claim

OnClaim = Callable[[Claim, tuple[Citation, ...]], None]


@dataclass(frozen=True, slots=True)
class Proven:
    """Hold what stood the check: claims with their leads, places, citations, and how many fell."""

    claims: tuple[Claim, ...]
    leads: tuple[str, ...]
    places: tuple[Place, ...]
    citations: tuple[Citation, ...]
    dropped: int
    # The places of each claim, in the order of the claims.
    grounds: tuple[tuple[Place, ...], ...] = ()


def prove(drafts: Iterable[DraftClaim], on_claim: OnClaim | None = None) -> Proven:
    """Return the claims that stand; ``on_claim`` hears each as soon as it is proved, before the next is drafted."""
    citer = Citer()
    claims: list[Claim] = []
    leads: list[str] = []
    grounds: list[tuple[Place, ...]] = []
    dropped = 0
    for draft in drafts:
        verdict = check_claim(draft)
        if not verdict.stands:
            dropped += 1
            continue
        numbers = tuple(dict.fromkeys(citer.cite(place) for place in verdict.places))
        claim = Claim(draft.text, numbers, verdict.check)
        claims.append(claim)
        leads.append(draft.lead)
        grounds.append(tuple(verdict.places))
        if on_claim:
            on_claim(claim, tuple(one for one in citer.citations if one.number in numbers))
    places = tuple(place for ground in grounds for place in ground)
    return Proven(tuple(claims), tuple(leads), places, citer.citations, dropped, tuple(grounds))
