"""Say how far a long piece of work has come."""

from typing import Protocol


class Progress(Protocol):
    """Hear how far a re-index has come; the command line draws it, tests ignore it."""

    def start(self, stage: str, total: int) -> None:
        """Begin a stage ("read", "embed", "store") of so many steps."""

    def advance(self, steps: int) -> None:
        """Go some steps further in the stage."""

    def say(self, message: str) -> None:
        """Tell what a person should know now."""


class Silent:
    """Hear everything and say nothing."""

    def start(self, stage: str, total: int) -> None:
        """Begin a stage."""

    def advance(self, steps: int) -> None:
        """Go some steps further."""

    def say(self, message: str) -> None:
        """Tell a message."""
