"""Words about who may see what (domain.md 4.3)."""

from generator.model.terms.term import Term


class ItemAudience(Term):
    """公开口径 of one data item in `scheme.yml: publication` (domain.md 4.3)."""

    STAFF = "staff", "全体职工"
    LEADERS = "leaders", "公司领导"
    GROUP = "group", "考核组"
    NONE = "none", "不公开"


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
