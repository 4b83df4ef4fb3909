"""A school year, a zone, a group, a unit or a whole year that is asked about is not answered by another."""

from dataclasses import replace

import pytest

from assistant.ground import Ground
from assistant.periods import of_another_period, tells_only_now
from assistant.qualifiers import labels, of_another, year_of_no_column
from assistant.question import understand
from tests.assistant.grounds import ground


def others(question: str, told: Ground) -> tuple[str, ...]:
    return tuple(dict.fromkeys(of_another(understand(question), told)))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("i årskurs 7–9", [("årskurs", 7, 9)]),
        ("åk 2 och 3", [("årskurs", 2, 2), ("årskurs", 3, 3)]),
        ("bland sexorna på mellanstadiet", [("årskurs", 6, 6), ("årskurs", 4, 6)]),
        ("för femte klass", [("årskurs", 5, 5)]),
        ("avdelning B", [("avdelning", "B", "B")]),
        ("avd. B, vån 2", [("avdelning", "B", "B"), ("våning", 2, 2)]),
        ("platser i år 1 på 2 år 6 månader", [("årskurs", 1, 1)]),
        ("en grupp i zonen år 2025", []),
    ],
)
def test_the_labels_that_a_text_names(text: str, named: list[tuple[str, int | str, int | str]]) -> None:
    assert list(labels(text)) == named


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Vad kostar en båtplats i zon 3?", ground("I zon 1 kostar en båtplats 900 kronor."), ("zon 3",)),
        ("Hur många i åk 8 seglar?", ground("I årskurs 4 seglar 12 elever.", "Alla i årskurs 8 ror."), ("årskurs 8",)),
        ("Hur många i åk 8 seglar?", ground("I årskurs 7–9 seglar 12 elever."), ()),
        ("Hur många av åttorna seglar?", ground("8 12", columns=("Årskurs", "Seglar"), cells=("8", "12")), ()),
        # What stands in the section may be what the figure is of.
        ("Hur många i åk 8 seglar?", ground("Totalt seglar 12 elever.", "Alla i årskurs 8 ror."), ()),
        ("Vad betalar vuxengrupper?", ground("Barngrupper betalar 90 kronor."), ("vuxengrupper",)),
        ("Vad betalar vuxengrupper?", ground("Barn och vuxna betalar 90 kronor."), ()),
        ("Vad kostar färjan på söndagar?", ground("Lördagar kostar färjan 90 kronor."), ("söndagar",)),
        ("Hur många båtar har Norrskolan?", ground("Skolorna har 31 båtar."), ("Norrskolan",)),
        ("Hur många båtar finns i Ekbro?", ground("Det finns 84 båtar i Hultinge och 61 i Norrsand."), ("Ekbro",)),
        ("Hur många båtar finns i Ekbro?", ground("Det finns 84 båtar i Hultinge och 61 i Ekbro."), ()),
        ("Hur mycket sökte Seglarna i bidrag?", ground("Sammanlagt söktes 90 000 kronor."), ("Seglarna",)),
        ("Hur stor var övertiden för ansvar 10200?", ground("Övertiden är 22 tkr."), ("ansvar 10200",)),
        ("Hur stor var övertiden för ansvar 10200?", ground("Övertiden är 22 tkr.", "Ansvar 10200"), ()),
        ("Hur många båtar har Norrskolan?", ground("De har 31 båtar.", "Norrskolan och Söderskolan seglar."), ()),
        ("Hur många båtar finns i östra hamnen?", ground("I västra hamnen finns 31 båtar."), ("östra",)),
        ("Hur många båtar finns i östra hamnen?", ground("I östra och västra hamnen finns 31 båtar."), ()),
        ("Vem undertecknade beslut nr 268/2026?", ground("215 Brygga vid Ekvik Karin Ekvall"), ("nr 268",)),
        ("Vem undertecknade beslut nr 215/2026?", ground("215 Brygga vid Ekvik Karin Ekvall"), ()),
        ("Hur många båtar mättes i Ekbro?", ground("Båtar mättes under 2024, 820 av dem i kanalen."), ("Ekbro",)),
        ("Hur många båtar mättes i Ekbro?", ground("Ekbros hamn har 31 båtar."), ()),
        ("Hur många dygn var Ekbro utan färja?", ground("Öarna var utan färja i sex dygn."), ("Ekbro",)),
        ("Hur många dygn var Ekbro utan färja?", ground("Här ställdes den in i sex dygn.", "Ekbro nås med färja."), ()),
        ("Vad tar hamnen i timpris för kranen?", ground("Kranen budgeteras till 90 tkr."), ("timpris",)),
        ("Vad tar hamnen i timpris för kranen?", ground("Kranen kostar 300 kr/tim."), ()),
        ("Vad kostar seglarskolan per elev?", ground("Seglarskolan kostar 90 000 kronor."), ("per elev",)),
        (
            "Hur stor andel av kvinnorna i Ekbro seglar?",
            ground("Ekbro 12 %", columns=("Ort", "Seglar"), cells=("Ekbro", "12 %")),
            ("kvinnorna",),
        ),
        ("Hur många flickor seglar?", ground("I Ekbro seglar 31 flickor och 12 pojkar."), ()),
        ("Hur många flickor seglar?", ground("I Ekbro seglar 31 barn."), ("flickor",)),
        ("Vad kostar seglarskolan per elev?", ground("För varje elev betalas 900 kronor."), ()),
    ],
)
def test_another_of_its_kind_is_told(question: str, told: Ground, other: tuple[str, ...]) -> None:
    assert others(question, told) == other


