"""A site made of data with tokens in it, year by year like the real one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.books.build import Site, Workshop, quiet, writing
from generator.books.cabinet import Cabinet, Handover
from generator.books.source import Order
from generator.books.standing import Remembered
from generator.books.state import BookState
from generator.books.walk import Walk, keys_of
from generator.books.worked import Worked
from generator.books.yearly import bring_up
from generator.intake.stock import Stock
from generator.model.tables import Tables
from generator.pages.page import Book
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
class MaskedSite:
    """Where masked data goes."""

    folder: Path
    workshop: Workshop
    known: Remembered
    """What is there."""


@dataclass(frozen=True)
class Sites:
    """Sites of the same data that differ in what was written by hand; the first has all of it."""

    sites: Sequence[Site]

    @property
    def made(self) -> Mapping[str, BookState]:
        """The books of the first; all have the same."""
        return self.sites[0].made

    @property
    def workshop(self) -> Workshop:
        """Of the first: a book that changes there by hand is looked at in all."""
        return self.sites[0].workshop

    def is_written(self, name: str, source: str) -> bool:
        """Whether each has it."""
        return all(site.is_written(name, source) for site in self.sites)

    def keep(self, name: str) -> None:
        """Leave it as it is in each."""
        for site in self.sites:
            site.keep(name)

    def print(self, book: Book, source: str = "", *, by_page: bool = True) -> None:
        """Print it for each."""
        for site in self.sites:
            site.print(book, source, by_page=by_page)


@dataclass(frozen=True)
class Masked:
    """Masked data, to be made a site of."""

    order: Order
    stock: MaskedStock
    tables: Callable[[int], Tables]
    """Of a year."""
    truth: Told

    def write(self, copies: Iterable[MaskedSite], cabinet: Cabinet) -> None:
        """Bring these sites up to date, on one way through the years."""
        with ExitStack() as stack:
            sites = [
                stack.enter_context(writing(one.folder, one.workshop, quiet, one.known)) for one in copies
            ]
            keys = keys_of(self.order, self.stock, sites[0].before.code)
            run = MaskedWalk(
                self.order, self.stock, Sites(sites), cabinet, keys, masked=self.tables, truth=self.truth
            )
            bring_up(run)
        run.finish()
