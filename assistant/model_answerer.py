"""Let a language model draft claims of numbered passages, streamed, and never wait past its limits.

There are two limits, in seconds: how long the first piece of a reply may take, and how long the whole. Whatever goes wrong
(no connection, an error, no JSON, an endless or a late reply) becomes `ModelGone`.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from assistant import patience
from assistant.errors import ModelGone
from assistant.model_reply import ModelClaim, claims_of, longest_text, reply_schema
from assistant.prompt import NumberedPassage, messages, number_passages, room_for_passages
from assistant.verify import DraftClaim, Evidence, Quote
from index.hits import Hit
from index.settings import ModelSettings

log = logging.getLogger(__name__)


class ChatModel(Protocol):
    """Stream a chat reply as text; raise ModelGone when it cannot."""

    name: str

    def stream(self, conversation: Sequence[tuple[str, str]], schema: Mapping[str, Any]) -> Iterator[str]:
        """Yield the pieces of the reply as they come."""


class ModelAnswerer:
    """Answer with a language model's claims; an unchecked draft of each is handed on to be verified."""

    def __init__(self, model: ChatModel, settings: ModelSettings) -> None:
        self.name = f"llm:{model.name}"
        self._model = model
        self._settings = settings

    def drafts(self, question: str, hits: Sequence[Hit], known: Sequence[Evidence] = ()) -> Iterator[DraftClaim]:
        """Yield the claims as they come; raise ModelGone when the model fails or the time is out."""
        first = {(one.document.id, one.passage.ordinal): one for one in known}
        shown = [(one.document, one.passage) for one in first.values()]
        passages = number_passages(hits, room_for_passages(question, self._settings), shown)
        if not passages:
            return
        minted = {
            entry.number: first.get((entry.document.id, entry.passage.ordinal), Evidence(entry.document, entry.passage))
            for entry in passages
        }
        longest = longest_text(self._settings.reply_tokens)
        for claim in model_claims(self._model, question, passages, self._settings):
            # A number that we did not mint proves nothing: the claim goes on without quotes and falls.
            sound = all(source.passage in minted for source in claim.sources)
            quotes = tuple(Quote(minted[source.passage], source.quote) for source in claim.sources) if sound else ()
            yield DraftClaim(claim.in_its_words(longest), quotes)


def model_claims(
    model: ChatModel, question: str, passages: Sequence[NumberedPassage], settings: ModelSettings
) -> Iterator[ModelClaim]:
    """Yield the model's claims as soon as each is complete, trying once more if nothing usable came.

    The second try lets any quote be written: a server may have refused a schema that lists them.
    """
    deadline = time.monotonic() + settings.timeout_seconds
    conversation = messages(question, passages)
    listed = reply_schema(settings.reply_tokens, {one.number: one.passage for one in passages})
    schemas = (listed, reply_schema(settings.reply_tokens))

    for attempt, schema in enumerate(schemas, start=1):
        given = 0
        first = min(deadline, time.monotonic() + settings.first_word_seconds)
        try:
            for claim in claims_of(_limited(partial(model.stream, conversation, schema), first, deadline)):
                given += 1
                yield claim
            return
        except ModelGone as error:
            # What was given has been checked already; a second try could only repeat or contradict it.
            if given or not error.retryable or attempt == len(schemas) or time.monotonic() >= deadline:
                raise
            log.info("the model failed, trying once more: %s", error)


@dataclass(frozen=True, slots=True)
class _End:
    """Close the stream of pieces, with the error that ended it, if any."""

    error: ModelGone | None


def _limited(write: Callable[[], Iterator[str]], first: float, last: float) -> Iterator[str]:
    """Yield a reply's pieces from a thread of its own, and give up whatever the thread does.

    ``first`` is when the first piece must be there, ``last`` when the reply must have ended, both on the monotonic clock.
    """
    pieces: queue.SimpleQueue[str | _End] = queue.SimpleQueue()
    stop = threading.Event()

    def read() -> None:
        error: ModelGone | None = None
        try:
            # Begun and left in this thread: the one that reads hangs up.
            for piece in write():
                if stop.is_set():
                    return
                pieces.put(piece)
        except ModelGone as gone:
            error = gone
        finally:
            pieces.put(_End(error))

    threading.Thread(target=read, name="model-reply", daemon=True).start()
    deadline, limit = first, "first_word_seconds"
    try:
        while True:
            patience.look()
            try:
                piece = pieces.get(timeout=min(patience.TICK_SECONDS, max(0.0, deadline - time.monotonic())))
            except queue.Empty:
                if time.monotonic() < deadline:
                    continue
                raise ModelGone(f"the model took longer than model.{limit} allows", retryable=False) from None
            if isinstance(piece, _End):
                if piece.error is not None:
                    raise piece.error
                return
            deadline, limit = last, "timeout_seconds"
            yield piece
    finally:
        stop.set()
