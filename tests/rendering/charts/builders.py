"""Charts for tests, and those hypothesis makes up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st

from generator.model.terms import Light
from generator.pages.charts import Measure, Part, Point, Portrait, Stack, Trend
from generator.pages.marks import light_mark

AREAS = ("政治建设", "组织基础", "党员教育", "融合发展", "党管安全", "党风廉政")
LONG_AREAS = (
    "基层党组织政治建设",
    "组织基础夯实",
    "党员教育管理",
    "党建与生产经营深度融合",
    "党管安全工作责任制落实",
    "党风廉政建设深化",
)
BREAK = "方案调整，口径不完全可比"


def printed(value: Decimal | None) -> str:
    """As pages print a share."""
    return "—" if value is None else f"{value:.2f}%"


def number(value: float | str | None) -> Decimal | None:
    """A value of a chart from what is short to write in a test."""
    return None if value is None else Decimal(str(value))


def portrait(
    values: Sequence[float | str | None] = (92.5, 88, 97.33, 76.25, 100, 91),
    references: Sequence[float | None] = (90, 89, 92, 85, 95, 91),
    labels: Sequence[str] = AREAS,
) -> Portrait:
    """二号队 beside its group."""
    pairs = zip(labels, map(number, values), map(number, references), strict=True)
    measures = (Measure(label, own, printed(own), other, printed(other)) for label, own, other in pairs)
    return Portrait("党建得分率与同组中位数", "二号队", "同组中位数", tuple(measures))


def trend(*values: float | str | None, breaks: Sequence[int] = ()) -> Trend:
    """A rate from 2016 on; `breaks` are the places of points that do not compare with the one before."""
    points = (
        Point(str(2016 + place), number(value), printed(number(value)), place in breaks)
        for place, value in enumerate(values)
    )
    return Trend("党建得分率历年变化", BREAK, tuple(points))


def stack(*counts: int) -> Stack:
    """The ledger by light: closed, pending, ok, near, late."""
    parts = (Part(light_mark(light, light.label), count) for light, count in zip(Light, counts, strict=True))
    return Stack("台账问题按预警灯分布", "项", tuple(parts))


values = st.decimals(0, 100, places=2)
"""What a percentage can be."""
some_values = st.none() | values
names = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=24)
"""Anything a clerk may call a measure."""


@st.composite
def portraits(draw: st.DrawFn, labels: st.SearchStrategy[str] = names, most: int = 10) -> Portrait:
    """One to ten measures with and without values and references."""
    rows = draw(st.lists(st.tuples(labels, some_values, some_values), min_size=1, max_size=most))
    measures = (Measure(label, own, printed(own), other, printed(other)) for label, own, other in rows)
    return Portrait(
        "画像", draw(st.text("综掘机电一二三队", min_size=1, max_size=8)), "同组中位数", tuple(measures)
    )


@st.composite
def trends(draw: st.DrawFn) -> Trend:
    """One to ten years with gaps and breaks."""
    rows = draw(st.lists(st.tuples(some_values, st.booleans()), min_size=1, max_size=10))
    points = (Point(str(2016 + place), own, printed(own), breaks) for place, (own, breaks) in enumerate(rows))
    return Trend("历年", BREAK, tuple(points))
