"""Answer a question: the whole story on one screen."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant import abstain, patience, texts
from assistant.answerer import Answerer, Request, rank, rank_parts
from assistant.answers import Answer, Citation, Provenance, Question, Status
from assistant.casefile import case_chain
from assistant.citing import nearest
from assistant.conversation import Standalone, standalone
from assistant.doubles import as_asked, doubtful, unanswered
from assistant.errors import BadQuestion
from assistant.ground import section_key
from assistant.hasty import in_full, named_in_full, spelled
from assistant.proof import OnClaim, Proven, prove
from assistant.question import understand
from assistant.readings import read_off
from assistant.settings import HITS_READ, LONGEST_QUESTION, NEAREST_SHOWN, QUESTIONS_AT_ONCE
from assistant.suggest import suggestions
from assistant.things import SAME_THING
from assistant.verify import DraftClaim, same_word
from assistant.writing import Writer, Written, write
from index.hits import Query, SearchResult
from index.reader import CaseIndex
from index.swedish import words
from ingest.documents import Passage

# Places that are tried one after the other where a premise of the question speaks against the best one.
OTHER_PLACES = 3


@dataclass(frozen=True, slots=True)
class Considered:
    """Hold what was found for a question before it is written out: what would be cited, and the judgement of it."""

    alone: Standalone
    result: SearchResult
    request: Request
    shown: Proven
    judgement: abstain.Judgement
    timings_ms: Mapping[str, float]


class Assistant:
    """Answer questions from one index; every claim is cited and checked."""

    def __init__(self, index: CaseIndex, answerer: Answerer, writer: Writer | None = None) -> None:
        self._index = index
        self._answerer = answerer
        self._writer = writer
        self._turns = threading.BoundedSemaphore(QUESTIONS_AT_ONCE)

    @property
    def index(self) -> CaseIndex:
        """Return the index that answers come from."""
        return self._index

    def ask(self, question: Question, on_claim: OnClaim | None = None) -> Answer:
        """Return the answer to a question; ``on_claim`` hears each claim as soon as it is proved."""
        with self._turns:
            # Who has left while others were answered is not answered.
            patience.look()
            considered = self.consider(question)
        judged = time.perf_counter()
        timings = dict(considered.timings_ms)
        judgement, written = considered.judgement, Written(considered.shown, self._answerer.name)
        if judgement.status is not Status.NOT_FOUND:
            written = self._write(considered.request, considered.shown, on_claim)
            timings["write"] = (time.perf_counter() - judged) * 1000
        return self._assembled(question, considered.alone, considered.result, judgement, written, timings)

    def consider(self, question: Question) -> Considered:
        """Return what would be cited for a question, proved, and the judgement whether it answers."""
        alone = standalone(checked(question.text), question.history)
        started = time.perf_counter()
        asked = in_full(alone.text)
        result = self._search(question, asked)
        focus = self._focus(question, alone)
        retrieved = time.perf_counter()

        hits = result.hits[:HITS_READ]
        text = spelled(in_full(named_in_full(asked, result.recognised)), hits)
        understanding = understand(text)
        groups = question.groups
        passages = self._passages(groups)
        ranking = rank(understanding, hits, passages, focus, lambda places: self._index.likeness(text, places))
        request = Request(
            understanding,
            hits,
            ranking,
            rank_parts(understanding, ranking, passages),
            passages,
            lambda document_id: self._index.metadata(document_id, groups),
            lambda number: case_chain(self._index, number, groups),
            lambda: self._index.case_numbers(groups),
            lambda: self._index.newest(groups, result.filters),
        )
        refusal = abstain.unknown_before_search(understanding, result)
        drafts = () if refusal else tuple(self._answerer.answer(request))
        answered = time.perf_counter()

        shown, judgement = (prove(()), refusal) if refusal else self._judged(request, result, drafts)
        if judgement.premised:
            request, shown, judgement = self._elsewhere(request, result, shown, judgement)
        if not refusal and not request.parts:
            shown, judgement = _read_off(request, shown, judgement)
        judgement = replace(judgement, ranked=tuple(one.candidate.evidence for one in ranking.scored))
        timings = {
            "retrieve": (retrieved - started) * 1000,
            "answer": (answered - retrieved) * 1000,
            "verify": (time.perf_counter() - answered) * 1000,
        }
        return Considered(alone, result, request, shown, judgement, timings)

    def _judged(
        self, request: Request, result: SearchResult, drafts: Sequence[DraftClaim]
    ) -> tuple[Proven, abstain.Judgement]:
        """Return what would be cited, and the judgement whether it answers; of an unsure answer with what else may be meant."""
        shown = prove(drafts)
        judgement = abstain.judge(request.understanding, result, shown.grounds, request.ranking, request.passages)
        if request.parts:
            judgement = self._of_parts(judgement, request, result, shown)
        elif judgement.unsure and judgement.status is Status.PARTIAL:
            shown = prove(tuple(self._answerer.unsure(request, drafts)))
        return shown, judgement

    def _elsewhere(
        self, request: Request, result: SearchResult, shown: Proven, refusal: abstain.Judgement
    ) -> tuple[Request, Proven, abstain.Judgement]:
        """Return what another place surely answers whose premises hold, where those of the best one do not; else the refusal as it is."""
        tried = frozenset[tuple[str, str | None]]()
        cited = shown
        for _ in range(OTHER_PLACES):
            tried |= {section_key(place.evidence) for place in cited.places}
            left = tuple(one for one in request.ranking.scored if section_key(one.candidate.evidence) not in tried)
            if not left:
                break
            other = replace(request, ranking=replace(request.ranking, scored=left), parts=())
            cited, judgement = self._judged(other, result, tuple(self._answerer.answer(other)))
            if any(section_key(place.evidence) in tried for place in cited.places):
                break
            if judgement.status is Status.ANSWERED:
                return other, cited, judgement
            if not judgement.premised:
                break
        return request, shown, refusal

    def _of_parts(
        self, judgement: abstain.Judgement, request: Request, result: SearchResult, shown: Proven
    ) -> abstain.Judgement:
        """Return the judgement of a question that asks two things: one of them answered is an answer in part."""
        if judgement.status is Status.NOT_FOUND and judgement.weighed:
            for part in request.parts:
                asked = as_asked(request.understanding, part)
                own = abstain.judge(asked, result, shown.grounds, request.ranking, request.passages)
                judgement = own if own.status is not Status.NOT_FOUND else judgement
        if judgement.status is Status.NOT_FOUND:
            return judgement
        if lacking := unanswered(request.parts, shown.places):
            return replace(judgement, status=Status.PARTIAL, lacking=lacking)
        doubted = doubtful(request.understanding, request.parts, shown.places)
        if len(doubted) == len(request.parts):
            return replace(judgement, status=Status.PARTIAL)
        return replace(judgement, status=Status.PARTIAL, doubtful=doubted) if doubted else judgement

    def _write(self, request: Request, extract: Proven, on_claim: OnClaim | None) -> Written:
        """Return the extract, or the model's words for it; ``on_claim`` hears the claims that will be shown."""
        written = Written(extract, self._answerer.name)
        if self._writer:
            written = write(self._writer, request, extract, self._answerer.name, on_claim=on_claim)
        if on_claim and written.answerer == self._answerer.name:
            for claim in written.proven.claims:
                on_claim(claim, tuple(one for one in written.proven.citations if one.number in claim.citations))
        return written

    def _assembled(
        self,
        question: Question,
        alone: Standalone,
        result: SearchResult,
        judgement: abstain.Judgement,
        written: Written,
        timings: dict[str, float],
    ) -> Answer:
        found = judgement.status is not Status.NOT_FOUND
        shown = written.proven
        # What was drafted and weighed is nearer than the hit it stands in; what a premise speaks against is not shown.
        unsure = shown.citations if judgement.weighed else ()
        close = () if found or judgement.idle else nearest(result.hits, judgement.ranked, unsure, NEAREST_SHOWN)
        manifest = self._index.manifest
        return Answer(
            question=question.text,
            standalone_question=alone.text,
            status=judgement.status,
            answer=answer_text(judgement, shown) if found else refused(judgement, result, close),
            claims=shown.claims if found else (),
            citations=shown.citations if found else (),
            nearest=close,
            searched_documents=result.searched_documents,
            filters=result.filters,
            recognised=result.recognised,
            dropped_claims=shown.dropped,
            confidence=result.confidence,
            provenance=Provenance(
                manifest.generation, manifest.built_at, written.answerer, manifest.model, written.note
            ),
            timings_ms=timings,
            suggestions=suggestions(shown.citations if found else close, question.text),
        )

    def _search(self, question: Question, text: str) -> SearchResult:
        return self._index.search(
            Query(text, question.filters, question.groups, ignore=question.ignore, today=question.today)
        )

    def _focus(self, question: Question, alone: Standalone) -> frozenset[str]:
        """Return the documents that a follow-up is about: those of the turn before, or of its subject."""
        if not alone.follows:
            return frozenset()
        last = question.history[-1]
        if last.document_ids:
            return frozenset(last.document_ids)
        hits = self._search(question, alone.subject).hits[:3]
        return frozenset(hit.document.id for hit in hits)

    def _passages(self, groups: frozenset[str]) -> Callable[[str], Sequence[Passage]]:
        known: dict[str, Sequence[Passage]] = {}

        def passages(document_id: str) -> Sequence[Passage]:
            if document_id not in known:
                known[document_id] = self._index.passages(document_id, groups)
            return known[document_id]

        return passages


