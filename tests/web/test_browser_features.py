"""Each feature of the chat, the reader and the lists, used as a person would, in a real browser over a real index."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from browsing import QUESTION, UNANSWERABLE, ask, choose, opened, question_box, settled, violations
from playwright.sync_api import BrowserContext, Download, Locator, Page, expect
from proxy import proxied
from server import Server, serving
from town import write_later

from assistant.answers import Status
from assistant.history import History
from assistant.web import texts, texts_english

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADMINISTRATOR = {"x-groups": "forvaltare"}
BOTH = "Vad ska brunnen kosta och hur ofta ska pumparna ses över?"
# Words that Streamlit's own controls use, and Swedish does not.
ENGLISH = re.compile(
    r"\b(the|to|press|select|selected|clear|open|close|available|results?|options?|remove|dismiss|values?|submit|apply|"
    r"skip|main|connection|connecting|error|server|search|show|hide|loading|running|send|message|your|not)\b",
    re.IGNORECASE,
)
SHOWN_WORDS = """() => {
  const found = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest('script, style, noscript, [lang=en]') || !parent.checkVisibility()) { continue; }
    found.add(walker.currentNode.textContent.trim());
  }
  document.querySelectorAll('*').forEach(each => {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) { found.add(each.getAttribute(name) || ''); }
  });
  return [...found];
}"""


def saved(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return content(download.value)


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def english(page: Page) -> list[str]:
    return [words for words in page.evaluate(SHOWN_WORDS) if ENGLISH.search(words)]


def hovered(page: Page, badge: Locator, quote: Locator) -> None:
    """Point at a badge until its quote shows: a page that still moves carries it away from under the pointer."""
    for _ in range(5):
        page.mouse.move(0, 0)
        badge.hover()
        with suppress(AssertionError):
            expect(quote).to_be_visible(timeout=1000)
            return
    expect(quote).to_be_visible()


def filled(box: Locator, words: str, shown: Locator) -> None:
    """Type into a box until the list below it shows: a page that is drawn once more closes the list."""
    for _ in range(5):
        box.fill(words)
        with suppress(AssertionError):
            expect(shown).to_be_visible(timeout=3000)
            return
        box.click()
    expect(shown).to_be_visible()


def pdf_words(made: bytes) -> str:
    with pypdfium2.PdfDocument(made) as document:
        return " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())


def test_no_english_is_left_in_the_swedish_chat(page: Page) -> None:
    left = {"start": english(page)}
    page.get_by_text(texts.FILTERS).click()
    kinds = page.get_by_role("combobox", name=texts.FILTER_KIND)
    expect(kinds).to_be_visible()
    settled(page)
    kinds.click()
    left["list"] = english(page)
    filled(kinds, "finnsinte", page.get_by_text("Inga träffar"))
    left["nothing fits"] = english(page)
    choose(page, texts.FILTER_KIND, "Protokoll", "Protokoll")
    left["chosen"] = english(page)
    ask(page, QUESTION)
    page.get_by_role("button", name=texts.FEEDBACK_DOWN, exact=True).click()
    page.get_by_label(texts.FEEDBACK_COMMENT).fill("Se § 13")
    left["judging"] = english(page)
    page.get_by_text(texts.CONVERSATION_MANAGE).click()
    page.get_by_label(texts.CONVERSATION_RENAME).fill("Brunnen")
    left["renaming"] = english(page)
    assert {state: each for state, each in left.items() if each} == {}


def test_english_is_a_choice_that_the_browser_keeps(page: Page, context: BrowserContext, server: Server) -> None:
    ask(page, QUESTION)
    page.get_by_role("link", name=texts.OTHER_LANGUAGE).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("textbox", name=texts_english.QUESTION_LABEL)).to_be_visible()
    # The conversation is still open, its answer in the documents' language.
    expect(page.locator(".svar .status")).to_contain_text(texts_english.STATUS["answered"])
    expect(page.locator(".svarstext")).to_have_attribute("lang", "sv")
    # So are the questions it suggests.
    expect(page.locator("[class*=st-key-fragor_next] button").first).to_have_attribute("lang", "sv")
    settled(page)
    assert violations(page) == []
    other = context.new_page()
    other.goto(f"{server.url}/register")
    expect(other.get_by_role("heading", level=1)).to_have_text(texts_english.REGISTER_TITLE)
    assert violations(other) == []
    other.locator("tbody a[href*='/handling/']").first.click()
    expect(other.locator("#rubrik-om")).to_have_text(texts_english.READER_ABOUT)
    assert violations(other) == []
    other.get_by_role("link", name=texts_english.OTHER_LANGUAGE).click()
    expect(other.locator("#rubrik-om")).to_have_text(texts.READER_ABOUT)


def test_an_answer_in_part_says_so_and_leads_on(page: Page, context: BrowserContext, server: Server) -> None:
    ask(page, QUESTION)
    expect(page).to_have_url(re.compile(r"samtal="))
    # Which questions are answered in part is the assistant's affair; how that is shown is the page's.
    history, conversation = History(server.data), page.url.partition("samtal=")[2]
    owner = next(each["value"] for each in context.cookies() if each["name"] == "arende_besokare")
    (known,) = history.exchanges(conversation, owner)
    history.cut(conversation, owner, known.position)
    history.add(conversation, owner, known.question, replace(known.answer, status=Status.PARTIAL))
    page.reload()
    expect(page.locator(".svar .status")).to_contain_text(texts.STATUS["partial"])
    expect(page.locator(".vidare")).to_contain_text(texts.WIDEN_WORDS)
    also = page.locator(".lasaven")
    also.locator("summary").click()
    expect(also).to_contain_text("Tjänsteskrivelse · Brunnsnämnden")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.reload()
    expect(page.locator(".svar")).to_have_count(1)
    settled(page)
    assert violations(page) == []
    page.emulate_media(color_scheme="light")


def test_a_badge_shows_its_quote_under_the_pointer(page: Page) -> None:
    ask(page, QUESTION)
    badge = page.locator(".svarstext .bricka").first
    quote = page.locator(".svarstext .ruta-ord").first
    expect(quote).to_be_hidden()
    hovered(page, badge, quote)
    expect(quote).to_contain_text("450 000 kronor")
    assert violations(page) == []


def test_asked_again_it_takes_the_place_of_the_answer(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name=texts.FEEDBACK_UP, exact=True).click()
    expect(page.get_by_text(texts.FEEDBACK_THANKS)).to_be_visible()
    settled(page)
    again = page.get_by_role("button", name=texts.ASK_AGAIN)
    # What the run before drew is taken away once the next has ended.
    expect(again).to_have_count(1)
    again.click()
    expect(page.locator("#arende-besked")).to_contain_text(texts.ANSWER_READY)
    settled(page)
    expect(page.locator(".svar")).to_have_count(1)
    expect(page.locator(".fraga")).to_have_count(1)


def test_saved_files_hold_the_footnotes_and_the_stamp(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name=texts.COPY_TEXT).click()
    expect(page.locator("#arende-besked")).to_contain_text(texts.COPIED)
    assert "[1] Protokoll" in page.evaluate("() => navigator.clipboard.readText()")
    made = saved(page, texts.EXPORT_DOCX)
    word = docx.Document(io.BytesIO(made))
    assert word.paragraphs[0].text == QUESTION
    assert "Framtaget" in word.paragraphs[-1].text
    notes = zipfile.ZipFile(io.BytesIO(made)).read("word/footnotes.xml").decode()
    assert all(words in notes for words in ("BN 2026/17", "§ 12", "2026-03-02", "s. 1"))
    written = pdf_words(saved(page, texts.EXPORT_PDF))
    assert all(words in written for words in ("BN 2026/17", "§ 12", "2026-03-02", "s. 1", "Framtaget"))
    ask(page, UNANSWERABLE)
    page.get_by_text(texts.CONVERSATION_MANAGE).click()
    whole = pdf_words(saved(page, "PDF"))
    assert QUESTION in whole
    assert UNANSWERABLE in whole


def test_filters_of_case_and_period_are_searched_and_narrow(page: Page) -> None:
    page.get_by_text(texts.FILTERS).click()
    choose(page, texts.FILTER_CASE, "2026/17", "BN 2026/17")
    choose(page, texts.FILTER_FROM, "2026", "2026")
    ask(page, QUESTION)
    expect(page.locator(".kallista .rad").first).to_contain_text("BN 2026/17")
    ask(page, "Vad kostar fontänen i stadsparken med nio strålar?")
    expect(page.locator(".vidare").last).to_contain_text(texts.WIDEN_FILTERS)


def test_the_overview_shows_what_is_indexed(page: Page, server: Server) -> None:
    expect(page.locator(".nyast a").first).to_have_attribute("href", re.compile("^/handling/"))
    page.get_by_role("link", name=texts.NAV_OVERVIEW).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(texts.OVERVIEW_TITLE)
    expect(page.locator(".diagramtabell tbody tr").first).to_contain_text("Brunnsnämnden")
    expect(page.locator(".diagramtabell .stapel rect").first).to_be_visible()
    expect(page.get_by_text(re.compile("^Indexerade"))).to_be_visible()
    expect(page.locator("#rubrik-nya + ul a").first).to_be_visible()
    page.get_by_label(texts.OVERVIEW_SEARCH).fill("protokoll")
    page.get_by_label(texts.OVERVIEW_SEARCH).press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 av 1")


def test_the_register_is_sorted_and_saved(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(f"{server.url}/register")
    page.get_by_role("link", name=re.compile("Datum")).click()
    column = page.locator("th[aria-sort=ascending]")
    expect(column).to_contain_text("Datum")
    dates = page.locator("tbody td:first-child").all_inner_texts()
    assert dates == sorted(dates)
    page.get_by_label(texts.REGISTER_TEXT).fill("pumparna")
    page.get_by_role("button", name=texts.REGISTER_FILTER).click()
    expect(page.locator("tbody tr")).to_have_count(1)
    rows = list(csv.reader(io.StringIO(saved(page, texts.REGISTER_CSV).decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 2
    assert "pumparna i hamnen" in rows[1][6]
    sheet = openpyxl.load_workbook(io.BytesIO(saved(page, texts.REGISTER_XLSX))).worksheets[0]
    assert "pumparna i hamnen" in str(sheet["G2"].value)
    page.get_by_role("link", name=texts.REGISTER_RESET).click()
    page.get_by_label(texts.REGISTER_FROM).fill("2027-01-01")
    page.get_by_role("button", name=texts.REGISTER_FILTER).click()
    expect(page.get_by_text(texts.REGISTER_EMPTY)).to_be_visible()


def test_the_reader_steps_between_cited_passages_and_pages(page: Page, context: BrowserContext) -> None:
    ask(page, BOTH)
    badges = page.locator(".svarstext .bricka")
    expect(badges).to_have_count(2)
    with context.expect_page() as popup:
        badges.first.click()
    reader = popup.value
    place = reader.locator("#citat-plats")
    expect(place).to_have_text(texts.READER_CITED_POSITION.format(index=1, count=2))
    reader.get_by_role("button", name=texts.READER_NEXT_CITED).click()
    expect(place).to_have_text(texts.READER_CITED_POSITION.format(index=2, count=2))
    expect(reader.locator(".stycke.vald")).to_contain_text("pumparna i hamnen")
    expect(reader.locator("#sid-plats")).to_have_text(texts.READER_PAGE_OF.format(page=2, pages=2))
    assert violations(reader) == []
    reader.get_by_role("button", name=texts.READER_PREVIOUS_CITED).click()
    expect(reader.locator(".stycke.vald").first).to_contain_text("450 000 kronor")
    reader.get_by_role("button", name=texts.READER_NEXT_PAGE).click()
    expect(reader.locator("#sidbild")).to_have_attribute("src", re.compile(r"/sida/2\.png$"))
    assert saved(reader, texts.READER_DOWNLOAD).startswith(b"%PDF")
    expect(reader.locator(".fakta")).to_contain_text("BN 2026/17")
    reader.locator(".kedja a").first.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Ny brunn på torget")
    # A text has no page images; that is said, and the page is as sound.
    expect(reader.get_by_text(texts.READER_NO_IMAGE)).to_be_visible()
    assert violations(reader) == []


def test_a_conversation_survives_a_restart_behind_a_path_and_a_proxy(
    page: Page, context: BrowserContext, server: Server
) -> None:
    ask(page, QUESTION)
    expect(page).to_have_url(re.compile(r"samtal="))
    expect(page.get_by_text(texts.RETENTION.format(days=365))).to_be_visible()
    query = page.url.partition("?")[2]
    with serving(Server("", server.source, server.data), {"ARENDE_WEB__BASE_PATH": "/arende"}) as again:
        later = opened(context, f"{again.url}/?{query}")
        expect(later.locator(".svarstext .bricka").first).to_be_visible()
        expect(later.locator(".fraga")).to_contain_text(QUESTION)
        with context.expect_page() as popup:
            later.locator(".svarstext .bricka").first.click()
        expect(popup.value.locator(".stycke.vald").first).to_be_visible()
        assert "/arende/handling/" in popup.value.url
        expect(popup.value.locator("#sidbild")).to_have_js_property("complete", True)
        with proxied(again.url) as outside:
            # Without its last slash the address leads on, to the name that the visitor knows.
            far = opened(context, outside)
            ask(far, QUESTION)
            expect(far.locator(".svarstext .bricka").first).to_have_attribute("href", re.compile("^/arende/handling/"))
            assert far.url.startswith(f"{outside}/?samtal=")
            # All parts of the page have come before the connection is lost.
            far.wait_for_load_state("networkidle")
        # Without the proxy there is no way to the server.
        expect(far.get_by_role("heading", name=texts.TRANSLATED["Connection error"])).to_be_visible()
        assert english(far) == []
        assert violations(far) == []


def test_two_tabs_ask_at_once(page: Page, context: BrowserContext, server: Server) -> None:
    other = opened(context, server.url)
    for tab, question in ((page, QUESTION), (other, UNANSWERABLE)):
        question_box(tab).fill(question)
        question_box(tab).press("Enter")
    expect(page.locator(".svar .status")).to_contain_text(texts.STATUS["answered"])
    expect(other.locator(".svar .status")).to_contain_text(texts.STATUS["not_found"])
    owner = next(each["value"] for each in context.cookies() if each["name"] == "arende_besokare")
    assert len(History(server.data).conversations(owner)) == 2


@pytest.mark.parametrize(
    "path",
    [
        "/handling/okand#stycke-1",
        "/handling/..%2f..%2fetc%2fpasswd",
        "/arende/..%2f..%2fetc%2fpasswd",
        "/samtal/..%2f..%2fetc%2fpasswd.pdf",
        "/samtal/okand/1.docx",
        "/sprak/..%2fen",
        "/tillgangar/..%2frender.py",
        "/<script>alert(1)</script>",
    ],
)
def test_addresses_that_lead_nowhere_are_explained(context: BrowserContext, server: Server, path: str) -> None:
    page = context.new_page()
    answer = page.goto(f"{server.url}{path}")
    assert answer is not None
    assert answer.status in (400, 404)
    expect(page.get_by_role("heading", level=1)).to_contain_text("finns inte")
    assert "root:" not in page.content()


def test_a_page_that_a_document_has_not_is_explained(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(f"{server.url}/oversikt?ord=protokoll")
    page.locator("tbody a[href*='/handling/']").first.click()
    page.goto(f"{page.url.partition('#')[0]}/sida/9999.png")
    expect(page.get_by_role("heading", level=1)).to_have_text(texts.PAGE_GONE_TITLE)


@pytest.fixture
def later(server: Server) -> Iterator[Path]:
    """Hold a document that the index has, until the test is done."""
    write_later(server.source)
    server.reindex()
    file = server.source / "fontän.txt"
    yield file
    # As it was, for the tests that come after.
    file.unlink(missing_ok=True)
    server.reindex()


def test_links_to_changed_and_deleted_documents_and_the_way_back(
    page: Page, context: BrowserContext, server: Server, later: Path
) -> None:
    page.goto(f"{server.url}/oversikt?ord=fontän")
    page.locator("tbody a[href*='/handling/']").first.click()
    page.bring_to_front()
    page.locator(".stycke", has_text="nio strålar").click()
    expect(page.locator(".stycke.vald")).to_contain_text("nio strålar")
    page.get_by_role("button", name=texts.COPY_LINK).click()
    expect(page.locator("#besked")).to_have_text(texts.COPIED)
    link = page.evaluate("() => navigator.clipboard.readText()")
    words = later.read_text(encoding="utf-8")
    changed = words.replace("nio strålar", "elva höga strålar").replace("Fontän i", "En inledning.\n\nFontän i")
    later.write_text(changed, encoding="utf-8")
    server.reindex()
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("#besked")).to_have_text(texts.READER_CHANGED_NEAREST)
    expect(page.locator(".stycke.vald")).to_contain_text("elva höga strålar")
    later.unlink()
    server.reindex()
    page.goto("about:blank")
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text(texts.DOCUMENT_GONE_TITLE)
    assert violations(page) == []
    admin = context.new_page()
    admin.set_extra_http_headers(ADMINISTRATOR)
    admin.goto(f"{server.url}/admin")
    before = admin.locator(".fakta dd").first.inner_text()
    admin.get_by_role("button", name=texts.ADMIN_ROLLBACK).click()
    expect(admin.locator(".fakta dd").first).not_to_have_text(before)
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".stycke.vald")).to_contain_text("elva höga strålar")
