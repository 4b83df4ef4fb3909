"""Who took another's place is told by words that hold both."""

import pytest

from assistant.stand_ins import elects_new, replaced, stand_in_span, tells_stand_in
from ingest.documents import Block, Force, Passage


def passage(text: str, force: Force = Force.BACKGROUND) -> Passage:
    """Return an invented passage."""
    return Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, force)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Vem ersatte Ulla Sten i nämnden den 8 april?", "Ulla Sten"),
        ("Vem tjänstgjorde i stället för Ulla Sten?", "Ulla Sten"),
        ("Vem är ersättare för Ulla Sten?", "Ulla Sten"),
        ("Vem valdes in i nämnden i stället för Ulla Sten?", "Ulla Sten"),
        ("Vem tog plats i nämnden efter Ulla Sten?", "Ulla Sten"),
        ("Vem tar över som ersättare för Ulla Sten i nämnden?", "Ulla Sten"),
        ("Vem satt på Ulla Stens stol på junimötet?", "Ulla Sten"),
        ("Vem fick Ulla Stens plats i nämnden?", "Ulla Sten"),
        ("Vem kommer in i nämnden nu när Ulla Sten slutar?", "Ulla Sten"),
        ("Vem valdes till ny ledamot sedan Ulla Sten hade avsagt sig uppdraget?", "Ulla Sten"),
        ("Vem talade när Ulla Sten slutade?", ""),
        ("Vem talade efter Ulla Sten?", ""),
        ("Vem är ordförande?", ""),
        ("Vem ersatte den gamla bron?", ""),
    ],
)
def test_whose_stand_in_is_asked_for(question: str, who: str) -> None:
    assert replaced(question) == who


def test_whoever_is_elected_is_not_the_one_replaced() -> None:
    text = "Ulla Sten (S) utses till ledamot i nämnden efter Tage Frid (M)."
    assert not tells_stand_in("Ulla Sten", text, passage(text, Force.DECISION))
    assert tells_stand_in("Tage Frid", text, passage(text, Force.DECISION))


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Sara Holm (S) ersätter Ulla Sten (S)", True),
        ("Ulla Sten ersattes vid mötet av Sara Holm.", True),
        ("Sara Holm tjänstgör i stället för Ulla Sten.", True),
        ("Beslutande Karin Ekvall (S) Ulla Sten (S)", False),
        ("Ej tjänstgörande ersättare Sara Holm (S)", False),
        ("Sara Holm (S) ersätter Tage Frid (M)", False),
    ],
)
def test_the_stand_in_stands_beside_the_one_replaced(text: str, tells: bool) -> None:
    assert tells_stand_in("Ulla Sten", text, passage(text)) is tells


def test_a_successor_is_elected_where_the_name_stands() -> None:
    text = "Ulla Sten entledigas. Till ny ledamot väljs Sara Holm (S)."
    assert tells_stand_in("Ulla Sten", "Till ny ledamot väljs Sara Holm (S).", passage(text, Force.DECISION))


def test_a_point_of_its_own_may_elect_the_successor() -> None:
    text = "att till ny ledamot i nämnden välja Sara Holm (S),"
    assert elects_new(text, passage(text, Force.DECISION))
    term = "Sara Holm (S) väljs till ersättare i nämnden till och med den 31 december 2031."
    assert elects_new(term, passage(term, Force.DECISION))
    active = "Fullmäktige väljer Sara Holm (S) till ny ledamot i nämnden."
    assert elects_new(active, passage(active, Force.DECISION))
    assert not elects_new(text, passage(text))
    assert not elects_new("att befria Ulla Sten (S) från uppdraget,", passage(text, Force.DECISION))


def test_a_long_row_is_cut_to_the_two() -> None:
    row = "Beslutande Per Ahl (C) Sara Holm (S) §§ 23-25 ersätter Ulla Sten (S) Olle Krok (M) ersätter Tage Frid (M)"
    span = stand_in_span("Ulla Sten", row)
    assert span is not None
    assert row[slice(*span)].endswith("ersätter Ulla Sten (S)")
    assert "Sara Holm" in row[slice(*span)]


def test_the_rest_of_a_term_is_somebody_elses() -> None:
    text = "Sara Holm (S) utses till vice ordförande i nämnden för tiden fram till den 31 december 2031."
    assert elects_new(text, passage(text, Force.DECISION))
