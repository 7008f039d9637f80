"""Rates of all units together."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.figures import Figure
from generator.model.terms import ActionKind, CheckStatus
from tests.scoring.builders import check, deduction, leaf, unit, year

from .test_settings import of

Found = Mapping[str, Figure]


def test_rates_pool_points_and_never_average_shares() -> None:
    """1.5/2 and 4/4: 91.67 %, by leaf, by kind, by area and in all."""
    leaves = [leaf("B2.1", "2"), leaf("B2.2", "4", action_kind=ActionKind.INNOVATIVE)]
    units = [unit("u01"), unit("u02")]
    checks = [
        check("u01", "B2.1"),
        check("u02", "B2.2"),
        check("u01", "B2.2", status=CheckStatus.NOT_APPLICABLE),
    ]
    found = of(year(units, leaves, checks, [deduction("u01", "B2.1", "0.5")]))
    texts = {
        key: one.text
        for key, one in found.items()
        if key.startswith("company.checklist.") and key.endswith("rate")
    }
    assert texts == {
        "company.checklist.rate": "91.67%",
        **{f"company.checklist.areas.{code}.rate": "—" for code in "ACDEF"},
        "company.checklist.areas.B.rate": "91.67%",
        "company.checklist.leaves.B2.1.rate": "75.00%",
        "company.checklist.leaves.B2.2.rate": "100.00%",
        "company.checklist.kinds.required.rate": "75.00%",
        "company.checklist.kinds.innovative.rate": "100.00%",
    }
    assert found["company.checklist.rate"].basis.worked == "（1.5＋4）÷6＝91.67%"
    assert found["company.checklist.leaves.B2.1.rate"].basis.worked == "1.5÷（2×1）＝75.00%"
    assert found["company.checklist.areas.A.rate"].basis.worked == "没有检查结果，不计算"


def test_a_kind_without_leaves_has_no_rate() -> None:
    """Where every leaf is 规定动作 nothing is said of 创新举措."""
    found = of(year([unit()], [leaf()], [check()]))
    assert [key for key in found if ".kinds." in key and "checklist" in key] == [
        "company.checklist.kinds.required.rate"
    ]


def test_a_leaf_has_what_it_earned_and_what_it_is_worth(found: Found) -> None:
    """`1.5/2` can be printed from its figure; both are absent where it does not apply."""
    one = found["units.u03.checklist.leaves.D2.2.earned"]
    assert (one.value, one.part, one.whole) == (5, 5, 5)
    earned = [one for key, one in found.items() if key.endswith(".earned")]
    assert all(one.part == one.value for one in earned)
    assert {one.whole is None for one in earned if one.value is None} == {True}
    assert any(one.value is None for one in earned)


def test_areas_leaves_and_kinds_are_the_whole(found: Found) -> None:
    """Parts and wholes of areas, of leaves and of kinds each add up to the company's rate."""
    whole = found["company.checklist.rate"]
    for pattern in ("areas", "leaves", "kinds"):
        rows = [
            one
            for key, one in found.items()
            if key.startswith(f"company.checklist.{pattern}.") and key.endswith(".rate")
        ]
        assert len(rows) == {"areas": 6, "leaves": 45, "kinds": 2}[pattern]
        assert sum((one.part or Decimal(0) for one in rows), Decimal(0)) == whole.part
        assert sum((one.whole or Decimal(0) for one in rows), Decimal(0)) == whole.whole
