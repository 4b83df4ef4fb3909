from index import swedish
from index.diversity import Stretch, fingerprint, folded, joined

DECISION = (
    "Nämnden beslutar att säga upp avtalet om lokaler i simhallen och att "
    "ge förvaltningen i uppdrag att söka nya lokaler"
)


def groups(*texts: str) -> list[list[int]]:
    return folded([fingerprint(swedish.words(text)) for text in texts])


def test_excerpt_and_minutes_count_once() -> None:
    assert groups(DECISION, "Eleverna får skolskjuts.", DECISION + ".") == [[0, 2], [1]]


def test_texts_that_differ_in_a_figure_are_two() -> None:
    assert groups(DECISION + " 2025", DECISION + " 2026") == [[0], [1]]


def test_short_texts_are_never_folded() -> None:
    assert groups("Justeras", "Justeras") == [[0], [1]]


def test_part_of_a_longer_text_is_kept() -> None:
    assert groups(DECISION, DECISION + " " + " ".join(f"tillägg{c}" for c in "abcdefghijklmnopqrstuv")) == [[0], [1]]


def stretch(first: int, last: int, sign: str | None = "§ 4", words: int = 50, document: str = "d1") -> Stretch:
    return Stretch((document, sign), first, last, words)


def test_what_follows_in_one_section_becomes_one_hit_in_reading_order() -> None:
    assert joined([stretch(5, 6), stretch(9, 9), stretch(3, 4), stretch(1, 2)], 300) == [[3, 2, 0], [1]]


def test_hit_never_goes_on_into_another_section_or_document() -> None:
    assert joined([stretch(1, 2), stretch(3, 4, sign="§ 5")], 300) == [[0], [1]]
    assert joined([stretch(1, 2), stretch(3, 4, document="d2")], 300) == [[0], [1]]


def test_joined_hit_stays_short() -> None:
    assert joined([stretch(1, 2, words=200), stretch(3, 4, words=120)], 300) == [[0], [1]]
