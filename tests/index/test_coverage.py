from collections.abc import Callable

import pytest

from index import swedish
from index.coverage import Coverage, QuestionWords, Reading


def cover(question: str, text: str, context: str = "", rarity: Callable[[str], float] = lambda word: 1.0) -> Coverage:
    raw = tuple(swedish.sentences(text))
    sentences = tuple(tuple(swedish.words(sentence)) for sentence in raw)
    reading = Reading(sentences, tuple(swedish.words(context)), raw)
    return QuestionWords(question, rarity).coverages([reading])[0]


def test_text_with_all_words_covers_the_question() -> None:
    assert cover("avtalet för simhallen", "Avtal för simhallar gäller.").whole == pytest.approx(1.0)


def test_compound_covers_its_part_in_part() -> None:
    assert 0.3 < cover("uppföljning", "Budgetuppföljningen visar underskott.").whole < 1


def test_foreign_text_covers_nothing() -> None:
    assert cover("simhallens hyra", "Eleverna får skolskjuts.").whole == 0


def test_words_in_one_sentence_beat_words_spread_out() -> None:
    together = cover("hyra simhall", "Hyra av simhall kostar. Eleverna läser. Vägen är lång.")
    spread = cover("hyra simhall", "Hyra betalas. Eleverna läser. Vägen är lång. Det finns en simhall.")
    assert together.sentence > spread.sentence
    assert together.whole == spread.whole


def test_context_counts_for_the_whole_but_not_for_the_sentence() -> None:
    found = cover("nämndens avtal", "Avtalet sägs upp.", context="Nämnden 2025-03-01")
    assert found.whole == pytest.approx(1.0)
    assert found.sentence < found.whole


def test_rare_words_weigh_more() -> None:
    rarity = {"skolan": 0.1, "ledsagning": 5.0}.__getitem__
    assert cover("skolan ledsagning", "ledsagning", rarity=rarity).whole > 0.9
    assert cover("skolan ledsagning", "skolan", rarity=rarity).whole < 0.1


def test_sentence_with_a_number_fits_a_question_of_amount() -> None:
    assert cover("Hur många platser?", "Det finns 40 platser.").typed == 1
    assert cover("Hur många platser?", "Det finns platser.").typed == 0


def test_empty_question_and_empty_text_cover_nothing() -> None:
    assert cover("", "Text.") == Coverage(0, 0, 0, 0)
    assert cover("hyra", "").whole == 0


@pytest.mark.parametrize(
    ("question", "fits", "misses"),
    [
        ("När togs beslutet?", "Beslutet togs den 3 mars 2031.", "Beslutet togs till slut."),
        ("Vem tog beslutet?", "Beslutet togs av Ebba Fyr.", "Beslutet togs till slut."),
        ("Varför togs beslutet?", "Beslutet togs eftersom taket läcker.", "Beslutet togs till slut."),
    ],
)
def test_sentence_that_holds_the_form_of_answer_fits_better(question: str, fits: str, misses: str) -> None:
    assert cover(question, fits).sentence > cover(question, misses).sentence


def test_day_tells_more_of_when_than_a_year() -> None:
    when = "När togs beslutet?"
    assert cover(when, "Togs 2031-03-03.").typed > cover(when, "Togs 2031.").typed > cover(when, "Togs.").typed == 0


def test_long_sentence_that_covers_as_much_is_worth_less() -> None:
    short = "Hyran för simhallen höjs."
    long = "Hyran för simhallen höjs, och " + " ".join(["dessutom behandlas många andra frågor"] * 8) + "."
    assert cover("hyra simhall", short).brief > cover("hyra simhall", long).brief
    assert cover("hyra simhall", short).sentence == cover("hyra simhall", long).sentence


def test_word_that_all_candidates_hold_tells_them_apart_less() -> None:
    texts = ("Simhallen stängs.", "Simhallen är stor.", "Taxan höjs.")
    candidates = [Reading((tuple(swedish.words(text)),), tuple(swedish.words("Simhallen"))) for text in texts]
    first, _, last = QuestionWords("simhallen taxan", lambda word: 1.0).coverages(candidates)
    assert last.special > last.sentence > 0
    assert first.special < first.sentence


def test_verb_is_covered_by_its_noun() -> None:
    assert cover("avslog", "Kommunens avslag.").whole >= 0.9
