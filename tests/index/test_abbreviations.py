import pytest

from index.abbreviations import expansions, explained


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("enligt lagen om stöd och service (LSS) ska", {"LSS": "lagen om stöd och service"}),
        ("Barn- och ungdomsnämnden (BUN) beslutar", {"BUN": "barn- och ungdomsnämnden"}),
        ("Samhällsbyggnadsnämnden (SBN)", {"SBN": "samhällsbyggnadsnämnden"}),
        ("Karin Ek (KD) yrkar", {}),
        ("Stina Ek (S) yrkar", {}),
        ("(ABC)", {}),
    ],
)
def test_abbreviation_is_learned_where_the_letters_fit(text: str, expected: dict[str, str]) -> None:
    assert explained(text) == expected


def test_both_ways_are_expanded() -> None:
    known = {"LSS": "lagen om stöd och service"}
    assert expansions("Vad ger LSS?", known) == ("lagen", "stöd", "service")
    assert expansions("Vad ger lagen om stöd och service?", known) == ("lss",)
    assert expansions("Vad ger avtalet?", known) == ()
