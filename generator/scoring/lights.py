"""预警灯: the light of a problem as of a day, and its words (domain.md 9.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from generator.model import scheme
from generator.model.terms import Light, RectificationKind, RectificationStatus
from generator.scoring.course import Course
from generator.scoring.exact import Rate

ENDED = frozenset({RectificationStatus.CLOSED, RectificationStatus.MERGED, RectificationStatus.VOID})


class LightCause(Enum):
    """Why a light shows what it shows."""

    STATUS = "status"
    """Grey and blue: the status says it."""
    DEADLINE = "deadline"
    """The days left."""
    PROGRESS = "progress"
    """进度滞后 against the share of time gone."""
    REJECTION = "rejection"
    """验收不通过 too often in this cycle."""


@dataclass(frozen=True)
class Signal:
    """A light with the reason for it."""

    light: Light
    cause: LightCause
    days_left: int | None
    """Days from `as_of` to the date the light looks at; negative when overdue; None for grey and blue."""
    behind: Rate | None
    """Points of progress behind schedule (`value` 0–100 scale, negative when ahead); None when not judged."""


def light_due(course: Course) -> dt.date:
    """The date the light looks at: the next review of a 长期坚持 problem if given, else the current due."""
    if course.entry.kind is RectificationKind.STANDING and course.review_on is not None:
        return course.review_on
    return course.cycle.due_current


def signal(course: Course, as_of: dt.date, rules: scheme.Rectification) -> Signal:
    """The light as of a day; ended is grey and waiting for verification is blue whatever the date."""
    if course.status in ENDED:
        return Signal(Light.GREY, LightCause.STATUS, None, None)
    if course.status is RectificationStatus.PENDING:
        return Signal(Light.BLUE, LightCause.STATUS, None, None)
    days_left = (light_due(course) - as_of).days
    behind = _behind(course, as_of)
    light, cause = _judge(days_left, behind, course.rejected_in_cycle, rules)
    return Signal(light, cause, days_left, behind)


def _judge(
    days_left: int, behind: Rate | None, rejected: int, rules: scheme.Rectification
) -> tuple[Light, LightCause]:
    verdicts = (
        (days_left < 0, Light.RED, LightCause.DEADLINE),
        (rejected >= rules.rejections_red, Light.RED, LightCause.REJECTION),
        (behind is not None and behind.exceeds(rules.behind_red), Light.RED, LightCause.PROGRESS),
        (days_left <= rules.amber_days, Light.AMBER, LightCause.DEADLINE),
        (behind is not None and behind.at_least(rules.behind_amber), Light.AMBER, LightCause.PROGRESS),
    )
    return next(
        ((light, cause) for holds, light, cause in verdicts if holds), (Light.GREEN, LightCause.DEADLINE)
    )


def _behind(course: Course, as_of: dt.date) -> Rate | None:
    """Share of time gone minus recorded percent, in points; only while 整改中 with a percent recorded."""
    if course.percent is None or course.status is not RectificationStatus.RECTIFYING:
        return None
    cycle = course.cycle
    span = max(1, (cycle.due_current - cycle.started_on).days)
    gone = min(span, max(0, (as_of - cycle.started_on).days))
    return Rate.of(100 * gone - course.percent * span, span)


def light_text(
    light: Light,
    days_left: int | None,
    words: Mapping[Light, str] | None = None,
    cause: LightCause = LightCause.DEADLINE,
) -> str:
    """The words of a light: `已销号`, `待验收`, `正常`, `临期 3 天`, `逾期 12 天`, `进度滞后`, `多次退回`.

    `words` is the scheme's own naming (`light_words`) and replaces the first word.
    """
    own = (words or {}).get(light)
    if light not in (Light.AMBER, Light.RED):
        return own or light.label
    if cause in (LightCause.PROGRESS, LightCause.REJECTION):
        reason = "进度滞后" if cause is LightCause.PROGRESS else "多次退回"
        return f"{own} {reason}" if own else reason
    days = "" if days_left is None else f" {abs(days_left)} 天"
    return f"{own or light.label}{days}"
