"""Where a unit stands in its group."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from generator.figures import Figure
from generator.figures.numerals import signed, signed_result
from generator.model.terms import Component, PublicationItem
from tests.scoring.builders import check, component, d, deduction, leaf, unit, year

from .test_settings import of

Found = Mapping[str, Figure]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5.2727", "+5.27"),
        ("-1.2", "−1.20"),
        ("0", "0.00"),
        ("-0.001", "0.00"),
        ("0.005", "+0.01"),
        ("-0.005", "−0.01"),
    ],
)
def test_a_difference_carries_its_sign(value: str, text: str) -> None:
    """Plus, true minus, nothing for what is printed as zero."""
    assert signed(d(value)) == text
    assert signed_result(d(value), "分").endswith(f"{text}分")


def test_no_difference_without_a_value() -> None:
    """「—」, never 0."""
    assert signed(None) == "—"


def test_differences_of_a_group_of_three() -> None:
    """得分率 100 %, 75 % and 50 %: the middle one is the median."""
    minus = {"u02": "0.5", "u03": "1"}
    units = [unit(who) for who in ("u01", "u02", "u03")]
    checks = [check(who) for who in ("u01", "u02", "u03")]
    found = of(
        year(units, [leaf()], checks, [deduction(who, "B2.1", points) for who, points in minus.items()])
    )
    for key in ("checklist.difference", "checklist.areas.B.difference"):
        texts = [found[f"units.{one.id}.{key}"].text for one in units]
        assert texts == ["+25.00", "0.00", "−25.00"]
    one = found["units.u01.checklist.difference"]
    assert (one.unit, one.item, one.basis.worked) == (
        "个百分点",
        PublicationItem.CHECKLIST,
        "100%－75%＝+25.00个百分点",
    )
    assert found["units.u01.checklist.areas.A.difference"].basis.worked == "没有得分率，不计算"


def test_a_unit_alone_in_its_group_is_before_nobody() -> None:
    """No percentile, and no distance from itself."""
    typed = tuple(component("u01", which, "91") for which in Component)
    found = of(year([unit()], components=typed))
    percentile, difference = (found[f"units.u01.composite.{key}"] for key in ("percentile", "difference"))
    assert (percentile.value, percentile.text) == (None, "—")
    assert percentile.basis.worked == "本组只有一个单位参加排名，不计算"
    assert (difference.text, difference.unit) == ("0.00", "分")


def test_ungraded_units_have_no_place_but_move_the_median() -> None:
    """The median is the group's as printed, of every score; 不定等次 is not placed (domain.md 7.3)."""
    scores = {"u01": "90", "u02": "80", "u03": "70"}
    typed = tuple(component(who, which, score) for who, score in scores.items() for which in Component)
    units = [unit("u01"), unit("u02"), unit("u03", ungraded_reason="成立不满六个月")]
    found = of(year(units, components=typed))
    assert [found[f"units.{who}.composite.difference"].text for who in ("u01", "u02")] == ["+10.00", "0.00"]
    assert [found[f"units.{who}.composite.percentile"].text for who in ("u01", "u02")] == ["100.0", "0.0"]
    assert "units.u03.composite.difference" not in found
    assert "units.u03.composite.percentile" not in found


def test_every_difference_is_what_its_two_operands_say(found: Found) -> None:
    """Score or rate less the median, exactly, for every unit of the sample."""
    seen = 0
    for key, one in found.items():
        if key.endswith(".difference"):
            own, middle = (found[operand.key or ""].value for operand in one.basis.operands)
            assert isinstance(own, Decimal)
            assert isinstance(middle, Decimal)
            assert isinstance(one.value, Decimal)
            assert abs(own - middle - one.value) < Decimal("1e-20")
            seen += 1
    assert seen == 18 * 8
