"""The search of a built site put to the test: its own files, its own rules, every name it must know."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.problems import ConfigError, Level, Place, Problem
from generator.search.checking import Checked, Miss, check_names
from generator.search.records import RECORDS_FILE

RULES = Path("assets/search/rules.js")
"""Below the root of every book."""


@dataclass(frozen=True)
class SearchTest:
    """How the search of a site fared."""

    queries: int
    problems: tuple[Problem, ...]
    """W206, one for each name that does not come first."""


def run_search_test(site: Path, books: Iterable[str] | None = None) -> SearchTest:
    """Ask the site at that folder for every name of these books, or of all.

    ConfigError when there is no built site.
    """
    wanted = _years(site) if books is None else tuple(books)
    checked = [_check(site, book) for book in wanted]
    problems = tuple(_problem(miss) for one in checked for miss in one.misses)
    return SearchTest(sum(one.queries for one in checked), problems)


def _check(site: Path, book: str) -> Checked:
    return check_names(
        _read(site / book / RULES), _read(site / book / RECORDS_FILE), _read(site / RECORDS_FILE)
    )


def _years(site: Path) -> tuple[str, ...]:
    """The years of the site that can be searched, newest first."""
    return tuple(
        str(one["year"]) for one in json.loads(_read(site / "years.json"))["years"] if one["records"]
    )


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"无法读取 {file}({error.strerror})：请先用 kaohe build 生成网站") from error


def _problem(miss: Miss) -> Problem:
    """The name, what it stands for, and what a reader would get."""
    got = f"排在最前的是“{miss.first.title}”({miss.first.path})" if miss.first else "什么也没有找到"
    named = "" if miss.query == miss.title else f"“{miss.title}”的别名或编号，"
    message = f"{named}查找时{got}"
    hint = "若两处名称相同，请改得可以分辨；若不应如此，请反馈给维护人员"
    return Problem(
        "W206", Place(f"{miss.book}年度查找", None, miss.kind.value), message, hint, miss.query, Level.WARNING
    )
