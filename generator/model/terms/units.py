"""Words about units and their history (domain.md 10.3)."""

from generator.model.terms.term import Term


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
