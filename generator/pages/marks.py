"""Status marks: always shape and word and colour, so that greyscale print keeps every meaning (look.md)."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.editions.ledger import Problem
from generator.model.terms import BoardGrade, Light
from generator.store.values import value

_DAYS = re.compile(r" \d+ 天$")


@value(frozen=True, slots=True)
class Mark:
    """A mark to be printed by the macro `mark`."""

    shape: str
    word: str
    tone: str
    """Name of the colour, the end of the CSS class `kh-mark--…`."""
    rank: int = 0
    """Its place among marks of its kind when a reader sorts a table: the most urgent, the best first."""
    due: str = ""
    """`2026-07-05`, the day a light looks at, so that the browser can tell it as of today; else empty."""
    held: bool = False
    """Whether the light shows something worse than its day, such as 进度滞后."""

    @property
    def kind(self) -> str:
        """The word without the days that differ from row to row, what a table is filtered by: `临期`."""
        return _DAYS.sub("", self.word)


_LIGHTS = {
    Light.GREY: ("●", "closed", 5),
    Light.BLUE: ("◆", "pending", 4),
    Light.GREEN: ("●", "ok", 3),
    Light.AMBER: ("▲", "near", 2),
    Light.RED: ("■", "late", 1),
}

_GRADES = {
    BoardGrade.EXCELLENT: ("★", "excellent", 1),
    BoardGrade.GOOD: ("●", "good", 2),
    BoardGrade.FAIR: ("▲", "fair", 3),
    BoardGrade.POOR: ("■", "poor", 4),
    BoardGrade.UNGRADED: ("○", "none", 5),
}


def light_mark(light: Light, word: str) -> Mark:
    """`▲ 临期 3 天`."""
    shape, tone, rank = _LIGHTS[light]
    return Mark(shape, word, tone, rank)


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
    shape, tone, rank = _GRADES[grade]
    return Mark(shape, grade.label, tone, rank)
