"""A figure is read off a table by what other passages say belongs to its rows and columns: zone, season, size."""

from dataclasses import replace

import pytest

from assistant.memberships import links, seasons
from assistant.readings import Told, read_off
from ingest.documents import Block, Document, Kind, Passage
from tests.assistant.papers import BACK, H, L, P, document, request

ZONES = ("Zon", "Omfattar")
SIZES = ("Zon", "Stuga upp till 20 m2", "20–40 m2", "Över 40 m2")
AREAS = ("Tjänst", "Område A", "Område B")
RATES = ("Plats", "Per timme", "Per dygn", "Per vecka")


def tariff() -> Document:
    """Return an invented tariff that tells its zones in one table and its prices in others."""
    tables: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
        ("Zoner", ZONES, ("Zon 1", "Lillån och Strandvik")),
        ("Zoner", ZONES, ("Zon 2", "Granåsen")),
        ("Högsäsong", SIZES, ("Zon 1", "410", "520", "690")),
        ("Högsäsong", SIZES, ("Zon 2", "330", "440", "560")),
        ("Lågsäsong", SIZES, ("Zon 1", "210", "280", "350")),
        ("Lågsäsong", SIZES, ("Zon 2", "170", "230", "290")),
        ("Sotning", AREAS, ("Sotning av eldstad", "610", "740")),
        ("Sotning", AREAS, ("Brandskyddskontroll", "930", "1 080")),
        ("Parkering", RATES, ("Torget", "12", "95", "410")),
        ("Båtplats", SIZES, ("Brygga 1, folkbokförd i Lillån", "700", "810", "990")),
        ("Båtplats", SIZES, ("Brygga 1, övriga", "900", "1 110", "1 290")),
    ]
    specs = [
        (H, "Taxa för uthyrning och sotning", BACK),
        (P, "Högsäsong är den 1 juni till den 31 augusti. Avgiften avser ett dygn.", BACK),
        (L, "• Område A: Lillån och Strandvik\n• Område B: Granåsen", BACK),
    ]
    told: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    last = ""
    for heading, columns, cells in tables:
        if heading != last:
            specs.append((H, heading, BACK))
            last = heading
        told[len(specs)] = columns, cells
        specs.append((Block.TABLE_ROW, " ".join(cells), BACK))
    paper = document("taxa", Kind.OVRIGT, specs)
    passages = [
        replace(one, table_header=told[number][0], cells=told[number][1]) if number in told else one
        for number, one in enumerate(paper.passages)
    ]
    return replace(paper, passages=tuple(passages))


def told(question: str) -> Told | None:
    return read_off(request(question, tariff()))


@pytest.mark.parametrize(
    ("question", "row", "column"),
    [
        ("Vad kostar en stuga på 30 m2 i Granåsen i juli?", "Zon 2 330 440 560", "20–40 m2"),
        ("Vad kostar en stuga på 50 m2 i Strandvik i oktober?", "Zon 1 210 280 350", "Över 40 m2"),
        ("Vad kostar sotning av eldstad i Granåsen?", "Sotning av eldstad 610 740", "Område B"),
        ("Vad kostar sotning av eldstad i Lillån?", "Sotning av eldstad 610 740", "Område A"),
        ("Vad kostar dygnsparkering på Torget?", "Torget 12 95 410", "Per dygn"),
        ("Vad kostar det att parkera en vecka på Torget?", "Torget 12 95 410", "Per vecka"),
        (
            "Vad kostar den minsta båtplatsen vid brygga 1 för den som bor i Lillån?",
            "Brygga 1, folkbokförd i Lillån 700 810 990",
            "Stuga upp till 20 m2",
        ),
        (
            "Vad kostar en båtplats på 30 m2 vid brygga 1 för den som är från Norrvik?",
            "Brygga 1, övriga 900 1 110 1 290",
            "20–40 m2",
        ),
    ],
)
def test_the_row_and_column_are_found_by_what_belongs_to_them(question: str, row: str, column: str) -> None:
    answer = told(question)
    assert answer is not None
    assert answer.sure
    assert answer.claims[0].text == row
    assert f"kolumnen ”{column}”" in answer.claims[0].lead


def test_what_says_that_it_is_the_row_is_cited_too() -> None:
    answer = told("Vad kostar en stuga på 30 m2 i Granåsen i juli?")
    assert answer is not None
    assert {claim.text for claim in answer.claims[1:]} == {
        "Zon 2 Granåsen",
        "Högsäsong är den 1 juni till den 31 augusti.",
    }


def test_a_row_whose_column_is_not_told_is_unsure() -> None:
    answer = told("Vad kostar en stuga i Granåsen i juli?")
    assert answer is not None
    assert not answer.sure


@pytest.mark.parametrize(
    "question",
    [
        "Vad kostar sotning av eldstad i Norrvik?",
        "Hur många stugor finns det i Granåsen?",
        "Vad kostade branden i stugan i Granåsen kommunen?",
        "Vad kostade en stuga på 30 m2 i Granåsen i juli 2019?",
        "När sotas eldstaden i Granåsen?",
        "Hur mycket höjs priset för sotning av eldstad i Granåsen?",
        "Hur mycket dyrare är en stuga på 30 m2 i Granåsen i juli?",
    ],
)
def test_what_no_table_tells_is_not_read_off(question: str) -> None:
    paper = tariff()
    named = replace(paper, metadata=replace(paper.metadata, title="Taxa för uthyrning och sotning 2025"))
    assert read_off(request(question, named)) is None


def test_sentences_tell_what_belongs_to_a_zone() -> None:
    text = "Lillån hör till zon 1 och Granåsen till zon 2. Zon 3: Strandvik."
    (passage,) = document("taxa", Kind.OVRIGT, [(P, text, BACK)]).passages
    found = {link.label: link.members for link in links([passage], [], lambda _: True)}
    assert "Lillån" in found["zon", "1"]
    assert "Strandvik" in found["zon", "3"]


def test_a_table_of_one_row_defines_nothing() -> None:
    paper = document("taxa", Kind.OVRIGT, [(H, "Zoner", BACK), (Block.TABLE_ROW, "Zon 1 Lillån", BACK)])
    row: Passage = replace(paper.passages[1], cells=("Zon 1", "Lillån"), table_header=ZONES)
    assert links([row], [row], lambda _: True) == []


@pytest.mark.parametrize(("month", "heading"), [("juli", "Högsäsong"), ("maj", "Lågsäsong"), ("maj", "Övrig tid")])
def test_a_month_lies_in_a_season_or_in_the_other_one(month: str, heading: str) -> None:
    (season,) = seasons(f"Vad kostar det i {month} 2031?", tariff().passages)
    assert season.borne_by(heading)


def test_the_head_of_minutes_is_no_table_of_prices() -> None:
    head = ("Plats och tid", "Sessionssalen, Norrvik, den 3 maj 2027")
    paper = document(
        "protokoll",
        Kind.PROTOKOLL,
        [(H, "Protokoll", BACK), (Block.TABLE_ROW, "Beslutande 31 ledamöter", BACK)],
    )
    row = replace(paper.passages[1], table_header=head, cells=("Beslutande", "31 ledamöter"))
    paper = replace(paper, passages=(paper.passages[0], row))
    assert read_off(request("Vad kostar båtplats?", paper)) is None
    priced = replace(row, table_header=("Plats", "Avgift"))
    assert read_off(request("Vad kostar båtplats?", replace(paper, passages=(paper.passages[0], priced)))) is not None
