"""The errors of the evaluation.

ArendeError
└── EvaluationError
    ├── BadQuestionFile   a question file cannot be used; names file and line
    ├── BadResults        a file of results cannot be read or compared
    └── BadBenchmark      a BEIR folder cannot be read
"""

from pathlib import Path

from ingest.errors import ArendeError


class EvaluationError(ArendeError):
    """The evaluation cannot do what was asked."""


class BadQuestionFile(EvaluationError):
    """A question file holds something that cannot be asked or measured."""

    def __init__(self, path: Path, line: int | None, detail: str) -> None:
        place = f"{path}, line {line}" if line else str(path)
        super().__init__(f"{place}: {detail}")
        self.path = path
        self.line = line


class BadResults(EvaluationError):
    """A file of results cannot be read or compared."""


class BadBenchmark(EvaluationError):
    """A BEIR folder lacks a file or holds a broken line."""
