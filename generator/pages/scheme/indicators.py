"""指标体系: the indicator tree, and how it differs from last year's (domain.md 6, 10.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.editions.edition import Edition, EditionYear
from generator.model.checklist import Leaf, LeafLink
from generator.model.scheme import Area
from generator.model.terms import LinkRelation
from generator.pages.basis import BasisRow, basis_rows
from generator.pages.figures import Phrase, Shown, counted, named
from generator.pages.links import BookLink, Link, leaf_link, leaf_path
from generator.pages.page import Heading, Page
from generator.pages.words import listed, points

SECTION = "scheme/"
PATH = "scheme/indicators/"


@dataclass(frozen=True)
class LeafLine:
    """One leaf of the tree."""

    leaf: Link
    points: str
    action: str
    scoring: str
    frequency: str
    evidence: str
    dept: str


@dataclass(frozen=True)
class Branch:
    """二级指标 with its leaves."""

    name: str
    leaves: tuple[LeafLine, ...]
    count: int
    """Rows its head spans."""


@dataclass(frozen=True)
class AreaTree:
    """一级指标 with its branches."""

    anchor: str
    title: str
    branches: tuple[Branch, ...]
    count: Shown
    """`9 项`."""
    points: Shown


@dataclass(frozen=True)
class ChangeLine:
    """What became of a leaf between last year and this."""

    relation: str
    before: BookLink | None
    now: Link | None
    points: str
    """`3 → 2` where they differ."""
    note: str


@dataclass(frozen=True)
class IndicatorsView:
    """指标体系 of a year."""

    sentence: Phrase
    areas: tuple[AreaTree, ...]
    count: Shown
    points: Shown
    """`100 分`."""
    basis: tuple[BasisRow, ...]
    changes: tuple[ChangeLine, ...]
    no_changes: str
    """What to say when there are none."""
    scheme: Link
    as_of: str


def plan_indicators(edition: Edition, year: EditionYear) -> Iterator[Page]:
    """One page with the whole tree."""
    before = edition.year(year.year - 1)
    changes = tuple(_changes(year, before)) if before else ()
    view = IndicatorsView(
        sentence=Phrase(
            counted(year, "indicators.areas"),
            "领域、",
            counted(year, "indicators.leaves"),
            "指标，共 ",
            counted(year, "indicators.points"),
            "。",
        ),
        areas=tuple(tree for area in year.scheme.areas if (tree := _tree(year, area)).branches),
        count=counted(year, "indicators.leaves"),
        points=counted(year, "indicators.points"),
        basis=basis_rows(year, (key for key in year.figures if key.startswith("indicators."))),
        changes=changes,
        no_changes=_no_changes(year, before),
        scheme=Link("方案", SECTION),
        as_of=str(year.as_of.date()),
    )
    trees = tuple(Heading(area.anchor, area.title) for area in view.areas)
    headings = (*trees, Heading("changes", "与上年比较"))
    yield Page(PATH, "指标体系", "indicators.html.j2", view, SECTION, headings, view.sentence)


def _tree(year: EditionYear, area: Area) -> AreaTree:
    leaves = [leaf for leaf in year.leaves if leaf.code.startswith(area.code)]
    branches = tuple(
        _branch(year, name, tuple(group)) for name, group in groupby(leaves, key=lambda leaf: leaf.l2)
    )
    title, key = f"{area.code} {area.name}", f"indicators.areas.{area.code}"
    return AreaTree(
        anchor=f"area-{area.code.lower()}",
        title=title,
        branches=branches,
        count=counted(year, f"{key}.leaves"),
        points=named(year, f"{key}.points"),
    )


def _branch(year: EditionYear, name: str, leaves: tuple[Leaf, ...]) -> Branch:
    return Branch(name, tuple(_line(year, leaf) for leaf in leaves), len(leaves))


def _line(year: EditionYear, leaf: Leaf) -> LeafLine:
    return LeafLine(
        leaf=leaf_link(year, leaf.code),
        points=points(leaf.points),
        action=leaf.action_kind.label,
        scoring=leaf.scoring.label,
        frequency=leaf.frequency.label,
        evidence=listed(tuple(kind.label for kind in leaf.evidence)),
        dept=leaf.owner_dept,
    )


def _changes(year: EditionYear, before: EditionYear) -> Iterator[ChangeLine]:
    """Every link that is not simply the same, 新增 and 取消 first, then in the order of the file."""
    for link in sorted(year.links, key=_change_order):
        now = year.leaf(link.code_to) if link.code_to else None
        old = before.leaf(link.code_from) if link.code_from else None
        worth = f"{points(old.points)} → {points(now.points)}" if _differ(old, now) and old and now else ""
        if link.relation is not LinkRelation.SAME or worth:
            yield ChangeLine(
                relation=_relation(link, worth),
                before=BookLink(f"{old.code} {old.name}", before.year, leaf_path(old.code)) if old else None,
                now=leaf_link(year, link.code_to) if link.code_to else None,
                points=worth,
                note=link.note or "",
            )


def _change_order(link: LeafLink) -> int:
    first = (LinkRelation.NEW, LinkRelation.REMOVED)
    return first.index(link.relation) if link.relation in first else len(first)


def _differ(old: Leaf | None, now: Leaf | None) -> bool:
    return old is not None and now is not None and old.points != now.points


def _relation(link: LeafLink, worth: str) -> str:
    return "分值调整" if link.relation is LinkRelation.SAME and worth else link.relation.label


def _no_changes(year: EditionYear, before: EditionYear | None) -> str:
    if before is None:
        return "没有上年的指标体系可以比较。"
    return "与上年相同，没有调整。" if year.links else "没有登记与上年指标的对应关系。"
