"""What the browser tests do again and again: open the chat, ask, wait until it has settled, look for faults."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, TimeoutError, expect

from assistant.web import texts

CHROMIUM = "/usr/bin/chromium"
PERMISSIONS = ["clipboard-read", "clipboard-write"]
QUESTION = "Vad beslutade Brunnsnämnden om en ny brunn på torget?"
UNANSWERABLE = "Hur många kameler har kommunens zoologiska avdelning?"
# A busy machine answers late, never wrongly.
PATIENCE = 45_000
expect.set_options(timeout=PATIENCE)


def opened(context: BrowserContext, url: str) -> Page:
    """Return a page with the chat, ready for a question."""
    page = context.new_page()
    page.goto(url)
    expect(question_box(page)).to_be_visible()
    settled(page)
    return page


def settled(page: Page) -> None:
    """Wait until Streamlit has run its script to the end: a widget drawn anew closes its list."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def question_box(page: Page) -> Locator:
    """Return the box that questions are written in."""
    return page.get_by_role("textbox", name=texts.QUESTION_LABEL)


def ask(page: Page, question: str) -> None:
    """Ask, and wait for the finished answer."""
    before = page.locator(".svar").count()
    question_box(page).fill(question)
    question_box(page).press("Enter")
    expect(page.locator(".svar")).to_have_count(before + 1)
    settled(page)
    expect(page.get_by_role("button", name=texts.ASK_AGAIN)).to_be_visible()


def choose(page: Page, label: str, typed: str, option: str) -> None:
    """Choose from a filter's list by typing; a run of the script that is still to come closes the list once."""
    box = page.get_by_role("combobox", name=label)
    expect(box).to_be_visible()
    for attempt in range(4):
        settled(page)
        box.click()
        box.fill(typed)
        try:
            page.get_by_role("option", name=option).click(timeout=PATIENCE / (8 - attempt))
        except TimeoutError:
            page.keyboard.press("Escape")
        else:
            break
    # A list of which several may be chosen stays open; where it is closed, Escape would take the choice back.
    several = page.locator(".stMultiSelect").filter(has=box)
    if several.count():
        page.keyboard.press("Escape")
        expect(several).to_contain_text(option)
    else:
        expect(box).to_have_value(option)
    settled(page)


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong with the page as it is now."""
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['target']} {node['html'][:120]}" for each in found for node in each["nodes"]]


def overflow(page: Page) -> int:
    """Return how many pixels the page is wider than its window."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
