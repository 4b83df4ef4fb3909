"""Diarienummer and § signs in every spelling."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.identifiers import (
    find_bare_case_numbers,
    find_case_numbers,
    find_loose_case_numbers,
    find_section_signs,
    names_case,
    normalise_case_number,
    same_case,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ärendet SKN-2024-11995 gäller", "SKN-2024-11995"),
        ("§ 12 2026.050 TKN", "2026.050 TKN"),
        ("KS 2024/123", "KS 2024/123"),
        ("Dnr: KS/2016:51", "KS/2016:51"),
        ("Beteckning 2016-000003", "2016-000003"),
        ("Diarienummer: KS-2024/00123", "KS-2024/00123"),
        ("Diarienummer\nKS-2024/00123", "KS-2024/00123"),
        ("Dnr KS2024-0012", "KS2024-0012"),
        ("Vår referens: 2663-2026", "2663-2026"),
        ("Ärendenummer BUN 2023/55 och bilagor", "BUN 2023/55"),
        ("Dnr 3.1.1-1234/2024", "3.1.1-1234/2024"),
        ("Diarienummer N161-0123/24", "N161-0123/24"),
        ("KS 123/2024", "KS 123/2024"),
        ("2022.088 TKN-020 Protokollsutdrag", "2022.088 TKN"),
        ("Dnr RS 2023–1234", "RS 2023-1234"),
        ("dnr ks 2024/7", "KS 2024/7"),
    ],
)
def test_a_diarienummer_is_found_in_its_spelling(text: str, value: str) -> None:
    found = find_case_numbers(text)
    assert [number.value for number in found] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "SFS 2010:479", "enligt lag (2026:43) om", "prop. 2012/13:144", "tel 0322-61 60 00", "org.nr 556677-8899",
        "läsår 2026/2027", "KF 2024-11-06, § 149", "TKN 2025-10-22 § 99", "§ 63/2026 KS", "HSLF-FS 2017:40",
        "EU 2016/679",
        "perioden 2026-09-01 – 2027-02-28",
        "Budget 2026-2028", "Datum 2025-03-13", "Vår referens Anna Ek 2025-03-12",
        "SOU 2019:23", "Dnr. 2024-03-12", "kl. 14:00-16:20", "punkt 11.2.4",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_diarienummer_is_left(text: str) -> None:
    assert find_case_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Vad gäller ärende 2030/00377?", "2030/00377"),
        ("Vad handlar 2030/00377 om?", "2030/00377"),
        ("Sammanfatta ärende 2031-61", "2031-61"),
        ("Hur gick det med 2031/88?", "2031/88"),
        ("Vad är 2026.157?", "2026.157"),
    ],
)
def test_a_bare_diarienummer_is_found_as_people_ask_for_it(text: str, value: str) -> None:
    assert [number.value for number in find_bare_case_numbers(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "läsåret 2025/26", "läsåret 2025/2026", "lagen 2017:725", "SFS 2017:725", "åren 1990-2024", "den 2031-05-06",
        "ärendet 2031-05-06", "dataskyddsförordningen 2016/679", "förordning (EU) 2016/679", "budget 2031/2030",
        "prop. 2012/13:144", "2031-61",
    ],
)  # fmt: skip
def test_periods_laws_and_days_are_no_bare_diarienummer(text: str) -> None:
    assert find_bare_case_numbers(text) == ()


def test_several_numbers_after_one_label_are_all_found() -> None:
    found = find_case_numbers("Dnr 2024-17, 2024-18 och 2024-19")
    assert [number.value for number in found] == ["2024-17", "2024-18", "2024-19"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("KS 2024/0123", "KS-2024-123", True),
        ("2026.050 TKN", "TKN 2026/50", True),
        ("2024-11995", "SKN-2024-11995", True),
        ("KS 123/2024", "KS 2024:123", True),
        ("KS 2024/123", "BUN 2024/123", False),
        ("KS 2024/123", "KS 2025/123", False),
        ("KS 2024/123", "KS 2024/124", False),
        ("SBN 2031-61", "2031/00061", False),
        ("SBN 2031-61", "2031-61", True),
        ("KS 2031-61", "2031/00061", True),
    ],
)
def test_spellings_of_one_case_are_the_same_case(one: str, other: str, same: bool) -> None:
    assert same_case(one, other) is same
    assert same_case(other, one) is same


def test_a_short_word_after_a_number_with_letters_is_no_part_of_it() -> None:
    (found,) = find_loose_case_numbers("vad kostar ks 2024/123 per år")
    assert (found.value, found.end) == ("KS 2024/123", len("vad kostar ks 2024/123"))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("bun 31/56", ["BUN 2031/56"]),
        ("61/2031 BMN", ["BMN 2031/61"]),
        ("KS 24/23", ["KS 2024/23", "KS 2023/24"]),
        ("KS 24/11", []),
        ("Prop 24/123", []),
        ("24/123", []),
    ],
)
def test_loosely_written_numbers_are_read_every_way_they_may_mean(text: str, numbers: list[str]) -> None:
    assert [found.value for found in find_loose_case_numbers(text)] == numbers


def test_a_bare_number_is_normalised_but_a_sentence_is_not() -> None:
    assert normalise_case_number("ks 2024/123") == "KS 2024/123"
    assert normalise_case_number("2024-11995") == "2024-11995"
    assert normalise_case_number("hur gick det med badhuset") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nämndens beteckning är KUN-2031-0007.", True),
        ("Nämndens beteckning är KUN 2031/17.", False),
        ("Sju ärenden, däribland § 7.", False),
    ],
)
def test_text_names_a_case_in_any_spelling(text: str, named: bool) -> None:
    assert names_case(text, "KUN 2031/7") is named


@given(
    year=st.integers(1990, 2035),
    number=st.integers(1, 99999),
    board=st.sampled_from(["KS", "TKN", "BUN", "SKN"]),
    form=st.sampled_from(["{b} {y}/{n}", "{b}-{y}-{n}", "{b}/{y}:{n}", "Dnr {b}{y}-{n:05d}"]),
)
def test_every_number_is_found_and_stays_the_same_case(year: int, number: int, board: str, form: str) -> None:
    text = form.format(b=board, y=year, n=number)
    if year < number <= year + 15:
        return  # "KS 2024/2025" may as well be a school year.
    found = find_case_numbers(f"Se {text}.")
    assert len(found) == 1
    assert same_case(found[0].value, f"{board} {year}/{number}")


@given(st.text(max_size=200))
def test_offsets_lie_in_the_text_and_never_overlap(text: str) -> None:
    found = find_case_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("§ 36", 36, 36),
        ("§36", 36, 36),
        ("§§34-44", 34, 44),
        ("§§ 7–9", 7, 9),
        ("paragraf 36", 36, 36),
        ("enligt par. 36", 36, 36),
        ("ss36-tknau", 36, 36),
    ],
)
def test_section_signs_in_every_spelling(text: str, first: int, last: int) -> None:
    found = find_section_signs(text)
    assert [(sign.first, sign.last) for sign in found] == [(first, last)]


@pytest.mark.parametrize("label", ["Dnr", "Diarienummer:", "Beteckning", "Ärendenummer:"])
@pytest.mark.parametrize(
    "number",
    [
        "SDN-NH 1.4.2-73/2031",
        "RU 2030-1187",
        "KS/2031:112",
        "2031KS00123",
        "KSN-2030-00412",
        "D 2031-112",
        "REV-2031-14",
    ],
)
def test_every_shape_of_a_number_is_read_behind_its_label(label: str, number: str) -> None:
    assert [found.value for found in find_case_numbers(f"{label} {number}")] == [number]


def test_the_class_of_a_records_plan_parts_the_board_from_the_number_without_a_label() -> None:
    assert [found.value for found in find_case_numbers("§ 88 Belysning SDN-NH 1.4.2-73/2031")] == [
        "SDN-NH 1.4.2-73/2031"
    ]
    assert same_case("SDN-NH 1.4.2-73/2031", "SDN-NH 73/2031")
