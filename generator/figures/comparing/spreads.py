"""离散程度 of 综合得分 in a group and in the company: 极差 and 标准差 (domain.md 12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.figures.comparing.medians import COMPANY, GROUP
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import fine, result, two
from generator.figures.rule import Rule, Subject
from generator.model.terms import PublicationItem
from generator.model.year import Unit, Year
from generator.scoring.assess import Assessment
from generator.scoring.spread import Spread

ITEM = PublicationItem.COMPOSITE
"""Who may not read the scores may not read how far they lie apart: of two it is their difference."""


@dataclass(frozen=True)
class _Circle:
    """A group of units, or all of them."""

    prefix: str
    """`groups.生产单位`, `company`."""
    word: str
    """`组内`, `全公司`."""
    operands: tuple[Operand, ...]
    """综合得分 of each unit that has one."""


def spread_rules() -> Iterator[Rule]:
    """Of a group and of the company."""
    for word in (GROUP, COMPANY):
        yield from (scored_rule(word), range_rule(word), deviation_rule(word))


def scored_rule(word: str) -> Rule:
    """How many scores are compared."""
    return _rule(f"{word}有综合得分的单位", f"{word}算出综合得分的单位，不定等次的也计入")


def range_rule(word: str) -> Rule:
    """极差 of a circle, `组内` or `全公司`."""
    return _rule(f"{word}综合得分极差", f"{word}最高的综合得分－最低的综合得分（均为两位小数）")


def deviation_rule(word: str) -> Rule:
    """标准差 of a circle: all of its units were assessed, so the divisor is their number."""
    formula = (
        f"{word}各单位综合得分（两位小数）与平均数之差的平方相加，除以单位数，开平方后四舍五入保留两位小数"
    )
    return _rule(f"{word}综合得分标准差", formula)


def _rule(label: str, formula: str) -> Rule:
    return Rule(Subject.COMPOSITE, label, formula, "domain.md 12")


def spread_figures(year: Year, assessment: Assessment, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """Of each group in the order of the scheme, then of the company; nothing of fewer than two scores."""
    for name, one in assessment.group_spreads.items():
        members = (unit for unit in year.units if unit.group == name)
        yield from _figures(_Circle(f"groups.{name}", GROUP, _operands(members, figures)), one)
    if assessment.spread is not None:
        circle = _Circle("company", COMPANY, _operands(year.units, figures))
        yield from _figures(circle, assessment.spread)


def _operands(units: Iterator[Unit] | tuple[Unit, ...], figures: Mapping[str, Figure]) -> tuple[Operand, ...]:
    found = ((unit, figures.get(f"units.{unit.id}.composite")) for unit in units)
    return tuple(one.operand(unit.short_name) for unit, one in found if one and one.value is not None)


def _figures(circle: _Circle, one: Spread) -> Iterator[Figure]:
    high, low = two(one.highest), two(one.lowest)
    deviation = f"平均{fine(one.mean)}，离差平方和{fine(one.squared_deviations)}÷{one.count}，开平方"
    scored, apart, deviates = (make(circle.word) for make in (scored_rule, range_rule, deviation_rule))
    yield _head(circle, "scored", scored).count(
        one.count, Basis(scored, f"有综合得分的单位{one.count}个", circle.operands)
    )
    yield _head(circle, "range", apart).score(
        one.range, Basis(apart, f"{high}－{low}＝{two(one.range)}", circle.operands)
    )
    yield _head(circle, "deviation", deviates).score(
        one.deviation, Basis(deviates, f"{deviation}{result(one.deviation)}", circle.operands)
    )


def _head(circle: _Circle, end: str, rule: Rule) -> Head:
    return Head(f"{circle.prefix}.composite.{end}", rule.label, ITEM)
