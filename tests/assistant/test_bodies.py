"""A body is the same in every form of its name, and a § that of the meeting that is named."""

import dataclasses
import datetime as dt

import pytest

from assistant.bodies import is_of, named_bodies
from ingest.documents import Document, Kind
from tests.assistant.papers import BACK, DEC, H, P, ask, document


def excerpt(name: str, day: dt.date, board: str, decided: str) -> Document:
    """Return an invented § 35 of a body."""
    parts = ((H, "Hyra av båtskjul", BACK), (P, "Båtskjulet vid ån hyrs ut av kommunen.", BACK), (H, "Beslut", BACK))
    made = document(name, Kind.PROTOKOLLSUTDRAG, (*parts, (P, decided, DEC)), "§ 35", board)
    return dataclasses.replace(made, metadata=dataclasses.replace(made.metadata, date=day, meeting_date=day))


COMMITTEE = excerpt("a", dt.date(2025, 6, 4), "Hamnnämndens arbetsutskott", "Ärendet lämnas till nämnden för beslut.")
BOARD = excerpt("b", dt.date(2025, 5, 18), "Hamnnämnden", "Båtskjulet hyrs ut till Lillåns roddklubb.")


@pytest.mark.parametrize("name", ["arbetsutskottet", "arbetsutskottets", "arbetsutskott"])
def test_a_committee_is_named_in_every_form(name: str) -> None:
    bodies = named_bodies(f"Vad gjorde {name} med båtskjulet?")
    assert is_of(COMMITTEE.metadata, bodies)
    assert not is_of(BOARD.metadata, bodies)


@pytest.mark.parametrize(
    "question",
    [
        "Hur gjorde arbetsutskottet den 4 juni 2025 i § 35 om båtskjulet?",
        "Vad beslutades i § 35 den 4 juni 2025 om båtskjulet?",
    ],
)
def test_the_section_is_that_of_the_meeting_that_is_named(question: str) -> None:
    assert ask(question, BOARD, COMMITTEE)[0].text == "Ärendet lämnas till nämnden för beslut."
