"""Normalising text, and joining lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.normalise import close_letter_spacing, join_lines, normal_text

TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("åäö\u030a\u0308\u00ad\ufb01\u00a0\t\n \u200b§-")),
    max_size=60,
)


@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normal_text(text)
    assert normal_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "  " not in once
    assert "\u00ad" not in once


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("na\u0308mnden", "nämnden", id="two code points"),
        pytest.param("sam\u00adman\u00adträde", "sammanträde", id="soft hyphens"),
        pytest.param("con\ufb01rm", "confirm", id="ligature"),
        pytest.param("1\u00a0245\u202f000", "1 245 000", id="hard spaces"),
        pytest.param("\uf0b7 punkt", "• punkt", id="symbol bullet"),
    ],
)
def test_normal_form(raw: str, expected: str) -> None:
    assert normal_text(raw) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("cykel-", "vägarna", "cykelvägarna", id="hyphenated word"),
        pytest.param("kultur-", "och fritid", "kultur- och fritid", id="common last part"),
        pytest.param("IT-", "kostnader", "IT-kostnader", id="abbreviation keeps its hyphen"),
        pytest.param("Norr-", "Ängen", "Norr-Ängen", id="capital keeps the hyphen"),
        pytest.param("hjärt\u2011", "lungräddning", "hjärt-lungräddning", id="hyphen of the word itself"),
        pytest.param("för-", "och nackdelar", "för- och nackdelar", id="common last part of another word"),
        pytest.param("fyllde 60-", "årsdagen", "fyllde 60-årsdagen", id="number"),
        pytest.param("dnr KS-", "2031/00344", "dnr KS-2031/00344", id="number of a case"),
        pytest.param("1960-", "och 1970-talet", "1960- och 1970-talet", id="common last part of numbers"),
        pytest.param("gång", "väg", "gång väg", id="two words"),
        pytest.param("2030 -", "2031", "2030 - 2031", id="dash between numbers"),
        ("planen för 2032–", "2043", "planen för 2032–2043"),
        ("perioden 2031-03-01–2031-", "03-31", "perioden 2031-03-01–2031-03-31"),
        ("sträckan Granbacka–", "Norrängen", "sträckan Granbacka–Norrängen"),
        ("ja –", "tolv år", "ja – tolv år"),
        ("lån hos Granbanken", ", 15 mnkr", "lån hos Granbanken, 15 mnkr"),
    ],
)
def test_lines_are_joined_as_words_are(first: str, second: str, expected: str) -> None:
    joined, start = join_lines(first, second)
    assert joined == expected
    assert joined[start:].strip() == second


def test_letter_spaced_words_are_closed() -> None:
    assert close_letter_spacing("F Ö R S L A G  T I L L  B E S L U T") == "FÖRSLAG TILL BESLUT"
    assert close_letter_spacing("Karin A B Ek") == "Karin A B Ek"
