"""The committed queries, and every name, over the sample at record level: what the build itself can check."""

from __future__ import annotations

from pathlib import Path

from generator.books.search_test import run_search_test
from generator.search.checking import check_names
from generator.search.matching import Matcher
from tests.search.searched import OPEN, RULES, queries, record_files


def test_the_engine_answers_as_the_browser_does(sample_site: Path) -> None:
    """`tests/browser/test_search_queries.py` asks the same of Chromium; here all years are loaded."""
    every = Matcher(RULES.read_text(encoding="utf-8"), record_files(sample_site, "2025", "2024", "2023"))
    here = Matcher(RULES.read_text(encoding="utf-8"), record_files(sample_site, OPEN))
    for query in queries("sample"):
        matcher = here if query.first.startswith((OPEN, "units", "compare", "glossary")) else every
        first = matcher.answer(query.text).hits[0]
        place = f"{first.book}/{first.path}" if first.book else first.path
        assert place == query.first, query.text


def test_every_name_of_the_sample_comes_first(sample_site: Path) -> None:
    """Units, aliases, codes, leaves and problems of all years."""
    tested = run_search_test(sample_site)
    assert tested.queries > 800
    assert tested.problems == ()


def test_a_name_that_leads_elsewhere_is_told(sample_site: Path) -> None:
    """Two leaves of one name: the second cannot come first."""
    shelf, book = record_files(sample_site, OPEN)
    doubled = book.replace("\\n党小组会\\n", "\\n第一议题学习及时\\n")
    assert doubled != book
    checked = check_names(RULES.read_text(encoding="utf-8"), doubled, shelf)
    assert [(miss.query, miss.first.path if miss.first else "") for miss in checked.misses] == [
        ("第一议题学习及时", "checklist/a1-1/")
    ]
