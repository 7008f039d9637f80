"""一览: the units of each group by 综合得分, with what it is made of and what was decided (domain.md 7.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.model.terms import Component
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.figures import Phrase, Shown, named
from generator.pages.grades import groups_in_order, unit_grade
from generator.pages.links import RANKING_SHEET, Link, unit_path
from generator.pages.marks import Mark
from generator.pages.page import Heading, Page
from generator.pages.units.scores import FEW_VOTERS
from generator.pages.words import NONE, day, listed

SECTION = "ranking/"
OUTSIDE = 999


@dataclass(frozen=True)
class RankRow:
    """A unit in its group."""

    rank: Shown
    order: str
    """What the rank is sorted by; those outside the ranking last."""
    unit: Link
    score: Shown
    difference: Shown
    """From the group's median."""
    components: tuple[Shown, ...]
    suggested: Shown
    decided: Mark | None
    compared: Shown
    override: str
    """The reason for deciding otherwise, or empty."""
    problems: Phrase
    """`2/1`: open, and of these overdue."""


@dataclass(frozen=True)
class RankGroup:
    """One group with its quota."""

    anchor: str
    name: str
    sentence: Phrase
    spread: Phrase | None
    """离散程度; None of fewer than two scores and where ranks are not told."""
    withheld: str
    """Why ranks and medians are not told; empty where they are."""
    components: tuple[str, ...]
    rows: tuple[RankRow, ...]
    basis: tuple[BasisRow, ...]


@dataclass(frozen=True)
class RankingView:
    """一览 of a year."""

    groups: tuple[RankGroup, ...]
    sheet: Link
    """The same for paper."""
    as_of: str
    spread: Phrase | None
    """离散程度 of the company."""
    basis: tuple[BasisRow, ...]
    """Of what is said of the company."""


def plan_ranking(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page; none in an edition that holds no composites."""
    groups = tuple(
        _group(year, number, name, units)
        for number, (name, units) in enumerate(groups_in_order(year), 1)
        if any(f"units.{unit.id}.composite" in year.figures for unit in units)
    )
    if groups:
        spread, company = (
            spread_sentence(year, "company", "全公司"),
            basis_rows(year, _spread_keys("company")),
        )
        view = RankingView(groups, RANKING_SHEET, day(year.as_of), spread, company)
        headings = tuple(Heading(group.anchor, group.name) for group in groups)
        description = f"{year.year}年度各组单位的综合得分、位次和等次。"
        yield Page(SECTION, "考核结果一览", "ranking.html.j2", view, SECTION, headings, description)


def _group(year: EditionYear, number: int, name: str, units: tuple[EditionUnit, ...]) -> RankGroup:
    parts = [one for one in Component if any(_part_key(unit, one) in year.figures for unit in units)]
    rows = sorted((_row(year, unit, parts) for unit in units), key=lambda row: row.order)
    ends = ("composite", "composite.rank", "grade.suggested", "grade.compared")
    of_units = (f"units.{unit.id}.{end}" for unit in units for end in ends)
    circle = f"groups.{name}"
    keys = (f"{circle}.grades.quota", f"{circle}.composite.median", *_spread_keys(circle), *of_units)
    return RankGroup(
        anchor=f"group-{number}",
        name=name,
        sentence=group_sentence(year, name),
        spread=spread_sentence(year, circle, name),
        withheld=_withheld(units),
        components=tuple(one.label for one in parts),
        rows=tuple(rows),
        basis=basis_rows(year, keys),
    )


def group_sentence(year: EditionYear, name: str) -> Phrase:
    """`参加评定 9 个单位，优秀名额 2 个，综合得分中位数 90.20。`"""
    prefix = f"groups.{name}"
    return Phrase(
        "参加评定 ",
        named(year, f"{prefix}.grades.graded"),
        " 个单位，优秀名额 ",
        named(year, f"{prefix}.grades.quota"),
        " 个，综合得分中位数 ",
        named(year, f"{prefix}.composite.median"),
        "。",
    )


def spread_sentence(year: EditionYear, circle: str, name: str) -> Phrase | None:
    """`生产单位 9 个单位综合得分极差 25.70 分、标准差 7.92 分。`; None where there is no spread."""
    apart = apart_phrase(year, circle)
    scored = named(year, f"{circle}.composite.scored")
    return Phrase(f"{name} ", scored, " 个单位", *apart.parts) if apart else None


def apart_phrase(year: EditionYear, circle: str) -> Phrase | None:
    """`综合得分极差 25.70 分、标准差 7.92 分。` of `groups.生产单位` or of `company`."""
    _, apart, deviation = _spread_keys(circle)
    if apart not in year.figures:
        return None
    return Phrase("综合得分极差 ", named(year, apart), " 分、标准差 ", named(year, deviation), " 分。")


def _spread_keys(circle: str) -> tuple[str, str, str]:
    return f"{circle}.composite.scored", f"{circle}.composite.range", f"{circle}.composite.deviation"


def _withheld(units: tuple[EditionUnit, ...]) -> str:
    """The rank of one unit lies between those of two others; a median or the lowest score may be its own."""
    few = listed(tuple(unit.short_name for unit in units if unit.few_voters))
    return (
        f"{few}{FEW_VOTERS}民主测评和综合得分，本组位次、中位数、离散程度和建议等次也不公布。"
        if few != NONE
        else ""
    )


def place(year: EditionYear, unit: EditionUnit) -> int:
    """组内位次 to sort by: those outside the ranking last."""
    rank = year.figure(f"units.{unit.id}.composite.rank")
    return rank.value if rank and isinstance(rank.value, int) and rank.value else OUTSIDE


def _row(year: EditionYear, unit: EditionUnit, parts: list[Component]) -> RankRow:
    prefix = f"units.{unit.id}"
    ledger = f"{prefix}.ledger"
    return RankRow(
        rank=named(year, f"{prefix}.composite.rank"),
        order=f"{place(year, unit):03}",
        unit=Link(unit.short_name, unit_path(unit.id)),
        score=named(year, f"{prefix}.composite"),
        difference=named(year, f"{prefix}.composite.difference"),
        components=tuple(named(year, _part_key(unit, one)) for one in parts),
        suggested=named(year, f"{prefix}.grade.suggested"),
        decided=unit_grade(year, unit),
        compared=named(year, f"{prefix}.grade.compared"),
        override=unit.override_reason or "",
        problems=Phrase(named(year, f"{ledger}.open"), "/", named(year, f"{ledger}.overdue")),
    )


def _part_key(unit: EditionUnit, part: Component) -> str:
    return f"units.{unit.id}.composite.components.{part.value}"
