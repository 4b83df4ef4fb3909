"""Read question files, and refuse what is wrong in them before anything runs."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from eval.errors import BadQuestionFile

Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Spellings = Annotated[tuple[Filled, ...], Field(min_length=1)]


class Evidence(BaseModel):
    """Hold one place that proves the answer: a document and its verbatim words."""

    model_config = ConfigDict(frozen=True)

    document: Filled
    quote: Filled


class Case(BaseModel):
    """Hold one question and what is expected of its answer; unknown keys are left alone."""

    model_config = ConfigDict(frozen=True)

    id: Filled
    type: Filled
    question: Filled
    answerable: Annotated[bool, Field(strict=True)]
    subtype: str | None = None
    history: tuple[Filled, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    also: tuple[Evidence, ...] = ()
    answer_contains: tuple[Spellings, ...] = ()

    @model_validator(mode="after")
    def _evidence_fits(self) -> "Case":
        if self.answerable and not self.evidence:
            raise ValueError("an answerable question needs evidence: at least one document and quote")
        if not self.answerable and (self.evidence or self.answer_contains):
            raise ValueError("an unanswerable question can have neither evidence nor answer_contains")
        return self

    @property
    def quotes(self) -> tuple[str, ...]:
        """Return every quote that proves the answer, the expected places first."""
        return tuple(place.quote for place in (*self.evidence, *self.also))

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the names under which the question is counted."""
        return (self.type, f"{self.type}/{self.subtype}") if self.subtype else (self.type,)


def load(path: Path) -> tuple[Case, ...]:
    """Return the questions of a file, or raise BadQuestionFile for the first line that is wrong."""
    return tuple(case for _, case in _numbered(path))


def load_for(path: Path, sources: Iterable[str]) -> tuple[Case, ...]:
    """Return the questions of a file, whose documents must all be among the indexed sources."""
    known = KnownDocuments(sources)
    numbered = _numbered(path)
    for line, case in numbered:
        for place in (*case.evidence, *case.also):
            if place.document not in known:
                raise BadQuestionFile(
                    path,
                    line,
                    f"question '{case.id}' names the document '{place.document}', which is not in the index. "
                    "Index the folder it lies in, or mend the path.",
                )
    return tuple(case for _, case in numbered)


def choose(cases: Sequence[Case], *, ids: Path | None = None, limit: int | None = None) -> tuple[Case, ...]:
    """Return the questions named in a file of ids, at most ``limit`` of them, in the order of the question file."""
    chosen = tuple(cases)
    if ids is not None:
        wanted = _read_ids(ids)
        known = {case.id for case in cases}
        for line, name in wanted.items():
            if name not in known:
                raise BadQuestionFile(ids, line, f"there is no question '{name}' in the question file")
        names = set(wanted.values())
        chosen = tuple(case for case in cases if case.id in names)
    return chosen[:limit] if limit is not None else chosen


class KnownDocuments:
    """Tell whether a document of a question file is an indexed one: an indexed path ends with it."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._endings: set[str] = set()
        for source in sources:
            parts = source.split("/")
            self._endings.update("/".join(parts[start:]) for start in range(len(parts)))

    def __contains__(self, document: str) -> bool:
        return document.removeprefix("./") in self._endings


def _numbered(path: Path) -> list[tuple[int, Case]]:
    found: list[tuple[int, Case]] = []
    lines: dict[str, int] = {}
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        case = _parse(path, number, line)
        if case.id in lines:
            raise BadQuestionFile(path, number, f"the id '{case.id}' is already used on line {lines[case.id]}")
        lines[case.id] = number
        found.append((number, case))
    if not found:
        raise BadQuestionFile(path, None, "the file holds no questions. Write one JSON object a line.")
    return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise BadQuestionFile(path, None, f"cannot be opened ({error.strerror}). Check the path.") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BadQuestionFile(path, line, "is not UTF-8. Save the file as UTF-8.") from error


def _parse(path: Path, number: int, line: str) -> Case:
    try:
        return Case.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise BadQuestionFile(path, number, f"is not JSON: {error.msg} at column {error.colno}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        message = first["msg"].removeprefix("Value error, ")
        raise BadQuestionFile(path, number, f"{where}: {message}" if where else message) from error


def _read_ids(path: Path) -> dict[int, str]:
    named = {number: line.strip() for number, line in enumerate(_lines(path), start=1)}
    wanted = {number: name for number, name in named.items() if name and not name.startswith("#")}
    if not wanted:
        raise BadQuestionFile(path, None, "names no question. Write one id a line.")
    return wanted
