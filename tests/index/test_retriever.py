import datetime as dt
from collections.abc import Callable

import pytest

from index.build import index_documents
from index.confidence import UNKNOWN_IDENTIFIER
from index.hits import Filters, Mode, Query, SearchResult
from index.reader import CaseIndex
from index.settings import Settings
from index.store import Store
from index.vectors import VectorIndex
from ingest.documents import Document, Kind

Maker = Callable[..., Document]

SWIM = (
    "Kulturnämnden beslutar att säga upp hyresavtalet för simhallens lokaler från den 1 juli och att söka nya lokaler."
)
COST = "Hyran för simhallen är 410 000 kronor per år."


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, module_make: Maker, module_settings: Settings) -> CaseIndex:
    data = tmp_path_factory.mktemp("data")
    index_documents(
        [
            module_make("minutes", (("§ 12 Simhallen", SWIM), ("§ 13 Bokbussen", "Bokbussen får nya hållplatser."))),
            module_make("excerpt", (("§ 12 Simhallen", SWIM),), kind=Kind.PROTOKOLLSUTDRAG, date=dt.date(2031, 3, 9)),
            module_make("letter", (("Ekonomi", COST),), case_numbers=("KUN 2031/7",), kind=Kind.TJANSTESKRIVELSE),
            module_make("closed", (("Hyra", COST + " Hemligt."),), access=("jurister",)),
            module_make(
                "school",
                (("Skolskjuts", "Elever får skolskjuts efter 4 kilometer. BN 2031/44 Hållplats beviljas."),),
                board="Skolnämnden",
            ),
        ],
        data,
        module_settings,
    )
    return CaseIndex.open(data, module_settings)


def sources(result: SearchResult) -> list[str]:
    return [hit.document.id for hit in result.hits]


@pytest.mark.parametrize("mode", list(Mode))
def test_every_mode_finds_the_passage_first(index: CaseIndex, mode: Mode) -> None:
    assert sources(index.search(Query("Hur långt ska det vara för skolskjuts?", mode=mode)))[0] == "school"


def test_what_was_read_ahead_is_not_read_again(index: CaseIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Query("Vad kostar simhallens lokaler?")
    before = index.search(asked)
    index.close()
    index.read_ahead()
    monkeypatch.setattr(Store, "outlines", None)
    monkeypatch.setattr(VectorIndex, "get", None)
    # A small index is compared whole, not by its graph.
    monkeypatch.setattr(VectorIndex, "query", None)
    after = index.search(asked)
    assert [hit.chunk_id for hit in after.hits] == [hit.chunk_id for hit in before.hits]
    assert [hit.score for hit in after.hits] == pytest.approx([hit.score for hit in before.hits], abs=1e-4)


def test_excerpt_and_minutes_count_once_and_both_are_kept(index: CaseIndex) -> None:
    result = index.search(Query("Vad beslutades om hyresavtalet för simhallens lokaler?"))
    assert len({"minutes", "excerpt"} & set(sources(result))) == 1 or sources(result).count("minutes") == 1
    assert any(hit.duplicates for hit in result.hits)


@pytest.mark.parametrize("spelling", ["BN 2031/044", "bn-2031-44", "44/2031 BN", "dnr 2031-0044"])
def test_number_that_only_a_text_holds_is_found_there_in_every_spelling(index: CaseIndex, spelling: str) -> None:
    result = index.search(Query(f"Vad beslutades om simhallen, bokbussen och hyran i {spelling}?"))
    assert sources(result)[0] == "school"
    assert [part.known for part in result.recognised if part.kind == "case_number"] == [True]


def test_case_number_narrows_to_its_documents(index: CaseIndex) -> None:
    result = index.search(Query("Vad handlar KUN-2031-7 om?"))
    assert set(sources(result)) == {"letter"}
    assert result.filters.case_numbers == ("KUN 2031/7",)
    assert [(part.value, part.known) for part in result.recognised] == [("KUN 2031/7", True)]


def test_removed_case_number_no_longer_narrows(index: CaseIndex) -> None:
    result = index.search(Query("hyra simhall KUN 2031/7", ignore=frozenset({"KUN 2031/7"})))
    assert len(set(sources(result))) > 1


def test_unknown_case_number_gives_no_confidence(index: CaseIndex) -> None:
    assert index.search(Query("Vad kostar simhallens hyra enligt KUN 2031/99?")).confidence == UNKNOWN_IDENTIFIER


def test_section_named_with_its_board_comes_first(index: CaseIndex) -> None:
    result = index.search(Query("Vad tog Kulturnämnden upp i § 13?"))
    assert result.hits[0].passages[-1].section_sign == "§ 13"


def test_number_that_only_a_text_holds_is_known(index: CaseIndex) -> None:
    result = index.search(Query("Vad gäller för dnr BN 2031/44?"))
    assert [(part.value, part.known) for part in result.recognised if part.kind == "case_number"] == [
        ("BN 2031/44", True)
    ]
    assert result.confidence != UNKNOWN_IDENTIFIER


def test_section_that_shares_no_word_with_the_question_is_found(index: CaseIndex) -> None:
    assert "§ 13" in {passage.section_sign for passage in index.search(Query("Vad står i § 13?")).hits[0].passages}


def test_closed_document_is_found_by_its_group_only(index: CaseIndex) -> None:
    assert "closed" not in sources(index.search(Query("hemlig hyra")))
    assert "closed" in sources(index.search(Query("hemlig hyra", groups=frozenset({"alla", "jurister"}))))


@pytest.mark.parametrize("mode", list(Mode))
def test_filter_comes_before_ranking_counts(index: CaseIndex, mode: Mode) -> None:
    result = index.search(
        Query("hyra simhall skolskjuts", filters=Filters(boards=("Skolnämnden",)), limit=1, mode=mode)
    )
    assert sources(result) == ["school"]
    assert result.searched_documents == 1


def test_hit_holds_its_passages_as_they_stand(index: CaseIndex) -> None:
    for hit in index.search(Query("hyra simhall lokaler")).hits:
        text = index.document(hit.document.id).text
        assert all(text[passage.start : passage.end] == passage.text for passage in hit.passages)
        assert all(passage.text in hit.text for passage in hit.passages)


def test_hits_fall_in_score_and_never_repeat(index: CaseIndex) -> None:
    result = index.search(Query("simhallens hyra", limit=50))
    scores = [hit.score for hit in result.hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.chunk_id for hit in result.hits}) == len(result.hits)


