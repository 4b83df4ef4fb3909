"""How far a matter has come is told by the latest acts of its case, or by the papers on it."""

from dataclasses import replace
from datetime import date

import pytest

from assistant import texts
from assistant.answers import Status
from assistant.news import asks_for_news
from assistant.question import understand
from ingest.documents import Document, Force, Kind
from tests.assistant.papers import BACK, DEC, H, P, ask, document, judged


def _of(made: Document, title: str, day: date, *numbers: str) -> Document:
    return replace(
        made, metadata=replace(made.metadata, title=title, date=day, meeting_date=None, case_numbers=numbers)
    )


LETTER = _of(
    document(
        "skrivelse",
        Kind.TJANSTESKRIVELSE,
        [
            (H, "Badplats vid Lillån", BACK),
            (P, "Badplatsen har varit stängd sedan bryggan brast i mars.", BACK),
            (H, "Förslag till beslut", BACK),
            (P, "Nämnden beslutar att bryggan lagas för 90 000 kronor.", Force.PROPOSAL),
        ],
        board="Tekniska nämnden",
    ),
    "Badplats vid Lillån",
    date(2025, 4, 1),
    "TN 2025/14",
)
MINUTES = _of(
    document(
        "protokoll",
        Kind.PROTOKOLL,
        [
            (H, "Badplats vid Lillån", BACK),
            (H, "Beslut", BACK),
            (P, "Tekniska nämnden beslutar att bryggan byggs ny.", DEC),
        ],
        "§ 22",
        "Tekniska nämnden",
    ),
    "Protokoll Tekniska nämnden 2025-05-06",
    date(2025, 5, 6),
    "TN 2025/14",
)
LEASE = _of(
    document("avtal", Kind.AVTAL, [(H, "Hyresavtal Almgården", BACK), (P, "Hyran är 400 kronor.", BACK)]),
    "Hyresavtal Almgården",
    date(2025, 2, 3),
)
ALL = (MINUTES, LETTER, LEASE)


@pytest.mark.parametrize(
    "question", ["Vad händer med badplatsen?", "Vad är nytt om badplatsen?", "Hur går det med badplatsen vid Lillån?"]
)
def test_the_latest_decision_is_told_first_and_what_the_latest_paper_says_of_it(question: str) -> None:
    claims = ask(question, *ALL)
    assert [claim.text for claim in claims] == [MINUTES.passages[2].text, LETTER.passages[1].text]
    assert claims[0].lead.startswith(texts.NEWS_LEAD)
    assert judged(question, *ALL).status is Status.ANSWERED


def test_a_matter_without_a_case_is_told_by_its_papers() -> None:
    assert [claim.text for claim in ask("Vad är på gång med Almgården?", *ALL)] == [LEASE.metadata.title]


@pytest.mark.parametrize(
    "question",
    [
        "Vad händer om badplatsen stängs?",
        "Vad händer med avgiften när badplatsen stängs?",
        "Hur går det för badplatsen ekonomiskt?",
        "Vad händer sedan?",
        "Vad händer med mina uppgifter?",
        "Hur går det till?",
    ],
)
def test_a_rule_a_result_or_a_follow_up_is_no_news(question: str) -> None:
    assert not asks_for_news(understand(question))


def test_a_compound_is_not_told_by_its_last_part() -> None:
    assert ask("Vad händer med studentbadplatsen?", *ALL)[0].lead != texts.NEWS_LEAD


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Badplats Lillån", True),
        ("badplatsen vid lillån", True),
        ("Badplatsen, vad hände?", True),
        ("Badplatsen vid Lillån – hur gick det?", True),
        ("Badplats", False),
        ("Badplats Lillån 2025", False),
        ("Badplatsens avgift vid sjukdom hos barn och vuxna", False),
        ("Stäng badplatsen nu!", False),
        ("Badplatsen kostar", False),
    ],
)
def test_a_matter_alone_is_asked_the_news_of(question: str, *, asks: bool) -> None:
    assert asks_for_news(understand(question)) is asks


def test_a_matter_alone_is_told_by_its_latest_decision() -> None:
    for question in ("Badplats Lillån", "badplatsen vid lillån", "Badplatsen, vad hände?"):
        asked = [claim.text for claim in ask("Vad händer med badplatsen vid Lillån?", LETTER, MINUTES)]
        assert [claim.text for claim in ask(question, LETTER, MINUTES)] == asked
