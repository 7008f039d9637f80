"""What a table of 5,000 rows costs in a browser: the ledger of a made-up year, all on one page.

    python -m tests.bench.tables_5000

Each figure is the median of five fresh pages, from the press to the finished layout: milliseconds of
processor time on the page's main thread, so that other programs do not count. `start` is what the script
does to a page that is already laid out.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median
from unittest import mock

from playwright.sync_api import Browser, CDPSession, sync_playwright

from generator.books.book import Place, print_book
from generator.books.manuscript import Manuscript
from generator.books.source import Order, gather
from generator.pages.page import Book
from generator.pages.plan import plan_book
from generator.pages.rectifications import ledger
from tests.bench.ours import SETTINGS, TEMPLATES, renderer
from tests.bench.workload import write_workload
from tests.browser.conftest import CHROMIUM, FLAGS

UNITS, PROBLEMS = 200, 25
RUNS = 5
SCRIPT = TEMPLATES / "theme/assets/tables.js"
MOST_MS = {"start": 300.0, "sort": 100.0}

PREPARE = """
var table = document.querySelector('[data-kh-name=ledger]');
function press(label) {
  Array.from(table.querySelectorAll('.kh-sort')).find(head => head.textContent === label).click();
}
function choose(label, value) {
  const control = document.querySelector(`.kh-tools [aria-label="${label}"]`);
  control.value = value;
  control.dispatchEvent(new Event('change'));
}
"""

ACTIONS = {
    "start": SCRIPT.read_text(encoding="utf-8"),
    "sort by unit": "press('责任单位')",
    "sort by problem": "press('问题描述、分类和整改类型')",
    "sort by due date": "press('现行时限')",
    "sort by due date, downwards": "press('现行时限')",
    "sort by light": "press('预警')",
    "filter by status": "choose('状态', '整改中')",
    "filter by words": "document.querySelector('.kh-tools input').value = '记录 2'; choose('状态', '')",
}
"""What is done to the page, one after the other."""


def write_ledger(folder: Path) -> Path:
    """Build a book of nothing but the ledger, its script left out; the page's file."""
    write_workload(folder / "data", UNITS, problems=PROBLEMS)
    harvest = gather(Order(folder / "data"))
    (year,) = harvest.edition.years
    with mock.patch.object(ledger, "ROWS", UNITS * PROBLEMS):
        book = plan_book(harvest.edition, year)
    print_book(_only_ledger(book, folder), Place(folder / "site", SETTINGS))
    page = folder / "site" / ledger.SECTION / "index.html"
    tag = '<script src="../assets/tables.js"></script>'
    html = page.read_text(encoding="utf-8")
    if tag not in html:
        raise ValueError(f"{page}: no {tag}")
    page.write_text(html.replace(tag, ""), encoding="utf-8")
    return page


def _only_ledger(book: Book, folder: Path) -> Manuscript:
    left_out = [page.path for page in book.pages if page.path != ledger.SECTION]
    pages = tuple(page for page in book.pages if page.path == ledger.SECTION)
    sections = tuple(section for section in book.sections if section.path == ledger.SECTION)
    alone = replace(book, pages=pages, sections=sections)
    return Manuscript(alone, renderer(alone, left_out), folder / "content")


def measure(browser: Browser, page_file: Path) -> Mapping[str, float]:
    """Milliseconds by what was done, on a fresh page."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(page_file.as_uri(), wait_until="load")
    page.evaluate(f"(0, eval)({json.dumps(PREPARE)})")
    took = {}
    for name, action in ACTIONS.items():
        before = _processor_ms(metrics)
        page.evaluate("action => { (0, eval)(action); document.body.offsetHeight; }", action)
        took[name] = _processor_ms(metrics) - before
    page.close()
    return took


def _processor_ms(metrics: CDPSession) -> float:
    """What the main thread of the page has used so far."""
    found = {one["name"]: one["value"] for one in metrics.send("Performance.getMetrics")["metrics"]}
    return float(found["TaskDuration"]) * 1000


def report(runs: Iterable[Mapping[str, float]]) -> None:
    """Print the medians, each beside its bar where it has one."""
    found = list(runs)
    for name in found[0]:
        times = sorted(run[name] for run in found)
        most = MOST_MS.get(name.split()[0])
        verdict = (
            "" if most is None else f"at most {most:.0f}: {'met' if median(times) <= most else 'NOT MET'}"
        )
        print(f"{name:30} {median(times):6.0f} ms   ({times[0]:.0f} to {times[-1]:.0f})   {verdict}")


def main() -> None:
    """Build the page, open it in Chromium and print what things took."""
    with tempfile.TemporaryDirectory(prefix="kaohe-bench-") as folder, sync_playwright() as playwright:
        page_file = write_ledger(Path(folder))
        size = page_file.stat().st_size / 1_000_000
        print(f"{UNITS * PROBLEMS:,} rows, {size:.1f} MB of HTML, medians of {RUNS} pages\n")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        report([measure(browser, page_file) for _ in range(RUNS)])
        browser.close()


if __name__ == "__main__":
    main()
