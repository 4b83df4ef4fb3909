"""What a body did with a case, in the words of the registry (pure)."""

import re
from enum import StrEnum


class Outcome(StrEnum):
    """Name what a body did with the case; the words are those of the registry."""

    BIFALL = "bifall"
    AVSLAG = "avslag"
    ATERREMISS = "återremiss"
    BORDLAGGNING = "bordläggning"
    TILL_HANDLINGARNA = "till handlingarna"
    BESVARAD = "besvarad"
    ANTAGEN = "antagen"
    GODKAND = "godkänd"
    UPPDRAG = "uppdrag"
    BEREDNING = "lämnad till beredning"
    YTTRANDE = "yttrande avgivet"
    BESLUT = "beslut"
    FORSLAG = "förslag"
    INFORMATION = "information"
    HANDLING = "handling"


# The first form that fits names the outcome: what ends or stops a case before what merely accompanies it.
_OUTCOMES: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern, re.IGNORECASE))
    for outcome, pattern in (
        (Outcome.ATERREMISS, r"\båterremi(?:tt|ss)\w*|\bvisas\s+åter\b"),
        (Outcome.BORDLAGGNING, r"\bbordl(?:ä|a)gg\w*|\bbordlagd\w*"),
        (Outcome.BESVARAD, r"\b(?:anses?|vara|är|som|förklaras)\s+(?:\w+\s+){0,4}?besvara[dt]\w*"),
        (Outcome.AVSLAG, r"\b(?:avslå[rs]?|avslås|avstyrk\w*|bifalla?s?\s+inte|avvisa[rs]?)\b"),
        (Outcome.BIFALL, r"\b(?:bifall\w*|tillstyrk\w*|bifölls|beviljas?|beviljar)\b"),
        (Outcome.TILL_HANDLINGARNA, r"\btill\s+handlingarna\b"),
        (Outcome.BEREDNING, r"\b(?:för|till)\s+(?:vidare\s+)?beredning\b|\bremitteras?\b"),
        (
            Outcome.YTTRANDE,
            r"\byttrande\w*\s+(?:som\s+sitt|till)|\b(?:avge[rs]?|antar|godkänner?|överlämnar?|"
            r"översänder?)\b.{0,60}\b(?:yttrande|remissvar|svar)\b",
        ),
        (Outcome.ANTAGEN, r"\b(?:antas?|antar|antagen|fastställ\w*)\b"),
        (Outcome.GODKAND, r"\bgodkänn\w*"),
        (Outcome.UPPDRAG, r"\bi\s+uppdrag\b|\buppdra[rs]?\b"),
        (Outcome.INFORMATION, r"\b(?:noter\w*|tar\s+del|tagit\s+del|information\w*\s+(?:till|tas|har))\b"),
    )
)


def outcome_of(text: str) -> Outcome:
    """Return what a decision does with the case."""
    return next((outcome for outcome, form in _OUTCOMES if form.search(text)), Outcome.BESLUT)
