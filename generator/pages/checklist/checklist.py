"""检查结果: the year's checklist at a glance, and who earned what on which leaf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions.edition import Edition, EditionYear
from generator.model.terms import ActionKind
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.charts import Measure, Portrait
from generator.pages.checklist.area_pages import UNITS_ON_OVERVIEW, area_path, plan_areas
from generator.pages.checklist.by_leaf import area_rates, results_by_leaf
from generator.pages.checklist.heat import LEVELS, HeatArea, HeatMap, Level, heat_areas, heat_map
from generator.pages.figures import Phrase, Shown, counted, fraction, named, rated, shown, valued
from generator.pages.links import Link, leaf_link
from generator.pages.page import Heading, Page
from generator.pages.words import listed, points, share

SECTION = "checklist/"
MOST_LOST = 10


@dataclass(frozen=True)
class AreaLine:
    """One area in the table of areas."""

    link: Link
    leaves: Shown
    points: Shown
    rate: Shown
    median: Shown
    group_medians: tuple[Shown, ...]
    """In the order of the groups."""


@dataclass(frozen=True)
class AreaSection:
    """One area on the overview: its map, or the link to its own pages."""

    anchor: str
    title: str
    tab: str
    """Shorter: `A 政治建设`."""
    rate: Shown
    map: HeatMap | None
    page: Link | None


@dataclass(frozen=True)
class LostLine:
    """A leaf among those that lost most."""

    leaf: Link
    lost: Shown
    share: Shown


@dataclass(frozen=True)
class KindLine:
    """规定动作 or 创新举措 as a whole."""

    name: str
    leaves: Shown
    points: Shown
    rate: Shown


@dataclass(frozen=True)
class LeafRate:
    """A leaf with what all units earned on it."""

    leaf: Link
    points: str
    rate: Shown


@dataclass(frozen=True)
class ChecklistView:
    """检查结果 of a year."""

    sentence: Phrase
    unchecked: str
    """`尚未检查：…。`, or empty."""
    groups: tuple[str, ...]
    portrait: Portrait | None
    """The company's rates beside the median of the units; None before results are published."""
    areas: tuple[AreaLine, ...]
    areas_basis: tuple[BasisRow, ...]
    lost: tuple[LostLine, ...]
    lost_basis: tuple[BasisRow, ...]
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
        portrait=_portrait(year, areas) if _checked(year) else None,
        areas=tuple(_area_lines(year, areas)),
        areas_basis=_areas_basis(year, areas),
        lost=tuple(_lost(year)),
        lost_basis=basis_rows(year, (_lost_key(one.code) for one in year.lost[:MOST_LOST])),
        sections=tuple(_section(year, area, split) for area in areas) if _checked(year) else (),
        levels=LEVELS,
        kinds=tuple(_kinds(year)),
        innovative=tuple(_innovative(year)),
        as_of=str(year.as_of.date()),
    )
    yield Page(SECTION, "检查结果", "checklist.html.j2", view, SECTION, _headings(view), view.sentence)
    if split and view.sections:
        yield from plan_areas(year, areas)


def sentence(year: EditionYear) -> Phrase:
    """`被考核单位 18 个，党建考核得分率 91.17%（1641/1800）。`"""
    rate = rated(year, "company.checklist.rate")
    if not rate.key:
        return Phrase("本年度检查结果尚未公布。")
    return Phrase("被考核单位 ", counted(year, "company.units"), "，党建考核公司得分率 ", rate, "。")


def _checked(year: EditionYear) -> bool:
    return any(unit.checklist is not None for unit in year.units)


def _unchecked(year: EditionYear) -> str:
    """Units without results, once others have some."""
    names = tuple(unit.short_name for unit in year.units if unit.checklist is None)
    return f"尚无检查结果的单位：{listed(names)}。" if names and _checked(year) else ""


