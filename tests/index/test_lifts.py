import datetime as dt
from dataclasses import replace

import pytest

from index import lifts
from index.chunks import Chunk
from index.hits import Effect, Recognised
from index.records import Outline
from index.understanding import Understanding
from ingest.documents import Block, DocumentMetadata, Force, Kind

MINUTES = DocumentMetadata(
    "m", "m.pdf", "Protokoll", Kind.PROTOKOLL, "x", board="Kulturnämnden", meeting_date=dt.date(2031, 3, 9)
)


def chunk(text: str = "Hyran höjs.", context: str = "Simhallen", first: int = 4, sign: str | None = "§ 12") -> Chunk:
    return Chunk("c", "m", first, first + 1, text, context, "Simhallen", sign)


def outline(*blocks: Block, force: Force = Force.BACKGROUND, heading: str = "Simhallen") -> tuple[Outline, ...]:
    return tuple(Outline(force, block, "§ 12", heading) for block in blocks)


def due(question: str, found: Understanding, of: Chunk, *outlines: Outline) -> set[str]:
    wanted = lifts.wanted(question, found)
    gains = lifts.gains(wanted, of, lifts.place_of(of, outlines), MINUTES)
    return {name for name, is_due in gains.items() if is_due}


@pytest.mark.parametrize(
    ("question", "outlines", "lift"),
    [
        ("Vilka villkor gäller?", outline(Block.LIST_ITEM, Block.LIST_ITEM), "list"),
        ("Vem skrev under avtalet?", outline(Block.PARAGRAPH, Block.SIGNATURE), "signature"),
        ("Vad sägs?", outline(Block.HEADING), "headings"),
        ("Vad sägs?", outline(Block.PARAGRAPH, heading="Expedieras till"), "routing"),
    ],
)
def test_form_of_a_chunk_answers_to_what_is_asked_for(question: str, outlines: tuple[Outline, ...], lift: str) -> None:
    assert lift in due(question, Understanding(), chunk(), *outlines)
    assert lift not in due(question, Understanding(), chunk(), *outline(Block.PARAGRAPH))


def test_one_item_is_no_list() -> None:
    assert "list" not in due("Vilka villkor gäller?", Understanding(), chunk(), *outline(Block.LIST_ITEM))


def test_force_that_is_asked_for_is_lifted() -> None:
    found = Understanding(forces=(Force.DECISION,))
    assert "force" in due("Vad beslutades?", found, chunk(), *outline(Block.PARAGRAPH, force=Force.DECISION))
    assert "force" not in due("Vad beslutades?", found, chunk(), *outline(Block.PARAGRAPH, force=Force.PROPOSAL))


def test_who_took_part_stands_where_the_document_begins() -> None:
    assert "formalities" in due("Vem var justerare?", Understanding(), chunk(first=0), *outline(Block.PARAGRAPH))
    assert "formalities" not in due("Vem var justerare?", Understanding(), chunk(), *outline(Block.PARAGRAPH))


@pytest.mark.parametrize("spelling", ["KUN 2031/7", "KUN-2031-7", "KUN 2031-00007"])
def test_chunk_of_the_case_is_known_in_every_spelling(spelling: str) -> None:
    found = Understanding(case_numbers=("KUN 2031/7",))
    assert "case" in due("Vad gäller?", found, chunk(context=f"Simhallen · {spelling}"), *outline(Block.PARAGRAPH))
    assert "case" not in due("Vad gäller?", found, chunk(context="KUN 2031/8"), *outline(Block.PARAGRAPH))


def test_chunk_of_another_case_in_the_same_minutes_steps_back() -> None:
    found = Understanding(case_numbers=("KUN 2031/7",))
    minutes = replace(MINUTES, case_numbers=("KUN 2031/7", "KUN 2031/8"))
    assert lifts.named(found, chunk("KUN 2031/8"), minutes)["other_case"]
    assert not lifts.named(found, chunk("KUN 2031/7"), minutes)["other_case"]
    assert not lifts.named(found, chunk("Bilaga"), MINUTES)["other_case"]


def test_what_a_case_is_about_stands_where_a_paper_brings_it_up() -> None:
    found = Understanding(case_numbers=("KUN 2031/7",))
    opening = outline(Block.HEADING, Block.PARAGRAPH)
    of_case, other = chunk(context="Simhallen · KUN 2031/7"), chunk(context="Badplatsen · KUN 2031/8")
    lifted = {"only_opening", "brings_up"}
    for question in ("Vilket ärende ligger bakom?", "Vad handlar om?", "Vad är ärende?"):
        assert lifted <= due(question, found, of_case, *opening)
        assert not lifted & due(question, found, other, *opening)
        assert not lifted & due(question, found, of_case, *outline(Block.PARAGRAPH))
    # What it says besides is looked for by its words.
    assert not lifted & due("Vad gäller för hyran?", found, of_case, *opening)


def test_section_counts_most_where_something_else_says_which_minutes() -> None:
    march = (dt.date(2031, 3, 1), dt.date(2031, 3, 31))
    alone = due("§ 12?", Understanding(sections=("§ 12",)), chunk(), *outline(Block.PARAGRAPH))
    there = due("§ 12 i mars?", Understanding(sections=("§ 12",), spans=(march,)), chunk(), *outline(Block.PARAGRAPH))
    assert ("section" in alone, "section_there" in alone) == (True, False)
    assert ("section" in there, "section_there" in there) == (False, True)
    assert lifts.LIFTS["section_there"] > lifts.LIFTS["section"]


def test_lifts_that_are_due_add_up() -> None:
    assert lifts.total({"board": True, "day": True, "list": False}) == lifts.LIFTS["board"] + lifts.LIFTS["day"]
    assert lifts.total({}) == 0


@pytest.mark.parametrize(
    ("question", "kind", "lifted"),
    [
        (
            "Vilket ärende ligger bakom diarienumret KUN 2031/7?",
            Kind.PROTOKOLL,
            {"opening", "only_opening", "brings_up"},
        ),
        ("Vilket ärende ligger bakom diarienumret KUN 2031/7?", Kind.AVTAL, {"opening", "only_opening"}),
        ("Vad gäller hyran i KUN 2031/7?", Kind.PROTOKOLL, {"opening"}),
    ],
)
def test_where_nothing_else_is_said_a_case_is_told_where_it_is_brought_up(
    question: str, kind: Kind, lifted: set[str]
) -> None:
    start = question.index("KUN")
    number = Recognised("case_number", "KUN 2031/7", "KUN 2031/7", start, len(question) - 1, Effect.LOOKUP)
    found = Understanding(case_numbers=("KUN 2031/7",), recognised=(number,))
    opening, place = (
        chunk(context="Simhallen · KUN 2031/7", first=0),
        lifts.place_of(chunk(first=0), outline(Block.PARAGRAPH)),
    )
    gains = lifts.gains(lifts.wanted(question, found), opening, place, replace(MINUTES, kind=kind))
    assert {name for name in ("opening", "only_opening", "brings_up") if gains[name]} == lifted
