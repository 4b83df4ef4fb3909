"""Wire the assistant together; the one place that knows which answerers are used."""

from pathlib import Path

from assistant.extract import ExtractiveAnswerer
from assistant.llm import build_model
from assistant.model_answerer import ModelAnswerer
from assistant.service import Assistant
from index.reader import CaseIndex
from index.settings import Settings


def build_assistant(data: Path, settings: Settings) -> Assistant:
    """Return an assistant over the current index of a data folder; a configured model writes its answers."""
    model = build_model(settings.model)
    writer = ModelAnswerer(model, settings.model) if model else None
    return Assistant(CaseIndex.open(data, settings), ExtractiveAnswerer(), writer)
