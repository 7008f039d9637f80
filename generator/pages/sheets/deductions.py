"""指标扣分明细: every leaf a unit lost points on, with the rule, how often, and why (domain.md 11.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.editions.checklist import DeductionRow, LeafRow
from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.pages.figures import Phrase, Shown, named, rated
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.sheet import Sheet, SheetKind
from generator.pages.words import NONE, points, share, text
from generator.store.again import again


@dataclass(frozen=True)
class Line:
    """One deduction, or why else points are missing."""

    rule: str
    times: str
    minus: str
    reason: str
    evidence: str


@dataclass(frozen=True)
class LostLeaf:
    """A leaf that lost points."""

    name: str
    """`B2.1 支部党员大会`."""
    points: str
    earned: Shown
    lines: tuple[Line, ...]
    """At least one."""
    problem: str
    """Number in the ledger, or 「—」."""


@dataclass(frozen=True)
class LostArea:
    """An area with what it lost."""

    leaves: tuple[LostLeaf, ...]
    sum: Phrase


@dataclass(frozen=True)
class DeductionsView:
    """扣分明细 of one unit."""

    areas: tuple[LostArea, ...]
    """Those that lost points."""
    total: Phrase


def plan_deductions(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """One for each unit whose results the edition holds, in official order."""
    for unit in year.units:
        if unit.checklist is not None:
            slot = ("deductions sheet", year.year, unit.id)
            yield again(slot, _sheet, edition, year, unit, unit.checklist.leaves)


def _sheet(edition: Edition, year: EditionYear, unit: EditionUnit, leaves: tuple[LeafRow, ...]) -> Sheet:
    total = Phrase("得分率 ", rated(year, f"units.{unit.id}.checklist.rate"))
    view = DeductionsView(tuple(_areas(year, unit, leaves)), total)
    desk = Desk(edition, year, SheetKind.DEDUCTIONS)
    return desk.about(unit, f"{unit.short_name}{year.year}年度指标扣分明细", view)


def _areas(year: EditionYear, unit: EditionUnit, leaves: tuple[LeafRow, ...]) -> Iterator[LostArea]:
    """In the order of the indicator tree."""
    names = {area.code: area.name for area in year.scheme.areas}
    lost = (leaf for leaf in leaves if leaf.earned is not None and leaf.earned < leaf.points)
    for code, found in groupby(lost, key=lambda leaf: leaf.code[0]):
        rate = rated(year, f"units.{unit.id}.checklist.areas.{code}.rate")
        name = f"{code} {names.get(code, '')}".rstrip()
        yield LostArea(
            leaves=tuple(_leaf(year, unit, leaf) for leaf in found),
            sum=Phrase(f"{name}小计：得分率 ", rate),
        )


def _leaf(year: EditionYear, unit: EditionUnit, leaf: LeafRow) -> LostLeaf:
    known = year.leaf(leaf.code)
    return LostLeaf(
        name=f"{leaf.code} {known.name}" if known else leaf.code,
        points=points(leaf.points),
        earned=named(year, f"units.{unit.id}.checklist.leaves.{leaf.code}.earned"),
        lines=tuple(map(_line, leaf.deductions)) or (_otherwise(leaf),),
        problem=leaf.issue_id if leaf.issue_id and year.problem(leaf.issue_id) else NONE,
    )


def _line(one: DeductionRow) -> Line:
    return Line(one.when, str(one.times), points(one.minus), one.reason, one.evidence)


def _otherwise(leaf: LeafRow) -> Line:
    """By its share, or as the checkers judged; nothing where deductions are withheld."""
    rule = leaf.status.label if leaf.ratio is None else f"完成率 {share(leaf.ratio)}"
    return Line(rule, NONE, NONE, text(leaf.note), NONE)
