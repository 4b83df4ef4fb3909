"""The measures follow their definitions, and undefined is never zero."""

from typing import Any

import pytest

from eval.metrics import MEASURES, facts_found, measure, needs, word_budget


def scores(make: Any, case: Any, answer: Any, *texts: str, stored: Any = None) -> Any:
    places = (make.stored(),) if stored is None else stored
    return measure(case, answer, make.hits(*texts), places).values


def test_right_answer_has_every_measure(make: Any) -> None:
    found = scores(make, make.case(), make.answer(), make.passage)
    assert found == {
        "strict_accuracy": 1.0,
        "fact_recall": 1.0,
        "citation_recall": 1.0,
        "citation_precision": 1.0,
        "grounded": 1.0,
        "refusal_recall": None,
        "coverage": 1.0,
        **{name: 1.0 for name in MEASURES if name.startswith(("evidence", "mrr", "ndcg"))},
    }


def test_refused_unanswerable_question_leaves_the_rest_undefined(make: Any) -> None:
    found = scores(make, make.unanswerable(), make.refusal(), make.passage)
    assert found.pop("refusal_recall") == 1.0
    assert set(found.values()) == {None}


def test_refusal_that_shows_the_fact_as_nearest_does_not_answer(make: Any) -> None:
    found = scores(make, make.case(), make.refusal("Hittar inte. Närmast: 1 450 kronor"), make.passage)
    assert (found["fact_recall"], found["strict_accuracy"], found["coverage"]) == (0.0, 0.0, 0.0)
    assert found["grounded"] is None


def test_facts_are_compared_without_case_and_kind_of_space(make: Any) -> None:
    case = make.case(answer_contains=[["1 450", "ettusen"], ["MARS 2025"]])
    assert facts_found(case, "Höjs till 1\u00a0450 kr den\n1 mars   2025") == 2
    assert facts_found(case, "Höjs till 1450 kr") == 0


@pytest.mark.parametrize(
    ("kind", "budget"),
    [("fact-number", 60), ("fact-date", 60), ("who", 60), ("identifier", 60), ("list", 200), ("why", 200)],
)
def test_word_budget_follows_the_type(kind: str, budget: int) -> None:
    assert word_budget(kind) == budget


def test_answer_over_its_words_is_not_strictly_right(make: Any) -> None:
    long = make.answer("1 450 kronor " + "ord " * 60)
    assert scores(make, make.case(), long, make.passage)["strict_accuracy"] == 0.0
    assert scores(make, make.case(type="why"), long, make.passage)["strict_accuracy"] == 1.0


def test_question_without_facts_has_no_fact_measures(make: Any) -> None:
    found = scores(make, make.case(answer_contains=[]), make.answer(), make.passage)
    assert (found["fact_recall"], found["strict_accuracy"]) == (None, None)
    assert found["citation_recall"] == 1.0


def test_evidence_counts_from_the_rank_where_it_stands(make: Any) -> None:
    found = scores(make, make.case(), make.answer(), "annat", "mer", "tredje", make.passage)
    assert found["evidence_recall@3"] == 0.0
    assert found["evidence_recall@5"] == 1.0
    assert found["mrr@10"] == pytest.approx(1 / 4)
    assert found["ndcg@10"] == pytest.approx(0.4306765, abs=1e-6)


def test_further_places_prove_the_same(make: Any) -> None:
    case = make.case(also=[{"document": "b.pdf", "quote": "en annan ordalydelse"}])
    assert scores(make, case, make.answer(), "Här står EN  annan ordalydelse.")["evidence_recall@1"] == 1.0


def test_list_is_found_by_the_share_of_its_quotes(make: Any) -> None:
    quotes = [{"document": "a.pdf", "quote": quote} for quote in ("första punkten", "andra punkten", "tredje punkten")]
    case = make.case(type="list", evidence=quotes)
    hits = make.hits("första punkten", "annat", "andra punkten och första punkten")
    assert needs(case, hits) == (3, (1, 0, 1))
    found = scores(make, case, make.answer(), "första punkten", "annat", "andra punkten och första punkten")
    assert found["evidence_recall@1"] == pytest.approx(1 / 3)
    assert found["evidence_recall@10"] == pytest.approx(2 / 3)
    assert 0 < found["ndcg@10"] < 1


def test_no_hits_is_zero_for_an_answerable_question(make: Any) -> None:
    found = scores(make, make.case(), make.answer())
    assert (found["evidence_recall@20"], found["mrr@10"], found["ndcg@10"]) == (0.0, 0.0, 0.0)


def test_question_that_failed_counts_as_unanswered_and_not_as_refused(make: Any) -> None:
    assert scores(make, make.case(), None)["coverage"] == 0.0
    found = scores(make, make.unanswerable(), None)
    assert (found["refusal_recall"], found["grounded"]) == (0.0, None)


def test_answered_without_claims_is_named_as_a_problem(make: Any) -> None:
    answer = make.answer(claims=[], citations=[])
    assert measure(make.case(), answer, (), ()).problems == (
        "the answer has status answered or partial but makes no claim",
    )
