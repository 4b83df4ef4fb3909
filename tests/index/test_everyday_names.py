"""A body is known by what people call it, where only one of its municipality can be meant."""

import pytest

from index.everyday_names import body_meant

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
    assert body_meant(name, named(SMALL)) == meant


@pytest.mark.parametrize("name", ["idrottsnämnden", "rymdnämnden", "valnämnden", "skolberedningen", "byskolenämnden"])
def test_a_matter_of_no_body_means_none(name: str) -> None:
    assert body_meant(name, named(SMALL)) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("skolnämnden", None),
        ("trafiknämnden", "Tekniska nämnden"),
        ("byggnämnden", "Byggnadsnämnden"),
        ("planeringsnämnden", "Byggnadsnämnden"),
        ("idrottsnämnden", "Kultur- och fritidsnämnden"),
    ],
)
def test_of_several_bodies_only_the_one_whose_matter_it_is_is_meant(name: str, meant: str | None) -> None:
    assert body_meant(name, named(LARGE)) == meant
