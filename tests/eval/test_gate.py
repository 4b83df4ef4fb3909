"""Each gate of `make evaluate` can fail: a planted regression of each kind is caught and the questions are named."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import abstain, proof
from assistant.answerer import Request
from assistant.answers import Answer, Check, Question, Status
from assistant.extract import ExtractiveAnswerer
from assistant.service import Assistant
from assistant.verify import DraftClaim, Place, Verdict
from eval import gate
from eval.gate import verdict
from eval.plan import Plan, prepare
from eval.results import Result
from eval.run import Asked, run
from index.hits import Query, SearchResult
from index.reader import CaseIndex
from index.settings import Settings

pytestmark = pytest.mark.slow
QUESTIONS = 60


def silent(label: str, done: int, total: int) -> None:
    """Show nothing."""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    build = tmp_path_factory.mktemp("gate")
    data = gate.sample_index(build, Settings(), silent)
    whole = prepare(gate.QUESTIONS, data, Settings())
    # Every few of the file: all types, in a time that a test may take.
    step = max(1, len(whole.cases) // QUESTIONS)
    return replace(whole, cases=whole.cases[::step])


@pytest.fixture(scope="module")
def sound(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Sequence[Result]:
    return ask(plan, tmp_path_factory.mktemp("sound"), Assistant(index_of(plan), ExtractiveAnswerer()))


def index_of(plan: Plan) -> CaseIndex:
    return CaseIndex.open(plan.data, plan.settings)


def ask(plan: Plan, out: Path, assistant: Asked) -> Sequence[Result]:
    return run(plan, out, jobs=1, advance=lambda done, total: None, build=lambda data, settings: assistant)


class OneHit(CaseIndex):
    """Find only the first hit."""

    def search(self, query: Query) -> SearchResult:
        """Return one hit."""
        found = super().search(query)
        return replace(found, hits=found.hits[:1])


class Liar:
    """Say what the documents say with another number."""

    name = "liar"

    def __init__(self) -> None:
        self._honest = ExtractiveAnswerer()

    def answer(self, request: Request) -> Iterable[DraftClaim]:
        """Yield honest quotes under a claim that they do not support."""
        for draft in self._honest.answer(request):
            yield replace(draft, text=f"{draft.text} Det gäller 98 765 kronor.")

    def unsure(self, request: Request, claims: Sequence[DraftClaim]) -> Iterable[DraftClaim]:
        """Add nothing."""
        return claims


class Tampering(Assistant):
    """Show quotes with their words turned backwards."""

    def ask(self, question: Question, on_claim: object = None) -> Answer:
        """Return an answer whose quotes are not the documents'."""
        answer = super().ask(question)
        return replace(answer, citations=tuple(replace(c, quote=c.quote[::-1]) for c in answer.citations))


def test_sound_answers_pass_every_gate(sound: Sequence[Result]) -> None:
    found = verdict(sound, sound)
    assert found.passed, found.lines
    assert verdict(sound, None).passed


def test_retrieval_cut_to_one_hit_is_caught(plan: Plan, sound: Sequence[Result], tmp_path: Path) -> None:
    found = verdict(ask(plan, tmp_path, Assistant(OneHit.open(plan.data, plan.settings), ExtractiveAnswerer())), sound)
    assert not found.passed
    assert any(line.startswith("evidence_recall@10 fell") for line in found.lines)


def test_verification_protects_and_switched_off_is_caught(
    plan: Plan, sound: Sequence[Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = ask(plan, tmp_path / "checked", Assistant(index_of(plan), Liar()))
    assert not any("grounded" in line and "broken" in line for line in verdict(checked, None).lines)

    def believe(draft: DraftClaim) -> Verdict:
        places = tuple(Place(quote.evidence, 0, len(quote.evidence.passage.text)) for quote in draft.quotes)
        return Verdict(places, Check.SUPPORTED)

    monkeypatch.setattr(proof, "check_claim", believe)
    found = verdict(ask(plan, tmp_path / "believed", Assistant(index_of(plan), Liar())), sound)
    assert not found.passed
    assert any(line.startswith("gate 'grounded' is broken") for line in found.lines)


def test_abstention_switched_off_is_caught(
    plan: Plan, sound: Sequence[Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(abstain, "unknown_before_search", lambda *rest: None)
    monkeypatch.setattr(abstain, "judge", lambda *rest: abstain.Judgement(Status.ANSWERED))
    found = verdict(ask(plan, tmp_path, Assistant(index_of(plan), ExtractiveAnswerer())), sound)
    assert not found.passed
    assert any(line.startswith("refusal_recall fell") for line in found.lines)


def test_tampered_quotes_are_caught(plan: Plan, sound: Sequence[Result], tmp_path: Path) -> None:
    found = verdict(ask(plan, tmp_path, Tampering(index_of(plan), ExtractiveAnswerer())), sound)
    assert any(line.startswith("gate 'verbatim' is broken") for line in found.lines)
