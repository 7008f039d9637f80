"""全公司一览 as it leaves the printer: one sheet of paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.contract.fields import Audience
from generator.editions.edition import EditionUnit, EditionYear
from generator.figures import Figure
from generator.pages.page import Book
from generator.pages.plan import plan_book
from tests.pages.sheets import sample_editions
from tests.press.held import printed


def _company_of(count: int) -> Book:
    """The units of the sample, the first of them again and again until they are so many."""
    given = sample_editions()[Audience.LEADERS]
    year = given.years[-1]
    units, figures = list(year.units), dict(year.figures)
    for number in range(count - len(units)):
        copied = replace(year.units[number % len(year.units)], id=f"u9{number:02}")
        figures |= _figures(year, year.units[number % len(year.units)], copied.id)
        units.append(copied)
    larger = replace(year, units=tuple(units), figures=figures)
    return plan_book(replace(given, years=(*given.years[:-1], larger)), larger)


def _figures(year: EditionYear, unit: EditionUnit, unit_id: str) -> dict[str, Figure]:
    start = f"units.{unit.id}."
    return {
        key.replace(start, f"units.{unit_id}."): one
        for key, one in year.figures.items()
        if key.startswith(start)
    }


@pytest.mark.parametrize("count", [18, 30])
def test_a_company_stands_on_one_page(count: int, tmp_path: Path) -> None:
    """A4 across; with thirty units in smaller type."""
    paper = printed(_company_of(count), "ranking/", tmp_path)
    assert paper.overflows == ()
    assert paper.size == (297, 210)
    assert len(paper.pages) == 1
    assert "第1页共1页" in paper.pages[0]
    assert "全公司被考核单位18个" in paper.pages[0]
