"""Who lost points on a leaf, and for what."""

from __future__ import annotations

from dataclasses import replace

from generator.model.terms import CheckStatus, PublicationItem
from tests.scoring.builders import check, deduction, leaf, unit, year

from .test_settings import of


def test_units_that_lost_of_those_with_a_result() -> None:
    """One of two lost; the third, to which the leaf does not apply, is in neither number."""
    units = [unit("u01"), unit("u02"), unit("u03")]
    checks = [check("u01"), check("u02"), check("u03", status=CheckStatus.NOT_APPLICABLE)]
    one = of(year(units, [leaf()], checks, [deduction("u01", "B2.1", "0.5")]))[
        "company.checklist.leaves.B2.1.losing"
    ]
    assert (one.text, one.part, one.whole) == ("50.00%", 1, 2)
    assert [operand.key for operand in one.basis.operands] == ["units.u01.checklist.leaves.B2.1.earned"]


def test_a_leaf_nobody_lost_on_has_no_such_figure() -> None:
    """Nothing lost, nothing counted."""
    found = of(year([unit()], [leaf()], [check()]))
    assert not [key for key in found if key.endswith((".losing", ".times"))]


def test_times_of_each_rule_are_those_of_all_units() -> None:
    """Rule 1 applied twice and once: three times; rule 2 stands apart."""
    rows = [
        replace(deduction("u01", "B2.1", "1"), times=2),
        deduction("u02", "B2.1", "0.5"),
        replace(deduction("u02", "B2.1", "0.3"), rule=2),
    ]
    found = of(year([unit("u01"), unit("u02")], [leaf()], [check("u01"), check("u02")], rows))
    first, second = (found[f"company.checklist.leaves.B2.1.rules.{rule}.times"] for rule in (1, 2))
    assert (first.value, first.basis.worked, second.value) == (3, "2＋1＝3", 1)
    assert first.item is PublicationItem.DEDUCTIONS
    assert len(first.basis.sources) == len(rows) - 1


def test_the_place_of_a_leaf_counts_those_that_lost_more() -> None:
    """25 %, 25 % and 5 % are first, first and third; who lost nothing has no place."""
    leaves = [leaf("B2.1"), leaf("B2.2"), leaf("B2.3"), leaf("B2.4")]
    checks = [check(code=one.code) for one in leaves]
    lost = {"B2.1": "0.5", "B2.2": "0.5", "B2.3": "0.1"}
    rows = [deduction("u01", code, minus) for code, minus in lost.items()]
    found = of(year([unit()], leaves, checks, rows))
    ranks = {key.split(".lost")[0][-4:]: one for key, one in found.items() if key.endswith(".lost.rank")}
    assert {code: one.value for code, one in ranks.items()} == {"B2.1": 1, "B2.2": 1, "B2.3": 3}
    assert ranks["B2.3"].basis.worked == "失分率更高的指标2项，列第3位"
    assert ranks["B2.3"].basis.operands[1].text == "B2.1、B2.2"
