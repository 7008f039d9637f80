"""检查结果: the year's checklist at a glance, and who earned what on which leaf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.model.terms import ActionKind
from generator.pages.checklist.area_pages import UNITS_ON_OVERVIEW, area_path, plan_areas
from generator.pages.checklist.by_leaf import area_rates, results_by_leaf, summed
from generator.pages.checklist.heat import LEVELS, HeatArea, HeatMap, Level, heat_areas, heat_map
from generator.pages.links import Link, leaf_link
from generator.pages.page import Heading, Page
from generator.pages.words import listed, points, rate, share

SECTION = "checklist/"
MOST_LOST = 10


@dataclass(frozen=True)
class AreaLine:
    """One area in the table of areas."""

    link: Link
    leaves: int
    points: str
    rate: str
    median: str
    group_medians: tuple[str, ...]
    """In the order of the groups."""


@dataclass(frozen=True)
class AreaSection:
    """One area on the overview: its map, or the link to its own pages."""

    anchor: str
    title: str
    rate: str
    map: HeatMap | None
    page: Link | None


@dataclass(frozen=True)
class LostLine:
    """A leaf among those that lost most."""

    leaf: Link
    lost: str
    share: str


@dataclass(frozen=True)
class KindLine:
    """规定动作 or 创新举措 as a whole."""

    name: str
    leaves: int
    points: str
    rate: str


@dataclass(frozen=True)
class LeafRate:
    """A leaf with what all units earned on it."""

    leaf: Link
    points: str
    rate: str


@dataclass(frozen=True)
class ChecklistView:
    """检查结果 of a year."""

    sentence: str
    unchecked: str
    """`尚未检查：…。`, or empty."""
    groups: tuple[str, ...]
    areas: tuple[AreaLine, ...]
    lost: tuple[LostLine, ...]
    sections: tuple[AreaSection, ...]
    levels: tuple[Level, ...]
    kinds: tuple[KindLine, ...]
    """Empty when every leaf is 规定动作."""
    innovative: tuple[LeafRate, ...]
    as_of: str


def plan_checklist(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """The overview, and one page an area when there are too many units for one page."""
    results = results_by_leaf(year)
    areas = heat_areas(year, results, area_rates(year))
    split = len(year.units) > UNITS_ON_OVERVIEW
    view = ChecklistView(
        sentence=sentence(year),
        unchecked=_unchecked(year),
        groups=tuple(group.name for group in year.scheme.groups),
        areas=tuple(_area_lines(year, areas)),
        lost=tuple(_lost(year)),
        sections=tuple(_section(year, area, split) for area in areas) if _checked(year) else (),
        levels=LEVELS,
        kinds=tuple(_kinds(year, areas)),
        innovative=tuple(_innovative(year, areas)),
        as_of=str(year.as_of.date()),
    )
    yield Page(SECTION, "检查结果", "checklist.html.j2", view, SECTION, _headings(view), view.sentence)
    if split and view.sections:
        yield from plan_areas(year, areas)


def sentence(year: EditionYear) -> str:
    """`被考核单位 18 个，党建考核得分率 91.17%（1641/1800）。`"""
    if year.company_rate.value is None:
        return "本年度检查结果尚未公布。"
    return f"被考核单位 {len(year.units)} 个，党建考核公司得分率 {rate(year.company_rate)}。"


def _checked(year: EditionYear) -> bool:
    return any(unit.checklist is not None for unit in year.units)


def _unchecked(year: EditionYear) -> str:
    """Units without results, once others have some."""
    names = tuple(unit.short_name for unit in year.units if unit.checklist is None)
    return f"尚无检查结果的单位：{listed(names)}。" if names and _checked(year) else ""


def _area_lines(year: EditionYear, areas: tuple[HeatArea, ...]) -> Iterator[AreaLine]:
    medians = {
        (unit.group, area.code): area.group_median
        for unit in year.units
        for area in (unit.checklist.areas if unit.checklist else ())
    }
    for area in areas:
        yield AreaLine(
            link=Link(f"{area.code} {area.name}", f"{SECTION}#{_anchor(area)}") if medians else _name(area),
            leaves=len(area.leaves),
            points=points(sum(leaf.points for leaf in area.leaves)),
            rate=rate(area.rate),
            median=share(year.area_medians.get(area.code)),
            group_medians=tuple(share(medians.get((group.name, area.code))) for group in year.scheme.groups),
        )


def _name(area: HeatArea) -> Link:
    return Link(f"{area.code} {area.name}", None)


def _lost(year: EditionYear) -> Iterator[LostLine]:
    for one in year.lost[:MOST_LOST]:
        if one.lost.part > 0:
            basis = f"{points(one.lost.part)}/{points(one.lost.whole)}"
            yield LostLine(leaf_link(year, one.code), basis, share(one.lost.value))


def _section(year: EditionYear, area: HeatArea, split: bool) -> AreaSection:
    link = Link(f"查看各单位在“{area.name}”的得分率", area_path(area.code))
    return AreaSection(
        anchor=_anchor(area),
        title=f"{area.code} {area.name}",
        rate=rate(area.rate),
        map=None if split else heat_map(area, year.units),
        page=link if split else None,
    )


def _anchor(area: HeatArea) -> str:
    return f"area-{area.code.lower()}"


def _kinds(year: EditionYear, areas: tuple[HeatArea, ...]) -> Iterator[KindLine]:
    """规定动作 and 创新举措 apart, where there are both."""
    if not any(leaf.action_kind is ActionKind.INNOVATIVE for leaf in year.leaves):
        return
    for kind in ActionKind:
        leaves = [leaf for leaf in year.leaves if leaf.action_kind is kind]
        total = summed(areas[0].results[leaf.code].rate for leaf in leaves)
        worth = points(sum(leaf.points for leaf in leaves))
        yield KindLine(kind.label, len(leaves), worth, rate(total))


def _innovative(year: EditionYear, areas: tuple[HeatArea, ...]) -> Iterator[LeafRate]:
    for leaf in year.leaves:
        if leaf.action_kind is ActionKind.INNOVATIVE:
            total = areas[0].results[leaf.code].rate
            yield LeafRate(leaf_link(year, leaf.code), points(leaf.points), rate(total))


def _headings(view: ChecklistView) -> tuple[Heading, ...]:
    sections = tuple(Heading(section.anchor, section.title) for section in view.sections)
    kinds = (Heading("kinds", "规定动作与创新举措"),) if view.kinds else ()
    return (
        Heading("areas", "各领域得分率"),
        Heading("lost", "失分最多的十项"),
        *kinds,
        *((Heading("heat", "热力图", sections),) if sections else ()),
    )
