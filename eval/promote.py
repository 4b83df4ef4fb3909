"""Turn answers that staff marked as wrong into drafts of questions, for a person to complete.

A draft is refused by `arende eval run` until its empty evidence is filled in by hand (or it is said to have no answer),
so a wrong answer can never become its own truth.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from assistant.answers import Citation
from assistant.history import FILE_NAME, Feedback, History
from eval.errors import EvaluationError
from eval.results import replace


def marked_wrong(data: Path) -> tuple[Feedback, ...]:
    """Return the judgements that called an answer wrong, oldest first."""
    if not (data / FILE_NAME).is_file():
        raise EvaluationError(f"There are no conversations in '{data}'. Name the data folder that the chat uses.")
    return tuple(judged for judged in History(data).feedback() if not judged.helpful)


def draft(judged: Feedback) -> dict[str, Any]:
    """Return a question in the form of a question file, with what to fill in left empty."""
    answer = judged.answer
    return {
        "id": draft_id(judged),
        "type": "",
        "question": answer.standalone_question or judged.question,
        "answerable": True,
        "evidence": [{"document": "", "quote": ""}],
        "answer_contains": [],
        "note": {
            "marked": judged.created.date().isoformat(),
            "asked": judged.question,
            "reasons": list(judged.reasons),
            "comment": judged.comment,
            "status": answer.status.value,
            "answer": answer.answer,
            "shown": [_place(citation) for citation in (*answer.citations, *answer.nearest)],
        },
    }


def draft_id(judged: Feedback) -> str:
    """Return an id that is the same each time the same judgement is promoted."""
    return f"m{hashlib.sha256(f'{judged.created.isoformat()}{judged.question}'.encode()).hexdigest()[:8]}"


def append_drafts(path: Path, drafts: Iterable[dict[str, Any]]) -> Sequence[str]:
    """Add the drafts that are not in a file yet, leave what people wrote there, and return the ids added."""
    present = path.read_text(encoding="utf-8") if path.is_file() else ""
    known = {_id_of(line) for line in present.split("\n") if line.strip()}
    added = [found for found in drafts if found["id"] not in known]
    if added:
        separator = "" if not present or present.endswith("\n") else "\n"
        lines = "".join(json.dumps(found, ensure_ascii=False) + "\n" for found in added)
        replace(path, present + separator + lines)
    return [found["id"] for found in added]


def _place(citation: Citation) -> dict[str, Any]:
    return {"document": citation.document, "page": citation.page, "quote": citation.quote}


def _id_of(line: str) -> str | None:
    try:
        known = json.loads(line)
    except json.JSONDecodeError:
        # A line that somebody is still writing is theirs; it only cannot name a draft.
        return None
    return str(known.get("id")) if isinstance(known, dict) else None
