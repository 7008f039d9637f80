"""Words only the assessment group needs (domain.md 4.1)."""

from generator.model.terms.term import Term


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


class ObjectionResult(Term):
    """异议核查结论 (domain.md 8.2)."""

    TRUE = "true", "属实"
    FALSE = "false", "不属实"
    OPEN = "open", "核查中"
