"""Keep a run small enough to lie in git: scores, status and citations, without hits and passages."""

from collections.abc import Iterable
from pathlib import Path

from eval.results import AnswerRecord, Result, write

ANSWER_FIELDS = frozenset(
    {"question", "standalone_question", "status", "answer", "claims", "citations", "confidence", "dropped_claims"}
)
CITATION_FIELDS = frozenset(
    {"number", "document_id", "document", "title", "quote", "start", "end", "paragraph", "url", "section_sign", "page"}
)


def write_baseline(path: Path, results: Iterable[Result]) -> None:
    """Write what a later run is compared with."""
    write(path, (_small(result) for result in results))


def _small(result: Result) -> Result:
    answer = result.answer and AnswerRecord.model_validate(
        {
            name: value if name != "citations" else [_citation(citation) for citation in value]
            for name, value in result.answer.model_dump(mode="json").items()
            if name in ANSWER_FIELDS
        }
    )
    return result.model_copy(update={"answer": answer, "hits": (), "stored": (), "seconds": None})


def _citation(citation: dict[str, object]) -> dict[str, object]:
    # The passage is in the documents; a baseline only has to say where an answer pointed.
    return {**{name: value for name, value in citation.items() if name in CITATION_FIELDS}, "passage": ""}
