"""A citation or claim that does not hold is seen from the stored documents alone."""

from typing import Any

import pytest

from eval.grounding import claim_problems
from eval.metrics import measure


def problems(answer: Any, *places: Any) -> str:
    found = claim_problems(answer, {place.number: place for place in places})
    return "; ".join(problem for claim in found for problem in claim)


def test_verbatim_claim_holds(make: Any) -> None:
    assert problems(make.answer(), make.stored()) == ""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"text": "Nämnden beslutar att taxan höjs till 1 540 kronor."}, "does not stand at", id="digits"),
        pytest.param({"text": ""}, "does not stand at", id="place holds nothing"),
        pytest.param({"passage": "Något annat. " * 9}, "not the stored one", id="passage made up"),
        pytest.param({"passage_start": 130}, "outside the passage", id="quote from elsewhere"),
    ],
)
def test_tampered_quote_is_seen(make: Any, change: dict[str, Any], says: str) -> None:
    answer, place = make.answer(), make.stored(**change)
    assert says in problems(answer, place)
    measured = measure(make.case(), answer, (), (place,))
    assert measured.values["citation_precision"] == 0.0
    assert measured.values["grounded"] == 0.0


def test_unknown_document_is_seen(make: Any) -> None:
    assert "holds no such passage" in problems(make.answer())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Taxan höjs till 1 540 kronor.", "1 540", id="number"),
        pytest.param("Taxan höjs till 1 450 kronor från den 1 april 2025.", "1 april 2025", id="date"),
        pytest.param("Taxan höjs enligt § 13 till 1 450 kronor.", "§ 13", id="section"),
        pytest.param("Taxan höjs enligt TN 2025/15.", "TN 2025/15", id="case number"),
        pytest.param("Taxan som Sundqvist ville ha höjs till 1 450 kronor.", "Sundqvist", id="name"),
        pytest.param("Nämnden beslutar att taxan inte höjs.", "denies", id="negation"),
    ],
)
def test_claim_that_says_more_than_its_passages_is_seen(make: Any, text: str, says: str) -> None:
    answer = make.answer(claims=[{"text": text, "citations": [1], "check": "supported"}])
    assert says in problems(answer, make.stored())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Enligt protokollet 2025-02-11, § 12, höjs taxan till 1450 kr.", id="attribution from the context"
        ),
        pytest.param("Taxan är 1 450 kronor från 2025-03-01.", id="other spelling of number and date"),
        pytest.param("I ärende TN 2025/14 höjs taxan.", id="diarienummer of the document"),
    ],
)
def test_claim_that_follows_from_passage_and_context_holds(make: Any, text: str) -> None:
    answer = make.answer(claims=[{"text": text, "citations": [1], "check": "supported"}])
    assert problems(answer, make.stored()) == ""


def test_proposal_told_as_a_decision_is_seen(make: Any) -> None:
    answer = make.answer(claims=[{"text": f"Nämnden beslutade: {make.passage}", "citations": [1], "check": "verbatim"}])
    assert "is no decision" in problems(answer, make.stored(force="proposal"))
    assert problems(answer, make.stored(force="decision")) == ""


def test_claim_without_or_with_unknown_citation_is_seen(make: Any) -> None:
    without = make.answer(claims=[{"text": "Taxan höjs.", "citations": [], "check": "supported"}])
    assert "without a citation" in problems(without, make.stored())
    unknown = make.answer(claims=[{"text": "Taxan höjs.", "citations": [4], "check": "supported"}])
    assert "cites [4]" in problems(unknown, make.stored())


def test_verbatim_claim_in_other_words_is_seen(make: Any) -> None:
    answer = make.answer(
        claims=[{"text": "Det blir dyrare att sälja på torget.", "citations": [1], "check": "verbatim"}]
    )
    assert "called verbatim" in problems(answer, make.stored())


def test_claim_may_rest_on_several_passages_together_but_neither_citation_is_precise(make: Any) -> None:
    second = "Avgiften för el är 90 kronor per dygn."
    answer = make.answer(
        claims=[{"text": "Taxan är 1 450 kronor och el kostar 90 kronor.", "citations": [1, 2], "check": "supported"}],
        citations=[make.citation(1), make.citation(2, second, second)],
    )
    assert problems(answer, make.stored(1), make.stored(2, second, second)) == ""
    measured = measure(make.case(), answer, (), (make.stored(1), make.stored(2, second, second)))
    assert measured.values["citation_precision"] == 0.0
    assert measured.values["grounded"] == 1.0
    assert measured.problems == ()


def test_citation_that_no_claim_rests_on_is_not_precise(make: Any) -> None:
    second = "Avgiften för el är 90 kronor per dygn."
    answer = make.answer(citations=[make.citation(1), make.citation(2, second, second)])
    measured = measure(make.case(), answer, (), (make.stored(1), make.stored(2, second, second)))
    assert measured.values["citation_precision"] == 0.5
    assert measured.weights["citation_precision"] == 2
