"""Reach a language model through LlamaIndex; the only module that knows a model SDK.

An OpenAI-compatible server, Ollama, or llama.cpp inside this process; every failure of theirs becomes `ModelGone`.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from assistant.errors import ModelGone
from assistant.model_answerer import ChatModel
from index.settings import ModelSettings

if TYPE_CHECKING:
    from httpx import Request, Response
    from llama_index.core.llms import LLM

# How long a server may take to take a call, and to list its models: who asks must not wait for a machine that is off.
REACH_SECONDS = 5.0


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
    """Stream from any LlamaIndex `LLM` at an address; ``schema_argument`` is how its server takes a JSON schema."""

    def __init__(
        self, llm: "LLM", name: str, address: str, schema_argument: Literal["response_format", "format"]
    ) -> None:
        self.name = name
        self._llm = llm
        self._address = address
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
            message = f"the model '{self.name}' at {self._address} failed: {_told(error)}"
            raise ModelGone(message, retryable=_retryable(error)) from error
        finally:
            _heard.close()

    def _schema(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """Return the keyword argument that binds the reply to the schema."""
        if self._schema_argument == "format":
            return {"format": dict(schema)}
        wrapped = {"name": "svar", "strict": True, "schema": dict(schema)}
        return {"response_format": {"type": "json_schema", "json_schema": wrapped}}


class GoneModel:
    """Stand in for a model that could not be started: whoever asks it is told so, and the extract answers."""

    def __init__(self, name: str, reason: ModelGone) -> None:
        self.name = name
        self._reason = reason

    def stream(self, conversation: Sequence[tuple[str, str]], schema: Mapping[str, Any]) -> Iterator[str]:
        """Raise why the model could not be started."""
        raise self._reason


# Too late, too many; and requests that a server does not understand: it may not know all of a schema.
_MENDABLE = (400, 408, 422, 429)


def _retryable(error: Exception) -> bool:
    """Say whether asking again, with a simpler schema, may help: not where the server refuses whoever asks, or the model."""
    status = getattr(error, "status_code", None)
    return not (isinstance(status, int) and 400 <= status < 500 and status not in _MENDABLE)


# What to look at where a server answers so.
_ADVICE = {
    401: "set the server's key in ARENDE_MODEL__KEY",
    403: "set the server's key in ARENDE_MODEL__KEY",
    404: "is model.name one that it serves, and does model.url end as it should (/v1 for kind openai)?",
    503: "it is loading the model, or too busy",
}


def _told(error: Exception) -> str:
    """Return what an SDK's error says, with what lies behind it and what to do about it."""
    causes = [error]
    while (cause := causes[-1].__cause__) is not None and isinstance(cause, Exception):
        causes.append(cause)
    said = (" ".join(str(one).split()).rstrip(".") or type(one).__name__ for one in (causes[0], causes[-1]))
    advice = _ADVICE.get(getattr(error, "status_code", 0), "")
    return "; ".join(dict.fromkeys((*said, *([advice] if advice else []))))


def build_model(settings: ModelSettings) -> ChatModel | None:
    """Return the configured model, or None where none is; only here are the SDKs imported."""
    if settings.kind == "none":
        return None
    if settings.kind == "ollama":
        from httpx import Timeout  # noqa: PLC0415 - only who configures a model pays for its SDK
        from llama_index.llms.ollama import Ollama  # noqa: PLC0415 - as above
        from ollama import Client  # noqa: PLC0415 - as above

        llm: LLM = Ollama(
            model=settings.name,
            base_url=settings.url,
            request_timeout=settings.timeout_seconds,
            client=Client(settings.url, timeout=Timeout(settings.timeout_seconds, connect=REACH_SECONDS)),
            temperature=0.0,
            # Thoughts would take the tokens and the time of the reply.
            thinking=False,
            context_window=settings.context_tokens,
            additional_kwargs={"num_predict": settings.reply_tokens},
        )
        return LlamaIndexModel(llm, settings.name, settings.url, "format")
    url = settings.url if settings.kind == "openai" else _start_in_process(settings)
    name = settings.name or (settings.path.stem if settings.path else "model")
    return LlamaIndexModel(_openai_like(settings, name, url), name, url, "response_format")


def fault_of(settings: ModelSettings) -> str:
    """Return why the configured model cannot be asked, "" where it can; its server is asked for its models, not for words."""
    if settings.kind == "llamacpp":
        missing = "" if settings.path and settings.path.is_file() else f"no file '{settings.path}'"
        return missing if find_spec("xllamacpp") else "the package xllamacpp is not installed"
    import httpx  # noqa: PLC0415 - only where a model is configured

    place, names, name = ("models", "data", "id") if settings.kind == "openai" else ("api/tags", "models", "name")
    address = f"{settings.url.rstrip('/')}/{place}"
    key = {"Authorization": f"Bearer {settings.key.get_secret_value()}"}
    try:
        reply = httpx.get(address, headers=key, timeout=REACH_SECONDS)
        if reply.is_error:
            advice = _ADVICE.get(reply.status_code)
            return f"{address} answers {reply.status_code}{f': {advice}' if advice else ''}"
        served = [str(one[name]) for one in reply.json()[names]]
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return f"{address}: {error or type(error).__name__}"
    except (ValueError, KeyError, TypeError):
        return f"{address} lists no models; does model.url name a server of kind {settings.kind}?"
    known = {settings.name, f"{settings.name}:latest"} & set(served)
    # llama.cpp has one model, and takes any name for it.
    one = settings.kind == "openai" and len(served) == 1
    return "" if known or one else f"{address} has no model '{settings.name}', only {', '.join(served) or 'nothing'}"


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
        http_client=DefaultHttpxClient(event_hooks={"request": [_call_briefly], "response": [_heard.hear]}),
    )
    return llm


def _call_briefly(request: "Request") -> None:
    """Let a server take the call within its time: OpenAI's client knows one limit for all."""
    request.extensions["timeout"]["connect"] = REACH_SECONDS


def _start_in_process(settings: ModelSettings) -> str:
    """Start llama.cpp inside this process on a free loopback port and return its address."""
    if fault := fault_of(settings):
        raise ModelGone(f"cannot start the model of kind llamacpp: {fault}", retryable=False)
    import xllamacpp  # noqa: PLC0415 - an optional engine

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
