"""离散程度 of 综合得分 as a figure with its basis. domain.md 12 gives no formula: the numbers are our own."""

from __future__ import annotations

from collections.abc import Mapping

from generator.figures import Figure
from generator.model.terms import Component, PublicationItem
from tests.scoring.builders import component, unit, year

from .test_settings import of

Found = Mapping[str, Figure]
SCORES = {"u01": "90", "u02": "91", "u03": "93", "u04": "96"}


def scored(scores: Mapping[str, str]) -> dict[str, Figure]:
    """The figures of one group of units with these composites."""
    typed = tuple(component(who, which, one) for who, one in scores.items() for which in Component)
    return of(year([unit(who) for who in scores], components=typed))


def test_the_worked_example() -> None:
    """极差 6, 标准差 √(21 ÷ 4) = 2.2913, as a pocket calculator has it."""
    found = scored(SCORES)
    apart, deviation = (found[f"groups.生产单位.composite.{end}"] for end in ("range", "deviation"))
    assert (apart.text, apart.unit, apart.basis.worked) == ("6.00", "分", "96.00－90.00＝6.00")
    assert (deviation.text, deviation.unit) == ("2.29", "分")
    assert deviation.basis.worked == "平均92.5，离差平方和21÷4，开平方＝2.2913，四舍五入为2.29"
    assert found["groups.生产单位.composite.scored"].value == 4


def test_whoever_reads_a_spread_reads_every_score_behind_it() -> None:
    """Each score is an operand, and the item is that of the scores: what withholds one withholds both."""
    found = scored(SCORES)
    for circle in ("groups.生产单位", "company"):
        for end in ("scored", "range", "deviation"):
            one = found[f"{circle}.composite.{end}"]
            assert [operand.key for operand in one.basis.operands] == [
                f"units.{who}.composite" for who in SCORES
            ]
            assert one.item is PublicationItem.COMPOSITE


def test_one_alone_has_none() -> None:
    """The group of one says nothing; company and group are judged apart."""
    assert not [key for key in scored({"u01": "90"}) if key.endswith((".scored", ".range", ".deviation"))]


def test_a_unit_without_a_score_is_not_counted() -> None:
    """Two of three have one."""
    typed = tuple(component(who, which, "90") for who in ("u01", "u02") for which in Component)
    found = of(year([unit(who) for who in ("u01", "u02", "u03")], components=typed))
    assert found["company.composite.scored"].value == 2
    assert found["company.composite.deviation"].text == "0.00"


def test_the_group_of_nine(found: Found) -> None:
    """94.10 and 68.40 of domain.md 7.4 lie 25.70 apart."""
    assert found["groups.生产单位.composite.range"].text == "25.70"
    assert found["groups.生产单位.composite.range"].basis.worked == "94.10－68.40＝25.70"
