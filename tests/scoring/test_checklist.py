"""The checklist of units: the worked numbers of domain.md 6.3, medians and losses."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.terms import AdjustmentKind, CheckStatus, Condition
from generator.model.year import Year
from generator.scoring.checklist import UnitChecklist, assess_checklist, party_score
from generator.scoring.exact import Rate

from .builders import SCHEME, adjustment, check, d, deduction, leaf, unit, year

FULL = (
    ("A1.1", "20"),
    ("B2.1", "18"),
    ("B2.2", "2"),
    ("C1.1", "15"),
    ("D1.1", "20"),
    ("E1.1", "10"),
    ("F1.1", "15"),
)
LEAVES = [
    leaf(code, points, applies_if=Condition.HAS_COMMITTEE if code == "B2.2" else Condition.ALWAYS)
    for code, points in FULL
]
LOST = {"A1.1": "1.5", "B2.1": "1.5", "C1.1": "1", "D1.1": "1.5", "E1.1": "0.5", "F1.1": "0.5"}
ADJUSTED = (
    adjustment("j1", AdjustmentKind.BONUS, "provincial", "3"),
    adjustment("j2", AdjustmentKind.BONUS, "corporate", "2"),
    adjustment("j3", AdjustmentKind.BONUS, "promoted", "1"),
    adjustment("j4", AdjustmentKind.PENALTY, "criticised", "1"),
)


def worked() -> Year:
    """Unit u01 with base 93.5, bonus 6 and penalty 1."""
    checks = [check("u01", code) for code, _ in FULL]
    rows = [deduction("u01", code, minus) for code, minus in LOST.items()]
    return year([unit()], LEAVES, checks, rows, adjustments=ADJUSTED)


def only(assessed: Year) -> UnitChecklist:
    """The checklist of u01."""
    return assess_checklist(assessed, None).units["u01"]


def test_the_worked_base_bonus_and_penalty() -> None:
    """93.5 + 5 - 1 = 97.5, by areas 18.5, 18.5, 14, 18.5, 9.5, 14.5."""
    it = only(worked())
    assert [area.rate.part for area in it.areas] == [
        d(x) for x in ("18.5", "18.5", "14", "18.5", "9.5", "14.5")
    ]
    assert (it.base, it.score, it.rounded) == (d("93.5"), d("97.5"), d("97.50"))


def test_a_small_branch_is_rescaled_to_what_applies() -> None:
    """Without 支委: 91.5 of 98 → 93.37."""
    small = unit(has_committee=False)
    checks = [check("u01", code) for code, _ in FULL if code != "B2.2"]
    rows = [deduction("u01", code, minus) for code, minus in LOST.items()]
    it = only(year([small], LEAVES, checks, rows))
    assert it.total == Rate(d("91.5"), d("98"))
    assert it.rounded == d("93.37")
    assert it.areas[1].rate == Rate(d("16.5"), d("18"))


@pytest.mark.parametrize(
    ("cap", "score"), [("100", "100"), ("105", "104"), (None, "104")], ids=["100", "105", "none"]
)
def test_the_total_is_capped_as_the_scheme_says(cap: str | None, score: str) -> None:
    """party_total_cap 100, 105 or none."""
    assert party_score(d("99"), d("5"), d("0"), None if cap is None else d(cap)) == d(score)


def test_penalties_never_go_below_nothing() -> None:
    """A score is at least 0."""
    assert party_score(d("3"), d("0"), d("5"), d("100")) == 0


def test_a_half_checked_unit_has_rates_but_no_score() -> None:
    """The rates of what was checked; the total only when everything applicable was."""
    it = only(year([unit()], LEAVES, [check("u01", "A1.1")]))
    assert (it.total, it.base, it.score) == (Rate.of(20, 20), None, None)
    assert [one.code for one in it.unchecked] == [code for code, _ in FULL[1:]]


def test_a_unit_nobody_checked_is_absent() -> None:
    """No check, no checklist; a year without checks has no medians."""
    it = assess_checklist(year([unit()], LEAVES), None)
    assert (it.units, it.losses, it.overall.areas, it.overall.score) == ({}, (), {}, None)


def three_units() -> Year:
    """Three units on two leaves; u03 does not have B2.2, u04 is of another group and lost all of it."""
    units = [unit("u01"), unit("u02"), unit("u03"), unit("u04", "机关部门")]
    checks = [check(one.id, code) for one in units for code in ("B2.1", "B2.2")]
    checks = [
        replace(row, status=CheckStatus.NOT_APPLICABLE) if (row.unit_id, row.code) == ("u03", "B2.2") else row
        for row in checks
    ]
    rows = [deduction("u01", "B2.1", "1"), deduction("u02", "B2.1", "0.5"), deduction("u04", "B2.2", "2")]
    groups = (*SCHEME.groups, replace(SCHEME.groups[0], name="机关部门"))
    return year(units, [leaf("B2.1"), leaf("B2.2")], checks, rows, scheme=replace(SCHEME, groups=groups))


def test_medians_by_group_and_overall() -> None:
    """Of the units that have a value."""
    it = assess_checklist(three_units(), None)
    assert it.groups["生产单位"].leaves == {"B2.1": d("0.75"), "B2.2": d("1")}
    assert it.groups["机关部门"].leaves == {"B2.1": d("1"), "B2.2": d("0")}
    assert it.overall.leaves == {"B2.1": d("0.875"), "B2.2": d("1")}
    assert it.groups["生产单位"].areas == {"B": d("0.875")}


def test_the_most_lost_leaf_comes_first() -> None:
    """Σ lost / Σ applicable: B2.2 lost 2 of 6, B2.1 1.5 of 8."""
    losses = assess_checklist(three_units(), None).losses
    assert [(loss.leaf.code, loss.lost, loss.units, loss.losing) for loss in losses] == [
        ("B2.2", Rate.of(2, 6), 3, 1),
        ("B2.1", Rate(d("1.5"), d("8")), 4, 2),
    ]


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(shuffler: random.Random) -> None:
    """Checks, deductions and adjustments in any order."""
    base = worked()
    checks = list(base.checks.items())
    adjustments = list(base.adjustments)
    shuffler.shuffle(checks)
    shuffler.shuffle(adjustments)
    shuffled = replace(base, checks=dict(checks), adjustments=tuple(adjustments))
    assert assess_checklist(shuffled, None) == assess_checklist(base, None)


@given(st.sampled_from([code for code, _ in FULL]), st.decimals("0", "20", places=1))
def test_adding_a_deduction_never_raises_the_score(code: str, minus: object) -> None:
    """On any leaf, of any size."""
    base = worked()
    key = ("u01", code)
    more = {**base.deductions, key: (*base.deductions.get(key, ()), deduction("u01", code, str(minus)))}
    before, after = only(base).score, only(replace(base, deductions=more)).score
    assert before is not None
    assert after is not None
    assert after <= before
