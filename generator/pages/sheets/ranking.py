"""领导参阅：全公司一览: every unit's result on one sheet of paper (domain.md 11.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.pages.figures import Phrase, Shown, named
from generator.pages.grades import groups_in_order, unit_grade
from generator.pages.marks import Mark
from generator.pages.ranking.ranking import SECTION, apart_phrase, group_sentence, place
from generator.pages.sheets.desk import Desk
from generator.pages.sheets.sheet import Sheet, SheetKind

ROOMY = 21
"""Groups and units one page has room for in 10.5 pt; more are set in 9 pt, up to 34 on a page."""


@dataclass(frozen=True)
class UnitLine:
    """One unit."""

    rank: Shown
    unit: str
    components: tuple[Shown, ...]
    score: Shown
    suggested: Shown
    decided: Mark | None
    problems: Shown
    open: Shown
    red: Shown


@dataclass(frozen=True)
class GroupLines:
    """The units of a group by rank."""

    name: str
    sentence: Phrase
    lines: tuple[UnitLine, ...]


@dataclass(frozen=True)
class RankingSheetView:
    """全公司一览."""

    components: tuple[str, ...]
    groups: tuple[GroupLines, ...]
    company: Phrase
    columns: int
    dense: bool


def plan_ranking_sheet(edition: Edition, year: EditionYear) -> Iterator[Sheet]:
    """One for the company; none in an edition that holds no composites."""
    groups = tuple(
        _group(year, name, units)
        for name, units in groups_in_order(year)
        if any(f"units.{unit.id}.composite" in year.figures for unit in units)
    )
    if not groups:
        return
    parts = year.scheme.components
    view = RankingSheetView(
        components=tuple(one.label for one in parts),
        groups=groups,
        company=_company(year),
        columns=len(parts) + 8,
        dense=sum(1 + len(group.lines) for group in groups) > ROOMY,
    )
    title = f"{year.year}年度考核结果一览{'' if year.decided_on else '（初步）'}"
    yield Desk(edition, year, SheetKind.RANKING).about_all(title, view, SECTION)


def _group(year: EditionYear, name: str, units: tuple[EditionUnit, ...]) -> GroupLines:
    ordered = sorted(units, key=lambda unit: place(year, unit))
    apart = apart_phrase(year, f"groups.{name}")
    sentence = Phrase(*group_sentence(year, name).parts, *(apart.parts if apart else ()))
    return GroupLines(name, sentence, tuple(_line(year, unit) for unit in ordered))


def _line(year: EditionYear, unit: EditionUnit) -> UnitLine:
    prefix = f"units.{unit.id}"
    return UnitLine(
        rank=named(year, f"{prefix}.composite.rank"),
        unit=unit.short_name,
        components=tuple(
            named(year, f"{prefix}.composite.components.{one.value}") for one in year.scheme.components
        ),
        score=named(year, f"{prefix}.composite"),
        suggested=named(year, f"{prefix}.grade.suggested"),
        decided=unit_grade(year, unit),
        problems=named(year, f"{prefix}.ledger.total"),
        open=named(year, f"{prefix}.ledger.open"),
        red=named(year, f"{prefix}.ledger.lights.red"),
    )


def _company(year: EditionYear) -> Phrase:
    """`被考核单位 18 个，综合得分中位数 88.40；台账问题 50 项，未销号 19 项，红灯 8 项。` and the spread."""
    apart = apart_phrase(year, "company")
    return Phrase(
        "被考核单位 ",
        named(year, "company.units"),
        " 个，综合得分中位数 ",
        named(year, "company.composite.median"),
        "；台账问题 ",
        named(year, "ledger.total"),
        " 项，未销号 ",
        named(year, "ledger.open"),
        " 项，红灯 ",
        named(year, "ledger.lights.red"),
        " 项。",
        *(apart.parts if apart else ()),
    )
