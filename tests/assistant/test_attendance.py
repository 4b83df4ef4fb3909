"""A part in a meeting is bound to the name beside it."""

import pytest

from assistant.attendance import attends
from assistant.question import understand
from assistant.verify import check_claim
from ingest.documents import Kind
from tests.assistant.papers import BACK, H, P, ask, document

PRESENT = document(
    "närvaro",
    Kind.PROTOKOLL,
    [
        (
            P,
            "Beslutande Ada Lind (V), ordförande; Bo Ek (M), 1:e vice ordförande; Cia Holm (S), 2:e vice ordförande; Eva Ros (L); Finn Berg (C)",
            BACK,
        ),
        (P, "Tjänstgörande ersättare Gun Alm (S) för Hans Ö (S)", BACK),
        (P, "Övriga Ida Å, förvaltningschef; Jan Alm, gatuchef; Kim Sjö, nämndsekreterare", BACK),
    ],
    board="Tekniska nämnden",
)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Vem är ordförande i tekniska nämnden i april 2025?", "Ada Lind (V), ordförande", "Bo Ek"),
        ("Vem är 1:e vice ordförande i tekniska nämnden i april 2025?", "Bo Ek (M), 1:e vice", "Ada Lind"),
        ("Vem var sekreterare i tekniska nämnden i april 2025?", "Kim Sjö, nämndsekreterare", "Jan Alm"),
    ],
)
def test_a_part_in_a_meeting_is_bound_to_the_name_beside_it(question: str, told: str, other: str) -> None:
    first = ask(question, PRESENT)[0]
    assert told in first.text
    assert other not in first.text
    assert attends(understand(question), check_claim(first).places[0])


ATTENDING = document(
    "narvaro",
    Kind.PROTOKOLL,
    [
        (H, "Tekniska nämnden", BACK),
        (P, "Övriga deltagare Ada Lind (nämndsekreterare) Bo Ek (förvaltningschef) Cia Holm (controller)", BACK),
        (P, "Beslutande Dag Sten (M) (ordförande)", BACK),
    ],
    board="Tekniska nämnden",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vem är förvaltningschef?", "Bo Ek (förvaltningschef)"),
        ("Vem var sekreterare på tekniska nämndens möte?", "Ada Lind (nämndsekreterare)"),
    ],
)
def test_of_those_present_only_the_one_asked_for_is_told(question: str, told: str) -> None:
    assert [claim.text for claim in ask(question, ATTENDING)] == [told]
