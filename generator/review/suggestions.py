"""审定与计算: what was decided or typed against what is computed (domain.md 7.4 step 9, 6.2; E122, E120)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.terms import BoardGrade
from generator.problems import Problem
from generator.review.checklist import TOLERANCE
from generator.review.findings import at
from generator.scoring.assess import Assessment, UnitAssessment
from generator.scoring.exact import plain, rounded
from generator.scoring.grades import GradeReason


def overrides(assessment: Assessment) -> Iterator[Problem]:
    """A decision unlike the suggestion says why; a tie at the quota's edge is the committee's to break."""
    for unit in assessment.units.values():
        yield from _override(unit)


def ledger_leaves(assessment: Assessment) -> Iterator[Problem]:
    """A score computed from last year's ledger is not typed, or typed alike (domain.md 6.2 F3.2)."""
    for checklist in assessment.checklist.units.values():
        for result in checklist.leaves:
            check = result.check
            if result.ledger is None or result.earned is None or check is None or check.earned is None:
                continue
            if abs(check.earned - result.earned) > TOLERANCE:
                message = (
                    f"与上年台账不符：按台账计算应得 {plain(rounded(result.earned))}"
                    f"（{plain(result.ledger.part)}/{plain(result.ledger.whole)}）"
                )
                yield at(check, "earned").problem("E120", message, "该指标由系统按台账计算，请删除录入的得分")


def _override(unit: UnitAssessment) -> Iterator[Problem]:
    """The problem of a decision that differs from the suggestion without a reason."""
    decision, suggestion = unit.decision, unit.suggestion
    if decision is None or suggestion is None or decision.grade is None or decision.override_reason:
        return
    chosen = suggestion.reason is GradeReason.TIE_OPEN and decision.grade is BoardGrade.EXCELLENT
    if decision.grade is not suggestion.grade and not chosen:
        why = f"（{suggestion.text}）" if suggestion.text else ""
        message = f"与建议等次“{suggestion.grade.label}”{why}不同，缺少调整理由"
        yield at(decision, "grade").problem("E122", message, "请在“调整理由”中写明党委会的理由，或核对等次")
