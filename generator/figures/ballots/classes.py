"""票种加权: how the classes of voters come together (domain.md 3.4)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.ballots.targets import Target
from generator.figures.cells import setting
from generator.figures.figure import Operand
from generator.figures.numerals import total
from generator.figures.rule import Rule, Subject
from generator.model import scheme
from generator.model.terms import MissingClass
from generator.problems import Place
from generator.scoring.exact import ZERO, percent

MISSING = {
    MissingClass.RENORMALISE: "没有有效票的票种按比例分摊权重",
    MissingClass.FAIL: "有票种没有有效票时不计算",
}


def weighed(target: Target, parts: Sequence[str | None], value: str | None) -> str:
    """The worked mean of one text a class, None for a class without votes; `value` is `＝91.2560`."""
    if value is None:
        return "有票种没有有效票，不计算"
    rows = zip(target.rules.classes, parts, strict=True)
    present = [(one.weight, part) for one, part in rows if part is not None and one.weight]
    whole = sum((weight for weight, _ in present), ZERO)
    terms = total([f"{percent(weight)}×{part}" for weight, part in present])
    return f"{terms}{value}" if whole == 1 else f"（{terms}）÷{percent(whole)}{value}"


def weight_operands(target: Target) -> tuple[Operand, ...]:
    """The weights of the classes."""
    return tuple(Operand(f"{one.code}票权重", percent(one.weight)) for one in target.rules.classes)


def weight_cells(target: Target) -> tuple[Place, ...]:
    """Where the weights of the classes are set."""
    return tuple(setting(one.origin, "权重") for one in target.rules.classes)


def weighted_rule(rules: scheme.Ballot, label: str, what: str) -> Rule:
    """How `what` of the classes comes together: `各票种得分按票种权重加权`."""
    formula = f"各票种{what}按票种权重加权，{MISSING[rules.missing_class]}"
    return Rule(Subject.BALLOT, label, formula, "domain.md 3.4")
