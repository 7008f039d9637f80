"""Counts, units and unchanged leaves against the year just before: up or down (domain.md 10.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from generator.figures.earlier import Earlier
from generator.figures.figure import Basis, Figure, Operand, of_year
from generator.figures.grades.distribution import distribution_figures
from generator.figures.heads import Head
from generator.figures.numerals import fine_percent, hundredths, signed_count, subtracted
from generator.figures.rule import Rule, Subject
from generator.model.checklist import Leaf
from generator.model.terms import PublicationItem
from generator.scoring.assessed import AssessedYear
from generator.scoring.checklist import ChecklistAssessment
from generator.scoring.comparable import NOTHING, pool_rates
from generator.scoring.crosswalk import families
from generator.scoring.exact import Rate, rounded
from generator.store.again import again

RISEN, FALLEN = (
    Rule(
        Subject.HISTORY, f"可比口径得分率{word}的单位", f"可比口径得分率比上年{word}的单位", "domain.md 10.2"
    )
    for word in ("上升", "下降")
)
LEAF_CHANGE = Rule(
    Subject.HISTORY, "指标全公司得分率比上年", "本年全公司得分率－上年同一指标全公司得分率", "domain.md 10.2"
)
UNITS_CHANGE, EXCELLENT_CHANGE = (
    Rule(Subject.HISTORY, f"{what}比上年", f"本年{what}数－上年{what}数", "domain.md 10.2")
    for what in ("被考核单位", "优秀单位")
)
COUNTS = (
    ("company.units", "company.trend.units.change", UNITS_CHANGE),
    ("company.grades.excellent", "company.trend.excellent.change", EXCELLENT_CHANGE),
)
"""What is counted, its change, and the rule of that."""
MOVEMENT_RULES = (RISEN, FALLEN, LEAF_CHANGE, UNITS_CHANGE, EXCELLENT_CHANGE)
ITEM = PublicationItem.CHECKLIST


def count_changes(of_groups: Mapping[str, Figure], before: Earlier) -> Iterator[Figure]:
    """被考核单位 and 优秀单位 where both years have them; `of_groups` are this year's figures by key."""
    earlier = {one.key: one for one in distribution_figures(before.assessed.year, before.assessment)}
    for key, change, rule in COUNTS:
        if key in of_groups and key in earlier:
            yield _count_change(change, rule, of_groups[key], earlier[key], before)


def _count_change(key: str, rule: Rule, now: Figure, then: Figure, before: Earlier) -> Figure:
    change = int(now.text) - int(then.text)
    basis = Basis(
        rule,
        f"{now.text}－{then.text}＝{signed_count(change)}{now.unit}",
        (now.operand(f"本年{now.label}"), before.operand(f"上年{then.label}", then.text, then.key)),
        needs=frozenset({then.item}),
    )
    return Head(key, rule.label, now.item).step(change, basis, now.unit)


def unit_movements(last: AssessedYear, changes: Mapping[str, Figure]) -> Iterator[Figure]:
    """可比口径得分率上升 and 下降的单位; `changes` are the figures against last year, by key.

    A change that is printed as nothing is none.
    """
    names = {unit.id: unit.short_name for unit in last.year.units}
    moved = [
        (name, changes.get(f"units.{unit_id}.trend.comparable.change")) for unit_id, name in names.items()
    ]
    known = [(name, one) for name, one in moved if one is not None and isinstance(one.value, Decimal)]
    if known:
        yield _count("risen", RISEN, known, lambda change: change > 0)
        yield _count("fallen", FALLEN, known, lambda change: change < 0)


def leaf_movements(last: AssessedYear, before: Earlier) -> Iterator[Figure]:
    """公司得分率 of each leaf that is one and the same in both years, in the order of the file."""
    leaves = {leaf.code: leaf for leaf in last.year.leaves}
    old_rates = again(("leaf rates", last.number, "before"), _rates, before.assessment.checklist)
    new_rates = again(("leaf rates", last.number), _rates, last.assessment.checklist)
    for family in families(before.assessed.year, last.year):
        if family.reason is None:
            old = old_rates.get(family.before[0], NOTHING)
            new = new_rates.get(family.after[0], NOTHING)
            change = new.above(old.value)
            if change is not None:
                yield _change(leaves[family.after[0]], family.before[0], (old, new, change), before)


def _count(key: str, rule: Rule, rows: list[tuple[str, Figure]], holds: Callable[[Decimal], bool]) -> Figure:
    found = [(name, one) for name, one in rows if holds(rounded(Decimal(one.value or 0)))]
    basis = Basis(
        rule,
        f"符合条件的单位{len(found)}个",
        tuple(one.operand(name) for name, one in found),
    )
    head = Head(f"company.trend.comparable.{key}", rule.label, ITEM)
    return head.count(len(found), basis)


def _rates(checklist: ChecklistAssessment) -> Mapping[str, Rate]:
    """Of each leaf all units with a result together."""
    found: dict[str, list[Rate]] = {}
    for unit in checklist.units.values():
        for row in unit.leaves:
            if row.rate is not None:
                found.setdefault(row.leaf.code, []).append(row.rate)
    return {code: pool_rates(rates) for code, rates in found.items()}


def _change(leaf: Leaf, code_before: str, found: tuple[Rate, Rate, Decimal], before: Earlier) -> Figure:
    old, new, change = found
    end = "company.checklist.leaves.{}.rate"
    now = Operand("本年全公司得分率", fine_percent(hundredths(new)), end.format(leaf.code))
    then = Operand(
        "上年全公司得分率", fine_percent(hundredths(old)), of_year(before.number, end.format(code_before))
    )
    basis = Basis(
        LEAF_CHANGE,
        subtracted(now.text, then.text, change),
        (now, then),
    )
    label = f"{leaf.code} {leaf.name}全公司得分率比上年"
    return Head(f"company.trend.leaves.{leaf.code}.change", label, ITEM).difference(change, basis)
