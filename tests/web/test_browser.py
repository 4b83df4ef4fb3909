"""The chat as a person uses it, in a real browser over a real index."""

import re
from pathlib import Path

import pytest
from browsing import QUESTION, UNANSWERABLE, ask, choose, opened, question_box
from playwright.sync_api import Browser, BrowserContext, Page, expect
from server import Server

from assistant.history import History
from assistant.web import texts

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_ask_click_the_citation_see_the_passage(page: Page, context: BrowserContext) -> None:
    ask(page, QUESTION)
    expect(page.locator(".svar .status")).to_contain_text(texts.STATUS["answered"])
    badge = page.locator(".svarstext .bricka").first
    expect(badge).to_contain_text("Beslut")
    assert re.search(r"/handling/[0-9a-f]{16}#stycke-\d+$", badge.get_attribute("href") or "")
    with context.expect_page() as popup:
        badge.click()
    reader = popup.value
    # A decision in points is one citation: all its passages are marked, the first has the focus.
    expect(reader.locator(".stycke.vald", has_text="450 000 kronor")).to_be_visible()
    passage = reader.locator(".stycke.vald").first
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
    expect(reader.locator(".stycke.vald").first).to_be_focused()
    reader.keyboard.press("Tab")
    reader.close()
    expect(badge).to_be_focused()


COVERED = """() => {
  const own = document.activeElement, box = own.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return own.matches("textarea") ? "end" : top && (own.contains(top) || top.contains(own)) ? "" : own.textContent;
}"""


def test_the_question_box_covers_nothing_that_has_the_focus(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 560})
    ask(page, QUESTION)
    expect(page.get_by_role("button", name=texts.ASK_AGAIN)).to_be_visible()
    # An answer is shown from its start for two seconds, where no hand has touched the page.
    page.wait_for_timeout(2500)
    page.locator("#stMain").focus()
    covered = []
    for _ in range(40):
        page.keyboard.press("Tab")
        covered.append(page.evaluate(COVERED))
        if covered[-1] == "end":
            break
    assert len(covered) > 10
    assert set(covered) == {"", "end"}


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
    choose(page, texts.FILTER_KIND, "Tjänste", "Tjänsteskrivelse")
    ask(page, "Vad kostar den nya brunnen på torget?")
    titles = page.locator(".kallor:not(.lasaven) .kallista .rad")
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
    # What was written is still there, to be shortened.
    written = page.get_by_label(texts.EDIT_LABEL)
    expect(written).to_have_value("brunn " * 3400)
    written.fill(QUESTION)
    page.get_by_role("button", name=texts.SEND, exact=True).click()
    expect(page.locator(".svar .status")).to_contain_text(texts.STATUS["answered"])
