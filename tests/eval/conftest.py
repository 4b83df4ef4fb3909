"""Build small questions, answers and results by hand."""

from typing import Any

import pytest

from eval.cases import Case
from eval.metrics import score
from eval.results import AnswerRecord, HitRecord, Result, StoredPlace

PASSAGE = "Nämnden beslutar att taxan för torghandel höjs till 1 450 kronor från den 1 mars 2025."
CONTEXT = "Protokoll 2025-02-11\nTekniska nämnden\nTN 2025/14\n§ 12"


class Make:
    """Make the parts of a result; keyword arguments change what is usual."""

    passage = PASSAGE

    @staticmethod
    def case(**changes: Any) -> Case:
        known: dict[str, Any] = {
            "id": "q1",
            "type": "fact-number",
            "question": "Vad blir taxan för torghandel?",
            "answerable": True,
            "evidence": [{"document": "namnden/protokoll.pdf", "quote": "taxan för torghandel höjs till 1 450 kronor"}],
            "answer_contains": [["1 450"]],
        }
        return Case.model_validate({**known, **changes})

    @staticmethod
    def unanswerable(**changes: Any) -> Case:
        return Make.case(
            **{"type": "unanswerable", "answerable": False, "evidence": [], "answer_contains": [], **changes}
        )

    @staticmethod
    def citation(number: int = 1, quote: str = PASSAGE, passage: str = PASSAGE, **changes: Any) -> dict[str, Any]:
        start = 100 + max(passage.find(quote), 0)
        return {
            "number": number,
            "document_id": "d1",
            "document": "namnden/protokoll.pdf",
            "quote": quote,
            "start": start,
            "end": start + len(quote),
            "passage": passage,
            "paragraph": 7,
            "url": f"/handling/d1#stycke-{6 + number}",
            "force": "decision",
            **changes,
        }

    @staticmethod
    def stored(number: int = 1, quote: str = PASSAGE, passage: str = PASSAGE, **changes: Any) -> StoredPlace:
        known = {
            "number": number,
            "text": quote,
            "passage": passage,
            "passage_start": 100,
            "passage_end": 100 + len(PASSAGE),
            "force": "decision",
            "context": CONTEXT,
        }
        return StoredPlace.model_validate({**known, **changes})

    @staticmethod
    def answer(text: str = f"{PASSAGE} [1]", **changes: Any) -> AnswerRecord:
        known: dict[str, Any] = {
            "question": "Vad blir taxan för torghandel?",
            "status": "answered",
            "answer": text,
            "claims": [{"text": PASSAGE, "citations": [1], "check": "verbatim"}],
            "citations": [Make.citation()],
            "confidence": 0.9,
        }
        return AnswerRecord.model_validate({**known, **changes})

    @staticmethod
    def refusal(text: str = "Jag hittar inte det i handlingarna.", **changes: Any) -> AnswerRecord:
        return Make.answer(text, **{"status": "not_found", "claims": [], "citations": [], "confidence": 0.1, **changes})

    @staticmethod
    def hits(*texts: str) -> tuple[HitRecord, ...]:
        return tuple(
            HitRecord(document_id=f"d{rank}", document=f"{rank}.pdf", text=text, score=1 / rank)
            for rank, text in enumerate(texts, start=1)
        )

    @staticmethod
    def result(of: Case | None = None, said: AnswerRecord | None = None, **changes: Any) -> Result:
        asked = of or Make.case()
        known: dict[str, Any] = {
            "id": asked.id,
            "case": asked,
            "answer": said or Make.answer(),
            "hits": Make.hits(PASSAGE),
            "stored": (Make.stored(),),
            "seconds": 0.1,
        }
        return score(Result(**{**known, **changes}))


@pytest.fixture
def make() -> type[Make]:
    """Return the builders."""
    return Make