def test_same_question_has_the_same_answer(index: CaseIndex) -> None:
    first, second = (index.search(Query("simhallens hyra")) for _ in range(2))
    assert [(hit.chunk_id, hit.score) for hit in first.hits] == [(hit.chunk_id, hit.score) for hit in second.hits]


def test_answer_in_the_documents_is_surer_than_none(index: CaseIndex) -> None:
    there = index.search(Query("Vad är hyran för simhallen per år?")).confidence
    missing = index.search(Query("Hur förnyar jag mitt pass hos polisen?")).confidence
    assert there > missing


ODD = [
    "",
    " ",
    "?",
    "a",
    "och att det",
    '"',
    "AND OR NOT",
    "*",
    "fält:",
    "§",
    "😀",
    "What is the rent?",
    "\x00",
    "(" * 500,
]


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("text", ODD, ids=repr)
def test_odd_question_gives_hits_or_nothing(index: CaseIndex, text: str, mode: Mode) -> None:
    result = index.search(Query(text, mode=mode))
    assert 0 <= result.confidence <= 1
    assert len(result.hits) <= 20


@pytest.mark.parametrize("text", ["?", '"', "*", ":", "😀", "\x00", "(" * 500], ids=repr)
def test_signs_without_a_word_find_nothing(index: CaseIndex, text: str) -> None:
    assert index.search(Query(text)).hits == ()


def test_ten_thousand_words_are_searched(index: CaseIndex) -> None:
    text = "skolskjuts " * 5_000 + " ".join(f"ord{number}" for number in range(5_000))
    assert sources(index.search(Query(text)))[0] == "school"


def test_reader_without_groups_finds_nothing(index: CaseIndex) -> None:
    result = index.search(Query("hyra", groups=frozenset()))
    assert (result.hits, result.searched_documents, result.confidence) == ((), 0, 0.0)


def test_hit_tells_which_chunk_earned_its_place(index: CaseIndex) -> None:
    for hit in index.search(Query("hyra simhall skolskjuts")).hits:
        assert hit.core is not None
        ordinals = [passage.ordinal for passage in hit.passages]
        assert ordinals[0] <= hit.core[0] <= hit.core[1] <= ordinals[-1]
        assert ordinals == list(range(ordinals[0], ordinals[-1] + 1))


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Vad är hyrna för simhalen?", id="letters swapped and dropped"),
        pytest.param("Vad är hyyran för simhalllen?", id="letters doubled"),
        pytest.param("Vad är hytan för simhakken?", id="keys beside"),
        pytest.param("Vad ar hyran for simhallens lokaler?", id="no dots"),
        pytest.param("Vad är hyran för sim hallen?", id="compound written apart"),
    ],
)
def test_mistyped_question_finds_what_it_means(index: CaseIndex, question: str) -> None:
    # By words alone, of which none but grammar stands in the documents as it is typed.
    (first,) = index.search(Query(question, mode=Mode.WORDS, limit=1)).hits
    assert "simhallen" in first.text
