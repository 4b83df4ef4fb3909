import pytest

from index.families import related


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kostar", "kostnaden"),
        ("ansöka", "ansökan"),
        ("utreda", "utredningens"),
        ("anställer", "anställning"),
        ("byggdes", "byggnation"),
        ("rekommenderar", "rekommendationer"),
        ("kombinera", "kombinationen"),
        ("godkänner", "godkännande"),
        ("föreslog", "förslaget"),
        ("avslog", "avslag"),
        ("uppdrar", "uppdraget"),
        ("beskriver", "beskrivning"),
        ("uppsäga", "uppsägning"),
    ],
)
def test_verb_and_the_noun_made_of_it_are_one_family(one: str, other: str) -> None:
    assert related(one, other)
    assert related(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Food is not cost: a bare noun is no verb.
        ("kosten", "kostnad"),
        ("leden", "ledning"),
        ("förslag", "avslag"),
        ("nämnden", "nämnd"),
        ("slag", "slog"),
        ("", "kostnad"),
    ],
)
def test_words_that_only_look_alike_are_not(one: str, other: str) -> None:
    assert not related(one, other)
