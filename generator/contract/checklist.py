"""The indicator system and what the checkers found (domain.md 5.1, 6.1, 10.2)."""

from decimal import Decimal

from generator.contract.fields import (
    Audience,
    Choice,
    Date,
    Field,
    Identifier,
    Integer,
    LeafCode,
    Number,
    Percent,
    ProblemNumber,
    Several,
    Table,
    Text,
    UnitId,
)
from generator.model.terms import (
    ActionKind,
    CheckMethod,
    CheckStatus,
    Condition,
    EvidenceType,
    Finding,
    Frequency,
    LedgerRate,
    LinkRelation,
    Scoring,
    VerifyMethod,
    WhoClass,
)

POINTS = Number(most=Decimal(100))

INDICATORS = Table(
    "indicators",
    "指标体系",
    "党建考核评价指标体系的三级指标，每个指标一行，按次序排列。",
    (
        Field("code", "指标代码", LeafCode(), "三级指标的代码，例如 B2.1，首字母是一级指标。"),
        Field("l2", "二级指标", Text(30), "所属二级指标的名称。"),
        Field("name", "指标名称", Text(40), "三级指标的名称。"),
        Field("points", "分值", POINTS, "指标的满分。", rule="全部指标合计 100 分（E107）。"),
        Field("action_kind", "动作类别", Choice(ActionKind), "规定动作或创新举措。"),
        Field("scoring", "计分方式", Choice(Scoring), "扣分制、达标制、比例制或分档制。"),
        Field("requirement", "考核要求", Text(300), "指标要求做到什么。"),
        Field("frequency", "频次", Choice(Frequency), "要求的频次。"),
        Field("evidence", "证据类型", Several(Choice(EvidenceType), least=1), "检查时看哪些证据。"),
        Field("method", "检查方法", Several(Choice(CheckMethod), least=1), "用什么方法检查。"),
        Field("owner_dept", "责任部门", Text(20), "负责检查的部门。"),
        Field("applies_if", "适用条件", Choice(Condition), "指标适用于哪些单位。"),
        Field(
            "ledger_rate",
            "取自台账",
            Choice(LedgerRate),
            "得分由上年整改台账的哪项比率计算，一般为空。",
            required=False,
        ),
    ),
    key=("code",),
    required=True,
)

INDICATOR_RULES = Table(
    "indicator_rules",
    "扣分规则",
    "各指标的扣分规则或档次，每条一行。",
    (
        Field("code", "指标代码", LeafCode(), "规则所属的指标。"),
        Field("rule", "规则序号", Integer(1, 99), "规则在该指标内的序号。"),
        Field("when", "情形", Text(60), "什么情形下扣分，或达到什么档次。"),
        Field("minus", "扣分", POINTS, "每次扣多少分，分档制填与满分的差。"),
        Field("per", "计量", Text(10), "按次、项、人还是条计算。", required=False),
        Field("cap", "扣分上限", POINTS, "该规则最多扣多少分，不限则空。", required=False),
    ),
    key=("code", "rule"),
)

CROSSWALK = Table(
    "crosswalk",
    "指标沿革",
    "本年指标与上年指标的对应关系，每个对应一行。",
    (
        Field("code_from", "上年代码", LeafCode(), "上年的指标代码，新增指标则空。", required=False),
        Field("code_to", "本年代码", LeafCode(), "本年的指标代码，取消的指标则空。", required=False),
        Field("relation", "关系", Choice(LinkRelation), "两个指标的关系。"),
        Field("note", "说明", Text(200), "需要说明的情况。", required=False),
    ),
    key=("code_from", "code_to"),
)

CHECKS = Table(
    "checks",
    "检查结果",
    "每个单位每个指标的检查结果，每个结果一行。",
    (
        Field("unit_id", "单位编号", UnitId(), "被检查的单位。"),
        Field("code", "指标代码", LeafCode(), "检查的指标。"),
        Field("status", "结论", Choice(CheckStatus), "符合、基本符合、不符合或不适用。"),
        Field(
            "ratio",
            "完成率",
            Percent(most=Decimal(2)),
            "比例制指标的完成率，带百分号。",
            required=False,
            rule="比例制必填，其他计分方式不填（E120）。",
        ),
        Field(
            "earned",
            "得分",
            POINTS,
            "考核组认定的得分，不适用则空。",
            required=False,
            rule="不超过分值；扣分制等于分值减去扣分合计，扣完为止（E120）。",
        ),
        Field("self_score", "自评得分", POINTS, "单位自评的得分。", required=False, audience=Audience.GROUP),
        Field("checker", "检查人", Text(20), "检查人的姓名。", personal=True, audience=Audience.GROUP),
        Field("checked_on", "检查日期", Date(), "检查的日期。"),
        Field("note", "说明", Text(300), "不适用的原因或其他说明。", required=False),
        Field("appeal", "申诉", Text(300), "单位的申诉。", required=False, audience=Audience.LEADERS),
        Field("reply", "申诉答复", Text(300), "对申诉的答复。", required=False, audience=Audience.LEADERS),
        Field("issue_id", "转入问题", ProblemNumber(), "转入台账的问题编号。", required=False),
    ),
    key=("unit_id", "code"),
)

DEDUCTIONS = Table(
    "deductions",
    "扣分明细",
    "每次扣分的原因，每个原因一行。",
    (
        Field("unit_id", "单位编号", UnitId(), "被扣分的单位。"),
        Field("code", "指标代码", LeafCode(), "扣分的指标。"),
        Field("rule", "规则序号", Integer(1, 99), "依据该指标的第几条规则。"),
        Field("times", "次数", Integer(1, 999), "发生了几次、几项或几人。"),
        Field(
            "minus", "扣分", POINTS, "一共扣多少分。", rule="等于次数乘以规则的扣分，不超过规则上限（E120）。"
        ),
        Field("reason", "扣分原因", Text(300, min_length=6), "具体原因，不少于六个字。"),
        Field("evidence", "依据", Text(100), "查看的台账、记录或文件。"),
    ),
    key=("unit_id", "code", "rule", "reason"),
)

VERIFICATIONS = Table(
    "verifications",
    "核实记录",
    "个别谈话、查阅资料、实地查看和延伸了解的汇总，每次一行，不写谈话人姓名。",
    (
        Field("id", "记录编号", Identifier(), "核实记录的编号。"),
        Field("unit_id", "单位编号", UnitId(), "核实的单位。"),
        Field("method", "方式", Choice(VerifyMethod), "核实的方式。"),
        Field("date", "日期", Date(), "核实的日期。"),
        Field("place", "地点", Text(40), "核实的地点。"),
        Field(
            "checkers",
            "核实人",
            Several(Text(20), least=2),
            "参与核实的考核组成员，不少于两人。",
            personal=True,
        ),
        Field("who_class", "谈话对象", Choice(WhoClass), "谈话对象的类别。", required=False),
        Field("n", "谈话人数", Integer(1, 999), "谈话的人数。", required=False),
        Field("sample", "抽查样本", Text(100), "抽查了什么、多少。", required=False),
        Field("claim_ids", "印证事项", Several(Identifier()), "印证的述职事项编号。", required=False),
        Field("finding", "结论", Choice(Finding), "核实的结论。"),
        Field("notes", "摘录", Text(300), "优点和问题的摘录，只给考核组看。", required=False),
        Field("issue_id", "转入问题", ProblemNumber(), "转入台账的问题编号。", required=False),
    ),
    key=("id",),
    audience=Audience.GROUP,
)
