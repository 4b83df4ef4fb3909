"""A reverse proxy in front of a server, as a municipality has one: another host name, and headers of its own."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

LONGEST_HEAD = 64_000
ADDED = b"X-Forwarded-Proto: http\r\nX-Forwarded-For: 192.0.2.1\r\n"


@contextmanager
def proxied(url: str) -> Iterator[str]:
    """Yield the address of a proxy that passes everything on to a server, the web socket too.

    It speaks to the server under the server's own host name, as nginx does unless told otherwise.
    """
    target = urlsplit(url)
    proxy = _Proxy(str(target.hostname), target.port or 80)
    # In a thread of its own: the browser of the tests has a loop in this one.
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    started = asyncio.start_server(proxy.serve, "127.0.0.1", 0, limit=LONGEST_HEAD)
    server = asyncio.run_coroutine_threadsafe(started, loop).result(10)
    try:
        # Another name than the server's own: what compares the two must not refuse.
        yield f"http://localhost:{server.sockets[0].getsockname()[1]}{target.path}"
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _end(server: asyncio.Server) -> None:
    server.close()
    open_now = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in open_now:
        task.cancel()
    await asyncio.gather(*open_now, return_exceptions=True)


class _Proxy:
    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one request on, and after it whatever both sides say: one request a connection, or a web socket."""
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = await reader.readuntil(b"\r\n\r\n")
            below, above = await asyncio.open_connection(self._host, self._port)
            above.write(self._passed_on(head))
            await asyncio.gather(_pipe(reader, above), _pipe(below, writer))
        writer.close()

    def _passed_on(self, head: bytes) -> bytes:
        first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
        socket = any(line.lower() == "upgrade: websocket" for line in lines)
        hidden = {"host", *(() if socket else ("connection",))}
        kept = [line for line in lines if line.partition(":")[0].lower() not in hidden]
        own = [f"Host: {self._host}:{self._port}", *([] if socket else ["Connection: close"])]
        return "\r\n".join([first, *own, *kept]).encode("latin-1") + b"\r\n" + ADDED + b"\r\n"


async def _pipe(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    try:
        while data := await source.read(65_536):
            target.write(data)
            await target.drain()
    finally:
        target.close()
