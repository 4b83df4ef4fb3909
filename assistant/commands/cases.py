"""Hold the commands of this group."""

import typer


def register(app: typer.Typer) -> None:
    """Add the commands of this group to the command line."""
