"""Words about reports and how they were verified (domain.md 2, 5.1)."""

from generator.model.terms.term import Term


class FocusArea(Term):
    """述职重点领域 (domain.md 2.2)."""

    POLITICAL = "political", "政治建设铸魂"
    PRODUCTION = "production", "生产经营攻坚"
    TRANSFORM = "transform", "转型发展突破"
    SAFETY = "safety", "安全稳定护航"
    INTEGRITY = "integrity", "党风廉政守底线"
    DUAL_DUTY = "dual_duty", "“一岗双责”落实", '"一岗双责"落实', "一岗双责落实"


class ReportKind(Term):
    """述职报告类别 (domain.md 2.1)."""

    BOARD = "board", "班子述职"
    PERSON = "person", "个人述职述廉"
    PARTY = "party", "党建述职"
    WRITTEN = "written", "书面述职"


class ReportMode(Term):
    """述职方式 (domain.md 2.1)."""

    SPOKEN = "spoken", "现场"
    WRITTEN = "written", "书面"


class ReportVisibility(Term):
    """述职报告公开方式 (domain.md 2.1)."""

    STAFF = "staff", "全体职工"
    UNIT = "unit", "本单位"
    LEADERS = "leaders", "公司领导"
    GROUP = "group", "考核组"


class Verified(Term):
    """述职事项核实结论 (domain.md 2.3)."""

    UNCHECKED = "unchecked", "未核"
    TRUE = "true", "属实"
    MOSTLY = "mostly", "基本属实"
    FALSE = "false", "不属实"
    UNVERIFIABLE = "unverifiable", "无法核实"


class VerifyMethod(Term):
    """核实方式 (domain.md 5.1)."""

    INTERVIEW = "interview", "个别谈话"
    DOCUMENT = "document", "查阅资料"
    SITE = "site", "实地查看"
    EXTENDED = "extended", "延伸了解"


class Finding(Term):
    """核实结论 (domain.md 5.1)."""

    TRUE = "true", "属实"
    MOSTLY = "mostly", "基本属实"
    FALSE = "false", "不属实"
    MORE = "more", "需进一步核实"


class WhoClass(Term):
    """谈话对象类别 (domain.md 5.1)."""

    BOARD = "board", "班子成员"
    MIDDLE = "middle", "中层"
    PARTY_MEMBER = "party_member", "党员"
    WORKER = "worker", "职工代表"
    RETIRED = "retired", "离退休"
    CUSTOMER = "customer", "服务对象"
