"""The pages as a person uses them, in a real browser over a real index."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from server import Server, serving
from town import write_later

from assistant.web import texts

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHROMIUM = "/usr/bin/chromium"
QUESTION = "Vad beslutade Brunnsnämnden om en ny brunn på torget?"
UNANSWERABLE = "Hur många kameler har kommunens zoologiska avdelning?"
# A busy machine answers late, never wrongly.
expect.set_options(timeout=30_000)
PERMISSIONS = ["clipboard-read", "clipboard-write"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("town")) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=PERMISSIONS)
    opened.set_default_timeout(30_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Page:
    return opened(context, server.url)


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    expect(question_box(page)).to_be_visible(timeout=30_000)
    settled(page)
    return page


def settled(page: Page) -> None:
    """Wait until Streamlit has run its script to the end: a widget drawn anew closes its list."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def question_box(page: Page):
    return page.get_by_role("textbox", name=texts.QUESTION_LABEL)


def ask(page: Page, question: str) -> None:
    before = page.locator(".svar").count()
    question_box(page).fill(question)
    question_box(page).press("Enter")
    expect(page.locator(".svar")).to_have_count(before + 1)
    expect(page.get_by_role("button", name=texts.ASK_AGAIN)).to_be_visible()


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['target']} {node['html'][:120]}" for each in found for node in each["nodes"]]


def test_ask_click_the_citation_see_the_passage(page: Page, context: BrowserContext) -> None:
    ask(page, QUESTION)
    expect(page.locator(".svar .status")).to_contain_text(texts.STATUS["answered"])
    badge = page.locator(".svarstext .bricka").first
    expect(badge).to_contain_text("Beslut")
    assert re.search(r"/handling/[0-9a-f]{16}#stycke-\d+$", badge.get_attribute("href") or "")
    with context.expect_page() as popup:
        badge.click()
    reader = popup.value
    passage = reader.locator(".stycke.vald")
    expect(passage).to_contain_text("450 000 kronor")
    expect(passage).to_be_focused()
    expect(passage).to_be_in_viewport()
    box = reader.locator(".ruta").first
    expect(box).to_be_visible()
    image = reader.locator("#sidbild")
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.naturalWidth") > 500
    inside, sheet = box.bounding_box(), image.bounding_box()
    assert inside
    assert sheet
    assert sheet["x"] <= inside["x"]
    assert inside["y"] + inside["height"] <= sheet["y"] + sheet["height"]


def test_with_the_keyboard_alone(page: Page, context: BrowserContext) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=texts.SKIP_TO_CONTENT)).to_be_focused()
    page.keyboard.press("Enter")
    question_box(page).focus()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".svar")).to_have_count(1)
    expect(page.get_by_role("button", name=texts.ASK_AGAIN)).to_be_visible()
    badge = page.locator(".svarstext .bricka").first
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if badge.evaluate("link => link === document.activeElement"):
            break
    expect(badge).to_be_focused()
    quote = page.locator(".svarstext .ruta-ord").first
    expect(quote).to_be_visible()
    page.keyboard.press("Escape")
    expect(quote).to_be_hidden()
    with context.expect_page() as popup:
        page.keyboard.press("Enter")
    reader = popup.value
    expect(reader.locator(".stycke.vald")).to_be_focused()
    reader.keyboard.press("Tab")
    reader.close()
    expect(badge).to_be_focused()


def test_what_is_not_there_is_said_with_what_lies_nearest(page: Page) -> None:
    ask(page, UNANSWERABLE)
    answer = page.locator(".svar")
    expect(answer.locator(".status")).to_contain_text(texts.STATUS["not_found"])
    expect(answer).to_contain_text(texts.WIDEN_HEADING)
    expect(answer.locator(".svarstext .bricka")).to_have_count(0)


def test_the_finished_answer_is_announced_once(page: Page) -> None:
    ask(page, QUESTION)
    notice = page.locator("#arende-besked")
    expect(notice).to_contain_text(texts.ANSWER_READY)
    notice.evaluate("each => { each.textContent = ''; }")
    page.get_by_role("button", name=texts.FEEDBACK_DOWN, exact=True).click()
    expect(page.get_by_label(texts.FEEDBACK_REASONS[0])).to_be_visible()
    expect(notice).to_be_empty()


def test_a_follow_up_and_a_reload_keep_the_conversation(page: Page) -> None:
    ask(page, QUESTION)
    ask(page, "Vem reserverade sig mot det?")
    expect(page).to_have_url(re.compile(r"samtal="))
    page.reload()
    expect(page.locator(".svar")).to_have_count(2)
    expect(page.locator(".svarstext .bricka").first).to_be_visible()


def test_a_conversation_opens_for_its_owner_only(page: Page, browser: Browser) -> None:
    ask(page, QUESTION)
    expect(page).to_have_url(re.compile(r"samtal="))
    stranger = browser.new_context()
    other = opened(stranger, page.url)
    expect(other.get_by_text(texts.CONVERSATION_UNKNOWN)).to_be_visible()
    expect(other.locator(".svar")).to_have_count(0)
    stranger.close()


