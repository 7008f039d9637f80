"""Suggested grades: the worked group of nine of domain.md 7.4."""

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.terms import BoardGrade, Component
from generator.scoring.adjustments import GRADES
from generator.scoring.exact import Rate
from generator.scoring.grades import Candidate, GradeReason, GroupGrading, grade_group, threshold_grade

from .builders import SCHEME, d

G, R = BoardGrade, GradeReason


def candidate(unit_id: str, composite: str | None, party: str = "95", **changes: object) -> Candidate:
    """A candidate with a party score."""
    score = None if composite is None else d(composite)
    base = Candidate(unit_id, score, {Component.PARTY: d(party)})
    return replace(base, **changes)  # type: ignore[arg-type]


NINE = (
    candidate("U01", "94.10"),
    candidate("U02", "92.94", "96.00"),
    candidate("U03", "92.94", "97.50", excellent=Rate.of(149, 247), competent=Rate.of(230, 247)),
    candidate("U04", "68.40"),
    candidate("U05", "90.20"),
    candidate("U06", "88.60"),
    candidate("U07", "84.30"),
    candidate("U08", "79.50"),
    candidate("U09", "91.60", ceiling=G.FAIR),
)


def graded(*rows: Candidate) -> GroupGrading:
    """The group under the default scheme."""
    return grade_group(rows, SCHEME)


def test_the_worked_group_of_nine() -> None:
    """Threshold grade, final grade, reason and rank of each unit; quota 2."""
    it = graded(*NINE)
    assert (it.graded, it.quota) == (9, 2)
    found = {
        unit_id: (one.threshold, one.grade, one.reason, one.rank, one.tied)
        for unit_id, one in it.suggestions.items()
    }
    assert found == {
        "U01": (G.EXCELLENT, G.EXCELLENT, R.QUOTA, 1, False),
        "U03": (G.EXCELLENT, G.EXCELLENT, R.QUOTA_TIE, 2, True),
        "U02": (G.EXCELLENT, G.GOOD, R.QUOTA_FULL_TIE, 2, True),
        "U09": (G.EXCELLENT, G.FAIR, R.VETO, 4, False),
        "U05": (G.EXCELLENT, G.GOOD, R.QUOTA_FULL, 5, False),
        "U06": (G.GOOD, G.GOOD, R.THRESHOLD, 6, False),
        "U07": (G.GOOD, G.GOOD, R.THRESHOLD, 7, False),
        "U08": (G.FAIR, G.FAIR, R.THRESHOLD, 8, False),
        "U04": (G.POOR, G.POOR, R.THRESHOLD, 9, False),
    }


def test_the_reasons_are_told_in_chinese() -> None:
    """What decided a tie, what held a grade."""
    texts = {unit_id: one.text for unit_id, one in graded(*NINE).suggestions.items()}
    assert texts["U03"] == "综合得分相同，党建考核较高，在优秀名额内"
    assert texts["U02"] == "综合得分相同，党建考核较低，优秀名额已满"
    assert texts["U09"] == "一票否决，等次不高于一般"
    assert texts["U06"] == ""


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("100", G.EXCELLENT),
        ("90.00", G.EXCELLENT),
        ("89.99", G.GOOD),
        ("80", G.GOOD),
        ("79.99", G.FAIR),
        ("69.99", G.POOR),
    ],
)
def test_thresholds_are_closed_at_the_lower_end(score: str, grade: BoardGrade) -> None:
    """90.00 is 优秀."""
    assert threshold_grade(d(score), SCHEME.grades) is grade
    assert threshold_grade(d("1"), SCHEME.grades[:3]) is G.FAIR


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"components": {Component.PARTY: d("79.99")}}, "党建考核低于良好，不得评为优秀"),
        ({"competent": Rate.of(44, 50)}, "民主测评称职以上率低于90%，不得评为优秀"),
        ({"excellent": Rate.of(29, 50)}, "民主测评优秀率低于60%，不得评为优秀"),
    ],
)
def test_a_bar_keeps_a_unit_from_excellent_inside_the_quota(changes: dict[str, object], text: str) -> None:
    """良好 instead, and the place goes on."""
    it = graded(replace(NINE[0], **changes), *NINE[1:])  # type: ignore[arg-type]
    barred = it.suggestions["U01"]
    assert (barred.grade, barred.reason, barred.text, barred.rank) == (G.GOOD, R.BARRED, text, 1)
    assert it.suggestions["U02"].grade is G.EXCELLENT


