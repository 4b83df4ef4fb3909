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
WORKING = 'class="arbetar"'
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Load:
    """Hold the seconds from the opened socket to the finished answer on the page, to the first sign, and what failed."""

    seconds: tuple[float, ...]
    first_signs: tuple[float, ...]
    faults: tuple[str, ...]

    def percentile(self, share: float) -> float:
        """Return the time that this share of the answers stay within."""
        return percentile(self.seconds, share)


def percentile(seconds: Sequence[float], share: float) -> float:
    """Return the value that this share stays within."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def ask(url: str, question: str) -> tuple[float, float]:
    """Open a session with a question in its address, as a link does; return the seconds to a first sign and its answer."""
    started = time.perf_counter()
    first_sign = 0.0
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], max_size=None, close_timeout=0.2) as socket:
        message = BackMsg()
        message.rerun_script.query_string = urlencode({"fraga": question})
        await socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            async for received in socket:
                shown = ForwardMsg.FromString(received)
                if shown.WhichOneof("type") != "delta":
                    continue
                if not first_sign and WORKING in shown.delta.new_element.html.body:
                    first_sign = time.perf_counter() - started
                if ANSWERED.search(shown.delta.new_element.html.body):
                    taken = time.perf_counter() - started
                    return first_sign or taken, taken
    raise ConnectionError("The session ended before its answer")


async def load(url: str, questions: Sequence[str], sessions: int, rounds: int) -> Load:
    """Let so many sessions ask at once, so many times."""
    seconds: list[tuple[float, float]] = []
    faults: list[str] = []
    for number in range(rounds):
        asked = [questions[(number + each) % len(questions)] for each in range(sessions)]
        for result in await asyncio.gather(*(ask(url, question) for question in asked), return_exceptions=True):
            if isinstance(result, BaseException):
                faults.append(repr(result))
            else:
                seconds.append(result)
    return Load(tuple(taken for _, taken in seconds), tuple(first for first, _ in seconds), tuple(faults))


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
    first_signs: list[float] = []
    faults: list[str] = []
    for number in range(chosen.rounds):
        begin = number * chosen.sessions
        turn = [questions[(begin + each) % len(questions)] for each in range(chosen.sessions)]
        made = asyncio.run(load(chosen.url.rstrip("/"), turn, chosen.sessions, 1))
        seconds += made.seconds
        first_signs += made.first_signs
        faults += made.faults
        if chosen.pid:
            sys.stdout.write(f"after {begin + chosen.sessions} questions: {held(chosen.pid)}\n")
    times = "no answers"
    if seconds:
        answered = f"p50 {percentile(seconds, 0.5):.2f} s, p95 {percentile(seconds, 0.95):.2f} s"
        times = f"{answered}, first sign p95 {percentile(first_signs, 0.95):.2f} s"
    sys.stdout.write(f"{len(seconds)} answers, {len(faults)} faults, {times}\n")
    sys.stdout.writelines(f"{fault}\n" for fault in faults[:5])


if __name__ == "__main__":
    main()
