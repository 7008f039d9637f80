"""要点 of a year: what asks for action first, then what is most telling about the company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.editions.edition import Edition, EditionYear
from generator.model.scheme import Area
from generator.pages.figures import changed, fraction, named, rated
from generator.pages.headlines.headline import (
    Headline,
    Part,
    chosen,
    headline,
    highest,
    joined,
    lowest,
    of_year,
    printed,
)
from generator.pages.headlines.ledger import closed_rate
from generator.pages.links import Link, known_unit_link, leaf_link, unit_link
from generator.pages.tiles import is_comparable
from generator.scoring.trends import BREAK_TEXT

MOST = 5
"""Sentences on the overview: it is read in a minute (look.md: three to five)."""
WIDESPREAD = Decimal(50)
"""Percent of the units: above it losing points on a leaf is the company's matter, not a unit's."""


def year_headlines(edition: Edition, year: EditionYear) -> tuple[Headline, ...]:
    """The sentences of the overview, at most `MOST`."""
    before = edition.year(year.year - 1)
    return chosen(
        edition,
        MOST,
        overdue(edition, year),
        repeated(edition, year),
        most_lost(year),
        risen_and_fallen(year),
        area_change(year, before),
        extreme_areas(year),
        widespread(year),
        closed_rate(year, before),
    )


def overdue(edition: Edition, year: EditionYear) -> Iterator[Headline]:
    """逾期 and whose, most first; nothing while nothing is overdue."""
    by_unit = Counter(problem.unit_id for problem in year.ledger.problems if problem.overdue)
    if by_unit and printed(year, "ledger.overdue_units"):
        number = Link(named(year, "ledger.overdue"), "rectifications/#soon")
        units = [(known_unit_link(edition, year, unit_id),) for unit_id, _ in by_unit.most_common()]
        start = (
            "整改台账中有逾期问题 ",
            number,
            " 项，涉及 ",
            named(year, "ledger.overdue_units"),
            " 个单位：",
        )
        yield headline((*start, *joined(units), "。"))


def repeated(edition: Edition, year: EditionYear) -> Iterator[Headline]:
    """屡改屡犯, unit and leaf; nothing while no finding came back."""
    if year.ledger.repeated and printed(year, "ledger.repeated"):
        number = Link(named(year, "ledger.repeated"), "rectifications/#repeated")
        found = [
            (known_unit_link(edition, year, unit_id), "（", leaf_link(year, code), "）")
            for unit_id, code in year.ledger.repeated
        ]
        yield headline(("屡改屡犯 ", number, " 项：", *joined(found), "。"))


def most_lost(year: EditionYear) -> Iterator[Headline]:
    """The leaf with the highest 失分率, or those that share it; nothing where nobody lost a point."""
    lost = {
        one.code: value
        for one in year.lost
        if one.lost.part > 0 and (value := printed(year, _lost(one.code))) is not None
    }
    if lost:
        clauses = [(leaf_link(year, code), "，失分率 ", rated(year, _lost(code))) for code in highest(lost)]
        yield headline(("全公司失分最多的指标是 ", *joined(clauses, "；"), "。"))


def extreme_areas(year: EditionYear) -> Iterator[Headline]:
    """The areas with the best and the weakest median; nothing where all are alike."""
    medians = {
        area: value for area in year.scheme.areas if (value := printed(year, _median(area))) is not None
    }
    best, worst = highest(medians), lowest(medians)
    if best != worst:
        sides = (_areas(year, "，最高的是", best), _areas(year, "，最低的是", worst))
        compared = of_year(year, *map(_median, medians))
        yield headline(("按各单位得分率的中位数", *sides[0], *sides[1], "。"), compared)


def area_change(year: EditionYear, before: EditionYear | None) -> Iterator[Headline]:
    """The area whose median moved most since last year; nothing in the first year or where none moved.

    Areas are the same when code and name are; where indicator systems differ the sentence says so.
    """
    moves = {area: abs(change) for area in year.scheme.areas if (change := printed(year, _move(area)))}
    if before and moves:
        clauses = [_moved(year, before, area) for area in highest(moves)]
        broken = "" if is_comparable(year, before) else f"（{BREAK_TEXT}）"
        compared = of_year(year, *map(_move, moves))
        yield headline(("与上年相比变化最大的是", *joined(clauses, "；"), broken, "。"), compared)


def risen_and_fallen(year: EditionYear) -> Iterator[Headline]:
    """How many units' 可比口径得分率 rose and fell, and which most; nothing where none moved."""
    moves = {
        unit.id: change for unit in year.units if (change := printed(year, _comparable(unit.id))) is not None
    }
    counts = [f"company.trend.comparable.{way}" for way in ("risen", "fallen")]
    if any(moves.values()) and all(key in year.figures for key in counts):
        risen, fallen = (named(year, key) for key in counts)
        up = {one: move for one, move in moves.items() if move > 0}
        down = {one: move for one, move in moves.items() if move < 0}
        start = ("按可比口径，得分率比上年上升的单位有 ", risen, " 个，下降的有 ", fallen, " 个")
        most = (_units(year, "升幅最大的是", highest(up)), _units(year, "降幅最大的是", lowest(down)))
        yield headline((*start, "；", *joined([one for one in most if one], "，"), "。"))


def widespread(year: EditionYear) -> Iterator[Headline]:
    """Leaves on which more than half of the units lost points, the most first; nothing without one."""
    found = {
        one.code: share
        for one in year.lost
        if (share := printed(year, _losing(one.code))) is not None and share > WIDESPREAD
    }
    if found:
        codes = sorted(found, key=lambda code: -found[code])
        clauses = [(leaf_link(year, code), "（", fraction(year, _losing(code)), "）") for code in codes]
        yield headline(("过半数单位失分的指标：", *joined(clauses), "。"))


def _areas(year: EditionYear, start: str, areas: tuple[Area, ...]) -> tuple[Part, ...]:
    """`，最高的是甲、乙（90.00%）`; all of them have the same median."""
    return (start, *joined([(area.name,) for area in areas]), "（", named(year, _median(areas[0])), "）")


def _moved(year: EditionYear, before: EditionYear, area: Area) -> tuple[Part, ...]:
    then, now = named(before, _median(area)), named(year, _median(area))
    return (f"{area.name}：中位数由 ", then, " 变为 ", now, "，", changed(year, _move(area)))


def _units(year: EditionYear, start: str, units: tuple[str, ...]) -> tuple[Part, ...]:
    """`升幅最大的是一号队（+3.42 个百分点）`; nothing of no unit."""
    if not units:
        return ()
    names = joined([(unit_link(year, unit_id),) for unit_id in units])
    return (start, *names, "（", changed(year, _comparable(units[0])), "）")


def _lost(code: str) -> str:
    return f"company.checklist.leaves.{code}.lost"


def _losing(code: str) -> str:
    return f"company.checklist.leaves.{code}.losing"


def _median(area: Area) -> str:
    return f"company.checklist.areas.{area.code}.median"


def _move(area: Area) -> str:
    return f"company.trend.areas.{area.code}.median.change"


def _comparable(unit_id: str) -> str:
    return f"units.{unit_id}.trend.comparable.change"
