"""Start and stop a real server over a real index of the town."""

import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

ARENDE = Path(sys.executable).parent / "arende"
START_SECONDS = 60
PAUSE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Server:
    """Hold where a running server answers and what it serves."""

    url: str
    source: Path
    data: Path

    def reindex(self) -> None:
        """Index the source folder anew, beside the running server."""
        # The town is small: embedded without torch, whose import alone takes longer.
        environment = {**os.environ, "ARENDE_EMBEDDING__SMALL_BATCH": "100000"}
        command = [ARENDE, "reindex", self.source, "--data", self.data]
        subprocess.run(command, check=True, capture_output=True, timeout=280, env=environment)


@contextmanager
def serving(town: Server, settings: Mapping[str, str]) -> Iterator[Server]:
    """Serve the town's data on a free port with settings of the environment; the process ends with the block."""
    process = subprocess.Popen(
        [ARENDE, "serve", "--port", "0", "--data", town.data],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=town.source.parent,
        env={
            **os.environ,
            "PYTHONUNBUFFERED": "1",
            "ARENDE_WEB__CONTACT": "tillganglighet@example.invalid",
            **settings,
        },
    )
    try:
        assert process.stdout is not None
        url = process.stdout.readline().strip().rstrip("/")
        assert url.startswith("http://127.0.0.1:"), url + process.stdout.read()
        _wait(url, process)
        yield replace(town, url=url)
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _wait(url: str, process: "subprocess.Popen[str]") -> None:
    request = urllib.request.Request(f"{url}/halsa")
    for _ in range(round(START_SECONDS / PAUSE_SECONDS)):
        if process.poll() is not None:
            raise RuntimeError("The server ended before it answered")
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            process_pause(process)
    raise TimeoutError(url)


def process_pause(process: "subprocess.Popen[str]") -> None:
    """Wait a moment, or until the process ends."""
    try:
        process.wait(timeout=PAUSE_SECONDS)
    except subprocess.TimeoutExpired:
        return
