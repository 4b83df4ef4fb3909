"""Overview, case, assignments and administration: what they show, and to whom."""

import re
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import client_of
from starlette.testclient import TestClient

from assistant.web import texts
from assistant.web.overview import by_board_and_year, overview
from assistant.web.site import Site
from ingest.documents import Kind

ADMIN = {"x-groups": "forvaltare"}


def test_the_overview_counts_only_what_the_visitor_may_read(client: TestClient, site: Site) -> None:
    page = client.get("/oversikt").text
    assert "<strong>2</strong> handlingar" in page
    assert "Hemligt avtal" not in page
    assert "Hemligt avtal" in client.get("/oversikt", headers={"x-groups": "jurister"}).text
    counted = by_board_and_year(site.overview(frozenset({"alla"})))
    assert counted == {"Brunnsnämnden": {"2026": 2}}


def test_an_address_leads_on_without_the_name_that_the_server_goes_by(client: TestClient) -> None:
    answer = client.get("http://internal.invalid/oversikt/?ord=brunn", follow_redirects=False)
    assert answer.headers["location"] == "/oversikt?ord=brunn"


def test_the_list_of_documents_is_searched(client: TestClient) -> None:
    page = client.get("/oversikt", params={"ord": "PROTOKOLL bn"}).text
    assert "1 av 1" in page
    assert "0 av 0" in client.get("/oversikt", params={"ord": "finns inte"}).text


def test_an_empty_index_has_an_overview(site: Site) -> None:
    assert overview(()).examples == ()
    assert by_board_and_year(overview(())) == {}


def test_an_example_names_the_case_that_it_asks_about(site: Site) -> None:
    minutes = site.overview(frozenset({"alla"})).documents[0]
    document = replace(minutes, kind=Kind.PLAN, case_numbers=("BN 2026/17",), title="Ny brunn på torget")
    assert overview((document,)).examples == ("Vad handlar planen i ärende BN 2026/17 (Ny brunn på torget) om?",)
    long = replace(document, title="Ny brunn på torget " * 5)
    assert overview((long,)).examples == ("Vad handlar planen i ärende BN 2026/17 om?",)


def test_a_case_shows_its_chain_in_any_spelling(client: TestClient) -> None:
    for number in ("BN 2026/17", "bn 2026/17"):
        page = client.get(f"/arende/{number}").text
        assert texts.CASE_TIMELINE in page
        assert "bygga en ny brunn" in page


@pytest.mark.parametrize("number", ["BN 1900/1", "..%2f..%2fetc", "%3Cscript%3E"])
def test_a_case_that_is_not_there_says_so(client: TestClient, number: str) -> None:
    answer = client.get(f"/arende/{number}")
    assert answer.status_code == 404
    assert "finns inte" in answer.text
    assert "<script>" not in answer.text


def test_an_assignment_without_report_is_listed(client: TestClient) -> None:
    page = client.get("/uppdrag").text
    assert "återkomma senast i maj" in page
    assert "BN 2026/17" in page


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("GET", "/lage"), ("POST", "/indexera"), ("POST", "/backa")])
def test_administration_is_closed_to_others(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, f"/admin{path}", headers={"x-groups": "jurister"}).status_code == 403


def test_administration_shows_state_skipped_files_and_usage(client: TestClient) -> None:
    page = client.get("/admin", headers=ADMIN).text
    assert "låst.pdf" in page
    assert texts.SKIPPED["encrypted"] in page
    assert "20260501-1" in page


def test_a_form_on_another_site_starts_nothing(client: TestClient) -> None:
    answer = client.post("/admin/indexera", headers={**ADMIN, "sec-fetch-site": "cross-site"})
    assert answer.status_code == 403


def test_a_reindex_runs_beside_and_says_how_it_goes(site: Site) -> None:
    site.reindex_command = (sys.executable, "-c", "import sys; print('läser', sys.argv[1])")
    client = client_of(site)
    assert texts.ADMIN_REINDEX in client.post("/admin/indexera", headers=ADMIN).text
    until = time.monotonic() + 20
    while client.get("/admin/lage", headers=ADMIN).json()["running"] and time.monotonic() < until:
        time.sleep(0.05)
    state = client.get("/admin/lage", headers=ADMIN).json()
    assert (state["code"], state["running"]) == (0, False)
    assert texts.ADMIN_REINDEX_DONE in client.get("/admin", headers=ADMIN).text


def test_the_list_of_features_names_tests_that_exist() -> None:
    tests = Path(__file__).parent
    here = {name for file in tests.glob("test_*.py") for name in re.findall(r"def (test_\w+)", file.read_text("utf-8"))}
    named = re.findall(r"`(test_\w+)`", (tests.parents[1] / "docs" / "chat.md").read_text("utf-8"))
    assert len(named) > 30
    assert set(named) <= here
