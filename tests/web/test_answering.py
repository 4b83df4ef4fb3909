"""An answer in a thread of its own: claims as they come, faults where they are waited for, an end when nobody waits."""

import threading
from pathlib import Path
from typing import Any

import pytest
from fakes import FakeAssistant, fake_assistant

from assistant.answers import Answer, Question
from assistant.errors import BadQuestion
from assistant.web.answering import Answering
from assistant.web.site import OnClaim

QUESTION = Question("Vad beslutades om brunnen på torget, Brunnsnämnden?")


class Slow:
    """Pass on the first claim, and the others when they are let go."""

    def __init__(self, inner: FakeAssistant) -> None:
        self.index: Any = inner.index
        self._inner = inner
        self.go_on = threading.Event()
        self.ended = threading.Event()

    def ask(self, question: Question, on_claim: OnClaim | None = None) -> Answer:
        heard = 0

        def hear(*proved: Any) -> None:
            nonlocal heard
            heard += 1
            if heard == 2:
                self.go_on.wait(20)
            if on_claim is not None:
                on_claim(*proved)

        try:
            return self._inner.ask(question, hear)
        finally:
            self.ended.set()


def test_claims_come_one_by_one_and_then_the_answer(tmp_path: Path) -> None:
    asker = Slow(fake_assistant(tmp_path))
    work = Answering(asker, QUESTION)
    claims = work.claims()
    first, waiting = next(claims), next(claims)
    assert (first is not None, waiting) == (True, None)
    asker.go_on.set()
    later = [proved for proved in claims if proved is not None]
    assert len(later) == len(work.answer().claims) - 1 > 0


def test_work_that_nobody_waits_for_ends_at_its_next_claim(tmp_path: Path) -> None:
    asker = Slow(fake_assistant(tmp_path))
    work = Answering(asker, QUESTION)
    next(work.claims())
    work.stop()
    asker.go_on.set()
    assert asker.ended.wait(20)
    assert list(work.claims()) == []


def test_a_fault_is_raised_where_the_answer_is_waited_for(tmp_path: Path) -> None:
    class Refusing(Slow):
        def ask(self, question: Question, on_claim: OnClaim | None = None) -> Answer:
            raise BadQuestion("empty")

    work = Answering(Refusing(fake_assistant(tmp_path)), QUESTION)
    assert list(work.claims()) == []
    with pytest.raises(BadQuestion):
        work.answer()
