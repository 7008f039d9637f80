"""可比口径: what makes it up, what is left out and why."""

from __future__ import annotations

from collections.abc import Mapping

from generator.figures import Figure
from generator.model.terms import LinkRelation as Relation
from generator.model.year import Year
from tests.scoring.builders import check, deduction, leaf, link, unit, year

from .test_sources import value
from .test_trends import against

Found = Mapping[str, Figure]
Years = Mapping[int, Found]
RATE = "units.u01.trend.comparable"


def of_leaves(minus: Mapping[str, str], **changes: object) -> Year:
    """A year of u01 with a leaf of 2 points for each code, so much deducted."""
    rows = [deduction("u01", code, points) for code, points in minus.items() if points != "0"]
    return year(
        [unit()], [leaf(code) for code in minus], [check(code=code) for code in minus], rows, **changes
    )


def operands(one: Figure) -> dict[str, str]:
    """Texts of the operands without a key, by label."""
    return {operand.label: operand.text for operand in one.basis.operands if operand.key is None}


def test_renamed_leaves_carry_on_and_others_are_named_with_their_reason() -> None:
    """A leaf under a new code counts; one split, one new, one gone do not (domain.md 10.2)."""
    links = (
        link("A1.1", "A1.2"),
        link("B1.1", "B2.1", Relation.SPLIT),
        link("B1.1", "B2.2", Relation.SPLIT),
        link(None, "C1.1", Relation.NEW),
        link("D1.1", None, Relation.REMOVED),
    )
    old = of_leaves({"A1.1": "1", "B1.1": "0", "D1.1": "0"})
    new = of_leaves({"A1.2": "0.5", "B2.1": "0", "B2.2": "0", "C1.1": "0"}, links=links)
    found = against(old, new)
    texts = [found[f"{RATE}.{key}"].text for key in ("before", "after", "change", "coverage")]
    assert texts == ["50.00%", "75.00%", "+25.00", "25.00%"]
    for key in ("change", "coverage"):
        said = operands(found[f"{RATE}.{key}"])
        assert said["计入的指标"] == "A1.2（上年A1.1）"
        assert said["未计入：一项拆分为多项"] == "B2.1、B2.2（上年B1.1）"
        assert said["未计入：本年新增"] == "C1.1"
        assert said["未计入：本年取消"] == "D1.1（上年）"


def test_the_leaves_lead_to_their_points_in_both_years() -> None:
    """上年 to last year's figures, 本年 to this year's."""
    found = against(of_leaves({"A1.1": "1"}), of_leaves({"A1.2": "0"}, links=(link("A1.1", "A1.2"),)))
    keys = [found[f"{RATE}.{side}"].basis.operands[0].key for side in ("before", "after")]
    assert keys == [
        "2024:units.u01.checklist.leaves.A1.1.earned",
        "units.u01.checklist.leaves.A1.2.earned",
    ]


def test_nothing_in_common_is_no_rate() -> None:
    """Everything new: 「—」 and the reason, coverage 0."""
    found = against(of_leaves({"A1.1": "0"}), of_leaves({"C1.1": "0"}))
    texts = [found[f"{RATE}.{key}"].text for key in ("before", "after", "change", "coverage")]
    assert texts == ["—", "—", "—", "0.00%"]
    assert found[f"{RATE}.change"].basis.worked == "没有两年相同的指标，不计算"
    assert operands(found[f"{RATE}.change"])["计入的指标"] == "无"


def test_nothing_earned_is_a_rate_of_nothing() -> None:
    """0 % in both years, not 「—」."""
    found = against(of_leaves({"A1.1": "2"}), of_leaves({"A1.1": "2"}))
    assert [found[f"{RATE}.{key}"].text for key in ("before", "change")] == ["0.00%", "0.00"]
    assert found[f"{RATE}.before"].basis.worked == "0÷2＝0.00%"


def test_the_company_names_who_is_left_out(years: Years) -> None:
    """u14 was not checked in 2023: its points lower the coverage of 2024."""
    one = years[2024]["company.trend.comparable.coverage"]
    assert (one.part, one.whole) == (1700, 1800)
    assert operands(one)["未计入：上年没有检查结果"] == "综合服务中心"
    assert "未计入：上年没有检查结果" not in operands(years[2025]["company.trend.comparable.coverage"])


def test_the_crosswalk_is_cited(found: Found) -> None:
    """Every row that says something of the unit's leaves, with its 关系."""
    one = found["units.u11.trend.comparable.change"]
    relations = [value(place) for place in one.basis.sources]
    assert len(relations) == 48
    assert set(relations) == {"相同", "更名", "改写", "拆分", "合并", "新增", "取消"}
