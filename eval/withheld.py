"""Read an index as if the passages that answer a question were not there: what stays is a near miss."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from eval.cases import Case
from eval.grounding import fold
from index.embedding import open_embedder
from index.hits import EVERYONE, Query, SearchResult
from index.reader import CaseIndex
from index.settings import Settings
from ingest.documents import Passage

# Facts shorter than this stand everywhere ("7", "ja"): they say nothing of where the answer is.
LEAST_CHARACTERS = 4


class WithheldIndex(CaseIndex):
    """Read the current generation without what proves one question; all of it while no question is set."""

    def __init__(self, data: Path, settings: Settings) -> None:
        super().__init__(data, settings, open_embedder(settings.embedding, data))
        self._quotes: tuple[str, ...] = ()
        self._found: dict[Query, SearchResult] = {}

    def withhold(self, case: Case | None) -> None:
        """Leave out every passage that holds a quote or a fact of a question; None brings all of them back."""
        facts = [spelling for fact in case.answer_contains for spelling in fact] if case else []
        kept = (fold(text) for text in (*(case.quotes if case else ()), *facts))
        self._quotes = tuple(text for text in kept if len(text) >= LEAST_CHARACTERS)

    def search(self, query: Query) -> SearchResult:
        """Return the hits that hold nothing of what is withheld."""
        if query not in self._found:
            self._found[query] = super().search(query)
        result = self._found[query]
        return replace(
            result, hits=tuple(hit for hit in result.hits if len(self._left(hit.passages)) == len(hit.passages))
        )

    def passages(self, document_id: str, groups: frozenset[str] = EVERYONE) -> tuple[Passage, ...]:
        """Return the passages of a document that are not withheld."""
        return self._left(super().passages(document_id, groups))

    def _left(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        if not self._quotes:
            return tuple(passages)
        return tuple(one for one in passages if not any(text in fold(one.text) for text in self._quotes))
