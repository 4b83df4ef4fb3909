"""Who sits in a body is told by the head of its latest minutes, and of no other body's."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers import Status
from assistant.question import understand
from assistant.rosters import asks_for_roster
from ingest.documents import Document, Kind
from tests.assistant.papers import BACK, H, P, ask, document, judged


def _minutes(name: str, day: date, present: str, board: str = "Tekniska nämnden") -> Document:
    made = document(
        name,
        Kind.PROTOKOLL,
        [
            (H, "Sammanträdesprotokoll", BACK),
            (P, f"Beslutande {present}", BACK),
            (P, "Ej tjänstgörande ersättare Gun Alm (S) Hans Sjö (M) Ida Ros (L)", BACK),
            (P, "Övriga deltagare Jan Alm (gatuchef) Kim Sjö (nämndsekreterare) Lo Berg (ingenjör)", BACK),
        ],
        board=board,
    )
    return replace(made, metadata=replace(made.metadata, date=day, meeting_date=day))


OLD = _minutes("gammalt", date(2024, 2, 6), "Ada Lind (V) (ordförande) Bo Ek (M) Cia Holm (S)")
NEW = _minutes("nytt", date(2025, 4, 8), "Dag Sten (M) (ordförande) Eva Ros (L) Finn Berg (C)")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vilka sitter i tekniska nämnden?", "Beslutande Dag Sten (M) (ordförande) Eva Ros (L) Finn Berg (C)"),
        ("Vilka är ledamöter i tekniska nämnden?", "Beslutande Dag Sten (M) (ordförande) Eva Ros (L) Finn Berg (C)"),
        ("Vilka är ersättare i tekniska nämnden?", "Ej tjänstgörande ersättare Gun Alm (S) Hans Sjö (M) Ida Ros (L)"),
        ("Vilka satt i tekniska nämnden 2024?", "Beslutande Ada Lind (V) (ordförande) Bo Ek (M) Cia Holm (S)"),
    ],
)
def test_members_are_told_by_the_head_of_the_minutes(question: str, told: str) -> None:
    assert [claim.text for claim in ask(question, OLD, NEW)] == [told]
    assert judged(question, OLD, NEW).status is Status.ANSWERED


def test_members_of_another_body_of_one_end_are_not_told() -> None:
    other = _minutes("annan", date(2025, 5, 6), "Mia Ek (S) Nils Berg (C) Olle Ros (M)", "Barn- och utbildningsnämnden")
    claims = ask("Vilka sitter i kultur- och utbildningsnämnden?", other)
    assert not any("Mia Ek" in claim.text and "Närvarande vid" in claim.lead for claim in claims)


@pytest.mark.parametrize(
    "question",
    [
        "Vilka ledamöter i tekniska nämnden reserverade sig?",
        "Vem tar över som ersättare för Bo Ek i tekniska nämnden?",
        "Vem är ordförande i tekniska nämnden?",
        "Vilka ärenden finns i tekniska nämnden?",
        "Hur många ledamöter sitter i tekniska nämnden?",
        "Vilka sitter i styrgruppen för bron?",
    ],
)
def test_a_part_of_the_members_or_a_matter_is_no_roster(question: str) -> None:
    assert not asks_for_roster(understand(question))
