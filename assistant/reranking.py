"""Rank the first sentences anew by a cross-encoder, which reads each together with the question (Nogueira and Cho 2019)."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.candidates import Candidate
from assistant.cross_encoder import SUREST, trained_reranker
from assistant.scoring import Scored

# Sentences that are read again, and what a point of log odds is worth beside their score.
READ_AGAIN = 12
WORTH = 0.14


def reranked(question: str, scored: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences, the first of them ranked anew: what was not read again never comes before what was."""
    asked = trained_reranker().asked(question)
    read = [
        replace(one, score=one.score + WORTH * (asked.log_odds(one.candidate) + SUREST)) for one in scored[:READ_AGAIN]
    ]
    return [*sorted(read, key=lambda one: -one.score), *scored[READ_AGAIN:]]


def log_odds(question: str, candidate: Candidate) -> float:
    """Return how surely a sentence answers, as the logarithm of the odds."""
    return trained_reranker().asked(question).log_odds(candidate)


def less_sure(question: str, one: Candidate, than: Candidate) -> float:
    """Return by how many points of log odds a sentence answers less surely than another."""
    return log_odds(question, than) - log_odds(question, one)
