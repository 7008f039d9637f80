"""What a table of 5,000 rows costs in a browser: the ledger of a made-up year, all on one page.

    python -m tests.bench.tables_5000

Each figure is the median of five fresh pages, in milliseconds on the clock, from the press to the finished
layout. `start` is what the script does to a page that is already laid out. Run it on an idle machine.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median
from unittest import mock

from playwright.sync_api import Browser, sync_playwright

from generator.books.build import write_book
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

MEASURE = """async script => {
  const table = document.querySelector('[data-kh-name=ledger]');
  const took = {};
  function measure(name, act) {
    document.body.offsetHeight;
    const start = performance.now();
    act();
    document.body.offsetHeight;
    took[name] = performance.now() - start;
  }
  const heads = Array.from(table.querySelectorAll('.kh-sort'));
  const press = label => heads.find(head => head.textContent === label).click();
  const choose = (name, value) => {
    const control = document.querySelector(`.kh-tools [aria-label="${name}"]`);
    control.value = value;
    control.dispatchEvent(new Event('change'));
  };
  measure('start', () => (0, eval)(script));
  measure('sort by unit', () => press('责任单位'));
  measure('sort by problem', () => press('问题描述、分类和整改类型'));
  measure('sort by due date', () => press('现行时限'));
  measure('sort by due date, downwards', () => press('现行时限'));
  measure('sort by light', () => press('预警'));
  measure('filter by status', () => choose('状态', '整改中'));
  document.querySelector('.kh-tools input').value = '记录 2';
  measure('filter by words', () => choose('状态', ''));
  return took;
}"""


def write_ledger(folder: Path) -> Path:
    """Build a book of nothing but the ledger, its script left out; the page's file."""
    write_workload(folder / "data", UNITS, problems=PROBLEMS)
    harvest = gather(Order(folder / "data"))
    (year,) = harvest.edition.years
    with mock.patch.object(ledger, "ROWS", UNITS * PROBLEMS):
        book = plan_book(harvest.edition, year)
    write_book(_only_ledger(book, folder), folder / "site", SETTINGS)
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
    page.goto(page_file.as_uri(), wait_until="load")
    took: Mapping[str, float] = page.evaluate(MEASURE, SCRIPT.read_text(encoding="utf-8"))
    page.close()
    return took


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
