"""A part in a meeting is bound to the name beside it."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers import Status
from assistant.attendance import attends, names_office
from assistant.question import understand
from assistant.verify import check_claim
from ingest.documents import Document, Kind
from tests.assistant.papers import BACK, H, P, ask, document, judged

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


def _minutes(name: str, day: date, chair: str) -> Document:
    present = [(H, "Kultur- och fritidsnämnden", BACK), (P, f"Beslutande {chair} (M) (ordförande)", BACK)]
    paper = document(name, Kind.PROTOKOLL, present, board="Kultur- och fritidsnämnden")
    return replace(paper, metadata=replace(paper.metadata, date=day, meeting_date=day))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vem är ordförande i kultur- och fritidsnämnden?", "Eva Ros (M) (ordförande)"),
        ("Vem var ordförande i kultur- och fritidsnämnden i mars 2024?", "Dag Sten (M) (ordförande)"),
    ],
)
def test_an_office_in_a_body_is_read_off_its_minutes_the_latest_where_no_day_is_named(question: str, told: str) -> None:
    papers = _minutes("mars", date(2024, 3, 5), "Dag Sten"), _minutes("april", date(2025, 4, 8), "Eva Ros")
    (claim,) = ask(question, *papers)
    assert claim.text.endswith(told)
    assert names_office(understand(question), check_claim(claim).places[0])
    assert judged(question, *papers).status is Status.ANSWERED


def test_an_office_elsewhere_is_not_read_off_the_minutes_of_a_body() -> None:
    question = "Vem är ordförande i föreningen som hyr hallen av kultur- och fritidsnämnden?"
    (claim,) = ask("Vem är ordförande i kultur- och fritidsnämnden?", _minutes("mars", date(2024, 3, 5), "Dag Sten"))
    assert not names_office(understand(question), check_claim(claim).places[0])
