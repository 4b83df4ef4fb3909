from index import swedish
from index.diversity import fingerprint, folded

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
