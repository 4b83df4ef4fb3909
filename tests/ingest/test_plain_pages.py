"""Heads and feet of pages in plain text are no part of the text, and do not cut it."""

import time

import pytest

from ingest.documents import Block, Force, Passage
from ingest.plain_pages import PAGE_BREAK, without_page_edges
from tests.ingest.papers import file_read

FOOT = "Justerandes sign\n\n\nUtdragsbestyrkande\n"
HEAD = "GRANBACKA KOMMUN\nTekniska nämnden\nSAMMANTRÄDESPROTOKOLL\n2031-04-09\n{} (3)\n"
PAGES = (
    "Tn § 11\n\nBelysning längs stigen\n\nBeslut\n",
    "Tekniska nämnden beslutar att sätta upp tolv stolpar längs stigen före den 1 oktober 2031.\n\n"
    "Tn § 12\n\nInformation\n\nKontoret berättar om vinterns plogning och om hur många mil vägar som har\n",
    "plogats sedan nyår.\n\nTn § 13\n\nVal av snickare\n\nBeslut\n\nNämnden antar Granbacka Bygg.\n",
)


def passages_of(text: str) -> tuple[Passage, ...]:
    return file_read("protokoll.txt", text).passages


@pytest.mark.parametrize("break_", ["", "\f"], ids=["blank lines only", "form feeds"])
def test_minutes_read_as_if_they_had_no_pages(break_: str) -> None:
    pages = [f"{HEAD.format(number)}\n{page}\n{FOOT}" for number, page in enumerate(PAGES, start=1)]
    found = passages_of(f"\n{break_}".join(pages))
    texts = [passage.text for passage in found]
    assert not [text for text in texts if "ustera" in text or "Utdrag" in text or " (3)" in text]
    assert sum("GRANBACKA KOMMUN" in text for text in texts) == 1
    assert [p.text for p in found if p.section_sign == "§ 11" and p.force is Force.DECISION] == [
        "Tekniska nämnden beslutar att sätta upp tolv stolpar längs stigen före den 1 oktober 2031."
    ]
    assert "Kontoret berättar om vinterns plogning och om hur många mil vägar som har plogats sedan nyår." in texts
    assert [p.text for p in found if p.block is Block.HEADING].count("Beslut") == 2


def test_an_address_at_the_foot_of_two_pages_does_not_cut_the_sentence() -> None:
    head = "Yttrande\n2031-05-02\nDnr 2031/114\n{} (2)\n\n"
    foot = "\nGranbacka kommun, Box 12, 123 45 Granbacka\n\n\n"
    text = (
        f"{head.format(1)}Om busshållplatsen\n\nKommunen har mätt hur länge resenärerna i norra delen av orten väntar vid\n"
        f"{foot}{head.format(2)}hållplatsen. De väntar nio minuter.\n{foot}"
    )
    texts = [passage.text for passage in passages_of(text)]
    assert texts[-1].startswith("Kommunen har mätt")
    assert texts[-1].endswith("vid hållplatsen. De väntar nio minuter.")
    assert not [text for text in texts if "Box 12" in text]


@pytest.mark.parametrize(
    "text",
    [
        "Rapport\n\n3 av 4\n\nTvå av fyra mål nåddes.\n\n1 av 4\n\nEtt mål nåddes.",
        "Avtal\n\nGranbacka kommun\n\nParterna är överens.\n\nGranbacka kommun\n\nUnderskrift",
        "Beslut\n\nNämnden säger ja.\n\nBeslut\n\nNämnden säger nej.\n\nUtdragsbestyrkande",
    ],
    ids=["shares of goals", "a party named twice", "one page"],
)
def test_what_is_said_twice_without_pages_stays(text: str) -> None:
    assert without_page_edges(text.split("\n")) == text.split("\n")


def test_thousands_of_pages_that_say_the_same_take_no_time() -> None:
    lines = ["Protokollet fortsätter på nästa sida.", "", PAGE_BREAK] * 5000
    started = time.process_time()
    without_page_edges(lines)
    assert time.process_time() - started < 10
