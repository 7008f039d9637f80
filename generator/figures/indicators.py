"""The indicator system: how many areas and leaves it has, what they are worth together (domain.md 6.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.cells import cells
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import total
from generator.figures.rule import Rule, Subject
from generator.model.checklist import Leaf
from generator.model.terms import ActionKind, PublicationItem
from generator.model.year import Year
from generator.scoring.exact import ZERO, plain

AREAS = Rule(Subject.CHECKLIST, "一级指标数", "方案的一级指标", "domain.md 6.1")
LEAVES = Rule(Subject.CHECKLIST, "指标数", "指标体系的三级指标", "domain.md 6.1")
POINTS = Rule(Subject.CHECKLIST, "分值合计", "三级指标分值之和", "domain.md 6.1")
INDICATOR_RULES = (AREAS, LEAVES, POINTS)


def indicator_figures(year: Year) -> Iterator[Figure]:
    """Of the whole system, of each area, then of 规定动作 and 创新举措, those there are."""
    areas = year.scheme.areas
    names = Operand("一级指标", "、".join(area.name for area in areas))
    yield _head("areas", AREAS.label).count(len(areas), Basis(AREAS, f"一级指标{len(areas)}个", (names,)))
    yield from _together("", "", year.leaves)
    for area in areas:
        own = [leaf for leaf in year.leaves if leaf.code.startswith(area.code)]
        yield from _together(f"areas.{area.code}.", area.name, own)
    for kind in ActionKind:
        own = [leaf for leaf in year.leaves if leaf.action_kind is kind]
        if own:
            yield from _together(f"kinds.{kind.value}.", kind.label, own)


def _together(key: str, name: str, leaves: Sequence[Leaf]) -> Iterator[Figure]:
    """How many leaves, and their points."""
    counted = Basis(LEAVES, f"指标{len(leaves)}项", sources=cells(leaves, "code"))
    yield _head(f"{key}leaves", f"{name}{LEAVES.label}").count(len(leaves), counted, "项")
    points = sum((leaf.points for leaf in leaves), ZERO)
    terms = [plain(leaf.points) for leaf in leaves] or ["0"]
    added = Basis(POINTS, f"{total(terms)}＝{plain(points)}", sources=cells(leaves, "points"))
    yield _head(f"{key}points", f"{name}{POINTS.label}").points(points, added)


def _head(key: str, label: str) -> Head:
    return Head(f"indicators.{key}", label, PublicationItem.SCHEME)
