"""A data folder gone through year by year: what is as it was is passed over, the rest worked out and shown.

A closed year whose files, and those of the years before, are as they were is neither read nor planned: its
book stays, and what later years need of it comes from the cabinet. So a change costs what the open year does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from generator.archive import assemble_units
from generator.books.build import Site, Workshop
from generator.books.cabinet import Cabinet, Closed, Handover
from generator.books.errand import Errands, errands
from generator.books.source import Order
from generator.books.state import BookState
from generator.books.version import content_digest
from generator.books.worked import Worked, closed, read_later, work_out
from generator.editions import edition
from generator.editions.edition import Edition, EditionYear
from generator.intake.read import read_stock
from generator.intake.stock import Stock
from generator.model.tables import Tables, YearTables
from generator.pages.page import Book
from generator.pages.plan import plan_book, plan_shelf
from generator.pages.sheets.register import REGISTER
from generator.problems import DataError, Problem, has_errors, in_order
from generator.review import review_top, review_year
from generator.store.again import forgetting


def keys_of(order: Order, stock: Stock, code: str) -> Mapping[int, str]:
    """By year: changes with program, top of the data folder, files of the year and of those before."""
    key = _digest(code, order.audience.value, stock.digest(None))
    found = {}
    for year in stock.found.years:
        key = found[year] = _digest(key, str(year), stock.digest(year))
    found[stock.found.years[-1]] = _digest(key, str(order.as_of))
    return found


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class Taker(Protocol):
    """What takes the books of a walk: a site, some of them, or what stands in their place."""

    @property
    def sites(self) -> Sequence[Site]:
        """The sites they are written to."""

    @property
    def made(self) -> Mapping[str, BookState]:
        """Those taken so far, by name."""

    @property
    def workshop(self) -> Workshop:
        """The folders of the project that are no data."""

    def is_written(self, name: str, source: str) -> bool:
        """Whether the book of that name is there, planned from the same."""

    def keep(self, name: str) -> None:
        """Leave a book as it is."""

    def print(self, book: Book, source: str = "", *, by_page: bool = True) -> None:
        """Take a book."""


@dataclass
class Walk:
    """One way through the years.

    How the tables of a year come, how it is worked out and where it goes can be done otherwise: `judged`,
    `worked`, `shown`.
    """

    order: Order
    stock: Stock
    site: Taker
    cabinet: Cabinet
    keys: Mapping[int, str]
    problems: list[Problem] = field(default_factory=list)
    tables: list[YearTables] = field(default_factory=list)
    """Of the years so far, what checks of later ones read."""
    told: list[EditionYear] = field(default_factory=list)
    """The years so far, as later ones read them."""
    units: dict[int, Sequence[str]] = field(default_factory=dict)
    """Ids of the units assessed, by year."""
    own: dict[int, tuple[Problem, ...]] = field(default_factory=dict)
    """Problems by the year they are of."""
    last: Handover | None = None
    """Of the year just gone through."""
    top: Tables | None = None
    newest: Book | None = None
    wanted: int | None = None
    """The year whose whole edition is to stay at hand: some hundred megabytes."""
    edition: EditionYear | None = None
    errands: Errands | None = None
    """Books that others make meanwhile; None when nobody does."""

    def is_done(self) -> bool:
        """Whether the site is as it must be already; then all of it stays."""
        found = self.cabinet.problems(self.keys[self.stock.found.years[-1]])
        if found is None or self._written != self.sources.keys():
            return False
        self.problems += found
        for name in self.sources:
            self.site.keep(name)
        return True

    def finish(self) -> tuple[Problem, ...]:
        """Keep for the next build what this one found out; the problems of the data."""
        problems = in_order(self.problems)
        *older, newest = self.stock.found.years
        self.cabinet.keep_problems(self.keys[newest], problems)
        self.cabinet.keep_only(older)
        return problems

    def books(self) -> None:
        """Write what must be written of each year; DataError with all problems when one is an error."""
        due = self._due()
        *older, newest = self.stock.found.years
        unwritten = [year for year in older if str(year) not in self._written]
        size = sum(map(self.stock.size, unwritten))
        with errands(self.site.sites, len(unwritten), size) as self.errands:
            for year in (*older, newest):
                if year in due:
                    self._take(year)
                else:
                    self._recall(year, handover=year + 1 in due)
                if self.errands is not None:
                    self.errands.collect(wait=False)
        if has_errors(self.problems):
            raise DataError(self.problems)

    def shelf(self) -> None:
        """Write the shelf."""
        printed = [name for name, one in self.site.made.items() if REGISTER in one.files]
        books = [self.newest] if self.newest else []
        shelf = plan_shelf(self.bound(self.told, self.problems), books, printed)
        self.site.print(shelf, self.sources[""])

    def _due(self) -> set[int]:
        """The years to be worked out: the newest, those whose book is not as it must be, what these need."""
        *older, newest = self.stock.found.years
        due = {newest}
        for year in reversed(older):
            found = self.cabinet.find(year, self.keys[year], handover=year + 1 in due)
            if found is None or str(year) not in self._written:
                due.add(year)
        return due

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """By name, oldest first and the shelf last: digest of all a book is planned and framed from."""
        return {name: self._source(name) for name in (*map(str, self.stock.found.years), "")}

    @cached_property
    def _written(self) -> Set[str]:
        """Books that are as they must be."""
        return {name for name, source in self.sources.items() if self.site.is_written(name, source)}

    def _source(self, name: str) -> str:
        """The shelf tells of all years, the newest too."""
        shop = self.site.workshop
        year = int(name) if name else self.stock.found.years[-1]
        written = content_digest(shop.content / (name or "shelf"))
        return _digest(name, self.keys[year], written, str(shop.offline))

    def _recall(self, year: int, *, handover: bool) -> None:
        """A closed year as it was, with its book."""
        found = self.cabinet.find(year, self.keys[year], handover=handover)
        if found is None:
            raise RuntimeError(f"{year} was in the cabinet a moment ago")
        self.problems += found.problems
        self._pass(year, found)
        self.site.keep(str(year))

    def _take(self, year: int) -> None:
        """Read, judge, work out, print and put away a year; after an error what follows is only judged."""
        if year == self.stock.found.years[-1]:
            self._work_on(year)
            return
        with forgetting():
            self._work_on(year)

    def _work_on(self, year: int) -> None:
        tables, own = self.judged(year)
        before_newest, newest = (year in self.stock.found.years[place:][:1] for place in (-2, -1))
        last, self.last = self.last, None  # some hundred megabytes, not needed while the book is printed
        worked = None if has_errors(self.problems) else self.worked(tables, last, newest=newest)
        if worked is not None:
            own += worked.problems
            self.problems += worked.problems
        if worked is None or has_errors(worked.problems):
            self.tables.append(read_later(tables.years[-1]))
            return
        compared = last.compared if last is not None and last.assessed.number == year - 1 else None
        del last
        self.shown(year, worked, compared)
        found = closed(tables.years[-1], worked, in_order(own), newest=newest)
        if not newest:
            # The open year alone is worked out again and again; it asks the year before it, and no other.
            kept = self.cabinet.keep(year, self.keys[year], found, handover=before_newest)
            found = replace(kept, handover=found.handover)  # small again, but for what comes next
        self._pass(year, found)

    def judged(self, year: int) -> tuple[Tables, list[Problem]]:
        """The tables of the year after what is read of those before, and its own problems."""
        tables, problems = read_stock(self.stock, [year])
        folder = f"{self.stock.root}/{year}/"
        own = [one for one in problems if one.place.file.startswith(folder)]
        self.problems += (*(one for one in problems if one not in own), *review_top(tables))
        self.top = replace(tables, years=())
        tables = replace(tables, years=(*self.tables, *tables.years))
        own += review_year(tables, latest=year == self.stock.found.years[-1])
        self.problems += own
        return tables, own

    def worked(self, tables: Tables, before: Handover | None, *, newest: bool) -> Worked:
        """The last year of the tables with its scores; `before` is what the year before handed over."""
        return work_out(tables, before, self.order, newest=newest)

    def shown(self, year: int, worked: Worked, before: EditionYear | None) -> None:
        """The book of the year, unless it is there already; `before` is the year before to compare with."""
        name, newest = str(year), year == self.stock.found.years[-1]
        source = self.sources[name]
        if not newest and name in self._written:
            self.site.keep(name)
            return
        earlier = self.told if before is None else [*self.told[:-1], before]
        seen = self.bound([*earlier, worked.edition], self.problems)
        if self.errands is not None and not newest and year != self.wanted:
            # The newest is made here: its pages are known by what they were made from.
            self.errands.send(seen, source)
            return
        self.newest = plan_book(seen, worked.edition)
        if year == self.wanted:
            self.edition = worked.edition
        self.site.print(self.newest, source, by_page=newest)

    def _pass(self, year: int, found: Closed) -> None:
        """Go on to the next year."""
        self.tables.append(found.tables)
        self.told.append(found.told)
        self.units[year] = found.units
        self.own[year] = found.problems
        self.last = found.handover

    def bound(self, years: Sequence[EditionYear], problems: Sequence[Problem]) -> Edition:
        """An edition of these years, with the units of all years gone through."""
        units = assemble_units(self.top, self.units) if self.top is not None else ()
        return edition(years, units, self.order.audience, in_order(problems))
