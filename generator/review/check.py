"""A check: what it looks for, which tables must be whole before it may look, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.model.tables import Tables, YearTables
from generator.problems import Problem


@dataclass(frozen=True)
class YearCheck:
    """A check of one year against itself, the top of the data folder and the years before.

    What comes later is not known there: so a closed year is judged once.
    """

    code: str
    """The code its errors carry: domain.md 14, and the table in `generator.review`."""
    needs: tuple[str, ...]
    """Tables and documents it concludes from, of the year and of the top of the data folder."""
    run: Callable[[YearTables, Tables], Iterator[Problem]]
    elsewhere: tuple[str, ...] = ()
    """Tables it also reads in earlier years; they must be whole in all of them."""
    latest: bool = False
    """Whether it only runs for the latest year: advice on what can still be changed."""

    def problems(self, tables: Tables, *, latest: bool) -> Iterator[Problem]:
        """What it finds in the last of the years, which may be the `latest` there is."""
        year = tables.years[-1]
        if self.latest and not latest:
            return
        if _is_broken(self.elsewhere, *(one.broken for one in tables.years)):
            return
        if not _is_broken(self.needs, year.broken, tables.broken) and self._has_documents(year):
            yield from self.run(year, tables)

    def _has_documents(self, year: YearTables) -> bool:
        """Whether the documents it needs exist; a missing one is reported by whoever reads."""
        cycle_missing = "cycle" in self.needs and year.cycle is None
        scheme_missing = "scheme" in self.needs and year.scheme is None
        return not (cycle_missing or scheme_missing)


@dataclass(frozen=True)
class TopCheck:
    """A check of the tables at the top of the data folder."""

    code: str
    needs: tuple[str, ...]
    """Tables it concludes from; they must be whole."""
    run: Callable[[Tables], Iterator[Problem]]

    def problems(self, tables: Tables) -> Iterator[Problem]:
        """What it finds."""
        if not _is_broken(self.needs, tables.broken):
            yield from self.run(tables)


Check = YearCheck | TopCheck


def _is_broken(names: Iterable[str], *broken: frozenset[str]) -> bool:
    """Whether one of the names is among the broken ones; `reports/u03` breaks `reports`."""
    damaged = {name.split("/")[0] for names in broken for name in names}
    return not damaged.isdisjoint(names)
