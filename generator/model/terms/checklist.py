"""Words about the indicator system (domain.md 6.1, 10.2)."""

from generator.model.terms.term import Term


class ActionKind(Term):
    """指标动作类别 (domain.md 6.1)."""

    REQUIRED = "required", "规定动作"
    INNOVATIVE = "innovative", "创新举措"


class Scoring(Term):
    """指标计分方式 (domain.md 6.1)."""

    DEDUCT = "deduct", "扣分制"
    PASS = "pass", "达标制"
    RATIO = "ratio", "比例制"
    BAND = "band", "分档制"


class Frequency(Term):
    """频次要求 (domain.md 6.1)."""

    MONTH = "month", "月"
    QUARTER = "quarter", "季"
    HALF_YEAR = "half_year", "半年"
    YEAR = "year", "年"
    AS_NEEDED = "as_needed", "适时"


class EvidenceType(Term):
    """证据类型 (domain.md 6.1)."""

    LEDGER = "ledger", "工作台账"
    MINUTES = "minutes", "会议记录"
    FILE = "file", "文件资料"
    RESULT = "result", "成果展示"
    DATA = "data", "业务数据"
    SITE = "site", "现场"


class Condition(Term):
    """指标适用条件 (domain.md 6.1)."""

    ALWAYS = "always", "全部适用"
    HAS_COMMITTEE = "has_committee", "设支委会"
    HAS_PARTY_GROUPS = "has_party_groups", "设党小组"


class CheckMethod(Term):
    """指标检查方法 (domain.md 6.1)."""

    DOCUMENT = "document", "查阅资料"
    SITE = "site", "实地查看"
    INTERVIEW = "interview", "个别谈话"
    DATA = "data", "数据引用"


class CheckStatus(Term):
    """检查结论 (domain.md 6.1)."""

    MET = "met", "符合"
    PARTLY = "partly", "基本符合"
    UNMET = "unmet", "不符合"
    NOT_APPLICABLE = "not_applicable", "不适用"


class LinkRelation(Term):
    """指标沿革关系 (domain.md 10.2)."""

    SAME = "same", "相同"
    RENAMED = "renamed", "更名"
    REWORDED = "reworded", "改写"
    SPLIT = "split", "拆分"
    MERGED = "merged", "合并"
    MOVED = "moved", "移动"
    NEW = "new", "新增"
    REMOVED = "removed", "取消"


class LedgerRate(Term):
    """台账比率 a leaf may be computed from, as F3.2 from last year's ledger (domain.md 6.2, 9.5)."""

    CLOSED_ON_TIME = "closed_on_time", "按期销号率"
    CLOSED = "closed", "销号率"
    COMPLETED = "completed", "整改完成率"
