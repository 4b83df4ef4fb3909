"""The seam between the service and whatever makes claims: extracts today, a language model where one is configured."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.question import Understanding
from assistant.scoring import Candidate, Scored, Scorer, candidates
from assistant.verify import DraftClaim
from index.hits import Hit
from ingest.documents import Passage


@dataclass(frozen=True, slots=True)
class Ranking:
    """Hold every candidate sentence of the hits, best first, and what scored them."""

    scored: tuple[Scored, ...]
    scorer: Scorer

    @property
    def best(self) -> Scored | None:
        """Return the best sentence, if there is any."""
        return self.scored[0] if self.scored else None


@dataclass(frozen=True, slots=True)
class Request:
    """Hold what an answerer may use: the question, the hits, the sentences ranked, and the documents' passages."""

    understanding: Understanding
    hits: tuple[Hit, ...]
    ranking: Ranking
    # All passages of a document that the asker may read.
    passages: Callable[[str], Sequence[Passage]]


class Answerer(Protocol):
    """Say what an answerer does: yield claims with quotes; none of them is shown before it is checked."""

    @property
    def name(self) -> str:
        """Return "extractive" or "llm:<model>"."""

    def answer(self, request: Request) -> Iterable[DraftClaim]:
        """Yield the claims that answer, in the order a reader wants them."""


def rank(understanding: Understanding, hits: Sequence[Hit], focus: frozenset[str] = frozenset()) -> Ranking:
    """Return the sentences of some hits, best first; ``focus`` are documents that the conversation is about."""
    pool: tuple[Candidate, ...] = candidates(hits)
    scorer = Scorer(understanding, pool)
    scored = sorted((scorer.score(candidate, focus) for candidate in pool), key=lambda one: -one.score)
    return Ranking(tuple(scored), scorer)
