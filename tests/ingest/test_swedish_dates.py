"""Dates and periods in Swedish spellings."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.periods import find_periods
from ingest.swedish_dates import MONTHS, Precision, find_dates, first_day

TODAY = dt.date(2026, 6, 20)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-03-13", "2025-03-13", "2025-03-13"),
        ("den 13 mars 2025", "2025-03-13", "2025-03-13"),
        ("5 jan. 2024", "2024-01-05", "2024-01-05"),
        ("svar senast 250331", "2025-03-31", "2025-03-31"),
        ("initiativ 24-10-23", "2024-10-23", "2024-10-23"),
        ("25/3 2025", "2025-03-25", "2025-03-25"),
        ("20250331", "2025-03-31", "2025-03-31"),
        ("2025-03", "2025-03-01", "2025-03-31"),
        ("i mars 2025", "2025-03-01", "2025-03-31"),
        ("våren 2025", "2025-01-01", "2025-06-30"),
        ("Q2 2025", "2025-04-01", "2025-06-30"),
        ("andra kvartalet 2025", "2025-04-01", "2025-06-30"),
        ("första halvåret 2025", "2025-01-01", "2025-06-30"),
        ("under år 2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_date_is_read_in_its_spelling(text: str, first: str, last: str) -> None:
    found = find_dates(text)
    assert [(date.first.isoformat(), date.last.isoformat()) for date in found] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "1 667 276 kronor",
        "24 000 250 331 kr",
        "250331-1234",
        "0322-616000",
        "kl. 14:00-16:20",
        "punkt 11.2.4",
        "2026-2027",
        "KS 2024-12",
    ],
)
def test_what_only_looks_like_a_date_is_left(text: str) -> None:
    assert find_dates(text) == ()


def test_a_date_without_year_takes_the_year_of_its_sentence() -> None:
    assert [date.first.isoformat() for date in find_dates("den 13 mars 2025 och den 14 april")] == [
        "2025-03-13",
        "2025-04-14",
    ]
    assert [date.first.isoformat() for date in find_dates("6 mars till 28 mars 2020")] == ["2020-03-06", "2020-03-28"]
    assert find_dates("den 13 mars") == ()
    assert find_dates("den 13 mars", TODAY)[0].first == dt.date(2026, 3, 13)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("vad beslutades under 2025?", "2025-01-01", "2025-12-31"),
        ("i våras", "2026-01-01", "2026-06-30"),
        ("i höstas", "2025-08-01", "2025-12-31"),
        ("förra året", "2025-01-01", "2025-12-31"),
        ("senaste halvåret", "2025-12-20", "2026-06-20"),
        ("i maj 2026", "2026-05-01", "2026-05-31"),
        ("i oktober", "2025-10-01", "2025-10-31"),
        ("sedan 2024", "2024-01-01", None),
        ("före 2025", None, "2024-12-31"),
        ("mellan 2024 och 2025", "2024-01-01", "2025-12-31"),
        ("efter den 1 maj 2025", "2025-05-02", None),
    ],
)
def test_a_question_asks_about_a_period(text: str, first: str | None, last: str | None) -> None:
    found = find_periods(text, TODAY)
    assert [(p.first and p.first.isoformat(), p.last and p.last.isoformat()) for p in found] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("vad beslutades vecka 12?", "2026-03-16"),
        ("protokollet från v. 12 2025", "2025-03-17"),
        ("mötet i vecka 40", "2025-09-29"),
        ("vecka 53", "2025-12-22"),
    ],
)
def test_a_week_is_told_by_its_number(text: str, monday: str) -> None:
    first = dt.date.fromisoformat(monday)
    (found,) = find_periods(text, dt.date(2026, 6, 20))
    assert (found.first, found.last) == (first, first + dt.timedelta(days=6))


@pytest.mark.parametrize(
    "text", ["20 timmar i veckan 12 personer", "vecka 12-14", "veckans 12 timmar", "v 12 ledamöter"]
)
def test_what_is_no_week(text: str) -> None:
    assert find_periods(text, dt.date(2026, 6, 20)) == ()


def test_a_case_number_is_no_period() -> None:
    assert find_periods("vad hände i ärende KS 2024/123", TODAY) == ()


@given(st.dates(dt.date(2000, 1, 1), dt.date(2049, 12, 31)))
def test_every_day_is_read_in_words_and_digits(day: dt.date) -> None:
    assert first_day(f"den {day.day} {MONTHS[day.month - 1]} {day.year}") == day
    assert first_day(day.isoformat()) == day
    assert find_dates(day.isoformat())[0].precision is Precision.DAY


@given(st.text(max_size=200))
def test_offsets_lie_in_the_text_and_never_overlap(text: str) -> None:
    found = find_dates(text, TODAY)
    assert all(0 <= date.start < date.end <= len(text) for date in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("på 90-talet", 1990, 1999),
        ("under 1870-talet", None, None),
        ("10-talets", None, None),
        ("på 20-talet", 2020, 2029),
        ("på 50-talet", 1950, 1959),
        ("2010-talet", 2010, 2019),
    ],
)
def test_decade_is_ten_years(text: str, first: int | None, last: int | None) -> None:
    found = [(one.first, one.last) for one in find_periods(text, dt.date(2026, 6, 20))]
    assert found == ([(dt.date(first, 1, 1), dt.date(last, 12, 31))] if first and last else [])
