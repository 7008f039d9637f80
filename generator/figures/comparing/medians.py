"""中位数 of a group and of the company, from the figures of its units (domain.md 10.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.figures.batch import Batch
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import share, two
from generator.figures.rule import Rule, Subject
from generator.model.terms import PublicationItem
from generator.model.year import Unit, Year
from generator.scoring.assess import Assessment, Medians
from generator.scoring.exact import HUNDRED

COMPANY, GROUP = "全公司", "组内"
SUBJECTS = {
    PublicationItem.BALLOT_TOTAL: Subject.BALLOT,
    PublicationItem.BALLOT_DIMENSIONS: Subject.BALLOT,
    PublicationItem.CHECKLIST: Subject.CHECKLIST,
    PublicationItem.COMPOSITE: Subject.COMPOSITE,
}
"""What a median is of; each subject explains its own."""


@dataclass(frozen=True)
class _Circle:
    """A group of units, or all of them."""

    prefix: str
    """`groups.生产单位`, `company`."""
    word: str
    """`组内`, `全公司`."""
    units: tuple[tuple[str, str], ...]
    """Id and short name of each, in official order."""


@dataclass(frozen=True)
class _Middle:
    """One median: of what, and its value."""

    key: str
    label: str
    item: PublicationItem
    of: str
    """What follows `units.<id>.` in the key of the figures it lies in the middle of."""
    value: Decimal | None
    """A score, or a share 0–1."""
    points: Decimal | None = None
    """Of a leaf, whose figure is in points; the median is of its 得分率."""
    voted: bool = False
    """Only boards with a score count."""


def median_rules(subject: Subject) -> tuple[Rule, ...]:
    """Of a group and of the company."""
    return tuple(median_rule(subject, word) for word in (GROUP, COMPANY))


def median_rule(subject: Subject, word: str) -> Rule:
    """中位数 among the units of a circle, `组内` or `全公司`."""
    formula = f"{word}各单位该项从低到高排列，取居中的一个；单位数为双数时取居中两个的平均数"
    return Rule(subject, f"{word}中位数", formula, "domain.md 10.2")


def medians(year: Year, assessment: Assessment, figures: Mapping[str, Figure]) -> Iterator[Batch]:
    """Medians of each group in the order of the scheme, then of the company; `figures` are those of units."""
    for name, found in assessment.group_medians.items():
        members = (unit for unit in year.units if unit.group == name)
        circle = _Circle(f"groups.{name}", GROUP, _named(members))
        yield from (_batch(circle, one, figures) for one in _middles(year, found))
    company = _Circle("company", COMPANY, _named(year.units))
    yield from (_batch(company, one, figures) for one in _middles(year, assessment.medians))


def _named(units: Iterable[Unit]) -> tuple[tuple[str, str], ...]:
    return tuple((unit.id, unit.short_name) for unit in units)


def _batch(circle: _Circle, one: _Middle, figures: Mapping[str, Figure]) -> Batch:
    return Batch(("median", circle.prefix, one.key), _figures, (circle, one, figures))


def _middles(year: Year, medians: Medians) -> Iterator[_Middle]:
    checklist, ballots = medians.checklist, medians.ballots
    total, dimension = PublicationItem.BALLOT_TOTAL, PublicationItem.BALLOT_DIMENSIONS
    yield _Middle("composite.median", "综合得分", PublicationItem.COMPOSITE, "composite", medians.composite)
    yield _Middle("ballot.board.median", "班子民主测评得分", total, "ballot.board.score", ballots.score)
    for which, value in ballots.dimensions.items():
        of = f"ballot.dimensions.{which.value}"
        yield _Middle(f"{of}.median", f"{which.label}得分", dimension, f"{of}.score", value, voted=True)
    item = PublicationItem.CHECKLIST
    yield _Middle("checklist.score.median", "党建考核得分", item, "checklist.score", checklist.score)
    yield _Middle("checklist.rate.median", "党建考核得分率", item, "checklist.rate", checklist.total)
    for area in year.scheme.areas:
        of = f"checklist.areas.{area.code}"
        middle = checklist.areas.get(area.code)
        yield _Middle(f"{of}.median", f"{area.name}得分率", item, f"{of}.rate", middle)
    for leaf in year.leaves:
        of = f"checklist.leaves.{leaf.code}"
        label = f"{leaf.code} {leaf.name}得分率"
        middle = checklist.leaves.get(leaf.code)
        yield _Middle(f"{of}.median", label, item, f"{of}.earned", middle, leaf.points)


def _figures(circle: _Circle, one: _Middle, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """The median."""
    rows = list(_rows(circle, one, figures))
    head = Head(f"{circle.prefix}.{one.key}", f"{circle.word}{one.label}中位数", one.item)
    scored = one.of.endswith(("score", "composite"))
    text = two(one.value) if scored else share(one.value)
    basis = Basis(
        median_rule(SUBJECTS[one.item], circle.word),
        _worked(rows, text),
        tuple(operand for _, operand in rows),
    )
    yield head.score(one.value, basis) if scored else head.share(one.value, basis)


def _rows(circle: _Circle, one: _Middle, figures: Mapping[str, Figure]) -> Iterator[tuple[Decimal, Operand]]:
    """The value of each unit that has one, in official order, and how it is written."""
    for unit_id, short_name in circle.units:
        figure = figures.get(f"units.{unit_id}.{one.of}")
        if figure is None or not isinstance(figure.value, Decimal):
            continue
        if one.voted and figures[f"units.{unit_id}.ballot.board.score"].value is None:
            continue
        if one.points is None:
            yield figure.value, figure.operand(short_name)
        elif one.points:
            rate = figure.value / one.points
            yield rate * HUNDRED, Operand(short_name, share(rate), figure.key)


def _worked(rows: list[tuple[Decimal, Operand]], text: str) -> str:
    if not rows:
        return "没有单位有得分，不计算"
    ordered = sorted(rows, key=lambda row: row[0])
    half = len(ordered) // 2
    if len(ordered) % 2:
        return f"{len(ordered)}个单位从低到高排列，居中的一个为{text}"
    low, high = ordered[half - 1][1].text, ordered[half][1].text
    return f"{len(ordered)}个单位从低到高排列，居中两个{low}和{high}的平均数为{text}"
