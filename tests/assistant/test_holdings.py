"""Which papers of a kind there are is told by their titles; where there are none, that is said."""

from dataclasses import replace
from datetime import date

import pytest

from assistant import texts
from assistant.answers import Status
from assistant.holdings import asks_for_papers
from assistant.question import understand
from ingest.documents import Document, Kind
from tests.assistant.papers import BACK, H, P, ask, document, judged


def _paper(name: str, kind: Kind, title: str, day: date, number: str) -> Document:
    made = document(name, kind, [(H, title, BACK), (P, "Vägen är mörk när skolan slutar.", BACK)], board="")
    return replace(
        made, metadata=replace(made.metadata, title=title, date=day, meeting_date=None, case_numbers=(number,))
    )


LIGHT = _paper("ljus", Kind.MOTION, "Motion om belysning vid Almvägen", date(2024, 3, 5), "KS 2024/7")
BATH = _paper("bad", Kind.MOTION, "Motion om öppet bad på söndagar", date(2025, 4, 8), "KS 2025/9")
REPLY = _paper("svar", Kind.TJANSTESKRIVELSE, "Svar på motion om öppet bad", date(2025, 9, 1), "KS 2025/9")
ALL = (REPLY, BATH, LIGHT)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vilka motioner har lämnats in?", [BATH, LIGHT]),
        ("Lista alla motioner", [BATH, LIGHT]),
        ("Finns det några motioner om belysning?", [LIGHT]),
        ("Vilka motioner har kommit in 2024?", [LIGHT]),
    ],
)
def test_papers_of_a_kind_are_told_by_their_titles_once_a_case(question: str, told: list[Document]) -> None:
    claims = ask(question, *ALL)
    assert [claim.text for claim in claims] == [one.metadata.title for one in told]
    assert claims[0].lead.startswith(texts.papers_lead(len(told), len(told)))
    assert judged(question, *ALL).status is Status.ANSWERED


def test_papers_that_are_not_there_are_refused() -> None:
    judgement = judged("Vilka medborgarförslag finns?", *ALL)
    assert (judgement.status, judgement.reasons) == (Status.NOT_FOUND, (texts.NO_SUCH_PAPERS,))


@pytest.mark.parametrize(
    "question",
    [
        "Vilka motioner behandlade kommunfullmäktige i maj 2025?",
        "Vilka argument finns i motionen om badet?",
        "Vilka medborgarförslag väntade fortfarande på svar i oktober?",
        "Vad säger motionen om badet?",
    ],
)
def test_what_came_before_a_body_or_stands_in_a_paper_is_no_such_question(question: str) -> None:
    assert not asks_for_papers(understand(question))


TARIFF = _paper("taxa", Kind.OVRIGT, "Taxa för båtplatser 2026", date(2025, 11, 3), "KS 2025/31")
ON_TARIFF = _paper("om", Kind.TJANSTESKRIVELSE, "Ny taxa för båtplatser", date(2025, 10, 3), "KS 2025/31")


def test_papers_in_force_are_told_without_those_about_them() -> None:
    claims = ask("Vilka taxor har kommunen?", ON_TARIFF, TARIFF, *ALL)
    assert [claim.text for claim in claims] == [TARIFF.metadata.title]


def test_what_papers_in_force_say_of_a_matter_is_no_list_of_them() -> None:
    assert not asks_for_papers(understand("Vilka riktlinjer finns för båtplatser?"))


def test_a_paper_that_does_not_hold_its_title_is_called_by_it() -> None:
    lease = replace(LIGHT, metadata=replace(LIGHT.metadata, kind=Kind.AVTAL, title="Kontrakt Almgården Ek och Lind"))
    assert lease.metadata.title in ask("Vilka avtal har vi?", lease)[0].lead


def test_agreements_with_somebody_are_told_by_the_parties_at_their_beginning() -> None:
    made = document(
        "avtal",
        Kind.AVTAL,
        [(H, "Arrendeavtal", BACK), (P, "Mellan Västerdals kommun och Ekviks båtklubb gäller följande.", BACK)],
    )
    lease = replace(made, metadata=replace(made.metadata, title="Arrendeavtal", case_numbers=()))
    for question in ("Vilka avtal har vi med båtklubben?", "vilka avtal finns med Ekviks båtklubb"):
        assert [claim.text for claim in ask(question, lease, BATH)] == ["Arrendeavtal"]
        assert judged(question, lease, BATH).status is Status.ANSWERED
    assert not asks_for_papers(understand("Vilka avtal har vi om bryggan med båtklubben?"))
    assert judged("Vilka avtal har vi med skidklubben?", lease, BATH).status is Status.NOT_FOUND
