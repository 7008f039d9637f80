"""How many units rose and fell, and leaves that stayed the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.figures import Figure
from generator.model.terms import LinkRelation
from tests.scoring.builders import check, deduction, leaf, link, unit, year

from .test_trends import against, checked

Found = Mapping[str, Figure]


def test_units_rose_fell_or_stayed(found: Found) -> None:
    """11 rose and 7 fell in the sample; each is named with its change."""
    risen, fallen = (found[f"company.trend.comparable.{way}"] for way in ("risen", "fallen"))
    assert (risen.value, fallen.value) == (11, 7)
    assert all(operand.text.startswith("+") for operand in risen.basis.operands)
    assert all(operand.text.startswith("−") for operand in fallen.basis.operands)


def test_how_many_units_and_excellent_ones_there_are_now(found: Found) -> None:
    """18 units as last year; of these 4 are 优秀 after 5."""
    units, excellent = (found[f"company.trend.{what}.change"] for what in ("units", "excellent"))
    assert (units.value, units.text, units.basis.worked) == (0, "0", "18－18＝0个")
    assert (excellent.value, excellent.text, excellent.basis.worked) == (-1, "−1", "4－5＝−1个")
    keys = [operand.key for operand in excellent.basis.operands]
    assert keys == ["company.grades.excellent", "2024:company.grades.excellent"]


def test_without_a_decision_excellent_units_are_not_compared() -> None:
    """Units are, before anybody is graded."""
    new = against(checked("0.5"), replace(checked("0.5"), units=(unit("u01"), unit("u02"))))
    assert new["company.trend.units.change"].text == "+1"
    assert "company.trend.excellent.change" not in new


def test_a_unit_that_did_not_move_is_in_neither() -> None:
    """0.00 is no change."""
    still = against(checked("0.5"), checked("0.5"))
    assert [still[f"company.trend.comparable.{way}"].value for way in ("risen", "fallen")] == [0, 0]


def test_without_a_comparable_unit_nothing_is_counted() -> None:
    """A company all of new units has no movement, not one of none."""
    new = replace(checked("0.5"), units=(unit("u02"),), checks={})
    assert "company.trend.comparable.risen" not in against(checked("0.5"), new)


def test_a_leaf_is_followed_through_its_new_code() -> None:
    """B2.1 became B2.2 by 更名: 75 % to 50 %."""
    new = checked("1", "B2.2", links=(link("B2.1", "B2.2"),))
    one = against(checked("0.5"), new)["company.trend.leaves.B2.2.change"]
    assert one.text == "−25.00"
    keys = [operand.key for operand in one.basis.operands]
    assert keys == ["company.checklist.leaves.B2.2.rate", "2024:company.checklist.leaves.B2.1.rate"]


def test_a_reworded_leaf_is_another() -> None:
    """改写 is not comparable, and neither is a leaf nobody was checked on before."""
    links = (link("B2.1", "B2.1", LinkRelation.REWORDED),)
    assert not [key for key in against(checked("0.5"), checked("1", links=links)) if ".trend.leaves." in key]
    unseen = year([unit()], [leaf()])
    assert not [key for key in against(unseen, checked("1")) if ".trend.leaves." in key]


def test_all_units_count_together() -> None:
    """A unit new this year is in the company's rate as it is on the page."""
    rows = [deduction("u01", "B2.1", "0.5"), deduction("u02", "B2.1", "1.5")]
    new = year([unit("u01"), unit("u02")], [leaf()], [check("u01"), check("u02")], rows)
    assert against(checked("0.5"), new)["company.trend.leaves.B2.1.change"].text == "−25.00"
