"""可比口径得分率 of both years, its change and coverage: on leaves that stayed the same (domain.md 10.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.figures.batch import Batch, Batches, by_key
from generator.figures.cells import cell
from generator.figures.earlier import CHECKLIST, Earlier, Items
from generator.figures.figure import Basis, Figure, Operand, of_year
from generator.figures.heads import Head
from generator.figures.numerals import divided, fine, quotient, rate, subtracted
from generator.figures.rule import Rule, Subject
from generator.model.terms import PublicationItem
from generator.model.year import Unit, Year
from generator.problems import Place
from generator.scoring.assessed import AssessedYear
from generator.scoring.checklist import UnitChecklist
from generator.scoring.comparable import Change, Comparison, Part, YearComparison, compare_years
from generator.scoring.crosswalk import AFTER, BEFORE, Family
from generator.scoring.exact import Rate, plain
from generator.scoring.leaves import LeafResult
from generator.store.again import again

NOTHING = "没有两年相同的指标，不计算"
SHARED = "两年相同（含更名）的指标"


def _rule(label: str, formula: str) -> Rule:
    return Rule(Subject.HISTORY, label, formula, "domain.md 10.2")


OF_BEFORE, OF_AFTER = (
    _rule(f"{year}可比口径得分率", f"{SHARED}{year}得分之和÷其{year}分值之和") for year in ("上年", "本年")
)
CHANGE = _rule("可比口径得分率比上年", "本年可比口径得分率－上年可比口径得分率")
COVERAGE = _rule("可比口径覆盖率", f"{SHARED}本年分值之和÷本年应得分值之和")
COMPARABLE_RULES = (OF_BEFORE, OF_AFTER, CHANGE, COVERAGE)

Rows = Mapping[tuple[str, str | None], Sequence[Place]]


@dataclass(frozen=True)
class _Scope:
    """A unit, or all of them together."""

    prefix: str
    """`units.u03`, `company`."""
    word: str
    """What its labels begin with."""
    unit_id: str | None
    change: Change
    coverage: Rate
    contents: tuple[Operand, ...]
    """What makes up the rate, and what was left out with the reason."""
    sources: tuple[Place, ...] = ()
    """Rows of the crosswalk."""

    def head(self, key: str, rule: Rule) -> Head:
        """The head of its figure by that rule."""
        key, label = f"{self.prefix}.trend.comparable.{key}", f"{self.word}{rule.label}"
        return Head(key, label, PublicationItem.CHECKLIST, self.unit_id)


@dataclass(frozen=True)
class _Side:
    """One of the two years: what its rate is worked from."""

    rate: Rate
    terms: Sequence[str]
    operands: tuple[Operand, ...]
    needs: Items = frozenset()


def comparable_figures(last: AssessedYear, before: Earlier) -> Batches:
    """Of every unit checked in both years, then of the company; the crosswalk is followed once for all."""
    old, new = before.assessment.checklist, last.assessment.checklist
    compared = compare_years(before.assessed.year, last.year, old, new)
    rows = again(("crosswalk rows", last.number), _rows, last.year)
    found = {}
    for unit_id, one in compared.units.items():
        given = (one, old.units[unit_id], new.units[unit_id], before.number, rows)
        batch = Batch(("comparable", unit_id), _unit_figures, given)
        found[batch.name] = batch.made(last.number)
    names = {unit.id: unit for unit in last.year.units}
    sides = (_pooled(compared, names, by_key(found), year) for year in ("before", "after"))
    return {**found, ("comparable",): tuple(_figures(_of_company(compared, names), *sides))}


def _unit_figures(
    one: Comparison, old: UnitChecklist, new: UnitChecklist, year: int, rows: Rows
) -> Iterator[Figure]:
    """`year` is that before, `rows` the crosswalk."""
    return _figures(_of_unit(new.unit_id, one, rows), _before(one, old, year), _after(one, new))


def _figures(scope: _Scope, before: _Side, after: _Side) -> Iterator[Figure]:
    """The four that belong together."""
    old = scope.head("before", OF_BEFORE).rate(before.rate, _side(before, OF_BEFORE, "上年"))
    new = scope.head("after", OF_AFTER).rate(after.rate, _side(after, OF_AFTER, "本年"))
    coverage = scope.head("coverage", COVERAGE).rate(scope.coverage, _coverage(scope))
    changed = _change(scope, (new, old, coverage))
    change = scope.head("change", CHANGE).difference(scope.change.points, changed)
    yield from (old, new, change, coverage)


def _side(side: _Side, rule: Rule, year: str) -> Basis:
    worked = f"{divided(side.terms or ['0'], plain(side.rate.whole))}＝{rate(side.rate)}"
    return Basis(
        rule,
        worked if side.rate.whole else NOTHING,
        (*side.operands, Operand(f"{year}分值之和", plain(side.rate.whole))),
        needs=side.needs,
    )


def _change(scope: _Scope, parts: tuple[Figure, Figure, Figure]) -> Basis:
    new, old, coverage = parts
    now, before = new.precise(), old.precise()
    points = scope.change.points
    return Basis(
        CHANGE,
        NOTHING if points is None else subtracted(now.text, before.text, points),
        (now, before, coverage.operand(), *scope.contents),
        scope.sources,
    )


def _coverage(scope: _Scope) -> Basis:
    part, whole = (plain(number) for number in (scope.coverage.part, scope.coverage.whole))
    return Basis(
        COVERAGE,
        quotient(scope.coverage, "没有应计的指标"),
        (Operand(f"{SHARED}本年分值之和", part), Operand("本年应得分值之和", whole), *scope.contents),
        scope.sources,
    )


def _of_unit(unit_id: str, one: Comparison, rows: Rows) -> _Scope:
    places = (place for part in (*one.pairs, *one.sums, *one.left_out) for place in _places(part, rows))
    return _Scope(
        f"units.{unit_id}",
        "",
        unit_id,
        one.change,
        one.coverage,
        (Operand("计入的指标", _codes(one.pairs)), *_left_out((*one.sums, *one.left_out))),
        tuple(dict.fromkeys(places)),
    )


def _of_company(compared: YearComparison, units: Mapping[str, Unit]) -> _Scope:
    counted = "、".join(units[unit_id].short_name for unit_id in compared.units)
    new = "、".join(units[unit_id].short_name for unit_id in compared.left_out)
    contents = [Operand("计入的单位", counted or "无")]
    contents += [Operand("未计入：上年没有检查结果", new)] if new else []
    return _Scope("company", "全公司", None, compared.change, compared.coverage, tuple(contents))


def _before(one: Comparison, checked: UnitChecklist, year: int) -> _Side:
    codes = [code for part in one.pairs for code in part.family.before]
    leaves = _leaves(checked, codes)
    keys = [of_year(year, _key(checked, code)) for code in codes]
    return _side_of(one.change.before, leaves, keys, CHECKLIST)


def _after(one: Comparison, checked: UnitChecklist) -> _Side:
    codes = [code for part in one.pairs for code in part.family.after]
    return _side_of(one.change.after, _leaves(checked, codes), [_key(checked, code) for code in codes])


def _side_of(
    value: Rate, leaves: Sequence[LeafResult], keys: Iterable[str], needs: Items = frozenset()
) -> _Side:
    """The rate of these leaves, each with the key of its points."""
    operands = (
        Operand(f"{one.leaf.code} {one.leaf.name}得分", fine(one.earned), key)
        for one, key in zip(leaves, keys, strict=True)
    )
    return _Side(value, [fine(one.earned) for one in leaves if one.earned], tuple(operands), needs)


def _leaves(checked: UnitChecklist, codes: Iterable[str]) -> list[LeafResult]:
    found = {one.leaf.code: one for one in checked.leaves}
    return [found[code] for code in codes]


def _key(checked: UnitChecklist, code: str) -> str:
    return f"units.{checked.unit_id}.checklist.leaves.{code}.earned"


def _pooled(
    compared: YearComparison, units: Mapping[str, Unit], made: Mapping[str, Figure], year: str
) -> _Side:
    """All units together, from their own figures of `before` or `after`."""
    figures = [(unit_id, made[f"units.{unit_id}.trend.comparable.{year}"]) for unit_id in compared.units]
    return _Side(
        compared.change.before if year == "before" else compared.change.after,
        [fine(one.part) for _, one in figures if one.part],
        tuple(one.operand(units[unit_id].short_name) for unit_id, one in figures),
    )


def _codes(parts: Iterable[Part]) -> str:
    """`A1.1、A1.3（上年A1.4）`; `无` of nothing."""
    return "、".join(_code(part.family) for part in parts) or "无"


def _code(family: Family) -> str:
    """This year's codes, with last year's where they differ: `A3.1（上年A3.1、A4.1）`, `B3.4（上年）`."""
    before, after = "、".join(family.before), "、".join(family.after)
    if not after:
        return f"{before}（上年）"
    return after if before in ("", after) else f"{after}（上年{before}）"


def _left_out(parts: Iterable[Part]) -> Iterator[Operand]:
    """Reason by reason, in the order they first come up."""
    by_reason: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        if part.reason is not None:
            by_reason[part.reason.value].append(part)
    return (Operand(f"未计入：{reason}", _codes(rows)) for reason, rows in by_reason.items())


def _rows(year: Year) -> Rows:
    """关系 in the crosswalk by year and code."""
    found: defaultdict[tuple[str, str | None], list[Place]] = defaultdict(list)
    for link in year.links:
        place = cell(link, "relation")
        found[AFTER, link.code_to].append(place)
        found[BEFORE, link.code_from].append(place)
    return {leaf: tuple(places) for leaf, places in found.items()}


def _places(part: Part, rows: Rows) -> Iterator[Place]:
    """The rows that name one of its leaves."""
    leaves = [
        *((AFTER, code) for code in part.family.after),
        *((BEFORE, code) for code in part.family.before),
    ]
    return (place for leaf in leaves for place in rows.get(leaf, ()))
