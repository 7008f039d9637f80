"""What the checkers found at a made-up unit: every leaf of the sample scored by its own rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from generator.contract import checklist
from generator.model.checklist import Leaf, LeafRule
from generator.model.terms import CheckStatus, Condition, Scoring
from tests.bench.company import MadeUpUnit
from tests.bench.tables import TableRow

CHECKERS = ("熊远松", "康晟", "苏书庚", "喻建远")
_LOSING = {Scoring.DEDUCT: 0.24, Scoring.PASS: 0.1, Scoring.BAND: 0.6}
"""How often a leaf loses points."""
_MORE = (
    "抽查{seen}份记录有{wrong}份要素不全",
    "办事员称轮休时无人代办，累计{wrong}处",
    "补记材料{wrong}份，与{seen}日值班表对不上",
    "经询问{wrong}名党员均不知情，台账仅有签名",
    "原始凭据缺{wrong}张，系统中另有{seen}条未录入",
)
"""What else is told, so that no two years read alike."""


@dataclass(frozen=True)
class Loss:
    """A deduction."""

    rule: LeafRule
    times: int
    minus: Decimal
    reason: str


@dataclass(frozen=True)
class Outcome:
    """The result on one leaf."""

    leaf: Leaf
    status: CheckStatus
    earned: Decimal | None
    ratio: str | None = None
    loss: Loss | None = None


def outcomes(
    unit: MadeUpUnit,
    year: int,
    leaves: Iterable[Leaf],
    rules: Mapping[str, Sequence[LeafRule]],
    *,
    first: bool,
) -> tuple[Outcome, ...]:
    """The results of a unit; in the first year nothing comes from the ledger of the year before."""
    dice = unit.dice(year, "checks")
    visit = _Visit(unit, first, dice, dice.uniform(0.4, 1.6))
    return tuple(visit.outcome(leaf, rules.get(leaf.code, ())) for leaf in leaves)


def check_rows(
    unit: MadeUpUnit, year: int, found: tuple[Outcome, ...], issues: Mapping[str, str]
) -> Iterator[TableRow]:
    """Checks and deductions; `issues` are the ledger problems by leaf code."""
    dice = unit.dice(year, "dates")
    for one in found:
        yield (
            checklist.CHECKS,
            {
                "unit_id": unit.id,
                "code": one.leaf.code,
                "status": one.status,
                "ratio": one.ratio,
                "earned": one.earned,
                "checker": CHECKERS[unit.number % len(CHECKERS)],
                "checked_on": dt.date(year + 1, 1, dice.randint(19, 30)),
                "note": None if one.status is not CheckStatus.NOT_APPLICABLE else "按概况不适用",
                "issue_id": issues.get(one.leaf.code),
            },
        )
        if one.loss:
            yield (
                checklist.DEDUCTIONS,
                {
                    "unit_id": unit.id,
                    "code": one.leaf.code,
                    "rule": one.loss.rule.rule,
                    "times": one.loss.times,
                    "minus": one.loss.minus,
                    "reason": one.loss.reason,
                    "evidence": "会议记录和工作台账",
                },
            )


def has_party_groups(unit: MadeUpUnit) -> bool:
    """A unit in seven is too small for them."""
    return unit.number % 7 != 0


@dataclass(frozen=True)
class _Visit:
    """The checkers at one unit."""

    unit: MadeUpUnit
    first: bool
    """Whether there is no ledger of a year before."""
    dice: Random
    carelessness: float

    def outcome(self, leaf: Leaf, rules: Sequence[LeafRule]) -> Outcome:
        """What they found on one leaf."""
        if leaf.applies_if is Condition.HAS_PARTY_GROUPS and not has_party_groups(self.unit):
            return Outcome(leaf, CheckStatus.NOT_APPLICABLE, None)
        if leaf.ledger_rate is not None and not self.first:
            return Outcome(leaf, CheckStatus.MET, None)
        if leaf.scoring is Scoring.RATIO:
            percent = 100 if self.dice.random() < 0.4 else self.dice.randint(82, 99)
            earned = leaf.points * percent / 100
            return Outcome(leaf, _status(earned, leaf.points), earned, f"{percent}%")
        costly = [rule for rule in rules if rule.minus]
        if not costly or self.dice.random() > _LOSING[leaf.scoring] * self.carelessness:
            return Outcome(leaf, CheckStatus.MET, leaf.points)
        loss = _loss(leaf, self.dice.choice(costly), self.dice)
        earned = max(Decimal(0), leaf.points - loss.minus)
        return Outcome(leaf, _status(earned, leaf.points), earned, loss=loss)


def _loss(leaf: Leaf, rule: LeafRule, dice: Random) -> Loss:
    once = rule.cap is not None or leaf.scoring is not Scoring.DEDUCT
    times = 1 if once else dice.randint(1, 3)
    month, seen, wrong = dice.randint(1, 11), dice.randint(8, 20), dice.randint(1, 6)
    if leaf.scoring is Scoring.BAND:
        reason = f"查阅{seen}份材料，认定的档次是“{rule.when}”"
    else:
        more = dice.choice(_MORE).format(seen=seen, wrong=wrong)
        reason = f"{month}月、{month + 1}月{rule.when}，{more}"
    return Loss(rule, times, times * rule.minus, reason)


def _status(earned: Decimal, points: Decimal) -> CheckStatus:
    if earned == points:
        return CheckStatus.MET
    return CheckStatus.PARTLY if earned else CheckStatus.UNMET
