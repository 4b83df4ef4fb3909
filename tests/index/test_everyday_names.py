"""A body is known by what people call it, where only one of its municipality can be meant."""

import pytest

from index.everyday_names import bodies_meant

SMALL = (
    "Kommunstyrelsen",
    "Barn- och utbildningsnämnden",
    "Socialnämnden",
    "Samhällsbyggnadsnämnden",
    "Valberedningen",
)
LARGE = ("Grundskolenämnden", "Utbildningsnämnden", "Tekniska nämnden", "Byggnadsnämnden", "Kultur- och fritidsnämnden")


def named(boards: tuple[str, ...]) -> dict[str, str]:
    return {board.casefold(): board for board in boards}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("skolnämnden", "Barn- och utbildningsnämnden"),
        ("barnnämnden", "Barn- och utbildningsnämnden"),
        ("äldrenämnd", "Socialnämnden"),
        ("byggnämnden", "Samhällsbyggnadsnämnden"),
        ("gatunämnden", "Samhällsbyggnadsnämnden"),
        ("samhällsnämnden", "Samhällsbyggnadsnämnden"),
    ],
)
def test_a_body_goes_by_its_matter(name: str, meant: str) -> None:
    assert bodies_meant(name, named(SMALL)) == {meant}


@pytest.mark.parametrize("name", ["idrottsnämnden", "rymdnämnden", "valnämnden", "skolberedningen", "byskolenämnden"])
def test_a_matter_of_no_body_means_none(name: str) -> None:
    assert not bodies_meant(name, named(SMALL))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("skolnämnden", {"Grundskolenämnden", "Utbildningsnämnden"}),
        ("trafiknämnden", {"Tekniska nämnden"}),
        ("byggnämnden", {"Byggnadsnämnden"}),
        ("planeringsnämnden", {"Byggnadsnämnden"}),
        ("idrottsnämnden", {"Kultur- och fritidsnämnden"}),
    ],
)
def test_of_several_bodies_those_are_meant_whose_matter_it_is(name: str, meant: set[str]) -> None:
    assert bodies_meant(name, named(LARGE)) == meant
