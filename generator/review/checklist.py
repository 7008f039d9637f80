"""检查结果: scores agree with the leaf, its rules and its deductions (domain.md 6.1, 14 E120)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from generator.model.checklist import Check, Deduction, Leaf, LeafRule
from generator.model.grouping import grouped
from generator.model.people import Profile
from generator.model.tables import Tables, YearTables
from generator.model.terms import CheckStatus, Condition, CycleStatus, Scoring
from generator.problems import Level, Problem
from generator.review.explained import Score, named, scores_of
from generator.review.findings import at, column_in
from generator.review.lookup import profiles, reached, unit_word
from generator.review.sources import declaration
from generator.review.wording import listing
from generator.scoring.exact import percent, plain
from generator.store.again import again_each

TOLERANCE = Decimal("0.005")
"""Points by which a typed score may differ from a product that was rounded to two decimals."""


def _leaves(year: YearTables) -> Mapping[str, Leaf]:
    return {leaf.code: leaf for leaf in year.indicators}


def full_marks(year: YearTables, _: Tables) -> Iterator[Problem]:
    """Neither the score nor the unit's own score exceeds the points of the leaf."""
    return chain.from_iterable(again_each(("full marks", year.year), _full_marks, year.checks, _leaves(year)))


def _full_marks(leaves: Mapping[str, Leaf], check: Check) -> tuple[Problem, ...]:
    leaf = leaves.get(check.code)
    return () if leaf is None else tuple(_above(check, leaf))


def _above(check: Check, leaf: Leaf) -> Iterator[Problem]:
    for name in ("earned", "self_score"):
        value = getattr(check, name)
        if value is not None and value > leaf.points:
            message = f"超过满分 {plain(leaf.points)}"
            yield at(check, name).problem("E120", message, f"请核对该指标分值（{named(leaf)}）")


def scores(year: YearTables, _: Tables) -> Iterator[Problem]:
    """The score follows from status, ratio, band or deductions, as the leaf is scored."""
    return chain.from_iterable(again_each(("score", year.year), _score, scores_of(year)))


def _score(score: Score) -> tuple[Problem, ...]:
    return tuple(_of_score(score))


def _of_score(score: Score) -> Iterator[Problem]:
    if score.check.status is CheckStatus.NOT_APPLICABLE:
        yield from _not_applicable(score)
        return
    if score.leaf.scoring is not Scoring.RATIO and score.check.ratio is not None:
        message = f"该指标是{score.leaf.scoring.label}，不填完成率"
        yield at(score.check, "ratio").problem("E120", message, "请删除完成率，或核对指标的计分方式")
    above = score.check.earned is not None and score.check.earned > score.leaf.points
    if score.leaf.ledger_rate is None and not above:
        yield from _JUDGES[score.leaf.scoring](score)


def conditions(year: YearTables, _: Tables) -> Iterator[Problem]:
    """不适用 agrees with the condition of the leaf and the unit's profile (domain.md 6.1 applies_if)."""
    units, leaves = profiles(year), _leaves(year)
    for check in year.checks:
        leaf, profile = leaves.get(check.code), units.get(check.unit_id)
        if leaf is None or profile is None or leaf.applies_if is Condition.ALWAYS:
            continue
        skipped = check.status is CheckStatus.NOT_APPLICABLE
        name = _profile_field(leaf.applies_if)
        if skipped is bool(getattr(profile, name)):
            yield _condition(check, leaf, profile, name)


