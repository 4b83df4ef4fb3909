from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import IndexBroken
from index.lexical import WordIndex
from index.word_fields import WordEntry

TEXTS = {
    "hyra": "Nämnden beslutar att säga upp hyresavtalet för simhallens lokaler.",
    "budget": "Budgetuppföljningen visar ett underskott på 3 miljoner kronor.",
    "skola": "Eleverna i grundskolan får skolskjuts när vägen är lång.",
    "lss": "Lagen om stöd och service (LSS) ger rätt till ledsagning.",
    "vatten": "Dricksvattnet provtas varje vecka vid vattenverket.",
}


@pytest.fixture
def index(tmp_path: Path) -> Iterator[WordIndex]:
    made = WordIndex.create(tmp_path / "words")
    made.add(WordEntry(f"{name}-0", name, text, context=f"Handling {name}") for name, text in TEXTS.items())
    made.commit()
    yield made
    made.close()


def first(index: WordIndex, question: str) -> str | None:
    return next((chunk.split("-")[0] for chunk, _ in index.search(question, 5)), None)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("uppsägning av hyresavtal", "hyra", id="inflection"),
        pytest.param("uppföljning av budgeten", "budget", id="parts-of-compound"),
        pytest.param("skjuts till skolan", "skola", id="compound-asked-as-parts"),
        pytest.param("hyresvtalet för simmhallen", "hyra", id="misspelled"),
        pytest.param("dricksvatten prover", "vatten", id="related-form"),
        pytest.param("vad ger LSS rätt till", "lss", id="abbreviation"),
        pytest.param("BUDGETUPPFÖLJNINGEN", "budget", id="capitals"),
    ],
)
def test_question_finds_its_text_first(index: WordIndex, question: str, expected: str) -> None:
    assert first(index, question) == expected


@pytest.mark.parametrize(
    "text",
    ["", " ", "?", '"', "AND", "a AND (b OR", "*", "fält:värde", "~2", "[1 TO 3]", "\\", "😀", "-", "\x00", "x" * 5000],
    ids=repr,
)
def test_symbols_never_break_a_search(index: WordIndex, text: str) -> None:
    assert isinstance(index.search(text, 5), list)


def test_ten_thousand_words_are_searched(index: WordIndex) -> None:
    assert first(index, "simhallens hyresavtal " + " ".join(f"ord{n}" for n in range(10_000))) == "hyra"


def test_only_allowed_documents_are_found(index: WordIndex) -> None:
    found = index.search("nämnden budget skolskjuts vatten", 5, frozenset({"skola", "vatten"}))
    assert {chunk for chunk, _ in found} == {"skola-0", "vatten-0"}


def test_filter_does_not_change_scores(index: WordIndex) -> None:
    free = dict(index.search("skolskjuts", 5))
    assert dict(index.search("skolskjuts", 5, frozenset({"skola"})))["skola-0"] == pytest.approx(free["skola-0"])


def test_nothing_allowed_finds_nothing(index: WordIndex) -> None:
    assert index.search("skolskjuts", 5, frozenset()) == []


def test_scores_of_given_chunks_equal_those_of_a_search(index: WordIndex) -> None:
    searched = dict(index.search("skolskjuts för elever", 5))
    assert index.scores("skolskjuts för elever", ["skola-0"]) == pytest.approx({"skola-0": searched["skola-0"]})


def test_deleted_document_is_not_found(index: WordIndex) -> None:
    index.delete_documents(["hyra"])
    index.commit()
    assert index.count() == len(TEXTS) - 1
    assert "hyra-0" not in dict(index.search("hyresavtal", 5))


def test_replaced_document_has_its_new_words(index: WordIndex) -> None:
    index.delete_documents(["hyra"])
    index.add([WordEntry("hyra-1", "hyra", "Biblioteket får nya öppettider.")])
    index.commit()
    assert first(index, "bibliotekets öppettider") == "hyra"
    assert index.count() == len(TEXTS)


def test_uncommitted_words_are_lost_and_the_rest_stays(index: WordIndex, tmp_path: Path) -> None:
    index.add([WordEntry("ny-0", "ny", "Biblioteket får nya öppettider.")])
    index.close()
    reopened = WordIndex.open(tmp_path / "words")
    assert reopened.count() == len(TEXTS)
    reopened.add([WordEntry("ny-0", "ny", "Biblioteket får nya öppettider.")])
    reopened.commit()
    assert first(reopened, "bibliotek") == "ny"


def test_opening_what_is_no_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(IndexBroken, match="reindex"):
        WordIndex.open(tmp_path)


def test_abbreviations_survive_reopening(index: WordIndex, tmp_path: Path) -> None:
    index.close()
    reopened = WordIndex.open(tmp_path / "words")
    assert first(reopened, "lagen om stöd och service") == "lss"
