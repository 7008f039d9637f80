"""Our builds of one workload: cold, again after a changed cell, watching; and what its unit pages cost."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.bench.changed_cell import ChangedCell
from tests.bench.cost import Command, Cost, Started, run, started
from tests.bench.folders import Contents, counted, differences, look, needless, written
from tests.bench.ours import one_shot
from tests.bench.rows import (
    AGAIN,
    ALONE,
    BOOKS,
    NOTED,
    OTHER_PAGES,
    OURS,
    WATCHING,
    Effort,
    M,
    Row,
    Size,
    progress,
)


class Ours:
    """The builds of one workload in a folder; each measure goes on where the one before left the site."""

    def __init__(self, size: Size, folder: Path, effort: Effort) -> None:
        self._size, self._effort = size, effort
        self.data, self._built, self._cold = folder / "data", folder / "built", folder / "cold"
        self._turn = 0
        progress(f"{size.label}: writing the data")
        _, found = ended(task("workload", self.data, str(size.units), str(size.years)))
        file, row, percent = found
        self._cell = ChangedCell(Path(file), row, percent)

    def rows(self) -> Iterator[Row]:
        """Cold, again, watching; the last cold run then shows whether the site is as it should be."""
        name = f"{self._size.label}: {OURS}"
        first = Effort(1).spend(name, lambda _: run(one_shot(self.data, self._built)))
        site = look(self._built)
        changed = [self._again(), *self._watching()]
        left = self._effort.runs - 1 if first[0].wall < self._effort.long else 0
        costs = first + replace(self._effort, runs=left).spend(name, lambda _: self._run_cold())
        yield Row(
            self._size,
            OURS,
            costs,
            counted(site),
            counted(site),
            papers=sum(_is_paper(path) for path in site),
            differing=self._differing() if left else None,
        )
        if self._size is M:
            yield self._alone()
        yield from changed

    def unit_pages(self, effort: Effort) -> Iterator[Row]:
        """The books with and without them, planned and written, in processor seconds."""
        found: dict[str, list[Cost]] = {"books": [], "other-pages": []}
        sites: dict[str, Contents] = {}

        def both(_: int) -> Cost:
            for which, costs in found.items():
                cost, sites[which] = self._books(which)
                costs.append(cost)
            return costs[-1]

        effort.spend(f"{self._size.label}: {BOOKS}", both)
        for build, (which, costs) in zip((BOOKS, OTHER_PAGES), found.items(), strict=True):
            size = counted(sites[which])
            yield Row(self._size, build, costs, size, size)

    def _again(self) -> Row:
        command = one_shot(self.data, self._built)
        return self._changed(AGAIN, self._cell.score, lambda: run(command))

    def _watching(self) -> Iterator[Row]:
        command = [sys.executable, "-m", "tests.bench.watching", self.data, self._built]
        with started(command) as process:
            progress(f"{self._size.label}: first build of the watching process")
            _answer(process)
            rows = [
                self._changed(build, change, lambda: _answer(process))
                for build, change in ((WATCHING, self._cell.score), (NOTED, self._cell.note))
            ]
            memory = process.end().memory
        for row in rows:
            yield replace(row, costs=[replace(cost, memory=memory) for cost in row.costs])

    def _changed(self, build: str, change: Callable[[int], None], again: Callable[[], Cost]) -> Row:
        """Change the cell and build, another value each time."""
        sites = [look(self._built)]
        idle: list[int] = []

        def once(_: int) -> Cost:
            self._turn += 1
            change(self._turn)
            cost = again()
            sites[:] = [sites[-1], look(self._built)]
            idle.append(len(needless(*sites)))
            return cost

        costs = self._effort.spend(f"{self._size.label}: {build}", once)
        new = counted(written(*sites))
        return Row(self._size, build, costs, counted(sites[-1]), new, max(idle))

    def _alone(self) -> Row:
        """Two processes on two threads of one core take more processor time than one does for the same."""
        costs = self._effort.spend(f"{self._size.label}: {ALONE}", lambda _: self._run_cold("--jobs", "1"))
        site = look(self._cold)
        papers = sum(_is_paper(path) for path in site)
        return Row(self._size, ALONE, costs, counted(site), counted(site), papers=papers)

    def _run_cold(self, *more: str) -> Cost:
        shutil.rmtree(self._cold, ignore_errors=True)
        return run(one_shot(self.data, self._cold, *more))

    def _differing(self) -> int:
        """Files by which the site that was changed again and again differs from the one built anew."""
        return len(differences(look(self._built / "site/staff"), look(self._cold / "site/staff")))

    def _books(self, which: str) -> tuple[Cost, Contents]:
        shutil.rmtree(self._cold, ignore_errors=True)
        cost, found = ended(task(which, self.data, self._cold))
        return Cost(found["wall"], found["plan"] + found["write"], cost.memory), look(self._cold)


def task(*arguments: str | Path) -> Command:
    """A task in a process of its own."""
    return [sys.executable, "-m", "tests.bench.tasks", *arguments]


def ended(command: Command) -> tuple[Cost, Any]:
    """What a task cost, and what it found."""
    with started(command) as process:
        cost = process.end()
    return cost, json.loads(process.said.splitlines()[-1])


def _answer(process: Started) -> Cost:
    said = process.ask("build")
    if not said.startswith("{"):
        process.end()
    return Cost(**json.loads(said))


def _is_paper(path: str) -> bool:
    """Whether it is a printable document, not the page that lists them."""
    folders = Path(path).parts
    return path.endswith(".html") and "print" in folders[:-2]
