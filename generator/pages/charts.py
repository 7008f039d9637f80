"""What a chart shows, in words and numbers: pages hand it over, rendering finds the place of each mark.

Values are 0…100, a percentage or a score out of a hundred, so that both stand on one scale. Every value comes
with its printed text, and a chart tells all of them in words (`description`) to those who do not see it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.pages.marks import Mark

NOTHING = "无数据"
"""What a description says for 「—」, which a voice would read as a dash."""


@dataclass(frozen=True)
class Measure:
    """One value beside the one it is measured by."""

    label: str
    """`政治建设`."""
    value: Decimal | None
    """0…100; None leaves a gap."""
    text: str
    """The value as printed: `92.50%`, 「—」."""
    reference: Decimal | None
    reference_text: str


@dataclass(frozen=True)
class Portrait:
    """One unit on several measures, each beside its reference; drawn by the macro `radar` or `bars`."""

    title: str
    name: str
    """Whose values they are: `二号队`."""
    reference_name: str
    """`同组中位数`."""
    measures: tuple[Measure, ...]

    @property
    def description(self) -> str:
        """`政治建设 92.50%，同组中位数 91.00%；…`."""
        rows = (
            f"{one.label} {_said(one.value, one.text)}，"
            f"{self.reference_name} {_said(one.reference, one.reference_text)}"
            for one in self.measures
        )
        return f"{self.name}：{'；'.join(rows)}。"


@dataclass(frozen=True)
class Point:
    """One year of a trend."""

    label: str
    """`2024`."""
    value: Decimal | None
    """0…100; None where the year has none: the line is interrupted."""
    text: str
    breaks: bool = False
    """Whether it does not compare with the point before: the line is interrupted and the break marked."""


@dataclass(frozen=True)
class Trend:
    """One figure over the years, oldest first; drawn by the macro `trend`."""

    title: str
    break_text: str
    """What an interruption by `breaks` means: `方案调整，口径不完全可比`."""
    points: tuple[Point, ...]

    @property
    def description(self) -> str:
        """`2024年 87.53%；2025年 90.95%（方案调整，口径不完全可比）。`."""
        notes = (f"（{self.break_text}）" if point.breaks else "" for point in self.points)
        texts = (f"{point.label}年 {_said(point.value, point.text)}" for point in self.points)
        rows = map("".join, zip(texts, notes, strict=True))
        return f"{'；'.join(rows)}。"


@dataclass(frozen=True)
class Part:
    """So many of a whole that wear one mark."""

    mark: Mark
    count: int
    key: str = ""
    """Of the figure the count is."""


@dataclass(frozen=True)
class Stack:
    """A whole in its parts; drawn by the macro `stack` as one bar with a legend."""

    title: str
    counter: str
    """Measure word of what is counted: `项`."""
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """All parts together."""
        return sum(part.count for part in self.parts)

    @property
    def description(self) -> str:
        """`已销号 31 项；逾期 7 项；共 50 项。`."""
        rows = (f"{part.mark.word} {part.count} {self.counter}" for part in self.parts)
        return f"{'；'.join(rows)}；共 {self.total} {self.counter}。"


def _said(value: Decimal | None, text: str) -> str:
    return NOTHING if value is None else text
