"""An answer in a thread of its own: claims as they come, faults where they are waited for, an end when nobody waits."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fakes import FakeAssistant, fake_assistant

from assistant.answers import Answer, Check, Claim, Question
from assistant.errors import BadQuestion
from assistant.web import texts
from assistant.web.answer_view import status_words
from assistant.web.answering import STOPPED, Answering
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
    growth = work.growth()
    first, waiting = next(growth), next(growth)
    assert (len(first), len(waiting)) == (1, 1)
    asker.go_on.set()
    assert len(list(growth)[-1]) == len(work.answer().claims) > 1


def test_a_stopped_answer_holds_the_claims_so_far(tmp_path: Path) -> None:
    asker = Slow(fake_assistant(tmp_path))
    work = Answering(asker, QUESTION)
    assert work.stopped_answer() is None
    next(work.growth())
    work.stop()
    kept = work.stopped_answer()
    assert kept is not None
    assert (len(kept.claims), [each.number for each in kept.citations]) == (1, [1])
    assert (kept.provenance.answerer, status_words(kept)) == (STOPPED, texts.STATUS_STOPPED)
    asker.go_on.set()
    assert asker.ended.wait(20)
    assert len(list(work.growth())) == 0


def test_claims_numbered_anew_take_the_place_of_those_before(tmp_path: Path) -> None:
    class Twice(Slow):
        def ask(self, question: Question, on_claim: OnClaim | None = None) -> Answer:
            answer = self._inner.ask(question)
            for each in (answer.citations[0], replace(answer.citations[1], number=1)):
                if on_claim is not None:
                    on_claim(Claim(each.quote, (1,), Check.VERBATIM), (each,))
            return answer

    work = Answering(Twice(fake_assistant(tmp_path)), QUESTION)
    last = list(work.growth())[-1]
    assert [claim.text for claim, _ in last] == [work.answer().claims[1].text]


def test_a_fault_is_raised_where_the_answer_is_waited_for(tmp_path: Path) -> None:
    class Refusing(Slow):
        def ask(self, question: Question, on_claim: OnClaim | None = None) -> Answer:
            raise BadQuestion("empty")

    work = Answering(Refusing(fake_assistant(tmp_path)), QUESTION)
    assert list(work.growth()) == []
    with pytest.raises(BadQuestion):
        work.answer()
