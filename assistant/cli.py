"""Run ``arende``: gather the groups of commands, turn our errors into one Swedish line and an exit code."""

import sys
from importlib import import_module
from importlib.metadata import entry_points

import typer

from ingest.errors import ArendeError

COMMAND_MODULES = (
    "assistant.commands.indexing",
    "assistant.commands.asking",
    "assistant.commands.cases",
    "assistant.commands.serving",
)

EXIT_FAULT = 1
EXIT_USAGE = 2


def build() -> typer.Typer:
    """Return the whole command line."""
    app = typer.Typer(
        name="arende",
        help="Ärendeassistenten: index case documents and ask them questions, with every claim cited.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for name in COMMAND_MODULES:
        import_module(name).register(app)
    for entry in entry_points(group="arende.commands"):
        app.add_typer(entry.load(), name=entry.name)
    return app


def main() -> None:
    """Run the command line; a fault of ours is one line on stderr, never a traceback."""
    try:
        build()()
    except ArendeError as error:
        # Loads the types of answers: only where something went wrong.
        from assistant.texts import in_swedish  # noqa: PLC0415

        sys.stderr.write(f"Fel: {in_swedish(error)}\n")
        raise SystemExit(EXIT_FAULT) from error
