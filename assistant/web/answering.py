"""Answer in a thread of its own, so that the page shows claims as they come and can be stopped while a model thinks."""

import queue
import threading
from collections.abc import Iterator

from assistant.answers import Answer, Citation, Claim, Question
from assistant.web.site import Asker

# How long a press on stop may go unnoticed.
TICK_SECONDS = 0.4
Proved = tuple[Claim, tuple[Citation, ...]]


class _Stopped(Exception):
    """Nobody waits for the answer any longer."""


class Answering:
    """Hold one question while it is answered."""

    def __init__(self, asker: Asker, question: Question) -> None:
        self._asker = asker
        self._question = question
        self._claims: queue.SimpleQueue[Proved | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._answer: Answer | None = None
        self._error: BaseException | None = None
        threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        try:
            self._answer = self._asker.ask(self._question, self._hear)
        except BaseException as error:
            # Whatever it was is raised again where somebody waits for the answer.
            self._error = error
        finally:
            self._claims.put(None)

    def _hear(self, claim: Claim, citations: tuple[Citation, ...]) -> None:
        if self._stopped.is_set():
            raise _Stopped
        self._claims.put((claim, citations))

    def claims(self) -> Iterator[Proved | None]:
        """Yield each claim as it is proved, and None whenever a while has passed without one, until the answer is there."""
        while True:
            try:
                proved = self._claims.get(timeout=TICK_SECONDS)
            except queue.Empty:
                yield None
                continue
            if proved is None:
                return
            yield proved

    def answer(self) -> Answer:
        """Return the finished answer, or raise what prevented it."""
        if self._error is not None:
            raise self._error
        if self._answer is None:
            raise RuntimeError("The answer was asked for before its claims had ended")
        return self._answer

    def stop(self) -> None:
        """Let the work end at its next claim."""
        self._stopped.set()
