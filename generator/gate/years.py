"""What each year of the data shows: to the audience, and if every item of the matrix were open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar

from generator.books.build import Site, Workshop
from generator.books.cabinet import Cabinet, Handover
from generator.books.source import Order
from generator.books.state import BookState
from generator.books.walk import Walk, keys_of
from generator.books.worked import Worked
from generator.contract.fields import Audience
from generator.editions.edition import EditionHistory, EditionYear
from generator.editions.matrix import Publication
from generator.figures import Figure, figures
from generator.gate.keys import YearKeys, keys_of_year
from generator.gate.masked import Told
from generator.gate.sayings import Printed, Sayings, said_in, texts_of
from generator.gate.withheld import Rule
from generator.intake.read import read_stock
from generator.intake.stock import Stock
from generator.model.scheme import Scheme
from generator.model.tables import Tables
from generator.model.terms import ItemAudience, PublicationItem
from generator.pages.page import Book
from generator.problems import Problem

Value = TypeVar("Value")
EVERYTHING = dict.fromkeys(PublicationItem, ItemAudience.STAFF)


@dataclass(frozen=True)
class Shown:
    """A year as the audience sees it."""

    scheme: Scheme
    sayings: Sayings
    names: tuple[str, ...]
    """Of its units, long and short."""
    items: Mapping[str, PublicationItem]
    """Of its figures, by key."""


@dataclass(frozen=True)
class Opened:
    """A year as the group would see it with every item open."""

    sayings: Sayings
    """Without figures: these are looked after by key."""
    keys: YearKeys


@dataclass
class Notes(Generic[Value]):
    """What was noted of each year, in place of its book."""

    workshop: Workshop
    made: dict[str, BookState] = field(default_factory=dict)
    sites: Sequence[Site] = ()
    _noted: dict[str, tuple[str, Value]] = field(default_factory=dict)
    """By name of the book: what it was noted from, and the note."""

    def __getitem__(self, year: int) -> Value:
        """Of a year; KeyError when there is none."""
        return self._noted[str(year)][1]

    def get(self, year: int) -> Value | None:
        """Of a year, if there is one."""
        return self._noted.get(str(year), (None, None))[1]

    def is_written(self, name: str, source: str) -> bool:
        """Whether the year was noted from the same."""
        return name in self._noted and self._noted[name][0] == source

    def keep(self, name: str) -> None:
        """The note stays."""

    def print(self, book: Book, source: str = "", *, by_page: bool = True) -> None:
        """Nobody plans a book here."""
        raise NotImplementedError

    def note(self, name: str, source: str, value: Value) -> None:
        """Put down a year."""
        self._noted[name] = (source, value)


@dataclass
class ShownWalk(Walk):
    """Notes what the audience sees."""

    notes: Notes[Shown] = field(kw_only=True)

    def shown(self, year: int, worked: Worked, before: EditionYear | None) -> None:  # noqa: ARG002 - as a walk
        """Note the year instead of planning its book."""
        sayings = Sayings(said_in(worked.edition))
        if (known := self.notes.get(year)) is not None:
            sayings.after(known.sayings)
        names = tuple(name for one in worked.edition.units for name in (one.name, one.short_name))
        items = {key: one.item for key, one in worked.edition.figures.items()}
        self.notes.note(
            str(year), self.sources[str(year)], Shown(worked.assessed.year.scheme, sayings, names, items)
        )


@dataclass
class OpenedWalk(Walk):
    """Notes what the group would see, and every figure by whether the audience sees it."""

    notes: Notes[Opened] = field(kw_only=True)
    seen: Notes[Shown] = field(kw_only=True)
    reader: Audience = field(kw_only=True)
    figures: tuple[Figure, ...] = ()
    """Of the year gone through."""

    def judged(self, year: int) -> tuple[Tables, list[Problem]]:
        """The tables with every item open; what is wrong with them was told before."""
        tables, _ = read_stock(self.stock, [year])
        self.top = replace(tables, years=())
        (own,) = tables.years
        if own.scheme is not None:
            own = replace(own, scheme=replace(own.scheme, publication=EVERYTHING))
        return replace(tables, years=(*self.tables, own)), []

    def worked(self, tables: Tables, before: Handover | None, *, newest: bool) -> Worked:
        """The year, its figures on the side."""
        worked = super().worked(tables, before, newest=newest)
        past = (before.assessed,) if before is not None else ()
        self.figures = figures((*past, worked.assessed))
        return replace(worked, problems=())

    def shown(self, year: int, worked: Worked, before: EditionYear | None) -> None:  # noqa: ARG002 - as a walk
        """Note the year instead of planning its book."""
        sayings = Sayings(said_in(replace(worked.edition, figures={})))
        if (known := self.notes.get(year)) is not None:
            sayings.after(known.sayings)
        seen = self.seen[year]
        publication = Publication.of(seen.scheme, self.reader)
        keys = keys_of_year(year, self.figures, seen.items, publication)
        self.notes.note(str(year), self.sources[str(year)], Opened(sayings, keys))


@dataclass(frozen=True)
class Looked:
    """What came of looking at the real data."""

    years: tuple[int, ...]
    names: tuple[str, ...]
    """All names units have or had."""
    keys: tuple[YearKeys, ...]
    truth: Told
    said: Mapping[int, Sayings]
    """By year, what the audience's edition says."""
    rule: Rule


