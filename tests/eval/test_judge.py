"""A model's judgement stands apart, and is undefined where the model cannot say."""

import json
from pathlib import Path
from typing import Any

import pytest
from llama_index.core.llms import CompletionResponse, CompletionResponseGen, LLMMetadata, MockLLM
from llama_index.core.llms.custom import CustomLLM

from eval import judge
from eval.errors import EvaluationError
from index.settings import Settings


class Scripted(CustomLLM):
    """Say the same to everything, or fail."""

    reply: str | None

    @property
    def metadata(self) -> LLMMetadata:
        """Return no particular model."""
        return LLMMetadata()

    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        """Return the reply."""
        if self.reply is None:
            raise RuntimeError("the server is gone")
        return CompletionResponse(text=self.reply)

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponseGen:
        """Yield the reply."""
        yield self.complete(prompt)


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        pytest.param("YES", 1.0, id="yes"),
        pytest.param("No, it does not.", 0.0, id="no"),
        pytest.param("Torghandel är trevligt.", None, id="nonsense"),
        pytest.param("Yes and no.", None, id="both"),
        pytest.param(None, None, id="failure"),
    ],
)
def test_judgement_is_yes_no_or_undefined(make: Any, reply: str | None, verdict: float | None) -> None:
    found = judge.judgement(make.result(), judge.evaluators_for(Scripted(reply=reply)))
    assert found == {"faithfulness": verdict, "relevancy": verdict}


def test_overall_leaves_undefined_judgements_out() -> None:
    answers = {"a": {"faithfulness": 1.0, "relevancy": None}, "b": {"faithfulness": 0.0, "relevancy": None}}
    found = judge.overall({**answers, "c": {"faithfulness": None, "relevancy": None}})
    assert (found["faithfulness"].value, found["faithfulness"].questions) == (0.5, 2)
    assert found["relevancy"].value is None


def test_judgements_are_written_beside_the_results(make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "configured_model", lambda settings: (MockLLM(), "mock"))
    results = [make.result(), make.result(make.unanswerable(id="u"), make.refusal())]
    judge.judge_all(results, tmp_path, Settings(), lambda label, done, total: None)
    stored = json.loads((tmp_path / judge.JUDGEMENTS).read_text(encoding="utf-8"))
    assert stored["model"] == "mock"
    assert list(stored["answers"]) == ["q1"]


def test_judge_without_a_model_is_an_error() -> None:
    with pytest.raises(EvaluationError, match="no language model"):
        judge.configured_model(Settings())
