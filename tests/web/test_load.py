"""Many sessions asking at once over the page's own socket, and a long document opened at its passage."""

import asyncio
import os
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from browsing import QUESTION, UNANSWERABLE
from load import load
from playwright.sync_api import BrowserContext, expect
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas
from server import Server, serving

from assistant.web import texts

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# More by hand: ARENDE_LOAD_SESSIONS=50 pytest tests/web/test_load.py
SESSIONS = int(os.environ.get("ARENDE_LOAD_SESSIONS", "10"))
PAGES = 60
LINES = 12
# Measured on a calm machine it is well under one; a machine that runs all tests at once is not calm.
OPENING_SECONDS = 4.0


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a document of sixty pages."""
    folder = tmp_path_factory.mktemp("archive")
    town = Server("", folder / "handlingar", folder / "data")
    town.source.mkdir()
    write_long(town.source / "utredning.pdf")
    town.reindex()
    with serving(town, {}) as running:
        yield running


def write_long(path: Path) -> None:
    sheet = canvas.Canvas(str(path), pagesize=A4)
    for page in range(1, PAGES + 1):
        sheet.setFont("Helvetica-Bold", 13)
        sheet.drawString(70, 770, f"Avsnitt {page}")
        sheet.setFont("Helvetica", 11)
        for line in range(LINES):
            sheet.drawString(
                70, 740 - 40 * line, f"Mätpunkt {page}.{line} visar att brunnen rymmer {page * line} liter."
            )
        sheet.showPage()
    sheet.save()


def test_sessions_that_ask_at_once_all_get_their_answers(server: Server) -> None:
    asked = load(server.url, (QUESTION, UNANSWERABLE, "Vem reserverade sig?"), SESSIONS, rounds=2)
    # In a thread of its own: the browser of the other tests has a loop in this one.
    with ThreadPoolExecutor(1) as thread:
        made = thread.submit(asyncio.run, asked).result()
    assert made.faults == ()
    assert len(made.seconds) == 2 * SESSIONS
    assert made.percentile(0.95) < max(15.0, SESSIONS)


def test_a_document_of_sixty_pages_opens_at_its_passage(context: BrowserContext, archive: Server) -> None:
    page = context.new_page()
    page.goto(f"{archive.url}/oversikt")
    reader = page.locator("tbody a[href*='/handling/']").first.get_attribute("href")
    with urllib.request.urlopen(f"{archive.url}{reader}") as answer:
        text = answer.read().decode()
    ordinal = text[: text.index(f"Mätpunkt {PAGES}.9 ")].rpartition('id="stycke-')[2].partition('"')[0]
    started = time.perf_counter()
    page.goto(f"{archive.url}{reader}#stycke-{ordinal}", wait_until="commit")
    passage = page.locator(".stycke.vald")
    expect(passage).to_be_in_viewport()
    taken = time.perf_counter() - started
    expect(passage).to_contain_text(f"Mätpunkt {PAGES}.9 ")
    expect(page.locator("#sid-plats")).to_have_text(texts.READER_PAGE_OF.format(page=PAGES, pages=PAGES))
    assert taken < OPENING_SECONDS, f"{taken:.2f} s"
