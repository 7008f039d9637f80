"""指标沿革: which leaves of two adjacent years are one and the same, and why others are not (domain.md 10.2).

Only 相同 and 更名 tied one to one carry on. 拆分 and 合并 carry on as a sum. 改写 and 移动 do not: the
clerk who means the same requirement writes 相同 or 更名. A leaf no row names follows from the same code
while both years have the same scheme `major`, for a code is never reused for another meaning (domain.md 6.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Protocol

from generator.model.checklist import Leaf, LeafLink
from generator.model.scheme import Scheme
from generator.model.terms import LinkRelation


class Reason(Enum):
    """Why leaves do not make up the comparable rate, in Chinese."""

    NEW = "本年新增"
    REMOVED = "本年取消"
    REWORDED = "内容改写"
    MOVED = "调整归类"
    SPLIT = "一项拆分为多项"
    MERGED = "多项合并为一项"
    UNLINKED = "没有登记沿革关系"
    UNCLEAR = "沿革关系不能一一对应"
    UNPAIRED = "其中一年不适用或未检查"
    """A unit's own reason; the leaves as such carry on."""


SUMS = frozenset({Reason.SPLIT, Reason.MERGED})
"""Left out of the comparable rate, still joined as a sum."""
COMPARABLE = frozenset({LinkRelation.SAME, LinkRelation.RENAMED})
BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class _Shape:
    """How many leaves a relation ties, 2 for several, and what it means for the comparable rate."""

    relation: LinkRelation
    before: int
    after: int
    reason: Reason

    def fits(self, before: int, after: int, relations: frozenset[LinkRelation]) -> bool:
        counts = (min(before, 2), min(after, 2))
        return relations == {self.relation} and counts == (self.before, self.after)


SHAPES = (
    _Shape(LinkRelation.NEW, 0, 1, Reason.NEW),
    _Shape(LinkRelation.REMOVED, 1, 0, Reason.REMOVED),
    _Shape(LinkRelation.SPLIT, 1, 2, Reason.SPLIT),
    _Shape(LinkRelation.MERGED, 2, 1, Reason.MERGED),
    _Shape(LinkRelation.REWORDED, 1, 1, Reason.REWORDED),
    _Shape(LinkRelation.MOVED, 1, 1, Reason.MOVED),
)


@dataclass(frozen=True)
class Family:
    """Leaves of two adjacent years that follow from each other and from no others."""

    before: tuple[str, ...]
    """Last year's codes, in the order of its file; empty when new."""
    after: tuple[str, ...]
    """This year's codes, in the order of its file; empty when removed."""
    reason: Reason | None
    """None when one leaf follows from one and is the same."""


class IndicatorTree(Protocol):
    """A year's leaves and what ties them to the year before: of the archive, or as an edition holds it."""

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """In the order of the file."""

    @property
    def links(self) -> tuple[LeafLink, ...]:
        """指标沿革 towards the year before."""

    @property
    def scheme(self) -> Scheme:
        """Its `major` tells whether the indicator system changed."""


_Node = tuple[str, str]


@dataclass(frozen=True)
class _Tie:
    """Leaves tied together so far, and by which relations."""

    nodes: frozenset[_Node]
    relations: frozenset[LinkRelation]


def families(before: IndicatorTree, after: IndicatorTree) -> tuple[Family, ...]:
    """Every leaf of both years in its family: this year's in the order of the file, then those gone."""
    old, new = ([leaf.code for leaf in year.leaves] for year in (before, after))
    ties = _tied([*_links(after), *_same_codes(before, after, old, new)], old, new)
    found = [_family(tie, old, new) for tie in ties]
    return tuple(sorted(found, key=lambda one: _place(one, old, new)))


def chains(years: Sequence[IndicatorTree]) -> tuple[tuple[str, ...], ...]:
    """Leaves that are one and the same through all the years: their codes, oldest year first."""
    if not years:
        return ()
    lines: list[tuple[str, ...]] = [(leaf.code,) for leaf in years[0].leaves]
    for before, after in pairwise(years):
        next_code = {one.before[0]: one.after[0] for one in families(before, after) if one.reason is None}
        lines = [(*line, next_code[line[-1]]) for line in lines if line[-1] in next_code]
    return tuple(lines)


def _links(year: IndicatorTree) -> list[_Tie]:
    return [
        _Tie(
            frozenset(
                node for node in ((BEFORE, link.code_from or ""), (AFTER, link.code_to or "")) if node[1]
            ),
            frozenset({link.relation}),
        )
        for link in year.links
    ]


def _same_codes(
    before: IndicatorTree, after: IndicatorTree, old: Iterable[str], new: Iterable[str]
) -> list[_Tie]:
    """The same code again, where no row says anything and the indicator system did not change."""
    if before.scheme.major != after.scheme.major:
        return []
    silent = set(old) - {link.code_from for link in after.links}
    silent &= set(new) - {link.code_to for link in after.links}
    return [
        _Tie(frozenset({(BEFORE, code), (AFTER, code)}), frozenset({LinkRelation.SAME}))
        for code in sorted(silent)
    ]


def _tied(links: Iterable[_Tie], old: Iterable[str], new: Iterable[str]) -> Iterable[_Tie]:
    """The links grown together wherever they share a leaf; leaves without a link alone."""
    nodes = [*((BEFORE, code) for code in old), *((AFTER, code) for code in new)]
    ties = {node: _Tie(frozenset({node}), frozenset()) for node in nodes}
    for link in links:
        touching = [ties[node] for node in link.nodes if node in ties]
        grown = _Tie(
            link.nodes.union(*(tie.nodes for tie in touching)),
            link.relations.union(*(tie.relations for tie in touching)),
        )
        ties.update(dict.fromkeys(grown.nodes, grown))
    return dict.fromkeys(ties.values())


def _family(tie: _Tie, old: Sequence[str], new: Sequence[str]) -> Family:
    before = tuple(code for code in old if (BEFORE, code) in tie.nodes)
    after = tuple(code for code in new if (AFTER, code) in tie.nodes)
    whole = len(before) + len(after) == len(tie.nodes)
    reason = _reason(len(before), len(after), tie.relations) if whole else Reason.UNCLEAR
    return Family(before, after, reason)


def _reason(before: int, after: int, relations: frozenset[LinkRelation]) -> Reason | None:
    """Rows that contradict each other or their number of leaves are unclear."""
    if not relations:
        return Reason.UNLINKED
    if before == after == 1 and relations <= COMPARABLE:
        return None
    return next((one.reason for one in SHAPES if one.fits(before, after, relations)), Reason.UNCLEAR)


def _place(family: Family, old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    if family.after:
        return (0, new.index(family.after[0]))
    return (1, old.index(family.before[0]) if family.before else len(old))
