"""述 → 评 → 查 → 改: how far a year has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.editions.edition import EditionYear
from generator.model.cycle import Step
from generator.model.terms import StepType
from generator.pages.marks import Mark
from generator.pages.words import NONE, period

STAGES = (
    ("述", StepType.REPORT),
    ("评", StepType.BALLOT),
    ("查", StepType.CHECK),
    ("改", StepType.RECTIFY),
)

DONE = Mark("●", "已完成", "closed")
RUNNING = Mark("◆", "进行中", "pending")
AHEAD = Mark("○", "未开始", "none")
ABSENT = Mark("○", "未安排", "none")


@dataclass(frozen=True)
class Stage:
    """One of the four stages with its days and its state."""

    word: str
    title: str
    date: str
    state: Mark


def stages(year: EditionYear) -> tuple[Stage, ...]:
    """The four stages of the year."""
    return tuple(
        _stage(word, kind, [step for step in year.steps if step.step_type is kind]) for word, kind in STAGES
    )


def _stage(word: str, kind: StepType, steps: Sequence[Step]) -> Stage:
    """A stage may have several steps: it runs from the first to the last of them."""
    if not steps:
        return Stage(word, kind.label, NONE, ABSENT)
    begun = [step.actual_from for step in steps if step.actual_from]
    ended = [step.actual_to for step in steps if step.actual_to]
    if len(ended) == len(steps):
        return Stage(word, kind.label, period(min(begun, default=min(ended)), max(ended)), DONE)
    if begun:
        return Stage(word, kind.label, period(min(begun), None), RUNNING)
    first = min(step.planned_from for step in steps)
    last = max(step.planned_to for step in steps)
    return Stage(word, kind.label, f"计划 {period(first, last)}", AHEAD)
