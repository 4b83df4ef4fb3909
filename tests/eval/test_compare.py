"""Each gate can fail, chance alone does not fail, and the questions are named."""

from collections.abc import Sequence
from typing import Any

import pytest

from eval.compare import Comparison, compare, described, gates
from eval.errors import BadResults
from eval.results import Result


def run(make: Any, wrong: int = 0, refused_wrongly: int = 0, size: int = 20) -> list[Result]:
    results = [
        make.result(make.case(id=f"a{n}"), make.refusal() if n < wrong else make.answer(), hits=make.hits(make.passage))
        for n in range(size)
    ]
    return results + [
        make.result(make.unanswerable(id=f"u{n}"), make.answer() if n < refused_wrongly else make.refusal())
        for n in range(size)
    ]


def regressed(comparison: Comparison) -> set[str]:
    return {change.measure for change in comparison.regressions}


def lines(comparison: Comparison, results: Sequence[Result]) -> str:
    return "\n".join(described(comparison, {result.id: result.case.type for result in results}))


def test_same_run_passes(make: Any) -> None:
    comparison = compare(run(make), run(make))
    assert comparison.passed
    assert (comparison.newly_wrong, comparison.newly_right, comparison.changed_citations) == ((), (), ())


def test_one_more_wrong_answer_is_shown_but_is_within_chance(make: Any) -> None:
    after = run(make, wrong=1)
    comparison = compare(run(make), after)
    assert comparison.passed
    assert comparison.newly_wrong == ("a0",)
    assert comparison.changed_citations == ("a0",)


def test_significantly_worse_answers_fail_and_are_named(make: Any) -> None:
    after = run(make, wrong=8)
    comparison = compare(run(make), after)
    assert not comparison.passed
    assert regressed(comparison) == {"strict_accuracy", "fact_recall", "citation_recall", "coverage"}
    assert "strict_accuracy fell from 1.000 to 0.600: a0 (fact-number)" in lines(comparison, after)
    assert lines(comparison, after).endswith("FAILED")


def test_better_answers_pass(make: Any) -> None:
    comparison = compare(run(make, wrong=8), run(make))
    assert comparison.passed
    assert len(comparison.newly_right) == 8


def test_abstention_switched_off_fails(make: Any) -> None:
    comparison = compare(run(make), run(make, refused_wrongly=20))
    assert regressed(comparison) == {"refusal_recall"}


def test_shares_are_compared_by_paired_bootstrap(make: Any) -> None:
    facts = [["1 450"], ["mars"]]
    before = [make.result(make.case(id=f"a{n}", answer_contains=facts)) for n in range(20)]
    half = make.answer("Taxan blir 1 450 kronor [1].")
    after = [make.result(make.case(id=f"a{n}", answer_contains=facts), half) for n in range(20)]
    change = next(change for change in compare(before, after).changes if change.measure == "fact_recall")
    assert change.p is None
    assert change.regressed
    assert (change.low, change.high) == (-0.5, -0.5)


@pytest.mark.parametrize(
    ("gate", "broken"),
    [
        pytest.param("answers", {"answer": None, "hits": (), "stored": (), "error": "broke"}, id="error"),
        pytest.param("verbatim", {"stored": ()}, id="citation of nothing"),
    ],
)
def test_gate_fails_even_against_an_equal_baseline(make: Any, gate: str, broken: dict[str, Any]) -> None:
    results = run(make)
    results[3] = make.result(make.case(id="a3"), **broken)
    comparison = compare(results, results)
    failed = {found.name: found.broken for found in comparison.gates if found.broken}
    assert failed[gate] == ("a3",)
    assert "a3 (fact-number)" in lines(comparison, results)


def test_tampered_quote_breaks_the_gate(make: Any) -> None:
    tampered = make.result(stored=(make.stored(text=make.passage.replace("1 450", "1 540")),))
    assert [gate.name for gate in gates([tampered]) if gate.broken] == ["verbatim", "grounded"]


def test_claim_beyond_its_passages_breaks_grounded_alone(make: Any) -> None:
    claims = [{"text": "Taxan höjs till 1 540 kronor.", "citations": [1], "check": "supported"}]
    assert [gate.name for gate in gates([make.result(said=make.answer(claims=claims))]) if gate.broken] == ["grounded"]


def test_answered_unknown_identifier_breaks_its_gate(make: Any) -> None:
    asked = make.unanswerable(subtype="wrong-identifier")
    assert [gate.name for gate in gates([make.result(asked, make.answer())]) if gate.broken] == ["identifiers"]
    assert not [gate for gate in gates([make.result(asked, make.refusal())]) if gate.broken]
    near_miss = make.unanswerable(subtype="near-miss")
    assert not [gate for gate in gates([make.result(near_miss, make.answer())]) if gate.broken]


def test_answer_without_claims_breaks_the_shape(make: Any) -> None:
    empty = make.result(said=make.answer(claims=[], citations=[]))
    assert [gate.name for gate in gates([empty]) if gate.broken] == ["shape"]


def test_runs_of_other_questions_cannot_be_compared(make: Any) -> None:
    with pytest.raises(BadResults, match="share no question"):
        compare([make.result(make.case(id="x"))], [make.result(make.case(id="y"))])
    with pytest.raises(BadResults, match="not the same"):
        compare([make.result(make.case(question="Vad?"))], [make.result(make.case(question="Varför?"))])
