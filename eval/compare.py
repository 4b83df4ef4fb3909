"""Compare two runs question by question: did the answers get worse, and which; pure.

A measure regresses when a paired test over the questions says so: McNemar's exact test where each question is right or
wrong, a paired bootstrap where it has a share. Hard gates hold for the new run alone, whatever the old one was.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from eval.errors import BadResults
from eval.metrics import MEASURES
from eval.results import Result
from eval.summary import interval

LEVEL = 0.05
# A regression in these fails the comparison; the others are shown.
GATED = (
    "strict_accuracy",
    "fact_recall",
    "citation_recall",
    "citation_precision",
    "grounded",
    "refusal_recall",
    "coverage",
    "evidence_recall@1",
    "evidence_recall@10",
    "ndcg@10",
)
IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True)
class Gate:
    """Hold one demand that no answer may break, and the questions that break it."""

    name: str
    demand: str
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Hold one measure in both runs over the questions they share; ``p`` is None for a bootstrap."""

    measure: str
    before: float
    after: float
    questions: int
    low: float | None
    high: float | None
    p: float | None
    significant: bool
    worse: tuple[str, ...]
    better: tuple[str, ...]

    @property
    def regressed(self) -> bool:
        """Tell whether the measure fell more than chance explains."""
        return self.significant and self.after < self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold what changed between two runs, and what the new one must not do."""

    changes: tuple[Change, ...]
    gates: tuple[Gate, ...]
    newly_right: tuple[str, ...]
    newly_wrong: tuple[str, ...]
    changed_citations: tuple[str, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]

    @property
    def regressions(self) -> tuple[Change, ...]:
        """Return the gated measures that fell."""
        return tuple(change for change in self.changes if change.regressed and change.measure in GATED)

    @property
    def passed(self) -> bool:
        """Tell whether the new run may replace the old one."""
        return not self.regressions and not any(gate.broken for gate in self.gates)


def gates(results: Sequence[Result]) -> tuple[Gate, ...]:
    """Return every hard demand with the questions that break it."""

    def broken(breaks: Callable[[Result], bool]) -> tuple[str, ...]:
        return tuple(result.id for result in results if breaks(result))

    return (
        Gate("answers", "every question is answered or refused without an error", broken(lambda r: bool(r.error))),
        Gate("verbatim", "every citation stands verbatim at its place", broken(_breaks_verbatim)),
        Gate("grounded", "every claim is supported by the passages it cites", broken(_breaks_grounded)),
        Gate("identifiers", "no question on an unknown identifier is answered", broken(_breaks_identifier)),
        Gate("shape", "an answer makes claims, a refusal makes none, both have text", broken(_breaks_shape)),
    )


def compare(before: Sequence[Result], after: Sequence[Result]) -> Comparison:
    """Return what changed, over the questions that both runs asked."""
    old = {result.id: result for result in before}
    new = {result.id: result for result in after}
    shared = [name for name in new if name in old]
    if not shared:
        raise BadResults("The two runs share no question. Compare runs of the same question file.")
    for name in shared:
        if old[name].case.question != new[name].case.question:
            raise BadResults(f"Question '{name}' is not the same in both runs. Run both with one question file.")
    pairs = [(old[name], new[name]) for name in shared]
    return Comparison(
        changes=tuple(change for measure in MEASURES if (change := _change(measure, pairs)) is not None),
        gates=gates(after),
        newly_right=tuple(b.id for a, b in pairs if not is_right(a) and is_right(b)),
        newly_wrong=tuple(b.id for a, b in pairs if is_right(a) and not is_right(b)),
        changed_citations=tuple(b.id for a, b in pairs if cited(a) != cited(b)),
        only_before=tuple(name for name in old if name not in new),
        only_after=tuple(name for name in new if name not in old),
    )


def is_right(result: Result) -> bool:
    """Tell whether a question was answered as expected: strictly right, or refused where it has no answer."""
    names = ("strict_accuracy", "citation_recall") if result.case.answerable else ("refusal_recall",)
    known = [value for name in names if (value := result.scores.get(name)) is not None]
    return not result.problems and bool(known) and known[0] == 1.0


def cited(result: Result) -> tuple[tuple[str, str], ...]:
    """Return the documents and words that an answer cites."""
    if result.answer is None:
        return ()
    return tuple((citation.document, citation.quote) for citation in result.answer.citations)


def _change(measure: str, pairs: Sequence[tuple[Result, Result]]) -> Change | None:
    scored = [
        (new.id, old.scores[measure], new.scores[measure])
        for old, new in pairs
        if old.scores.get(measure) is not None and new.scores.get(measure) is not None
    ]
    if not scored:
        return None
    before = np.asarray([row[1] for row in scored], dtype=float)
    after = np.asarray([row[2] for row in scored], dtype=float)
    gap = after - before
    low, high = interval(lambda chosen: gap[chosen].mean(axis=-1), len(gap)) if gap.any() else (0.0, 0.0)
    binary = bool(np.isin(np.concatenate([before, after]), (0.0, 1.0)).all())
    p = _mcnemar(int((gap > 0).sum()), int((gap < 0).sum())) if binary else None
    return Change(
        measure=measure,
        before=round(float(before.mean()), 6),
        after=round(float(after.mean()), 6),
        questions=len(scored),
        low=low,
        high=high,
        p=p,
        significant=p < LEVEL if p is not None else low is not None and high is not None and (low > 0 or high < 0),
        worse=tuple(row[0] for row, step in zip(scored, gap, strict=True) if step < 0),
        better=tuple(row[0] for row, step in zip(scored, gap, strict=True) if step > 0),
    )


def _mcnemar(better: int, worse: int) -> float:
    """Return the two-sided p of McNemar's exact test: of those that changed, are as many better as worse?"""
    if better + worse == 0:
        return 1.0
    # Loaded here: scipy takes seconds to load, and every `arende` command imports this package.
    from scipy.stats import binomtest  # noqa: PLC0415

    return round(float(binomtest(worse, better + worse, 0.5).pvalue), 6)


