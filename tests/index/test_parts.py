"""Parts of a text keep their place through tokenisation."""

from hypothesis import given
from hypothesis import strategies as st

from index.parts import joined, segments
from index.pieces import embedded_pieces

WORDS = st.lists(st.text("abcåäö§1.,", min_size=1, max_size=8), min_size=1, max_size=12)


def test_parts_and_what_lies_between_take_turns() -> None:
    assert segments("Rubrik\nEtt. Två.", [(7, 11), (12, 16)]) == ["Rubrik", "Ett.", "", "Två.", ""]
    assert segments("Hela", []) == ["Hela"]


def test_numbers_of_a_part_are_found_again() -> None:
    numbers, places = joined([[1], [2, 3], [], [4], [5]])
    assert [numbers[first:last] for first, last in places] == [[2, 3], [4]]


@given(WORDS, WORDS, WORDS)
def test_cut_between_words_a_text_has_the_same_pieces(before: list[str], part: list[str], after: list[str]) -> None:
    pieces = embedded_pieces()
    text = " ".join([*before, *part, *after])
    start = len(" ".join(before)) + 1
    span = start, start + len(" ".join(part))
    numbers, ((first, last),) = joined([pieces.numbers(one) for one in segments(text, [span])])
    assert numbers == pieces.numbers(text)
    assert numbers[first:last] == pieces.numbers(" ".join(part))
