"""Run ``arende``: gather the groups of commands, turn our errors into one Swedish line and an exit code."""

import sys
from importlib import import_module
from importlib.metadata import entry_points

import typer

from ingest.errors import ArendeError

COMMANDS = {
    "assistant.commands.indexing": ("reindex", "rollback", "doctor"),
    "assistant.commands.asking": ("ask", "search", "documents", "show"),
    "assistant.commands.cases": ("case", "report"),
    "assistant.commands.serving": ("serve",),
}

EXIT_FAULT = 1


def build(wanted: str = "") -> typer.Typer:
    """Return the command line: of the command that is wanted, its group alone, else the whole."""
    app = typer.Typer(
        name="arende",
        help="Ärendeassistenten: index case documents and ask them questions, with every claim cited.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    # One command would else be the program itself.
    app.callback()(lambda: None)
    # What the other groups import takes longer than the server needs to its first page.
    groups = [module for module, names in COMMANDS.items() if wanted in names]
    for module in groups or COMMANDS:
        import_module(module).register(app)
    if not groups:
        for entry in entry_points(group="arende.commands"):
            app.add_typer(entry.load(), name=entry.name)
    return app


def main() -> None:
    """Run the command line; a fault of ours is one line on stderr, never a traceback."""
    try:
        build(next(iter(sys.argv[1:]), ""))()
    except ArendeError as error:
        # Loads the types of answers: only where something went wrong.
        from assistant.texts import in_swedish  # noqa: PLC0415

        sys.stderr.write(f"Fel: {in_swedish(error)}\n")
        raise SystemExit(EXIT_FAULT) from error
