"""The closed word lists of the assessment: each term has an English identifier and its Chinese word.

Data files may hold either; code compares members, pages print `label`. Source: domain.md, the section named
at each list.
"""

from __future__ import annotations

from enum import Enum


class Term(Enum):
    """Base of every closed list; a member is `NAME = "identifier", "中文", *other accepted words`."""

    label: str
    """The Chinese word, as printed."""
    synonyms: tuple[str, ...]
    """Other words accepted on input, never printed."""

    def __new__(cls, identifier: str, label: str, *synonyms: str) -> Term:
        """Keep the identifier as the value and the words beside it."""
        member = object.__new__(cls)
        member._value_ = identifier
        member.label = label
        member.synonyms = synonyms
        return member


class UnitKind(Term):
    """单位类别 (domain.md 10.3)."""

    GRASSROOTS = "grassroots", "基层单位"
    DEPARTMENT = "department", "机关部门"
    PROJECT = "project", "项目部"


class UnitEventType(Term):
    """单位沿革事项 (domain.md 10.3)."""

    RENAME = "rename", "更名"
    MERGE = "merge", "合并"
    SPLIT = "split", "拆分"
    NEW = "new", "新设"
    DISSOLVE = "dissolve", "撤销"
    TRANSFER = "transfer", "划转"
    RECLASS = "reclass", "调整类别"


class PartyOrganisation(Term):
    """党组织形式 (domain.md 10.3)."""

    COMMITTEE = "committee", "党委"
    GENERAL_BRANCH = "general_branch", "党总支"
    BRANCH = "branch", "党支部"
    JOINT_BRANCH = "joint_branch", "联合党支部"


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


class Component(Term):
    """综合得分构成 (domain.md 7.1)."""

    BALLOT = "ballot", "民主测评"
    SUPERIOR = "superior", "上级评价"
    PARTY = "party", "党建考核"
    KPI = "kpi", "经营业绩"


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


class Dimension(Term):
    """民主测评维度 (domain.md 0, 3.3)."""

    POLITICAL = "political", "政治素质"
    DUTY = "duty", "履职能力"
    PERFORMANCE = "performance", "工作实绩"
    CONDUCT = "conduct", "作风形象"
    INTEGRITY = "integrity", "党风廉政建设", "党风廉政"
    OVERALL = "overall", "总体评价"


class TargetKind(Term):
    """测评和评定对象 (domain.md 3.3)."""

    BOARD = "board", "班子", "领导班子"
    PERSON = "person", "个人", "班子成员"


class Abstain(Term):
    """弃权票处理 (domain.md 3.2)."""

    EXCLUDE = "exclude", "不计入"
    ZERO = "zero", "计零分"
    MIN_GRADE = "min_grade", "计最低档"


class MissingClass(Term):
    """某票种无有效票时的处理 (domain.md 3.4)."""

    RENORMALISE = "renormalise", "按比例分摊"
    FAIL = "fail", "不予计算"


class PointsTable(Term):
    """等次折分办法 (domain.md 3.2)."""

    GRADES = "grades", "等次折分"
    TIER = "tier", "得票率分档"
    DIRECT = "direct", "直接打分"


class Rounding(Term):
    """优秀名额取整 (domain.md 7.3)."""

    FLOOR = "floor", "舍去"
    ROUND = "round", "四舍五入"
    CEIL = "ceil", "进位"


class BoardGrade(Term):
    """班子综合等次, best first (domain.md 7.2); 不定等次 is outside the order."""

    EXCELLENT = "excellent", "优秀", "优", "优秀等次"
    GOOD = "good", "良好", "良", "良好等次"
    FAIR = "fair", "一般", "一般等次"
    POOR = "poor", "较差", "差", "较差等次"
    UNGRADED = "ungraded", "不定等次"


class PersonGrade(Term):
    """个人年度考核等次, best first (domain.md 3.1)."""

    EXCELLENT = "excellent", "优秀"
    COMPETENT = "competent", "称职", "合格"
    BASIC = "basic", "基本称职", "基本合格"
    INCOMPETENT = "incompetent", "不称职", "不合格"
    UNGRADED = "ungraded", "不定等次"


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


class VerifyMethod(Term):
    """核实方式 (domain.md 5.1)."""

    INTERVIEW = "interview", "个别谈话"
    DOCUMENT = "document", "查阅资料"
    SITE = "site", "实地查看"
    EXTENDED = "extended", "延伸了解"


class CheckMethod(Term):
    """指标检查方法 (domain.md 6.1)."""

    DOCUMENT = "document", "查阅资料"
    SITE = "site", "实地查看"
    INTERVIEW = "interview", "个别谈话"
    DATA = "data", "数据引用"


class Finding(Term):
    """核实结论 (domain.md 5.1)."""

    TRUE = "true", "属实"
    MOSTLY = "mostly", "基本属实"
    FALSE = "false", "不属实"
    MORE = "more", "需进一步核实"


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


class AdjustmentKind(Term):
    """加分、扣分与否决 (domain.md 6.3)."""

    BONUS = "bonus", "加分"
    PENALTY = "penalty", "扣分"
    VETO = "veto", "否决"


