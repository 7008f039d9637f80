"""Words about components, grades and adjustments (domain.md 3.1, 6.3, 7)."""

from generator.model.terms.term import Term


class Component(Term):
    """综合得分构成 (domain.md 7.1)."""

    BALLOT = "ballot", "民主测评"
    SUPERIOR = "superior", "上级评价"
    PARTY = "party", "党建考核"
    KPI = "kpi", "经营业绩"


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


class Rounding(Term):
    """优秀名额取整 (domain.md 7.3)."""

    FLOOR = "floor", "舍去"
    ROUND = "round", "四舍五入"
    CEIL = "ceil", "进位"


class AdjustmentKind(Term):
    """加分、扣分与否决 (domain.md 6.3)."""

    BONUS = "bonus", "加分"
    PENALTY = "penalty", "扣分"
    VETO = "veto", "否决"


class TargetKind(Term):
    """测评和评定对象 (domain.md 3.3)."""

    BOARD = "board", "班子", "领导班子"
    PERSON = "person", "个人", "班子成员"
