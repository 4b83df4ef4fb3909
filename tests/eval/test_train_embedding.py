"""Fine-tuning lowers its loss, and the product runs what was learned."""

import random
from pathlib import Path

import numpy as np
import pytest

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
