"""与组中位差 and 组内位次百分位: where a unit stands in a group of any size (domain.md 10.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.figures.figure import Basis, Figure
from generator.figures.heads import Head
from generator.figures.numerals import out_of_hundred, subtracted
from generator.figures.rule import Rule, Subject
from generator.model.terms import PublicationItem
from generator.scoring.assess import UnitAssessment
from generator.scoring.assessed import AssessedYear
from generator.scoring.percentile import Standing


def _rule(label: str, formula: str) -> Rule:
    return Rule(Subject.HISTORY, label, formula, "domain.md 10.2")


OF_RATE = _rule("得分率与组中位差", "得分率－组内得分率中位数")
OF_COMPOSITE = _rule("综合得分与组中位差", "综合得分－组内综合得分中位数")
PERCENTILE = _rule("组内位次百分位", "（定等次单位数－位次）÷除本单位外的定等次单位数，换算为百分制")
DIFFERENCE_RULES = (OF_RATE, OF_COMPOSITE, PERCENTILE)


@dataclass(frozen=True)
class _Compared:
    """A 得分率 of a unit beside the median of its group."""

    key: str
    """What follows `units.<id>.checklist.` in the key of the difference."""
    own: str
    """The same of the unit's 得分率."""
    median: str
    """What follows `groups.<name>.checklist.` in the key of the median."""
    label: str
    value: Decimal | None
    """In 百分点."""


def difference_figures(last: AssessedYear, unit_id: str, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """得分率 by area and in all, then 综合得分, of a unit; `figures` are those of units and groups."""
    unit = last.assessment.units[unit_id]
    yield from (_rate(unit, one, figures) for one in _compared(last, unit))
    if unit_id in last.composites:
        yield from _composite(unit, last.composites[unit_id], figures)


def _compared(last: AssessedYear, unit: UnitAssessment) -> Iterator[_Compared]:
    """Nothing for a unit nobody checked, or whose group the scheme does not name."""
    checked, medians = unit.checklist, last.assessment.checklist.groups.get(unit.unit.group)
    if checked is None or medians is None:
        return
    for part in checked.areas:
        code = part.area.code
        yield _Compared(
            key=f"areas.{code}.difference",
            own=f"areas.{code}.rate",
            median=f"areas.{code}.median",
            label=f"{part.area.name}得分率与组中位差",
            value=part.rate.above(medians.areas.get(code)),
        )
    yield _Compared(
        key="difference",
        own="rate",
        median="rate.median",
        label="党建考核得分率与组中位差",
        value=checked.total.above(medians.total),
    )


def _rate(unit: UnitAssessment, one: _Compared, figures: Mapping[str, Figure]) -> Figure:
    own = figures[f"units.{unit.unit.id}.checklist.{one.own}"].precise()
    median = figures[f"groups.{unit.unit.group}.checklist.{one.median}"].precise()
    worked = "没有得分率，不计算" if one.value is None else subtracted(own.text, median.text, one.value)
    basis = Basis(OF_RATE, worked, (own, median))
    head = Head(
        f"units.{unit.unit.id}.checklist.{one.key}", one.label, PublicationItem.CHECKLIST, unit.unit.id
    )
    return head.difference(one.value, basis)


def _composite(unit: UnitAssessment, standing: Standing, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """Of a unit that has a 位次."""
    key, item = f"units.{unit.unit.id}.composite", PublicationItem.COMPOSITE
    rank = figures[f"{key}.rank"]
    head = Head(f"{key}.percentile", PERCENTILE.label, item, unit.unit.id)
    yield head.percentile(standing.percentile, _percentile(standing, rank, figures[_graded(unit)]))
    own, median = figures[key].precise(), figures[f"groups.{unit.unit.group}.composite.median"].precise()
    worked = subtracted(own.text, median.text, standing.difference, "分")
    basis = Basis(OF_COMPOSITE, worked, (own, median))
    head = Head(f"{key}.difference", OF_COMPOSITE.label, item, unit.unit.id)
    yield head.difference(standing.difference, basis, "分")


def _graded(unit: UnitAssessment) -> str:
    """The key of n."""
    return f"groups.{unit.unit.group}.grades.graded"


def _percentile(standing: Standing, rank: Figure, graded: Figure) -> Basis:
    """`（19－5）÷（19－1）×100＝77.8`; a unit alone is before nobody."""
    value = standing.percentile
    worked = f"（{standing.of}－{standing.rank}）÷（{standing.of}－1）×100＝{out_of_hundred(value)}"
    return Basis(
        PERCENTILE,
        worked if value.whole else "本组只有一个单位参加排名，不计算",
        (rank.operand("位次"), graded.operand()),
    )
