"""指标扣分明细 as it leaves the printer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from generator.editions.checklist import DeductionRow, LeafRow
from generator.model.terms import CheckStatus
from generator.pages.page import Book
from tests.pages.large import large_edition
from tests.pages.reader import book
from tests.press.held import printed

RULES = 4


def _everything_lost() -> Book:
    large = large_edition(2)
    year = large.years[0]
    leaves = tuple(_lost(number, leaf.code) for number, leaf in enumerate(year.leaves))
    units = tuple(
        replace(one, checklist=replace(one.checklist, leaves=leaves)) for one in year.units if one.checklist
    )
    return book(replace(large, years=(replace(year, units=units),)))


def _lost(number: int, code: str) -> LeafRow:
    rows = tuple(
        DeductionRow(f"情{number:02}形{rule}", 12, Decimal("0.25"), "因" * 60, "依据材料名称" * 4)
        for rule in range(RULES)
    )
    return LeafRow(code, CheckStatus.UNMET, Decimal(2), Decimal("0.5"), None, rows, None, "2025-U01-001")


def test_a_leaf_is_never_on_two_pages(tmp_path: Path) -> None:
    """All its rules stand beside it; the head stands on each page, and the pages are counted."""
    paper = printed(_everything_lost(), "deductions/u001/", tmp_path)
    assert paper.overflows == ()
    assert paper.size == (297, 210)
    assert len(paper.pages) > 10
    for number, page in enumerate(paper.pages, 1):
        assert "扣分情形" in page
        assert f"第{number}页共{len(paper.pages)}页" in page
    for leaf in range(45):
        pages = {
            at
            for at, page in enumerate(paper.pages)
            for rule in range(RULES)
            if f"情{leaf:02}形{rule}" in page
        }
        assert len(pages) == 1
