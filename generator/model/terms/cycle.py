"""Words about the cycle and the people who assess (domain.md 1)."""

from generator.model.terms.term import Term


class CycleStatus(Term):
    """考核状态, in the order a cycle passes through them (domain.md 1.1)."""

    PREPARING = "preparing", "筹备"
    BRIEFING = "briefing", "部署"
    REPORTING = "reporting", "述职测评"
    CHECKING = "checking", "检查核实"
    FEEDBACK = "feedback", "初步反馈"
    DECIDING = "deciding", "党委审定"
    NOTICE = "notice", "公示"
    PUBLISHED = "published", "通报"
    RECTIFYING = "rectifying", "整改中"
    ARCHIVED = "archived", "归档"


class StepType(Term):
    """实施步骤 (domain.md 1.4)."""

    PLAN = "plan", "研究审定方案"
    BRIEF = "brief", "协调部署会"
    SELF = "self", "单位自查自评"
    TALK = "talk", "形势宣讲"
    REPORT = "report", "述职述廉"
    BALLOT = "ballot", "民主测评"
    INTERVIEW = "interview", "个别谈话"
    CHECK = "check", "资料查阅与实地查看"
    EXTEND = "extend", "延伸了解"
    FEEDBACK = "feedback", "现场反馈初步意见"
    COMPILE = "compile", "汇总计分与综合研判"
    DECIDE = "decide", "党委会审定"
    NOTICE = "notice", "公示"
    PUBLISH = "publish", "通报表彰"
    RECTIFY = "rectify", "建账整改销号"
    ARCHIVE = "archive", "归档"


class GroupDuty(Term):
    """考核组成员职责 (domain.md 1.3)."""

    ORGANISING = "organising", "组织协调"
    COUNTING = "counting", "测评统计"
    CHECKING = "checking", "资料检查"
    INTERVIEWING = "interviewing", "谈话"
    SUPERVISING = "supervising", "纪律监督"
