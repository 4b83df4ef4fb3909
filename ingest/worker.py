"""The reading process: take files by name over a connection, send back documents or failures."""

import resource
import sys
from multiprocessing.connection import Connection

from ingest.pipeline import outcome
from ingest.settings import MEGABYTE, IngestSettings


def serve(connection: Connection) -> None:
    """Read files as they are named, within the memory limit, until the other end is closed."""
    try:
        source, settings = connection.recv()
        _limit_memory(settings)
        while True:
            file, sidecar = connection.recv()
            connection.send(outcome(source, file, settings, sidecar))
    except (EOFError, OSError):
        return


def _limit_memory(settings: IngestSettings) -> None:
    if settings.memory_megabytes:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (settings.memory_megabytes * MEGABYTE, hard))


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
