"""Words about portraits (domain.md 5.2)."""

from generator.model.terms.term import Term


class PortraitSource(Term):
    """来源: the method a judgement rests on; two of them make it a finding (两源印证)."""

    INTERVIEW = "interview", "个别谈话"
    DOCUMENT = "document", "查阅资料"
    SITE = "site", "实地查看"
    EXTENDED = "extended", "延伸了解"
    BALLOT = "ballot", "民主测评"
    CHECKLIST = "checklist", "指标检查"
    LEDGER = "ledger", "整改台账"


class OperationItem(Term):
    """班子运行."""

    POLITICAL = "political", "政治能力"
    CENTRALISM = "centralism", "民主集中"
    UNITY = "unity", "团结协作"
    EXECUTION = "execution", "执行力"
    INTEGRITY = "integrity", "廉洁"


class OperationGrade(Term):
    """班子运行评价, best first."""

    GOOD = "good", "好"
    FAIRLY_GOOD = "fairly_good", "较好"
    FAIR = "fair", "一般"
    POOR = "poor", "差"
