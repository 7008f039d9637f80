"""整改台账: states, deadlines, lights and statistics (domain.md 9.2–9.5)."""

from __future__ import annotations

from generator.editions.edition import EditionYear
from generator.figures.ledger.courses import RELAPSE
from generator.figures.ledger.ledger_rules import RATIOS
from generator.figures.numerals import rate
from generator.figures.rule import Subject
from generator.pages.scheme.chapters import Chapter, Grid, numbers, words
from generator.pages.scheme.rectification_rules import (
    backlog_words,
    deadline_grid,
    extension_words,
    light_grid,
)
from generator.scoring.exact import Rate

EXAMPLE = {
    "completed": (36, 50),
    "completed_in_time_limit": (34, 42),
    "closed_rate": (31, 50),
    "closed_on_time": (26, 40),
    "on_time_share": (28, 31),
    "overdue_share": (7, 19),
}
"""Numerators and denominators of one ledger (domain.md 9.5)."""
REOPENED = (2, 33)


def ledger(year: EditionYear, formulas: Grid) -> Chapter:
    """How a problem is judged, then what is counted."""
    rules = year.scheme.rectification
    return Chapter(
        Subject.LEDGER.value,
        Subject.LEDGER.label,
        paragraphs=(
            "状态由台账记录推算，不手工填写：登记为待认领，认领后整改中，提交后待验收，"
            "验收通过并经审批后已销号；退回的回到整改中，销号后重启的开始新一轮，以前各轮不变。",
            "原时限是登记（重启的为重启）时定的日期，不再改动；现行时限是最近一次批准延期后的日期。"
            f"是否按期、是否逾期都按现行时限判定，时限当天销号为按期；时限遇休息日不顺延。{extension_words(rules)}",
            "预警灯按数据截至日推算，先红后黄再绿；已销号、并案、作废为灰灯，待验收为蓝灯，都不看日期。"
            "长期坚持类有下次复核日期的，按复核日期计算天数。",
            "进度滞后＝本轮已过天数占从开始到现行时限天数的百分数－填报的进度，单位为百分点；"
            "只在整改中、且填报了进度时判断。",
            f"{backlog_words(rules)}工作日按工作日历计算：周一至周五扣除放假日，加上调休上班日，从次日数起；"
            "工作日历缺少年份的，不计算。",
        ),
        grids=(deadline_grid(rules), light_grid(rules), formulas, _example()),
        notes=(
            "示例：期限 60 天，已过 30 天，即 50%；填报进度 30%，滞后 20 个百分点。",
            "同一台账按不同的公式可以从 62% 算到 90%，所以凡显示比率的地方都写出分子和分母。",
        ),
    )


def _example() -> Grid:
    """One ledger of 50 problems by each formula."""
    labels = {one.key: one.rule.label for one in RATIOS}
    pairs = [(labels[key], Rate.of(*pair)) for key, pair in EXAMPLE.items()]
    pairs.append((RELAPSE.label, Rate.of(*REOPENED)))
    rows = tuple((label, str(one.part), str(one.whole), rate(one)) for label, one in pairs)
    return Grid("示例：50 个问题的台账", (*words("指标"), *numbers("分子", "分母", "结果")), rows)