def test_conversations_are_renamed_searched_and_deleted(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_text(texts.CONVERSATION_MANAGE).click()
    page.get_by_label(texts.CONVERSATION_RENAME).fill("Brunnsärendet")
    page.get_by_label(texts.CONVERSATION_RENAME).press("Enter")
    page.get_by_role("button", name=texts.CONVERSATION_SAVE).click()
    expect(page.get_by_role("button", name="Brunnsärendet")).to_be_visible()
    search = page.get_by_label(texts.CONVERSATION_SEARCH)
    search.fill("finns inte här")
    search.press("Enter")
    expect(page.get_by_text(texts.CONVERSATION_NO_MATCH)).to_be_visible()
    search.fill("brunnsärendet")
    search.press("Enter")
    expect(page.get_by_role("button", name="Brunnsärendet")).to_be_visible()
    page.get_by_role("button", name=texts.CONVERSATION_DELETE).click()
    expect(page.get_by_text(texts.CONVERSATION_DELETED)).to_be_visible()
    expect(page.locator(".svar")).to_have_count(0)


def test_a_filter_narrows_and_is_cleared(page: Page) -> None:
    page.get_by_text(texts.FILTERS).click()
    kinds = page.get_by_role("combobox", name=texts.FILTER_KIND)
    expect(kinds).to_be_visible()
    settled(page)
    kinds.click()
    kinds.fill("Tjänste")
    page.get_by_role("option", name="Tjänsteskrivelse").click()
    page.keyboard.press("Escape")
    ask(page, "Vad kostar den nya brunnen på torget?")
    titles = page.locator(".kallista .rad")
    expect(titles.first).to_contain_text("Tjänsteskrivelse")
    expect(titles.filter(has_text="Protokoll")).to_have_count(0)
    page.get_by_role("button", name=texts.FILTER_CLEAR).click()
    expect(page.get_by_role("button", name=texts.FILTER_CLEAR)).to_be_hidden()


def test_an_interpretation_is_removed(page: Page) -> None:
    ask(page, "Vad beslutades i BN 2026/17?")
    chip = page.locator(".st-key-tolkningar button").filter(has_text="2026/17")
    expect(chip).to_contain_text("Diarienummer")
    chip.click()
    expect(chip).to_be_hidden()
    expect(page.locator(".svar")).to_have_count(1)


def test_examples_next_questions_and_edit(page: Page) -> None:
    page.locator("[class*=st-key-fragor_example] button").first.click()
    expect(page.locator(".svar")).to_have_count(1)
    page.locator("[class*=st-key-fragor_next] button").first.click()
    expect(page.locator(".svar")).to_have_count(2)
    expect(page.get_by_role("button", name=texts.EDIT)).to_have_count(1)
    page.get_by_role("button", name=texts.EDIT).click()
    page.get_by_label(texts.EDIT_LABEL).fill("Vad kostar den nya brunnen?")
    page.get_by_role("button", name=texts.SEND, exact=True).click()
    expect(page.locator(".fraga").last).to_contain_text("Vad kostar den nya brunnen?")
    expect(page.locator(".svar")).to_have_count(2)


def test_copy_and_save(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name=texts.COPY_MARKDOWN).click()
    expect(page.locator("#arende-besked")).to_contain_text(texts.COPIED)
    assert "[^1]:" in page.evaluate("() => navigator.clipboard.readText()")
    for name, start in ((texts.EXPORT_DOCX, b"PK"), (texts.EXPORT_PDF, b"%PDF")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert Path(download.value.path()).read_bytes().startswith(start)


def test_a_judgement_with_its_reason_is_kept(page: Page, server: Server) -> None:
    from assistant.history import History

    ask(page, QUESTION)
    page.get_by_role("button", name=texts.FEEDBACK_DOWN, exact=True).click()
    page.get_by_text(texts.FEEDBACK_REASONS[2], exact=True).click()
    page.get_by_label(texts.FEEDBACK_COMMENT).fill("Se § 13")
    page.get_by_role("button", name=texts.FEEDBACK_SEND).click()
    expect(page.get_by_text(texts.FEEDBACK_THANKS)).to_be_visible()
    kept = History(server.data).feedback()[-1]
    assert (kept.helpful, kept.reasons, kept.comment) == (False, (texts.FEEDBACK_REASONS[2],), "Se § 13")


@pytest.mark.parametrize(
    "question",
    [
        "Brunn på torget <script>document.title='x'</script><img src=x onerror=\"document.title='x'\">?",
        "**Brunn** på [torget](http://example.invalid) $x^2$ :red[fara] `kod`?",
        "Brunn 🙂 \u202etegrot\u202c på torget?",
    ],
    ids=["html", "markdown", "emoji-rtl"],
)
def test_a_question_is_shown_as_it_was_written(page: Page, question: str) -> None:
    ask(page, question)
    expect(page.locator(".fraga").last).to_have_text(re.compile(re.escape(question)))
    expect(page.locator(".fraga img, .fraga a, .fraga .katex, .fraga strong")).to_have_count(0)
    assert page.title() == texts.PAGE_TITLE


def test_a_question_that_is_too_long_is_refused(page: Page) -> None:
    question_box(page).fill("brunn " * 3400)
    question_box(page).press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("för lång")
    expect(page.locator(".svar")).to_have_count(0)


def test_the_reader_searches_pages_and_tells_of_changes(page: Page, context: BrowserContext, server: Server) -> None:
    page.goto(f"{server.url}/oversikt")
    page.get_by_role("link", name=re.compile("rotokoll")).first.click()
    page.get_by_label(texts.READER_SEARCH).fill("pumparna")
    page.get_by_role("button", name=texts.READER_SEARCH_NEXT).click()
    expect(page.locator(".stycke.vald")).to_contain_text("pumparna i hamnen")
    expect(page.locator("#sid-plats")).to_have_text("Sida 2 av 2")
    page.get_by_role("button", name=texts.COPY_LINK).click()
    link = page.evaluate("() => navigator.clipboard.readText()")
    again = context.new_page()
    again.goto(link)
    expect(again.locator(".stycke.vald")).to_contain_text("pumparna i hamnen")
    moved = re.sub(r"#stycke-\d+", "#stycke-1", link)
    again.goto("about:blank")
    again.goto(moved)
    expect(again.get_by_text(texts.READER_CHANGED_MOVED)).to_be_visible()
    expect(again.locator(".stycke.vald")).to_contain_text("pumparna i hamnen")
    again.goto("about:blank")
    again.goto(re.sub(r"ord=[0-9a-f]+", "ord=0000000000", link))
    expect(again.get_by_text(texts.READER_CHANGED)).to_be_visible()
    again.goto("about:blank")
    again.goto(link.split("?")[0] + "#stycke-9999")
    expect(again.get_by_text(texts.READER_UNKNOWN_ANCHOR)).to_be_visible()


def test_hostile_words_of_a_document_do_nothing(page: Page, server: Server) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    ask(page, "Vad ger en ny brunn till alla som besöker torget?")
    page.goto(f"{server.url}/oversikt?ord=tjänsteskrivelse brunn")
    page.locator("tbody a[href*='/handling/']").last.click()
    expect(page.locator(".text")).to_contain_text("<script>document.title")
    assert "hostile" not in page.title()
    assert all(url.startswith((server.url, "data:", "blob:")) for url in requested)


def test_the_register_is_filtered_and_leads_to_its_passage(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/register")
    page.get_by_label(texts.REGISTER_FORCE).select_option(label="Förslag")
    page.get_by_role("button", name=texts.REGISTER_FILTER).click()
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(1)
    rows.get_by_role("link", name=re.compile("500 000 kronor")).click()
    expect(page.locator(".stycke.vald")).to_contain_text("500 000 kronor")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, server: Server, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    page = opened(context, server.url)
    found = {"empty": violations(page)}
    page.get_by_text(texts.FILTERS).click()
    expect(page.get_by_role("combobox", name=texts.FILTER_BOARD)).to_be_visible()
    found["filters"] = violations(page)
    ask(page, QUESTION)
    page.locator(".svarstext .bricka").first.focus()
    found["answered"] = violations(page)
    page.get_by_role("button", name=texts.FEEDBACK_DOWN, exact=True).click()
    expect(page.get_by_label(texts.FEEDBACK_REASONS[0])).to_be_visible()
    found["judging"] = violations(page)
    ask(page, UNANSWERABLE)
    found["not found"] = violations(page)
    question_box(page).fill("?" * 20)
    question_box(page).press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    found["refused"] = violations(page)
    href = page.locator("a[data-handling]").first.get_attribute("href")
    paths = ("/oversikt", "/register", "/register?ord=finnsinte", "/tillganglighet", "/finns/inte", "/handling/okand")
    for path in (href, *paths):
        page.goto(f"{server.url}{path}")
        found[path] = violations(page)
    context.close()
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("width", [320, 390, 768], ids=str)
def test_narrow_and_enlarged_pages_need_no_sideways_scroll(page: Page, server: Server, width: int) -> None:
    # 320 CSS pixels are what 400 % leaves of a window of 1280.
    page.set_viewport_size({"width": width, "height": 640})
    ask(page, QUESTION)
    href = page.locator("a[data-handling]").first.get_attribute("href")
    for path in ("", href, "/oversikt", "/register", "/tillganglighet"):
        if path:
            page.goto(f"{server.url}{path}")
        overflow = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, path


def test_an_open_chat_answers_from_the_new_index(page: Page, server: Server) -> None:
    ask(page, QUESTION)
    write_later(server.source)
    server.reindex()
    ask(page, "Vad föreslås om en fontän i stadsparken?")
    expect(page.locator(".svarstext").last).to_contain_text("nio strålar")


def test_without_an_index_the_page_says_what_to_do(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, indexed=False) as empty:
        context = browser.new_context()
        page = context.new_page()
        page.goto(empty.url)
        expect(page.get_by_role("heading", name=texts.NO_INDEX_TITLE)).to_be_visible(timeout=30_000)
        assert violations(page) == []
        context.close()
