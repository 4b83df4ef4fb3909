"""The weights say what they should: more of the question covered and the right form make an answer likelier."""

from dataclasses import replace

import pytest

from assistant.answerability import LINE, answerability
from assistant.signals import Signals

GOOD = Signals(
    confidence=2.0,
    section=0.9,
    document=0.95,
    missing_sentence=0.1,
    missing_section=0.0,
    missing_document=0.0,
    fits=1.0,
    head=1.0,
    first=1.0,
    cosine=0.09,
    cosine_gap=0.02,
    cosine_cited=0.09,
)
WORDS_ONLY = replace(GOOD, cosine=None, cosine_gap=None, cosine_cited=None)


@pytest.mark.parametrize("measured", [GOOD, WORDS_ONLY], ids=["vectors", "words"])
def test_a_covered_question_is_answered(measured: Signals) -> None:
    assert answerability(measured) >= LINE.answered


@pytest.mark.parametrize("measured", [GOOD, WORDS_ONLY], ids=["vectors", "words"])
def test_another_matter_is_refused(measured: Signals) -> None:
    other = replace(
        measured,
        confidence=-2.0,
        section=0.2,
        document=0.3,
        missing_sentence=0.6,
        missing_section=0.6,
        missing_document=0.6,
        fits=0.0,
        head=0.0,
        first=0.2,
    )
    assert answerability(other) < LINE.partial


@pytest.mark.parametrize(
    "worse",
    [
        {"confidence": -2.0},
        {"section": 0.3},
        {"missing_sentence": 0.6},
        {"missing_section": 0.6},
        {"missing_document": 0.6},
        {"fits": 0.0},
        {"head": 0.0},
        {"first": 0.1},
    ],
    ids=lambda worse: next(iter(worse)),
)
def test_each_lack_makes_an_answer_less_likely(worse: dict[str, float]) -> None:
    for measured in (GOOD, WORDS_ONLY):
        assert answerability(replace(measured, **worse)) < answerability(measured)
