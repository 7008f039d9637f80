"""Status marks: always shape and word and colour, so that greyscale print keeps every meaning (look.md)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.editions.ledger import Problem
from generator.model.terms import BoardGrade, Light


@dataclass(frozen=True)
class Mark:
    """A mark to be printed by the macro `mark`."""

    shape: str
    word: str
    tone: str
    """Name of the colour, the end of the CSS class `kh-mark--…`."""
    due: str = ""
    """`2026-07-05`, the day a light looks at, so that the browser can tell it as of today; else empty."""
    held: bool = False
    """Whether the light shows something worse than its day, such as 进度滞后."""


_LIGHTS = {
    Light.GREY: ("●", "closed"),
    Light.BLUE: ("◆", "pending"),
    Light.GREEN: ("●", "ok"),
    Light.AMBER: ("▲", "near"),
    Light.RED: ("■", "late"),
}

_GRADES = {
    BoardGrade.EXCELLENT: ("★", "excellent"),
    BoardGrade.GOOD: ("●", "good"),
    BoardGrade.FAIR: ("▲", "fair"),
    BoardGrade.POOR: ("■", "poor"),
    BoardGrade.UNGRADED: ("○", "none"),
}


def light_mark(light: Light, word: str) -> Mark:
    """`▲ 临期 3 天`."""
    shape, tone = _LIGHTS[light]
    return Mark(shape, word, tone)


def problem_mark(problem: Problem) -> Mark:
    """The light of a problem as of 数据截至, with the day it looks at while the problem is open."""
    mark = light_mark(problem.light, problem.light_words)
    if problem.light_due is None:
        return mark
    return replace(mark, due=problem.light_due.isoformat(), held=problem.light_held)


def grade_mark(grade: BoardGrade | None) -> Mark | None:
    """`★ 优秀`; None before the decision."""
    if grade is None:
        return None
    shape, tone = _GRADES[grade]
    return Mark(shape, grade.label, tone)
