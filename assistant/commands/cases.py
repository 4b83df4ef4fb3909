"""The commands that follow cases: case, report."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from assistant.casefile import case_chain, chain_json, registrar
from assistant.commands.options import (
    EXIT_FAULT,
    AsJson,
    Config,
    Data,
    Groups,
    data_folder,
    faults_in_swedish,
    reader_groups,
    show_result,
)
from index.reader import CaseIndex
from index.settings import Settings
from ingest.chain import CaseChain
from ingest.report import RegistrarReport, as_page
from ingest.sidecar import SidecarProblem, load_sidecars


def register(app: typer.Typer) -> None:
    """Add the commands of this group to the command line."""
    app.command("case")(case)
    app.command("report")(report)


def case(
    number: Annotated[str, typer.Argument(help="Diarienummer in any spelling, such as 'KS 2024/123'.")],
    data: Data = None,
    config: Config = None,
    groups: Groups = None,
    as_json: AsJson = False,
) -> None:
    """Show a case from its first document to its last: steps, open assignments, missing links."""
    with faults_in_swedish():
        index = _index(data, config)
        found = case_chain(index, number, reader_groups(groups))
        if found is None:
            typer.echo(f"Fel: Inga handlingar i ärende '{number}' finns i underlaget.", err=True)
            raise typer.Exit(EXIT_FAULT)
        sources = {summary.metadata.id: summary.metadata.source for summary in index.documents(reader_groups(groups))}
        show_result(chain_json(found, sources) if as_json else _readable_case(found))


def report(
    data: Data = None,
    config: Config = None,
    groups: Groups = None,
    page: Annotated[
        Path | None, typer.Option("--html", help="Write the report as a page to this file.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what a registrar should see to: files without text, missing numbers, duplicates, loose ends."""
    with faults_in_swedish():
        index = _index(data, config)
        found = registrar(index, reader_groups(groups), _sidecar_problems(index))
        if page is not None:
            page.write_text(as_page(found, dt.datetime.now()), encoding="utf-8")
            typer.echo(f"Rapporten skrevs till {page}.", err=True)
        show_result(found.as_json() if as_json else _readable_report(found))


def _index(data: Path | None, config: Path | None) -> CaseIndex:
    settings = Settings.load(config)
    return CaseIndex.open(data_folder(data, settings), settings)


def _sidecar_problems(index: CaseIndex) -> tuple[SidecarProblem, ...]:
    source = Path(index.manifest.source) if index.manifest.source else None
    return load_sidecars(source).problems if source is not None and source.is_dir() else ()


def _readable_case(found: CaseChain) -> str:
    lines = [f"{found.case_number}  {found.title}", ""]
    for step in found.steps:
        place = " ".join(filter(None, (step.board, step.section_sign)))
        lines.append(f"{step.date or 'odaterad'!s:10}  {step.outcome.value}: {step.kind.value}, {place}")
        lines.append(f"            ”{step.quote}”")
        lines.append(f"            {step.source}, sida {step.page}")
    lines.append("")
    lines.append("Uppdrag utan återrapportering:" if found.open_assignments else "Inga uppdrag utan återrapportering.")
    for assignment in found.open_assignments:
        until = f" (senast {assignment.deadlines[-1]})" if assignment.deadlines else ""
        place = " ".join(filter(None, (assignment.board, assignment.section_sign)))
        lines.append(f"  {assignment.date or 'odaterad'}  {place}{until}: ”{assignment.quote}”")
    if found.missing:
        lines.extend(["", "Saknas i underlaget:"])
        lines.extend(f"  {link.text}: {link.reason}" for link in found.missing)
    return "\n".join(lines)


def _readable_report(found: RegistrarReport) -> str:
    lines = [
        f"{found.documents} handlingar, {found.files_skipped} överhoppade filer, {found.findings} saker att se över."
    ]
    for group in found.groups:
        lines.extend(["", f"{group.title} ({len(group.findings)})"])
        lines.extend(
            f"  {finding.source}{' ' + finding.section_sign if finding.section_sign else ''}: {finding.detail}"
            for finding in group.findings
        )
    return "\n".join(lines)
