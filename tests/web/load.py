"""Ask from many sessions at once, over the page's own web socket: `python tests/web/load.py URL SESSIONS ROUNDS`."""

import asyncio
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

ANSWERED = re.compile(r'<section class="svar ')
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Load:
    """Hold the seconds of each answer, from the opened socket to the finished answer on the page, and what failed."""

    seconds: tuple[float, ...]
    faults: tuple[str, ...]

    def percentile(self, share: float) -> float:
        """Return the time that this share of the answers stay within."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def ask(url: str, question: str) -> float:
    """Open a session with a question in its address, as a link does, and return the seconds to its answer."""
    started = time.perf_counter()
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], max_size=None) as socket:
        message = BackMsg()
        message.rerun_script.query_string = urlencode({"fraga": question})
        await socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            async for received in socket:
                shown = ForwardMsg.FromString(received)
                if shown.WhichOneof("type") == "delta" and ANSWERED.search(shown.delta.new_element.html.body):
                    return time.perf_counter() - started
    raise ConnectionError("The session ended before its answer")


async def load(url: str, questions: Sequence[str], sessions: int, rounds: int) -> Load:
    """Let so many sessions ask at once, so many times."""
    seconds: list[float] = []
    faults: list[str] = []
    for number in range(rounds):
        asked = [questions[(number + each) % len(questions)] for each in range(sessions)]
        for result in await asyncio.gather(*(ask(url, question) for question in asked), return_exceptions=True):
            if isinstance(result, BaseException):
                faults.append(repr(result))
            else:
                seconds.append(result)
    return Load(tuple(seconds), tuple(faults))


if __name__ == "__main__":
    place, count, times = sys.argv[1].rstrip("/"), int(sys.argv[2]), int(sys.argv[3])
    words = sys.argv[4:] or ["Vad beslutades om budgeten?", "Vilka uppdrag gavs?", "Vem är ordförande?"]
    made = asyncio.run(load(place, words, count, times))
    figures = f"p50 {made.percentile(0.5):.2f} s, p95 {made.percentile(0.95):.2f} s" if made.seconds else "no answers"
    sys.stdout.write(f"{len(made.seconds)} answers, {len(made.faults)} faults, {figures}\n")
    sys.stdout.writelines(f"{fault}\n" for fault in made.faults[:5])
