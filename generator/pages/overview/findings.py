"""What a reader would have to look for otherwise, found by rule and said in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.editions.edition import Edition, EditionYear
from generator.model.scheme import Area
from generator.pages.figures import Phrase, changed, named, rated
from generator.pages.links import Link, leaf_link
from generator.pages.tiles import is_comparable
from generator.scoring.trends import BREAK_TEXT


def findings(edition: Edition, year: EditionYear) -> Iterator[Phrase]:
    """The sentences about a year, the company-wide ones first."""
    yield from _most_lost(year)
    yield from _areas(year)
    yield from _area_change(year, edition.year(year.year - 1))
    yield from _overdue(year)


def _most_lost(year: EditionYear) -> Iterator[Phrase]:
    if year.lost and year.lost[0].lost.part > 0:
        worst = year.lost[0].code
        lost = rated(year, f"company.checklist.leaves.{worst}.lost")
        yield Phrase("全公司失分最多的指标是", leaf_link(year, worst), "，失分率 ", lost, "。")


def _areas(year: EditionYear) -> Iterator[Phrase]:
    found = [
        (area, value) for area in year.scheme.areas if (value := _value(year, _median(area))) is not None
    ]
    if len(found) > 1:
        best, worst = max(found, key=_second)[0], min(reversed(found), key=_second)[0]
        high, low = named(year, _median(best)), named(year, _median(worst))
        yield Phrase(
            f"按各单位得分率的中位数，最高的是{best.name}（", high, f"），最低的是{worst.name}（", low, "）。"
        )


def _area_change(year: EditionYear, before: EditionYear | None) -> Iterator[Phrase]:
    """The area whose median moved most since last year, among those that kept code and name."""
    changes = [
        (area, change)
        for area in year.scheme.areas
        if (change := _value(year, f"company.trend.areas.{area.code}.median.change"))
    ]
    if before and changes:
        area = max(changes, key=lambda one: abs(one[1]))[0]
        broken = "" if is_comparable(year, before) else f"（{BREAK_TEXT}）"
        then, now = named(before, _median(area)), named(year, _median(area))
        moved = changed(year, f"company.trend.areas.{area.code}.median.change")
        start = f"与上年相比变化最大的是{area.name}：中位数由 "
        yield Phrase(start, then, " 变为 ", now, "，", moved, f"{broken}。")


def _overdue(year: EditionYear) -> Iterator[Phrase]:
    """How many problems are overdue, and in how many units."""
    units = {problem.unit_id for problem in year.ledger.problems if problem.overdue}
    if units:
        number = Link(named(year, "ledger.overdue"), "rectifications/#soon")
        yield Phrase("整改台账中有逾期问题 ", number, f" 项，涉及 {len(units)} 个单位。")
    elif year.ledger.problems:
        yield Phrase("整改台账中没有逾期问题。")


def _median(area: Area) -> str:
    return f"company.checklist.areas.{area.code}.median"


def _value(year: EditionYear, key: str) -> Decimal | None:
    one = year.figure(key)
    return one.value if one is not None and isinstance(one.value, Decimal) else None


def _second(found: tuple[Area, Decimal]) -> Decimal:
    return found[1]
