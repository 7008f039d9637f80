"""Words about the ledger (domain.md 9)."""

from generator.model.terms.term import Term


class RectificationSource(Term):
    """问题来源 (domain.md 9.1)."""

    SELF_REPORT = "self_report", "述职自查"
    BALLOT = "ballot", "民主测评"
    INTERVIEW = "interview", "个别谈话"
    DOCUMENT = "document", "资料检查"
    SITE = "site", "实地查看"
    CHECKLIST = "checklist", "党建考核"
    EXTENDED = "extended", "延伸了解"
    INSPECTION = "inspection", "巡察"
    AUDIT = "audit", "审计"
    SUPERIOR = "superior", "上级检查"
    MASSES = "masses", "群众反映"


class ProblemArea(Term):
    """问题分类: the six checklist areas and three others (domain.md 9.1)."""

    A = "A", "政治建设"
    B = "B", "组织基础"
    C = "C", "党员教育管理"
    D = "D", "融合发展"
    E = "E", "党管安全"
    F = "F", "党风廉政"
    BOARD = "board", "班子建设"
    PRODUCTION = "production", "生产经营"
    OTHER = "other", "其他"


class Severity(Term):
    """严重程度 (domain.md 9.1)."""

    ORDINARY = "ordinary", "一般"
    SERIOUS = "serious", "较重"
    GRAVE = "grave", "突出"


class RectificationKind(Term):
    """整改类型 (domain.md 9.1)."""

    IMMEDIATE = "immediate", "立行立改"
    DEADLINE = "deadline", "限期整改"
    STAGED = "staged", "分阶段"
    STANDING = "standing", "长期坚持", "长期"


class RectificationStatus(Term):
    """销号状态, always derived from events (domain.md 9.2)."""

    REGISTERED = "registered", "待认领"
    RECTIFYING = "rectifying", "整改中"
    PENDING = "pending", "待验收"
    CLOSED = "closed", "已销号"
    STANDING = "standing", "持续整改"
    SUSPENDED = "suspended", "暂缓"
    MERGED = "merged", "并案"
    VOID = "void", "作废"


class RectificationEventType(Term):
    """台账事件 (domain.md 9.2): each row of rectification_events moves the status or records progress."""

    ACCEPT = "accept", "认领"
    PROGRESS = "progress", "进展"
    SUBMIT = "submit", "提交验收"
    REJECT = "reject", "退回"
    CLOSE = "close", "销号"
    REOPEN = "reopen", "重启"
    EXTEND_APPLY = "extend_apply", "申请延期"
    EXTEND_APPROVE = "extend_approve", "批准延期"
    STAND = "stand", "转持续整改"
    SUSPEND = "suspend", "暂缓"
    RESUME = "resume", "恢复"
    MERGE = "merge", "并案"
    VOID = "void", "作废"
    NOTICE = "notice", "督办"


class Light(Term):
    """预警灯 (domain.md 9.4), computed from `as_of`, never typed."""

    GREY = "grey", "已销号"
    BLUE = "blue", "待验收"
    GREEN = "green", "正常"
    AMBER = "amber", "临期"
    RED = "red", "逾期"
