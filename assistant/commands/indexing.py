"""Bring the index in line with the documents, go back a step, and check the installation."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from index.build import ReindexReport, reindex, rollback
from index.doctor import Finding, examine
from index.errors import SettingsFault
from index.settings import Settings

SourceOption = Annotated[
    Path | None,
    typer.Argument(help="Folder of case documents. Without it: `source` in arende.toml.", show_default=False),
]
DataOption = Annotated[
    Path | None, typer.Option("--data", help="Data folder of the index. Without it: `data` in arende.toml.")
]
SettingsOption = Annotated[Path | None, typer.Option("--settings", help="Settings file. Without it: ./arende.toml.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object on stdout.")]
FullOption = Annotated[bool, typer.Option("--full", help="Read every file again, changed or not.")]

STAGES = {
    "scan": "Looking through the folder",
    "read": "Reading files",
    "words": "Indexing words",
    "embed": "Computing vectors",
    "store": "Storing vectors",
}
SHOWN_NAMES = 20


class DrawnProgress:
    """Draw a re-index on stderr: a bar with time left for each stage, and what a person should know."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bars = Bars(
            TextColumn("{task.description:<26}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=self._console,
            # A log file gets the messages, not a thousand bars.
            disable=not self._console.is_terminal,
        )
        self._task: int | None = None

    def __enter__(self) -> "DrawnProgress":
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def start(self, stage: str, total: int) -> None:
        """Begin the bar of a stage."""
        self._task = self._bars.add_task(STAGES.get(stage, stage), total=total or None)
        if not self._console.is_terminal and total:
            self._console.print(f"{STAGES.get(stage, stage)}: {total}", highlight=False)

    def advance(self, steps: int) -> None:
        """Move the bar."""
        if self._task is not None:
            self._bars.advance(self._bars.task_ids[-1], steps)

    def say(self, message: str) -> None:
        """Print a message above the bars."""
        self._console.print(message, highlight=False, markup=False)


def register(app: typer.Typer) -> None:
    """Add the commands of this group to the command line."""
    app.command("reindex")(reindex_command)
    app.command("rollback")(rollback_command)
    app.command("doctor")(doctor_command)


def reindex_command(
    source: SourceOption = None,
    data: DataOption = None,
    settings_file: SettingsOption = None,
    as_json: JsonOption = False,
    full: FullOption = False,
) -> None:
    """Index what is new or changed in a folder of case documents; readers keep the old index till then."""
    settings = Settings.load(settings_file)
    folder = source or settings.source
    if folder is None:
        raise SettingsFault("Name the folder of case documents: `arende reindex SOURCE`, or `source` in arende.toml.")
    with DrawnProgress() as progress:
        report = reindex(folder, data_folder(data, settings), settings, progress, full=full)
    sys.stdout.write(json.dumps(report.as_json(), ensure_ascii=False) + "\n" if as_json else _report_text(report))


def rollback_command(
    data: DataOption = None, settings_file: SettingsOption = None, as_json: JsonOption = False
) -> None:
    """Go back to the generation before the current one."""
    manifest = rollback(data_folder(data, Settings.load(settings_file)))
    text = (
        f"Generation {manifest.generation} of {manifest.built_at} is current again ({manifest.documents} documents).\n"
    )
    sys.stdout.write(json.dumps(asdict(manifest), ensure_ascii=False) + "\n" if as_json else text)


def doctor_command(data: DataOption = None, settings_file: SettingsOption = None, as_json: JsonOption = False) -> None:
    """Check what the product needs and the state of the index; exit code 1 where something is wrong."""
    settings = Settings.load(settings_file)
    findings = examine(data or settings.data, settings)
    sound = all(finding.ok or not finding.needed for finding in findings)
    if as_json:
        sys.stdout.write(
            json.dumps({"ok": sound, "checks": [asdict(part) for part in findings]}, ensure_ascii=False) + "\n"
        )
    else:
        sys.stdout.write("".join(_finding_line(finding) for finding in findings))
    if not sound:
        raise typer.Exit(1)


def data_folder(data: Path | None, settings: Settings) -> Path:
    """Return the data folder of an option or of the settings."""
    folder = data or settings.data
    if folder is None:
        raise SettingsFault("Name the data folder: `--data DIR`, or `data` in arende.toml.")
    return folder


def _finding_line(finding: Finding) -> str:
    mark = "ok  " if finding.ok else ("FEL " if finding.needed else "obs ")
    return f"{mark} {finding.name}: {finding.detail}\n"


def _report_text(report: ReindexReport) -> str:
    lines = [
        f"Indexed {len(report.indexed)}, unchanged {report.unchanged}, removed {len(report.removed)}, "
        f"moved {len(report.moved)}, skipped {len(report.skipped)}; {report.seconds} s",
        f"Index: {report.documents} documents, {report.passages} passages, {report.chunks} chunks, "
        f"{report.vectors} vectors ({report.embedded} computed in {report.embedding_seconds} s, "
        f"{report.cached} from the cache)",
        f"Generation {report.generation}{'' if report.changed else ' (nothing to do)'}",
    ]
    lines += _names("Removed", report.removed)
    lines += _names("Moved", [f"{old} -> {new}" for old, new in report.moved])
    # Every skipped file is named: what is not in the index must be known.
    lines += [f"Skipped {part.path}: {part.reason}: {part.message}" for part in report.skipped]
    return "\n".join(lines) + "\n"


def _names(title: str, names: tuple[str, ...] | list[str]) -> list[str]:
    shown = [f"{title} {name}" for name in names[:SHOWN_NAMES]]
    more = len(names) - SHOWN_NAMES
    return [*shown, f"{title}: {more} more (see --json)"] if more > 0 else shown
