"""检查结果 area by area, where one page would grow too heavy for all units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.editions.edition import EditionUnit, EditionYear
from generator.pages.checklist.heat import LEVELS, HeatArea, HeatMap, Level, heat_map
from generator.pages.figures import Phrase, counted, rated
from generator.pages.links import Link
from generator.pages.page import Page

SECTION = "checklist/"
UNITS_ON_OVERVIEW = 40
"""With more units the overview links to one page an area."""
CELLS_ON_PAGE = 4000
"""About 240 KB of HTML; a larger area is paged by group."""


@dataclass(frozen=True)
class AreaView:
    """One area, or one group of units in it."""

    title: str
    sentence: Phrase
    map: HeatMap | None
    """None when the area is paged."""
    parts: tuple[Link, ...]
    """The pages of the groups, on every page of a paged area."""
    levels: tuple[Level, ...]
    up: Link
    as_of: str


@dataclass(frozen=True)
class _Part:
    """Units of one group that fit on a page."""

    title: str
    units: Sequence[EditionUnit]


def area_path(code: str, number: int | None = None) -> str:
    """`checklist/area-b/`, or `checklist/area-b/2/` for its second page."""
    return f"{SECTION}area-{code.lower()}/" + (f"{number}/" if number else "")


def plan_areas(year: EditionYear, areas: Iterable[HeatArea]) -> Iterator[Page]:
    """One page an area; a large area gets one a group besides."""
    for area in areas:
        parts = _parts(year, area)
        links = tuple(Link(part.title, area_path(area.code, n)) for n, part in enumerate(parts, 1))
        yield _page(year, area, _Part("", () if parts else year.units), links)
        for link, part in zip(links, parts, strict=True):
            yield _page(year, area, part, links, link.path)


def _page(
    year: EditionYear, area: HeatArea, part: _Part, links: tuple[Link, ...], path: str | None = None
) -> Page:
    name = f"{area.code} {area.name}"
    title = f"{name}：{part.title}" if part.title else name
    view = AreaView(
        title=title,
        sentence=Phrase(
            f"{area.name}共 ",
            counted(year, f"indicators.areas.{area.code}.leaves"),
            "指标，全部单位得分率 ",
            rated(year, f"company.checklist.areas.{area.code}.rate"),
            "。",
        ),
        map=heat_map(year, area, part.units) if part.units else None,
        parts=links,
        levels=LEVELS,
        up=Link("检查结果", SECTION),
        as_of=str(year.as_of.date()),
    )
    return Page(path or area_path(area.code), title, "area.html.j2", view, SECTION, (), view.sentence)


def _parts(year: EditionYear, area: HeatArea) -> tuple[_Part, ...]:
    """The pages a large area falls into, group by group; none when it fits on one."""
    room = max(1, CELLS_ON_PAGE // len(area.leaves))
    if len(year.units) <= room:
        return ()
    groups = (group.name for group in year.scheme.groups)
    return tuple(part for group in groups for part in _group_parts(year, group, room))


def _group_parts(year: EditionYear, group: str, room: int) -> Iterator[_Part]:
    units = [unit for unit in year.units if unit.group == group]
    for start in range(0, len(units), room):
        chunk = units[start : start + room]
        span = f"（第 {start + 1}—{start + len(chunk)} 个）" if len(units) > room else ""
        yield _Part(f"{group}{span}", chunk)
