"""Words and their letter groups are numbered once, however many threads ask."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from index import swedish
from index.vocabulary import FIRST_ROOM, Vocabulary


def test_a_word_keeps_its_number_and_its_groups_when_room_grows() -> None:
    known = Vocabulary()
    (first,) = known.numbers(["badtaxa"])
    known.numbers([f"ord{number}" for number in range(FIRST_ROOM)])
    assert known.numbers(["badtaxa"])[0] == first
    assert known.words[first] == "badtaxa"
    groups, whose = known.grams(known.numbers(["badtaxa", "taxa"]))
    assert whose.tolist() == [0] * 6 + [1] * 3
    # "taxa" ends as "badtaxa" does.
    assert set(groups[:6]) & set(groups[6:]) == set(known.grams_of("taxa")[1:])


def test_groups_that_a_word_holds_twice_count_once_and_in_order_all() -> None:
    known = Vocabulary()
    groups, _ = known.grams(known.numbers(["lalalala"]))
    assert len(groups) == len(set(swedish.grams("lalalala"))) < len(known.grams_of("lalalala"))


def test_no_words_have_no_groups() -> None:
    known = Vocabulary()
    groups, whose = known.grams(known.numbers([]))
    assert len(groups) == len(whose) == 0


def test_words_that_begin_alike_are_told() -> None:
    known = Vocabulary()
    one, same, other = known.begins(known.numbers(["avslag", "avslå", "bifall"]))
    assert one == same != other


def test_threads_that_meet_the_same_words_at_once_agree() -> None:
    known = Vocabulary()
    texts = [[f"ord{number % 700}" for number in range(start, start + 500)] for start in range(40)]
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(known.numbers, texts))
    assert len(known) == len(set(known.words)) == 539
    assert all(np.array_equal(known.numbers(text), numbers) for text, numbers in zip(texts, told, strict=True))
