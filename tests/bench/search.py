"""Search on the M workload: what is loaded, how long an answer takes, what it costs to build; and two rivals.

    python -m tests.bench.search build/rivals/search
    python -m tests.bench.search --years 3

Without rivals only ours is measured. Times are medians of fresh pages in Chromium, from the question to the
answer, in the first the loading of the records too. Memory is resident memory by which the renderer grows
after the page has settled, the files of Chromium it maps included: a worker that does nothing has 4 MB.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from generator.books.source import Order, gather
from generator.pages.plan import plan_book
from generator.search.records import book_records, records_json
from tests.bench.bench import MEMORY, PROJECT, verdict
from tests.bench.rivals import (
    ASK_MATERIAL,
    ASK_PAGEFIND,
    build_whole,
    first_hits,
    index_with_pagefind,
)
from tests.bench.workload import write_workload
from tests.browser.conftest import CHROMIUM, FLAGS, Served
from tests.browser.test_search_queries import ASK_ALL, misses
from tests.search.searched import OPEN, UNITS, YEARS, Query, queries, write_m

RUNS = 7
SETTLED = 1500
"""Milliseconds."""
BARS = (
    ("bytes", "{:,.0f} B loaded before the first answer, scripts included", 1_500_000),
    ("first", "{:.0f} ms to the first answer, nothing loaded before", 150),
    ("further", "{:.1f} ms to a further one", 30),
    ("wide", "{:.1f} ms to one from all years", 30),
    ("memory", "{:.0f} MB more in the renderer for the open year and the shelf", 60),
    ("all years", "{:.0f} MB with all years loaded and asked", 60),
    ("record", "{:.3f} ms a record to build", 0.1),
)
"""Of each figure its name, how it is said, and the most it may be."""
PAGE = os.sysconf("SC_PAGE_SIZE")

TIMED = """
async queries => {
  if (!window.kept) {
    window.kept = new Worker("assets/search/worker.js");
    kept.postMessage({ type: 0, data: { config: { book: "2025" } } });
    await new Promise(done => kept.onmessage = done);
  }
  const worker = window.kept;
  const took = [];
  for (const query of queries) {
    const start = performance.now();
    worker.postMessage({ page: took.length + 1, query, from: 0, size: 20 });
    await new Promise(done => worker.onmessage = done);
    took.push(performance.now() - start);
  }
  return took;
}
"""
PLAIN = [query.text for query in queries("m") if "年度" not in query.text]
"""Without those that load another year."""


def measure(browser: Browser, site: Path) -> Mapping[str, float]:
    """One fresh page: bytes before the first answer, milliseconds, megabytes."""
    _Counting.sent = 0
    served = Served(site, _Counting)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.address}{OPEN}/")
    page.evaluate("0")
    page.wait_for_timeout(SETTLED)  # else what a first page costs would count too
    before, page_alone = _megabytes(browser), _Counting.sent
    first = page.evaluate(TIMED, PLAIN[:1])[0]
    total = _Counting.sent - page_alone
    open_year = _growth(before, _megabytes(browser))
    further = page.evaluate(TIMED, PLAIN[1:])
    wide = page.evaluate(TIMED, [f"年度:全部 {text}" for text in PLAIN])
    page.workers[0].evaluate("gc()")
    grown = _growth(before, _megabytes(browser))
    context.close()
    served.close()
    times = {"first": first, "further": median(further), "loading": max(further)}
    times |= {"wide": median(wide), "slowest": max(wide)}
    return times | {"bytes": total, "memory": open_year, "all years": grown}


class _Counting(SimpleHTTPRequestHandler):
    """Serves and counts the bytes of files sent, those a worker asks for too."""

    sent = 0

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file."""
        _Counting.sent += os.fstat(source.fileno()).st_size
        super().copyfile(source, outputfile)

    def log_message(self, *_: object) -> None:
        """Keep the output clean."""


def _megabytes(browser: Browser) -> Mapping[int, float]:
    """Resident memory of each renderer process; Chromium keeps spare ones, which come and go."""
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    ids = [one["id"] for one in found if one["type"] == "renderer"]
    return {one: int(Path(f"/proc/{one}/statm").read_text("ascii").split()[1]) * PAGE / 1e6 for one in ids}


def _growth(before: Mapping[int, float], after: Mapping[int, float]) -> float:
    return sum(after[one] - before[one] for one in before.keys() & after.keys())


