"""From the data folder to a written site, a year after the other.

A closed year whose files, and those of the years before, are as they were is neither read nor planned: its
book stays, and what later years need of it comes from the cabinet. So a change costs what the open year does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.archive import assemble_units
from generator.books.build import BuiltSite, Progress, Site, Workshop, quiet, writing
from generator.books.cabinet import Cabinet, Closed, Handover
from generator.books.draft import Draft
from generator.books.errand import Errands, errands
from generator.books.source import Order
from generator.books.state import SiteState
from generator.books.version import content_digest
from generator.books.worked import Worked, closed, read_later, work_out
from generator.editions import edition
from generator.editions.edition import Edition, EditionYear
from generator.intake.read import read_stock
from generator.intake.stock import Stock, take_stock
from generator.model.tables import Tables, YearTables
from generator.pages.page import Book
from generator.pages.plan import plan_book, plan_shelf
from generator.pages.sheets.register import REGISTER
from generator.problems import ConfigError, DataError, Problem, has_errors, in_order
from generator.review import review_top, review_year
from generator.store.again import forgetting


@dataclass(frozen=True)
class Written:
    """A site, and what the check says of its data."""

    site: BuiltSite
    problems: tuple[Problem, ...]
    """Warnings and less."""


def cabinet_of(out_dir: Path) -> Cabinet:
    """What is kept beside the site in that folder."""
    return Cabinet(out_dir.with_name(f".{out_dir.name}.years"))


def write_years(
    order: Order, out_dir: Path, workshop: Workshop, cabinet: Cabinet, progress: Progress = quiet
) -> Written:
    """Bring the site of all years up to date.

    DataError with every problem of the years that were read when one is an error, and ConfigError when there
    is no year; then the site is as it was.
    """
    stock = take_stock(order.data, audience=order.audience)
    if not stock.found.years:
        _refuse(stock)
    with writing(out_dir, workshop, progress, cabinet.remembered) as site:
        run = _Run(order, stock, site, cabinet, _keys(order, stock, site.before.code))
        with cabinet.all_or_nothing(), cabinet.remembering():
            if not run.is_done():
                run.books()
                run.shelf()
            built = site.finish()
    return Written(built, run.finish())


@dataclass(frozen=True)
class Planned:
    """A book planned once more, from the data as it is now."""

    book: Book
    source: str
    """Digest of all it was planned from, as the build keeps it."""
    edition: EditionYear | None
    """Of its year, of the shelf that of the newest year."""


def plan_again(
    name: str, order: Order, workshop: Workshop, cabinet: Cabinet, before: SiteState
) -> Planned | None:
    """The book of that name as the next build would plan it; None when the data no longer has its year.

    The cabinet is written to: give a copy. Errors as `write_years`.
    """
    stock = take_stock(order.data, audience=order.audience)
    if not stock.found.years:
        _refuse(stock)
    if name and int(name) not in stock.found.years:
        return None
    draft = Draft(name, workshop, before)
    wanted = int(name) if name else stock.found.years[-1]
    run = _Run(order, stock, draft, cabinet, _keys(order, stock, before.code), wanted=wanted)
    run.books()
    if not name:
        run.shelf()
    return Planned(draft.books[name], run.source(name), run.edition)


def _refuse(stock: Stock) -> None:
    """Say why there is nothing to write: problems of files first."""
    _, problems = read_stock(stock)
    if has_errors(problems):
        raise DataError(problems)
    raise ConfigError(f"{stock.root} 中没有年度文件夹，请建立例如 {stock.root}/2025 的文件夹")


def _keys(order: Order, stock: Stock, code: str) -> Mapping[int, str]:
    """By year: changes with program, top of the data folder, files of the year and of those before."""
    key = _digest(code, order.audience.value, stock.digest(None))
    found = {}
    for year in stock.found.years:
        key = found[year] = _digest(key, str(year), stock.digest(year))
    found[stock.found.years[-1]] = _digest(key, str(order.as_of))
    return found


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass
class _Run:
    """One build while it goes through the years."""

    order: Order
    stock: Stock
    site: Site | Draft
    cabinet: Cabinet
    keys: Mapping[int, str]
    problems: list[Problem] = field(default_factory=list)
    tables: list[YearTables] = field(default_factory=list)
    """Of the years so far, what checks of later ones read."""
    told: list[EditionYear] = field(default_factory=list)
    """The years so far, as later ones read them."""
    units: dict[int, Sequence[str]] = field(default_factory=dict)
    """Ids of the units assessed, by year."""
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
        names = [*map(str, self.stock.found.years), ""]
        found = self.cabinet.problems(self.keys[self.stock.found.years[-1]])
        if found is None or not all(self.site.is_written(name, self.source(name)) for name in names):
            return False
        self.problems += found
        for name in names:
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
        unwritten = [year for year in older if not self._is_written(year)]
        size = sum(map(self.stock.size, unwritten))
        site = self.site
        others = errands(site, len(unwritten), size) if isinstance(site, Site) else nullcontext()
        with others as self.errands:
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
        shelf = plan_shelf(self._edition(self.told, self.problems), books, printed)
        self.site.print(shelf, self.source(""))

    def _due(self) -> set[int]:
        """The years to be worked out: the newest, those whose book is not as it must be, what these need."""
        *older, newest = self.stock.found.years
        due = {newest}
        for year in reversed(older):
            found = self.cabinet.find(year, self.keys[year], handover=year + 1 in due)
            if found is None or not self._is_written(year):
                due.add(year)
        return due

    def _is_written(self, year: int) -> bool:
        return self.site.is_written(str(year), self.source(str(year)))

    def source(self, name: str) -> str:
        """Digest of all a book is planned and framed from; the shelf tells of all years, the newest too."""
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
        tables, own = self._judged(year)
        before_newest, newest = (year in self.stock.found.years[place:][:1] for place in (-2, -1))
        last, self.last = self.last, None  # some hundred megabytes, not needed while the book is printed
        worked = None if has_errors(self.problems) else work_out(tables, last, self.order, newest=newest)
        if worked is not None:
            own += worked.problems
            self.problems += worked.problems
        if worked is None or has_errors(worked.problems):
            self.tables.append(read_later(tables.years[-1]))
            return
        compared = last.compared if last is not None and last.assessed.number == year - 1 else None
        del last
        self._print(year, worked, compared)
        found = closed(tables.years[-1], worked, in_order(own), newest=newest)
        if not newest:
            # The open year alone is worked out again and again; it asks the year before it, and no other.
            kept = self.cabinet.keep(year, self.keys[year], found, handover=before_newest)
            found = replace(kept, handover=found.handover)  # small again, but for what comes next
        self._pass(year, found)

    def _judged(self, year: int) -> tuple[Tables, list[Problem]]:
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

    def _print(self, year: int, worked: Worked, before: EditionYear | None) -> None:
        """The book of the year, unless it is there already; `before` is the year before to compare with."""
        name, newest = str(year), year == self.stock.found.years[-1]
        source = self.source(name)
        if not newest and self._is_written(year):
            self.site.keep(name)
            return
        earlier = self.told if before is None else [*self.told[:-1], before]
        seen = self._edition([*earlier, worked.edition], self.problems)
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
        self.last = found.handover

    def _edition(self, years: Sequence[EditionYear], problems: Sequence[Problem]) -> Edition:
        units = assemble_units(self.top, self.units) if self.top is not None else ()
        return edition(years, units, self.order.audience, in_order(problems))
