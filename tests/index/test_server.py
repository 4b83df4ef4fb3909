"""Vectors live on a Chroma server where the settings name one."""

import gc
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import reindex, rollback
from index.errors import IndexBroken
from index.hits import Query
from index.reader import CaseIndex
from index.settings import Settings, VectorSettings

pytestmark = [
    pytest.mark.slow,
    # Chroma's HTTP client leaves its sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

SECONDS = 60


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = str(Path(sys.executable).with_name("chroma"))
    command = [program, "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(tmp_path / "server")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(SECONDS * 10):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
        gc.collect()


def test_server_holds_the_vectors_of_two_generations(
    source: Path, tmp_path: Path, settings: Settings, letter, url: str
) -> None:
    import chromadb

    settings = settings.model_copy(update={"vectors": VectorSettings(url=url)})
    data = tmp_path / "data"
    names = []
    for number in range(3):
        letter(source, "brev 1 å.txt", 1, f"ämne{number}")
        report = reindex(source, data, settings)
        assert report.vectors == report.chunks
        names.append(report.generation)
    index = CaseIndex.open(data, settings)
    assert index.search(Query("musikskolan")).hits[0].document.source == "brev 2 å.txt"
    client = chromadb.HttpClient(host="127.0.0.1", port=int(url.rsplit(":", 1)[1]))
    assert {part.name for part in client.list_collections()} == {f"arende-{name}" for name in names[-2:]}
    assert rollback(data).generation == names[-2]
    assert index.search(Query("musikskolan")).hits[0].document.source == "brev 2 å.txt"


def test_server_that_is_gone_is_named(source: Path, tmp_path: Path, settings: Settings) -> None:
    settings = settings.model_copy(update={"vectors": VectorSettings(url="http://127.0.0.1:9")})
    with pytest.raises(IndexBroken, match=r"127\.0\.0\.1:9"):
        reindex(source, tmp_path / "data", settings)
