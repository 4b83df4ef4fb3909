"""Show on stderr how far a run has come and how long is left."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from index.progress import Notice

SECONDS_BETWEEN_LINES = 10.0

Advance = Callable[[str, int, int], None]


@contextmanager
def on_stderr() -> Iterator[Advance]:
    """Yield what is told of each step: a bar in a terminal, a line now and then elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(console)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("kvar"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as progress:
        tasks = {}

        def advance(label: str, done: int, total: int) -> None:
            if label not in tasks:
                tasks[label] = progress.add_task(label, total=total)
            progress.update(tasks[label], completed=done, total=total)

        yield advance


class Stages:
    """Tell the stages of a re-index as steps."""

    def __init__(self, advance: Advance) -> None:
        self._tell = advance
        self._stage, self._done, self._total = "", 0, 0

    def start(self, stage: str, total: int) -> None:
        """Begin a stage."""
        self._stage, self._done, self._total = stage, 0, total
        self._tell(stage, 0, total)

    def advance(self, steps: int) -> None:
        """Go some steps further."""
        self._done += steps
        self._tell(self._stage, self._done, self._total)

    def say(self, notice: Notice) -> None:
        """Leave news out: an evaluation shows how far it is, not what the index thinks of it."""


def _lines(console: Console) -> Advance:
    """Return a reporter that writes a line when some time has passed, and at the end of each step."""
    started: dict[str, tuple[float, int]] = {}
    last = time.monotonic()

    def advance(label: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        began, first = started.setdefault(label, (now, done))
        if done < total and now - last < SECONDS_BETWEEN_LINES:
            return
        last = now
        spent, asked = now - began, done - first
        left = f", about {spent / asked * (total - done):.0f} s left" if asked and done < total else ""
        console.print(f"{label} {done}/{total}, {spent:.0f} s{left}", highlight=False)

    return advance
