"""与上年相比: 得分率 of units and of the company, medians of areas, 销号率 (domain.md 10.2).

Rates and medians only, never points of two schemes. `comparable` and `merged` hold what else is compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.figures.earlier import CHECKLIST, Earlier, Items
from generator.figures.figure import Basis, Figure, Operand, of_year
from generator.figures.heads import Head
from generator.figures.ledger.problems import Scope
from generator.figures.numerals import fine_percent, hundredths, subtracted
from generator.figures.rule import Rule, Subject
from generator.model.terms import PublicationItem
from generator.scoring.assessed import AssessedYear
from generator.scoring.checklist import UnitChecklist
from generator.scoring.comparable import Change, pool_rates
from generator.scoring.exact import HUNDRED
from generator.scoring.trends import shared_areas

ITEM = PublicationItem.CHECKLIST
RATE, MEDIAN, CLOSED = "得分率", "得分率中位数", "销号率"
"""What is compared."""


@dataclass(frozen=True)
class _Step:
    """A share in both years."""

    head: Head
    key: str
    """Of the share, in either year."""
    what: str
    """`得分率`."""
    before: Decimal | None
    """Last year's in percent, unrounded; so is this year's."""
    now: Decimal | None
    change: Decimal | None
    """In 百分点, unrounded; None when one of them is missing."""
    year: int
    """Last year."""
    needs: Items
    """What last year's belongs to."""
    remark: str = ""


def change_rules() -> Iterator[Rule]:
    """Of all that is compared."""
    return (change_rule(what) for what in (RATE, MEDIAN, CLOSED))


def change_rule(what: str) -> Rule:
    """This year's share minus last year's."""
    return Rule(Subject.HISTORY, f"{what}比上年", f"本年{what}－上年{what}", "domain.md 10.2")


def unit_changes(new: UnitChecklist, before: Earlier, shared: frozenset[str]) -> Iterator[Figure]:
    """得分率 in all and by area of a unit that was checked in both years; `shared` are areas of both."""
    yield from _figures(_of_unit(before.assessment.checklist.units[new.unit_id], new, before, shared))


def areas_of_both(last: AssessedYear, before: Earlier) -> frozenset[str]:
    """Codes of the areas of both schemes."""
    return frozenset(area.code for area in shared_areas(before.assessed.year, last.year))


def company_changes(last: AssessedYear, before: Earlier) -> Iterator[Figure]:
    """得分率 of all units together, then the median of each area."""
    yield from _figures(_of_company(last, before))


def ledger_changes(now: Scope, before: Scope, year: int) -> Iterator[Figure]:
    """销号率 of a ledger against `before`, the same of last year; nothing while no problem counts in one."""
    change = Change(before.statistics.closed, now.statistics.closed)
    old, new = ([life for life in scope.lives if life.counted] for scope in (before, now))
    step = _Step(
        head=now.head("trend.closed_rate.change", change_rule(CLOSED).label, (*old, *new)),
        key=f"{now.prefix}.closed_rate",
        what=CLOSED,
        before=hundredths(change.before),
        now=hundredths(change.after),
        change=change.points,
        year=year,
        needs=frozenset({before.head("closed_rate", "销号率", old).item}),
    )
    yield from _figures(iter([step]))


def _of_unit(
    old: UnitChecklist, new: UnitChecklist, before: Earlier, shared: frozenset[str]
) -> Iterator[_Step]:
    """`shared` are the areas of both schemes."""
    root = f"units.{new.unit_id}"
    head = Head(f"{root}.trend.rate.change", "党建考核得分率比上年", ITEM, new.unit_id)
    yield _of_rate(head, f"{root}.checklist.rate", Change(old.total, new.total), before)
    earlier = {part.area.code: part for part in old.areas}
    for part in new.areas:
        code = part.area.code
        if code in shared:
            head = Head(
                f"{root}.trend.areas.{code}.change", f"{part.area.name}得分率比上年", ITEM, new.unit_id
            )
            key = f"{root}.checklist.areas.{code}.rate"
            yield _of_rate(head, key, Change(earlier[code].rate, part.rate), before)


def _of_rate(head: Head, key: str, change: Change, before: Earlier) -> _Step:
    old, new = hundredths(change.before), hundredths(change.after)
    return _Step(head, key, RATE, old, new, change.points, before.number, CHECKLIST, before.remark)


def _of_company(last: AssessedYear, before: Earlier) -> Iterator[_Step]:
    old, new = (
        pool_rates(unit.total for unit in one.checklist.units.values())
        for one in (before.assessment, last.assessment)
    )
    head = Head("company.trend.rate.change", "全公司党建考核得分率比上年", ITEM)
    yield _of_rate(head, "company.checklist.rate", Change(old, new), before)
    for area in shared_areas(before.assessed.year, last.year):
        medians = [one.medians.checklist.areas.get(area.code) for one in (before.assessment, last.assessment)]
        yield _of_median(area.code, area.name, medians, before)


def _of_median(code: str, name: str, medians: list[Decimal | None], before: Earlier) -> _Step:
    """`medians` are last year's and this year's share of the company."""
    old, new = (None if one is None else one * HUNDRED for one in medians)
    return _Step(
        head=Head(f"company.trend.areas.{code}.median.change", f"全公司{name}得分率中位数比上年", ITEM),
        key=f"company.checklist.areas.{code}.median",
        what=MEDIAN,
        before=old,
        now=new,
        change=None if old is None or new is None else new - old,
        year=before.number,
        needs=CHECKLIST,
        remark=before.remark,
    )


def _figures(steps: Iterator[_Step]) -> Iterator[Figure]:
    """Those with a share in both years."""
    return (_figure(one, one.change) for one in steps if one.change is not None)


def _figure(one: _Step, change: Decimal) -> Figure:
    now = Operand(f"本年{one.what}", fine_percent(one.now), one.key)
    before = Operand(f"上年{one.what}", fine_percent(one.before), of_year(one.year, one.key))
    remark = f"；{one.remark}" if one.remark else ""
    worked = subtracted(now.text, before.text, change) + remark
    basis = Basis(change_rule(one.what), worked, (now, before), needs=one.needs)
    return one.head.difference(change, basis)
