"""Every sentence has a vector that knows its surroundings, made with its chunk, found by its place."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from index.build import reindex
from index.cache import CACHE_FILE
from index.doctor import examine
from index.embedding import EmbeddedModel
from index.progress import Silent
from index.reader import CaseIndex
from index.sentence_vectors import SentencePlace, sentence_places
from index.settings import EmbeddingSettings, Settings
from ingest.documents import Block, Force, Passage

LETTER = """Lindhaga kommun

Tjänsteskrivelse

Datum: 2031-03-04

Ny gångbro över Lillån

Bron vid kvarnen är uttjänt. Den nya bron beräknas kosta 6,2 miljoner kronor. Arbetet ska vara klart den 14 november 2031.

Badet

Simhallen hålls stängd under juli. Vattnet i den stora bassängen byts.
"""


def folder(place: Path, **files: str) -> Path:
    place.mkdir(exist_ok=True)
    for name, text in files.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sentences")
    reindex(folder(made / "source", brev=LETTER), made / "data", Settings(), Silent())
    return made / "data"


def told(data: Path, question: str) -> dict[str, float]:
    """Return the likeness of each sentence of the only document, by its text."""
    index = CaseIndex.open(data, Settings())
    (summary,) = index.documents()
    passages = {one.ordinal: one.text for one in index.passages(summary.metadata.id)}
    found = index.likeness(question, [(summary.metadata.id, ordinal) for ordinal in passages])
    index.close()
    return {
        passages[place.passage][place.start : place.end]: cosine for place, cosine in found[summary.metadata.id].items()
    }


def test_every_sentence_of_a_document_is_told(data: Path) -> None:
    index = CaseIndex.open(data, Settings())
    (summary,) = index.documents()
    passages = index.passages(summary.metadata.id)
    found = index.likeness("Vad kostar bron?", [(summary.metadata.id, one.ordinal) for one in passages])
    assert set(found[summary.metadata.id]) == set(sentence_places(passages))
    assert index.likeness("Vad kostar bron?", [("okänd", 1)]) == {}
    index.close()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hur mycket pengar går bygget på?", "Den nya bron beräknas kosta 6,2 miljoner kronor."),
        ("När blir man färdig?", "Arbetet ska vara klart den 14 november 2031."),
        ("Får man simma där mitt i sommaren?", "Simhallen hålls stängd under juli."),
    ],
)
def test_the_sentence_that_answers_in_other_words_is_nearest(data: Path, question: str, answer: str) -> None:
    likeness = told(data, question)
    assert max(likeness, key=likeness.__getitem__) == answer, likeness


def test_a_row_and_a_heading_are_one_sentence() -> None:
    def passage(ordinal: int, text: str, block: Block) -> Passage:
        return Passage(ordinal, text, 0, len(text), 1, block, Force.BACKGROUND)

    row, heading = passage(3, "Avgift. 20 kr. Per dag", Block.TABLE_ROW), passage(4, "1. Inledning. Mål", Block.HEADING)
    assert sentence_places([row, heading]) == (SentencePlace(3, 0, 22), SentencePlace(4, 0, 17))
    assert len(sentence_places([passage(5, "Ett. Två är två.", Block.PARAGRAPH)])) == 2


@pytest.mark.slow
def test_parts_of_a_text_have_vectors_of_unit_length_in_both_engines(tmp_path: Path) -> None:
    text = "Bron\nBron vid kvarnen är uttjänt. Den nya kostar 6,2 miljoner kronor. " + "Mer om bron står här. " * 120
    spans = [[(5, 34), (35, 71), (len(text) - 22, len(text) - 1)]]
    few = EmbeddedModel(EmbeddingSettings(small_batch=100), tmp_path).with_parts([text], spans)
    bulk = EmbeddedModel(EmbeddingSettings(small_batch=0), tmp_path).with_parts([text], spans)
    assert np.allclose(np.linalg.norm(few.parts[0], axis=1), 1, atol=1e-5)
    assert (few.parts[0] * bulk.parts[0]).sum(axis=1).min() > 0.995
    assert (few.parts[0] * few.parts[0][::-1]).sum(axis=1).min() < 0.95


@pytest.mark.slow
def test_a_document_read_again_keeps_what_was_embedded_and_a_lost_cache_is_no_error(tmp_path: Path) -> None:
    source, data = folder(tmp_path / "source", brev=LETTER), tmp_path / "data"
    reindex(source, data, Settings(), Silent())
    before = told(data, "Vad kostar bron?")
    # The same letter further down in its document: same chunks, other ordinals.
    folder(source, brev=LETTER.replace("Ny gångbro", "Inledning\n\nHär står något nytt.\n\nNy gångbro"))
    reindex(source, data, Settings(), Silent())
    after = told(data, "Vad kostar bron?")
    costs = "Den nya bron beräknas kosta 6,2 miljoner kronor."
    assert after[costs] == pytest.approx(before[costs], abs=0.02)
    (data / CACHE_FILE).unlink()
    index = CaseIndex.open(data, Settings())
    (summary,) = index.documents()
    assert index.likeness("Vad kostar bron?", [(summary.metadata.id, 1)]) == {}
    index.close()
    assert "are lost" in _remark(data)
    reindex(source, data, Settings(), Silent(), full=True)
    assert "are lost" not in _remark(data)
    assert told(data, "Vad kostar bron?") == after


@pytest.mark.slow
def test_what_a_killed_run_left_without_sentences_is_made_good_by_the_next(tmp_path: Path) -> None:
    source, data = folder(tmp_path / "source", brev=LETTER), tmp_path / "data"
    reindex(source, data, Settings(), Silent())
    before = told(data, "Vad kostar bron?")
    with sqlite3.connect(data / CACHE_FILE) as connection:
        connection.execute("DELETE FROM sentences WHERE rowid = 1")
    assert "are lost" in _remark(data)
    reindex(folder(source, nytt="Lindhaga kommun\n\nBadet\n\nBadet öppnar i maj."), data, Settings(), Silent())
    assert "are lost" not in _remark(data)
    index = CaseIndex.open(data, Settings())
    letter = next(one.metadata.id for one in index.documents() if one.metadata.source == "brev.txt")
    found = index.likeness("Vad kostar bron?", [(letter, one.ordinal) for one in index.passages(letter)])
    assert sorted(found[letter].values()) == pytest.approx(sorted(before.values()), abs=1e-6)
    index.close()


def _remark(data: Path) -> str:
    return next(finding.detail for finding in examine(data, Settings()) if finding.name == "index")
