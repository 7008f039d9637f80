"""What a page costs: ours against plain Material on the same made-up unit pages, in one run.

    python tests/bench/bench.py            the comparison, in a table; exit code 1 if a bar is missed
    python tests/bench/bench.py ours 200   one cold build (also: material)

A page costs (t(200 pages) - t(2 pages)) / 198, each build in a process of its own, median of three;
making up the pages is not counted, importing and starting MkDocs is. Plain Material gets the pages
as Markdown, lists them all in its navigation and builds its search index.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from unit_pages import write_markdown, year_of_units

PROJECT = Path(__file__).parents[2]
FEW, MANY, RUNS = 2, 200, 3
MOST_MS_A_PAGE = 2.0
LEAST_RATIO = 8.0

_MATERIAL = """site_name: bench
docs_dir: docs
site_dir: site
theme: {name: material, language: zh, font: false, features: [navigation.tabs]}
plugins: [search]
markdown_extensions: [tables, toc]
"""


def build_ours(count: int, folder: Path) -> float:
    """Seconds to print the year of units as Kaohe does."""
    book = year_of_units(count)
    start = perf_counter()
    from generator.books.build import write_book  # noqa: PLC0415 - importing is part of the cold start
    from generator.books.manuscript import manuscript  # noqa: PLC0415

    templates = Path(__file__).parent / "templates"
    given = manuscript(book, content=folder / "content", templates=templates)
    write_book(given, folder / "site", PROJECT / "mkdocs.yml")
    return perf_counter() - start


def build_material(count: int, folder: Path) -> float:
    """Seconds to build the same pages from Markdown with MkDocs and Material as they come."""
    write_markdown(count, folder / "docs")
    (folder / "mkdocs.yml").write_text(_MATERIAL, encoding="utf-8")
    start = perf_counter()
    from mkdocs.commands.build import build  # noqa: PLC0415 - importing is part of the cold start
    from mkdocs.config import load_config  # noqa: PLC0415

    build(load_config(str(folder / "mkdocs.yml")))
    return perf_counter() - start


def seconds_cold(which: str, count: int) -> float:
    """Wall time of one build in a fresh process and a fresh folder."""
    command = [sys.executable, __file__, which, str(count)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(which: str) -> tuple[float, float]:
    """Start-up in seconds and milliseconds a page, medians of all runs."""
    few = median(seconds_cold(which, FEW) for _ in range(RUNS))
    many = median(seconds_cold(which, MANY) for _ in range(RUNS))
    return few, (many - few) / (MANY - FEW) * 1000


def compare() -> bool:
    """Print the table; whether both bars are met."""
    results = {which: measure(which) for which in ("ours", "material")}
    ours, material = results["ours"][1], results["material"][1]
    print(f"{'':10} {'start-up':>10} {'ms a page':>10}")
    for which, (startup, page) in results.items():
        print(f"{which:10} {startup:>8.2f} s {page:>10.2f}")
    ratio = material / ours
    print(f"ours {ours:.2f} ms a page (bar: {MOST_MS_A_PAGE}); {ratio:.1f} times faster (bar: {LEAST_RATIO})")
    return ours <= MOST_MS_A_PAGE and ratio >= LEAST_RATIO


def main(arguments: list[str]) -> int:
    """Exit code of the command line above."""
    if not arguments:
        return 0 if compare() else 1
    which, count = arguments[0], int(arguments[1])
    memory = Path("/dev/shm")  # noqa: S108 - where there is one, so that the disk's mood is not measured
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        print({"ours": build_ours, "material": build_material}[which](count, Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
