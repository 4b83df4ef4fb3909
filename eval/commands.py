"""Hold the commands of ``arende eval``."""

import typer

app = typer.Typer(help="Evaluate answers and retrieval.", no_args_is_help=True)
