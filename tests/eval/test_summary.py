"""Figures are sums over questions with repeatable intervals."""

from typing import Any

import pytest

from eval.summary import calibration, figure, interval, latency, measures, median_words, summary, thresholds


def test_figure_weighs_facts_and_keeps_undefined_apart(make: Any) -> None:
    one = make.result(make.case(id="a", answer_contains=[["1 450"]]))
    three = make.result(make.case(id="b", answer_contains=[["1 450"], ["mars"], ["april"]]))
    refused = make.result(make.unanswerable(id="c"), make.refusal())
    found = figure([one, three, refused], "fact_recall")
    assert found.value == pytest.approx(3 / 4)
    assert found.questions == 2
    assert figure([refused], "fact_recall").value is None


def test_interval_is_repeatable_and_holds_the_value(make: Any) -> None:
    results = [make.result(make.case(id=f"r{number}")) for number in range(20)]
    results += [make.result(make.case(id=f"w{number}"), make.refusal()) for number in range(10)]
    first, second = figure(results, "coverage"), figure(results, "coverage")
    assert first == second
    assert first.low is not None
    assert first.high is not None
    assert 0.4 < first.low < 0.667 < first.high < 0.9


def test_single_question_has_no_interval() -> None:
    assert interval(lambda chosen: chosen, 1) == (None, None)


def test_measures_stand_for_all_for_each_type_and_subtype(make: Any) -> None:
    found = measures([make.result(), make.result(make.unanswerable(id="u", subtype="near-miss"), make.refusal())])
    assert list(found) == ["all", "fact-number", "unanswerable", "unanswerable/near-miss"]
    assert found["unanswerable"]["coverage"].value is None
    assert found["unanswerable"]["refusal_recall"].value == 1.0


def test_calibration_compares_confidence_with_what_came_true(make: Any) -> None:
    right = [make.result(make.case(id=f"r{number}")) for number in range(9)]
    wrong = [make.result(make.case(id="w"), hits=())]
    found = calibration([*right, *wrong])
    assert found.expected_error == pytest.approx(0.0, abs=1e-9)
    assert found.bins[9].questions == 10
    assert found.bins[9].right == pytest.approx(0.9)
    assert found.bins[0].right is None
    assert calibration([]).expected_error is None


def test_thresholds_trade_coverage_for_refusal(make: Any) -> None:
    results = [
        make.result(make.case(id="a"), make.answer(confidence=0.8)),
        make.result(make.case(id="b"), make.answer(confidence=0.4)),
        make.result(make.unanswerable(id="c"), make.refusal(confidence=0.6)),
    ]
    found = [(step.coverage, step.refusal) for step in thresholds(results)]
    assert found == [(1.0, 0.0), (1.0, 0.0), (0.5, 0.0), (0.5, 1.0), (0.0, 1.0)]
    assert thresholds(results[:2]) == ()


def test_words_and_latency_are_those_of_answers_given(make: Any) -> None:
    results = [
        make.result(make.case(id="a"), make.answer("ett två tre"), seconds=0.1),
        make.result(make.unanswerable(id="b"), make.refusal(), seconds=0.3),
    ]
    assert median_words(results).value == 3
    assert latency(results)["p50"].value == pytest.approx(200)
    assert latency([])["p95"].value is None


def test_summary_holds_no_timings(make: Any) -> None:
    assert summary([make.result(seconds=0.1)]) == summary([make.result(seconds=9.0)])
