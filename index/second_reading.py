"""Let a cross-encoder, named in the settings, read the first hits once more."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from index.errors import ModelFault


class CrossEncoder:
    """Score question and passage together with a sentence-transformers cross-encoder, loaded at first use."""

    def __init__(self, name: str) -> None:
        self._name = name

    @cached_property
    def _model(self) -> Any:
        try:
            # Its import loads torch and takes seconds: only those who configure it pay.
            from sentence_transformers import CrossEncoder as Model  # noqa: PLC0415

            return Model(self._name)
        except (ImportError, OSError, ValueError) as error:
            raise ModelFault(
                f"Cannot load the cross-encoder '{self._name}': {error}. Correct search.cross_encoder in arende.toml."
            ) from error

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """Return one score a passage; higher answers better."""
        if not passages:
            return []
        return [float(score) for score in self._model.predict([(question, passage) for passage in passages])]
