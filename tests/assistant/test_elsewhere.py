"""Where a premise of the question speaks against the best place, another place is tried, and told only where it surely answers."""

import pytest

from assistant.answers import Answer, Question, Status
from assistant.factory import build_assistant
from assistant.service import Assistant
from index.build import reindex
from index.progress import Silent
from index.settings import Settings

MINUTES = """Västerdals kommun
Hamnnämnden

Protokollsutdrag

Sammanträdesdatum {day}

§ {section} HN {year}/14 Taxa för båtplatser

Ärendebeskrivning

Förvaltningen har lämnat ett förslag till taxa för båtplatser.

Hamnnämndens beslut

Hamnnämnden antar taxan för båtplatser.

Reservationer

{dissent}
"""
PAPERS = {
    "utdrag-2025.txt": MINUTES.format(
        day="2025-06-11",
        section=52,
        year=2025,
        dissent="Folke Alm (V) reserverar sig mot hamnnämndens beslut om taxan.",
    ),
    "utdrag-2026.txt": MINUTES.format(
        day="2026-06-10",
        section=47,
        year=2026,
        dissent="Tor Lind (M) och Bea Holm (M) reserverar sig till förmån för eget yrkande.",
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("harbour")
    source = folder / "source"
    source.mkdir()
    for name, text in PAPERS.items():
        (source / name).write_text(text, encoding="utf-8")
    reindex(source, folder / "data", Settings(), Silent())
    return build_assistant(folder / "data", Settings())


def ask(assistant: Assistant, text: str) -> Answer:
    return assistant.ask(Question(text))


def test_the_meeting_that_is_asked_about_is_told_where_another_comes_nearer(assistant: Assistant) -> None:
    answer = ask(assistant, "Vilka reserverade sig mot hamnnämndens beslut om taxan i juni 2026?")
    assert answer.status is Status.ANSWERED
    assert "Tor Lind (M) och Bea Holm (M)" in answer.answer
    assert "Folke Alm" not in answer.answer


def test_a_meeting_that_no_paper_tells_of_stays_refused(assistant: Assistant) -> None:
    answer = ask(assistant, "Vilka reserverade sig mot hamnnämndens beslut om taxan i juni 2024?")
    assert answer.status is Status.NOT_FOUND
