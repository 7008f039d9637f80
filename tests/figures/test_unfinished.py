"""A year on its way: what is missing is said, never guessed, never an exception."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.terms import AdjustmentKind, BoardGrade, Component, PublicationItem
from generator.model.year import Archive
from tests.scoring.builders import adjustment, check, component, d, decision, leaf, unit, year

from .test_settings import of


def test_nothing_final_before_the_decision(archive: Archive) -> None:
    """No 审定等次 while `decided_on` is empty (domain.md 1.1)."""
    one = archive.year(2025)
    found = of(replace(one, cycle=replace(one.cycle, decided_on=None)), archive.before(2025))
    assert [key for key in found if key.endswith((".decided", ".compared"))] == []
    assert found["units.u03.grade.suggested"].text == "优秀"


@pytest.mark.parametrize(
    "part",
    ["checks", "deductions", "ballots", "ballot_rounds", "components", "adjustments", "rectifications"],
)
def test_a_missing_table_leaves_the_rest(archive: Archive, part: str) -> None:
    """Every figure still has its rule, whatever file is not there yet."""
    one = archive.year(2025)
    found = of(replace(one, **{part: {} if part in ("checks", "deductions") else ()}), None)
    assert all(figure.basis.worked for figure in found.values())
    keys = {operand.key for figure in found.values() for operand in figure.basis.operands if operand.key}
    assert keys <= set(found)


def test_an_empty_year() -> None:
    """Units without any result: rates without a denominator are 「—」."""
    found = of(year([unit()]))
    assert found["ledger.completed"].basis.worked == "问题总数为0，不计算"
    assert {one.text for key, one in found.items() if key.endswith(".median")} == {"—"}


def test_an_incomplete_composite_names_what_is_missing() -> None:
    """One component of four: no composite, no rank."""
    found = of(year([unit()], components=(component("u01", Component.SUPERIOR, "91"),)))
    whole = found["units.u01.composite"]
    assert (whole.value, whole.basis.worked) == (None, "还没有民主测评、党建考核、经营业绩得分，不计算")
    assert "units.u01.composite.rank" not in found


def test_ungraded_and_vetoed() -> None:
    """不定等次 has no rank; a veto is named by its number and cited (domain.md 7.4 steps 3 and 4)."""
    typed = tuple(component(who, which, "95") for who in ("u01", "u02") for which in Component)
    veto = adjustment("ADJ-1", AdjustmentKind.VETO, "accident")
    units = [unit("u01"), unit("u02", ungraded_reason="成立不满六个月")]
    found = of(year(units, components=typed, adjustments=(veto,)))
    assert found["units.u01.grade.suggested"].text == "一般"
    assert "ADJ-1" in {one.text for one in found["units.u01.grade.suggested"].basis.operands}
    assert [place.column for place in found["units.u01.grade.suggested"].basis.sources] == ["方案项目"]
    assert found["units.u02.grade.suggested"].text == "不定等次"
    assert found["units.u02.composite.rank"].text == "—"


def test_one_achievement_counts_once() -> None:
    """The lower level of the same event is listed with 0 (domain.md 6.3)."""
    rows = (
        adjustment("ADJ-1", AdjustmentKind.BONUS, "promoted", event="E"),
        adjustment("ADJ-2", AdjustmentKind.BONUS, "provincial", event="E"),
    )
    one = of(year([unit()], [leaf(points="100")], [check()], adjustments=rows))["units.u01.checklist.bonus"]
    assert (one.value, one.basis.worked) == (d("3"), "加分3分")
    assert [(operand.label, operand.text) for operand in one.basis.operands][:2] == [
        ("ADJ-1（同一事件已计）", "0"),
        ("ADJ-2", "3"),
    ]


def test_a_decision_without_a_suggestion() -> None:
    """What the 党委会 decided stands even when no score was computed."""
    found = of(year([unit()], decisions=(decision("u01", BoardGrade.GOOD),)))
    decided = found["units.u01.grade.decided"]
    assert (decided.text, decided.item) == ("良好", PublicationItem.GRADES)
    assert "units.u01.grade.compared" not in found
