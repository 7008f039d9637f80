"""审定与计算 (domain.md 6.2, 7.4; E120, E122)."""

from __future__ import annotations

from dataclasses import replace

from generator.archive import assemble
from generator.model.tables import Tables, YearTables
from generator.model.terms import BoardGrade, LedgerRate
from generator.review import review_assessments
from generator.scoring.assess import assess_years

from .builders import (
    ACCEPTED,
    CHECKS,
    CYCLE,
    DECISIONS,
    ENTRY,
    EVENTS,
    LEAVES,
    SCHEME,
    TABLES,
    YEAR,
    changed,
    d,
    day,
    profile,
    with_past,
    year,
)


def found(tables: Tables) -> list[str]:
    """Every problem of the assembled tables as a person reads it."""
    return [str(problem) for problem in review_assessments(assess_years(assemble(tables)).values())]


def test_a_valid_archive_has_no_problem() -> None:
    """Decisions that follow the suggestions need no reason."""
    assert found(TABLES) == []


def test_a_decision_unlike_the_suggestion_needs_a_reason() -> None:
    """Both decisions differ from what the scores suggest; one says why."""
    unlike = (
        replace(DECISIONS[0], grade=BoardGrade.GOOD),
        replace(DECISIONS[1], grade=BoardGrade.FAIR, override_reason="党委会研究决定"),
    )
    assert found(year(decisions=unlike)) == [
        '[E122] data/2025/decisions.csv 第2行 「班子等次」: "良好" 与建议等次“优秀”（优秀名额内）不同，'
        "缺少调整理由"
        " → 请在“调整理由”中写明党委会的理由，或核对等次"
    ]


def test_the_reason_of_the_suggestion_is_told() -> None:
    """The clerk sees why the suggestion is what it is."""
    lowered = replace(SCHEME, quota=replace(SCHEME.quota, ratio=d("0.1")))
    (problem,) = found(year(scheme=lowered))
    assert problem.startswith(
        '[E122] data/2025/decisions.csv 第2行 「班子等次」: "优秀" 与建议等次“良好”（优秀名额已满）不同'
    )


def test_a_tie_at_the_edge_is_the_committee_s() -> None:
    """Two units alike in everything: whichever of them gets 优秀, no reason is asked for."""
    alike = tuple(replace(one, unit_id=unit_id) for unit_id in ("u01", "u02") for one in CHECKS[:4])
    tied = year(
        checks=alike,
        deductions=tuple(replace(one, unit_id=u) for u in ("u01", "u02") for one in YEAR.deductions),
        adjustments=(),
    )
    for best in (0, 1):
        grades = changed(
            (replace(DECISIONS[0], grade=BoardGrade.GOOD), replace(DECISIONS[1], grade=BoardGrade.GOOD)),
            best,
            grade=BoardGrade.EXCELLENT,
        )
        assert found(replace(tied, years=(replace(tied.years[0], decisions=grades),))) == []


def test_a_score_from_the_ledger_is_compared() -> None:
    """One of two problems of last year is closed: half of the 20 points, whatever was typed."""
    closed = replace(
        ENTRY, id="2024-U01-001", opened_on=day("2025-02-01"), due_on=day("2025-04-30"), source_ref=None
    )
    ledger = (closed, replace(closed, id="2024-U01-002", status=None, closed_on=None))
    events = tuple(
        replace(
            one, id=closed.id, date=one.date.replace(year=2025), done_on=one.done_on and day("2025-04-08")
        )
        for one in EVENTS
    )
    before = YearTables(
        2024,
        cycle=replace(CYCLE, year=2024),
        scheme=SCHEME,
        profiles=(profile(1),),
        rectifications=ledger,
        rectification_events=(*events, replace(ACCEPTED, id="2024-U01-002", date=day("2025-02-03"))),
    )
    leaves = changed(LEAVES, 2, ledger_rate=LedgerRate.CLOSED)
    typed = with_past(before, indicators=leaves, checks=changed(CHECKS, 2, ratio=None))
    assert (
        '[E120] data/2025/checks.csv 第4行 「得分」: "19" 与上年台账不符：按台账计算应得 10（1/2）'
        " → 该指标由系统按台账计算，请删除录入的得分"
    ) in found(typed)
    alike = with_past(before, indicators=leaves, checks=changed(CHECKS, 2, ratio=None, earned=d("10")))
    assert not [problem for problem in found(alike) if "台账" in problem and "第4行" in problem]
