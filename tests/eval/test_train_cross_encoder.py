"""Training the cross-encoder lowers its loss, and what it learns is what the product then runs."""

import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.candidates import Candidate
from assistant.cross_encoder import CrossEncoder, Read, paper, sequence, whole
from eval import encoder_network, train_cross_encoder
from eval.cross_encoder_network import Network
from eval.errors import BadQuestionFile
from eval.train_cross_encoder import Example, Sentence, drawn, load, train
from index.pieces import embedded_pieces
from index.weights import embedded_weights
from tests.assistant.test_verify import evidence

EXAMPLES = (
    Example(
        "Vad kostar personalen?",
        (
            Sentence(Read("Protokoll", "Ekonomi", "", "Personalen har fått en utbildning.")),
            Sentence(
                Read(
                    "Protokoll",
                    "Ekonomi",
                    "Personalen har fått en utbildning.",
                    "Lönerna uppgår till 4,2 miljoner kronor.",
                ),
                True,
            ),
            Sentence(
                Read("Protokoll", "Ekonomi", "Lönerna uppgår till 4,2 miljoner kronor.", "Lokalen hyrs av ett bolag.")
            ),
        ),
    ),
    Example(
        "Vem äger lokalen?",
        (
            Sentence(Read("Protokoll", "Lokaler", "", "Lokalen är på 300 kvadratmeter.")),
            Sentence(
                Read("Protokoll", "Lokaler", "Lokalen är på 300 kvadratmeter.", "Hyresvärd är Fastighets AB Svalan."),
                True,
            ),
        ),
    ),
    Example("När öppnar badet?", (Sentence(Read("Protokoll", "Badet", "", "Badet har två bassänger.")),)),
)


@pytest.mark.slow
def test_loss_falls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train_cross_encoder, "RATE", 1e-3)
    monkeypatch.setattr(train_cross_encoder, "WARMING", 1)
    losses = list(train(EXAMPLES, Network(embedded_weights(), 1), 25, random.Random(3)))
    assert np.mean(losses[-5:]) < 0.6 * np.mean(losses[:3])


@pytest.mark.slow
def test_the_product_runs_what_was_learned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder_network, "RANK", 384)
    monkeypatch.setattr(train_cross_encoder, "RATE", 3e-4)
    network = Network(embedded_weights(), 2)
    for _ in train(EXAMPLES, network, 12, random.Random(3)):
        pass
    network.eval()
    np.savez(tmp_path / "learned.npz", allow_pickle=False, **network.learned())
    with np.load(tmp_path / "learned.npz") as learned:
        encoder = CrossEncoder({name: learned[name].astype(np.float32) for name in learned.files}, whole)
    pieces = embedded_pieces()
    for example in EXAMPLES:
        asked = encoder.asked(example.question)
        question = pieces.numbers(example.question)
        for sentence in example.sentences:
            read = sentence.read
            told = evidence(read.text, heading=read.heading)
            own = asked.log_odds(Candidate(told, read.text, 0, len(read.text), 0, read.before))
            numbers = sequence(pieces, question, whole(pieces, replace(read, paper=paper(told.document))), read.text)
            assert own == pytest.approx(network([numbers])[0].item(), abs=0.25)


def test_at_most_one_answer_is_drawn_and_the_rest_are_wrong() -> None:
    elsewhere = [sentence for example in EXAMPLES for sentence in example.sentences]
    for seed in range(20):
        for example in EXAMPLES:
            sentences = drawn(example, elsewhere, random.Random(seed)).sentences
            assert sum(one.answers for one in sentences) == any(one.answers for one in example.sentences)
            assert len(sentences) >= 2


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"heading": "", "questions": []}',
        '{"heading": "", "sentences": ["a"], "questions": [{"question": "a", "answers": [2]}]}',
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps({"heading": "", "sentences": [], "questions": []}) + "\n" + line, encoding="utf-8")
    with pytest.raises(BadQuestionFile, match="line 2"):
        load([file])


def test_a_line_may_hold_several_papers(tmp_path: Path) -> None:
    line = {
        "titles": {"1": "Protokoll", "3": "Tjänsteskrivelse"},
        "headings": {"1": "Beslut", "4": "Ekonomi"},
        "sentences": ["Bron rustas.", "Räcket målas.", "Bron är gammal.", "Det kostar 90 000 kronor."],
        "questions": [{"question": "Vad kostar det?", "answers": [4]}],
    }
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps(line), encoding="utf-8")
    (example,) = load([file])
    assert [one.read for one in example.sentences] == [
        Read("Protokoll", "Beslut", "", "Bron rustas."),
        Read("Protokoll", "Beslut", "Bron rustas.", "Räcket målas."),
        Read("Tjänsteskrivelse", "", "", "Bron är gammal."),
        Read("Tjänsteskrivelse", "Ekonomi", "", "Det kostar 90 000 kronor."),
    ]


@pytest.mark.parametrize(
    ("name", "least", "share"),
    [
        ("questions", 10_000, 0.785),
        ("near_misses", 7_500, 0.54),
        ("everyday_words", 8_000, 0.7),
        ("several_papers", 8_500, 0.7),
    ],
)
def test_questions_of_the_repository_can_be_trained_on(name: str, least: int, share: float) -> None:
    examples = load([Path(f"eval/training/{name}.jsonl")])
    answered = [any(one.answers for one in example.sentences) for example in examples]
    assert len(examples) > least
    assert sum(answered) / len(answered) == pytest.approx(share, abs=0.02)
