"""What a unit earns on one leaf."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.terms import CheckStatus, Condition, LedgerRate, Scoring
from generator.model.terms import RectificationEventType as E
from generator.model.year import Year
from generator.scoring.exact import Rate
from generator.scoring.leaves import LeafResult, leaf_results, ledger_day

from .builders import check, d, day, deduction, event, leaf, rectification, unit, year

UNIT = unit()


def result(assessed: Year, previous: Year | None = None) -> LeafResult:
    """The result of u01 on the only leaf."""
    return leaf_results(assessed, previous, UNIT)[0]


def earned(scoring: Scoring, *minus: str, **checked: Any) -> Decimal | None:
    """What a leaf of 3 points earns."""
    rows = [deduction("u01", "B2.1", points) for points in minus]
    return result(year([UNIT], [leaf("B2.1", "3", scoring)], [check(**checked)], rows)).earned


@pytest.mark.parametrize(
    ("scoring", "minus", "checked", "points"),
    [
        (Scoring.DEDUCT, (), {}, "3"),
        (Scoring.DEDUCT, ("0.5", "0.2"), {}, "2.3"),
        (Scoring.DEDUCT, ("2", "2"), {}, "0"),
        (Scoring.PASS, (), {"status": CheckStatus.MET}, "3"),
        (Scoring.PASS, ("1",), {"status": CheckStatus.PARTLY}, "2"),
        (Scoring.PASS, (), {"status": CheckStatus.UNMET}, "0"),
        (Scoring.RATIO, (), {"ratio": d("0.85")}, "2.55"),
        (Scoring.RATIO, (), {"ratio": d("1.08")}, "3"),
        (Scoring.BAND, (), {"earned": d("2")}, "2"),
    ],
)
def test_each_way_of_scoring(scoring: Scoring, minus: Any, checked: Any, points: str) -> None:
    """扣分制 to the end and no further, 达标制, 比例制 at most full, 分档制 as judged."""
    assert earned(scoring, *minus, **checked) == d(points)


def test_a_leaf_that_does_not_apply_earns_nothing_and_costs_nothing() -> None:
    """As the checkers found, or as the profile says when they did not look."""
    found = result(year([UNIT], [leaf()], [check(status=CheckStatus.NOT_APPLICABLE)]))
    assert (found.applicable, found.earned, found.rate, found.lost) == (False, None, None, None)
    small = unit(has_committee=False)
    conditional = leaf(applies_if=Condition.HAS_COMMITTEE)
    assert not leaf_results(year([small], [conditional]), None, small)[0].applicable
    assert leaf_results(year([UNIT], [conditional]), None, UNIT)[0].applicable


def test_an_unchecked_leaf_has_no_score_yet() -> None:
    """Applicable, but None."""
    it = result(year([UNIT], [leaf()]))
    assert (it.applicable, it.earned) == (True, None)
    assert earned(Scoring.BAND) is None
    assert earned(Scoring.RATIO) is None


F32 = leaf("F3.2", "2", Scoring.RATIO, ledger_rate=LedgerRate.CLOSED_ON_TIME)
ACCEPT, SUBMIT = event("2025-02-11", E.ACCEPT), event("2025-03-01", E.SUBMIT)
OLD = {"opened_on": day("2025-02-10"), "due_on": day("2025-04-10")}


def last_year(*closings: str) -> Year:
    """2024 with one problem of u01 for each closing date, all due 2025-04-10, and one of another unit."""
    problems = [
        rectification(ACCEPT, SUBMIT, event(date, E.CLOSE), id=f"2024-u01-{n:03}", **OLD)
        for n, date in enumerate(closings, 1)
    ]
    other = rectification(id="2024-u02-001", unit_id="u02", **OLD)
    return year(year=2024, rectifications=(*problems, other))


def test_a_leaf_may_come_from_last_years_ledger() -> None:
    """F3.2 = 2 × 按期销号率 of the unit: 3 of 4 → 1.5, whatever was typed."""
    previous = last_year("2025-03-10", "2025-04-01", "2025-04-10", "2025-05-01")
    it = result(year([UNIT], [F32], [check("u01", "F3.2", ratio=d("0.2"))]), previous)
    assert (it.earned, it.ledger) == (d("1.5"), Rate.of(3, 4))


def test_a_unit_without_due_problems_gets_the_full_rate() -> None:
    """Nothing was due, nothing was missed."""
    assert result(year([UNIT], [F32], [check("u01", "F3.2")]), last_year()).earned == 2


def test_the_first_year_takes_the_typed_ratio() -> None:
    """Without a last year there is no ledger to compute from."""
    assert result(year([UNIT], [F32], [check("u01", "F3.2", ratio=d("0.9"))])).earned == d("1.8")


def test_what_is_closed_after_the_assessment_no_longer_moves_its_score() -> None:
    """The ledger is read as it stood on the last day of the assessment, 2026-02-06."""
    late = {"opened_on": day("2025-02-10"), "due_on": day("2026-02-06")}
    base = year(year=2024, rectifications=(rectification(ACCEPT, SUBMIT, **late),))
    closed = rectification(ACCEPT, SUBMIT, event("2026-02-07", E.CLOSE), **late)
    assessed = year([UNIT], [F32], [check("u01", "F3.2")])
    assert result(assessed, base) == result(assessed, replace(base, rectifications=(closed,)))


def test_last_years_own_day_comes_first() -> None:
    """The rate is the one last year's book prints: what was closed after its 数据截至 is not in it."""
    previous = last_year("2025-03-10", "2025-04-01")
    assessed = year([UNIT], [F32], [check("u01", "F3.2")])
    early = replace(previous, cycle=replace(previous.cycle, as_of=dt.datetime(2025, 3, 31, tzinfo=dt.UTC)))
    assert ledger_day(assessed, early) == day("2025-03-31")
    assert result(assessed, early).ledger == Rate.of(0, 0)
    assert ledger_day(assessed, previous) == assessed.cycle.held_to


MINUS = st.decimals("0", "3", places=1)


@given(st.sampled_from(Scoring), st.sampled_from(CheckStatus), st.lists(MINUS, max_size=4), MINUS)
def test_adding_a_deduction_never_raises_a_score(
    scoring: Scoring, status: CheckStatus, minus: list[Decimal], more: Decimal
) -> None:
    """And every score stays between 0 and the leaf's points."""
    checked = {"status": status, "ratio": d("0.8"), "earned": d("1.5")}
    before = earned(scoring, *map(str, minus), **checked)
    after = earned(scoring, *map(str, minus), str(more), **checked)
    if before is None or after is None:
        assert before is after
    else:
        assert 0 <= after <= before <= 3
