"""Every way a leaf is scored, in words and numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.figures import Figure
from generator.model.terms import CheckStatus, Condition, LedgerRate, PublicationItem, Scoring
from generator.model.terms import RectificationEventType as E
from generator.model.year import Year
from tests.scoring.builders import check, d, deduction, event, leaf, rectification, unit, year

from .test_settings import of

KEY = "units.u01.checklist.leaves.B2.1.earned"


def scored(scoring: Scoring, *minus: str, **checked: Any) -> Figure:
    """The figure of a leaf of 2 points."""
    rows = [deduction("u01", "B2.1", one) for one in minus]
    return of(year([unit()], [leaf(scoring=scoring)], [check(**checked)], rows))[KEY]


@pytest.mark.parametrize(
    ("one", "text", "worked"),
    [
        (scored(Scoring.DEDUCT), "2", "无扣分，得2分"),
        (scored(Scoring.DEDUCT, "0.5", "0.2"), "1.3", "2－0.5－0.2＝1.3"),
        (scored(Scoring.DEDUCT, "1.5", "1"), "0", "2－1.5－1＜0，扣完为止，得0分"),
        (scored(Scoring.PASS, status=CheckStatus.UNMET), "0", "结论为不符合，得0分"),
        (scored(Scoring.PASS, "1"), "1", "2－1＝1"),
        (scored(Scoring.RATIO, ratio=d("0.925")), "1.85", "2×92.5%＝1.85"),
        (scored(Scoring.RATIO, ratio=d("1.2")), "2", "2×120%＝2.4，不超过分值，得2分"),
        (scored(Scoring.RATIO, earned=d("1.5")), "1.5", "认定得1.5分"),
        (scored(Scoring.BAND, earned=d("1")), "1", "认定得1分"),
        (scored(Scoring.BAND), "—", "没有填写得分，不计算"),
    ],
)
def test_ways_of_scoring(one: Figure, text: str, worked: str) -> None:
    """扣分制、达标制、比例制、分档制 (domain.md 6.1)."""
    assert (one.text, one.basis.worked) == (text, worked)


def test_not_applicable_by_the_profile() -> None:
    """Without a check the unit's profile decides, and is cited (domain.md 6.3)."""
    leaves = [leaf(), leaf("B2.2", applies_if=Condition.HAS_COMMITTEE)]
    one = of(year([unit(has_committee=False)], leaves, [check()]))[KEY.replace("B2.1", "B2.2")]
    assert (one.value, one.text) == (None, "—")
    assert "设支委会" in one.basis.worked
    assert [place.column for place in one.basis.sources] == ["适用条件", "设支委会"]


def test_not_checked_yet() -> None:
    """An applicable leaf without a result keeps base and score open."""
    found = of(year([unit()], [leaf(), leaf("B2.2")], [check()]))
    assert found[KEY.replace("B2.1", "B2.2")].basis.worked == "尚未检查，不计算"
    assert found["units.u01.checklist.base"].basis.worked == "还有1项指标没有结果，不计算"
    assert found["units.u01.checklist.score"].value is None


def test_from_last_years_ledger() -> None:
    """The rate, its two numbers and its problems stand behind the points (domain.md 6.2)."""
    done = rectification(
        event("2025-02-11", E.ACCEPT), event("2025-03-01", E.SUBMIT), event("2025-03-02", E.CLOSE),
        id="2024-u01-001", opened_on=DAY, due_on=DAY.replace(month=4),
    )  # fmt: skip
    late = rectification(id="2024-u01-002", opened_on=DAY, due_on=DAY.replace(month=5))
    one = of(this_year(), last_year(done, late))["units.u01.checklist.leaves.F3.2.earned"]
    assert (one.text, one.basis.worked) == ("1", "2×1÷2＝1")
    named = {operand.label: operand.text for operand in one.basis.operands}
    assert named["计入分子的问题"] == "2024-u01-001"
    assert named["计入分母的问题"] == "2024-u01-001、2024-u01-002"
    assert PublicationItem.SENSITIVE in one.basis.needs, "whether or not one of them is 敏感"


def test_a_sensitive_problem_of_last_year_closes_the_basis() -> None:
    """The points are published, the numbers of the problems behind them are not (domain.md 4.3)."""
    hidden = rectification(id="2024-u01-001", opened_on=DAY, due_on=DAY.replace(month=5), sensitive=True)
    one = of(this_year(), last_year(hidden))["units.u01.checklist.leaves.F3.2.earned"]
    assert one.item is PublicationItem.CHECKLIST
    assert PublicationItem.SENSITIVE in one.basis.needs


def test_a_clean_ledger_gives_all_points() -> None:
    """Nothing due last year: full points, and the basis says so."""
    one = of(this_year(), last_year())["units.u01.checklist.leaves.F3.2.earned"]
    assert (one.text, one.basis.worked) == ("2", "上年没有应计问题，得2分")


DAY = rectification().entry.opened_on.replace(year=2025)


def this_year() -> Year:
    """A year whose F3.2 comes from the ledger of the year before."""
    leaves = [leaf(), leaf("F3.2", scoring=Scoring.RATIO, ledger_rate=LedgerRate.CLOSED_ON_TIME)]
    return year([unit()], leaves, [check()])


def last_year(*problems: Any) -> Year:
    """The year before with these problems."""
    base = year([unit()], rectifications=problems)
    cycle = replace(base.cycle, year=2024, as_of=base.cycle.as_of.replace(year=2025))
    return replace(base, year=2024, cycle=cycle)
