"""取整与缺项: how numbers are rounded and what a dash means (domain.md 3.4, look.md)."""

from __future__ import annotations

from decimal import Decimal

from generator.pages.scheme.chapters import Chapter
from generator.pages.words import NONE
from generator.scoring.exact import plain, rounded

HALF = Decimal("0.125")


def rounding() -> Chapter:
    """The rules that hold for every number."""
    return Chapter(
        "rounding",
        "取整与缺项",
        items=(
            f"一律四舍五入，逢五进一：{plain(HALF)} 取两位小数为 {rounded(HALF)}。"
            "中间结果不取整，只在显示时取整一次。",
            "得分和比率保留两位小数，平均天数和百分位保留一位；指标的得分和分值写到实际位数，最多两位。"
            "计算过程里除不尽的数写四位小数，计算用的是未取整的数。",
            "排位次、对照分数线用取整到两位小数的得分；判断比率是否达到要求用分子和分母直接比较，不用取整后的数。",
            f"“{NONE}”表示不适用、没有数据或不能计算，不是零；分母为零的比率也写“{NONE}”。",
            "不能计算的数不参加合计、平均、中位数和排名；每项数据的“依据”写明算了哪些、为什么没有算。",
            "各版只显示可以公开的数；台账统计按本版所列的问题计算。",
        ),
    )
