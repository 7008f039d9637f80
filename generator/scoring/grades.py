"""建议等次: thresholds, ceilings, bars, ranks and the quota of 优秀 (domain.md 7.2–7.4).

A suggestion is a proposal: 审定等次 is decided by the 党委会 and never computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from generator.model import scheme
from generator.model.scheme import Scheme
from generator.model.terms import BoardGrade, Component
from generator.scoring.adjustments import GRADES, lower
from generator.scoring.exact import Rate, ranks, rounded
from generator.scoring.quota import Contender, Place, PlaceReason, fill_quota, quota_size


class GradeReason(Enum):
    """Why a grade is suggested."""

    THRESHOLD = "threshold"
    """The score alone."""
    UNGRADED = "ungraded"
    """不定等次."""
    VETO = "veto"
    """Held at a ceiling below the grade of its score."""
    BARRED = "barred"
    """优秀 by score, kept from it by a bar."""
    QUOTA = "quota"
    """优秀 within the quota."""
    QUOTA_TIE = "quota_tie"
    """优秀 within the quota after a tie."""
    QUOTA_FULL = "quota_full"
    """优秀 by score, the quota is used up."""
    QUOTA_FULL_TIE = "quota_full_tie"
    """The same after a tie."""
    TIE_OPEN = "tie_open"
    """优秀 by score, equal in everything at the edge: the 党委会 decides."""


PLACES = {
    PlaceReason.WITHIN: GradeReason.QUOTA,
    PlaceReason.TIE_WON: GradeReason.QUOTA_TIE,
    PlaceReason.FULL: GradeReason.QUOTA_FULL,
    PlaceReason.TIE_LOST: GradeReason.QUOTA_FULL_TIE,
    PlaceReason.TIE_OPEN: GradeReason.TIE_OPEN,
}
PLACE_TEXTS = {
    PlaceReason.WITHIN: "优秀名额内",
    PlaceReason.TIE_WON: "综合得分相同，{decider}较高，在优秀名额内",
    PlaceReason.FULL: "优秀名额已满",
    PlaceReason.TIE_LOST: "综合得分相同，{decider}较低，优秀名额已满",
    PlaceReason.TIE_OPEN: "综合得分和各比较项均相同，优秀名额不足，由党委会决定",
}


@dataclass(frozen=True)
class Candidate:
    """What the grading of one unit looks at."""

    unit_id: str
    composite: Decimal | None
    """2 decimals; None while a component is missing."""
    components: Mapping[Component, Decimal]
    """Scores by component, unrounded; a missing one is absent."""
    ceiling: BoardGrade | None = None
    """Of its vetoes."""
    ungraded: str | None = None
    """Why 不定等次; None when it is graded."""
    excellent: Rate | None = None
    """优秀率 of the board, pooled; None without ballots."""
    competent: Rate | None = None
    """称职以上率 of the board, pooled; None without ballots."""


@dataclass(frozen=True)
class Suggestion:
    """建议等次 of one unit."""

    unit_id: str
    grade: BoardGrade
    threshold: BoardGrade | None
    """The grade by score alone; None without a score."""
    rank: int | None
    """位次 in the group, 1, 2, 2, 4; None for 不定等次."""
    tied: bool
    """并列."""
    of: int
    """How many units of the group are graded."""
    reason: GradeReason
    text: str
    """The reason in Chinese; empty when the score alone decides."""


@dataclass(frozen=True)
class GroupGrading:
    """A group's quota and suggestions."""

    graded: int
    """n of the quota: units with a composite, vetoed ones too, 不定等次 left out."""
    quota: int
    suggestions: Mapping[str, Suggestion]
    """By unit id; units still without a composite are absent."""


def threshold_grade(score: Decimal, grades: Sequence[scheme.Grade]) -> BoardGrade:
    """The grade of a score of 2 decimals, lower ends closed; below every line the lowest grade."""
    ordered = sorted(grades, key=lambda one: one.least, reverse=True)
    return next((one.grade for one in ordered if score >= one.least), ordered[-1].grade)


