"""The heat map: units × leaves, each cell a 得分率 with its two numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from generator.editions.checklist import LeafRow
from generator.editions.edition import EditionUnit, EditionYear
from generator.model.checklist import Leaf
from generator.model.terms import ActionKind
from generator.pages.checklist.by_leaf import LeafResults
from generator.pages.figures import Shown, shown
from generator.pages.links import Link, leaf_path, unit_path
from generator.pages.words import NONE, points
from generator.scoring.exact import HUNDRED, ZERO, Rate
from generator.store.again import again
from generator.store.values import value


@dataclass(frozen=True)
class Level:
    """A step of the scale."""

    number: int
    """The end of the class `kh-heat--…`, 0 for the lowest."""
    least: int
    """From this many percent on."""
    words: str


LEVELS = (
    Level(4, 100, "满分"),
    Level(3, 90, "90%–99%"),
    Level(2, 80, "80%–89%"),
    Level(1, 60, "60%–79%"),
    Level(0, 0, "不足 60%"),
)
"""Highest first; judged by the percent as printed, so that number and shade never disagree."""


@value(frozen=True, slots=True)
class HeatCell:
    """One unit on one leaf."""

    text: Shown
    """Whole percent without its sign, 「—」 when not applicable, 「未查」 when not checked yet."""
    level: str
    """`0` … `4`, or `none`."""
    title: str
    """`1.5/2`, or what 「—」 stands for."""


NOT_APPLICABLE = HeatCell(Shown(NONE), "none", "不适用")
UNCHECKED = HeatCell(Shown("未查"), "none", "尚未检查")


@dataclass(frozen=True)
class HeatColumn:
    """A leaf at the head of the map."""

    code: str
    name: str
    path: str
    innovative: bool


@dataclass(frozen=True)
class HeatRow:
    """A unit, or all of them, with one cell a column."""

    head: Link
    total: HeatCell
    """The whole area."""
    cells: tuple[HeatCell, ...]
    figures: str
    """What the keys of its cells begin with."""


@dataclass(frozen=True)
class HeatMap:
    """One area: who earned which share of which leaf."""

    caption: str
    columns: tuple[HeatColumn, ...]
    rows: tuple[HeatRow, ...]
    company: HeatRow


@dataclass(frozen=True)
class HeatArea:
    """An area with what all units brought in it."""

    code: str
    name: str
    short_name: str
    leaves: tuple[Leaf, ...]
    rate: Rate
    results: Mapping[str, LeafResults]


def heat_areas(
    year: EditionYear, results: Mapping[str, LeafResults], rates: Mapping[str, Rate]
) -> tuple[HeatArea, ...]:
    """The areas of the scheme that have leaves."""
    areas = (
        HeatArea(
            area.code,
            area.name,
            area.short_name,
            tuple(leaf for leaf in year.leaves if leaf.code.startswith(area.code)),
            rates[area.code],
            results,
        )
        for area in year.scheme.areas
    )
    return tuple(area for area in areas if area.leaves)


def heat_map(year: EditionYear, area: HeatArea, units: Iterable[EditionUnit]) -> HeatMap:
    """The map of one area over these units; units without a checklist are left out."""
    row = _Row(year, "company.checklist")
    cells = tuple(row.cell(f"leaves.{leaf.code}.rate", area.results[leaf.code].rate) for leaf in area.leaves)
    total = row.cell(f"areas.{area.code}.rate", area.rate)
    return HeatMap(
        caption=f"{area.code} {area.name}：各单位得分率（%）",
        columns=tuple(_column(leaf) for leaf in area.leaves),
        rows=tuple(
            again(("heat row", year.year, area.code, unit.id), _row, year, unit, area.code, area.leaves)
            for unit in units
            if unit.checklist is not None
        ),
        company=HeatRow(Link("全部单位", None), total, cells, row.start),
    )


@dataclass(frozen=True)
class _Row:
    """What the cells of a row have in common."""

    year: EditionYear
    prefix: str
    """`units.u03.checklist`."""

    @property
    def start(self) -> str:
        """`2025:units.u03.checklist`."""
        return f"{self.year.year}:{self.prefix}"

    def cell(self, key: str, rate: Rate) -> HeatCell:
        """The cell of a rate under the key that follows the prefix."""
        if not rate.whole:
            return NOT_APPLICABLE
        text, level, title = _look(rate.part, rate.whole)
        return HeatCell(shown(self.year, f"{self.prefix}.{key}", text, self.start), level, title)

    def leaf(self, code: str, rows: Mapping[str, LeafRow]) -> HeatCell:
        """The cell of one leaf."""
        row = rows.get(code)
        if row is None:
            return UNCHECKED
        if row.earned is None:
            return NOT_APPLICABLE
        return self.cell(f"leaves.{code}.earned", Rate(row.earned, row.points))


@lru_cache(maxsize=4096)
def _look(part: Decimal, whole: Decimal) -> tuple[str, str, str]:
    """Text, level and title; cached: a year has thousands of cells and a few dozen different rates."""
    percent = _percent(part, whole)
    level = next(one for one in LEVELS if percent >= one.least)
    return str(percent), str(level.number), f"{points(part)}/{points(whole)}"


def _percent(part: Decimal, whole: Decimal) -> int:
    """Whole percent; 100 is kept for full marks, so 99.6 reads 99."""
    percent = int((part * HUNDRED / whole).quantize(Decimal(1), ROUND_HALF_UP))
    return percent if part >= whole else min(percent, 99)


def _column(leaf: Leaf) -> HeatColumn:
    innovative = leaf.action_kind is ActionKind.INNOVATIVE
    return HeatColumn(leaf.code, leaf.name, leaf_path(leaf.code), innovative)


def _row(year: EditionYear, unit: EditionUnit, code: str, leaves: tuple[Leaf, ...]) -> HeatRow:
    checklist = unit.checklist
    rows = {row.code: row for row in checklist.leaves} if checklist else {}
    total = next((one.rate for one in checklist.areas if one.code == code), None) if checklist else None
    row = _Row(year, f"units.{unit.id}.checklist")
    return HeatRow(
        head=Link(unit.short_name, unit_path(unit.id)),
        total=row.cell(f"areas.{code}.rate", total or Rate(ZERO, ZERO)),
        cells=tuple(row.leaf(leaf.code, rows) for leaf in leaves),
        figures=row.start,
    )
