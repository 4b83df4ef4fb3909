"""Draw a re-index on stderr: bars in a terminal, plain lines in a log."""

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from index.progress import News, Notice

STAGES = {
    "scan": "Går igenom mappen",
    "read": "Läser filer",
    "words": "Indexerar ord",
    "embed": "Beräknar sökvektorer",
    "store": "Lagrar sökvektorer",
    "verify": "Kontrollerar indexet",
}
NEWS = {
    News.NOTHING_READABLE: "Ingen fil gick att läsa: indexet är tomt.",
    News.WORDS_FIRST: "Orden går att söka nu; {missing} av {total} textdelar får sina sökvektorer efter hand.",
    News.MORE_VECTORS: "{done} av {total} textdelar går nu att söka på betydelse.",
    News.VECTORS_ANEW: "De tidigare sökvektorerna går inte att använda; de byggs om.",
}


class DrawnProgress:
    """Draw each stage with the time left, and say what a person should know."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bars = Progress(
            TextColumn("{task.description:<22}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("kvar"),
            TimeRemainingColumn(),
            console=self._console,
            # A log gets a line a stage, not a thousand bars.
            disable=not self._console.is_terminal,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> "DrawnProgress":
        self._bars.start()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._finish()
        self._bars.stop()

    def start(self, stage: str, total: int) -> None:
        """Begin the bar of a stage."""
        self._finish()
        name = STAGES.get(stage, stage)
        self._task = self._bars.add_task(name, total=total or None)
        if not self._console.is_terminal:
            self._line(f"{name}: {total}" if total else name)

    def advance(self, steps: int) -> None:
        """Move the bar."""
        if self._task is not None:
            self._bars.advance(self._task, steps)

    def say(self, notice: Notice) -> None:
        """Print a piece of news above the bars."""
        missing = notice.total - notice.done
        self._line(NEWS[notice.news].format(done=notice.done, total=notice.total, missing=missing))

    def _finish(self) -> None:
        """Fill the bar of a stage that had nothing to count."""
        if self._task is not None and not self._bars.disable:
            task = self._bars.tasks[-1]
            self._bars.update(self._task, total=task.total or 1, completed=task.total or 1)

    def _line(self, text: str) -> None:
        self._console.print(text, highlight=False, markup=False, soft_wrap=True)