class Keeper(Protocol):
    """Where what is kept of a way through the years lies, by a name of ours."""

    def cabinet(self, name: str) -> Cabinet:
        """On the disk."""

    def remembering(self, name: str) -> AbstractContextManager[None]:
        """In memory, inside the block."""


@dataclass
class Diary:
    """What was noted of all years: of those that are as they were it is not noted again."""

    keeper: Keeper
    shown: Notes[Shown]
    opened: Notes[Opened]

    def look(self, order: Order, stock: Stock, code: str) -> Looked:
        """Go through the years; DataError when the data has errors."""
        seen = ShownWalk(
            order,
            stock,
            self.shown,
            self.keeper.cabinet("shown"),
            keys_of(order, stock, code),
            notes=self.shown,
        )
        with self.keeper.remembering("shown"):
            _go(seen)
        wide = replace(order, audience=Audience.GROUP, as_of=None)
        keys = keys_of(wide, stock, f"{code} {order.audience.value} {order.as_of}")
        opened = OpenedWalk(
            wide,
            stock,
            self.opened,
            self.keeper.cabinet("opened"),
            keys,
            notes=self.opened,
            seen=self.shown,
            reader=order.audience,
        )
        with self.keeper.remembering("opened"):
            _go(opened)
        return self._looked(seen, opened)

    def _looked(self, seen: ShownWalk, opened: OpenedWalk) -> Looked:
        years = seen.stock.found.years
        said = {year: self.shown[year].sayings for year in years}
        wide = (self.opened[year].sayings for year in years)
        truth = _told(seen)
        own, all_of_it = seen.bound((), truth.all), opened.bound((), ())
        rule = Rule(
            own.audience,
            {year: self.shown[year].scheme for year in years},
            Printed((*said.values(), Sayings(frozenset(texts_of((own.units, own.warnings)))))),
            Printed((*wide, Sayings(frozenset(texts_of(all_of_it.units))))),
        )
        names = (name for year in years for name in self.shown[year].names)
        keys = tuple(self.opened[year].keys for year in years)
        return Looked(years, (*names_of(own.units), *names), keys, truth, said, rule)


def names_of(units: Iterable[EditionHistory]) -> Iterator[str]:
    """All names they have or had."""
    for unit in units:
        yield from (unit.name, unit.short_name, *(period.name for period in unit.names))


def _go(walk: Walk) -> None:
    with walk.cabinet.all_or_nothing():
        walk.books()
    walk.finish()


def _told(walk: Walk) -> Told:
    own = {problem for found in walk.own.values() for problem in found}
    return Told(walk.own, tuple(one for one in walk.problems if one not in own))
