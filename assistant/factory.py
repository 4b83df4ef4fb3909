"""Wire the assistant together; the one place that knows which answerer is used."""

from pathlib import Path

from assistant.extract import ExtractiveAnswerer
from assistant.service import Assistant
from index.reader import CaseIndex
from index.settings import Settings


def build_assistant(data: Path, settings: Settings) -> Assistant:
    """Return an assistant over the current index of a data folder."""
    return Assistant(CaseIndex.open(data, settings), ExtractiveAnswerer())
