from dataclasses import replace

import pytest

from index.confidence import UNKNOWN_IDENTIFIER, Signals, confidence

GOOD = Signals(found=1.0, sentence=1.0, whole=1.0, cosine=0.9, unknown=0.0, gap=2.0)


def test_good_hits_are_believed_and_bad_ones_not() -> None:
    bad = Signals(found=0.1, sentence=0.1, whole=0.2, cosine=0.75, unknown=0.6, gap=0.5)
    assert confidence(GOOD) > 0.7
    assert confidence(bad) < 0.2


def test_unknown_identifier_is_never_believed() -> None:
    assert confidence(replace(GOOD, unknown_identifier=True)) == UNKNOWN_IDENTIFIER


@pytest.mark.parametrize("name", ["found", "whole"])
def test_less_coverage_is_less_sure(name: str) -> None:
    assert confidence(replace(GOOD, **{name: 0.3})) < confidence(GOOD)


def test_unknown_words_make_unsure() -> None:
    assert confidence(replace(GOOD, unknown=0.5)) < confidence(GOOD)
