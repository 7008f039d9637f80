"""The figures of an invented year of an edition, from what the year itself holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from statistics import median

from generator.editions.edition import Edition, EditionUnit, EditionYear
from generator.editions.ledger import Problem
from generator.figures import Basis, Figure
from generator.figures.commendations import COUNTED
from generator.figures.rule import Rule, Subject
from generator.model.terms import ActionKind, BoardGrade, CommendationStatus, Light, PublicationItem
from generator.scoring.exact import HUNDRED, Rate, plain, rounded

BASIS = Basis(Rule(Subject.CHECKLIST, "名称", "公式", "domain.md 9.9"), "代入数字")


def figured(edition: Edition) -> Edition:
    """The edition with the figures of what its years hold now, whatever a test put into them."""
    years: list[EditionYear] = []
    for year in edition.years:
        years.append(with_figures(year, years[-1] if years else None))
    return replace(edition, years=tuple(years))


def with_figures(year: EditionYear, before: EditionYear | None = None) -> EditionYear:
    """The year with the figures pages print of it, and those against the year before."""
    figures = {one.key: one for one in _figures(year)}
    now = replace(year, figures=figures)
    if before is not None:
        figures |= {one.key: one for one in _changes(now, before)}
    return replace(now, figures=figures)


def with_more(year: EditionYear, *more: Figure) -> EditionYear:
    """The year with these figures beside its own, or instead of them."""
    return replace(year, figures={**year.figures, **{one.key: one for one in more}})


def without(year: EditionYear, *ends: str) -> EditionYear:
    """The year without the figures whose key ends so."""
    return replace(year, figures={key: one for key, one in year.figures.items() if not key.endswith(ends)})


def figure(
    key: str, text: str, value: Decimal | int | None, unit: str = "", of: Rate | None = None
) -> Figure:
    """A figure with these words."""
    parts = (of.part, of.whole) if of else (None, None)
    return Figure(key, key, value, text, unit, PublicationItem.CHECKLIST, BASIS, *parts)


def rate_figure(key: str, value: Rate) -> Figure:
    """A rate: `62.00%` of its two numbers."""
    percent = value.part * HUNDRED / value.whole if value.whole else None
    text = "—" if percent is None else f"{rounded(percent)}%"
    return figure(key, text, percent, "%", value)


def count_figure(key: str, count: int, unit: str = "个") -> Figure:
    """A count."""
    return figure(key, str(count), count, unit)


def _figures(year: EditionYear) -> Iterator[Figure]:
    yield count_figure("company.units", len(year.units))
    for name, units in _groups(year).items():
        yield count_figure(f"groups.{name}.units", len(units))
    if year.decided_on and any(unit.grade for unit in year.units):
        yield from _grades(year)
    for unit in year.units:
        yield from _checked(unit)
        yield from _ledger(f"units.{unit.id}.ledger", year, unit.id)
    yield from _company(year)
    yield from _ledger("ledger", year)
    yield from _indicators(year)
    yield from _commendations(year)


def _indicators(year: EditionYear) -> Iterator[Figure]:
    yield count_figure("indicators.areas", len(year.scheme.areas))
    blocks = {"": list(year.leaves)}
    for area in year.scheme.areas:
        blocks[f"areas.{area.code}."] = [leaf for leaf in year.leaves if leaf.code.startswith(area.code)]
    for kind in ActionKind:
        blocks[f"kinds.{kind.value}."] = [leaf for leaf in year.leaves if leaf.action_kind is kind]
    for key, leaves in blocks.items():
        yield count_figure(f"indicators.{key}leaves", len(leaves), "项")
        points = sum((leaf.points for leaf in leaves), Decimal(0))
        yield figure(f"indicators.{key}points", plain(points), points, "分")


def _commendations(year: EditionYear) -> Iterator[Figure]:
    rows = year.commendations if year.decided_on else ()
    commended = [one for one in rows if one.status is CommendationStatus.COMMENDED]
    counts = Counter(one.status.value for one in rows)
    counts.update(f"kinds.{one.recipient_kind.value}" for one in commended)
    units = {
        f"{part}.{getattr(one, name).value}": COUNTED[one.recipient_kind]
        for one in rows
        for part, name in (("kinds", "recipient_kind"), ("types", "type"))
    }
    counts.update({f"types.{one.type.value}": 0 for one in rows})
    counts.update(f"types.{one.type.value}" for one in rows if one.status is not CommendationStatus.REVOKED)
    for key, number in counts.items():
        yield count_figure(f"company.commendations.{key}", number, units.get(key, "项"))
    for unit in year.units:
        own = [one for one in commended if one.unit_id == unit.id]
        yield count_figure(f"units.{unit.id}.commendations", len(own), "项")


def _groups(year: EditionYear) -> Mapping[str, list[EditionUnit]]:
    return {
        group.name: [unit for unit in year.units if unit.group == group.name] for group in year.scheme.groups
    }


def _grades(year: EditionYear) -> Iterator[Figure]:
    for grade in BoardGrade:
        given = [unit for unit in year.units if unit.grade is grade]
        yield count_figure(f"company.grades.{grade.value}", len(given))
        for name, units in _groups(year).items():
            yield count_figure(
                f"groups.{name}.grades.{grade.value}", len([one for one in units if one in given])
            )
        if grade is BoardGrade.EXCELLENT:
            yield rate_figure("company.excellent.share", Rate.of(len(given), len(year.units)))
        for unit in given:
            key = f"units.{unit.id}.grade.decided"
            yield replace(figure(key, grade.label, None), value=grade.label)


def _checked(unit: EditionUnit) -> Iterator[Figure]:
    if unit.checklist is None:
        return
    prefix = f"units.{unit.id}.checklist"
    yield rate_figure(f"{prefix}.rate", unit.checklist.total)
    for area in unit.checklist.areas:
        yield rate_figure(f"{prefix}.areas.{area.code}.rate", area.rate)
        yield from _difference(f"{prefix}.areas.{area.code}", area.rate, area.group_median)
    yield from _difference(prefix, unit.checklist.total, unit.checklist.group_median)
    for leaf in unit.checklist.leaves:
        of = None if leaf.earned is None else Rate(leaf.earned, leaf.points)
        text = "—" if leaf.earned is None else plain(rounded(leaf.earned))
        yield figure(f"{prefix}.leaves.{leaf.code}.earned", text, leaf.earned, "分", of)


def _difference(prefix: str, rate: Rate, middle: Decimal | None) -> Iterator[Figure]:
    if rate.value is not None and middle is not None:
        yield change_figure(f"{prefix}.difference", (rate.value - middle) * HUNDRED)


def change_figure(key: str, points: Decimal) -> Figure:
    """`+3.42` 个百分点."""
    text = f"{rounded(points):+}".replace("-", "−") if rounded(points) else "0.00"
    return figure(key, text, points, "个百分点")


def _company(year: EditionYear) -> Iterator[Figure]:
    checked = [unit for unit in year.units if unit.checklist is not None]
    if not checked:
        return
    lists = [unit.checklist for unit in checked if unit.checklist is not None]
    yield rate_figure("company.checklist.rate", _summed(one.total for one in lists))
    for area in year.scheme.areas:
        end = f"checklist.areas.{area.code}"
        rates = [row.rate for one in lists for row in one.areas if row.code == area.code]
        yield rate_figure(f"company.{end}.rate", _summed(rates))
        shares = [rate.value for rate in rates if rate.value is not None]
        if shares:
            yield _median(f"company.{end}.median", median(shares))
        for name, units in _groups(year).items():
            rows = [row for unit in units if unit.checklist for row in unit.checklist.areas]
            middles = [row.group_median for row in rows if row.code == area.code and row.group_median]
            if middles:
                yield _median(f"groups.{name}.{end}.median", middles[0])
    for name, units in _groups(year).items():
        totals = [unit.checklist.group_median for unit in units if unit.checklist]
        if totals and totals[0] is not None:
            yield _median(f"groups.{name}.checklist.rate.median", totals[0])
    yield from _leaves(year)


def _leaves(year: EditionYear) -> Iterator[Figure]:
    rates: dict[str, Rate] = {}
    rows = [row for unit in year.units if unit.checklist for row in unit.checklist.leaves]
    for leaf in year.leaves:
        found = [
            Rate(row.earned, row.points) for row in rows if row.code == leaf.code and row.earned is not None
        ]
        rates[leaf.code] = _summed(found)
        yield rate_figure(f"company.checklist.leaves.{leaf.code}.rate", rates[leaf.code])
        losing = Rate.of(sum(one.part < one.whole for one in found), len(found))
        if losing.part:
            yield rate_figure(f"company.checklist.leaves.{leaf.code}.losing", losing)
    for kind in ActionKind:
        codes = [leaf.code for leaf in year.leaves if leaf.action_kind is kind]
        yield rate_figure(
            f"company.checklist.kinds.{kind.value}.rate", _summed(rates[code] for code in codes)
        )
    for n, one in enumerate(year.lost, 1):
        yield rate_figure(f"company.checklist.leaves.{one.code}.lost", one.lost)
        yield count_figure(f"company.checklist.leaves.{one.code}.lost.rank", n, "")


def _median(key: str, share: Decimal) -> Figure:
    return figure(key, f"{rounded(share * HUNDRED)}%", share * HUNDRED, "%")


def _ledger(prefix: str, year: EditionYear, unit_id: str | None = None) -> Iterator[Figure]:
    problems = [one for one in year.ledger.problems if unit_id in (None, one.unit_id)]
    lights = Counter(one.light for one in problems)
    closed, overdue = lights[Light.GREY], sum(one.overdue for one in problems)
    yield count_figure(f"{prefix}.total", len(problems))
    yield count_figure(f"{prefix}.closed", closed)
    yield count_figure(f"{prefix}.open", len(problems) - closed)
    yield count_figure(f"{prefix}.overdue", overdue)
    yield count_figure(f"{prefix}.pending", lights[Light.BLUE])
    yield from _deadlines(
        prefix, year, [one for one in problems if one.light not in (Light.GREY, Light.BLUE)]
    )
    yield rate_figure(f"{prefix}.closed_rate", Rate.of(closed, len(problems)))
    for light in Light:
        yield count_figure(f"{prefix}.lights.{light.value}", lights[light])


def _deadlines(prefix: str, year: EditionYear, unsettled: list[Problem]) -> Iterator[Figure]:
    days = [(one.due_current - year.as_of.date()).days for one in unsettled]
    yield count_figure(f"{prefix}.due_soon", sum(0 <= one <= 30 for one in days))
    if days and min(days) < 0:
        yield count_figure(f"{prefix}.longest_overdue", -min(days), "天")
    if prefix == "ledger":
        late = {one.unit_id for one in unsettled if one.overdue}
        yield count_figure("ledger.overdue_units", len(late))
        yield count_figure("ledger.repeated", len(year.ledger.repeated), "项")


def _changes(year: EditionYear, before: EditionYear) -> Iterator[Figure]:
    """Against the year before: counts, rates, medians of areas that kept code and name."""
    for key, of in (("units", "company.units"), ("excellent", "company.grades.excellent")):
        now, then = year.figure(of), before.figure(of)
        if now and then:
            difference = int(now.value or 0) - int(then.value or 0)
            yield count_figure(f"company.trend.{key}.change", difference)
    for prefix, of in (
        ("company.trend.rate", "company.checklist.rate"),
        ("ledger.trend.closed_rate", "ledger.closed_rate"),
    ):
        yield from _changed(f"{prefix}.change", of, year, before)
    kept = {(area.code, area.name) for area in before.scheme.areas}
    for area in year.scheme.areas:
        if (area.code, area.name) in kept:
            of = f"company.checklist.areas.{area.code}.median"
            yield from _changed(f"company.trend.areas.{area.code}.median.change", of, year, before)
            for unit in year.units:
                key, of = f"areas.{area.code}", f"units.{unit.id}.checklist.areas.{area.code}.rate"
                yield from _changed(f"units.{unit.id}.trend.{key}.change", of, year, before)


def _changed(key: str, of: str, year: EditionYear, before: EditionYear) -> Iterator[Figure]:
    now, then = year.figure(of), before.figure(of)
    if now and then and isinstance(now.value, Decimal) and isinstance(then.value, Decimal):
        yield change_figure(key, now.value - then.value)


def _summed(rates: Iterable[Rate]) -> Rate:
    rows = list(rates)
    return Rate.of(sum(one.part for one in rows), sum(one.whole for one in rows))
