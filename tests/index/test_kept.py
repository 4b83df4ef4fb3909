from collections.abc import Sequence

from index.kept import Kept


def test_values_are_read_once_and_given_in_the_order_asked_for() -> None:
    read: list[Sequence[str]] = []

    def reading(ids: Sequence[str]) -> dict[str, str]:
        read.append(ids)
        return {one: one.upper() for one in ids if one != "missing"}

    kept = Kept(10, reading)
    assert list(kept.of(["b", "a", "b", "missing"]).items()) == [("b", "B"), ("a", "A")]
    assert kept.of(["a", "c"]) == {"a": "A", "c": "C"}
    assert read == [["b", "a", "missing"], ["c"]]


def test_more_than_may_be_kept_are_still_all_given() -> None:
    kept = Kept(3, lambda ids: {one: one for one in ids})
    kept.of("abc")
    assert list(kept.of("cdefg")) == list("cdefg")
