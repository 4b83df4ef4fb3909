"""Who is asked for and who speaks are told apart: an initiative's wish is no view of the administration."""

import pytest

from assistant.speakers import Speaker, asked_speakers, speaks_for
from ingest.documents import Block, Force, Passage


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Vad föreslår förvaltningen om bron?", {Speaker.ADMINISTRATION}),
        ("Vilken kritik hade revisorerna mot nämnden?", {Speaker.AUDITOR}),
        ("Vad ville motionären?", {Speaker.MOVER}),
        ("Vad är tekniska kontorets bedömning?", {Speaker.ADMINISTRATION}),
        ("Vad anser nämnden om bron?", {Speaker.BODY}),
        ("Vad yrkar Miljöpartiet?", {Speaker.PARTY}),
        ("Vad föreslog Ekvall (C)?", {Speaker.PARTY}),
        ("När byggdes förvaltningens hus?", set()),
    ],
)
def test_who_is_asked_for(text: str, who: set[Speaker]) -> None:
    assert asked_speakers(text) == who


@pytest.mark.parametrize(
    ("text", "heading", "force", "expected"),
    [
        ("Förvaltningen föreslår att bron byggs.", "Ärendet", Force.BACKGROUND, 1.0),
        ("Initiativet föreslår att bron rivs.", "Ärendet", Force.PROPOSAL, -1.0),
        ("Bron ska rivas.", "Vänsterpartiet föreslår att", Force.PROPOSAL, -1.0),
        ("Nämnden anser motionen besvarad.", "Förslag till beslut", Force.PROPOSAL, 0.0),
        ("Bron bör byggas.", "Förvaltningens bedömning", Force.OPINION, 1.0),
        ("Bron är från 1962.", "Ärendet", Force.BACKGROUND, 0.0),
    ],
    ids=[
        "own words",
        "words of another",
        "a party's",
        "what is proposed to a body",
        "under its heading",
        "words of nobody",
    ],
)
def test_a_sentence_agrees_with_the_speaker_that_is_asked_for(
    text: str, heading: str, force: Force, expected: float
) -> None:
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, force, (heading,))
    asked = asked_speakers("Vad föreslår förvaltningen om bron?")
    assert speaks_for(asked, text, passage) == expected
    assert speaks_for(frozenset(), text, passage) == 0.0


def test_what_auditors_found_is_theirs_whoever_is_named() -> None:
    text = "Det har funnits brister i uppföljningen."
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, Force.AUDIT_FINDING)
    assert speaks_for(frozenset({Speaker.AUDITOR}), text, passage) == 1.0
