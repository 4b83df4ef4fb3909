"""What was proposed is not called a mere proposal where minutes decide it in the same words; auditors are told by their own paper."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.acts import Act, decided_so
from assistant.fitting import tells_who
from assistant.question import understand
from assistant.verify import Evidence
from ingest.documents import Block, Document, Force, Kind
from tests.assistant.papers import BACK, DEC, H, P, ask, document, request

PROPOSED = document(
    "skrivelse", Kind.TJANSTESKRIVELSE, [(H, "Hamnplan", BACK), (P, "Hamnplan 2031–2034 godkänns.", Force.PROPOSAL)]
)


def _minutes(told: str, day: date) -> Document:
    made = document("protokoll", Kind.PROTOKOLL, [(H, "Hamnplan", BACK), (P, told, DEC)], "§ 4", "Tekniska nämnden")
    return replace(made, metadata=replace(made.metadata, date=day, meeting_date=day, case_numbers=()))


@pytest.mark.parametrize(
    ("told", "day", "found"),
    [
        ("Hamnplan 2031-2034 godkänns.", date(2025, 5, 6), True),
        ("Hamnplan 2027-2030 godkänns.", date(2025, 5, 6), False),
        ("Hamnplan 2031-2034 godkänns.", date(2025, 2, 6), False),
        ("Nämnden föreslår fullmäktige att Hamnplan 2031-2034 godkänns.", date(2025, 5, 6), False),
    ],
)
def test_a_proposal_is_settled_by_the_minutes_that_decide_it_in_its_words(told: str, day: date, found: bool) -> None:
    minutes = _minutes(told, day)
    asked = request("Vad händer med hamnen?", PROPOSED, minutes)
    act = decided_so(asked, Act(PROPOSED.metadata, PROPOSED.passages[1:], 1.0, 1.0))
    assert (act is not None and act.text == told) is found


def test_what_auditors_recommend_is_told_by_their_paper_and_not_by_the_headings_of_a_reply() -> None:
    report = document(
        "rapport",
        Kind.REVISIONSRAPPORT,
        [
            (H, "Rekommendationer", BACK),
            (P, "Rekommendation 1. Nämnden bör mäta djupet i hamnen varje vår.", Force.RECOMMENDATION),
            (P, "Rekommendation 2. Nämnden bör laga bryggan i hamnen före midsommar.", Force.RECOMMENDATION),
        ],
    )
    reply = document(
        "svar",
        Kind.TJANSTESKRIVELSE,
        [
            (H, "Svar på revisorernas granskning av hamnen", BACK),
            (H, "Rekommendation 1 – djup i hamnen", BACK),
            (P, "Förvaltningen delar uppfattningen.", BACK),
            (H, "Rekommendation 2 – brygga i hamnen", BACK),
            (P, "Förvaltningen delar inte uppfattningen.", BACK),
        ],
    )
    claims = ask("Vad rekommenderade revisorerna om hamnen?", reply, report)
    assert [claim.quotes[0].evidence.document.id for claim in claims] == ["rapport", "rapport"]


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Underskrift Hyresvärdens namn Tekniska Nämnden Hyresgästens namn Lillåns Simsällskap", False),
        ("Organisation: Lillåns Simsällskap", False),
        ("Underskrift Ada Lind Bo Ek", True),
    ],
)
def test_the_parties_of_a_form_are_not_those_who_sign_it(text: str, tells: bool) -> None:
    lease = document("avtal", Kind.AVTAL, [(Block.TABLE_ROW, text, BACK)])
    place = Evidence(lease.metadata, lease.passages[0])
    assert (tells_who(understand("Vem skrev under avtalet för simsällskapet?"), text, place) > 0) is tells
