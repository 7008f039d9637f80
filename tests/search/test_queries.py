"""The committed queries, and every name, over the sample at record level: what the build itself can check."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.books import search_test
from generator.books.search_test import run_search_test, search_test_after_build
from generator.search.checking import Checked, check_names
from generator.search.matching import Matcher
from generator.search.records import RECORDS_FILE
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


def test_what_was_asked_is_not_asked_again(
    sample_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the records are the same so are the answers; a name that leads elsewhere is told each time."""
    site = tmp_path / "site"
    for name in (RECORDS_FILE, f"{OPEN}/{RECORDS_FILE}", f"{OPEN}/{search_test.RULES}"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes((sample_site / name).read_bytes())
    asked = []

    def counted(*texts: str) -> Checked:
        asked.append(texts)
        return check_names(*texts)

    monkeypatch.setattr(search_test, "check_names", counted)
    assert [search_test_after_build(site, OPEN).problems for _ in range(2)] == [(), ()]
    assert len(asked) == 1
    records = site / OPEN / RECORDS_FILE
    text = records.read_text(encoding="utf-8")
    records.write_text(text.replace("\\n党小组会\\n", "\\n第一议题学习及时\\n"), encoding="utf-8")
    for _ in range(2):
        assert [problem.value for problem in search_test_after_build(site, OPEN).problems] == [
            "第一议题学习及时"
        ]
    assert len(asked) == 2
    (tmp_path / ".site.years/search.pack").write_bytes(b"damaged")
    assert search_test_after_build(site, OPEN).problems
    assert len(asked) == 3
