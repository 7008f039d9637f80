"""名词: what the words on the pages mean, said once for the hover and for the page that lists them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GlossaryTerm:
    """A word of the site and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True)
class Chapter:
    """Words that belong together."""

    anchor: str
    title: str
    terms: tuple[GlossaryTerm, ...]


CHAPTERS = (
    Chapter(
        "process",
        "考核",
        (
            GlossaryTerm("述", "各班子报告一年的工作，述职述廉。"),
            GlossaryTerm("评", "参加会议的人无记名测评，党委据此和其他各项审定等次。"),
            GlossaryTerm("查", "考核组按指标体系逐项检查，扣分写明原因和依据。"),
            GlossaryTerm("改", "发现的问题记入台账，有责任人和时限，直到销号。"),
            GlossaryTerm("考核对象", "被考核的单位。"),
            GlossaryTerm("考核组", "公司为本年度考核成立的专项工作组。"),
            GlossaryTerm("数据截至", "页面上的数据到这一天为止，以后的变化要等下一次更新。"),
        ),
    ),
    Chapter(
        "scores",
        "得分和等次",
        (
            GlossaryTerm("得分率", "得分除以适用指标的分值；不适用的指标不计。"),
            GlossaryTerm("公司得分率", "全部单位的得分之和除以应得分值之和，不是各单位得分率的平均数。"),
            GlossaryTerm("同组中位数", "同组各单位从低到高排列，居中的一个；双数时取居中两个的平均数。"),
            GlossaryTerm("中位数", "各单位从低到高排列，居中的一个；双数时取居中两个的平均数。"),
            GlossaryTerm("失分率", "失去的分除以应得的分值。"),
            GlossaryTerm("百分点", "两个百分数之差：由 88% 到 90% 是提高 2 个百分点。"),
            GlossaryTerm("可比口径得分率", "只算两年都有、内容没有变的指标，并写明占本年分值的多少。"),
            GlossaryTerm("规定动作", "上级规定必须做的工作，各单位都要检查。"),
            GlossaryTerm("创新举措", "单位自己的新做法。"),
            GlossaryTerm("扣完为止", "一项指标最多扣到零分。"),
            GlossaryTerm("加分封顶", "加分合计不超过方案规定的上限。"),
            GlossaryTerm("一票否决", "发生方案规定的事件后，综合等次有上限。"),
            GlossaryTerm("综合得分", "各项得分按本组权重加权之和，最后四舍五入保留两位小数。"),
            GlossaryTerm("建议等次", "按分数线、名额和否决规则算出的等次，供党委会参考。"),
            GlossaryTerm("审定等次", "党委会审定的等次，以它为准。"),
            GlossaryTerm("不定等次", "新设、合并或任现职时间不足，只考核、不定等次。"),
            GlossaryTerm("优秀率", "优秀票除以有效票，弃权不计入。"),
            GlossaryTerm("优良率", "优秀票与良好票之和除以有效票。"),
            GlossaryTerm("称职以上率", "优秀票与称职票之和除以有效票。"),
            GlossaryTerm("票种", "按投票人的身份区分的选票。"),
            GlossaryTerm("并列", "得分相同名次相同，下一名次顺延：第1、第2、第2、第4。"),
        ),
    ),
    Chapter(
        "rectification",
        "整改",
        (
            GlossaryTerm("台账", "登记问题、责任人、时限和进展的清单。"),
            GlossaryTerm("销号", "整改到位，经验收和审批，问题从台账上了结。"),
            GlossaryTerm("立行立改", "当时就能改的问题。"),
            GlossaryTerm("限期整改", "规定时限内改完的问题。"),
            GlossaryTerm("长期坚持", "需要持续做、定期复核的问题。"),
            GlossaryTerm("现行时限", "批准延期以后的时限；没有延期的就是最初的时限。"),
            GlossaryTerm("待验收", "单位已经提交，等待验收。"),
            GlossaryTerm("临期", "离时限不远，或者进度滞后。"),
            GlossaryTerm("逾期", "时限已过，既没有销号也没有提交验收。"),
            GlossaryTerm("销号率", "已销号的问题除以问题总数。"),
            GlossaryTerm("反弹", "销号以后又出现，重新整改。"),
            GlossaryTerm("屡改屡犯", "同一单位同一指标连续两年及以上出现问题。"),
            GlossaryTerm("督办", "由指定部门督促整改。"),
            GlossaryTerm("长效机制", "为防止问题再发生而建立的制度。"),
        ),
    ),
)

MEANINGS = {term.word: term.meaning for chapter in CHAPTERS for term in chapter.terms}
"""By word."""