def grade_group(candidates: Iterable[Candidate], rules: Scheme) -> GroupGrading:
    """The suggestions of one group, in the decision order of domain.md 7.4, steps 2 to 8."""
    members = sorted(candidates, key=lambda one: one.unit_id)
    scores = {
        one.unit_id: one.composite for one in members if one.composite is not None and one.ungraded is None
    }
    suggestions = {
        one.unit_id: _before_quota(one, scores, rules) for one in members if one.unit_id in scores
    } | {one.unit_id: _ungraded(one, scores, rules) for one in members if one.ungraded is not None}
    size = quota_size(len(scores), rules.quota)
    contenders = [
        _contender(one, scores[one.unit_id], rules)
        for one in members
        if one.unit_id in scores and suggestions[one.unit_id].grade is BoardGrade.EXCELLENT
    ]
    places = fill_quota(contenders, size, rules.tie_order)
    placed = {unit_id: _placed(suggestions[unit_id], place) for unit_id, place in places.items()}
    return GroupGrading(len(scores), size, suggestions | placed)


def _before_quota(one: Candidate, scores: Mapping[str, Decimal], rules: Scheme) -> Suggestion:
    """Steps 2, 4, 5 and 6; what is still 优秀 contends for the quota."""
    threshold = threshold_grade(scores[one.unit_id], rules.grades)
    rank = ranks(scores)
    suggestion = Suggestion(
        unit_id=one.unit_id,
        grade=threshold,
        threshold=threshold,
        rank=rank[one.unit_id],
        tied=list(rank.values()).count(rank[one.unit_id]) > 1,
        of=len(scores),
        reason=GradeReason.THRESHOLD,
        text="",
    )
    held = threshold if one.ceiling is None else lower(threshold, one.ceiling)
    if held is not threshold:
        return replace(
            suggestion, grade=held, reason=GradeReason.VETO, text=f"一票否决，等次不高于{held.label}"
        )
    bars = _bars(one, scores, rules) if threshold is BoardGrade.EXCELLENT else ()
    if bars:
        text = f"{'；'.join(bars)}，不得评为优秀"
        return replace(suggestion, grade=BoardGrade.GOOD, reason=GradeReason.BARRED, text=text)
    return suggestion


def _bars(one: Candidate, scores: Mapping[str, Decimal], rules: Scheme) -> tuple[str, ...]:
    """Step 5: what keeps the unit from 优秀, in Chinese."""
    bars, score = rules.bars, scores[one.unit_id]
    party = one.components.get(Component.PARTY)
    last = score == min(scores.values()) < max(scores.values())
    checks = (
        (party is not None and _below(party, rules), f"党建考核低于{bars.party_least.label}"),
        (bars.last_in_group and last, "综合得分居组内末位"),
        (
            _misses(one.competent, bars.competent_rate),
            f"民主测评称职以上率低于{_percent(bars.competent_rate)}",
        ),
        (_misses(one.excellent, bars.excellent_rate), f"民主测评优秀率低于{_percent(bars.excellent_rate)}"),
    )
    return tuple(text for holds, text in checks if holds)


def _below(party: Decimal, rules: Scheme) -> bool:
    grade = threshold_grade(rounded(party), rules.grades)
    return GRADES.index(grade) > GRADES.index(rules.bars.party_least)


def _misses(rate: Rate | None, least: Decimal) -> bool:
    return rate is not None and not rate.at_least(least)


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"


def _ungraded(one: Candidate, scores: Mapping[str, Decimal], rules: Scheme) -> Suggestion:
    threshold = None if one.composite is None else threshold_grade(one.composite, rules.grades)
    return Suggestion(
        unit_id=one.unit_id,
        grade=BoardGrade.UNGRADED,
        threshold=threshold,
        rank=None,
        tied=False,
        of=len(scores),
        reason=GradeReason.UNGRADED,
        text=one.ungraded or "",
    )


def _contender(one: Candidate, score: Decimal, rules: Scheme) -> Contender:
    """A missing component counts lowest."""
    ties = (one.components.get(component, Decimal(-1)) for component in rules.tie_order)
    return Contender(one.unit_id, score, tuple(rounded(tie) for tie in ties))


def _placed(suggestion: Suggestion, place: Place) -> Suggestion:
    decider = place.decider.label if place.decider else ""
    return replace(
        suggestion,
        grade=BoardGrade.EXCELLENT if place.given else BoardGrade.GOOD,
        reason=PLACES[place.reason],
        text=PLACE_TEXTS[place.reason].format(decider=decider),
    )
