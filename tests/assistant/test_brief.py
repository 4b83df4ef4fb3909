"""A question of few words that asks for a value is met by many sentences: its answer is shown as unsure, and why."""

import pytest

from assistant import texts
from assistant.answers import Status
from ingest.documents import Kind
from tests.assistant.papers import BACK, DEC, H, P, document, judged

PAPER = document(
    "hamnen",
    Kind.TJANSTESKRIVELSE,
    [
        (H, "Ny brygga i hamnen", BACK),
        (P, "Den nya bryggan i hamnen kostar 410 000 kronor enligt kalkylen från Ada Lind.", BACK),
        (P, "Hamnkaptenen Bo Ek ansvarar för bryggan.", BACK),
        (P, "Bryggan i hamnen byggs för att den gamla har rasat.", BACK),
        (P, "Nämnden beslutar att bryggan byggs.", DEC),
    ],
)


@pytest.mark.parametrize(
    ("question", "brief"),
    [
        ("Vad kostar bryggan?", True),
        ("Vad kostar den nya bryggan i hamnen enligt kalkylen?", False),
        ("Varför byggs bryggan?", False),
        ("Vad beslutade nämnden om bryggan?", False),
    ],
)
def test_only_values_asked_for_in_few_words_are_unsure_for_it(question: str, *, brief: bool) -> None:
    judgement = judged(question, PAPER)
    assert judgement.brief is brief
    assert judgement.status is (Status.PARTIAL if brief else Status.ANSWERED)


def test_the_line_above_says_why() -> None:
    assert texts.partly((), brief=True) == texts.BRIEF_PREFIX
    assert texts.BRIEF_PREFIX.endswith("Frågan är kort, och fler ställen kan vara det som du menar.")
