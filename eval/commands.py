"""Hold the commands of ``arende eval``; what they need is loaded when they run, for every command loads this module."""

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands.options import AsJson, Config, Data, data_folder, show_result
from index.hits import Mode, Part
from index.settings import Settings

if TYPE_CHECKING:
    from eval.results import Result

app = typer.Typer(help="Evaluate answers and retrieval.", no_args_is_help=True)

SERVER = "http://127.0.0.1:8501"

ServerOption = Annotated[str, typer.Option(help="Address of the chat that the report's citations link to.")]
BaselineOption = Annotated[Path | None, typer.Option(help="Earlier run, folder or file, to compare with.")]


@app.command("run")
def run_command(
    questions: Annotated[Path, typer.Argument(help="Question file, one JSON object a line.")],
    out: Annotated[Path, typer.Option(help="Folder for results.jsonl, metrics.json and report.html.")],
    data: Data = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Ask only the first so many questions.")] = None,
    ids: Annotated[Path | None, typer.Option(help="Ask only the questions whose ids stand in this file.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that ask at the same time.")] = 1,
    today: Annotated[str | None, typer.Option(help="Day (YYYY-MM-DD) of asking; else the newest document's.")] = None,
    baseline: BaselineOption = None,
    server: ServerOption = SERVER,
    judge: Annotated[bool, typer.Option("--judge", help="Let the configured language model comment, apart.")] = False,
    config: Config = None,
) -> None:
    """Ask every question, and measure answers and retrieval; goes on where an interrupted run stopped."""
    from eval.plan import prepare  # noqa: PLC0415
    from eval.progress import on_stderr  # noqa: PLC0415
    from eval.results import REPORT, read  # noqa: PLC0415
    from eval.run import run  # noqa: PLC0415

    settings = Settings.load(config)
    before = read(baseline) if baseline else None
    plan = prepare(questions, data_folder(data, settings), settings, ids=ids, limit=limit, today=_day(today))
    with on_stderr() as advance:
        results = run(plan, out, jobs=jobs, advance=lambda done, total: advance("questions", done, total))
        if judge:
            from eval.judge import judge_all  # noqa: PLC0415

            judge_all(results, out, settings, advance)
    _finish(out / REPORT, results, before, server)


@app.command("score")
def score_command(
    results: Annotated[Path, typer.Argument(help="results.jsonl of a run, or its folder.")],
    baseline: BaselineOption = None,
    server: ServerOption = SERVER,
) -> None:
    """Score stored answers anew, without asking again."""
    from eval.results import REPORT, read  # noqa: PLC0415
    from eval.run import rescore  # noqa: PLC0415

    before = read(baseline) if baseline else None
    folder, scored = rescore(results)
    _finish(folder / REPORT, scored, before, server)


@app.command("compare")
def compare_command(
    before: Annotated[Path, typer.Argument(help="Earlier run: its folder, results.jsonl or a stored baseline.")],
    after: Annotated[Path, typer.Argument(help="Run to judge: its folder or results.jsonl.")],
    as_json: AsJson = False,
) -> None:
    """Compare two runs question by question; exit with 1 on a significant regression or a broken hard gate."""
    from eval.compare import compare, described  # noqa: PLC0415
    from eval.results import read  # noqa: PLC0415

    old, new = read(before), read(after)
    found = compare(old, new)
    if as_json:
        show_result({"passed": found.passed, **asdict(found)})
    else:
        types = {result.id: result.case.subtype or result.case.type for result in (*old, *new)}
        typer.echo("\n".join(described(found, types)))
    raise typer.Exit(0 if found.passed else 1)