def test_a_figure_that_is_said_not_to_be_held_is_not_that_of_all() -> None:
    told = ground("I snitt finns 19 båtar. För Ekbro saknas uppgift.")
    told.shown[0] = replace(told.shown[0], end=len("I snitt finns 19 båtar."))
    assert others("Hur många båtar finns i Ekbro?", told) == ("Ekbro",)


def test_a_year_that_no_column_is_of() -> None:
    row = ground("Båtar 4 5", columns=("", "2022", "2023"), cells=("Båtar", "4", "5")).shown[0]
    assert list(year_of_no_column("Hur många båtar fanns 2021?", row)) == ["2021"]
    assert list(year_of_no_column("Hur många båtar fanns 2023?", row)) == []


def test_a_year_that_no_column_of_what_is_asked_is_of() -> None:
    columns = ("Förening", "Beviljat 2022", "Sökt 2023")
    row = ground("Seglarna 40 50", columns=columns, cells=("Seglarna", "40", "50")).shown[0]
    assert set(year_of_no_column("Hur mycket hade Seglarna sökt för 2022?", row)) == {"2022"}
    assert set(year_of_no_column("Hur mycket hade Seglarna sökt för 2023?", row)) == set()
    assert set(year_of_no_column("Hur mycket fick Seglarna 2022?", row)) == set()


def test_another_month_or_year_than_the_one_told() -> None:
    april = ground("Förvaltningen räknar per april med ett överskott.")
    assert of_another_period("Vad visade marsprognosen?", april.shown, counted=False) == "marsprognosen"
    assert of_another_period("Vad visade aprilprognosen?", april.shown, counted=False) == ""
    alone = ground("Hamnen har fått 22 poäng av 30.")
    before = "Hur många poäng fick hamnen året innan?"
    assert of_another_period(before, alone.shown, counted=True) == "året innan"
    both = ground("Hamnen har fått 22 poäng, mot 20 föregående år.")
    assert of_another_period(before, both.shown, counted=True) == ""


def test_the_turn_of_the_year_is_not_told_by_another_day() -> None:
    question = "Hur många båtar låg i hamnen vid årsskiftet?"
    august = ground("Den 31 augusti låg 29 båtar i hamnen.")
    assert of_another_period(question, august.shown, counted=True) == "vid årsskiftet"
    december = ground("Den 31 december låg 29 båtar i hamnen.")
    assert of_another_period(question, december.shown, counted=True) == ""


def test_a_decade_is_not_told_by_other_years() -> None:
    question = "Vem ägde hamnen på 90-talet?"
    today = ground("Hamnen ägs av Karin Ekvall.")
    assert of_another_period(question, today.shown, counted=False) == "90-talet"
    before = ground("Hamnen ägdes från 1994 av Karin Ekvall.")
    assert of_another_period(question, before.shown, counted=False) == ""


def test_what_is_so_now_does_not_tell_what_is_expected() -> None:
    question = "Hur många båtar väntas ha motor 2031?"
    assert tells_only_now(question, ground("För närvarande har sju båtar motor.").shown[0])
    assert not tells_only_now(question, ground("I dag har sju båtar motor, och 2031 väntas 40 ha det.").shown[0])
    assert not tells_only_now("Hur många båtar har motor?", ground("I dag har sju båtar motor.").shown[0])


def test_a_part_of_a_year_tells_nothing_of_the_whole() -> None:
    part = ground("Hittills i år har 20 båtplatser hyrts ut.")
    whole = "Hur många båtplatser hyrdes ut under hela 2025?"
    assert of_another_period(whole, part.shown, counted=True) == "hela 2025"
    told = ground("Under hela 2025 hyrdes 40 båtplatser ut.")
    assert of_another_period(whole, told.shown, counted=True) == ""


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Bron byggdes av Nils Ek 1994.", ""),
        ("Bron byggdes av Nils Ek på 1990-talet.", ""),
        ("Bron byggdes av Nils Ek.", "90-talet"),
        ("Bron byggdes av Nils Ek på 80-talet.", "90-talet"),
    ],
)
def test_a_decade_is_not_told_by_another(told: str, other: str) -> None:
    assert of_another_period("Vem byggde bron på 90-talet?", ground(told).shown, counted=False) == other


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Hur hög var frånvaron andra kvartalet?", "Frånvaron var 6 procent första kvartalet.", "andra kvartalet"),
        ("Hur många fall var det under tertial 1?", "Under tertial 2 var fallen 41.", "tertial 1"),
        ("Hur många fall var det första tertialet?", "Under tertial 1 var fallen 41.", ""),
        ("Hur många fall var det första halvåret?", "Från januari till juni var fallen 41.", ""),
    ],
)
def test_one_part_of_a_year_is_not_told_by_another(question: str, text: str, other: str) -> None:
    assert of_another_period(question, ground(text).shown, counted=True) == other


def test_what_something_costs_a_year_is_not_told_by_the_price_of_one() -> None:
    question = "Vad kostar färjan om året?"
    assert others(question, ground("Färjan kostar 60 kronor per resa.")) == ("om året",)
    assert others(question, ground("Färjan kostar 60 kronor per resa, 2 miljoner kronor per år.")) == ()
    assert others(question, ground("Färjan kostar 2 miljoner kronor.")) == ()
