"""A whole year, tied together."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.terms import AdjustmentKind, BoardGrade, Component, TargetKind
from generator.model.terms import RectificationEventType as E
from generator.model.year import Year
from generator.scoring.assess import UnitAssessment, assess
from generator.scoring.grades import GradeReason

from .builders import (
    CYCLE,
    adjustment,
    check,
    component,
    d,
    day,
    decision,
    deduction,
    event,
    leaf,
    rectification,
    unit,
    year,
)
from .sample import sample_years
from .test_ballots import BOARD, PERSON

AS_OF = day("2026-06-30")


def small_year() -> Year:
    """Two units: u01 with everything, u02 without ballots."""
    accepted = rectification(event("2026-02-11", E.ACCEPT), source_ref="B2.1")
    return year(
        [unit("u01"), unit("u02")],
        [leaf("B2.1", "100")],
        [check("u01"), check("u02")],
        ballots=(*BOARD, *PERSON),
        components=(
            component("u01", Component.SUPERIOR, "91"),
            component("u01", Component.KPI, "93.2"),
            component("u02", Component.KPI, "95"),
        ),
        decisions=(
            decision("u01", BoardGrade.EXCELLENT),
            replace(
                decision("u01", BoardGrade.GOOD), target_kind=TargetKind.PERSON, person_id="p02", grade=None
            ),
        ),
        rectifications=(accepted,),
    )


def test_a_unit_with_everything() -> None:
    """Checklist, ballots, composite, suggestion, decision and problems side by side."""
    it = assess(small_year(), None, AS_OF).units["u01"]
    assert it.checklist is not None
    assert it.checklist.rounded == 100
    assert it.ballots is not None
    assert it.composite is not None
    assert it.composite.rounded == d("93.56")
    assert it.suggestion is not None
    assert (it.suggestion.grade, it.suggestion.reason) == (BoardGrade.GOOD, GradeReason.QUOTA_FULL)
    assert it.decision is not None
    assert it.decision.grade is BoardGrade.EXCELLENT
    assert (list(it.persons), list(it.person_decisions)) == (["p02"], ["p02"])
    assert [life.id for life in it.lives] == ["2025-u01-001"]
    assert it.component_ranks == {
        Component.BALLOT: 1,
        Component.SUPERIOR: 1,
        Component.PARTY: 1,
        Component.KPI: 2,
    }


def test_what_is_missing_is_none() -> None:
    """A unit without ballots has no composite and no suggestion, but a checklist."""
    it = assess(small_year(), None, AS_OF).units["u02"]
    assert it.checklist is not None
    assert it.composite is not None
    assert (it.ballots, it.composite.score, it.suggestion, it.decision, it.lives) == (
        None,
        None,
        None,
        None,
        (),
    )


def test_an_empty_year_is_assessed_too() -> None:
    """Nothing but units: parts None, figures without values."""
    it = assess(year([unit()]), None, AS_OF)
    one = it.units["u01"]
    assert (one.checklist, one.ballots, one.composite, one.suggestion) == (None, None, None, None)
    assert (it.ledger.total, it.lives, it.recurrences, it.medians.composite) == (0, (), (), None)


def test_nothing_is_decided_before_the_decision() -> None:
    """A grade typed early is not handed on while `decided_on` is empty."""
    early = replace(small_year(), cycle=replace(CYCLE, decided_on=None))
    it = assess(early, None, AS_OF).units["u01"]
    assert (it.decision, it.person_decisions) == (None, {})


def test_a_veto_reaches_the_suggestion() -> None:
    """Ceiling from the adjustments."""
    vetoed = replace(small_year(), adjustments=(adjustment("v1", AdjustmentKind.VETO, "accident"),))
    suggestion = assess(vetoed, None, AS_OF).units["u01"].suggestion
    assert suggestion is not None
    assert (suggestion.grade, suggestion.reason) == (BoardGrade.FAIR, GradeReason.VETO)


def test_last_years_problem_on_the_same_leaf_is_a_recurrence() -> None:
    """屡改屡犯 across the two years."""
    old = rectification(
        id="2024-u01-001", source_ref="B2.1", opened_on=day("2025-02-10"), due_on=day("2025-04-10")
    )
    previous = replace(small_year(), year=2024, rectifications=(old,))
    found = assess(small_year(), previous, AS_OF).recurrences
    assert [one.problems for one in found] == [("2024-u01-001", "2025-u01-001")]


PLACES = st.deferred(
    lambda: st.tuples(
        st.sampled_from(sorted(sample_years()[-1].assessment.units)),
        st.sampled_from([one.code for one in sample_years()[-1].year.leaves]),
    )
)
"""A unit and a leaf of the sample."""


@settings(deadline=None, max_examples=20)
@given(PLACES, st.decimals("0", "3", places=1))
def test_a_deduction_never_raises_a_score(place: tuple[str, str], minus: Decimal) -> None:
    """Leaf, area, 党建考核 and 综合得分 of its unit; those of all others stay as they were."""
    before, last = sample_years()[1:]
    rows = (*last.year.deductions.get(place, ()), deduction(*place, str(minus)))
    changed = replace(last.year, deductions={**last.year.deductions, place: rows})
    after = assess(changed, before.year, last.assessment.as_of)
    for unit_id, old in last.assessment.units.items():
        new = after.units[unit_id]
        if unit_id != place[0]:
            assert (new.checklist, new.composite) == (old.checklist, old.composite)
        assert all(one <= other for one, other in zip(scores(new), scores(old), strict=True))


def scores(one: UnitAssessment) -> list[Decimal]:
    """The scores of a unit, those of its leaves first."""
    assert one.checklist is not None
    assert one.composite is not None
    found = [
        *(leaf.earned for leaf in one.checklist.leaves),
        *(area.rate.part for area in one.checklist.areas),
    ]
    found += [one.checklist.base, one.checklist.score, one.composite.score]
    return [score for score in found if score is not None]


def test_medians_of_group_and_company() -> None:
    """Of what there is."""
    it = assess(small_year(), None, AS_OF)
    assert it.units["u01"].composite is not None
    assert it.medians.composite == it.group_medians["生产单位"].composite == it.units["u01"].composite.score
    assert it.medians.checklist.areas == {"B": 1}


def test_scores_do_not_move_with_the_day() -> None:
    """Only the ledger looks at `as_of`."""
    early, late = (assess(small_year(), None, day(date)) for date in ("2026-02-01", "2026-06-30"))
    assert (early.checklist, early.ballots, early.gradings) == (late.checklist, late.ballots, late.gradings)
    assert (len(early.lives), len(late.lives)) == (0, 1)
