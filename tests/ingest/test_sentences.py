"""Swedish sentences end where a reader hears them end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import sentences

WHOLE = [
    "Nämnden träffas t.ex. på Berga skola.",
    "Ersättning ges bl.a. till Anna Lind enl. Reglementet för kommunen.",
    "Mötet hålls kl. 14.00 i Berga.",
    "Inköp av 3 st. bänkar till parken.",
    "Ärendet har dnr. KS 2024/12 och avser vägar.",
    "Beslutet den 3 maj, § 36, gäller tills vidare.",
    "Kostnaden är 3,5 mnkr per år.",
    "Ordförande B. Lind öppnar mötet.",
    "Detta gäller från den 1. Januari i år.",
    "Avtalet löper 2024-01-01–2025-12-31 och kostar 1.200 kr.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert [sentence.text for sentence in sentences(text)] == [text]


def test_sentences_are_split_and_bullets_left_out() -> None:
    text = "Nämnden säger ja. Vad kostar det? Bänkar m.m. Parken • tält • stolar"
    assert [s.text for s in sentences(text)] == [
        "Nämnden säger ja.",
        "Vad kostar det?",
        "Bänkar m.m.",
        "Parken",
        "tält",
        "stolar",
    ]


@given(st.text(alphabet="Ab 1.,!?§•\n\u00a0åÖ", max_size=60))
def test_offsets_always_point_at_the_sentence(text: str) -> None:
    found = sentences(text)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
