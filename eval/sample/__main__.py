"""Write the sample municipality: ``python -m eval.sample OUT``."""

from pathlib import Path
from typing import Annotated

import typer

from eval.sample.write import write_sample


def main(
    out: Annotated[Path, typer.Argument(help="Folder the documents are written to; made if it is missing.")],
) -> None:
    """Write the case documents of an invented municipality to OUT."""
    written = write_sample(out)
    typer.echo(f"{len(written)} files written to {out}")


if __name__ == "__main__":
    typer.run(main)
