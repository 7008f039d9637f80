"""Search on the M workload: what is loaded, how long an answer takes, what it costs to build; and two rivals.

    python -m tests.bench.search build/rivals

Times are medians of fresh pages in Chromium, from the question to the answer, in the first the loading of the
records too. The memory is what the renderer grows by: about a quarter is the worker itself.
"""

from __future__ import annotations

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
from tests.browser.test_search_queries import ASK_ALL
from tests.search.searched import OPEN, UNITS, YEARS, Query, queries, write_m

RUNS = 7
MOST = {"bytes": 1_500_000, "first": 150.0, "further": 30.0, "memory": 60.0, "record": 0.1}
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
    before, page_alone = _megabytes(browser), _Counting.sent
    first = page.evaluate(TIMED, PLAIN[:1])[0]
    total = _Counting.sent - page_alone
    open_year = _growth(before, _megabytes(browser))
    further = page.evaluate(TIMED, PLAIN[1:])
    page.workers[0].evaluate("gc()")
    grown = _growth(before, _megabytes(browser))
    context.close()
    served.close()
    found = {"bytes": total, "first": first, "further": median(further), "slowest": max(further)}
    return found | {"memory": open_year, "all years": grown}


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


def report_costs(browser: Browser, folder: Path) -> None:
    """The bars of the M workload."""
    site = write_m(folder)
    runs = [measure(browser, site) for _ in range(RUNS)]
    found = {name: median(run[name] for run in runs) for name in runs[0]}
    records, each = record_cost(folder / "data")
    print(f"M: {UNITS} units, {YEARS} years, {records:,} records in the open year; medians of {RUNS} pages\n")
    bars = (
        (
            "bytes",
            f"{found['bytes']:,.0f} B loaded before the first answer, scripts included",
            found["bytes"],
        ),
        ("first", f"{found['first']:.0f} ms to the first answer, nothing loaded before", found["first"]),
        (
            "further",
            f"{found['further']:.1f} ms to a further one, the slowest {found['slowest']:.0f}",
            found["further"],
        ),
        (
            "memory",
            f"{found['memory']:.0f} MB more in the renderer for the open year and the shelf",
            found["memory"],
        ),
        ("memory", f"{found['all years']:.0f} MB with all years loaded and asked", found["all years"]),
        ("record", f"{each:.3f} ms a record to build", each),
    )
    for name, text, value in bars:
        verdict(f"{text}; bar: at most {MOST[name]:,}", value <= MOST[name])


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


def main(rivals: Path) -> None:
    """Print the bars, then the comparison."""
    sys.path.append(str(rivals))  # jieba, for the theme's own search
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
        report_costs(browser, folder / "costs")
        write_workload(folder / "data", UNITS, 2)
        for workload, data, content in (
            ("sample", PROJECT / "data", PROJECT / "content"),
            ("m", folder / "data", folder),
        ):
            site = folder / workload
            build_whole(data, content / "none" if content == folder else content, site)
            index_with_pagefind(site, rivals)
            compare(browser, workload, site)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
