"""Who holds an office is told by the newest paper of the place that names its holder."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers import Status
from assistant.holders import _named, asks_for_holder
from assistant.question import understand
from ingest.documents import Block, Document, Kind
from tests.assistant.papers import BACK, H, P, ask, document, judged


def _signed(name: str, board: str, day: date, signature: str, kind: Kind = Kind.TJANSTESKRIVELSE) -> Document:
    specs = [(H, "Bad i Lillån", BACK), (P, "Badet har varit stängt.", BACK), (Block.SIGNATURE, signature, BACK)]
    made = document(name, kind, specs, board=board)
    return replace(made, metadata=replace(made.metadata, date=day, meeting_date=None))


OLD = _signed("gammal", "Socialnämnden", date(2019, 4, 1), "Bo Ek Tf Förvaltningschef")
NEW = _signed("ny", "Socialnämnden", date(2025, 4, 1), "Ada Lind Förvaltningschef\nCia Holm Verksamhetsutvecklare")
SCHOOL = _signed("skola", "Barn- och utbildningsnämnden", date(2025, 6, 1), "Dag Sten, förvaltningschef")
LEASE = _signed("avtal", "Socialnämnden", date(2025, 8, 1), "Eva Ström, verkställande direktör", Kind.AVTAL)
ALL = (LEASE, SCHOOL, NEW, OLD)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vem är förvaltningschef på socialförvaltningen?", ["Ada Lind Förvaltningschef"]),
        ("Vad heter förvaltningschefen på barn- och utbildningsförvaltningen?", ["Dag Sten, förvaltningschef"]),
        ("Vem är förvaltningschef?", ["Dag Sten, förvaltningschef", "Ada Lind Förvaltningschef"]),
        ("Vem är verksamhetsutvecklare?", ["Cia Holm Verksamhetsutvecklare"]),
    ],
)
def test_the_newest_holder_of_the_place_is_told(question: str, told: list[str]) -> None:
    assert [claim.text for claim in ask(question, *ALL)] == told
    assert judged(question, *ALL).status is Status.ANSWERED


@pytest.mark.parametrize(
    "question", ["Vem är förvaltningschef på kulturförvaltningen?", "Vem är verkställande direktör?"]
)
def test_a_holder_elsewhere_or_of_the_other_side_is_refused(question: str) -> None:
    assert judged(question, *ALL).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    ["Vem är ordförande i socialnämnden?", "Vem är förvaltningschef och vad tjänar hen?", "Vem fick bli chef?"],
)
def test_other_parts_and_double_questions_are_not_asked_of_an_office(question: str) -> None:
    assert not asks_for_holder(understand(question))


@pytest.mark.parametrize(
    ("office", "text", "who"),
    [
        ("skolchef", "Övriga: Ada Lind, skolchef Bo Ek, utvecklingsledare", "Ada Lind"),
        ("rektor", "Skolchef Ada Lind, rektor Bo Ek, ekonomen", "Bo Ek"),
        ("hamnsamordnare", "Bron är sliten. Hamnsamordnare Ada Lind har skrivit förslaget.", "Ada Lind"),
        ("rektor", "Samråd har skett med rektor Bo Ek och kuratorn.", None),
    ],
)
def test_a_title_before_a_name_is_that_of_the_name_behind_it(office: str, text: str, who: str | None) -> None:
    found = _named(office, text)
    assert (found["who"] if found else None) == who
