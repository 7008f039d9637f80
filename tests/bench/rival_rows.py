"""What other generators take for the unit pages of a workload, as Markdown."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.cost import Cost, middle, run
from tests.bench.folders import Written, counted, look
from tests.bench.generators import Generator, installed
from tests.bench.our_rows import ended, task
from tests.bench.rows import Effort, Row, Size, progress


def rival_rows(size: Size, data: Path, effort: Callable[[Generator], Effort | None]) -> Iterator[Row]:
    """A row for each generator that is installed and on which any effort is to be spent."""
    with tempfile.TemporaryDirectory(dir=data.parent) as folder:
        pages = Path(folder) / "pages"
        progress(f"{size.label}: writing the unit pages as Markdown")
        _, count = ended(task("markdown", data, pages))
        for generator in installed():
            if spent := effort(generator):
                yield _row(size, generator, pages, count, spent)


def _row(size: Size, generator: Generator, pages: Path, count: int, effort: Effort) -> Row:
    """The whole, and the front page alone, which costs what starting the program does."""
    name = f"{size.label}: {generator.name}"
    blank, _ = _built(f"{name}, front page alone", generator, pages, 0, effort)
    costs, site = _built(name, generator, pages, count, effort)
    return Row(size, generator.name, costs, site, site, blank=middle(blank))


def _built(
    name: str, generator: Generator, pages: Path, count: int, effort: Effort
) -> tuple[list[Cost], Written]:
    sites: list[Written] = []

    def once(_: int) -> Cost:
        with tempfile.TemporaryDirectory(dir=pages.parent) as folder:
            generator.lay_out(pages, count, Path(folder))
            cost = run(generator.command(Path(folder)), generator.environment)
            sites.append(counted(look(Path(folder) / "site")))
        return cost

    return effort.spend(name, once), sites[-1]
