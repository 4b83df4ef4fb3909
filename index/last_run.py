"""Keep what the last re-index did in the data folder, for whoever looks after the index."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE_NAME = "last_run.json"


@dataclass(frozen=True, slots=True)
class LastRun:
    """Count what a re-index did, when it ended (ISO, with time zone) and the seconds it took."""

    ended_at: str
    generation: str
    changed: bool
    indexed: int
    unchanged: int
    removed: int
    moved: int
    skipped: int
    seconds: float


def keep_last_run(data: Path, run: LastRun) -> None:
    """Write it in place of the one before, at one instant."""
    beside = data / f".{FILE_NAME}"
    beside.write_text(json.dumps(asdict(run)) + "\n", encoding="utf-8")
    beside.replace(data / FILE_NAME)


def last_run(data: Path) -> LastRun | None:
    """Return what the last re-index did; None where it was not kept."""
    try:
        return LastRun(**json.loads((data / FILE_NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        # A page that tells of it must not fail over it.
        return None