def _read_off(request: Request, shown: Proven, judgement: abstain.Judgement) -> tuple[Proven, abstain.Judgement]:
    """Return what is read off a table where nothing else surely answers: a sure figure before an unsure one, an unsure one before none."""
    if judgement.status is Status.ANSWERED:
        return shown, judgement
    told = read_off(request)
    if told is None or not (told.sure or judgement.status is Status.NOT_FOUND):
        return shown, judgement
    if judgement.status is Status.PARTIAL and not told.takes_place_of(shown.places):
        return shown, judgement
    status = Status.ANSWERED if told.sure else Status.PARTIAL
    return prove(told.claims), abstain.Judgement(status, unsure=not told.sure)


def checked(text: str) -> str:
    """Return the question without stray space; raise BadQuestion if it cannot be asked."""
    plain = " ".join(text.split())
    if not any(character.isalnum() for character in plain):
        raise BadQuestion(texts.EMPTY_QUESTION)
    if len(plain) > LONGEST_QUESTION:
        raise BadQuestion(texts.TOO_LONG_QUESTION.format(length=len(plain), limit=LONGEST_QUESTION))
    return plain


def refused(judgement: abstain.Judgement, result: SearchResult, close: Sequence[Citation]) -> str:
    """Return why nothing is answered: what was searched in vain, or that nothing was asked of the documents."""
    if judgement.idle:
        return " ".join(judgement.reasons)
    said = " ".join(citation.quote for citation in close)
    # What is shown as nearest may hold a word that the passages that were weighed do not.
    reasons = [texts.TOO_FAR if abstain.denies_said(reason, said) else reason for reason in judgement.reasons]
    return texts.not_found(result.searched_documents, result.filters, close, reasons)


def answer_text(judgement: abstain.Judgement, shown: Proven) -> str:
    """Return the answer as it is read: what it lacks, and each claim with its lead and the marks of its citations."""
    lines = []
    if judgement.status is Status.PARTIAL:
        # A model may have cited what the extract lacks.
        told = set(words(" ".join(citation.quote for citation in shown.citations)))
        lacking = [word for word in judgement.lacking if same_word(word, told) < SAME_THING]
        lines.append(texts.partly(lacking, judgement.doubtful, brief=judgement.brief))
    for claim, lead in zip(shown.claims, shown.leads, strict=True):
        marks = " ".join(f"[{number}]" for number in claim.citations)
        lines.append(" ".join(part for part in (lead, claim.text, marks) if part))
    # A line that only says what follows has the first claim below it.
    return "\n".join(lines).replace("\n ", "\n")