class CommendationType(Term):
    """表彰类别 (domain.md 8.1), in official order."""

    ADVANCED_UNIT = "advanced_unit", "先进集体"
    EXCELLENT_BOARD = "excellent_board", "优秀基层领导班子"
    ADVANCED_PARTY_ORG = "advanced_party_org", "先进基层党组织"
    ADVANCED_BRANCH = "advanced_branch", "先进党支部"
    ADVANCED_PARTY_GROUP = "advanced_party_group", "先进党小组"
    MODEL_BRANCH = "model_branch", "示范党支部"
    SAFETY_UNIT = "safety_unit", "安全生产先进单位"
    EXCELLENT_LEADER = "excellent_leader", "优秀领导人员"
    ADVANCED_PERSON = "advanced_person", "先进个人"
    EXCELLENT_MEMBER = "excellent_member", "优秀共产党员"
    EXCELLENT_PARTY_WORKER = "excellent_party_worker", "优秀党务工作者"
    EXCELLENT_SECRETARY = "excellent_secretary", "优秀党支部书记"
    INNOVATION_CASE = "innovation_case", "党建创新案例"
    EXCELLENT_PROJECT = "excellent_project", "优秀党建项目"
    GOLDEN_IDEA = "golden_idea", "金点子"


class CommendationLevel(Term):
    """表彰层级 (domain.md 8.2)."""

    COMPANY = "company", "公司"
    CORPORATION = "corporation", "集团"
    PROVINCE = "province", "省部"
    NATION = "nation", "国家"


class RecipientKind(Term):
    """表彰对象类别 (domain.md 8.2)."""

    COLLECTIVE = "collective", "集体"
    PERSON = "person", "个人"
    CASE = "case", "案例"


class CommendationStatus(Term):
    """表彰状态 (domain.md 8.2)."""

    RECOMMENDED = "recommended", "推荐"
    REVIEWED = "reviewed", "审核"
    IN_NOTICE = "in_notice", "公示中"
    NOTICE_ENDED = "notice_ended", "公示结束"
    COMMENDED = "commended", "已表彰"
    REVOKED = "revoked", "撤销"
    DISPUTED = "disputed", "有异议待查"


class CaseStatus(Term):
    """案例状态 (domain.md 8.3)."""

    SUBMITTED = "submitted", "申报"
    SELECTED = "selected", "入选"
    PROMOTED = "promoted", "推广"
    ARCHIVED = "archived", "归档"


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


class RecommendationKind(Term):
    """推荐类型 (domain.md 4.1)."""

    MEETING = "meeting", "会议投票推荐"
    TALK = "talk", "谈话推荐"
    ORGANISATION = "organisation", "单位党组织推荐"


class RecommendationLevel(Term):
    """推荐职务层级 (domain.md 4.1)."""

    PRINCIPAL = "principal", "正职后备"
    DEPUTY = "deputy", "副职后备"
    YOUNG = "young", "优秀年轻干部"


class WhoClass(Term):
    """谈话对象类别 (domain.md 5.1)."""

    BOARD = "board", "班子成员"
    MIDDLE = "middle", "中层"
    PARTY_MEMBER = "party_member", "党员"
    WORKER = "worker", "职工代表"
    RETIRED = "retired", "离退休"
    CUSTOMER = "customer", "服务对象"


class ItemAudience(Term):
    """公开口径 of one data item in `scheme.yml: publication` (domain.md 4.3)."""

    STAFF = "staff", "全体职工"
    LEADERS = "leaders", "公司领导"
    GROUP = "group", "考核组"
    NONE = "none", "不公开"


class ObjectionResult(Term):
    """异议核查结论 (domain.md 8.2)."""

    TRUE = "true", "属实"
    FALSE = "false", "不属实"
    OPEN = "open", "核查中"


class PublicationItem(Term):
    """公开口径的数据项: the rows of the visibility matrix (domain.md 4.3)."""

    SCHEME = "scheme", "考核方案与日程"
    UNITS = "units", "单位名称与班子分工"
    REPORT_SUMMARY = "report_summary", "述职报告摘要"
    REPORT_FULL = "report_full", "述职报告全文"
    BALLOT_TOTAL = "ballot_total", "班子测评总分"
    BALLOT_DIMENSIONS = "ballot_dimensions", "班子测评分维度"
    BALLOT_CLASSES = "ballot_classes", "分票种测评"
    PERSON_SCORES = "person_scores", "个人测评得分"
    PERSON_EXCELLENT = "person_excellent", "个人等次优秀"
    PERSON_COMPETENT = "person_competent", "个人等次称职"
    PERSON_LOWER = "person_lower", "个人等次基本称职及以下"
    RECOMMENDATIONS = "recommendations", "干部推荐"
    INTERVIEWS = "interviews", "个别谈话"
    PORTRAIT = "portrait", "画像"
    CHECKLIST = "checklist", "党建指标得分"
    DEDUCTIONS = "deductions", "逐项扣分"
    PRELIMINARY = "preliminary", "初步反馈意见"
    GRADES = "grades", "审定等次"
    COMPOSITE = "composite", "综合得分与位次"
    VETO = "veto", "一票否决"
    COMMENDATIONS = "commendations", "通报表彰与案例"
    RECTIFICATIONS = "rectifications", "问题台账"
    SENSITIVE = "sensitive", "敏感问题"


class LedgerRate(Term):
    """台账比率 a leaf may be computed from, as F3.2 from last year's ledger (domain.md 6.2, 9.5)."""

    CLOSED_ON_TIME = "closed_on_time", "按期销号率"
    CLOSED = "closed", "销号率"
    COMPLETED = "completed", "整改完成率"
