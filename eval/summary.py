"""Sum up the scores of a run: a value and a 95 % interval for each measure, per type and in all; pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from eval.metrics import MEASURES
from eval.results import Result

RESAMPLES = 2000
SEED = 20260101
ALL = "all"
BINS = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold one measure over some questions; all None where it is undefined for every one of them."""

    value: float | None
    low: float | None
    high: float | None
    questions: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Hold the questions whose confidence lies in [low, high): how sure the search was, and how often it was right."""

    low: float
    high: float
    questions: int
    confidence: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """Say how well the confidence foretells that the right passage is among the ten first hits."""

    expected_error: float | None
    brier: float | None
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """Say what refusing every question below a confidence would give."""

    confidence: float
    coverage: float
    refusal: float


def measures(results: Sequence[Result]) -> dict[str, dict[str, Figure]]:
    """Return each measure for all questions and for each type."""
    groups: dict[str, list[Result]] = {ALL: list(results)}
    for result in results:
        for name in result.case.groups:
            groups.setdefault(name, []).append(result)
    names = [ALL, *sorted(set(groups) - {ALL})]
    return {name: {measure: figure(groups[name], measure) for measure in MEASURES} for name in names}


def figure(results: Sequence[Result], measure: str) -> Figure:
    """Return one measure over questions, with its bootstrap interval."""
    pairs = [
        (value * weight, weight)
        for result in results
        if (value := result.scores.get(measure)) is not None and (weight := result.weights.get(measure, 1))
    ]
    if not pairs:
        return Figure(None, None, None, 0)
    sums, counts = (np.asarray(column, dtype=float) for column in zip(*pairs, strict=True))
    low, high = interval(lambda chosen: sums[chosen].sum(-1) / counts[chosen].sum(-1), len(pairs))
    return Figure(_rounded(sums.sum() / counts.sum()), low, high, len(pairs))


def mean(values: Sequence[float]) -> Figure:
    """Return the mean of one value a question, with its bootstrap interval."""
    if not values:
        return Figure(None, None, None, 0)
    known = np.asarray(values)
    low, high = interval(lambda chosen: known[chosen].mean(axis=-1), len(known))
    return Figure(_rounded(known.mean()), low, high, len(known))


def interval(statistic: Callable[[Any], Any], size: int) -> tuple[float | None, float | None]:
    """Return the 95 % percentile bootstrap interval of a statistic of question numbers; none for a single question."""
    if size < 2:
        return None, None
    # Loaded here: scipy takes seconds to load, and every `arende` command imports this package.
    from scipy.stats import bootstrap  # noqa: PLC0415

    found = bootstrap(
        (np.arange(size),),
        lambda chosen, axis=-1: statistic(chosen),
        n_resamples=RESAMPLES,
        method="percentile",
        rng=np.random.default_rng(SEED),
        vectorized=True,
    ).confidence_interval
    return _rounded(found.low), _rounded(found.high)


def median_words(results: Iterable[Result]) -> Figure:
    """Return the median number of words of the answers that are no refusals."""
    words = np.asarray(
        [len(r.answer.answer.split()) for r in results if r.answer and not r.answer.refused], dtype=float
    )
    if not len(words):
        return Figure(None, None, None, 0)
    low, high = interval(lambda chosen: np.median(words[chosen], axis=-1), len(words))
    return Figure(_rounded(np.median(words)), low, high, len(words))


def latency(results: Iterable[Result]) -> dict[str, Figure]:
    """Return p50 and p95 of the milliseconds of ask, as measured around the call."""
    times = np.asarray([result.seconds * 1000 for result in results if result.seconds is not None])
    if not len(times):
        return {name: Figure(None, None, None, 0) for name in ("p50", "p95")}
    return {"p50": _percentile(times, 50), "p95": _percentile(times, 95)}


def calibration(results: Iterable[Result]) -> Calibration:
    """Return how the confidence of each question compares with what came true."""
    pairs = [
        (result.answer.confidence, float(result.scores.get("evidence_recall@10") == 1.0))
        for result in results
        if result.answer is not None
    ]
    if not pairs:
        return Calibration(None, None, ())
    confidence, right = (np.asarray(column) for column in zip(*pairs, strict=True))
    place = np.minimum((confidence * BINS).astype(int), BINS - 1)
    bins = tuple(_bin(number, confidence[place == number], right[place == number]) for number in range(BINS))
    gaps = [
        part.questions * abs(part.confidence - part.right)
        for part in bins
        if part.confidence is not None and part.right is not None
    ]
    return Calibration(_rounded(sum(gaps) / len(pairs)), _rounded(np.mean((confidence - right) ** 2)), bins)


def thresholds(results: Iterable[Result]) -> tuple[Threshold, ...]:
    """Return coverage and refusal for every threshold on the confidence; none where either kind of question lacks."""
    answered = [result for result in results if result.answer is not None]
    can = np.asarray([r.answer.confidence for r in answered if r.case.answerable and r.answer is not None])
    cannot = np.asarray([r.answer.confidence for r in answered if not r.case.answerable and r.answer is not None])
    if not len(can) or not len(cannot):
        return ()
    steps = np.unique(np.concatenate([[0.0], can, cannot, [1.0 + 1e-9]]))
    return tuple(
        Threshold(_rounded(step), _rounded((can >= step).mean()), _rounded((cannot < step).mean())) for step in steps
    )


def summary(results: Sequence[Result]) -> dict[str, Any]:
    """Return everything that is the same in every run over the same index and questions."""
    return {
        "questions": len(results),
        "answerable": sum(result.case.answerable for result in results),
        "statuses": _statuses(results),
        "errors": [result.id for result in results if result.error],
        "measures": {
            group: {name: asdict(found) for name, found in figures.items()}
            for group, figures in measures(results).items()
        },
        "words": asdict(median_words(results)),
        "calibration": asdict(calibration(results)),
        "thresholds": [asdict(step) for step in thresholds(results)],
    }


def timings(results: Sequence[Result]) -> dict[str, Any]:
    """Return what differs from run to run."""
    return {"latency_ms": {name: asdict(found) for name, found in latency(results).items()}}


def _percentile(times: Any, share: int) -> Figure:
    low, high = interval(lambda chosen: np.percentile(times[chosen], share, axis=-1), len(times))
    return Figure(_rounded(np.percentile(times, share), 1), low, high, len(times))


def _statuses(results: Iterable[Result]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for result in results:
        name = result.answer.status if result.answer else "error"
        found[name] = found.get(name, 0) + 1
    return dict(sorted(found.items()))


def _bin(number: int, confidence: Any, right: Any) -> Bin:
    low, high = number / BINS, (number + 1) / BINS
    if not len(confidence):
        return Bin(low, high, 0, None, None)
    return Bin(low, high, len(confidence), _rounded(confidence.mean()), _rounded(right.mean()))


def _rounded(value: Any, digits: int = 6) -> float:
    return round(float(value), digits)
