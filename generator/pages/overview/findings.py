"""What a reader would have to look for otherwise, found by rule and said in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.editions.edition import Edition, EditionYear
from generator.model.scheme import Area
from generator.pages.links import Link, leaf_link
from generator.pages.tiles import BREAK, is_comparable
from generator.pages.words import points_change, rate, share


@dataclass(frozen=True)
class Finding:
    """A sentence in parts, some of which lead to a page."""

    parts: tuple[Link, ...]

    @classmethod
    def of(cls, *parts: str | Link) -> Finding:
        """The sentence of these parts in order."""
        return cls(tuple(Link(part, None) if isinstance(part, str) else part for part in parts))


@dataclass(frozen=True)
class _Change:
    """Median 得分率 of one area in two years."""

    name: str
    now: Decimal
    before: Decimal


def findings(edition: Edition, year: EditionYear) -> Iterator[Finding]:
    """The sentences about a year, the company-wide ones first."""
    yield from _most_lost(year)
    yield from _areas(year)
    yield from _area_change(year, edition.year(year.year - 1))
    yield from _overdue(year)


def _most_lost(year: EditionYear) -> Iterator[Finding]:
    if year.lost and year.lost[0].lost.part > 0:
        worst = year.lost[0]
        link = leaf_link(year, worst.code)
        yield Finding.of("全公司失分最多的指标是", link, f"，失分率 {rate(worst.lost)}。")


def _areas(year: EditionYear) -> Iterator[Finding]:
    medians = _medians(year)
    if len(medians) > 1:
        ordered = sorted(medians, key=lambda found: found[1], reverse=True)
        (high, best), (low, worst) = ordered[0], ordered[-1]
        yield Finding.of(
            f"按各单位得分率的中位数，最高的是{high.name}（{share(best)}），",
            f"最低的是{low.name}（{share(worst)}）。",
        )


def _area_change(year: EditionYear, before: EditionYear | None) -> Iterator[Finding]:
    """The area whose median moved most since last year, among those that kept code and name."""
    changes = [change for change in _changes(year, before) if change.now != change.before] if before else []
    if before and changes:
        most = max(changes, key=lambda change: abs(change.now - change.before))
        broken = "" if is_comparable(year, before) else f"（{BREAK}）"
        yield Finding.of(
            f"与上年相比变化最大的是{most.name}：中位数由 {share(most.before)} 变为 {share(most.now)}，",
            f"{points_change(most.now, most.before)}{broken}。",
        )


def _overdue(year: EditionYear) -> Iterator[Finding]:
    """How many problems are overdue, and in how many units."""
    units = [problem.unit_id for problem in year.ledger.problems if problem.overdue]
    if units:
        link = Link(f"逾期问题 {len(units)} 项", "rectifications/#soon")
        yield Finding.of("整改台账中有", link, f"，涉及 {len(set(units))} 个单位。")
    elif year.ledger.problems:
        yield Finding.of("整改台账中没有逾期问题。")


def _medians(year: EditionYear) -> list[tuple[Area, Decimal]]:
    medians = year.area_medians
    return [(area, medians[area.code]) for area in year.scheme.areas if area.code in medians]


def _changes(year: EditionYear, before: EditionYear) -> Iterator[_Change]:
    earlier = {(area.code, area.name): median for area, median in _medians(before)}
    for area, median in _medians(year):
        if (area.code, area.name) in earlier:
            yield _Change(area.name, median, earlier[area.code, area.name])