@app.command("beir")
def beir_command(
    folder: Annotated[Path, typer.Argument(help="BEIR folder: corpus.jsonl, queries.jsonl and qrels.")],
    mode: Annotated[Mode, typer.Option(help="Which part of the index ranks.")] = Mode.HYBRID,
    every_mode: Annotated[bool, typer.Option("--every-mode", help="Measure words, vectors and hybrid.")] = False,
    data: Annotated[Path | None, typer.Option(help="Data folder to build once and keep; else a temporary one.")] = None,
    baselines: Annotated[bool, typer.Option("--baselines", help="Measure plain ways of searching beside it.")] = False,
    once: Annotated[
        bool, typer.Option("--copies-once", help="Measure also with texts that stand there twice counted as one.")
    ] = False,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Index a BEIR folder as documents, and measure the ranking of its texts."""
    from eval import beir  # noqa: PLC0415
    from eval.progress import on_stderr  # noqa: PLC0415

    settings = Settings.load(config)
    benchmark = beir.load(folder)
    modes = tuple(Mode) if every_mode else (mode,)
    with on_stderr() as advance, beir.indexed(benchmark, data, settings, advance) as built:
        searches = {one.value: beir.product_search(built, settings, benchmark, one) for one in modes}
        if baselines:
            from eval.baselines import plain_searches  # noqa: PLC0415

            searches |= plain_searches(benchmark.texts, built, settings)
        ranked = {name: beir.rank_all(benchmark, search, name, advance) for name, search in searches.items()}
        rows = {name: beir.figures(benchmark, found) for name, found in ranked.items()}
        if once:
            rows |= {
                f"{name}, copies once": beir.figures(*beir.copies_once(benchmark, found))
                for name, found in ranked.items()
            }
    if as_json:
        values = {name: {measure: asdict(figure) for measure, figure in row.items()} for name, row in rows.items()}
        show_result({**beir.counts(benchmark), "results": values})
    else:
        typer.echo(f"{benchmark.name}: {beir.counts(benchmark)}")
        typer.echo(beir.table(rows))


@app.command("ablate")
def ablate_command(
    questions: Annotated[Path, typer.Argument(help="Question file, or a BEIR folder.")],
    data: Data = None,
    part: Annotated[list[Part] | None, typer.Option(help="Leave out only this part; may be given again.")] = None,
    every: Annotated[int, typer.Option(min=1, help="Ask only every so many-th question.")] = 1,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Measure the search whole and without each of its parts."""
    from eval.ablate import ablate, table  # noqa: PLC0415
    from eval.progress import on_stderr  # noqa: PLC0415

    settings = Settings.load(config)
    with on_stderr() as advance:
        rows = ablate(questions, data_folder(data, settings), settings, part or list(Part), advance, every)
    typer.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False) if as_json else table(rows))


@app.command("scale")
def scale_command(
    collection: Annotated[Path, typer.Argument(help="JSON lines, gzipped or not: id, date, title, text.")],
    documents: Annotated[int | None, typer.Option(min=2, help="Index only the first so many.")] = None,
    real_vectors: Annotated[
        bool, typer.Option("--real-vectors", help="Embed the passages; else their vectors are random.")
    ] = False,
    questions: Annotated[int, typer.Option(min=1, help="Searches to time.")] = 100,
    plain: Annotated[int, typer.Option(min=0, help="Documents to embed and ingest the plain way too; 0: none.")] = 0,
    growth: Annotated[
        int,
        typer.Option(
            min=0, help="Passages of the collection's words, and random vectors, to grow the engines to; 0: none."
        ),
    ] = 0,
    config: Config = None,
) -> None:
    """Time building and searching an index of many documents, one JSON object a line."""
    from eval.progress import on_stderr  # noqa: PLC0415
    from eval.scale_run import everything  # noqa: PLC0415

    settings = Settings.load(config)
    with on_stderr() as advance:
        for figure in everything(
            collection,
            settings,
            advance,
            limit=documents,
            real_vectors=real_vectors,
            questions=questions,
            plain=plain,
            growth=growth,
        ):
            show_result(figure)


@app.command("promote")
def promote_command(
    data: Data = None,
    out: Annotated[Path | None, typer.Option(help="File the drafts are added to; without it they are listed.")] = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """List answers that staff marked as wrong, or add them as drafts to a question file."""
    from eval.promote import append_drafts, draft, marked_wrong  # noqa: PLC0415

    drafts = [draft(judged) for judged in marked_wrong(data_folder(data, Settings.load(config)))]
    if out is not None:
        added = append_drafts(out, drafts)
        typer.echo(f"{len(added)} drafts added to {out}; fill in type, evidence and answer_contains by hand.", err=True)
        drafts = [found for found in drafts if found["id"] in added]
    if as_json:
        show_result({"drafts": drafts})
        return
    for found in drafts:
        note = found["note"]
        typer.echo(f"{found['id']}  {note['marked']}  {found['question']}")
        typer.echo(f"    {', '.join(note['reasons'])}: {note['comment']}")


def _finish(report: Path, results: "tuple[Result, ...]", before: "tuple[Result, ...] | None", server: str) -> None:
    """Write the report, and print the figures for all questions."""
    from eval.report import write_report  # noqa: PLC0415
    from eval.summary import latency, measures, median_words  # noqa: PLC0415

    write_report(report, results, before, server)
    rows: dict[str, Any] = {**measures(results)["all"], "words (median)": median_words(results)}
    rows |= {f"latency {name} (ms)": figure for name, figure in latency(results).items()}
    for name, figure in rows.items():
        if figure.value is None:
            typer.echo(f"{name:<22}   undefined")
        else:
            span = f"[{figure.low:.3f}, {figure.high:.3f}]" if figure.low is not None else ""
            typer.echo(f"{name:<22}{figure.value:>10.4f}  {span:<18} {figure.questions:>5} questions")
    typer.echo(f"report: {report}", err=True)


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not a day; write YYYY-MM-DD", param_hint="--today") from error
