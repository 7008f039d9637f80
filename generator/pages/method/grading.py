"""等次: the order of the decision, and a made-up group graded by the year's own rules (domain.md 7.2–7.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.editions.edition import EditionYear
from generator.figures.rule import Subject
from generator.model.scheme import Scheme
from generator.model.terms import BoardGrade, Component
from generator.pages.scheme.chapters import Cell, Chapter, Grid, numbers, words
from generator.pages.scheme.grading_rules import (
    BARRED,
    DECISION,
    bar_items,
    grade_words,
    quota_words,
    tie_words,
)
from generator.pages.words import NONE, number
from generator.scoring.exact import plain
from generator.scoring.grades import Candidate, grade_group
from generator.scoring.quota import quota_size

COMPOSITES: Mapping[str, str] = {
    "甲": "94.30",
    "乙": "92.85",
    "丙": "92.85",
    "丁": "91.50",
    "戊": "90.40",
    "己": "88.60",
    "庚": "84.30",
    "辛": "79.50",
    "壬": "68.40",
}
"""Made up: 乙 and 丙 equal, 丁 with a veto."""
AHEAD, BEHIND, VETOED = "丙", "乙", "丁"
SIZES = (3, 7, 9, 18)
"""Of groups whose quota is shown (domain.md 7.3)."""


def grading(year: EditionYear, formulas: Grid) -> Chapter:
    """The steps from a score to a grade."""
    scheme = year.scheme
    return Chapter(
        Subject.GRADES.value,
        Subject.GRADES.label,
        paragraphs=(
            "计算得分、建议等次和审定等次是三件事：得分由公式算出，建议等次按下列次序得出，审定等次由党委会决定。",
        ),
        items=tuple(_steps(scheme)),
        ordered=True,
        grids=(formulas, _quotas(scheme), _example(scheme)),
    )


def _steps(scheme: Scheme) -> Iterator[str]:
    """In the order of domain.md 7.4."""
    lines = "；".join(grade_words(one) for one in scheme.grades)
    yield f"综合得分（两位小数）对照分数线得出得分等次，下限含本数——{lines}。"
    yield "任职或成立不满规定时间、年内合并等单位按规定不定等次，不参加排名，不计入名额基数。"
    yield "有一票否决的，等次不高于否决项规定的上限；得分照常计算，仍计入名额基数。"
    yield f"{BARRED}{'；'.join(bar_items(scheme.bars))}。"
    yield "组内按综合得分排位次，相同的并列，下一名跳过：1、2、2、4。"
    yield (
        f"{quota_words(scheme.quota)}从位次高的起，在得分等次为优秀且没有否决和限制的单位中取满名额；"
        "其余得分等次为优秀的，建议良好。"
    )
    yield f"{tie_words(scheme.tie_order)}不按名称或编号的先后。"
    yield f"{DECISION}审定与建议不一致的，应说明理由；审定之前不公布等次。"


def _quotas(scheme: Scheme) -> Grid:
    """优秀名额 of groups of some sizes."""
    columns = (*words("定等次单位数"), *numbers("乘以比例", "优秀名额"))
    rows = tuple(
        (str(size), plain(size * scheme.quota.ratio), str(quota_size(size, scheme.quota))) for size in SIZES
    )
    return Grid("示例：优秀名额", columns, rows)


def _example(scheme: Scheme) -> Grid:
    """A group of nine units."""
    graded = grade_group(_candidates(scheme), scheme)
    columns = (
        *words("单位"),
        *numbers("综合得分", "位次"),
        *words("得分等次", "建议等次", "说明"),
    )
    rows: list[tuple[Cell, ...]] = []
    for name, score in COMPOSITES.items():
        one = graded.suggestions[name]
        threshold = one.threshold.label if one.threshold else NONE
        rank = f"{'并列' if one.tied else ''}第{one.rank}"
        rows.append((name, number(Decimal(score), 2), rank, threshold, one.grade.label, one.text or NONE))
    caption = f"示例：{len(COMPOSITES)} 个单位，优秀名额 {graded.quota} 个"
    return Grid(caption, columns, tuple(rows))


def _candidates(scheme: Scheme) -> Iterator[Candidate]:
    """All of them equal in their components but for the one ahead of its equal."""
    usual = dict.fromkeys(Component, Decimal(96))
    better = {one: score + 1 for one, score in usual.items()}
    for name, score in COMPOSITES.items():
        yield Candidate(
            unit_id=name,
            composite=Decimal(score),
            components=better if name == AHEAD else usual,
            ceiling=_ceiling(scheme) if name == VETOED else None,
        )


def _ceiling(scheme: Scheme) -> BoardGrade:
    """Of the first veto the scheme names."""
    return next((one.ceiling for one in scheme.vetoes), BoardGrade.FAIR)
