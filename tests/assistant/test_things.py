"""Things are told from what is done to them; a text leaves a thing out where no form of its word stands."""

import pytest

from assistant.things import WHOLE_THING, absent, matters, measured, things, unspoken


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Hur stor var sjukfrånvaron i kommunen?", ("sjukfrånvaron",)),
        ("När stängdes gångbron vid kvarnen?", ("gångbron", "kvarnen")),
        ("Vem får besluta om avstängning?", ("avstängning",)),
        ("Varför är frågan svår?", ()),
        ("Ska badet ha dusch eller bastun?", ()),
        ("Är bron vid kvarnen stängd eller öppen?", ("kvarnen",)),
        ("Vem skrev på för nämndens räkning om större lokaler?", ("nämndens",)),
    ],
)
def test_what_a_question_names(question: str, named: tuple[str, ...]) -> None:
    assert things(question) == named


def test_what_is_to_be_decided_on_is_no_verb_and_no_word_of_form() -> None:
    assert matters("Vem får underteckna avtal enligt delegationsordningen?") == ("avtal",)
    assert matters("Vem får besluta om att stänga av någon från badhuset?") == ("badhuset",)


def test_what_was_done_is_told_apart_from_what_it_was_done_to() -> None:
    assert matters("Varför fick klubben mindre än året före?") == ("klubben",)
    assert matters("När skrevs avtalet om sporthallen under?") == ("avtalet", "sporthallen")
    assert matters("Hur många elever åt frukost?") == ("många", "elever", "frukost")
    assert matters("Vem fick i uppdrag att teckna avtal?") == ("uppdrag", "avtal")


def test_a_thing_is_held_in_any_form_and_in_compounds() -> None:
    text = "Badhusets entré öppnas i maj."
    assert absent(("badhuset", "gångbron"), text) == ("gångbron",)


def test_a_part_of_a_compound_is_not_the_whole_thing() -> None:
    text = "Kostnaden per elev är 900 kronor."
    assert absent(("dygnskostnaden",), text) == ()
    assert absent(("lss-avgiften", "iop-avtalet"), "Taxan för LSS") == ("iop-avtalet",)
    assert absent(("dygnskostnaden",), text, WHOLE_THING) == ("dygnskostnaden",)


def test_what_is_measured() -> None:
    assert measured("Hur hög är avgiften för badet?") == "avgiften"
    assert measured("Vad blev den totala kostnaden?") == "kostnaden"
    assert measured("Hur stort blev Norrdals hamns överskott?") == "överskott"
    assert measured("Hur hög båtavgift har nämnden?") == "båtavgift"
    assert measured("Hur långt får ett genmäle vara?") == "genmäle"
    assert measured("Hur stor årlig båtavgift tas ut?") == "båtavgift"
    assert measured("Hur stort bedöms stödet bli?") == ""
    assert measured("Hur stor summa fick hamnen?") == ""
    assert measured("Hur många elever går i skolan?") == ""


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        ("gångbroreglerna", "Nya regler för gångbroar"),
        ("fjärrvärmebolaget", "Borgen för Ekvik Fjärrvärme AB"),
        ("filtren", "Ett nytt filter sätts in."),
        ("höjningen", "Avgiften höjs från maj."),
        ("bygglovsansökan", "Ansökan om bygglov"),
        ("kvarnteaterns", "Kvarnteatern byggs om."),
    ],
)
def test_a_thing_is_spoken_of_by_its_parts_its_verb_or_another_form(thing: str, told: str) -> None:
    assert unspoken((thing,), told) == ()


def test_what_is_told_of_another_thing_is_not_spoken_of() -> None:
    assert unspoken(("badhuset", "höjningen", "föreningen"), "Gångbron stängs före maj, hös körs bort.") == (
        "badhuset",
        "höjningen",
        "föreningen",
    )


def test_a_thing_is_told_by_its_verb_and_the_particle_behind_it() -> None:
    assert absent(("uppsägningstiden", "ombyggnaden"), "Kajavtalet får sägas upp, och kajen byggs om.") == ()
    assert absent(("uppsägningstiden",), "Nämnden säger att kajen är lagad och hamnen upptagen.") == (
        "uppsägningstiden",
    )


def test_a_case_is_told_by_what_it_is_about() -> None:
    assert absent(("skidärendet", "brofrågan", "hamnärendet"), "Skidleden och brobygget") == (
        "brofrågan",
        "hamnärendet",
    )
