"""`kaohe pdf` and `kaohe verify-print`: paper made, and paper looked up."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace

from generator.books.memory import without_collection
from generator.books.source import gather
from generator.commands.building import editions
from generator.commands.orders import order, out, press, workshop
from generator.commands.telling import bar, tell
from generator.editions.edition import Edition
from generator.pages.page import Book
from generator.pages.plan import plan_book
from generator.pages.sheets.sheet import SheetKind
from generator.press.codes import Standing, look_up
from generator.press.volumes import Choice, misfits, print_books
from generator.problems import ConfigError


def make_pdfs(options: argparse.Namespace) -> int:
    """The PDFs asked for, of each audience; 1 when `--check` finds one that does not fit its paper."""
    return max(map(_make, editions(options)))


def _make(options: argparse.Namespace) -> int:
    started = time.perf_counter()
    tell(f"读取 {options.data} …")
    choice = Choice(
        tuple(unit.lower() for unit in options.unit),
        tuple(kind for kind in SheetKind if kind in options.only),
        tuple(options.year),
    )
    with without_collection():
        books = _planned(gather(replace(order(options), years=())).edition, options.year)
        made_by = replace(press(options), folder=out(options), writes=not options.check)
        made = print_books(books, workshop(options), made_by, choice, bar)
    problems = misfits(made)
    for problem in problems:
        print(problem, file=sys.stderr)
    seconds = time.perf_counter() - started
    pages = sum(one.pages for one in made)
    what = "检查了" if options.check else "已有"
    where = "" if options.check else f"：{out(options)}"
    print(f"{what} {len(made)} 份 PDF、{pages} 页，超出版心 {len(problems)} 处，用时 {seconds:.1f} 秒{where}")
    return 1 if problems and options.check else 0


def _planned(edition: Edition, years: Sequence[int]) -> tuple[Book, ...]:
    """The books asked for, or all, planned with the years before them: codes agree with the site."""
    known = [year.year for year in edition.years]
    if unknown := [year for year in years if year not in known]:
        raise ConfigError(f"数据中没有 {unknown[0]} 年度，现有年度：{'、'.join(map(str, known))}")
    return tuple(plan_book(edition, year) for year in edition.years if not years or year.year in years)


def verify_print(options: argparse.Namespace) -> int:
    """Whether the paper with that code is the newest; 0 when it is, 1 when it is older or unknown."""
    found = look_up(options.code, options.site)
    print(found)
    return 0 if found.standing is Standing.NEWEST else 1
