"""党建指标得分 an audience may see: totals, areas, and where published deductions (domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.editions.matrix import Publication
from generator.model.checklist import Deduction, LeafRule
from generator.model.terms import CheckStatus, ItemAudience, PublicationItem
from generator.model.year import Year
from generator.scoring.checklist import ChecklistMedians, UnitChecklist
from generator.scoring.exact import Rate
from generator.scoring.leaves import LeafResult
from generator.store.values import value


@dataclass(frozen=True)
class DeductionRow:
    """扣分明细 with the rule it follows."""

    when: str
    times: int
    minus: Decimal
    reason: str
    evidence: str


@value(frozen=True, slots=True)
class LeafRow:
    """检查结果 of one unit on one leaf."""

    code: str
    status: CheckStatus
    points: Decimal
    earned: Decimal | None
    """None when the leaf does not apply."""
    ratio: Decimal | None
    deductions: tuple[DeductionRow, ...]
    """Empty where deductions are not published."""
    note: str | None
    issue_id: str | None
    self_score: Decimal | None = None
    """自评得分, for the assessment group."""


@dataclass(frozen=True)
class AreaRow:
    """得分率 of one unit in one area beside its group's median."""

    code: str
    rate: Rate
    group_median: Decimal | None
    """A share, 0…1."""


@dataclass(frozen=True)
class Checklist:
    """党建指标得分 of one unit."""

    total: Rate
    areas: tuple[AreaRow, ...]
    leaves: tuple[LeafRow, ...]
    """In the order of the indicator tree."""
    group_median: Decimal | None
    """Median of the total rate in the unit's group, 0…1."""


def checklist(
    year: Year,
    result: UnitChecklist,
    medians: ChecklistMedians | None,
    publication: Publication,
    shown: frozenset[str],
) -> Checklist:
    """The checklist of one unit beside its group's medians; `shown` are the problem numbers it may know."""
    areas: Mapping[str, Decimal] = medians.areas if medians else {}
    judged = (leaf for leaf in result.leaves if leaf.earned is not None or not leaf.applicable)
    rows = tuple(_leaf(year, leaf, publication, shown) for leaf in judged)
    return Checklist(
        total=result.total,
        areas=tuple(AreaRow(area.area.code, area.rate, areas.get(area.area.code)) for area in result.areas),
        leaves=rows,
        group_median=medians.total if medians else None,
    )


def _leaf(year: Year, result: LeafResult, publication: Publication, shown: frozenset[str]) -> LeafRow:
    check = result.check
    detailed = publication.allows(PublicationItem.DEDUCTIONS)
    issue_id = check.issue_id if check else None
    return LeafRow(
        code=result.leaf.code,
        status=check.status if check else _status(result),
        points=result.leaf.points,
        earned=result.earned,
        ratio=_ratio(result),
        deductions=_deductions(year, result) if detailed else (),
        note=check.note if check and detailed else None,
        issue_id=issue_id if issue_id in shown else None,
        self_score=check.self_score if check and publication.reaches(ItemAudience.GROUP) else None,
    )


def _status(result: LeafResult) -> CheckStatus:
    """What a leaf without a check comes to: computed from last year's ledger, or not applicable."""
    if result.earned is None:
        return CheckStatus.NOT_APPLICABLE
    return CheckStatus.MET if result.earned == result.leaf.points else CheckStatus.PARTLY


def _ratio(result: LeafResult) -> Decimal | None:
    """The share a ratio leaf was scored by, typed in or taken from last year's ledger."""
    if result.ledger is not None:
        return result.ledger.value
    return result.check.ratio if result.check else None


def _deductions(year: Year, result: LeafResult) -> tuple[DeductionRow, ...]:
    rules = {rule.rule: rule for rule in year.rules.get(result.leaf.code, ())}
    return tuple(_deduction(one, rules) for one in result.deductions)


def _deduction(one: Deduction, rules: Mapping[int, LeafRule]) -> DeductionRow:
    return DeductionRow(rules[one.rule].when, one.times, one.minus, one.reason, one.evidence)
