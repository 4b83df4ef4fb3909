"""Renew the pictures of the documentation: `python tests/web/pictures.py DATA` serves the sample municipality's index."""

import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from browsing import CHROMIUM, ask, opened, settled
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from server import Server, serving

from assistant.web import texts

TARGET = Path(__file__).resolve().parents[2] / "docs" / "images"
QUESTION = "Vilka beslut har fattats om försöket med skolfrukost?"
UNANSWERABLE = "Hur många kameler har kommunen?"
CASE = "/arende/KS%202024%2F207"
DESK, TABLET, PHONE, ENLARGED = (1440, 900), (768, 1024), (390, 844), (320, 640)
# The page scrolls to the answer for as long.
STILL_MILLISECONDS = 2500
COLOURS = 256


def window(browser: Browser, size: tuple[int, int], *, dark: bool = False) -> BrowserContext:
    """Open a new visitor's window of a size."""
    width, height = size
    return browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        locale="sv-SE",
    )


def taken(page: Page, name: str) -> None:
    """Keep what the page shows once it stands still, in a third of the bytes."""
    page.wait_for_timeout(STILL_MILLISECONDS)
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    image.save(TARGET / f"{name}.png", optimize=True)


def answers(browser: Browser, url: str) -> str:
    """Take the chat's pictures; return the address of the first citation."""
    cited = ""
    for name, size in (
        ("answer", DESK),
        ("answer-dark", DESK),
        ("answer-768", TABLET),
        ("answer-390", PHONE),
        ("answer-400-procent", ENLARGED),
    ):
        page = opened(window(browser, size, dark=name == "answer-dark"), url)
        if name == "answer":
            taken(page, "start")
        ask(page, QUESTION)
        taken(page, name)
        cited = page.locator(".svarstext .bricka").first.get_attribute("href") or ""
        page.context.close()
    page = opened(window(browser, DESK), url)
    ask(page, UNANSWERABLE)
    taken(page, "not-found")
    page.get_by_role("link", name=texts.OTHER_LANGUAGE).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    settled(page)
    taken(page, "english")
    page.context.close()
    return cited


def main() -> None:
    """Serve, and take every picture."""
    data = Path(sys.argv[1]).resolve()
    with serving(Server("", data, data), {}) as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        cited = answers(browser, running.url)
        for name, path, size in (
            ("reader", cited, DESK),
            ("reader-390", cited, PHONE),
            ("overview", "/oversikt", DESK),
            ("overview-390", "/oversikt", PHONE),
            ("register", "/register", DESK),
            ("register-390", "/register", PHONE),
            ("case", CASE, DESK),
        ):
            page = window(browser, size).new_page()
            page.goto(f"{running.url}{path}")
            taken(page, name)
            page.context.close()
        browser.close()


if __name__ == "__main__":
    main()
