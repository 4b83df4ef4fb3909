"""The best sentence of a candidate counts by its meaning and its words together; without vectors all is as before."""

from pathlib import Path

import numpy as np
import pytest

from index.build import reindex
from index.cache import CACHE_FILE
from index.hits import Mode, Query
from index.nearness import Told, nearness, told_of
from index.progress import Silent
from index.reader import CaseIndex
from index.settings import Settings

ROW = np.dtype([("passage", "<u2"), ("start", "<u4"), ("end", "<u4"), ("scale", "<f4"), ("numbers", "i1", (2,))])
TEXT = "Badet\nTaxan höjs. Den gäller\nfrån maj."


def test_each_sentence_gets_the_vector_of_the_one_it_shares_most_with() -> None:
    rows = np.array([(0, 0, 5, 1, (1, 0)), (1, 0, 11, 1, (2, 0)), (1, 12, 32, 1, (3, 0))], ROW)
    read = ["Badet", "Taxan höjs.", "Den gäller", "från maj."]
    told = told_of(TEXT, read, [5, 32], rows)
    assert told is not None
    assert told.numbers[:, 0].tolist() == [1, 2, 3, 3]


def test_text_without_words_counts_as_one_sentence_and_one_without_vectors_as_not_told() -> None:
    rows = np.array([(0, 0, 3, 1, (1, 0))], ROW)
    told = told_of("§§§", [], [3], rows)
    assert told is not None
    assert len(told.numbers) == 1
    assert told_of("§§§", [], [3], rows[:0]) is None


def test_same_text_of_fewer_passages_takes_the_vectors_it_was_read_with() -> None:
    rows = np.array([(0, 0, 5, 1, (1, 0)), (1, 0, 11, 1, (2, 0)), (2, 0, 20, 1, (3, 0))], ROW)
    told = told_of(TEXT, ["Badet", "Taxan höjs."], [5, 32], rows)
    assert told is not None
    assert told.numbers[0, 0] == 1
    assert len(told.numbers) == 2


def test_a_sentence_near_in_both_stands_over_one_near_in_each_alone() -> None:
    question = np.array([1, 0], np.float32)
    scale = np.ones(2, np.float32)
    apart = Told(np.array([[9, 0], [0, 9]], np.int8), scale)
    together = Told(np.array([[0, 9], [9, 0]], np.int8), scale)
    scores = nearness(question, [apart, together], [(0.0, 0.9), (0.0, 0.9)])
    assert scores.shape == (2,)
    assert scores[1] > scores[0]


@pytest.mark.slow
def test_search_weighs_sentences_where_all_are_told_and_does_without_where_they_are_lost(tmp_path: Path) -> None:
    source, data = tmp_path / "source", tmp_path / "data"
    source.mkdir()
    for name, text in (
        ("bro", "Den nya bron beräknas kosta 6,2 miljoner kronor."),
        ("bad", "Simhallen stängs i juli."),
    ):
        (source / f"{name}.txt").write_text(f"Lindhaga kommun\n\n{text}\n", encoding="utf-8")
    reindex(source, data, Settings(), Silent())
    assert "near" in _parts(data, Query("Vad kostar bron?"))
    assert "near" not in _parts(data, Query("Vad kostar bron?", mode=Mode.WORDS))
    (data / CACHE_FILE).unlink()
    assert "near" not in _parts(data, Query("Vad kostar bron?"))


def _parts(data: Path, query: Query) -> dict[str, float]:
    index = CaseIndex.open(data, Settings())
    index.read_ahead()
    first = index.search(query).hits[0]
    index.close()
    assert first.document.source == "bro.txt"
    return dict(first.parts)
