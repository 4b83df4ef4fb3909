"""Measure what a visitor waits for: `python tests/web/speed.py DATA` serves an index, opens the chat and a long document."""

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from browsing import CHROMIUM, question_box
from playwright.sync_api import Browser, expect, sync_playwright
from server import Server, serving

TRIES = 5
LARGEST = """() => new Promise(found => {
  new PerformanceObserver(list => found(list.getEntriesByName('first-contentful-paint')[0].startTime))
    .observe({ type: 'paint', buffered: true });
})"""


def chat(browser: Browser, url: str) -> tuple[float, float]:
    """Return the seconds until something is painted, and until a question can be written, for a new visitor."""
    context = browser.new_context()
    page = context.new_page()
    started = time.perf_counter()
    page.goto(url, wait_until="commit")
    painted = page.evaluate(LARGEST) / 1000
    expect(question_box(page)).to_be_visible(timeout=60_000)
    ready = time.perf_counter() - started
    context.close()
    return painted, ready


def document(browser: Browser, url: str) -> tuple[str, float]:
    """Return the longest document's number of passages, and the seconds until its last passage is in sight."""
    page = browser.new_page()
    page.goto(f"{url}/oversikt")
    links = [each.get_attribute("href") or "" for each in page.locator("tbody a[href*='/handling/']").all()]
    longest = max(links, key=lambda link: len(page.request.get(f"{url}{link}").text()))
    page.goto(f"{url}{longest}")
    passages = page.locator(".stycke").count()
    page.goto("about:blank")
    last = page.request.get(f"{url}{longest}").text().rpartition('id="stycke-')[2].partition('"')[0]
    started = time.perf_counter()
    page.goto(f"{url}{longest}#stycke-{last}", wait_until="commit")
    expect(page.locator(".stycke.vald")).to_be_in_viewport()
    taken = time.perf_counter() - started
    page.close()
    return f"{passages} passages", taken


def main() -> None:
    """Serve, measure, and tell."""
    data = Path(sys.argv[1]).resolve()
    begun = time.perf_counter()
    with serving(Server("", data, data), {}) as running, sync_playwright() as playwright:
        served = time.perf_counter() - begun
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        first = chat(browser, running.url)
        later = [chat(browser, running.url) for _ in range(TRIES)]
        long, opened = document(browser, running.url)
        browser.close()
    painted, ready = (statistics.median(each) for each in zip(*later, strict=True))
    sys.stdout.write(
        f"server answers after {served:.2f} s, its first page is painted after {served + first[0]:.2f} s\n"
    )
    sys.stdout.write(f"first visitor: painted {first[0]:.2f} s, ready for a question {first[1]:.2f} s\n")
    sys.stdout.write(f"later visitors (median of {TRIES}): painted {painted:.2f} s, ready {ready:.2f} s\n")
    sys.stdout.write(f"longest document ({long}) open at its last passage after {opened:.2f} s\n")


if __name__ == "__main__":
    main()
