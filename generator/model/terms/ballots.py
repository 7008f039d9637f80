"""Words about democratic evaluation (domain.md 3)."""

from generator.model.terms.term import Term


class Dimension(Term):
    """民主测评维度 (domain.md 0, 3.3)."""

    POLITICAL = "political", "政治素质"
    DUTY = "duty", "履职能力"
    PERFORMANCE = "performance", "工作实绩"
    CONDUCT = "conduct", "作风形象"
    INTEGRITY = "integrity", "党风廉政建设", "党风廉政"
    OVERALL = "overall", "总体评价"


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
