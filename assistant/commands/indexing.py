"""Bring the index in line with the documents, go back a step, and check the installation."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import SettingsFault
from index.settings import Settings

if TYPE_CHECKING:
    from index.build import ReindexReport
    from index.doctor import Finding

SourceOption = Annotated[
    Path | None,
    typer.Argument(help="Folder of case documents. Without it: `source` in arende.toml.", show_default=False),
]
DataOption = Annotated[
    Path | None, typer.Option("--data", help="Folder of the index; else `data` of arende.toml.", show_default=False)
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="Settings file; else ./arende.toml.", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else on stdout.")]
FullOption = Annotated[bool, typer.Option("--full", help="Read every file again, changed or not.")]

SHOWN_NAMES = 20
EXIT_UNSOUND = 1


def register(app: typer.Typer) -> None:
    """Add the commands of this group to the command line."""
    app.command("reindex")(reindex_command)
    app.command("rollback")(rollback_command)
    app.command("doctor")(doctor_command)


def reindex_command(
    source: SourceOption = None,
    data: DataOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
    full: FullOption = False,
) -> None:
    """Index what is new or changed in a folder of case documents; readers keep the old index till then."""
    # A second of readers and engines that `ask`, in the same program, does not need.
    from assistant.commands.drawing import DrawnProgress  # noqa: PLC0415
    from index.build import reindex  # noqa: PLC0415

    settings = Settings.load(config)
    folder = source or settings.source
    if folder is None:
        raise SettingsFault("Name the folder of case documents: `arende reindex SOURCE`, or `source` in arende.toml.")
    with DrawnProgress() as progress:
        report = reindex(folder, data_folder(data, settings), settings, progress, full=full)
    sys.stdout.write(json.dumps(report.as_json(), ensure_ascii=False) + "\n" if as_json else report_text(report))


def rollback_command(data: DataOption = None, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Go back to the generation before the current one."""
    from index.build import rollback  # noqa: PLC0415  (as above)

    manifest = rollback(data_folder(data, Settings.load(config)))
    text = f"Utgåva {manifest.generation} från {manifest.built_at} gäller igen: {_counted(manifest.documents, 'handling')}.\n"
    sys.stdout.write(json.dumps(asdict(manifest), ensure_ascii=False) + "\n" if as_json else text)


def doctor_command(data: DataOption = None, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Check what the product needs and the state of the index; exit code 1 where something is wrong."""
    from index.doctor import examine  # noqa: PLC0415  (as above)

    settings = Settings.load(config)
    findings = (*examine(data or settings.data, settings), *_language_model(settings))
    sound = all(finding.ok or not finding.needed for finding in findings)
    if as_json:
        checks = [asdict(part) for part in findings]
        sys.stdout.write(json.dumps({"ok": sound, "checks": checks}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("".join(_finding_line(finding) for finding in findings))
    if not sound:
        raise typer.Exit(EXIT_UNSOUND)


def _language_model(settings: Settings) -> "tuple[Finding, ...]":
    """Return whether the language model can be asked, where one is configured; without it the answers are extracts."""
    if settings.model.kind == "none":
        return ()
    from assistant.llm import fault_of  # noqa: PLC0415  (as above)
    from index.doctor import Finding  # noqa: PLC0415  (as above)

    fault = fault_of(settings.model)
    where = (
        settings.model.path if settings.model.kind == "llamacpp" else f"{settings.model.name} at {settings.model.url}"
    )
    return (Finding("language model", not fault, fault or str(where), needed=False),)


def data_folder(data: Path | None, settings: Settings) -> Path:
    """Return the data folder of an option or of the settings."""
    folder = data or settings.data
    if folder is None:
        raise SettingsFault("Name the data folder: `--data DIR`, or `data` in arende.toml.")
    return folder


def report_text(report: "ReindexReport") -> str:
    """Return what a re-index did, for the one who runs it: every skipped file with its reason."""
    # The chat's administration page says the same of a skipped file.
    from assistant.web.texts import SKIPPED  # noqa: PLC0415

    lines = [
        f"Indexerade {len(report.indexed)}, oförändrade {report.unchanged}, borttagna {len(report.removed)}, "
        f"flyttade {len(report.moved)}, hoppade över {len(report.skipped)}; {_decimal(report.seconds)} s",
        f"Indexet har {_counted(report.documents, 'handling')}, {report.passages} stycken, "
        f"{report.vectors} av {report.chunks} sökvektorer ({report.embedded} nya på "
        f"{_decimal(report.embedding_seconds)} s). Utgåva {report.generation}.",
    ]
    lines += _names("Borttagen", report.removed)
    lines += _names("Flyttad", [f"{old} -> {new}" for old, new in report.moved])
    lines += [f"Hoppade över {part.path}: {SKIPPED.get(part.reason, part.message)}" for part in report.skipped]
    return "\n".join(lines) + "\n"


def _finding_line(finding: "Finding") -> str:
    mark = "ok " if finding.ok else ("FEL" if finding.needed else "obs")
    return f"{mark}  {finding.name}: {finding.detail}\n"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 'ar'}"


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _names(title: str, names: tuple[str, ...] | list[str]) -> list[str]:
    shown = [f"{title}: {name}" for name in names[:SHOWN_NAMES]]
    more = len(names) - SHOWN_NAMES
    return [*shown, f"{title}: ytterligare {more} (se --json)"] if more > 0 else shown
