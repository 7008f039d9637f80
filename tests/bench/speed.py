"""The speed promise, measured in one run: how long Kaohe takes, cold and after a change, and others.

    python -m tests.bench.speed
    python -m tests.bench.speed --only M --quick
    python -m tests.bench.speed --report docs/benchmarks.md

About half an hour on two cores. Each build runs in a process of its own, in memory where the machine has
`/dev/shm`, so that the mood of a disk is not measured; a figure is the median of five runs, of L of three,
where one takes less than a minute. Hugo and Zensical take part where `make bench` could install them.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.bench import MEMORY
from tests.bench.generators import MATERIAL, Generator
from tests.bench.machine import describe
from tests.bench.our_rows import Ours
from tests.bench.rival_rows import rival_rows
from tests.bench.rows import SIZES, Effort, L, M, Row, S, Size
from tests.bench.speed_report import report

QUICK = Effort(runs=1)
LARGE = Effort(runs=3)
"""Of L, or it alone would take half an hour."""
UNIT_PAGES = Effort(runs=3)
"""Of our books with and without unit pages: twice as long as any other row."""


def measure(sizes: Sequence[Size], *, quick: bool) -> Iterator[Row]:
    """Every row of these workloads."""
    memory = MEMORY if MEMORY.is_dir() else None
    for size in sizes:
        effort = QUICK if quick else LARGE if size is L else Effort()
        with tempfile.TemporaryDirectory(prefix="kaohe-bench-", dir=memory) as folder:
            ours = Ours(size, Path(folder), effort)
            yield from ours.rows()
            if size is M:
                yield from ours.unit_pages(QUICK if quick else UNIT_PAGES)
            if size in (S, M):
                yield from rival_rows(size, ours.data, lambda one, at=size: _effort(one, at, quick=quick))


def _effort(generator: Generator, size: Size, *, quick: bool) -> Effort | None:
    """Plain Material takes minutes for M: once, and not at all when it is to be quick."""
    if generator is MATERIAL and size is M:
        return None if quick else QUICK
    return QUICK if quick else Effort()


def main() -> None:
    """Print the table and the bars; the whole of it is the report."""
    asked = argparse.ArgumentParser(description="How long builds take.")
    names = [size.name for size in SIZES]
    asked.add_argument("--only", choices=names, action="append", help="this workload; may be repeated")
    asked.add_argument("--quick", action="store_true", help="once each, without L and what takes longest")
    asked.add_argument("--report", type=Path, help="write it there too, unless only part was measured")
    options = asked.parse_args()
    chosen = options.only or [name for name in names if not (options.quick and name == L.name)]
    before = describe()
    rows = list(measure([size for size in SIZES if size.name in chosen], quick=options.quick))
    text = report(before, rows)
    print(text, end="")
    if options.report and chosen == names and not options.quick:
        options.report.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
