"""From the data folder to a written site, a year after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.books.build import BuiltSite, Progress, Workshop, quiet, writing
from generator.books.cabinet import Cabinet
from generator.books.draft import Draft
from generator.books.source import Order
from generator.books.standing import Remembered
from generator.books.state import SiteState
from generator.books.walk import Walk, keys_of
from generator.editions.edition import EditionYear
from generator.intake.read import read_stock
from generator.intake.stock import Stock, take_stock
from generator.pages.page import Book
from generator.problems import ConfigError, DataError, Problem, has_errors
from generator.store.again import Memory


@dataclass(frozen=True)
class Written:
    """A site, and what the check says of its data."""

    site: BuiltSite
    problems: tuple[Problem, ...]
    """Warnings and less."""


def cabinet_of(out_dir: Path) -> Cabinet:
    """What is kept beside the site in that folder."""
    return Cabinet(out_dir.with_name(f".{out_dir.name}.years"))


def cabinet_at_hand(out_dir: Path) -> Cabinet:
    """The same for a process that builds again and again, into a folder where nobody else writes."""
    return replace(cabinet_of(out_dir), memory=Memory(), remembered=Remembered())


def write_years(
    order: Order, out_dir: Path, workshop: Workshop, cabinet: Cabinet, progress: Progress = quiet
) -> Written:
    """Bring the site of all years up to date.

    DataError with every problem of the years that were read when one is an error, and ConfigError when there
    is no year; then the site is as it was.
    """
    with cabinet.remembering():
        stock = stock_of(order)
        with writing(out_dir, workshop, progress, cabinet.remembered) as site:
            run = Walk(order, stock, site, cabinet, keys_of(order, stock, site.before.code))
            (built,) = bring_up(run)
        return Written(built, run.finish())


def bring_up(run: Walk) -> tuple[BuiltSite, ...]:
    """Bring the sites of a walk up to date; errors as `write_years`."""
    with run.cabinet.all_or_nothing():
        if not run.is_done():
            run.books()
            run.shelf()
        return tuple(site.finish() for site in run.site.sites)


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
    stock = stock_of(order)
    if name and int(name) not in stock.found.years:
        return None
    draft = Draft(name, workshop, before)
    wanted = int(name) if name else stock.found.years[-1]
    run = Walk(order, stock, draft, cabinet, keys_of(order, stock, before.code), wanted=wanted)
    run.books()
    if not name:
        run.shelf()
    return Planned(draft.books[name], run.sources[name], run.edition)


def stock_of(order: Order) -> Stock:
    """What lies in the data folder; DataError for problems of files, ConfigError when there is no year."""
    stock = take_stock(order.data, audience=order.audience)
    if not stock.found.years:
        _, problems = read_stock(stock)
        if has_errors(problems):
            raise DataError(problems)
        raise ConfigError(f"{stock.root} 中没有年度文件夹，请建立例如 {stock.root}/2025 的文件夹")
    return stock
