"""Ask every question once and keep everything: answer, hits, the proof from the index, timings."""

import datetime as dt
import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Protocol

from assistant.answers import Answer, Question, Turn
from eval.cases import Case
from eval.errors import BadResults
from eval.metrics import score
from eval.places import Documents, hit_record, stored_places
from eval.plan import Plan, description, fingerprint
from eval.results import METRICS, RESULTS, AnswerRecord, Result, line, read, write, write_json
from eval.summary import summary, timings
from index.hits import EVERYONE, Query, SearchResult
from index.settings import Settings
from ingest.errors import ArendeError

HITS = 20
JOURNAL = "unfinished.jsonl"

log = logging.getLogger(__name__)

Advance = Callable[[int, int], None]


class Index(Documents, Protocol):
    """Read what the evaluation needs of an index."""

    def search(self, query: Query) -> SearchResult:
        """Return the ranked hits of a query."""
        ...


class Asked(Protocol):
    """Answer questions over an index."""

    @property
    def index(self) -> Index:
        """Return the index the answers come from."""
        ...

    def ask(self, question: Question) -> Answer:
        """Return the answer to a question."""
        ...


def run(
    plan: Plan, out: Path, *, jobs: int, advance: Advance, build: Callable[[Path, Settings], Asked] | None = None
) -> tuple[Result, ...]:
    """Ask what is not yet asked, and write results and measures; an interrupted run goes on where it stopped.

    ``build`` makes another assistant than the product's own, in this process.
    """
    out.mkdir(parents=True, exist_ok=True)
    described = description(plan)
    started = time.monotonic()
    journal = Journal(out / JOURNAL, fingerprint(plan, described))
    done = journal.read()
    left = [case for case in plan.cases if case.id not in done]
    advance(len(done), len(plan.cases))
    for result in ask_all(plan, left, jobs, build):
        done[result.id] = result
        journal.append(result)
        advance(len(done), len(plan.cases))
    results = tuple(score(done[case.id]) for case in plan.cases)
    save(out, results, described, time.monotonic() - started)
    journal.path.unlink(missing_ok=True)
    return results


def save(out: Path, results: Sequence[Result], described: Mapping[str, Any], seconds: float | None) -> None:
    """Write the results, and the measures beside them with what they were measured on."""
    write(out / RESULTS, results)
    measured = {**described, **summary(results), "timings": {**timings(results), "seconds": seconds}}
    write_json(out / METRICS, measured)


def rescore(path: Path) -> tuple[Path, tuple[Result, ...]]:
    """Score stored results anew and write the measures beside them."""
    if path.is_file() and path.name != RESULTS:
        raise BadResults(f"Cannot score '{path}': only a whole run's '{RESULTS}' holds what scoring needs.")
    folder = path if path.is_dir() else path.parent
    results = tuple(score(result) for result in read(path))
    known = folder / METRICS
    old: dict[str, Any] = json.loads(known.read_text(encoding="utf-8")) if known.is_file() else {}
    described: dict[str, Any] = {name: old[name] for name in ("run", "index", "settings", "versions") if name in old}
    save(folder, results, described, old.get("timings", {}).get("seconds"))
    return folder, results


def ask_all(
    plan: Plan, cases: Sequence[Case], jobs: int, build: Callable[[Path, Settings], Asked] | None = None
) -> Iterator[Result]:
    """Yield the result of each question in order, asked in this process or in ``jobs`` others."""
    if not cases:
        return
    if jobs <= 1 or build is not None:
        assistant = (build or build_product)(plan.data, plan.settings)
        _warm(assistant, cases[0], plan.today)
        for case in cases:
            yield ask_case(assistant, case, plan.today)
        return
    started = (plan.data, plan.settings, cases[0], plan.today)
    with ProcessPoolExecutor(min(jobs, len(cases)), get_context("spawn"), _start_worker, started) as pool:
        yield from pool.map(_ask_in_worker, cases)


def ask_case(assistant: Asked, case: Case, today: dt.date | None) -> Result:
    """Return the unscored result of one question; what goes wrong is kept as its error."""
    try:
        history = earlier_turns(assistant, case, today)
        before = time.perf_counter()
        answer = assistant.ask(Question(case.question, history=history, today=today))
        seconds = time.perf_counter() - before
        text = answer.standalone_question or case.question
        found = assistant.index.search(Query(text, limit=HITS, today=today))
        record = AnswerRecord.model_validate(answer.as_json())
        stored = stored_places(record, assistant.index)
    # One question that breaks the assistant is a result to show, not a reason to lose the others.
    except Exception as error:
        log.exception("Question %s failed", case.id)
        message = str(error) if isinstance(error, ArendeError) else f"{type(error).__name__}: {error}"
        return Result(id=case.id, case=case, answer=None, error=message)
    hits = tuple(hit_record(hit, number) for number, hit in enumerate(found.hits, start=1))
    return Result(id=case.id, case=case, answer=record, hits=hits, stored=stored, seconds=seconds)


class Journal:
    """Keep finished questions on disk while a run lasts; another run's journal is thrown away."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self.path = path
        self._header = json.dumps({"fingerprint": fingerprint})

    def read(self) -> dict[str, Result]:
        """Return what is already asked, and make the journal ready for more."""
        lines = self.path.read_text(encoding="utf-8").split("\n") if self.path.is_file() else []
        # The last line has no line break where the run was killed while it wrote.
        kept = lines[1:-1] if lines and lines[0] == self._header else []
        self.path.write_text("".join(text + "\n" for text in (self._header, *kept)), encoding="utf-8")
        found = (Result.model_validate_json(text) for text in kept)
        return {result.id: result for result in found if not result.error}

    def append(self, result: Result) -> None:
        """Add one finished question."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(line(result) + "\n")


def earlier_turns(assistant: Asked, case: Case, today: dt.date | None) -> tuple[Turn, ...]:
    """Ask the earlier questions too, as the chat would: a follow-up may rest on what was answered."""
    turns: tuple[Turn, ...] = ()
    for text in case.history:
        answer = assistant.ask(Question(text, history=turns, today=today))
        turns = (*turns, _turn(text, answer))
    return turns


def _turn(text: str, answer: Answer) -> Turn:
    documents = dict.fromkeys(citation.document_id for citation in answer.citations)
    numbers = dict.fromkeys(number for citation in answer.citations for number in citation.case_numbers)
    return Turn(text, answer.answer, tuple(documents), tuple(numbers))


def build_product(data: Path, settings: Settings) -> Asked:
    """Return the product's own assistant."""
    # Loaded here: it pulls in the whole assistant, and every `arende` command imports this package.
    from assistant.factory import build_assistant  # noqa: PLC0415

    return build_assistant(data, settings)


def _warm(assistant: Asked, case: Case, today: dt.date | None) -> None:
    """Ask once unmeasured, so that latency is that of a running chat."""
    try:
        assistant.index.search(Query(case.question, limit=1, today=today, groups=EVERYONE))
        assistant.ask(Question(case.question, today=today))
    except Exception:
        log.exception("The first question failed while warming up")


_worker: tuple[Asked, dt.date | None] | None = None


def _start_worker(data: Path, settings: Settings, first: Case, today: dt.date | None) -> None:
    # A pool hands its initializer no other place to keep the assistant.
    global _worker
    assistant = build_product(data, settings)
    _warm(assistant, first, today)
    _worker = (assistant, today)


def _ask_in_worker(case: Case) -> Result:
    if _worker is None:
        raise RuntimeError("the worker was not started")
    assistant, today = _worker
    return ask_case(assistant, case, today)
