"""What a body answered its auditors is told by its own statement, point by point."""

from dataclasses import replace

import pytest

from assistant.answers import Status
from assistant.question import understand
from assistant.replies import asks_for_reply
from ingest.documents import Document, Kind
from tests.assistant.papers import BACK, H, P, ask, document, judged


def _titled(made: Document, title: str) -> Document:
    return replace(made, metadata=replace(made.metadata, title=title))


REPLY = _titled(
    document(
        "yttrande",
        Kind.YTTRANDE,
        [
            (H, "Yttrande över granskning av hamnens skötsel", BACK),
            (P, "Revisorerna har granskat hur hamnen sköts och begärt svar av tekniska nämnden.", BACK),
            (H, "Tillsyn", BACK),
            (P, "Nämnden instämmer. Från och med juni besiktigas bryggorna varje vår.", BACK),
            (H, "Avgifter", BACK),
            (P, "Avgifterna sattes 2019. Nämnden delar inte bilden att de är för låga. De jämförs varje år.", BACK),
        ],
        board="Tekniska nämnden",
    ),
    "Yttrande över granskning av hamnens skötsel",
)
REPORT = _titled(
    document(
        "rapport",
        Kind.REVISIONSRAPPORT,
        [(H, "Granskning av hamnens skötsel", BACK), (P, "Vi anser att tekniska nämnden brister i tillsyn.", BACK)],
    ),
    "Granskning av hamnens skötsel",
)


@pytest.mark.parametrize(
    "question",
    [
        "vad svarade tekniska nämnden revisorerna?",
        "Vad svarade nämnden på granskningen av hamnen?",
        "hur bemötte nämnden revisorernas kritik?",
    ],
)
def test_each_point_of_the_statement_is_told_with_its_heading(question: str) -> None:
    claims = ask(question, REPORT, REPLY)
    assert [claim.text for claim in claims] == [
        "Nämnden instämmer. Från och med juni besiktigas bryggorna varje vår.",
        "Nämnden delar inte bilden att de är för låga. De jämförs varje år.",
    ]
    assert "yttrande" in claims[0].lead.lower()
    assert claims[1].lead == "Under ”Avgifter”:"
    assert judged(question, REPORT, REPLY).status is Status.ANSWERED


@pytest.mark.parametrize(
    "question", ["Vad svarade skolnämnden revisorerna?", "Vad svarade nämnden på granskningen av skolan?"]
)
def test_the_statement_of_another_body_or_on_another_audit_is_no_answer(question: str) -> None:
    claims = ask(question, REPORT, REPLY)
    assert not any(claim.lead.startswith("Under ”") for claim in claims)
    assert judged(question, REPORT, REPLY).status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Vad svarade nämnden revisorerna?", True),
        ("Vad svarade nämnden revisorerna, och när?", False),
        ("Vad svarade nämnden på frågan om bryggan?", False),
        ("När svarade nämnden revisorerna?", False),
    ],
)
def test_only_the_whole_reply_is_asked_for(question: str, *, asks: bool) -> None:
    assert asks_for_reply(understand(question)) is asks
