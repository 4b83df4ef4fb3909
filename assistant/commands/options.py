"""What the commands that read have in common: their options, their output, their faults in Swedish."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant import texts
from index.errors import NoIndex
from index.hits import EVERYONE
from index.settings import Settings
from ingest.errors import ArendeError

# 0 answered or printed; 1 a fault; 2 wrong use (Click's own code).
EXIT_FAULT = 1

Data = Annotated[
    Path | None, typer.Option("--data", help="Folder of the index; else `data` of arende.toml.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else on stdout.")]
Config = Annotated[Path | None, typer.Option("--config", help="Settings file; else ./arende.toml.", show_default=False)]
Groups = Annotated[
    list[str] | None,
    typer.Option("--group", help="Group that the reader belongs to; may be repeated.", show_default=False),
]


def data_folder(data: Path | None, settings: Settings) -> Path:
    """Return the folder of the index, or raise NoIndex where none is named."""
    folder = data or settings.data
    if folder is None:
        raise NoIndex("No data folder is named. Give --data, or set `data` in arende.toml.")
    return folder


def reader_groups(groups: list[str] | None) -> frozenset[str]:
    """Return the groups of whoever runs the command."""
    return EVERYONE | frozenset(groups or ())


def show_result(result: dict[str, Any] | str) -> None:
    """Write a text, or one JSON object, on stdout."""
    typer.echo(result if isinstance(result, str) else json.dumps(result, ensure_ascii=False))


@contextmanager
def faults_in_swedish() -> Iterator[None]:
    """Turn our errors into one Swedish line on stderr and an exit code."""
    try:
        yield
    except ArendeError as error:
        typer.echo(f"Fel: {texts.in_swedish(error)}", err=True)
        raise typer.Exit(EXIT_FAULT) from error
