"""The search of a built site put to the test: its own files, its own rules, every name it must know."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.books.cabinet import SEARCH
from generator.books.version import program_digest
from generator.books.yearly import cabinet_of
from generator.problems import ConfigError, Level, Place, Problem
from generator.search.checking import Checked, Miss, check_names
from generator.search.records import RECORDS_FILE
from generator.store.pack import read_pack, write_pack

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
    return _test([_check(site, book) for book in (_years(site) if books is None else books)])


def search_test_after_build(site: Path, book: str) -> SearchTest:
    """The same of one book; while its records are those of the last build, so is what came of it.

    It is kept beside the site.
    """
    texts = _texts(site, book)
    key = hashlib.sha256("\0".join((program_digest(), book, *texts)).encode()).hexdigest()
    file = cabinet_of(site).folder / SEARCH
    pack = read_pack(file)
    if pack is not None and pack["key"] == key:
        return _test([pack["checked"]])  # type: ignore[list-item] # as it was kept
    checked = check_names(*texts)
    write_pack(file, {"key": key, "checked": checked})
    return _test([checked])


def _test(checked: Sequence[Checked]) -> SearchTest:
    problems = tuple(_problem(miss) for one in checked for miss in one.misses)
    return SearchTest(sum(one.queries for one in checked), problems)


def _check(site: Path, book: str) -> Checked:
    return check_names(*_texts(site, book))


def _texts(site: Path, book: str) -> tuple[str, str, str]:
    """The rules, the records of the book, those of the shelf."""
    return _read(site / book / RULES), _read(site / book / RECORDS_FILE), _read(site / RECORDS_FILE)


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
