"""What a build costs: the real way from data to site, beside plain Material, on a made-up year of 200 units.

    python -m tests.bench.bench

Seconds are processor time, so that other programs do not count; on an idle machine they pass on the clock.
Every build runs in a process and a folder of its own; each figure is the median of its runs.

A unit page of ours costs what the book of the year costs more than the same book without its unit pages:
planning, rendering and writing them, divided by their number. A page of plain Material costs what 200 pages
cost more than 2, divided by 198; they are the same unit pages in Markdown.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.bench.ours import build_books, build_site
from tests.bench.plain import build_material, write_unit_pages
from tests.bench.workload import write_workload

UNITS, FEW = 200, 2
RUNS = {"site": 3, "book": 5, "others": 5, "many": 3, "few": 3}
MOST_MS = 2.0
LEAST_TIMES = 8.0
PROJECT = Path(__file__).parents[2]
MEMORY = Path("/dev/shm")  # noqa: S108 - where there is one, so that the disk's mood is not measured

Cost = Mapping[str, float]
"""Seconds by step, and `pages`."""


def build(which: str, data: Path, folder: Path) -> Cost:
    """One build of each kind."""
    match which:
        case "site":
            return build_site(data, folder)
        case "book" | "others":
            return build_books(data, folder, profiles=which == "book")
        case _:
            return build_material(data.with_name("markdown"), UNITS if which == "many" else FEW, folder)


def cold(which: str, data: Path) -> Cost:
    """A build in a fresh process and a fresh folder."""
    with tempfile.TemporaryDirectory(dir=data.parent) as folder:
        command = [sys.executable, "-m", "tests.bench.bench", which, str(data), folder]
        run = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{which}:\n{run.stderr}")
    cost: Cost = json.loads(run.stdout)
    return cost


def measure(data: Path) -> dict[str, Cost]:
    """The median cost of each kind of build, the kinds taking turns."""
    found: dict[str, list[Cost]] = {which: [] for which in RUNS}
    for turn in range(max(RUNS.values())):
        for which, runs in RUNS.items():
            if turn < runs:
                found[which].append(cold(which, data))
    return {
        which: {step: median(cost[step] for cost in costs) for step in costs[0]}
        for which, costs in found.items()
    }


def work(cost: Cost) -> float:
    """Seconds that depend on the pages planned and written."""
    return cost.get("plan", 0) + cost.get("write", 0) + cost.get("build", 0)


def tell(name: str, pages: float | None, seconds: float, *, each: bool = True) -> float:
    """Print a line of the table; milliseconds a page."""
    apiece = seconds / pages * 1000 if pages else 0.0
    count = f"{pages:,.0f}" if pages else ""
    print(f"{name:46} {count:>7} {seconds:>8.2f} s {f'{apiece:.2f} ms' if each and pages else '':>10}")
    return apiece


def report(costs: Mapping[str, Cost]) -> None:
    """Print the table and whether the bars are met."""
    site, book, others, many, few = (costs[which] for which in RUNS)
    total = site["start-up"] + site["read"] + work(site)
    print(f"{'median processor time':46} {'pages':>7} {'seconds':>10} {'a page':>10}")
    tell("cold build of the year and its shelf", site["pages"], total)
    tell("  starting Python, imports", None, site["start-up"])
    tell("  reading, review, scores, edition", None, site["read"])
    tell("  planning all pages", site["pages"], site["plan"])
    tell("  rendering and writing all pages", site["pages"], site["write"])
    tell("the book of the year, planned and written", book["pages"], work(book))
    tell("  the same without its unit pages", others["pages"], work(others))
    extra = book["pages"] - others["pages"]
    tell("  a unit page: planning", extra, book["plan"] - others["plan"])
    tell("  a unit page: rendering and writing", extra, book["write"] - others["write"])
    ours = tell("a unit page of ours", extra, work(book) - work(others))
    tell("plain Material, as many unit pages", many["pages"], work(many))
    tell("  two of them", few["pages"], work(few))
    plain = tell("a unit page of plain Material", many["pages"] - few["pages"], work(many) - work(few))
    print(f"\nOn the clock the cold build took {site['wall']:.1f} s after the imports.")
    times = plain / ours
    verdict(f"{ours:.2f} ms a unit page, bar: at most {MOST_MS:.0f} ms", ours <= MOST_MS)
    verdict(f"{times:.1f} times as fast a page, bar: at least {LEAST_TIMES:.0f}", times >= LEAST_TIMES)


def verdict(text: str, met: bool) -> None:
    """Say whether a bar is met."""
    print(f"{text}: {'met' if met else 'NOT MET'}")


def main(arguments: list[str]) -> None:
    """Run the comparison, or the one build named."""
    if arguments:
        which, data, folder = arguments
        print(json.dumps(build(which, Path(data), Path(folder))))
        return
    memory = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="kaohe-bench-", dir=memory) as root:
        made_up = Path(root) / "data"
        write_workload(made_up, UNITS)
        pages = write_unit_pages(made_up, made_up.with_name("markdown"))
        print(f"{UNITS} units, {pages} unit pages; folders in {memory or tempfile.gettempdir()}\n")
        report(measure(made_up))


if __name__ == "__main__":
    main(sys.argv[1:])
