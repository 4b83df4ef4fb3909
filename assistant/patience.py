"""Let whoever waits for an answer give up: long work looks here now and then, and ends where nobody waits."""

import threading
from contextvars import ContextVar

# How long giving up may go unnoticed, in seconds.
TICK_SECONDS = 0.4
_given_up: ContextVar[threading.Event | None] = ContextVar("given_up", default=None)


class GivenUp(Exception):
    """Nobody waits for the answer any longer."""


def waits_until(given_up: threading.Event) -> None:
    """Let the work of this thread end once the event is set."""
    _given_up.set(given_up)


def look() -> None:
    """Raise GivenUp where nobody waits for the work of this thread."""
    event = _given_up.get()
    if event is not None and event.is_set():
        raise GivenUp
