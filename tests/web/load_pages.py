"""Ask from many real pages at once: `python tests/web/load_pages.py URL --pages 50 --questions FILE.jsonl`.

Each page is a visitor of its own in the system's Chromium; the seconds count from the opened page to the finished answer.
What the browser itself costs is part of them where it runs on the same machine: `load.py` asks without one.
"""

import argparse
import asyncio
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent))

from browsing import CHROMIUM
from load import asked_of, percentile
from playwright.async_api import Browser, async_playwright

PATIENCE = 180_000


async def ask(browser: Browser, url: str, question: str) -> tuple[float, list[str]]:
    """Ask in a page of a new visitor; return the seconds to the finished answer, and what the page complained of."""
    context = await browser.new_context()
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    started = time.perf_counter()
    await page.goto(f"{url}/?{urlencode({'fraga': question})}", wait_until="commit", timeout=PATIENCE)
    await page.locator("section.svar").wait_for(timeout=PATIENCE)
    taken = time.perf_counter() - started
    await context.close()
    return taken, complaints


async def all_at_once(url: str, questions: list[str]) -> None:
    """Ask every question at once, each in a page of its own, and tell."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        results = await asyncio.gather(*(ask(browser, url, question) for question in questions), return_exceptions=True)
        await browser.close()
    answered = [result for result in results if not isinstance(result, BaseException)]
    faults = [str(result) for result in results if isinstance(result, BaseException)]
    faults += [complaint for _, complaints in answered for complaint in complaints]
    seconds = [taken for taken, _ in answered] or [0.0]
    times = f"p50 {percentile(seconds, 0.5):.2f} s, p95 {percentile(seconds, 0.95):.2f} s"
    sys.stdout.write(f"{len(answered)} of {len(questions)} pages answered, {len(faults)} faults, {times}\n")
    sys.stdout.writelines(f"{fault}\n" for fault in faults[:5])


def main() -> None:
    """Read the command line, ask, and tell."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("url")
    reader.add_argument("--pages", type=int, default=50)
    reader.add_argument("--questions", type=Path, help="JSON lines with a field 'question'")
    chosen = reader.parse_args()
    known = asked_of(chosen.questions)
    asyncio.run(all_at_once(chosen.url.rstrip("/"), [known[each % len(known)] for each in range(chosen.pages)]))


if __name__ == "__main__":
    main()
