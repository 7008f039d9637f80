"""`kaohe build`, `serve`, `search-test`: from the data to a site, and what its search finds."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.books.build import write_site
from generator.books.cabinet import Cabinet
from generator.books.memory import without_collection
from generator.books.search_test import run_search_test, search_test_after_build
from generator.books.serve import serve
from generator.books.source import gather
from generator.books.yearly import Written, cabinet_of, write_years
from generator.commands.orders import TEMPLATES, order, out, press, workshop, written_to
from generator.commands.telling import bar, counted, tell
from generator.commands.verifying import inputs, verify
from generator.intake.snapshot import Source
from generator.options import ALL, AUDIENCES
from generator.press.job import Made
from generator.press.volumes import Choice, misfits, print_books
from generator.problems import Level
from generator.store.again import Memory


def build_sites(options: argparse.Namespace) -> int:
    """Each edition from its own reading of the data: none knows what another may see.

    1 when one is verified and is not what a build from nothing gives; the others are looked at all the same.
    """
    return max([_build(one) for one in editions(options)])


def editions(options: argparse.Namespace) -> Iterator[argparse.Namespace]:
    """The options of each audience asked for."""
    for audience in AUDIENCES if options.audience == ALL else [options.audience]:
        yield argparse.Namespace(**{**vars(options), "audience": audience})


def _build(options: argparse.Namespace) -> int:
    before = inputs(options) if options.verify else ()
    _build_and_tell(options)
    return verify(options, written, before) if options.verify else 0


def _build_and_tell(options: argparse.Namespace) -> None:
    started = time.perf_counter()
    made = written(options, written_to(options))
    built = made.site
    newest = max(book.name for book in built.books)
    tested = search_test_after_build(out(options), newest).problems if newest else ()
    problems = (*made.problems, *tested)
    seconds = time.perf_counter() - started
    for problem in problems:
        if problem.level is not Level.INFO:
            print(problem, file=sys.stderr)
    print(
        f"已生成 {len(built.books) - 1} 个年度、{built.pages} 页（改写 {len(built.changed)} 个文件），"
        f"用时 {seconds:.1f} 秒，"
        f"{counted(problems)}：{out(options)}"
    )


def test_search(options: argparse.Namespace) -> int:
    """Ask the built site for every name; 1 when one does not come first."""
    tested = run_search_test(out(options))
    for problem in tested.problems:
        print(problem)
    print(f"查找了 {tested.queries} 个名称、别名和编号，{counted(tested.problems)}")
    return 1 if tested.problems else 0


def serve_site(options: argparse.Namespace) -> int:
    """Build, show, and build again whenever a file changes; what was done before stays at hand."""
    cabinet = replace(cabinet_of(written_to(options)), memory=Memory())
    watched = [Source(folder) for folder in (options.data, options.content, TEMPLATES)]
    serve(lambda: written(options, out(options), cabinet), out(options), watched, port=options.port)
    return 0


def written(options: argparse.Namespace, folder: Path, cabinet: Cabinet | None = None) -> Written:
    """Write the site from the data into the folder, saying what is going on.

    Who builds more than once gives the same cabinet each time.
    """
    tell(f"读取 {options.data} …")
    shop = workshop(options)
    with without_collection():
        if shop.pdf is None and not options.year:
            return write_years(order(options), folder, shop, cabinet or cabinet_of(folder), tell)
        harvest = gather(order(options))
        made: tuple[Made, ...] = ()
        if shop.pdf is not None:
            choice = Choice(years=tuple(options.year))
            made = print_books(harvest.books, shop, press(options), choice, bar)
        site = write_site(harvest.shelf, harvest.books, folder, shop, tell)
        return Written(site, (*harvest.problems, *misfits(made)))
