"""新增, 已改, 反弹: what became of leaves a unit lost points on, against the years before (domain.md 10.2).

Only leaves that stayed one and the same are compared; one that was split, merged or reworded says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.editions.edition import Edition, EditionYear
from generator.pages.checklist.crosswalk import same_leaves
from generator.pages.headlines.headline import Headline, Part, headline, joined
from generator.pages.links import leaf_link
from generator.store.traced import followed

YEARS = 3
"""This one, the one before, and the one before that: 反弹 needs all three."""
KINDS = ("反弹", "新增", "已改")
NAMED = 2
"""Leaves a kind names: three kinds stand in one sentence, and the results below have them all."""

Lost = Mapping[str, Decimal]
"""Points lost by leaf code; leaves that did not apply are absent."""
Line = tuple[str, ...]
"""The codes of one leaf, newest year first, as far back as it is the same."""


@followed("years")
@dataclass(frozen=True)
class EarlierLeaves:
    """A year and up to two before it without a gap, with the leaves they share."""

    years: tuple[EditionYear, ...]
    """Newest first."""
    lines: tuple[Line, ...]
    """Of every leaf that last year had too, in the order of the indicator tree."""

    @classmethod
    def of(cls, edition: Edition, year: EditionYear) -> EarlierLeaves:
        """Followed once for all units of the year."""
        years = tuple(_unbroken(edition, year))
        codes = [same_leaves(before, after) for after, before in pairwise(years)]
        lines = (_line(leaf.code, codes) for leaf in year.leaves)
        return cls(years, tuple(line for line in lines if len(line) > 1))


def transitions(leaves: EarlierLeaves, unit_id: str) -> Iterator[Headline]:
    """Leaves lost on that were not last year, made good since, or lost again; nothing for a new unit.

    Those with most points at stake come first.
    """
    lost = [_lost(year, unit_id) for year in leaves.years]
    kinds: defaultdict[str, list[tuple[Decimal, Line]]] = defaultdict(list)
    for line in leaves.lines:
        kind, points = _transition(line, lost)
        if kind:
            kinds[kind].append((points, line))
    if kinds:
        most = {kind: sorted(kinds[kind], key=lambda row: -row[0]) for kind in KINDS if kind in kinds}
        clauses = [(f"{kind}：", *_links(leaves.years[0], rows)) for kind, rows in most.items()]
        named = [line for rows in most.values() for _, line in rows[:NAMED]]
        keys = [
            f"{year.year}:units.{unit_id}.checklist.leaves.{code}.earned"
            for line in named
            for year, code, judged in zip(leaves.years, line, lost, strict=False)
            if code in judged
        ]
        yield headline(("对照上年的可比指标，", *joined(clauses, "；"), "。"), keys)


def _transition(line: Line, lost: list[Lost]) -> tuple[str, Decimal]:
    """The kind, or none, and the points it is about: those lost now, or last year when made good."""
    now, before = lost[0].get(line[0]), lost[1].get(line[1])
    if now is None or before is None or bool(now) is bool(before):
        return "", Decimal(0)
    if before:
        return "已改", before
    again = len(line) == YEARS and lost[2].get(line[2])
    return "反弹" if again else "新增", now


def _links(year: EditionYear, rows: list[tuple[Decimal, Line]]) -> Iterator[Part]:
    return joined([(leaf_link(year, line[0]),) for _, line in rows], most=NAMED)


def _unbroken(edition: Edition, year: EditionYear) -> Iterator[EditionYear]:
    for back in range(YEARS):
        one = edition.year(year.year - back)
        if one is None:
            return
        yield one


def _line(code: str, codes: list[Mapping[str, str]]) -> Line:
    line = [code]
    for earlier in codes:
        if line[-1] not in earlier:
            break
        line.append(earlier[line[-1]])
    return tuple(line)


def _lost(year: EditionYear, unit_id: str) -> Lost:
    """Empty for a unit nobody checked."""
    unit = year.unit(unit_id)
    rows = unit.checklist.leaves if unit and unit.checklist else ()
    return {row.code: row.points - row.earned for row in rows if row.earned is not None}
