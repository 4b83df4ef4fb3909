from dataclasses import replace

from index.confidence import UNKNOWN_IDENTIFIER, Signals, confidence

GOOD = Signals(sentence=1.0, cosine=0.65, unknown=0.0)


def test_good_hits_are_believed_and_bad_ones_not() -> None:
    bad = Signals(sentence=0.1, cosine=0.2, unknown=0.6)
    assert confidence(GOOD) > 0.7
    assert confidence(bad) < 0.2


def test_unknown_identifier_is_never_believed() -> None:
    assert confidence(replace(GOOD, unknown_identifier=True)) == UNKNOWN_IDENTIFIER


def test_less_coverage_is_less_sure() -> None:
    assert confidence(replace(GOOD, sentence=0.3)) < confidence(GOOD)


def test_unknown_words_make_unsure() -> None:
    assert confidence(replace(GOOD, unknown=0.5)) < confidence(GOOD)


def test_search_by_words_alone_has_a_confidence_too() -> None:
    words = replace(GOOD, cosine=None)
    assert confidence(words) > 0.7
    assert confidence(replace(words, sentence=0.1, unknown=0.5)) < 0.3
