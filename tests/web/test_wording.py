"""Days, readings and places are written as a reader has them, not as they are stored."""

from dataclasses import replace

import pytest
from fakes import FakeAssistant

from assistant.answers import Question
from assistant.web.wording import place, understood
from index.hits import Effect, Recognised


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("period", "2025-01-01/2025-12-31", "Period: 2025"),
        ("period", "2024-01-01/2025-12-31", "Period: 2024–2025"),
        ("period", "2024-02-01/2024-02-29", "Period: februari 2024"),
        ("period", "2024-03-01/2024-08-31", "Period: 1 mars 2024 – 31 augusti 2024"),
        ("period", "2025-03-10/", "Period: från 10 mars 2025"),
        ("period", "/2025-03-10", "Period: till 10 mars 2025"),
        ("period", "i våras", "Period: i våras"),
        ("date", "2025-03-18", "Datum: 18 mars 2025"),
        ("document_kind", "motion", "Handlingstyp: Motion"),
        ("board", "Brunnsnämnden", "Nämnd: Brunnsnämnden"),
    ],
)
def test_what_was_understood_reads_as_it_is_said(kind: str, value: str, words: str) -> None:
    assert understood(Recognised(kind, value, value, 0, len(value), Effect.BOOST)) == words


def test_a_place_leaves_out_the_title_it_stands_beside(assistant: FakeAssistant) -> None:
    cited = assistant.ask(Question("När släpps vattnet på?")).citations[0]
    named = replace(cited, title="Ny brunn", section=("NY BRUNN", "Tid"))
    assert place(named) == "§ 12, Tid, s. 2"
    assert place(replace(named, section=("Ny brunn",), section_sign=None)) == "s. 2"
