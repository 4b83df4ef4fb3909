"""Hold what a run produced: one line a question, written once and scored as often as wanted."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from eval.cases import Case
from eval.errors import BadResults

RESULTS = "results.jsonl"
METRICS = "metrics.json"
REPORT = "report.html"


class Record(BaseModel):
    """Read a part of a line; keys that the evaluation does not need are kept as they are."""

    model_config = ConfigDict(frozen=True, extra="allow")


class CitationRecord(Record):
    """Hold a citation as the answer shows it."""

    number: int
    document_id: str
    document: str
    quote: str
    start: int
    end: int
    passage: str
    paragraph: int
    url: str = ""
    title: str = ""
    section_sign: str | None = None
    page: int = 0
    force: str = ""


class ClaimRecord(Record):
    """Hold a claim as the answer shows it."""

    text: str
    citations: tuple[int, ...]
    check: str


class AnswerRecord(Record):
    """Hold the object that ``arende ask --json`` prints."""

    question: str
    status: str
    answer: str
    claims: tuple[ClaimRecord, ...]
    citations: tuple[CitationRecord, ...]
    standalone_question: str = ""
    confidence: float = 0.0
    dropped_claims: int = 0
    timings_ms: dict[str, float] = {}

    @property
    def refused(self) -> bool:
        """Tell whether the answer says that nothing was found."""
        return self.status == "not_found"


class HitRecord(Record):
    """Hold one hit of ``arende search --json``."""

    document_id: str
    document: str
    text: str
    score: float


class StoredPlace(Record):
    """Hold what the index itself says of a cited place, read apart from the answer."""

    number: int
    text: str
    passage: str
    passage_start: int
    passage_end: int
    force: str
    # What is known of the document and the place besides the words: title, date, board, diarienummer, headings, §.
    context: str


class Result(Record):
    """Hold one question, its answer and hits, the proof read from the index, and the scores."""

    id: str
    case: Case
    answer: AnswerRecord | None
    hits: tuple[HitRecord, ...] = ()
    stored: tuple[StoredPlace, ...] = ()
    error: str | None = None
    seconds: float | None = None
    scores: Mapping[str, float | None] = {}
    # How many facts, citations or claims a share is counted over, where it is not one question.
    weights: Mapping[str, int] = {}
    problems: tuple[str, ...] = ()


def read(path: Path) -> tuple[Result, ...]:
    """Return the results of a file, or of a run's folder; raise BadResults where there are none."""
    source = path / RESULTS if path.is_dir() else path
    try:
        lines = source.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadResults(f"Cannot read the results in '{source}': {error}. Run `arende eval run` first.") from error
    found = [_result(source, number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not found:
        raise BadResults(f"'{source}' holds no results. Run `arende eval run` first.")
    return tuple(found)


def write(path: Path, results: Iterable[Result]) -> None:
    """Write results as one JSON object a line."""
    replace(path, "".join(line(result) + "\n" for result in results))


def line(result: Result) -> str:
    """Return a result as one line of JSON."""
    return json.dumps(result.model_dump(mode="json"), ensure_ascii=False)


def write_json(path: Path, value: Mapping[str, Any] | Sequence[Any]) -> None:
    """Write a value as readable JSON."""
    replace(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)


def _result(source: Path, number: int, text: str) -> Result:
    try:
        return Result.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadResults(f"{source}, line {number}: {where}: {first['msg']}. Run `arende eval run` again.") from error
