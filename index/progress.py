"""Say how far a long piece of work has come."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class News(StrEnum):
    """Name what a person should know while a re-index runs."""

    NOTHING_READABLE = "nothing_readable"
    WORDS_FIRST = "words_first"
    MORE_VECTORS = "more_vectors"
    VECTORS_ANEW = "vectors_anew"


@dataclass(frozen=True, slots=True)
class Notice:
    """Tell one piece of news: ``done`` of ``total`` passages have their vector."""

    news: News
    done: int = 0
    total: int = 0


class Progress(Protocol):
    """Hear how far a re-index has come; the command line draws it, tests ignore it."""

    def start(self, stage: str, total: int) -> None:
        """Begin a stage ("scan", "read", "words", "embed", "store", "verify") of so many steps."""

    def advance(self, steps: int) -> None:
        """Go some steps further in the stage."""

    def say(self, notice: Notice) -> None:
        """Tell what a person should know now."""


class Silent:
    """Hear everything and say nothing."""

    def start(self, stage: str, total: int) -> None:
        """Begin a stage."""

    def advance(self, steps: int) -> None:
        """Go some steps further."""

    def say(self, notice: Notice) -> None:
        """Tell a piece of news."""
