"""Answer in a thread of its own, so that the page shows claims as they come and can be stopped while a model thinks."""

import queue
import threading
from collections.abc import Iterator

from assistant import patience
from assistant.answers import Answer, Citation, Claim, Provenance, Question, Status
from assistant.web.site import Asker

# What stands for the answerer where somebody stopped it.
STOPPED = "stopped"
Proved = tuple[Claim, tuple[Citation, ...]]


class Answering:
    """Hold one question while it is answered."""

    def __init__(self, asker: Asker, question: Question) -> None:
        self._asker = asker
        self._question = question
        self._claims: queue.SimpleQueue[Proved | None] = queue.SimpleQueue()
        self._shown: list[Proved] = []
        self._stopped = threading.Event()
        self._answer: Answer | None = None
        self._error: BaseException | None = None
        threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        patience.waits_until(self._stopped)
        try:
            self._answer = self._asker.ask(self._question, self._hear)
        except BaseException as error:
            # Whatever it was is raised again where somebody waits for the answer.
            self._error = error
        finally:
            self._claims.put(None)

    def _hear(self, claim: Claim, citations: tuple[Citation, ...]) -> None:
        patience.look()
        self._claims.put((claim, citations))

    def growth(self) -> Iterator[tuple[Proved, ...]]:
        """Yield the claims so far, at each new one and whenever a while has passed, until the answer is there."""
        while True:
            try:
                proved = self._claims.get(timeout=patience.TICK_SECONDS)
            except queue.Empty:
                yield self.shown
                continue
            if proved is None:
                return
            # A model whose claims fell is followed by the extract, whose numbers begin anew.
            known = {citation.number: citation for _, citations in self._shown for citation in citations}
            if any(known.get(citation.number, citation) != citation for citation in proved[1]):
                self._shown.clear()
            self._shown.append(proved)
            yield self.shown

    @property
    def shown(self) -> tuple[Proved, ...]:
        """Return the claims that have been passed on."""
        return tuple(self._shown)

    def answer(self) -> Answer:
        """Return the finished answer, or raise what prevented it."""
        if self._error is not None:
            raise self._error
        if self._answer is None:
            raise RuntimeError("The answer was asked for before its claims had ended")
        return self._answer

    def stop(self) -> None:
        """Let the work end."""
        self._stopped.set()

    def stopped_answer(self) -> Answer | None:
        """Return the claims passed on as an answer that was stopped; None where there were none yet."""
        if not self._shown:
            return None
        cited = {citation.number: citation for _, citations in self._shown for citation in citations}
        claims = tuple(claim for claim, _ in self._shown)
        manifest = self._asker.index.manifest
        return Answer(
            question=self._question.text,
            standalone_question=self._question.text,
            status=Status.PARTIAL,
            answer="\n".join(f"{claim.text} {' '.join(f'[{n}]' for n in claim.citations)}" for claim in claims),
            claims=claims,
            citations=tuple(cited[number] for number in sorted(cited)),
            nearest=(),
            searched_documents=manifest.documents,
            filters=self._question.filters,
            recognised=(),
            dropped_claims=0,
            confidence=0.0,
            provenance=Provenance(manifest.generation, manifest.built_at, STOPPED, manifest.model),
        )
