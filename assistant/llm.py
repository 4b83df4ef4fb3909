"""Ask a language model through LlamaIndex; the only module that knows a model SDK.

The reply is JSON by schema and is parsed while it streams, so that a finished claim can be checked and shown before
the next one is written. Whatever goes wrong (no connection, an error, no JSON, an endless or a late reply) becomes
`ModelGone`; nothing here waits longer than the time limit, in seconds, of the settings.
"""

import logging
import queue
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import JSONDecoder
from typing import TYPE_CHECKING, Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from assistant import patience
from assistant.errors import ModelGone
from assistant.prompt import REPLY_SCHEMA, NumberedPassage, messages, number_passages
from assistant.verify import DraftClaim, Evidence, Quote
from index.hits import Hit
from index.settings import ModelSettings

if TYPE_CHECKING:
    from httpx import Response
    from llama_index.core.llms import LLM

log = logging.getLogger(__name__)

# A reply of three claims with quotes is far shorter; more is a model that does not stop.
LONGEST_REPLY_CHARACTERS = 20_000
TRIES = 2
_DECODER = JSONDecoder()


class Source(BaseModel):
    """Hold the passage number and the quote a claim rests on, as the model wrote them."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    passage: int
    quote: str = Field(min_length=1)


class ModelClaim(BaseModel):
    """Hold one claim as the model wrote it; nothing of it is believed before it is verified."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str = Field(min_length=1)
    sources: tuple[Source, ...] = Field(min_length=1)


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
        passages = number_passages(hits, self._settings.passage_tokens, shown)
        if not passages:
            return
        minted = {
            entry.number: first.get((entry.document.id, entry.passage.ordinal), Evidence(entry.document, entry.passage))
            for entry in passages
        }
        for claim in model_claims(self._model, question, passages, self._settings.timeout_seconds):
            minted_all = all(source.passage in minted for source in claim.sources)
            # A number that we did not mint proves nothing, so the claim goes on without quotes and falls.
            quotes = (
                tuple(Quote(minted[source.passage], source.quote) for source in claim.sources) if minted_all else ()
            )
            yield DraftClaim(claim.text, quotes)


def model_claims(
    model: ChatModel, question: str, passages: Sequence[NumberedPassage], timeout_seconds: float
) -> Iterator[ModelClaim]:
    """Yield the model's claims as soon as each is complete, trying once more if nothing usable came."""
    deadline = time.monotonic() + timeout_seconds
    conversation = messages(question, passages)
    for attempt in range(TRIES):
        given = 0
        try:
            for claim in _claims(_limited(model, conversation, deadline)):
                given += 1
                yield claim
            return
        except ModelGone as error:
            # What was given has been checked already; a second try could only repeat or contradict it.
            if given or not error.retryable or attempt == TRIES - 1 or time.monotonic() >= deadline:
                raise
            log.info("the model failed, trying once more: %s", error)


def _claims(pieces: Iterator[str]) -> Iterator[ModelClaim]:
    """Parse a growing JSON reply and yield each claim once it is complete."""
    text = ""
    given = 0
    for piece in pieces:
        text += piece
        if len(text) > LONGEST_REPLY_CHARACTERS:
            raise ModelGone("the model does not stop writing", retryable=False)
        if "}" not in piece:
            continue
        for entry in _finished(text)[given:]:
            given += 1
            yield from _valid(entry)
    for entry in _entries(text)[given:]:
        yield from _valid(entry)


def _finished(text: str) -> list[Any]:
    """Return the claims that are closed in a reply that may still grow."""
    position = text.find("[", max(text.find('"claims"'), 0)) + 1
    entries: list[Any] = []
    while position:
        position += len(text[position:]) - len(text[position:].lstrip(" \t\r\n,"))
        try:
            entry, position = _DECODER.raw_decode(text, position)
        except ValueError:
            break
        entries.append(entry)
    return entries


def _entries(text: str) -> list[Any]:
    """Return the claims of a reply that has ended, or raise ModelGone if it has not the shape asked for."""
    start = text.find("{")
    try:
        reply = from_json(text[max(start, 0) :].rstrip().removesuffix("```"))
    except ValueError as error:
        raise ModelGone(f"the model's reply is not JSON: {error}", retryable=True) from error
    claims = reply.get("claims") if isinstance(reply, dict) else None
    if not isinstance(claims, list):
        raise ModelGone("the model's reply has no list of claims", retryable=True)
    return claims


def _valid(entry: object) -> Iterator[ModelClaim]:
    """Yield the entry as a claim if it has the shape asked for; an entry that has not is no claim."""
    try:
        yield ModelClaim.model_validate(entry)
    except ValidationError as error:
        log.info("the model wrote a claim without the shape asked for: %s", error)


@dataclass(frozen=True, slots=True)
class _End:
    """Close the stream of pieces, with the error that ended it, if any."""

    error: ModelGone | None


def _limited(model: ChatModel, conversation: Sequence[tuple[str, str]], deadline: float) -> Iterator[str]:
    """Yield the reply's pieces from a thread of its own, and give up at the deadline whatever the thread does."""
    pieces: queue.SimpleQueue[str | _End] = queue.SimpleQueue()
    stop = threading.Event()

    def read() -> None:
        error: ModelGone | None = None
        try:
            for piece in model.stream(conversation, REPLY_SCHEMA):
                if stop.is_set():
                    return
                pieces.put(piece)
        except ModelGone as gone:
            error = gone
        finally:
            pieces.put(_End(error))

    threading.Thread(target=read, name="model-reply", daemon=True).start()
    try:
        while True:
            patience.look()
            try:
                piece = pieces.get(timeout=min(patience.TICK_SECONDS, max(0.0, deadline - time.monotonic())))
            except queue.Empty:
                if time.monotonic() < deadline:
                    continue
                raise ModelGone("the model did not answer in time", retryable=False) from None
            if isinstance(piece, _End):
                if piece.error is not None:
                    raise piece.error
                return
            yield piece
    finally:
        stop.set()


