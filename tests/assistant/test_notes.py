"""A note is told whole, under the names of those who signed it."""

import pytest

from assistant.notes import notes
from ingest.documents import Kind
from tests.assistant.papers import BACK, MINUTES, RES, H, P, ask, document


@pytest.mark.parametrize(
    ("question", "lead", "expected", "others"),
    [
        (
            "Vad tyckte Vänsterpartiet om badavgiften?",
            "Reservation av Ada Lind (V) m.fl.",
            ("drabbar dem", "utredningen"),
            "rimlig",
        ),
        (
            "Hur motiverade Dag Sten sin röst om badavgiften?",
            "Anteckning av Dag Sten (M)",
            ("Skötseln kostar",),
            "fritt",
        ),
        ("Varför reserverade sig V mot badavgiften?", "Reservation av Ada Lind (V) m.fl.", ("drabbar dem",), "rimlig"),
        ("Vad antecknades till protokollet om badavgiften?", "Anteckning av Dag Sten (M)", ("rimlig",), "fritt"),
    ],
)
def test_a_note_is_told_whole_and_under_the_name_of_who_signed_it(
    question: str, lead: str, expected: tuple[str, ...], others: str
) -> None:
    (claim,) = ask(question, MINUTES)
    assert claim.lead.startswith(lead)
    assert all(words in claim.text for words in expected)
    assert others not in claim.text


def test_everybody_who_dissented_is_named() -> None:
    text = " ".join(claim.text for claim in ask("Vilka reserverade sig mot badavgiften?", MINUTES))
    assert "Ada Lind (V) och Bo Ek (V)" in text
    assert "Cia Holm (SD)" in text
    assert "Dag Sten" not in text


def test_those_who_dissent_in_the_same_paragraph_are_all_named() -> None:
    told = "Eva Ros (C) reserverar sig mot beslutet. Finn Berg (M) lämnar en skriftlig reservation."
    minutes = document(
        "protokoll",
        Kind.PROTOKOLL,
        [(H, "Avgift för bad", BACK), (H, "Reservationer", BACK), (P, f"{told} Reservationen är kort.", RES)],
        "§ 3",
    )
    assert [claim.text for claim in ask("Vilka reserverade sig mot avgiften för bad?", minutes)] == [told]
    # What the second of them wrote is not told by the words of the first.
    assert [note.who for note in notes(minutes.passages)] == ["Eva Ros (C) reserverar sig mot beslutet."]


def test_a_note_begins_where_somebody_signs_it_in_either_order_of_words() -> None:
    inverted = document(
        "protokoll",
        Kind.PROTOKOLL,
        [
            (H, "Avgift för bad", BACK),
            (H, "Reservation", BACK),
            (P, "Mot beslutet reserverar sig Eva Ros (C). Hon ville vänta.", RES),
        ],
        "§ 3",
    )
    assert [len(note.passages) for note in notes(MINUTES.passages)] == [3, 1, 1]
    assert [note.parties for note in notes(inverted.passages)] == [frozenset({"c"})]
