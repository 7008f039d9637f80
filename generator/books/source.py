"""From the data folder to planned books: every step of the way a row travels, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition
from generator.intake.read import read
from generator.model.year import Archive
from generator.pages.page import Book
from generator.pages.plan import plan_book, plan_shelf
from generator.problems import ConfigError, DataError, Problem, has_errors, in_order
from generator.review import review_archive, review_tables
from generator.scoring.assess import assess


@dataclass(frozen=True)
class Order:
    """What is to be made."""

    data: Path
    audience: Audience = Audience.STAFF
    years: tuple[int, ...] = ()
    """Only these years; empty for all."""
    as_of: dt.date | None = None
    """Lights and statistics of the newest year as of this day instead of its 数据截至."""


@dataclass(frozen=True)
class Harvest:
    """What the data gave: an edition, and problems that do not stop it."""

    edition: Edition
    problems: tuple[Problem, ...]

    @property
    def shelf(self) -> Book:
        """The planned shelf."""
        return plan_shelf(self.edition)

    def books(self) -> Iterator[Book]:
        """The planned books, oldest year first."""
        return (plan_book(self.edition, year) for year in self.edition.years)


def check(data: Path, years: tuple[int, ...] = ()) -> tuple[Problem, ...]:
    """Every problem of the data folder, those between files too, in order."""
    _, problems = _examined(data, years)
    return problems


def gather(order: Order) -> Harvest:
    """Read, review, assemble, assess and keep what the audience may see.

    DataError with every problem when one of them is an error; ConfigError when a year asked for is not there.
    """
    archive, problems = _examined(order.data, ())
    if archive is None:
        raise DataError(problems)
    archive = _as_of(archive, order.as_of)
    assessments = {
        year.year: assess(year, archive.before(year.year), year.cycle.as_of.date()) for year in archive.years
    }
    edition = for_audience(archive, assessments, order.audience)
    return Harvest(_only(edition, order.years), problems)


def newest_book(data: Path) -> Book:
    """The staff book of the newest assessed year, for a plain `mkdocs build`; errors as `gather`."""
    edition = gather(Order(data)).edition
    return plan_book(edition, edition.years[-1])


def _examined(data: Path, years: tuple[int, ...]) -> tuple[Archive | None, tuple[Problem, ...]]:
    """The archive, or None when errors forbid one, and all problems; `years` limits what is read."""
    tables, problems = read(data, years=years or None)
    problems = in_order((*problems, *review_tables(tables)))
    if has_errors(problems):
        return None, problems
    archive = assemble(tables)
    if not archive.years:
        raise ConfigError(f"{data} 中没有年度文件夹，请建立例如 {data}/2025 的文件夹")
    problems = in_order((*problems, *review_archive(archive)))
    return (None if has_errors(problems) else archive), problems


def _as_of(archive: Archive, as_of: dt.date | None) -> Archive:
    """The archive with the newest year moved to that day."""
    if as_of is None:
        return archive
    *older, newest = archive.years
    cycle = replace(newest.cycle, as_of=dt.datetime.combine(as_of, dt.time()))
    return replace(archive, years=(*older, replace(newest, cycle=cycle)))


def _only(edition: Edition, years: tuple[int, ...]) -> Edition:
    """The edition without the years nobody asked for."""
    if not years:
        return edition
    known = {year.year for year in edition.years}
    if missing := sorted(set(years) - known):
        listed = "、".join(str(year) for year in sorted(known))
        raise ConfigError(f"数据中没有 {missing[0]} 年度，现有年度：{listed}")
    units = (replace(unit, years=tuple(y for y in unit.years if y in years)) for unit in edition.units)
    return replace(
        edition,
        years=tuple(year for year in edition.years if year.year in years),
        units=tuple(units),
    )