class _Heard(threading.local):
    """Hold the reply that this thread reads, to be closed where nobody reads on.

    OpenAI's stream refers to itself: left alone it is open until memory is next searched, and the model writes on to nobody.
    """

    reply: "Response | None" = None

    def hear(self, reply: "Response") -> None:
        """Take the reply that has begun."""
        self.reply = reply

    def close(self) -> None:
        """Hang up; a reply that was read to its end has done so itself."""
        if self.reply is not None:
            self.reply.close()
        self.reply = None


_heard = _Heard()


class LlamaIndexModel:
    """Stream from any LlamaIndex `LLM`; ``schema_argument`` is how its server takes a JSON schema."""

    def __init__(self, llm: "LLM", name: str, schema_argument: Literal["response_format", "format"]) -> None:
        self.name = name
        self._llm = llm
        self._schema_argument = schema_argument

    @property
    def llm(self) -> "LLM":
        """Return the LlamaIndex model itself, for LlamaIndex's own evaluators."""
        return self._llm

    def stream(self, conversation: Sequence[tuple[str, str]], schema: Mapping[str, Any]) -> Iterator[str]:
        """Yield the pieces of the reply; every failure of the SDK or the server becomes ModelGone."""
        # Costs seconds, and only who configures a model pays them.
        from llama_index.core.llms import ChatMessage  # noqa: PLC0415

        chat = [ChatMessage(role=role, content=content) for role, content in conversation]
        try:
            for response in self._llm.stream_chat(chat, **self._schema(schema)):
                if response.delta:
                    yield response.delta
        except Exception as error:
            # SDKs raise errors of httpx, openai, ollama and pydantic; for us each means the same.
            raise ModelGone(f"the model '{self.name}' failed: {error}", retryable=_retryable(error)) from error
        finally:
            _heard.close()

    def _schema(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """Return the keyword argument that binds the reply to the schema."""
        if self._schema_argument == "format":
            return {"format": dict(schema)}
        wrapped = {"name": "svar", "strict": True, "schema": dict(schema)}
        return {"response_format": {"type": "json_schema", "json_schema": wrapped}}


def _retryable(error: Exception) -> bool:
    """Say whether asking again may help: not where the server refuses the request itself."""
    status = getattr(error, "status_code", None)
    return not (isinstance(status, int) and 400 <= status < 500 and status not in (408, 429))


def build_model(settings: ModelSettings) -> ChatModel | None:
    """Return the configured model, or None where none is; only here are the SDKs imported."""
    if settings.kind == "none":
        return None
    if settings.kind == "ollama":
        from llama_index.llms.ollama import Ollama  # noqa: PLC0415 - only who configures a model pays for its SDK

        llm: LLM = Ollama(
            model=settings.name,
            base_url=settings.url,
            request_timeout=settings.timeout_seconds,
            temperature=0.0,
            context_window=settings.context_tokens,
            additional_kwargs={"num_predict": settings.reply_tokens},
        )
        return LlamaIndexModel(llm, settings.name, "format")
    url = settings.url if settings.kind == "openai" else _start_in_process(settings)
    name = settings.name or (settings.path.stem if settings.path else "model")
    return LlamaIndexModel(_openai_like(settings, name, url), name, "response_format")


def _openai_like(settings: ModelSettings, name: str, url: str) -> "LLM":
    """Return the client of an OpenAI-compatible server."""
    from llama_index.llms.openai_like import OpenAILike  # noqa: PLC0415 - as above
    from openai import DefaultHttpxClient  # noqa: PLC0415 - as above

    llm: LLM = OpenAILike(
        model=name,
        api_base=url,
        api_key=settings.key.get_secret_value(),
        is_chat_model=True,
        context_window=settings.context_tokens,
        max_tokens=settings.reply_tokens,
        temperature=0.0,
        timeout=settings.timeout_seconds,
        max_retries=0,
        http_client=DefaultHttpxClient(event_hooks={"response": [_heard.hear]}),
    )
    return llm


def _start_in_process(settings: ModelSettings) -> str:
    """Start llama.cpp inside this process on a free loopback port and return its address."""
    try:
        import xllamacpp  # noqa: PLC0415 - an optional engine
    except ImportError as error:
        raise ModelGone(
            "the setting model.kind is 'llamacpp' but the package xllamacpp is not installed", retryable=False
        ) from error
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(settings.path)
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.offline = True
    parameters.ui = False
    parameters.n_ctx = settings.context_tokens
    parameters.n_parallel = 1
    parameters.cache_ram_mib = settings.cache_megabytes
    parameters.cpuparams.n_threads = settings.threads
    parameters.cpuparams_batch.n_threads = settings.threads
    try:
        server = xllamacpp.Server(parameters)
    except Exception as error:
        raise ModelGone(f"cannot load the model '{settings.path}': {error}", retryable=False) from error
    _IN_PROCESS.append(server)
    return f"{server.listening_address}/v1"


# llama.cpp stops serving when its object is collected.
_IN_PROCESS: list[Any] = []
