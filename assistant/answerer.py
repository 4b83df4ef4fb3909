"""The seam between the service and whatever makes claims: extracts today, a language model where one is configured."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.candidates import USUAL_LIKENESS, Candidate, Likeness, Passages, candidates, with_likeness
from assistant.conversation import leans
from assistant.extremes import extreme_first
from assistant.letterheads import asks_for_number, is_case_line
from assistant.question import Asked, Understanding, asked_as, parts, understand
from assistant.reranking import reranked
from assistant.rivals import (
    NO_FORM,
    formed_first,
    headed_first,
    month_first,
    named_first,
    next_first,
    numbered_first,
    office_first,
    whole_first,
    without_rivals,
)
from assistant.scoring import Scored, Scorer
from assistant.twins import twin_first
from assistant.verify import DraftClaim
from index.hits import Hit
from ingest.chain import CaseChain
from ingest.documents import DocumentMetadata

# What somebody asks is asked for: points that are questions themselves may answer.
_QUESTIONS_ASKED = re.compile(r"\b\w*fråg\w*|\bundra\w*|\binterpell\w*", re.IGNORECASE)


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
class Part:
    """Hold one of the things that a question asks, with its own ranking."""

    understanding: Understanding
    ranking: Ranking


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """Hold what an answerer may use: the question, the hits, the sentences ranked, and the documents' passages.

    Each is itself alone, so that what was worked out for it is soon found.
    """

    understanding: Understanding
    hits: tuple[Hit, ...]
    ranking: Ranking
    # One for each part of a question that asks two things; else empty.
    parts: tuple["Part", ...]
    # All passages of a document that the asker may read.
    passages: Passages
    # Metadata of a document that the asker may read, and the chain of a case in any spelling.
    metadata: Callable[[str], DocumentMetadata]
    chain: Callable[[str], CaseChain | None]
    # The numbers of all cases that the asker may read of.
    cases: Callable[[], tuple[str, ...]] = tuple
    # Metadata of all documents that the asker may read and that pass the filters, newest first.
    documents: Callable[[], tuple[DocumentMetadata, ...]] = tuple


class Answerer(Protocol):
    """Say what an answerer does: yield claims with quotes; none of them is shown before it is checked."""

    @property
    def name(self) -> str:
        """Return "extractive" or "llm:<model>"."""

    def answer(self, request: Request) -> Iterable[DraftClaim]:
        """Yield the claims that answer, in the order a reader wants them."""

    def unsure(self, request: Request, claims: Sequence[DraftClaim]) -> Iterable[DraftClaim]:
        """Yield the claims of an unsure answer, and after them what else may be meant."""


# What the whole question says counts beside what a part of it asks.
WHOLE_SHARE = 0.5
# A part of so few subject words leans on the other, and is told beside it.
FEW_TERMS = 2
BESIDE = 0.3


def rank(
    understanding: Understanding,
    hits: Sequence[Hit],
    passages: Passages | None = None,
    focus: frozenset[str] = frozenset(),
    near: Likeness | None = None,
) -> Ranking:
    """Return the sentences of some hits, best first; ``focus`` are documents that the conversation is about."""
    pool: tuple[Candidate, ...] = candidates(hits, passages)
    if near is not None:
        pool = with_likeness(pool, near)
    scorer = Scorer(understanding, pool)
    scored = sorted((scorer.score(candidate, focus) for candidate in pool), key=lambda one: -one.score)
    if not understanding.wants(Asked.IDENTIFIER) and not asks_for_number(understanding.text):
        scored = [one for one in scored if not is_case_line(one.candidate.text)]
    if not understanding.wants(Asked.LIST, Asked.SUMMARY) and not _QUESTIONS_ASKED.search(understanding.text):
        scored = [one for one in scored if not one.candidate.text.rstrip().endswith("?")] or scored
    scored = month_first(understanding.text, reranked(understanding.text, scored))
    if understanding.short:
        scored = office_first(understanding.text, formed_first(scored))
        scored = next_first(understanding.text, without_rivals(scored, scorer), scorer)
        scored = whole_first(understanding, headed_first(understanding, named_first(understanding, scored)))
    scored = numbered_first(understanding, scored, scorer)
    if understanding.of_value:
        scored = twin_first(understanding, scored, scorer)
    return Ranking(tuple(extreme_first(understanding, scored, passages)), scorer)


def rank_parts(asked: Understanding, whole: Ranking, passages: Passages | None = None) -> tuple[Part, ...]:
    """Return what each part of a question asks, ranked by that part and the whole; () if it asks one thing."""
    texts = parts(asked.text)
    if len(texts) < 2:
        return ()
    pool = [one.candidate for one in whole.scored]
    found: list[Part] = []
    for part in texts:
        understanding = understand(part)
        first = found[0] if found else None
        if first:
            understanding = asked_as(understanding, first.understanding)
        scorer = Scorer(understanding, pool)
        near = [_of_part(one, scorer) for one in whole.scored]
        if first and first.ranking.best and understanding.short and len(understanding.terms) <= FEW_TERMS:
            near = _beside(first.ranking.best, near)
        scored = _as_formed(understanding, sorted(near, key=lambda one: -one.score))
        if not understanding.wants(Asked.IDENTIFIER) and not (first and leans(part)):
            # The network was taught no headings with their § and number, and no question without its subject.
            scored = _as_formed(understanding, reranked(part, scored))
        scored = extreme_first(asked, month_first(asked.text, scored), passages)
        found.append(Part(understanding, Ranking(tuple(scored), scorer)))
    return tuple(found)


def _beside(first: Scored, scored: Sequence[Scored]) -> list[Scored]:
    """Return sentences for a part of few words; those of the passage that tells the first part count more: it goes on there."""
    place = _passage_of(first)
    return [replace(one, score=one.score + BESIDE) if _passage_of(one) == place else one for one in scored]


def _passage_of(one: Scored) -> tuple[str, int]:
    evidence = one.candidate.evidence
    return evidence.document.id, evidence.passage.ordinal


def _as_formed(understanding: Understanding, scored: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences; where a value is asked for, those without its form behind: they answer the other part, however near they lie."""
    return sorted(scored, key=lambda one: understanding.short and one.fits < NO_FORM)


def _of_part(one: Scored, scorer: Scorer) -> Scored:
    """Return a sentence scored by a part of a question; its likeness is to the whole, and counts there alone."""
    own = scorer.score(replace(one.candidate, likeness=USUAL_LIKENESS))
    return replace(own, candidate=one.candidate, score=(1 - WHOLE_SHARE) * own.score + WHOLE_SHARE * one.score)