def deductions(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A deduction costs times × rule, at most the cap of the rule, and belongs to a check."""
    rules = {(rule.code, rule.rule): rule for rule in year.indicator_rules}
    codes = {leaf.code for leaf in year.indicators}
    checked = {(check.unit_id, check.code) for check in year.checks}
    for row in year.deductions:
        if row.code in codes and (row.unit_id, row.code) not in checked:
            message = f"检查结果中没有该单位的指标{row.code}"
            yield at(row, "code").problem("E120", message, "请补上检查结果，或删除这行扣分")
    for (_unit, code, number), rows in grouped(
        year.deductions, lambda row: (row.unit_id, row.code, row.rule)
    ).items():
        rule = rules.get((code, number))
        if rule is not None:
            yield from _by_rule(rule, rows)


def missing(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """Every assessed unit has a check on every leaf; required once the first opinion is given (step 10)."""
    if not reached(year, CycleStatus.CHECKING):
        return
    level = Level.ERROR if reached(year, CycleStatus.FEEDBACK) else Level.INFO
    checked = {(check.unit_id, check.code) for check in year.checks}
    for unit_id in profiles(year):
        codes = [leaf.code for leaf in year.indicators if (unit_id, leaf.code) not in checked]
        if codes:
            message = f"{unit_word(tables, unit_id)}缺少{len(codes)}个指标的检查结果：{listing(codes)}"
            hint = "请逐项补上；不适用的指标也要有一行，结论填“不适用”并说明原因"
            yield column_in(year, tables, "checks", "code").problem("E120", message, hint, level)


def _not_applicable(score: Score) -> Iterator[Problem]:
    """A leaf that does not apply has a reason and nothing else."""
    check = score.check
    if check.note is None:
        yield at(check, "note").problem("E120", "结论是“不适用”，缺少原因", "请填写不适用的原因")
    for name in ("earned", "ratio"):
        if getattr(check, name) is not None:
            label = declaration(check, name).label
            yield at(check, name).problem(
                "E120", f"结论是“不适用”，不填{label}", f"请删除{label}，或核对结论"
            )
    if score.deductions:
        message = f"结论是“不适用”，却有{len(score.deductions)}条扣分"
        yield at(check, "status").problem("E120", message, "请核对结论，或删除扣分明细")


def _deduct(score: Score) -> Iterator[Problem]:
    """扣分制: what is left after the deductions."""
    earned = score.check.earned
    if earned is None or earned == score.left:
        return
    if not score.deductions and earned < score.leaf.points:
        message = f"扣了 {plain(score.leaf.points - earned)} 分，没有扣分明细"
        yield at(score.check, "earned").problem(
            "E120", message, f"请在扣分明细中写明每项扣分（{score.name}）"
        )
    else:
        yield _unlike_deductions(score, score.left)


def _pass(score: Score) -> Iterator[Problem]:
    """达标制: nothing when 不符合, otherwise what is left after the deductions."""
    check = score.check
    failed = check.status is CheckStatus.UNMET
    if failed and not score.deductions and check.note is None:
        message = "结论是“不符合”，没有扣分明细，也没有说明"
        yield at(check, "note").problem("E120", message, "请写明不符合的情形")
    if check.earned is None:
        return
    if failed and check.earned != 0:
        yield at(check, "earned").problem("E120", "达标制指标结论是“不符合”，应得 0 分", "请核对结论和得分")
    elif not failed and check.earned != score.left:
        yield _unlike_deductions(score, score.left)


def _ratio(score: Score) -> Iterator[Problem]:
    """比例制: points × ratio, at most the points."""
    check = score.check
    if score.deductions:
        message = f"比例制指标按完成率计分，却有{len(score.deductions)}条扣分"
        yield at(check, "code").problem("E120", message, "请删除扣分明细，或核对指标的计分方式")
    if check.ratio is None:
        yield at(check, "ratio").problem("E120", "比例制指标缺少完成率", "请填写完成率，例如 95%")
    elif check.earned is not None:
        share = min(Decimal(1), check.ratio)
        wanted = score.leaf.points * share
        if abs(check.earned - wanted) > TOLERANCE:
            message = f"与完成率不符：{plain(score.leaf.points)}×{percent(share)}＝{plain(wanted)}"
            yield at(check, "earned").problem("E120", message, f"请核对得分和完成率（{score.name}）")


def _band(score: Score) -> Iterator[Problem]:
    """分档制: one of the bands of the leaf."""
    bands = sorted(
        {score.leaf.points, *(score.leaf.points - rule.minus for rule in score.rules)}, reverse=True
    )
    check = score.check
    if check.earned is None:
        yield at(check, "earned").problem(
            "E120", "分档制指标缺少得分", f"可填：{'、'.join(map(plain, bands))}"
        )
    elif check.earned not in bands:
        message = f"不是该指标的档次（{score.name}）"
        yield at(check, "earned").problem("E120", message, f"可填：{'、'.join(map(plain, bands))}")
    elif score.deductions and check.earned != score.left:
        yield _unlike_deductions(score, score.left)


_JUDGES: Mapping[Scoring, Callable[[Score], Iterator[Problem]]] = {
    Scoring.DEDUCT: _deduct,
    Scoring.PASS: _pass,
    Scoring.RATIO: _ratio,
    Scoring.BAND: _band,
}


def _unlike_deductions(score: Score, wanted: Decimal) -> Problem:
    """The problem of a score that is not points less deductions."""
    ended = "，扣完为止" if score.lost > score.leaf.points else ""
    sums = f"满分 {plain(score.leaf.points)}，扣分合计 {plain(score.lost)}{ended}，应得 {plain(wanted)}"
    message = f"与扣分明细不符：{sums}"
    return at(score.check, "earned").problem("E120", message, f"请核对得分和扣分明细（{score.name}）")


def _condition(check: Check, leaf: Leaf, profile: Profile, name: str) -> Problem:
    """The problem of a leaf skipped or checked against its condition."""
    label = declaration(profile, name).label
    if check.status is CheckStatus.NOT_APPLICABLE:
        message = f"单位概况写明{label}，该指标适用（{named(leaf)}）"
    else:
        message = f"单位概况写明不{label}，该指标不适用（{named(leaf)}）"
    return at(check, "status").problem("E120", message, f"请核对结论，或单位概况的“{label}”")


def _profile_field(condition: Condition) -> str:
    """The field of the profile a condition looks at."""
    return {Condition.HAS_COMMITTEE: "has_committee", Condition.HAS_PARTY_GROUPS: "has_party_groups"}[
        condition
    ]


def _by_rule(rule: LeafRule, rows: Sequence[Deduction]) -> Iterator[Problem]:
    """The deductions of one unit by one rule: each as the rule says, together not above its cap."""
    total = sum((row.minus for row in rows), Decimal(0))
    for row in rows:
        wanted = row.times * rule.minus
        capped = rule.cap is not None and row.minus < wanted and total == rule.cap
        if row.minus != wanted and not capped:
            limit = "" if rule.cap is None else f"，上限 {plain(rule.cap)}"
            message = f"与规则不符：{row.times}次×{plain(rule.minus)}＝{plain(wanted)}{limit}"
            yield at(row, "minus").problem(
                "E120", message, f"请核对次数和扣分（{rule.code} 规则{rule.rule}：{rule.when}）"
            )
    if rule.cap is not None and total > rule.cap:
        message = f"该规则合计扣 {plain(total)} 分，超过上限 {plain(rule.cap)}"
        hint = f"请按上限扣分（{rule.code} 规则{rule.rule}：{rule.when}）"
        yield at(rows[-1], "minus").problem("E120", message, hint)
