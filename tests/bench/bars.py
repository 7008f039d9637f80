"""The bars of the speed promise, and whether they are met; of what was not measured nothing is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.bench.cost import Cost
from tests.bench.generators import HUGO, MATERIAL
from tests.bench.rows import AGAIN, ALONE, BOOKS, ONE_YEAR, OTHER_PAGES, OURS, WATCHING, M, Row

PAGE_MS = 1.5
MEMORY_MB = 600
TIMES_MATERIAL = 30
TIMES_HUGO = 1
WATCHING_MS = 300
AGAIN_S = 2
TIMES_ONE_YEAR = 1.3

Rows = Mapping[tuple[str, str], Row]
"""By names of size and build."""


@dataclass(frozen=True)
class Bar:
    """A promise, the figure it is held against, and whether it is kept."""

    text: str
    met: bool

    def __str__(self) -> str:
        return f"{self.text}: {'met' if self.met else 'NOT MET'}"


def by_name(rows: Sequence[Row]) -> Rows:
    """The rows to be found."""
    return {(row.size.name, row.build): row for row in rows}


def bars(rows: Rows) -> Iterator[Bar]:
    """Every bar whose rows are there."""
    for judge in (_cold, _memory, _others, _watching, _again, _pages, _years, _same):
        yield from judge(rows)


def _cold(rows: Rows) -> Iterator[Bar]:
    for build in (OURS, ALONE):
        row = rows.get((M.name, build))
        if row is None:
            continue
        each = row.cost.cpu * 1000 / row.site.pages
        alone = row.cost.cpu * 1000 / (row.site.pages - row.papers)
        yield Bar(
            f"M {build.partition(', ')[2]}: {each:.2f} ms of processor time a page, "
            f"printable documents counted ({alone:.2f} ms a page of the site without them); "
            f"at most {PAGE_MS}",
            each <= PAGE_MS,
        )


def _memory(rows: Rows) -> Iterator[Bar]:
    found = {
        build: row.cost.memory
        for build in (OURS, ALONE, AGAIN, WATCHING)
        if (row := rows.get((M.name, build)))
    }
    if found:
        told = ", ".join(f"{memory:.0f} MB {build.partition(', ')[2]}" for build, memory in found.items())
        yield Bar(f"M, largest process: {told}; at most {MEMORY_MB} MB", max(found.values()) <= MEMORY_MB)


def _others(rows: Rows) -> Iterator[Bar]:
    """A unit page of ours and of others in processor time; of what uses all cores on the clock too."""
    for name, least, whats in (
        (MATERIAL.name, TIMES_MATERIAL, ("cpu",)),
        (HUGO.name, TIMES_HUGO, ("cpu", "wall")),
    ):
        for what in whats:
            ours, other = unit_page(rows, what), _apiece(rows.get((M.name, name)), what)
            if ours and other:
                spoken = "in processor time" if what == "cpu" else "on the clock"
                yield Bar(
                    f"A unit page of M {spoken}: {ours:.2f} ms, {name} {other:.2f} ms, "
                    f"{other / ours:.2f} times as fast; at least {least}",
                    other / ours >= least,
                )


def unit_page(rows: Rows, what: str = "cpu") -> float | None:
    """Milliseconds by which the books cost more with unit pages than without, for each."""
    whole, rest = rows.get((M.name, BOOKS)), rows.get((M.name, OTHER_PAGES))
    if not whole or not rest:
        return None
    return _difference(whole.cost, rest.cost, what) / (whole.site.pages - rest.site.pages)


def _apiece(row: Row | None, what: str) -> float | None:
    """Milliseconds a page by which a site costs more than its front page alone."""
    if row is None or row.blank is None:
        return None
    return _difference(row.cost, row.blank, what) / (row.size.units * row.size.years)


def _difference(more: Cost, less: Cost, what: str) -> float:
    """In milliseconds."""
    return float(getattr(more, what) - getattr(less, what)) * 1000


def _watching(rows: Rows) -> Iterator[Bar]:
    if row := rows.get((M.name, WATCHING)):
        text = f"M after one changed cell, watching: {row.cost.wall * 1000:.0f} ms on the clock"
        slowest = f"slowest {row.slowest * 1000:.0f} ms"
        yield Bar(f"{text} ({slowest}); at most {WATCHING_MS}", row.cost.wall * 1000 <= WATCHING_MS)


def _again(rows: Rows) -> Iterator[Bar]:
    if row := rows.get((M.name, AGAIN)):
        text = f"M after one changed cell, command again: {row.cost.wall:.2f} s on the clock"
        yield Bar(f"{text} (slowest {row.slowest:.2f} s); at most {AGAIN_S}", row.cost.wall <= AGAIN_S)


def _pages(rows: Rows) -> Iterator[Bar]:
    for build in (AGAIN, WATCHING):
        if row := rows.get((M.name, build)):
            yield Bar(
                f"{build}: {row.written.pages} of {row.site.pages:,} pages of M rewritten, "
                f"{row.needless} of them though nothing on them changed; at most 0",
                row.needless == 0,
            )


def _years(rows: Rows) -> Iterator[Bar]:
    for build in (AGAIN, WATCHING):
        ten, one = rows.get((M.name, build)), rows.get((ONE_YEAR.name, build))
        if ten and one:
            times = ten.cost.cpu / one.cost.cpu
            text = f"{build}: ten years take {times:.2f} times the processor time of one"
            yield Bar(f"{text}; at most {TIMES_ONE_YEAR}", times <= TIMES_ONE_YEAR)


def _same(rows: Rows) -> Iterator[Bar]:
    for (size, build), row in rows.items():
        if build == OURS and row.differing is not None:
            text = f"{size} after all changes: {row.differing} files differ from those of a cold build"
            yield Bar(f"{text}; at most 0", not row.differing)