def record_cost(data: Path) -> tuple[int, float]:
    """Records of the newest year, and milliseconds of processor time for each, readings included."""
    edition = gather(Order(data)).edition
    book = plan_book(edition, edition.years[-1])
    start = time.process_time()
    found = tuple(book_records(book))
    records_json(book.name, found)
    return len(found), (time.process_time() - start) * 1000 / len(found)


def report_costs(browser: Browser, folder: Path, years: int) -> None:
    """The bars of the M workload, and how many of its queries find first what they should."""
    site = write_m(folder, years)
    runs = [measure(browser, site) for _ in range(RUNS)]
    found = {name: median(run[name] for run in runs) for name in runs[0]}
    records, found["record"] = record_cost(folder / "data")
    print(f"M: {UNITS} units, {years} years, {records:,} records in the open year; medians of {RUNS} pages\n")
    for name, text, bar in BARS:
        verdict(f"{text.format(found[name])}; bar: at most {bar:,}", found[name] <= bar)
    print(f"  {found['slowest']:.0f} ms to the slowest of these")
    print(f"  {found['loading']:.0f} ms for the answer that first looks through all years, loading included")
    missed = misses(browser, site, "m")
    verdict(f"{len(queries('m')) - len(missed)} of {len(queries('m'))} queries find theirs first", not missed)


def compare(browser: Browser, workload: str, site: Path) -> None:
    """First hits side by side; ours by the worker of the open book."""
    asked = queries(workload)
    texts = [query.text for query in asked]
    served = Served(site)
    page = browser.new_page()
    page.goto(f"{served.address}{OPEN}/")
    ours = [[one.removeprefix(served.address).partition("#")[0]] for one in page.evaluate(ASK_ALL, texts)]
    page.close()
    served.close()
    material = first_hits(browser, site, ASK_MATERIAL, "/material/index.json", texts)
    pagefind = first_hits(browser, site, ASK_PAGEFIND, "/pagefind/pagefind.js", texts)
    _table(workload, asked, {"ours": ours, "Material": material, "Pagefind": pagefind})


def _table(workload: str, asked: Sequence[Query], found: Mapping[str, Sequence[Sequence[str]]]) -> None:
    """The place of the expected page among the first five of each."""
    print(f"\n{workload}: place of the right page{'':32}" + "".join(f"{name:>10}" for name in found))
    places = {
        name: [_place(query, answer) for query, answer in zip(asked, answers, strict=True)]
        for name, answers in found.items()
    }
    for at, query in enumerate(asked):
        print(
            f"  {query.text:<20}{query.why:<40}" + "".join(f"{one[at] or '—':>10}" for one in places.values())
        )
    for name, one in places.items():
        within = "" if name == "ours" else f", {sum(map(bool, one))} within five"
        print(f"  {name}: {one.count(1)} of {len(asked)} first{within}")


def _place(query: Query, answer: Sequence[str]) -> int:
    """From 1; 0 when it is not there."""
    page = query.first.partition("#")[0]
    return answer.index(page) + 1 if page in answer else 0


def main(rivals: Path | None, years: int) -> None:
    """Print the bars, then the comparison if there is one."""
    memory = MEMORY if MEMORY.is_dir() else None
    with (
        tempfile.TemporaryDirectory(prefix="kaohe-bench-", dir=memory) as root,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*FLAGS, "--js-flags=--expose-gc"]
        )
        folder = Path(root)
        (folder / "costs").mkdir()
        report_costs(browser, folder / "costs", years)
        if rivals:
            compare_all(browser, folder, rivals)
        browser.close()


def compare_all(browser: Browser, folder: Path, rivals: Path) -> None:
    """The sample and two years of the M workload."""
    sys.path.append(str(rivals))  # jieba, for the theme's own search
    write_workload(folder / "data", UNITS, 2)
    for workload, data, content in (
        ("sample", PROJECT / "data", PROJECT / "content"),
        ("m", folder / "data", folder),
    ):
        site = folder / workload
        build_whole(data, content / "none" if content == folder else content, site)
        index_with_pagefind(site, rivals)
        compare(browser, workload, site)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("rivals", type=Path, nargs="?")
    parser.add_argument("--years", type=int, default=YEARS)
    main(**vars(parser.parse_args()))
