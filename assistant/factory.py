"""Wire the assistant together; the one place that knows which answerers are used."""

from pathlib import Path

from assistant.errors import ModelGone
from assistant.extract import ExtractiveAnswerer
from assistant.llm import GoneModel, build_model
from assistant.model_answerer import ModelAnswerer
from assistant.service import Assistant
from index.reader import CaseIndex
from index.settings import Settings


def build_assistant(data: Path, settings: Settings) -> Assistant:
    """Return an assistant over the current index of a data folder; a configured model writes its answers.

    Where it cannot be started, the extract answers, and each answer says so.
    """
    try:
        model = build_model(settings.model)
    except ModelGone as error:
        model = GoneModel(settings.model.name or settings.model.kind, error)
    writer = ModelAnswerer(model, settings.model) if model else None
    return Assistant(CaseIndex.open(data, settings), ExtractiveAnswerer(), writer)
