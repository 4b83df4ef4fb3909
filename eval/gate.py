"""Ask the sample municipality's questions and fail where the answers got worse: ``python -m eval.gate``.

``--quick`` asks a few and holds them to the hard gates; without it the whole set is also compared with the stored
baseline. ``--accept`` makes this run the new baseline, when a change of answers is meant.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from eval.baseline import write_baseline
from eval.commands import SERVER
from eval.compare import broken_lines, compare, described, gates
from eval.plan import prepare
from eval.progress import Advance, Stages, on_stderr
from eval.report import write_report
from eval.results import REPORT, Result, read
from eval.run import Asked, run
from index.settings import Settings

SAMPLE = Path(__file__).parent / "sample"
QUESTIONS = SAMPLE / "questions.jsonl"
QUICK = SAMPLE / "quick.txt"
BASELINE = SAMPLE / "baseline.jsonl"
BUILD = Path("build")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold whether a run may pass, and the lines that say why."""

    passed: bool
    lines: tuple[str, ...]


def main(
    quick: Annotated[bool, typer.Option("--quick", help="A few questions and the hard gates only.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="Make this run the new baseline.")] = False,
    build: Annotated[Path, typer.Option(help="Folder for documents, index and results.")] = BUILD,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that ask at the same time.")] = 1,
) -> None:
    """Evaluate the sample municipality; exit with 1 where a gate is broken or a measure fell."""
    if quick and accept:
        raise typer.BadParameter("the quick questions cannot become the baseline", param_hint="--accept")
    with on_stderr() as advance:
        data = sample_index(build, Settings(), advance)
        results = evaluate(data, build / "evaluation", Settings(), advance, quick=quick, jobs=jobs)
    before = None if quick or accept or not BASELINE.is_file() else read(BASELINE)
    if not quick:
        write_report(build / "evaluation" / REPORT, results, before, SERVER)
    found = verdict(results, before)
    typer.echo("\n".join(found.lines))
    if accept and found.passed:
        write_baseline(BASELINE, results)
        typer.echo(f"{BASELINE} is the new baseline")
    raise typer.Exit(0 if found.passed else 1)


def sample_index(build: Path, settings: Settings, advance: Advance) -> Path:
    """Write and index the sample municipality, and return the data folder."""
    # Loaded here: both are heavy, and tests of the verdict need neither.
    from eval.sample.write import write_sample  # noqa: PLC0415
    from index.build import reindex  # noqa: PLC0415

    source, data = build / "gate-sample", build / "gate-data"
    advance("documents", 0, 1)
    write_sample(source)
    advance("documents", 1, 1)
    reindex(source, data, settings, Stages(advance))
    return data


def evaluate(
    data: Path,
    out: Path,
    settings: Settings,
    advance: Advance,
    *,
    quick: bool,
    jobs: int = 1,
    build: Callable[[Path, Settings], Asked] | None = None,
) -> tuple[Result, ...]:
    """Ask the sample questions and return their scored results."""
    plan = prepare(QUESTIONS, data, settings, ids=QUICK if quick else None)
    return run(plan, out, jobs=jobs, advance=lambda done, total: advance("questions", done, total), build=build)


def verdict(results: Sequence[Result], before: Sequence[Result] | None) -> Verdict:
    """Return whether the answers may pass: the hard gates, and nothing worse than before."""
    types = {result.id: result.case.subtype or result.case.type for result in results}
    if before is not None:
        comparison = compare(before, results)
        return Verdict(comparison.passed, tuple(described(comparison, types)))
    demands = gates(results)
    broken = broken_lines(demands, types)
    held = f"{len(results)} questions, {len(demands) - len(broken)} of {len(demands)} gates hold"
    return Verdict(not broken, (*broken, held))


if __name__ == "__main__":
    typer.run(main)
