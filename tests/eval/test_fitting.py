"""What is weighed is fitted by commands: near misses made by withholding the answer, weights that mean what they say."""

import json
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from typer import Typer
from typer.testing import CliRunner

from assistant.features import FEATURES
from assistant.signals import Signals
from eval import fit_answerability, fit_choice
from eval.cases import Case, load
from eval.withheld import WithheldIndex
from index.build import reindex
from index.hits import Query
from index.progress import Silent
from index.settings import Settings

PAPERS = {
    "taxa.txt": "Västerdals kommun\n\nTjänsteskrivelse\n\nTaxa för torghandel\n\nTaxan för torghandel höjs till 1 450 kronor "
    "per år.\n\nTorgets stånd målas om under våren.\n",
    "bad.txt": "Västerdals kommun\n\nTjänsteskrivelse\n\nBadplatsen\n\nBadplatsen vid Lillån får en ny brygga i juni 2026.\n",
}
QUESTIONS = (
    {
        "id": "q1",
        "type": "fact-number",
        "question": "Vad kostar torghandel per år?",
        "answerable": True,
        "evidence": [{"document": "taxa.txt", "quote": "höjs till 1 450 kronor"}],
        "answer_contains": [["1 450"]],
    },
    {
        "id": "q2",
        "type": "fact-date",
        "question": "När får badplatsen en ny brygga?",
        "answerable": True,
        "evidence": [{"document": "bad.txt", "quote": "en ny brygga i juni 2026"}],
        "answer_contains": [["juni 2026"]],
    },
    {"id": "q3", "type": "unanswerable", "question": "Vem äger rymdfärjan?", "answerable": False},
    {"id": "q4", "type": "unanswerable", "question": "Hur många elefanter har cirkusen?", "answerable": False},
)


@pytest.fixture(scope="module")
def stall(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a question file and the data folder of an index of two papers."""
    folder = tmp_path_factory.mktemp("stall")
    source = folder / "source"
    source.mkdir()
    for name, text in PAPERS.items():
        (source / name).write_text(text, encoding="utf-8")
    questions = folder / "questions.jsonl"
    questions.write_text("".join(json.dumps(one) + "\n" for one in QUESTIONS), encoding="utf-8")
    reindex(source, folder / "data", Settings(), Silent())
    return questions, folder / "data"


def test_what_proves_a_question_is_withheld_and_comes_back(stall: tuple[Path, Path]) -> None:
    questions, data = stall
    case = load(questions)[0]
    index = WithheldIndex(data, Settings())
    query = Query(case.question)

    def amounts() -> list[bool]:
        hits = index.search(query).hits
        stored = index.passages(next(iter(index.documents())).metadata.id)
        return ["1 450" in text for text in (*(hit.text for hit in hits), *(one.text for one in stored))]

    assert any(amounts())
    index.withhold(case)
    assert not any(amounts())
    index.withhold(None)
    assert any(amounts())


def test_each_answerable_question_is_asked_with_and_without_its_answer(stall: tuple[Path, Path]) -> None:
    asked = fit_answerability.collect(*stall)
    assert [(one.id, one.withheld) for one in asked if one.id == "q1"] == [("q1", False), ("q1", True)]
    assert [one.right for one in asked if one.answerable] == [True, True]
    assert not any(one.answerable for one in asked if one.withheld or one.id in {"q3", "q4"})


def test_a_signal_counts_only_the_way_it_means() -> None:
    names = tuple(field.name for field in fields(Signals))
    chance = np.random.default_rng(1)
    # By chance a missing form speaks for the answer here: the fit must not learn that.
    asked = []
    for answerable in (True, False) * 40:
        measured = dict.fromkeys(names, 0.0) | {
            "fits": float(answerable) + chance.normal(0, 0.3),
            "formless": float(answerable) + chance.normal(0, 0.3),
        }
        one = fit_answerability.Asked("x", answerable, False, answerable, None, Signals(**measured))
        asked.append((one, 1.0))
    fitted = fit_answerability.fit(asked, names)
    weights = dict(zip(names, fitted.weights, strict=True))
    assert weights["fits"] > 0
    assert weights["formless"] == 0
    assert fitted.likely(asked[0][0]) > fitted.likely(asked[1][0])


def test_the_right_sentence_comes_first_under_the_fitted_weights() -> None:
    place = FEATURES.index("covered")
    features = np.zeros((3, len(FEATURES)))
    features[1, place] = 1.0
    sample = fit_choice.Sample(features, np.array([False, True, False]))
    weights = fit_choice.fit([(sample, 1.0)])
    assert weights[place] > 0
    assert fit_choice.first([sample], weights) == 1.0


@pytest.mark.parametrize("module", [fit_answerability, fit_choice], ids=["answerability", "choice"])
def test_each_command_prints_weights_for_its_data_module(module: object, stall: tuple[Path, Path]) -> None:
    app = Typer()
    app.command()(module.main)  # type: ignore[attr-defined]
    run = CliRunner().invoke(app, [f"{stall[0]}={stall[1]}"])
    assert run.exit_code == 0, run.output
    assert "fits" in run.output
    assert "held out" in run.output


def test_a_question_without_its_case_has_nothing_withheld(stall: tuple[Path, Path]) -> None:
    index = WithheldIndex(stall[1], Settings())
    index.withhold(Case(id="x", type="unanswerable", question="Vad?", answerable=False))
    assert index.search(Query("torghandel")).hits
