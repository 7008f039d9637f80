"""What was measured: one row of the table each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.bench.cost import Cost, middle
from tests.bench.folders import Written


@dataclass(frozen=True)
class Size:
    """A workload: so many units in each of so many years."""

    name: str
    units: int
    years: int

    @property
    def label(self) -> str:
        """`M, 200 × 10`."""
        return f"{self.name}, {self.units:,} × {self.years}"


S, ONE_YEAR, M, L = Size("S", 20, 3), Size("1 year", 200, 1), Size("M", 200, 10), Size("L", 1000, 10)
SIZES = (S, ONE_YEAR, M, L)

OURS = "Kaohe, cold"
ALONE = "Kaohe, cold, one process"
AGAIN = "Kaohe, a score changed, command again"
WATCHING = "Kaohe, a score changed, watching"
NOTED = "Kaohe, a note changed, watching"
BOOKS = "Kaohe, its books planned and written"
OTHER_PAGES = "Kaohe, the same without unit pages"


@dataclass(frozen=True)
class Row:
    """One kind of build of one workload."""

    size: Size
    build: str
    costs: Sequence[Cost]
    """Of each run."""
    site: Written
    """All that is there after it."""
    written: Written
    """What it wrote, of the last run."""
    needless: int = 0
    """Pages it wrote in one run, at most, though their bytes stayed the same."""
    papers: int = 0
    """Printable documents among the pages of the site."""
    blank: Cost | None = None
    """What the same program takes for a front page alone."""
    differing: int | None = None
    """Files by which the site, changed again and again, differs from a new one; None where nobody looked."""

    @property
    def cost(self) -> Cost:
        """The median."""
        return middle(self.costs)

    @property
    def slowest(self) -> float:
        """Seconds on the clock."""
        return max(one.wall for one in self.costs)


@dataclass(frozen=True)
class Effort:
    """How often a build is repeated."""

    runs: int = 5
    long: float = 60.0
    """Seconds on the clock from which one run has to do."""

    def spend(self, name: str, once: Callable[[int], Cost]) -> list[Cost]:
        """Run it for turn 0, 1 … and say how it goes."""
        costs: list[Cost] = []
        while len(costs) < self.runs and not (costs and costs[0].wall >= self.long):
            costs.append(once(len(costs)))
            progress(f"{name}, run {len(costs)} of {self.runs}: {costs[-1].wall:.2f} s")
        return costs


def progress(text: str) -> None:
    """Say how far the bench is."""
    print(text, file=sys.stderr, flush=True)
