"""A chat model server that says one true claim at once and the next when it is let go, or fails."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PASSAGE = re.compile(r"^\[(\d+)\] \([^\n]*\)\n(.+?)(?=\n\n\[|\n\nFråga: )", re.MULTILINE | re.DOTALL)


class SlowModel(ThreadingHTTPServer):
    """Answer like an OpenAI-compatible server, at the pace that the test sets."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fails = False
        self.go_on = threading.Event()
        # Set once an asker has hung up in the middle of an answer.
        self.left = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: SlowModel

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.fails:
            self.send_error(500)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            self._say('{"found": true, "claims": [' + _claim(asked, "450 000") + ",")
            while not self.server.go_on.wait(0.2):
                # A space is a piece of JSON like any other; who is gone does not take it.
                self._say(" ")
            self._say(_claim(asked, "maj 2026") + "]}")
            self.wfile.write(b"data: [DONE]\n\n")
        except OSError:
            self.server.left.set()

    def _say(self, words: str) -> None:
        chunk = {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "slow",
            "choices": [{"index": 0, "delta": {"role": "assistant", "content": words}, "finish_reason": None}],
        }
        self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _claim(asked: dict[str, Any], words: str) -> str:
    """Return a claim that quotes the line of a shown passage that holds the words."""
    shown = PASSAGE.findall(asked["messages"][-1]["content"])
    for number, text in shown:
        for line in text.splitlines():
            if words in line:
                return json.dumps({"text": line, "sources": [{"passage": int(number), "quote": line}]})
    raise LookupError(f"No shown passage holds {words!r}")


@contextmanager
def slow_model() -> Iterator[SlowModel]:
    """Run the server until the block ends."""
    server = SlowModel()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.go_on.set()
        server.shutdown()
        server.server_close()
        thread.join()
