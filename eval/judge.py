"""Let a configured language model comment on answers: apart from the measures, never a gate.

A judgement is undefined where the model fails or says neither yes nor no; it is never taken for a zero.
"""

import asyncio
import logging
import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.errors import EvaluationError
from eval.results import Result, write_json
from eval.summary import Figure, mean
from index.settings import Settings

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

JUDGEMENTS = "judge.json"
ASPECTS = ("faithfulness", "relevancy")

log = logging.getLogger(__name__)

Evaluate = Callable[..., Coroutine[Any, Any, Any]]
_YES_OR_NO = re.compile(r"\b(yes|no|ja|nej)\b", re.IGNORECASE)


def judge_all(
    results: Sequence[Result], out: Path, settings: Settings, advance: Callable[[str, int, int], None]
) -> dict[str, Any]:
    """Judge every answer that cites something, and write the judgements beside the results."""
    llm, name = configured_model(settings)
    evaluators = evaluators_for(llm)
    judged: dict[str, dict[str, float | None]] = {}
    asked = [result for result in results if result.answer and result.answer.citations]
    for number, result in enumerate(asked, start=1):
        judged[result.id] = judgement(result, evaluators)
        advance("judge", number, len(asked))
    found = {
        "model": name,
        "overall": {name: asdict(figure) for name, figure in overall(judged).items()},
        "answers": judged,
    }
    write_json(out / JUDGEMENTS, found)
    return found


def configured_model(settings: Settings) -> "tuple[LLM, str]":
    """Return the LlamaIndex model of the settings, or raise where none is configured."""
    # Loaded here: only who asks for a judge pays for a model's SDK.
    from assistant.llm import LlamaIndexModel, build_model  # noqa: PLC0415

    model = build_model(settings.model)
    if not isinstance(model, LlamaIndexModel):
        raise EvaluationError(
            "There is no language model to judge with. Set [model] in arende.toml, or run without --judge."
        )
    return model.llm, model.name


def evaluators_for(llm: "LLM") -> Mapping[str, Evaluate]:
    """Return LlamaIndex's evaluators by the aspect they judge."""
    from llama_index.core.evaluation import FaithfulnessEvaluator, RelevancyEvaluator  # noqa: PLC0415 - as above

    return {
        "faithfulness": FaithfulnessEvaluator(llm=llm).aevaluate,
        "relevancy": RelevancyEvaluator(llm=llm).aevaluate,
    }


def judgement(result: Result, evaluators: Mapping[str, Evaluate]) -> dict[str, float | None]:
    """Return what the judge thinks of one answer; None where it could not say."""
    return {aspect: _ask(aspect, evaluate, result) for aspect, evaluate in evaluators.items()}


def overall(judged: Mapping[str, Mapping[str, float | None]]) -> dict[str, Figure]:
    """Return the share of answers that stood, of those that were judged."""
    return {
        aspect: mean([value for answer in judged.values() if (value := answer[aspect]) is not None])
        for aspect in ASPECTS
    }


def _ask(aspect: str, evaluate: Evaluate, result: Result) -> float | None:
    if result.answer is None:
        return None
    contexts = [citation.passage for citation in result.answer.citations]
    try:
        asked = evaluate(query=result.case.question, response=result.answer.answer, contexts=contexts)
        found = asyncio.run(asked)
    # SDKs, servers and LlamaIndex fail in their own ways; for a comment each means that there is none.
    except Exception:
        log.exception("The judge failed on question %s (%s)", result.id, aspect)
        return None
    said = {word.casefold() for word in _YES_OR_NO.findall(found.feedback or "")}
    if said and said <= {"yes", "ja"}:
        return 1.0
    return 0.0 if said and said <= {"no", "nej"} else None
