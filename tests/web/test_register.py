"""The register: what is in it, how it is chosen and sorted, what a spreadsheet gets."""

import csv
import io

import openpyxl
import pytest
from starlette.testclient import TestClient

from assistant.web import register, texts
from assistant.web.register import Choice, Entry
from ingest.documents import Force


def entry(**values: object) -> Entry:
    standard = {
        "date": "2026-03-02",
        "board": "Brunnsnämnden",
        "section_sign": "§ 12",
        "case_numbers": ("BN 2026/17",),
        "force": Force.DECISION,
        "text": "Nämnden beslutar att bygga en brunn.",
        "document_id": "a",
        "title": "Protokoll",
        "ordinal": 2,
    }
    return Entry(**{**standard, **values})


EVERY = (
    entry(section_sign="§ 9"),
    entry(section_sign="§ 10", date="2026-04-01", force=Force.PROPOSAL),
    entry(section_sign="", board="Parknämnden", date="", text="Träd planteras."),
)


def test_only_decisions_and_proposals_and_no_headings(client: TestClient) -> None:
    page = client.get("/register").text
    assert "bygga en ny brunn" in page
    assert "reserverar" not in page
    assert "§ 12 Ny brunn på torget</a>" not in page


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Choice(), 3),
        (Choice(namnd="Parknämnden"), 1),
        (Choice(verkan="proposal"), 1),
        (Choice(ord="TRÄD"), 1),
        (Choice(diarienummer="bn2026/17"), 3),
        (Choice(diarienummer="bn 2026/18"), 0),
        (Choice(fran="2026-03-15"), 1),
        (Choice(till="2026-03-15"), 1),
    ],
)
def test_the_choice_narrows(wanted: Choice, count: int) -> None:
    assert len(register.chosen(EVERY, wanted)) == count


@pytest.mark.parametrize(
    ("force", "text", "outcome"),
    [
        (Force.DECISION, "Motionen avslås.", "Avslag"),
        (Force.DECISION, "Ärendet återremitteras till förvaltningen.", "Återremiss"),
        (Force.DECISION, "En brunn byggs på torget.", ""),
        (Force.PROPOSAL, "att motionen avslås", ""),
    ],
)
def test_a_decision_tells_its_outcome(force: Force, text: str, outcome: str) -> None:
    shown = entry(force=force, text=text)
    assert shown.outcome == outcome
    assert shown.cells()[list(texts.REGISTER_COLUMNS).index("utfall")] == outcome


def test_paragraphs_sort_by_number() -> None:
    ordered = register.chosen(EVERY, Choice(sortera="paragraf", ordning="stigande"))
    assert [each.section_sign for each in ordered] == ["", "§ 9", "§ 10"]


def test_a_column_sorted_once_more_turns() -> None:
    once = Choice().sorted_by("namnd")
    assert (once.ordning, once.sorted_by("namnd").ordning) == ("stigande", "fallande")


@pytest.mark.parametrize("sida", ["-1", "x", "²", "99999999999", ""])
def test_a_page_that_makes_no_sense_is_the_first(sida: str, client: TestClient) -> None:
    assert register.choice({"sida": sida}).sida == 1
    assert client.get("/register", params={"sida": sida, "sortera": "x", "ordning": "y"}).status_code == 200


def test_csv_opens_in_a_swedish_spreadsheet_and_runs_no_formula() -> None:
    made = register.as_csv([entry(text="=1+1; å")])
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][6] == "'=1+1; å"


def test_xlsx_keeps_formulas_as_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(register.as_xlsx([entry(text="=1+1")])))
    cell = book.active["G2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_downloads_follow_the_choice(client: TestClient) -> None:
    rows = client.get("/register.csv", params={"ord": "uppdrag"}).content.decode("utf-8-sig").splitlines()
    assert len(rows) == 3