def _breaks_verbatim(result: Result) -> bool:
    return any(problem.startswith("citation ") for problem in result.problems)


def _breaks_grounded(result: Result) -> bool:
    grounded = result.scores.get("grounded")
    return grounded is not None and grounded < 1.0


def _breaks_identifier(result: Result) -> bool:
    asks_identifier = IDENTIFIER in (result.case.subtype or "")
    return not result.case.answerable and asks_identifier and result.scores.get("refusal_recall") != 1.0


def _breaks_shape(result: Result) -> bool:
    return any(problem.startswith("the answer ") for problem in result.problems)


def broken_lines(demands: Sequence[Gate], types: Mapping[str, str]) -> list[str]:
    """Return a line for each demand that is broken; ``types`` names the type of each question."""
    return [
        f"gate '{gate.name}' is broken ({gate.demand}): {_named(gate.broken, types)}" for gate in demands if gate.broken
    ]


def _named(ids: Sequence[str], types: Mapping[str, str]) -> str:
    return ", ".join(f"{name} ({types.get(name, '?')})" for name in ids)


def described(comparison: Comparison, types: Mapping[str, str]) -> list[str]:
    """Return the comparison as lines for the terminal; ``types`` names the type of each question."""
    lines = [f"{'measure':<20}{'before':>8}{'after':>8}  95 % of the change     p"]
    for change in comparison.changes:
        span = f"[{change.low:+.3f}, {change.high:+.3f}]" if change.low is not None and change.high is not None else "-"
        p = f"{change.p:.4f}" if change.p is not None else "     -"
        mark = "  WORSE" if change.regressed else "  better" if change.significant else ""
        lines.append(f"{change.measure:<20}{change.before:>8.3f}{change.after:>8.3f}  {span:<18}{p:>8}{mark}")
    lines += broken_lines(comparison.gates, types)
    for change in comparison.regressions:
        lines.append(
            f"{change.measure} fell from {change.before:.3f} to {change.after:.3f}: {_named(change.worse, types)}"
        )
    for title, ids in (
        ("newly wrong", comparison.newly_wrong),
        ("newly right", comparison.newly_right),
        ("asked only before", comparison.only_before),
        ("asked only after", comparison.only_after),
    ):
        if ids:
            lines.append(f"{title}: {_named(ids, types)}")
    lines.append("passed" if comparison.passed else "FAILED")
    return lines
