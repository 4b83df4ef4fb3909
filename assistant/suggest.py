"""Suggest the next questions from the case at hand; pure."""

from collections.abc import Sequence

from assistant.answers import Citation
from ingest.documents import Force

MOST = 3


def suggestions(citations: Sequence[Citation], asked: str) -> tuple[str, ...]:
    """Return questions that the cited case can be asked next."""
    found: list[str] = []
    for citation in citations[:2]:
        for number in citation.case_numbers[:1]:
            found.append(f"Vad handlar ärende {number} om?")
            if citation.force is Force.DECISION:
                found.append(f"Vad hände sedan i ärende {number}?")
            else:
                found.append(f"Vad beslutades i ärende {number}?")
    plain = asked.casefold()
    return tuple(dict.fromkeys(one for one in found if one.casefold() != plain))[:MOST]
