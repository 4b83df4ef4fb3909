import sys
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from index import swedish

VOCABULARY = {
    "budget",
    "uppföljning",
    "verksamhet",
    "plan",
    "kyrka",
    "kyrk",
    "gård",
    "skola",
    "skol",
    "barn",
    "barnomsorg",
    "omsorg",
}


def parts(word: str) -> tuple[str, ...]:
    return swedish.compound_parts(word, VOCABULARY.__contains__)


def test_compound_is_split_where_both_parts_are_words() -> None:
    assert parts("budgetuppföljning") == ("budget", "uppföljning")


def test_linking_letter_is_dropped() -> None:
    assert parts("verksamhetsplan") == ("verksamhet", "plan")


def test_compound_of_three_is_split_wholly() -> None:
    assert parts("barnomsorgsplan") == ("barn", "omsorg", "plan")


def test_word_without_proven_parts_stays_whole() -> None:
    assert parts("kommunikation") == ()


def test_inflections_share_a_stem() -> None:
    assert {swedish.stem(word) for word in ("nämnd", "nämnden", "nämnder", "nämnderna")} == {"nämnd"}


def test_words_of_questions_asked_at_once_are_not_mixed_up() -> None:
    words = [
        f"{first}{last}" for first in ("kommun", "skol", "vatten", "bygg") for last in ("erna", "ens", "heten", "ar")
    ]
    alone = [swedish.stem.__wrapped__(word) for word in words]
    switching = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            at_once = list(threads.map(lambda _: [swedish.stem.__wrapped__(word) for word in words], range(60)))
    finally:
        sys.setswitchinterval(switching)
    assert all(stems == alone for stems in at_once)


def test_numbers_are_not_stemmed() -> None:
    assert swedish.stem("2025") == "2025"


def test_grams_mark_the_ends_of_a_word() -> None:
    assert swedish.grams("hyra") == ("^hyr", "hyra", "yra$")


def test_short_words_are_one_gram() -> None:
    assert swedish.grams("å") == ("^å$",)


def test_letters_as_two_code_points_are_one_word() -> None:
    assert swedish.words("A\u030atga\u0308rd") == ["åtgärd"]


def test_question_of_grammar_words_keeps_them() -> None:
    assert swedish.content_words("Vad är det?") == ["vad", "är", "det"]


def test_subject_survives_among_grammar_words() -> None:
    assert swedish.content_words("Vad är det som gäller för hyran?") == ["gäller", "hyran"]


def test_sentences_end_at_full_stop_before_capital_and_at_line_end() -> None:
    text = "Avtalet gäller t.ex. lokaler kl. 9. Nämnden beslutar\natt säga upp det."
    assert swedish.sentences(text) == ["Avtalet gäller t.ex. lokaler kl. 9.", "Nämnden beslutar", "att säga upp det."]


@given(st.text())
def test_any_text_becomes_words_with_grams_and_stems(text: str) -> None:
    for word in swedish.words(text):
        assert word
        assert swedish.grams(word)
        assert isinstance(swedish.stem(word), str)


@given(st.text(alphabet="abdefghiklnorstuyåäö", min_size=1, max_size=14))
def test_stem_is_the_beginning_of_its_word(word: str) -> None:
    """Reading and word families pass over words by it."""
    assert word.startswith(swedish.stem(word))


def test_a_name_is_known_with_and_without_the_genitive():
    assert (swedish.nominative("Ekviks"), swedish.nominative("Ekvik")) == ("Ekvik", "Ekvik")
    assert swedish.holds_name({"ekvik"}, "ekviks")
    assert swedish.holds_name({"ekviks"}, "ekvik")
    assert not swedish.holds_name({"ekviken"}, "ekvik")
