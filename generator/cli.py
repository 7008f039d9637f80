"""The command line: the only place that prints and exits.

Exit codes: 0 done, 1 problems in the data or in the site, 2 wrong usage or settings that cannot work.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from generator.books.build import BuiltBook, Workshop, write_site
from generator.books.memory import without_collection
from generator.books.search_test import run_search_test
from generator.books.serve import serve
from generator.books.source import Examined, Harvest, Order, check, examine, gather
from generator.contract import DOCUMENTS
from generator.contract.fields import Audience
from generator.contract.schemas import document_schema
from generator.editions import for_audience
from generator.figures import Figure, figures
from generator.figures.record import figures_schema, report
from generator.figures.text import block
from generator.gate.judge import Inspection, judge
from generator.options import ALL, AUDIENCES, Command, parser
from generator.problems import ConfigError, DataError, KaoheError, Level, Problem, has_errors
from generator.scoring.assessed import AssessedYear, assessed_years

ROOT = Path(__file__).resolve().parent.parent
"""The project: mkdocs.yml and site_templates lie beside the package."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = parser(COMMANDS).parse_args(arguments)
    try:
        code: int = options.run(options)
    except DataError as error:
        _print_problems(error.reasons)
        print(options.failed, file=sys.stderr)
        return 1
    except KaoheError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _check(options: argparse.Namespace) -> int:
    problems = check(options.data, tuple(options.year), Audience(options.audience))
    if options.format == "json":
        listed = [problem.as_json() for problem in problems]
        print(json.dumps({"problems": listed}, ensure_ascii=False, indent=2))
    else:
        _print_problems(problems, stream=sys.stdout)
    return 1 if has_errors(problems) else 0


def _build(options: argparse.Namespace) -> int:
    """Each edition from its own reading of the data: none knows what another may see."""
    for audience in AUDIENCES if options.audience == ALL else [options.audience]:
        _build_one(argparse.Namespace(**{**vars(options), "audience": audience}))
    return 0


def _build_one(options: argparse.Namespace) -> None:
    started = time.perf_counter()
    harvest, built = _written(options)
    pages = sum(book.pages for book in built)
    newest = max(book.name for book in built)
    problems = (*harvest.problems, *run_search_test(_out(options), [newest] if newest else []).problems)
    seconds = time.perf_counter() - started
    for problem in problems:
        if problem.level is not Level.INFO:
            print(problem, file=sys.stderr)
    print(
        f"已生成 {len(built) - 1} 个年度、{pages} 页，用时 {seconds:.1f} 秒，"
        f"{_counted(problems)}：{_out(options)}"
    )


def _search_test(options: argparse.Namespace) -> int:
    """Ask the built site for every name; 1 when one does not come first."""
    tested = run_search_test(_out(options))
    for problem in tested.problems:
        print(problem)
    print(f"查找了 {tested.queries} 个名称、别名和编号，{_counted(tested.problems)}")
    return 1 if tested.problems else 0


def _gate(options: argparse.Namespace) -> int:
    with without_collection():
        verdict = judge(Inspection(options.folder, _order(options), _workshop(options)), _progress)
    for line in verdict.lines:
        print(line)
    return verdict.code


def _serve(options: argparse.Namespace) -> int:
    watched = (options.data, options.content, ROOT / "site_templates")
    serve(lambda: _written(options), _out(options), watched, port=options.port)
    return 0


def _figures(options: argparse.Namespace) -> int:
    examined = examine(options.data)
    years = _up_to(assessed_years(examined.archive, examined.assessments), options.year)
    year = years[-1].year
    found = _of_unit(year.year, _seen_by(options.audience, examined, years), options.unit)
    if options.format == "json":
        shown = report(year.year, year.cycle.as_of.date(), found)
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(block(one) for one in found))
    return 0


def _up_to(years: Sequence[AssessedYear], wanted: int) -> Sequence[AssessedYear]:
    """The years that end with the one asked for; ConfigError when the data has none."""
    numbers = [one.number for one in years]
    if wanted not in numbers:
        raise ConfigError(f"数据中没有 {wanted} 年度，现有年度：{'、'.join(map(str, numbers))}")
    return years[: numbers.index(wanted) + 1]


def _seen_by(audience: str | None, examined: Examined, years: Sequence[AssessedYear]) -> Sequence[Figure]:
    """All figures of the last year, or those an audience's edition holds."""
    if audience is None:
        return figures(years)
    edition = for_audience(examined.archive, examined.assessments, Audience(audience))
    found = edition.year(years[-1].number)
    return tuple(found.figures.values()) if found else ()


def _of_unit(year: int, found: Sequence[Figure], wanted: str | None) -> Sequence[Figure]:
    """The figures of the unit asked for, or all; ConfigError when the year has none of such a unit."""
    if wanted is None:
        return found
    known = dict.fromkeys(one.unit_id for one in found if one.unit_id is not None)
    if wanted.lower() not in known:
        raise ConfigError(f"{year} 年度没有单位 {wanted}，现有单位：{'、'.join(known)}")
    return [one for one in found if one.unit_id == wanted.lower()]


def _schema(options: argparse.Namespace) -> int:
    wanted = [one for one in DOCUMENTS if options.document in (None, one.name)]
    schemas = {one.name: document_schema(one) for one in wanted}
    if options.document == "figures":
        schemas = {"figures": figures_schema()}
    if options.out is None:
        only = schemas[options.document] if options.document else schemas
        print(json.dumps(only, ensure_ascii=False, indent=2))
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (options.out / f"{name}.schema.json").write_text(text, encoding="utf-8")
    print(f"已写入 {len(schemas)} 份：{options.out}")
    return 0


def _written(options: argparse.Namespace) -> tuple[Harvest, tuple[BuiltBook, ...]]:
    """Gather the data and write the site, saying what is going on."""
    _progress(f"读取 {options.data} …")
    order, workshop = _order(options), _workshop(options)
    with without_collection():
        harvest = gather(order)
        books = tuple(harvest.books())
        return harvest, write_site(harvest.shelf, books, _out(options), workshop, _progress)


def _order(options: argparse.Namespace) -> Order:
    return Order(options.data, Audience(options.audience), tuple(options.year), options.as_of)


def _workshop(options: argparse.Namespace) -> Workshop:
    return Workshop(ROOT / "mkdocs.yml", ROOT / "site_templates", options.content, options.offline)


def _out(options: argparse.Namespace) -> Path:
    folder: Path = options.out / options.audience
    return folder


def _progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _print_problems(problems: Sequence[Problem], stream: TextIO | None = None) -> None:
    """Every problem on a line of its own, then how many there are by level."""
    target = stream or sys.stderr
    for problem in problems:
        print(problem, file=target)
    print(_counted(problems), file=target)


def _counted(problems: Sequence[Problem]) -> str:
    """`错误 2 个，提醒 1 个`, or that there are none."""
    counts = Counter(problem.level for problem in problems)
    parts = [f"{level.label} {counts[level]} 个" for level in Level if counts[level]]
    return "，".join(parts) or "没有发现问题"


COMMANDS: Mapping[str, Command] = {
    "check": _check,
    "build": _build,
    "serve": _serve,
    "search-test": _search_test,
    "gate": _gate,
    "figures": _figures,
    "schema": _schema,
}


if __name__ == "__main__":
    sys.exit(main())
