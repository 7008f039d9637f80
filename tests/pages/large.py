"""A large company: hundreds of units, the full indicator tree, a long ledger; for sizes and speed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from generator.contract.fields import Audience
from generator.editions.checklist import AreaRow, Checklist, DeductionRow, LeafRow
from generator.editions.edition import Edition, EditionUnit, EditionYear, LostLeaf
from generator.editions.ledger import Ledger, Problem
from generator.model.checklist import Leaf
from generator.model.scheme import Area
from generator.model.terms import CheckStatus, Light
from generator.scoring.exact import Rate
from tests.pages.builders import (
    ORIGIN,
    PRODUCTION,
    SUPPORT,
    edition_year,
    leaf,
    ledger,
    problem,
    scheme,
    unit,
    with_figures,
)

AREAS = {"A": 9, "B": 11, "C": 7, "D": 7, "E": 4, "F": 7}
"""Leaves of each area (domain.md 6.2)."""


def large_edition(units: int = 200, problems: int = 0) -> Edition:
    """One year of that many units in two groups and that many problems."""
    leaves = large_leaves()
    assessed = tuple(_unit(number, leaves) for number in range(1, units + 1))
    year = edition_year()
    year = replace(
        year,
        scheme=replace(scheme(), areas=tuple(Area(code, f"领域{code}", code, ORIGIN) for code in AREAS)),
        leaves=leaves,
        units=assessed,
        lost=tuple(LostLeaf(one.code, Rate.of(number, 400)) for number, one in enumerate(leaves[::-1])),
        links=(),
        ledger=large_ledger(problems, units) if problems else ledger(),
        commendations=(),
        cases=(),
    )
    return Edition(Audience.STAFF, (with_figures(year),), ())


def large_leaves() -> tuple[Leaf, ...]:
    """45 leaves of 2 points."""
    return tuple(
        leaf(
            f"{area}{number // 3 + 1}.{number % 3 + 1}",
            f"二级指标{number // 3 + 1}",
            "年度理论学习计划与执行",
            "2",
        )
        for area, count in AREAS.items()
        for number in range(count)
    )


def large_ledger(problems: int, units: int) -> Ledger:
    """Every third problem closed, the others overdue or due."""
    rows = tuple(_problem(number, number % units + 1) for number in range(1, problems + 1))
    return replace(ledger(), problems=rows, repeated=())


def first_year(edition: Edition) -> EditionYear:
    """The only year of a large edition."""
    return edition.years[0]


def _unit(number: int, leaves: tuple[Leaf, ...]) -> EditionUnit:
    group = PRODUCTION if number % 2 else SUPPORT
    plain = unit(f"u{number:03}", f"第{number}综合掘进队", group, None, ("50", "50"))
    rows = tuple(_row(number, place, one) for place, one in enumerate(leaves))
    areas = tuple(
        AreaRow(code, _summed(tuple(_rate(row) for row in rows if row.code[0] == code)), Decimal("0.9"))
        for code in AREAS
    )
    total = _summed(tuple(area.rate for area in areas))
    return replace(plain, checklist=Checklist(total, areas, rows, Decimal("0.9")))


def _row(number: int, place: int, one: Leaf) -> LeafRow:
    lost = Decimal((number * 7 + place * 3) % 5) / 4
    deduction = DeductionRow("缺 1 次", 1, lost, "三季度支部党员大会没有会议记录", "会议记录本")
    status = CheckStatus.PARTLY if lost else CheckStatus.MET
    return LeafRow(
        one.code, status, one.points, one.points - lost, None, (deduction,) if lost else (), None, None
    )


def _rate(row: LeafRow) -> Rate:
    return Rate.of(row.earned or 0, row.points)


def _summed(rates: tuple[Rate, ...]) -> Rate:
    return Rate.of(sum(rate.part for rate in rates), sum(rate.whole for rate in rates))


def _problem(number: int, unit_number: int) -> Problem:
    light, days = ((Light.GREY, None), (Light.RED, -number), (Light.GREEN, number % 60))[number % 3]
    unit_id = f"u{unit_number:03}"
    one = problem(f"2025-{unit_id.upper()}-{number:04}", unit_id, light, days)
    text = "三季度支部党员大会没有会议记录，签到表缺少五名党员的签名，会后没有形成决议并上报备案。"
    return replace(
        one, problem=text, due_current=dt.date(2026, 6, 30) + dt.timedelta(days=days or 0), co_units=()
    )
