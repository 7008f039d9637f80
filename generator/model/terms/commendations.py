"""Words about commendations and cases (domain.md 8)."""

from generator.model.terms.term import Term


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
