"""党建考核: from findings to a score out of 100, with worked examples (domain.md 6)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.editions.edition import EditionYear
from generator.figures.numerals import fine, total
from generator.figures.rule import Subject
from generator.model.scheme import Scheme
from generator.pages.scheme.adjustment_rules import ONCE, adjustment_grids, cap_words
from generator.pages.scheme.chapters import Chapter, Grid
from generator.pages.words import points
from generator.scoring.checklist import party_score
from generator.scoring.exact import HUNDRED, plain

EARNED, WORTH = Decimal("91.5"), Decimal(98)
BASE, BONUSES, PENALTY = Decimal("93.5"), (Decimal(3), Decimal(2), Decimal(1)), Decimal(1)
"""The examples of domain.md 6.3."""


def checklist(year: EditionYear, formulas: Grid) -> Chapter:
    """Leaves, what does not apply, last year's ledger, bonuses, penalties and vetoes."""
    scheme = year.scheme
    worth = points(sum(leaf.points for leaf in year.leaves))
    return Chapter(
        Subject.CHECKLIST.value,
        Subject.CHECKLIST.label,
        paragraphs=(
            f"{len(scheme.areas)} 个方面、{len(year.leaves)} 项指标，共 {worth} 分；"
            "每项指标按下表四种计分方式之一得分，扣分扣完为止，不出现负分，也不超过分值。",
            "不适用的指标不计分，其余指标的得分率换算为百分制。还有适用的指标没有检查结果时，"
            "不计算基础分和党建考核得分，得分率只按已有结果的指标计算。",
            *_from_ledger(year),
            f"{cap_words(scheme)}{ONCE}",
            "加分没有另行认定分值的，按方案的分值；扣分没有另行认定分值的，按方案的最少扣分。",
            "一票否决不减分，只限定等次上限；同时有几项的，按最低的上限。每一事项只计入认定的那一个年度。",
        ),
        grids=(*adjustment_grids(scheme), formulas),
        notes=tuple(_examples(scheme)),
    )


def _from_ledger(year: EditionYear) -> Iterator[str]:
    """The leaves computed from last year's ledger, and its day."""
    leaves = [leaf for leaf in year.leaves if leaf.ledger_rate is not None]
    if leaves:
        named = "、".join(
            f"{one.code} {one.name}（{one.ledger_rate.label}）" for one in leaves if one.ledger_rate
        )
        yield (
            f"由上年整改台账计算、不另行打分的指标：{named}。台账截至上年的数据截至日，"
            "且不晚于本次考核结束之日；此后销号的不再影响得分。没有上年台账的，按检查结果计分。"
        )


def _examples(scheme: Scheme) -> Iterator[str]:
    base = EARNED * HUNDRED / WORTH
    yield (
        f"示例：适用指标合计 {plain(WORTH)} 分，得 {plain(EARNED)} 分，"
        f"基础分 {plain(EARNED)}÷{plain(WORTH)}×100＝{points(base)}。"
    )
    added = sum(BONUSES, Decimal(0))
    counted = min(added, scheme.bonus_cap)
    capped = f"，按封顶计 {plain(counted)}" if counted < added else ""
    score = party_score(BASE, counted, PENALTY, scheme.party_total_cap)
    free = BASE + counted - PENALTY
    held = f"，不超过总分上限，得 {fine(score)}" if score < free else ""
    yield (
        f"示例：基础分 {plain(BASE)}，加分 {total([plain(one) for one in BONUSES])}＝{plain(added)}{capped}，"
        f"扣分 {plain(PENALTY)}：{plain(BASE)}＋{plain(counted)}－{plain(PENALTY)}＝{fine(free)}{held}。"
    )
