"""Another scheme gives other figures, and the basis says which rule it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.figures import Figure, figures
from generator.model.terms import Abstain, Dimension, MissingClass, PointsTable, TargetKind
from generator.model.year import Archive, Year
from generator.scoring.assess import assess
from generator.scoring.assessed import AssessedYear
from generator.scoring.exact import rounded
from tests.scoring.builders import ballot_round, count, d, day, unit, year

AS_OF = day("2026-06-30")
BOARD = [count(code, Dimension.OVERALL, votes) for code, votes in zip("ABC", ("4/2/0/0/1",) * 3, strict=True)]


def ballots(rows: list[Any] = BOARD, **rules: Any) -> dict[str, Figure]:
    """The figures of one board under the default rules with some changed."""
    base = year([unit()], ballots=tuple(rows))
    return of(replace(base, scheme=replace(base.scheme, ballot=replace(base.scheme.ballot, **rules))))


def of(one: Year, previous: Year | None = None) -> dict[str, Figure]:
    """All figures by key."""
    earlier = [] if previous is None else [AssessedYear(previous, assess(previous, None, AS_OF))]
    made = figures([*earlier, AssessedYear(one, assess(one, previous, AS_OF))])
    return {figure.key: figure for figure in made}


def sample(archive: Archive, **rules: Any) -> dict[str, Figure]:
    """The sample year with some ballot rules changed."""
    one = archive.year(2025)
    changed = replace(one.scheme, ballot=replace(one.scheme.ballot, **rules))
    return of(replace(one, scheme=changed), archive.before(2025))


def test_an_abstention_as_zero(archive: Archive) -> None:
    """作风形象 of class C: 85.8929 instead of 89.0741 (domain.md 3.5)."""
    key = "units.u03.ballot.classes.C.conduct.score"
    values = [sample(archive, abstain=how)[key] for how in (Abstain.EXCLUDE, Abstain.ZERO)]
    assert [rounded(one.value, 4) for one in values if not isinstance(one.value, (str, type(None)))] == [
        d("89.0741"),
        d("85.8929"),
    ]
    assert "弃权票计零分" in values[1].basis.formula
    assert values[1].basis.worked.startswith("（14×95＋10×85＋3×75）÷28＝85.8929")
    assert any(place.column == "弃权票" for place in values[1].basis.sources)


def test_without_a_class_the_others_share_its_weight(archive: Archive) -> None:
    """Class A missing: 89.96 (domain.md 3.5); the worked formula divides by what is left."""
    one = archive.year(2025)
    kept = tuple(row for row in one.ballots if (row.unit_id, row.ballot_class) != ("u03", "A"))
    found = of(replace(one, ballots=kept), archive.before(2025))
    assert found["units.u03.ballot.board.score"].text == "89.96"
    assert found["units.u03.ballot.classes.A.duty.score"].value is None
    assert found["units.u03.ballot.dimensions.duty.score"].basis.worked.startswith(
        "（30%×90＋30%×89.2857）÷60%"
    )


def test_a_missing_class_may_forbid_a_score() -> None:
    """`fail`: nothing is computed, and the basis says why."""
    found = ballots(BOARD[:2], missing_class=MissingClass.FAIL)
    score = found["units.u01.ballot.board.score"]
    assert (score.value, score.text) == (None, "—")
    assert found["units.u01.ballot.dimensions.overall.score"].basis.worked == "有票种没有有效票，不计算"


def test_an_abstention_as_the_lowest_grade() -> None:
    """Its points and its vote are in the formula."""
    one = ballots(abstain=Abstain.MIN_GRADE)["units.u01.ballot.classes.A.overall.score"]
    assert one.basis.worked.startswith("（4×95＋2×85＋1×60）÷7＝87.1429")


def test_tiers() -> None:
    """The share of 优秀 and the two lower grades stand in the formula (domain.md 3.2)."""
    one = ballots(points_table=PointsTable.TIER)["units.u01.ballot.classes.A.overall.score"]
    assert one.basis.worked == "优秀得票率4÷6＝66.67%，后两等票0÷6，折分＝85.00"


def test_typed_points() -> None:
    """The sum of the points by the number of voters, read from 打分合计."""
    rows = [count(code, Dimension.OVERALL, "0/0/0/0/0", points_sum=d("364")) for code in "ABC"]
    rounds = tuple(ballot_round(code, "4/4/4/4/4") for code in "ABC")
    base = year([unit()], ballots=tuple(rows), ballot_rounds=rounds)
    rules = replace(base.scheme.ballot, points_table=PointsTable.DIRECT)
    found = of(replace(base, scheme=replace(base.scheme, ballot=rules)))
    one = found["units.u01.ballot.classes.A.overall.score"]
    assert one.basis.worked == "364÷4＝91.00"
    assert [place.column for place in one.basis.sources] == ["打分合计"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [("9/5/5/5/5", "到会人数不足，测评无效"), ("9/9/5/6/6", "收回票数多于发出票数，测评无效")],
)
def test_a_meeting_that_does_not_stand(numbers: str, said: str) -> None:
    """No score, and the reason instead of a formula (domain.md 3.3)."""
    base = year([unit()], ballots=tuple(BOARD), ballot_rounds=(ballot_round("A", numbers),))
    assert of(base)["units.u01.ballot.board.score"].basis.worked == said


def test_a_person_named_like_the_board_keeps_its_own_keys() -> None:
    """Board and person of one unit never meet in a key."""
    person = [replace(row, target_kind=TargetKind.PERSON, person_id="board") for row in BOARD]
    found = ballots([*BOARD, *person])
    assert {"units.u01.ballot.board.score", "units.u01.ballot.persons.board.score"} <= set(found)
