"""Fine-tuning lowers its loss, and the product runs what was learned."""

import random
from pathlib import Path

import numpy as np
import pytest
import torch

from eval import encoder_network, train_embedding
from eval.encoder_network import EncoderNetwork
from eval.errors import BadQuestionFile
from eval.train_embedding import Lesson, load, train
from index.encoder import Encoder
from index.fine_tuning import changed, read_changes
from index.pieces import embedded_pieces
from index.weights import embedded_weights

LESSONS = (
    Lesson(
        "Delårsrapport · Ekonomi",
        (
            "Personalen har fått en utbildning.",
            "Lönerna uppgår till 4,2 miljoner kronor.",
            "Lokalen hyrs av ett bolag.",
        ),
        (("Vad kostar personalen?", frozenset({1})), ("Vem äger huset?", frozenset({2}))),
    ),
    Lesson(
        "Protokoll · Badet",
        ("Badet har två bassänger.", "Det hålls stängt i juli."),
        (("När är simhallen inte öppen?", frozenset({1})),),
    ),
)


@pytest.mark.slow
def test_loss_falls_and_the_product_runs_what_was_learned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder_network, "RANK", 384)
    monkeypatch.setattr(encoder_network, "DROPPED", 0.0)
    monkeypatch.setattr(train_embedding, "RATE", 3e-4)
    weights = embedded_weights()
    network = EncoderNetwork(weights, 2)
    losses = list(train(LESSONS, network, 12, random.Random(3)))
    assert np.mean(losses[-3:]) < 0.7 * np.mean(losses[:3])
    network.eval()
    np.savez(tmp_path / "learned.npz", allow_pickle=False, **network.learned())
    product = Encoder(weights, 2, changed(weights, read_changes(tmp_path / "learned.npz")))
    pieces = embedded_pieces()
    numbers = [pieces.begin, *pieces.numbers("query: Vad kostar personalen?"), pieces.end]
    (own,), (trained,) = product.hidden([numbers]), network.hidden([numbers])[0].detach().numpy()
    cosine = float((own * trained).sum() / np.linalg.norm(own) / np.linalg.norm(trained))
    assert cosine > 0.995
    (before,) = Encoder(weights, 2).hidden([numbers])
    assert float((before * trained).sum() / np.linalg.norm(before) / np.linalg.norm(trained)) < cosine - 0.01


def test_passages_without_an_answered_question_teach_nothing(tmp_path: Path) -> None:
    line = '{"title": "Taxa", "heading": "Bad", "sentences": ["Ett."], "questions": [{"question": "Två?", "answers": %s}]}\n'
    (tmp_path / "q.jsonl").write_text(line % "[]" + line % "[1]", encoding="utf-8")
    assert load([tmp_path / "q.jsonl"]) == [Lesson("Taxa · Bad", ("Ett.",), (("Två?", frozenset({0})),))]
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(BadQuestionFile, match=r"bad\.jsonl.*1"):
        load([tmp_path / "bad.jsonl"])


def test_a_paper_of_several_sections_keeps_the_heading_of_each(tmp_path: Path) -> None:
    paper = (
        '{"title": "Plan", "headings": {"1": "Bad", "3": "Kostnad"}, "sentences": ["Ett.", "Två.", "Tre."], '
        '"questions": [{"question": "Vad?", "answers": [3]}]}'
    )
    (tmp_path / "q.jsonl").write_text(paper, encoding="utf-8")
    (lesson,) = load([tmp_path / "q.jsonl"])
    assert (lesson.context, lesson.headings) == ("Plan · Bad", {2: "Kostnad"})
    numbers, spans = train_embedding._pieces(lesson)
    pieces = embedded_pieces()
    assert [numbers[first:last] for first, last in spans] == [pieces.numbers(text) for text in lesson.sentences]
    assert len(numbers) > len(pieces.numbers("passage: Plan · Bad Ett. Två. Tre.")) + 2


def test_what_was_learned_before_is_where_training_goes_on(tmp_path: Path) -> None:
    weights = embedded_weights()
    learned = EncoderNetwork(weights, 2)
    with torch.no_grad():
        learned.get_parameter("layers.1.matrices.q.bias").add_(1)
    np.savez(tmp_path / "learned.npz", allow_pickle=False, **learned.learned())
    # Changes of the second layer alone, as where the first ones are kept as they are.
    told = {name: tensor for name, tensor in read_changes(tmp_path / "learned.npz").items() if name.startswith("l1.")}
    network = EncoderNetwork(weights, 2)
    network.resume(told)
    for name, parameter in network.named_parameters():
        assert torch.allclose(parameter, learned.get_parameter(name), atol=2e-3), name
