"""The weights say what they should: more of the question covered and the right form make an answer likelier."""

from dataclasses import replace

import pytest

from assistant.answerability import LINE, answerability, sureness
from assistant.signals import Signals

GOOD = Signals(
    fits=1.0,
    formless=0.0,
    first=1.0,
    agree=0.8,
    score=4.6,
    gap=0.3,
    log_odds=4.0,
    reranked=5.0,
    cosine=0.3,
    cosine_gap=0.02,
    cosine_cited=0.3,
)
WORDS_ONLY = replace(GOOD, cosine=None, cosine_gap=None, cosine_cited=None)


@pytest.mark.parametrize("measured", [GOOD, WORDS_ONLY], ids=["vectors", "words"])
def test_a_covered_question_is_answered(measured: Signals) -> None:
    assert sureness(answerability(measured), lead=3.0, several=False) >= LINE.sure


@pytest.mark.parametrize("measured", [GOOD, WORDS_ONLY], ids=["vectors", "words"])
def test_another_matter_is_refused(measured: Signals) -> None:
    other = replace(
        measured,
        fits=0.0,
        first=0.2,
        agree=0.2,
        score=0.9,
        gap=0.0,
        reranked=-4.0,
    )
    assert answerability(other) < LINE.partial


@pytest.mark.parametrize(
    "worse",
    [
        {"formless": 1.0},
        {"log_odds": -2.0},
        {"reranked": -2.0},
        {"first": 0.2},
        {"score": 1.0},
        {"gap": 0.0},
    ],
    ids=lambda worse: next(iter(worse)),
)
def test_each_lack_makes_an_answer_less_likely(worse: dict[str, float]) -> None:
    for measured in (GOOD, WORDS_ONLY):
        assert answerability(replace(measured, **worse)) < answerability(measured)


def test_an_answer_is_less_sure_beside_another_that_tells_as_much_and_where_several_claims_tell_it() -> None:
    likely = 0.75
    assert sureness(likely, lead=3.0, several=False) >= LINE.sure
    assert sureness(likely, lead=-1.0, several=False) < LINE.sure
    assert sureness(likely, lead=3.0, several=True) < sureness(likely, lead=3.0, several=False)


def test_how_far_an_answer_leads_counts_within_bounds() -> None:
    assert sureness(0.5, lead=20.0, several=False) == sureness(0.5, lead=10.0, several=False) < LINE.sure
