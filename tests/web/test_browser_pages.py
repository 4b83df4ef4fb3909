"""The pages beside the chat, and every page's states, widths and faults, in a real browser over a real index."""

import re
import shutil
from collections.abc import Iterator

import pytest
from browsing import PATIENCE, QUESTION, UNANSWERABLE, ask, opened, overflow, question_box, settled, violations
from playwright.sync_api import BrowserContext, Page, expect
from server import Server, serving
from slow_model import SlowModel, slow_model
from town import write_later

from assistant.web import texts

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADMINISTRATOR = {"x-groups": "forvaltare"}
PATHS = (
    "/oversikt",
    "/register",
    "/register?ord=finnsinte",
    "/uppdrag",
    "/arende/BN%202026%2F17",
    "/tillganglighet",
    "/admin",
    "/finns/inte",
    "/handling/okand",
)


@pytest.fixture(scope="module")
def model() -> Iterator[SlowModel]:
    with slow_model() as running:
        yield running


@pytest.fixture(scope="module")
def empty(server: Server, model: SlowModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that starts before there is an index, whose answers a slow model writes."""
    folder = tmp_path_factory.mktemp("empty")
    settings = {"KIND": "openai", "NAME": "slow", "URL": model.url, "TIMEOUT_SECONDS": "100"}
    named = {f"ARENDE_MODEL__{name}": value for name, value in settings.items()}
    with serving(Server("", server.source, folder / "data"), named) as running:
        yield running


def give_index(server: Server, empty: Server) -> None:
    """Let the index come while the server runs, as after the first re-index of an installation."""
    if not (empty.data / "CURRENT").exists():
        shutil.copytree(server.data, empty.data, dirs_exist_ok=True)


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
    again.goto(re.sub(r"ord=[0-9a-f]+&skiss=[0-9a-f]+", "ord=0000000000", link))
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


def test_axe_finds_nothing_in_the_chat(page: Page) -> None:
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
    page.get_by_role("button", name=texts.EDIT).click()
    expect(page.get_by_label(texts.EDIT_LABEL)).to_be_focused()
    expect(page.get_by_label(texts.FEEDBACK_COMMENT)).to_have_count(0)
    found["editing"] = violations(page)
    page.get_by_role("button", name=texts.CANCEL).click()
    expect(page.get_by_label(texts.EDIT_LABEL)).to_have_count(0)
    page.get_by_text(texts.CONVERSATION_MANAGE).click()
    expect(page.get_by_label(texts.CONVERSATION_RENAME)).to_be_visible()
    found["managing"] = violations(page)
    ask(page, UNANSWERABLE)
    found["not found"] = violations(page)
    question_box(page).fill("?" * 20)
    question_box(page).press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    found["refused"] = violations(page)
    page.emulate_media(color_scheme="dark")
    page.reload()
    expect(page.locator(".svar")).to_have_count(2)
    settled(page)
    found["dark"] = violations(page)
    page.get_by_role("button", name=texts.EDIT).click()
    expect(page.get_by_label(texts.EDIT_LABEL)).to_be_focused()
    found["dark, editing"] = violations(page)
    page.get_by_role("button", name=texts.NEW_CONVERSATION).click()
    expect(page.locator("[class*=st-key-fragor_example]")).to_be_visible()
    settled(page)
    found["dark, empty"] = violations(page)
    page.set_viewport_size({"width": 320, "height": 640})
    found["dark, enlarged"] = violations(page)
    page.emulate_media(color_scheme="light")
    assert {state: each for state, each in found.items() if each} == {}


def test_axe_finds_nothing_in_the_pages(context: BrowserContext, server: Server) -> None:
    context.set_extra_http_headers(ADMINISTRATOR)
    page = context.new_page()
    page.goto(f"{server.url}/oversikt")
    reader = page.locator("tbody a[href*='/handling/']").first.get_attribute("href")
    assert reader
    found = {}
    for path in (f"{reader}#stycke-8", *PATHS):
        page.goto(f"{server.url}{path}")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[f"{path} {scheme}"] = violations(page)
    assert {state: each for state, each in found.items() if each} == {}


def test_narrow_and_enlarged_pages_need_no_sideways_scroll(page: Page, server: Server) -> None:
    ask(page, QUESTION)
    reader = page.locator("a[data-handling]").first.get_attribute("href")
    assert reader
    wide = []
    # 320 CSS pixels are what 400 % leaves of a window of 1280.
    for path in ("", reader, "/oversikt", "/register", "/uppdrag", "/arende/BN%202026%2F17", "/tillganglighet"):
        if path:
            page.goto(f"{server.url}{path}")
        for width in (768, 390, 320):
            page.set_viewport_size({"width": width, "height": 640})
            if overflow(page) > 0:
                wide.append((path, width))
    assert wide == []


def test_a_quote_over_several_passages_is_shown_whole(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(f"{server.url}/oversikt")
    page.get_by_role("link", name=re.compile("rotokoll")).first.click()
    decisions = page.locator(".stycke.verkan-decision")
    first, second = decisions.nth(0), decisions.nth(1)
    start, end = first.get_attribute("data-fran"), second.get_attribute("data-till")
    ordinal = (first.get_attribute("id") or "").removeprefix("stycke-")
    # As the chat leaves it when its citation is opened.
    page.evaluate(
        "([ordinal, start, end]) => localStorage.setItem('arende:' + location.pathname.split('/').pop(),"
        " JSON.stringify({ordinals: [Number(ordinal)], marks: {[ordinal]: 'other'}, spans: {[ordinal]: [start, end]}}))",
        [ordinal, int(start or 0), int(end or 0)],
    )
    page.goto(f"{page.url.split('#')[0]}?x#stycke-{ordinal}")
    expect(page.locator(".stycke.vald")).to_have_count(2)
    expect(page.locator("#besked")).to_have_text(texts.READER_RANGE.format(count=2))
    boxes = page.locator(".ruta").count()
    assert boxes >= 2
    page.get_by_role("button", name=texts.COPY_LINK).click()
    link = page.evaluate("() => navigator.clipboard.readText()")
    page.evaluate("() => localStorage.clear()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".stycke.vald")).to_have_count(2)


def test_a_case_leads_to_its_documents_and_to_a_question(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/uppdrag")
    page.get_by_role("link", name="BN 2026/17").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("BN 2026/17")
    expect(page.locator(".tidslinje > li").filter(has_text="450 000 kronor")).to_have_count(1)
    page.locator(".tidslinje a").first.click()
    expect(page.locator(".stycke.vald")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name=texts.CASE_ASK).click()
    expect(page.locator(".svar")).to_have_count(1)
    expect(page.locator(".fraga").last).to_contain_text("BN 2026/17")


def test_administration_is_for_its_group_and_an_open_chat_answers_from_the_new_index(
    page: Page, context: BrowserContext, server: Server
) -> None:
    ask(page, QUESTION)
    admin = context.new_page()
    admin.goto(f"{server.url}/admin")
    expect(admin.get_by_role("heading", name=texts.NOT_ALLOWED_TITLE)).to_be_visible()
    admin.set_extra_http_headers(ADMINISTRATOR)
    admin.goto(f"{server.url}/admin")
    write_later(server.source)
    admin.get_by_role("button", name=texts.ADMIN_REINDEX).click()
    expect(admin.locator("#lage-ord")).to_have_text(texts.ADMIN_REINDEX_RUNNING)
    expect(admin.locator("#lage-ord")).to_have_text(texts.ADMIN_REINDEX_DONE, timeout=4 * PATIENCE)
    ask(page, "Vad föreslås om en fontän i stadsparken?")
    expect(page.locator(".svarstext").last).to_contain_text("nio strålar")
    expect(admin.get_by_role("button", name=texts.ADMIN_ROLLBACK)).to_be_visible()
    admin.reload()
    expect(admin.locator(".senast")).to_contain_text("nya eller ändrade")


def test_without_an_index_the_page_says_what_to_do(context: BrowserContext, empty: Server) -> None:
    page = context.new_page()
    page.goto(empty.url)
    expect(page.get_by_role("heading", name=texts.NO_INDEX_TITLE)).to_be_visible()
    settled(page)
    assert violations(page) == []


def test_an_index_that_comes_while_the_server_runs_is_used_while_the_model_is_slow(
    context: BrowserContext, server: Server, empty: Server, model: SlowModel
) -> None:
    give_index(server, empty)
    page = opened(context, empty.url)
    question_box(page).fill(QUESTION)
    question_box(page).press("Enter")
    working = page.locator(".arbetar")
    expect(working).to_contain_text("450 000 kronor")
    assert violations(page) == []
    model.go_on.set()
    expect(page.locator(".svarstext .bricka")).to_have_count(2)
    expect(page.locator(".svarstext")).to_contain_text("450 000 kronor")
    expect(page.locator(".svarstext")).to_contain_text("tidplan senast i maj 2026")


def test_a_stopped_answer_keeps_its_claims_and_the_next_question_is_answered(
    context: BrowserContext, server: Server, empty: Server, model: SlowModel
) -> None:
    give_index(server, empty)
    model.go_on.clear()
    page = opened(context, empty.url)
    question_box(page).fill(QUESTION)
    question_box(page).press("Enter")
    expect(page.locator(".arbetar .svarstext")).to_contain_text("450 000 kronor")
    page.get_by_role("button", name=texts.STOP).click()
    answer = page.locator(".svar")
    expect(answer.locator(".status")).to_contain_text(texts.STATUS_STOPPED)
    expect(answer.locator(".osaker")).to_have_text(texts.STOPPED_HELP)
    expect(answer.locator(".svarstext")).to_contain_text("450 000 kronor")
    expect(answer.locator(".svarstext .bricka")).to_have_count(1)
    expect(page.locator("#arende-besked")).to_contain_text(texts.ANSWER_READY_STOPPED)
    assert violations(page) == []
    # The model is told to leave off, though it had more to say.
    assert model.left.wait(20)
    model.go_on.set()
    ask(page, QUESTION)
    expect(answer.last.locator(".svarstext .bricka")).to_have_count(2)
    page.reload()
    expect(answer.first.locator(".status")).to_contain_text(texts.STATUS_STOPPED)


def test_a_model_that_fails_is_said_under_the_answer(
    context: BrowserContext, server: Server, empty: Server, model: SlowModel
) -> None:
    give_index(server, empty)
    model.fails = True
    page = opened(context, empty.url)
    ask(page, QUESTION)
    expect(page.locator(".svarstext")).to_contain_text("450 000 kronor")
    expect(page.locator(".svar > .osaker")).to_contain_text(texts.MODEL_NOTE)
