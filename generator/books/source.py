"""From the data folder to planned books: every step of the way a row travels, in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition
from generator.editions.told import all_told, until
from generator.intake.read import read
from generator.model.year import Archive, Year
from generator.pages.page import Book
from generator.pages.plan import plan_book, plan_shelf
from generator.problems import ConfigError, DataError, Problem, has_errors, in_order
from generator.review import review_assessments, review_tables
from generator.scoring.assess import Assessment, assess_years


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

    @cached_property
    def books(self) -> tuple[Book, ...]:
        """The planned books, oldest year first."""
        return tuple(plan_book(until(self.edition, year), year) for year in self.edition.years)

    @cached_property
    def shelf(self) -> Book:
        """The planned shelf."""
        return plan_shelf(all_told(self.edition), self.books)


@dataclass(frozen=True)
class Examined:
    """Data without errors, and what was computed from it."""

    archive: Archive
    assessments: Mapping[int, Assessment]
    """By year."""
    problems: tuple[Problem, ...]
    """Warnings and less."""


def examine(data: Path, audience: Audience = Audience.STAFF) -> Examined:
    """Read, review, assemble and assess; DataError with every problem when one of them is an error.

    Restricted tables are opened for the assessment group only: for others that folder may hold anything.
    """
    found, problems = _examined(data, audience=audience)
    if found is None:
        raise DataError(problems)
    return found


def check(
    data: Path, years: tuple[int, ...] = (), audience: Audience = Audience.STAFF
) -> tuple[Problem, ...]:
    """Every problem of the data folder, those between files too, in order."""
    _, problems = _examined(data, years, audience)
    return problems


def gather(order: Order) -> Harvest:
    """Read, review, assemble, assess and keep what the audience may see.

    DataError with every problem when one of them is an error; ConfigError when a year asked for is not there.
    """
    found = examine(order.data, order.audience)
    return Harvest(edited(found, order), found.problems)


def edited(found: Examined, order: Order) -> Edition:
    """What the audience of the order may see of the years it asks for; ConfigError for an unknown year."""
    found = _as_of(found, order.as_of)
    edition = for_audience(found.archive, found.assessments, order.audience, found.problems)
    return _only(edition, order.years)


def newest_book(data: Path) -> Book:
    """The staff book of the newest assessed year, for a plain `mkdocs build`; errors as `gather`."""
    edition = gather(Order(data)).edition
    return plan_book(edition, edition.years[-1])


def _examined(
    data: Path, years: tuple[int, ...] = (), audience: Audience = Audience.STAFF
) -> tuple[Examined | None, tuple[Problem, ...]]:
    """What the data gives, None when errors forbid it, and all problems; `years` limits what is read."""
    tables, problems = read(data, years=years or None, audience=audience)
    problems = in_order((*problems, *review_tables(tables)))
    if has_errors(problems):
        return None, problems
    archive = assemble(tables)
    if not archive.years:
        raise ConfigError(f"{data} 中没有年度文件夹，请建立例如 {data}/2025 的文件夹")
    assessments = assess_years(archive)
    problems = in_order((*problems, *review_assessments(assessments.values())))
    return (None if has_errors(problems) else Examined(archive, assessments, problems)), problems


def _as_of(found: Examined, as_of: dt.date | None) -> Examined:
    """The same with the newest year moved to that day: what was decided later is not decided yet."""
    if as_of is None:
        return found
    *older, newest = found.archive.years
    archive = replace(found.archive, years=(*older, moved(newest, as_of)))
    return replace(found, archive=archive, assessments=assess_years(archive))


def moved(year: Year, as_of: dt.date) -> Year:
    """The year as of that day: what was decided later is not decided yet."""
    decided_on = year.cycle.decided_on
    cycle = replace(
        year.cycle,
        as_of=dt.datetime.combine(as_of, dt.time()),
        decided_on=decided_on if decided_on is not None and decided_on <= as_of else None,
    )
    return replace(year, cycle=cycle)


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
