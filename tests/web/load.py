"""Ask from many sessions at once, over the page's own web socket.

`python tests/web/load.py URL --sessions 50 --rounds 2 --questions FILE.jsonl --pid SERVER` tells the times to the
finished answer, and with the server's process id what it holds of memory and open files after each round.
"""

import argparse
import asyncio
import json
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
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
    async with connect(address, subprotocols=["streamlit"], max_size=None, close_timeout=0.2) as socket:
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


def held(pid: int) -> str:
    """Return what a process holds of memory and open files."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return f"{kilobytes / 1024:.0f} MB, {len(list(Path(f'/proc/{pid}/fd').iterdir()))} open files"


def asked_of(file: Path | None) -> list[str]:
    """Return the questions of a file of JSON lines, or a few that any municipality has documents on."""
    if file is None:
        return ["Vad beslutades om budgeten?", "Vilka uppdrag gavs?", "Vem är ordförande?"]
    return [json.loads(line)["question"] for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Read the command line, ask, and tell."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("url")
    reader.add_argument("--sessions", type=int, default=50)
    reader.add_argument("--rounds", type=int, default=1)
    reader.add_argument("--questions", type=Path, help="JSON lines with a field 'question'")
    reader.add_argument("--pid", type=int, help="process id of the server, to tell its memory")
    chosen = reader.parse_args()
    questions = asked_of(chosen.questions)
    seconds: list[float] = []
    faults: list[str] = []
    for number in range(chosen.rounds):
        begin = number * chosen.sessions
        turn = [questions[(begin + each) % len(questions)] for each in range(chosen.sessions)]
        made = asyncio.run(load(chosen.url.rstrip("/"), turn, chosen.sessions, 1))
        seconds += made.seconds
        faults += made.faults
        if chosen.pid:
            sys.stdout.write(f"after {begin + chosen.sessions} questions: {held(chosen.pid)}\n")
    every = Load(tuple(seconds), tuple(faults))
    times = f"p50 {every.percentile(0.5):.2f} s, p95 {every.percentile(0.95):.2f} s" if seconds else "no answers"
    sys.stdout.write(f"{len(seconds)} answers, {len(faults)} faults, {times}\n")
    sys.stdout.writelines(f"{fault}\n" for fault in faults[:5])


if __name__ == "__main__":
    main()
