"""Measure one question's answer and hits; pure. The definitions stand in ``docs/evaluation.md``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.cases import Case
from eval.grounding import citation_problem, claim_problems, fold, not_in_passage
from eval.results import AnswerRecord, HitRecord, Result, StoredPlace

CUTOFFS = (1, 3, 5, 10, 20)
SHORT_TYPES = frozenset({"who", "identifier"})
SHORT_BUDGET = 60
LONG_BUDGET = 200

# Name of each measure, in the order of reports, with what it says of a municipality's answers.
MEASURES: Mapping[str, str] = {
    "strict_accuracy": "Rätt svar inom ordgränsen",
    "fact_recall": "Fakta som svaret innehåller",
    "citation_recall": "Rätt stycke citerat",
    "citation_precision": "Citat som håller",
    "grounded": "Påståenden med stöd",
    "refusal_recall": "Avstår när svaret saknas",
    "coverage": "Svarar när svaret finns",
    **{f"evidence_recall@{cutoff}": f"Rätt stycke bland {cutoff} träffar" for cutoff in CUTOFFS},
    "mrr@10": "MRR@10",
    "ndcg@10": "nDCG@10",
}


@dataclass(frozen=True, slots=True)
class Score:
    """Hold the measures of one question; None is undefined, and ``weights`` counts what a share is taken over."""

    values: Mapping[str, float | None]
    weights: Mapping[str, int]
    problems: tuple[str, ...]


def score(result: Result) -> Result:
    """Return a result with its scores computed anew from the answer, the hits and the stored places."""
    measured = measure(result.case, result.answer, result.hits, result.stored)
    problems = (f"no answer: {result.error}",) if result.error else measured.problems
    update = {"scores": measured.values, "weights": measured.weights, "problems": problems}
    return result.model_copy(update=update)


def measure(case: Case, answer: AnswerRecord | None, hits: Sequence[HitRecord], stored: Sequence[StoredPlace]) -> Score:
    """Return every measure of one question; a question that failed with an error has no answer and no hits."""
    proof = _proof(answer, stored)
    values = {**_answer_measures(case, answer), **proof.values, **_search_measures(case, hits)}
    weights = {**proof.weights, "fact_recall": len(case.answer_contains)}
    return Score({name: values[name] for name in MEASURES}, weights, proof.problems)


def word_budget(kind: str) -> int:
    """Return how many words an answer to this type of question may have."""
    short = kind in SHORT_TYPES or kind == "fact" or kind.startswith("fact-")
    return SHORT_BUDGET if short else LONG_BUDGET


def facts_found(case: Case, text: str) -> int:
    """Count the expected facts of which some spelling stands in a text."""
    folded = fold(text)
    return sum(any(fold(spelling) in folded for spelling in fact) for fact in case.answer_contains)


def needs(case: Case, hits: Sequence[HitRecord]) -> tuple[int, tuple[int, ...]]:
    """Return how many quotes have to be found, and how many of them each hit is the first to hold.

    One of the quotes is enough, except for a list, which needs as many as its evidence has. A further place (``also``)
    proves the same as some evidence, so it can stand in for one that was not found.
    """
    wanted = len(case.evidence) if case.type == "list" else 1
    quotes = {fold(quote) for quote in case.quotes}
    found: list[int] = []
    for hit in hits:
        text = fold(hit.text)
        held = {quote for quote in quotes if quote in text}
        new = min(len(held), wanted - sum(found))
        quotes -= held
        found.append(new)
    return wanted, tuple(found)


def ranking(case: Case, hits: Sequence[HitRecord]) -> tuple[dict[str, int], dict[str, float]]:
    """Return judgements and ranks of one question: a hit that first holds a quote is relevant."""
    wanted, found = needs(case, hits)
    judged = {f"hit{rank}": 1 for rank, count in enumerate(found) if count}
    judged.update({f"missed{number}": 1 for number in range(wanted - sum(found))})
    return judged, {f"hit{rank}": float(len(hits) - rank) for rank in range(len(hits))}


def _answer_measures(case: Case, answer: AnswerRecord | None) -> dict[str, float | None]:
    refused = answer is None or answer.refused
    if not case.answerable:
        correct = answer is not None and answer.refused
        undefined = dict.fromkeys(("strict_accuracy", "fact_recall", "citation_recall", "coverage"))
        return {**undefined, "refusal_recall": float(correct)}
    # A refusal holds no facts, even where the nearest passages it shows happen to.
    text = "" if refused or answer is None else answer.answer
    facts = len(case.answer_contains)
    found = facts_found(case, text)
    within = len(text.split()) <= word_budget(case.type)
    return {
        "strict_accuracy": float(found == facts and within) if facts else None,
        "fact_recall": found / facts if facts else None,
        "citation_recall": float(not refused and answer is not None and _cites(case, answer)),
        "coverage": float(not refused),
        "refusal_recall": None,
    }


def _cites(case: Case, answer: AnswerRecord) -> bool:
    passages = [fold(citation.passage) for citation in answer.citations]
    return any(fold(quote) in passage for quote in case.quotes for passage in passages)


def _proof(answer: AnswerRecord | None, stored: Sequence[StoredPlace]) -> Score:
    if answer is None:
        return Score({"citation_precision": None, "grounded": None}, {"citation_precision": 0, "grounded": 0}, ())
    places = {place.number: place for place in stored}
    by_claim = claim_problems(answer, places)
    wrong = {citation.number: _citation_problems(citation.number, answer, places) for citation in answer.citations}
    failed = sum(1 for problems in by_claim if problems)
    right = sum(1 for problems in wrong.values() if not problems)
    claims, citations = len(answer.claims), len(answer.citations)
    # What a citation's claim takes from elsewhere counts in the measure; whether the claim holds is said by the claim.
    misplaced = [problem for problems in wrong.values() for problem in problems if "of its claim" not in problem]
    every = [*(problem for problems in by_claim for problem in problems), *misplaced]
    every += _shape_problems(answer)
    return Score(
        {
            "citation_precision": right / citations if citations else None,
            "grounded": 1 - failed / claims if claims else None,
        },
        {"citation_precision": citations, "grounded": claims},
        tuple(dict.fromkeys(every)),
    )


def _citation_problems(number: int, answer: AnswerRecord, places: Mapping[int, StoredPlace]) -> tuple[str, ...]:
    """Say what is wrong with one citation: its place, or a claim that its passage alone does not carry."""
    citation = next(citation for citation in answer.citations if citation.number == number)
    if problem := citation_problem(citation, places.get(number)):
        return (problem,)
    claims = [claim for claim in answer.claims if number in claim.citations]
    if not claims:
        return (f"citation {number}: no claim rests on it",)
    missing = [value for claim in claims for value in not_in_passage(claim, places[number])]
    return tuple(f"citation {number}: '{value}' of its claim does not stand in its passage" for value in missing)


def _shape_problems(answer: AnswerRecord) -> list[str]:
    """Say where status, claims and text contradict each other."""
    if answer.refused and answer.claims:
        return ["the answer is refused and yet makes claims"]
    if not answer.refused and not answer.claims:
        return ["the answer has status answered or partial but makes no claim"]
    return [] if answer.answer.strip() else ["the answer has no text"]


def _search_measures(case: Case, hits: Sequence[HitRecord]) -> dict[str, float | None]:
    names = [f"evidence_recall@{cutoff}" for cutoff in CUTOFFS]
    if not case.answerable:
        return dict.fromkeys((*names, "mrr@10", "ndcg@10"))
    wanted, found = needs(case, hits)
    recall: dict[str, float | None] = {
        name: sum(found[:cutoff]) / wanted for name, cutoff in zip(names, CUTOFFS, strict=True)
    }
    return {**recall, **_rank_measures(case, hits)}


def _rank_measures(case: Case, hits: Sequence[HitRecord]) -> dict[str, float | None]:
    # Loaded here: the measuring library takes a second, and every `arende` command imports this package.
    from ir_measures import RR, iter_calc, nDCG  # noqa: PLC0415

    judged, ranks = ranking(case, hits)
    if not ranks:
        return {"mrr@10": 0.0, "ndcg@10": 0.0}
    measured = {
        str(found.measure).lower(): found.value
        for found in iter_calc([nDCG @ 10, RR @ 10], {"q": judged}, {"q": ranks})
    }
    return {"mrr@10": measured["rr@10"], "ndcg@10": measured["ndcg@10"]}
