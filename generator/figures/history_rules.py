"""历年比较: the rules of figures that look at the year before or at the group (domain.md 10.2, 10.3)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.rule import Rule, Subject

SHARED = "两年相同（含更名）的指标"
BEFORE, NOW = "上年", "本年"


def history_rules() -> Iterator[Rule]:
    """The year against the year before, then a unit against its group, then what was merged."""
    yield from (change_rule(what) for what in ("得分率", "得分率中位数", "销号率"))
    yield from (comparable_rule(BEFORE), comparable_rule(NOW), COMPARABLE_CHANGE, COVERAGE)
    yield from (RATE_DIFFERENCE, SCORE_DIFFERENCE, PERCENTILE, REFERENCE)


def change_rule(what: str) -> Rule:
    """A share of this year minus that of the year before, in 百分点."""
    return _rule(f"{what}比上年", f"本年{what}－上年{what}")


def comparable_rule(year: str) -> Rule:
    """可比口径得分率 of `上年` or `本年`."""
    return _rule(f"{year}可比口径得分率", f"{SHARED}{year}得分之和÷其{year}分值之和")


def _rule(label: str, formula: str, clause: str = "domain.md 10.2") -> Rule:
    return Rule(Subject.HISTORY, label, formula, clause)


COMPARABLE_CHANGE = _rule("可比口径得分率比上年", "本年可比口径得分率－上年可比口径得分率")
COVERAGE = _rule("可比口径覆盖率", f"{SHARED}本年分值之和÷本年应得分值之和")
RATE_DIFFERENCE = _rule("得分率与组中位差", "得分率－组内得分率中位数")
SCORE_DIFFERENCE = _rule("综合得分与组中位差", "综合得分－组内综合得分中位数")
PERCENTILE = _rule("组内位次百分位", "（定等次单位数－位次）÷除本单位外的定等次单位数，换算为百分制")
REFERENCE = _rule(
    "合并单位的参考值",
    "各合并单位上年综合得分×职工数之和÷职工数之和，仅供参考",
    "domain.md 10.3",
)
