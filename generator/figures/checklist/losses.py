"""What leaves lost: 失分单位占比, 失分率位次, and how often a rule was applied (domain.md 6.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from generator.figures.batch import Batch
from generator.figures.cells import cells
from generator.figures.checklist.company import Names, checked, names_of
from generator.figures.figure import Basis, Figure, Operand
from generator.figures.heads import Head
from generator.figures.numerals import quotient, rate, total
from generator.figures.rule import Rule, Subject
from generator.model.checklist import Deduction, Leaf
from generator.model.terms import PublicationItem
from generator.model.year import Unit, Year
from generator.scoring.checklist import ChecklistAssessment, LeafLoss
from generator.scoring.exact import Rate

LOSING = Rule(Subject.CHECKLIST, "指标失分单位占比", "在该指标失分的单位数÷有得分的单位数", "domain.md 6.1")
TIMES = Rule(Subject.CHECKLIST, "规则扣分次数", "各单位按该规则扣分的次数之和", "domain.md 6.1")
RANK = Rule(
    Subject.CHECKLIST,
    "指标失分率位次",
    "指标按失分率由高到低的位次，按没有取整的失分率比较，相同的并列",
    "domain.md 6.1",
)
LOSS_RULES = (LOSING, RANK, TIMES)


def losing(year: Year, checklist: ChecklistAssessment, figures: Mapping[str, Figure]) -> Iterator[Batch]:
    """Of each leaf somebody lost points on, most first; `figures` are those of units."""
    names = names_of(year, checklist)
    shares = tuple((loss.leaf.code, _share(loss)) for loss in checklist.losses)
    for loss in checklist.losses:
        yield Batch(("losing", loss.leaf.code), _losing, (loss, names, figures))
        yield Batch(("loss rank", loss.leaf.code), _rank, (loss, shares))


def rule_times(year: Year) -> Iterator[Figure]:
    """How often each rule was applied."""
    leaves = {leaf.code: leaf for leaf in year.leaves}
    applied = (one for unit in year.units for leaf in year.leaves for one in _applied(year, unit, leaf))
    for (code, rule), found in groupby(sorted(applied, key=_rule), key=_rule):
        yield _times(leaves[code], rule, tuple(found))


def _applied(year: Year, unit: Unit, leaf: Leaf) -> list[Deduction]:
    """扣分 of one unit on one leaf; the order of the file says nothing."""
    rows = year.deductions.get((unit.id, leaf.code), ())
    return sorted(rows, key=lambda one: (one.rule, one.times, one.reason))


def _losing(loss: LeafLoss, names: Names, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    rows = checked(names, figures, f"leaves.{loss.leaf.code}.earned")
    value = Rate.of(loss.losing, loss.units)
    lost = [one.operand(name) for name, one in rows if one.part != one.whole]
    basis = Basis(LOSING, quotient(value, "没有检查结果"), tuple(lost))
    head = Head(
        f"company.checklist.leaves.{loss.leaf.code}.losing",
        f"{loss.leaf.code} {loss.leaf.name}失分单位占比",
        PublicationItem.CHECKLIST,
    )
    yield head.rate(value, basis)


def _rank(loss: LeafLoss, shares: Sequence[tuple[str, Fraction]]) -> Iterator[Figure]:
    """Most lost first; leaves without loss have none. `shares` are those of all leaves by code."""
    own_share = _share(loss)
    higher = [code for code, share in shares if share > own_share]
    rank = len(higher) + 1
    own = f"company.checklist.leaves.{loss.leaf.code}.lost"
    codes = "、".join(higher) or "无"
    basis = Basis(
        RANK,
        f"失分率更高的指标{len(higher)}项，列第{rank}位",
        (Operand("失分率", rate(loss.lost), own), Operand("失分率更高的指标", codes)),
    )
    label = f"{loss.leaf.code} {loss.leaf.name}失分率位次"
    yield Head(f"{own}.rank", label, PublicationItem.CHECKLIST).rank(rank, str(rank), basis)


def _share(loss: LeafLoss) -> Fraction:
    """Compared as a fraction: a quotient of 28 digits may part what is equal."""
    return Fraction(loss.lost.part) / Fraction(loss.lost.whole)


def _times(leaf: Leaf, rule: int, rows: Sequence[Deduction]) -> Figure:
    number = sum(one.times for one in rows)
    basis = Basis(
        TIMES,
        f"{total([str(one.times) for one in rows])}＝{number}" if len(rows) > 1 else f"扣分{number}次",
        sources=cells(rows, "times"),
    )
    head = Head(
        f"company.checklist.leaves.{leaf.code}.rules.{rule}.times",
        f"{leaf.code} {leaf.name}规则{rule}扣分次数",
        PublicationItem.DEDUCTIONS,
    )
    return head.count(number, basis, "次")


def _rule(one: Deduction) -> tuple[str, int]:
    return (one.code, one.rule)
