"""A site made of data with tokens in it, year by year like the real one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.books.build import Site, Workshop, quiet
from generator.books.cabinet import Cabinet, Handover
from generator.books.source import Order
from generator.books.walk import Walk, keys_of
from generator.books.worked import Worked
from generator.books.yearly import bring_up
from generator.intake.stock import Stock
from generator.model.tables import Tables
from generator.problems import Problem, in_order


@dataclass(frozen=True)
class Told:
    """What the check says of the real data."""

    of_years: Mapping[int, tuple[Problem, ...]]
    others: tuple[Problem, ...]
    """Of files that belong to no year."""

    def of(self, year: int | None) -> tuple[Problem, ...]:
        """Of a year; of what belongs to none."""
        return self.others if year is None else self.of_years[year]

    @cached_property
    def all(self) -> tuple[Problem, ...]:
        """All of them, in order."""
        return in_order((*self.others, *(each for one in self.of_years.values() for each in one)))


@dataclass(frozen=True)
class MaskedStock(Stock):
    """What lies in the data folder, with tokens in place of what is withheld."""

    marks: Mapping[int | None, str] = field(default_factory=dict)
    """What else the site of a folder depends on: its tokens, its problems."""

    @classmethod
    def of(cls, stock: Stock, marks: Mapping[int | None, str]) -> MaskedStock:
        """The same files."""
        return cls(stock.root, stock.found, stock.contents, stock.tables, stock.documents, marks)

    def digest(self, year: int | None) -> str:
        """Changes with the tokens too."""
        return f"{super().digest(year)} {self.marks[year]}"


@dataclass
class MaskedWalk(Walk):
    """What is wrong with the data is what is wrong with the real one: tokens break rules."""

    masked: Callable[[int], Tables] = field(kw_only=True)
    """The tables of a year."""
    truth: Told = field(kw_only=True)

    def judged(self, year: int) -> tuple[Tables, list[Problem]]:
        """The masked tables, with the problems of the real ones."""
        tables, own = self.masked(year), list(self.truth.of(year))
        self.problems += (*self.truth.others, *own)
        self.top = replace(tables, years=())
        return replace(tables, years=(*self.tables, *tables.years)), own

    def worked(self, tables: Tables, before: Handover | None, *, newest: bool) -> Worked:
        """Without a word about tokens."""
        return replace(super().worked(tables, before, newest=newest), problems=())


@dataclass(frozen=True)
class Masked:
    """Masked data, to be made a site of."""

    order: Order
    stock: MaskedStock
    tables: Callable[[int], Tables]
    """Of a year."""
    truth: Told

    def write(self, folder: Path, workshop: Workshop, cabinet: Cabinet) -> None:
        """Bring the site in the folder up to date."""

        def walk(site: Site) -> Walk:
            keys = keys_of(self.order, self.stock, site.before.code)
            return MaskedWalk(
                self.order, self.stock, site, cabinet, keys, masked=self.tables, truth=self.truth
            )

        with cabinet.remembering():
            bring_up(walk, folder, workshop, cabinet, quiet)