def test_the_last_of_a_group_is_not_excellent() -> None:
    """When the scheme bars it, and when the group differs at all."""
    rows = [candidate(f"U{n}", f"{99 - n}") for n in range(4)]
    full = replace(SCHEME, quota=replace(SCHEME.quota, ratio=d("1")))
    it = grade_group(rows, full)
    assert it.suggestions["U3"].reason is R.BARRED
    lax = replace(full, bars=replace(full.bars, last_in_group=False))
    assert grade_group(rows, lax).suggestions["U3"].grade is G.EXCELLENT
    assert grade_group(rows[:1], full).suggestions["U0"].grade is G.EXCELLENT


def test_ungraded_units_are_outside_quota_and_ranks() -> None:
    """不定等次 is not in n; a vetoed unit is."""
    rows = [replace(one, ungraded="成立不满六个月") if one.unit_id == "U01" else one for one in NINE]
    it = graded(*rows)
    one = it.suggestions["U01"]
    assert (it.graded, one.grade, one.rank, one.text) == (8, G.UNGRADED, None, "成立不满六个月")
    assert it.suggestions["U03"].rank == 1


def test_a_unit_without_composite_has_no_suggestion_yet() -> None:
    """Absent, and not counted."""
    it = graded(*NINE, candidate("U10", None))
    assert "U10" not in it.suggestions
    assert it.graded == 9
    assert graded() == GroupGrading(0, 0, {})


FIELDS = st.lists(
    st.tuples(st.integers(65, 99), st.integers(75, 99), st.sampled_from([None, *GRADES]), st.booleans()),
    max_size=12,
).map(
    lambda rows: [
        candidate(f"u{n:02}", str(score), str(party), ceiling=ceiling, ungraded="新设" if ungraded else None)
        for n, (score, party, ceiling, ungraded) in enumerate(rows)
    ]
)


def excellent(it: GroupGrading) -> int:
    """How many are suggested 优秀."""
    return sum(one.grade is G.EXCELLENT for one in it.suggestions.values())


@given(FIELDS, st.randoms(use_true_random=False))
def test_the_quota_holds_in_any_order(rows: list[Candidate], shuffler: random.Random) -> None:
    """Never more 优秀 than places, never above a ceiling, whatever the order of rows."""
    it = graded(*rows)
    assert excellent(it) <= it.quota
    for one in rows:
        grade = it.suggestions[one.unit_id].grade
        if one.ceiling is not None and one.ungraded is None:
            assert GRADES.index(grade) >= GRADES.index(one.ceiling)
    shuffled = list(rows)
    shuffler.shuffle(shuffled)
    assert graded(*shuffled) == it


@given(FIELDS.filter(bool), st.sampled_from(GRADES), st.data())
def test_a_veto_never_raises_a_grade(rows: list[Candidate], ceiling: BoardGrade, data: st.DataObject) -> None:
    """Of the unit it falls on."""
    n = data.draw(st.integers(0, len(rows) - 1))
    rows = [replace(one, ceiling=None) if one is rows[n] else one for one in rows]
    vetoed = [replace(one, ceiling=ceiling) if one is rows[n] else one for one in rows]
    before, after = _grades(rows, rows[n].unit_id), _grades(vetoed, rows[n].unit_id)
    if before is not G.UNGRADED:
        assert GRADES.index(after) >= GRADES.index(before)


def _grades(rows: Iterable[Candidate], unit_id: str) -> BoardGrade:
    return graded(*rows).suggestions[unit_id].grade
