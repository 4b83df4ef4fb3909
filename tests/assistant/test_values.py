"""Values are the same value however they are spelled, and another value is another value."""

import pytest

from assistant.numerals import number_of
from assistant.values import Value, ValueKind, supported, values


def only(text: str) -> Value:
    """Return the one value of a text that asks for support."""
    found = [value for value in values(text) if not value.weak]
    if len(found) != 1:
        pytest.fail(f"{text!r} holds {found}")
    return found[0]


SAME = [
    ("1,4 miljoner kronor", "1,4 mnkr"),
    ("1,4 miljoner", "1 400 000 kr"),
    ("1\u00a0400\u00a0000 kronor", "1.400.000 kr"),
    ("12 576 tkr", "12 576 000 kronor"),
    ("sju", "7"),
    ("det vänstern vill", "det Vänsterpartiet vill"),
    ("som sossarna sade", "som Socialdemokraterna sade"),
    ("tjugofem", "25"),
    ("tre miljoner", "3 mnkr"),
    ("3,5 %", "3,5 procent"),
    ("tre procent", "3 %"),
    ("13 mars 2025", "2025-03-13"),
    ("den 1 juni", "1 juni"),
    ("kl. 8.00", "kl. 08.00"),
    ("kl 18:30", "kl. 18.30"),
    ("§ 36", "36 §"),
    ("§36", "§ 36"),
    ("KS 2024/123", "KS-2024-123"),
    ("2026.050 VON", "2026.50 VON"),
    ("(S)", "Socialdemokraterna"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[f"{one} = {other}" for one, other in SAME])
def test_two_spellings_are_one_value(one: str, other: str) -> None:
    assert supported(only(one), values(other))
    assert supported(only(other), values(one))


OTHER = [
    ("1,4 miljoner", "14 miljoner"),
    ("1,4 mnkr", "1,4 tkr"),
    ("3 %", "3 kronor"),
    ("40", "40 000"),
    ("13 mars 2025", "13 mars 2024"),
    ("13 mars", "13 maj 2025"),
    ("§ 36", "§ 37"),
    ("KS 2024/123", "KS 2024/124"),
    ("2026.050 VON", "2026.050 KUN"),
    ("(S)", "(SD)"),
    ("kl. 8.00", "kl. 18.00"),
    ("Lindgren", "Lindberg"),
]


@pytest.mark.parametrize(("one", "other"), OTHER, ids=[f"{one} ≠ {other}" for one, other in OTHER])
def test_another_value_is_no_support(one: str, other: str) -> None:
    assert not supported(next(value for value in values(one)), values(other))


def test_a_claim_may_leave_the_year_open_but_not_add_one() -> None:
    assert supported(only("13 mars"), values("13 mars 2025"))
    assert not supported(only("13 mars 2025"), values("13 mars"))


def test_articles_ask_for_no_support() -> None:
    assert [value for value in values("en nämnd och ett beslut") if not value.weak] == []


def test_school_years_are_no_diarienummer() -> None:
    assert {value.kind for value in values("läsåret 2026/2027")} == {ValueKind.NUMBER}


@pytest.mark.parametrize("text", ["", " ", "§", "%", "kl.", "2026.", "-", "()", "§§ -", "9" * 400])
def test_odd_text_is_read_without_error(text: str) -> None:
    values(text)


def test_offsets_point_at_the_words() -> None:
    text = "Nämnden gav 2,5 mnkr den 3 maj 2024, § 12, dnr KS 2024/77, till Berga (S)."
    assert all(text[value.start : value.end] == value.text for value in values(text))


@pytest.mark.parametrize(
    ("word", "number"), [("sju", 7), ("tjugotvå", 22), ("trehundra", 300), ("12", 12), ("katt", None)]
)
def test_number_words(word: str, number: int | None) -> None:
    assert number_of(word) == number


def test_a_day_is_read_though_its_line_ends_within_it() -> None:
    (day,) = (value for value in values("Avtal 2028-05- 31 för hamnen") if value.kind is ValueKind.DATE)
    assert day.key == "2028|5|31"