def _area_lines(year: EditionYear, areas: tuple[HeatArea, ...]) -> Iterator[AreaLine]:
    checked = _checked(year)
    for area in areas:
        end = f"checklist.areas.{area.code}"
        groups = (f"groups.{group.name}.{end}.median" for group in year.scheme.groups)
        yield AreaLine(
            link=Link(f"{area.code} {area.name}", f"{SECTION}#{_anchor(area)}") if checked else _name(area),
            leaves=named(year, f"indicators.areas.{area.code}.leaves"),
            points=named(year, f"indicators.areas.{area.code}.points"),
            rate=rated(year, f"company.{end}.rate"),
            median=named(year, f"company.{end}.median"),
            group_medians=tuple(named(year, key) for key in groups),
        )


def _portrait(year: EditionYear, areas: tuple[HeatArea, ...]) -> Portrait:
    measures = (_measure(year, area) for area in areas)
    return Portrait("公司得分率与单位中位数", "公司得分率", "单位中位数", tuple(measures))


def _measure(year: EditionYear, area: HeatArea) -> Measure:
    key = f"company.checklist.areas.{area.code}.median"
    text = shown(year, f"company.checklist.areas.{area.code}.rate", share(area.rate.value))
    return Measure(area.name, area.rate.percent, text, valued(year, key), named(year, key))


def _areas_basis(year: EditionYear, areas: tuple[HeatArea, ...]) -> tuple[BasisRow, ...]:
    """The company's rates, then the medians of company and groups."""
    ends = [f"checklist.areas.{area.code}" for area in areas]
    circles = ("company", *(f"groups.{group.name}" for group in year.scheme.groups))
    medians = [f"{circle}.{end}.median" for circle in circles for end in (*ends, "checklist.rate")]
    return basis_rows(year, [*(f"company.{end}.rate" for end in ends), *medians])


def _name(area: HeatArea) -> Link:
    return Link(f"{area.code} {area.name}", None)


def _lost(year: EditionYear) -> Iterator[LostLine]:
    for one in year.lost[:MOST_LOST]:
        if one.lost.part > 0:
            key = _lost_key(one.code)
            yield LostLine(leaf_link(year, one.code), fraction(year, key), named(year, key))


def _lost_key(code: str) -> str:
    return f"company.checklist.leaves.{code}.lost"


def _section(year: EditionYear, area: HeatArea, split: bool) -> AreaSection:
    link = Link(f"查看各单位在“{area.name}”的得分率", area_path(area.code))
    return AreaSection(
        anchor=_anchor(area),
        title=f"{area.code} {area.name}",
        tab=f"{area.code} {area.short_name}",
        rate=rated(year, f"company.checklist.areas.{area.code}.rate"),
        map=None if split else heat_map(year, area, year.units),
        page=link if split else None,
    )


def _anchor(area: HeatArea) -> str:
    return f"area-{area.code.lower()}"


def _kinds(year: EditionYear) -> Iterator[KindLine]:
    """规定动作 and 创新举措 apart, where there are both."""
    if not any(leaf.action_kind is ActionKind.INNOVATIVE for leaf in year.leaves):
        return
    for kind in ActionKind:
        of = f"indicators.kinds.{kind.value}"
        total = rated(year, f"company.checklist.kinds.{kind.value}.rate")
        yield KindLine(kind.label, named(year, f"{of}.leaves"), named(year, f"{of}.points"), total)


def _innovative(year: EditionYear) -> Iterator[LeafRate]:
    for leaf in year.leaves:
        if leaf.action_kind is ActionKind.INNOVATIVE:
            total = rated(year, f"company.checklist.leaves.{leaf.code}.rate")
            yield LeafRate(leaf_link(year, leaf.code), points(leaf.points), total)


def _headings(view: ChecklistView) -> tuple[Heading, ...]:
    sections = tuple(Heading(section.anchor, section.title) for section in view.sections)
    kinds = (Heading("kinds", "规定动作与创新举措"),) if view.kinds else ()
    return (
        Heading("areas", "各领域得分率"),
        Heading("lost", "失分最多的十项"),
        *kinds,
        *((Heading("heat", "热力图", sections),) if sections else ()),
    )
