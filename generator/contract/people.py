"""The unit in a year, its board, and what the board reported (domain.md 2, 5.2)."""

from decimal import Decimal

from generator.contract.fields import (
    Audience,
    Block,
    Choice,
    Date,
    Document,
    Field,
    Flag,
    Identifier,
    Integer,
    Number,
    ProblemNumber,
    Several,
    Table,
    Text,
    UnitId,
)
from generator.model.terms import (
    FocusArea,
    ReportKind,
    ReportMode,
    ReportVisibility,
    Verified,
    VerifyMethod,
)

PROFILES = Table(
    "profiles",
    "单位概况",
    "单位在本年度的基本情况，每个参加考核的单位一行；列在这里的单位才参加本年度考核。",
    (
        Field("unit_id", "单位编号", UnitId(), "参加考核的单位。"),
        Field("group", "本年组别", Text(20), "本年度的考核组别，与单位表相同则空。", required=False),
        Field("party_members", "党员数", Integer(0, 99999), "年末党员人数。"),
        Field("employees", "职工数", Integer(1, 999999), "年末职工人数。"),
        Field("board_posts", "班子职数", Integer(1, 30), "核定的班子职数。"),
        Field("board_filled", "班子配备", Integer(0, 30), "实际配备的班子成员人数。"),
        Field("board_age", "班子平均年龄", Number(Decimal(20), Decimal(70)), "班子成员的平均年龄。"),
        Field("has_committee", "设支委会", Flag(), "是否设支部委员会。"),
        Field("has_party_groups", "设党小组", Flag(), "是否设党小组。"),
        Field(
            "ungraded_reason",
            "不定等次原因",
            Text(100),
            "不参加评定等次的原因，参加评定则空。",
            required=False,
        ),
        Field(
            "one_line",
            "一句话画像",
            Text(40),
            "考核组对单位的一句话评价。",
            required=False,
            audience=Audience.LEADERS,
        ),
    ),
    key=("unit_id",),
    required=True,
)

LEADERS = Table(
    "leaders",
    "班子成员",
    "各单位班子成员，每人一行，按班子排序。",
    (
        Field(
            "person_id",
            "人员编号",
            Identifier(),
            "人员在系统中的编号，不是身份证号。",
            audience=Audience.LEADERS,
        ),
        Field("unit_id", "单位编号", UnitId(), "所在的单位。"),
        Field("name", "姓名", Text(20), "姓名。", personal=True, audience=Audience.LEADERS),
        Field("position", "职务", Text(40), "年末担任的职务。"),
        Field("portfolio", "分管工作", Text(100), "分管的工作。", required=False),
        Field("in_post_since", "任职时间", Date(), "任现职的日期。", audience=Audience.LEADERS),
        Field("order", "排序", Integer(1, 99), "在班子中的排序。"),
    ),
    key=("person_id",),
)

CLAIM = Block(
    (
        Field("id", "事项编号", Identifier(), "述职事项的编号。"),
        Field("metric", "指标", Text(40), "用什么指标说明。"),
        Field("value", "数值", Number(least=None), "本年的数值。"),
        Field("unit", "单位", Text(10), "数值的单位，例如 %、万吨、项。"),
        Field("target", "目标", Number(least=None), "本年的目标。", required=False),
        Field("last_year", "上年", Number(least=None), "上年的数值。", required=False),
        Field("evidence", "证据", Several(Text(60)), "证明材料的名称。"),
        Field(
            "verified",
            "核实结论",
            Choice(Verified),
            "考核组核实的结论。",
            required=False,
            audience=Audience.GROUP,
        ),
        Field(
            "verified_by",
            "核实人",
            Text(20),
            "核实人的姓名。",
            required=False,
            personal=True,
            audience=Audience.GROUP,
        ),
        Field(
            "method",
            "核实方式",
            Choice(VerifyMethod),
            "核实的方式。",
            required=False,
            audience=Audience.GROUP,
        ),
    )
)

HIGHLIGHT = Block(
    (
        Field("text", "表述", Text(300), "成效亮点的表述。"),
        Field("claims", "数据", Several(CLAIM, least=1), "支撑表述的数据，至少一项。"),
    )
)

SHORTCOMING = Block(
    (
        Field("id", "短板编号", Identifier(), "短板的编号，根源和举措用它对应。"),
        Field("text", "表述", Text(300), "短板不足的表述。"),
        Field("issue_id", "转入问题", ProblemNumber(), "转入台账的问题编号。", required=False),
    )
)

CAUSE = Block(
    (
        Field("shortcoming", "短板编号", Identifier(), "对应的短板。"),
        Field("text", "表述", Text(300), "问题根源。"),
    )
)

MEASURE = Block(
    (
        Field("shortcoming", "短板编号", Identifier(), "对应的短板。"),
        Field("text", "表述", Text(300), "方向举措。"),
        Field("owner", "责任人", Text(40), "由谁负责，填职务。"),
        Field("due_on", "完成时间", Date(), "什么时候完成。", required=False),
    )
)

REPORT_AREA = Block(
    (
        Field("area", "重点领域", Choice(FocusArea), "六个重点领域之一。"),
        Field("highlights", "成效亮点", Several(HIGHLIGHT), "这一领域的成效亮点。"),
        Field("shortcomings", "短板不足", Several(SHORTCOMING), "这一领域的短板不足。", required=False),
        Field("causes", "问题根源", Several(CAUSE), "短板的根源。", required=False),
        Field("measures", "方向举措", Several(MEASURE), "改进的方向和举措。", required=False),
    )
)

REPORT = Block(
    (
        Field("id", "报告编号", Identifier(), "报告的编号，例如 R-2025-U03。"),
        Field("kind", "类别", Choice(ReportKind), "述职报告的类别。"),
        Field("person", "报告人", Text(20), "报告人的姓名。", personal=True, audience=Audience.LEADERS),
        Field("position", "职务", Text(40), "报告人的职务。"),
        Field("portfolio", "分管工作", Text(100), "报告人分管的工作。", required=False),
        Field("mode", "述职方式", Choice(ReportMode), "现场述职或书面述职。"),
        Field("given_on", "述职时间", Date(), "述职的日期。"),
        Field("visibility", "公开方式", Choice(ReportVisibility), "摘要对谁公开。"),
        Field("reviewed_by", "保密审查", Text(30), "做保密审查的部门。", required=False),
        Field(
            "approved_by",
            "审批",
            Text(30),
            "批准公开的部门，未批准则空。",
            required=False,
            rule="为空时摘要不对职工公开。",
        ),
        Field(
            "shortcomings_approved",
            "短板公开",
            Flag(),
            "短板、根源和举措是否批准对职工公开。",
            required=False,
        ),
        Field("integrity", "廉洁声明", Several(Text(100)), "廉洁自律声明，不写个人隐私。", required=False),
        Field("areas", "重点领域", Several(REPORT_AREA, least=6, most=6), "六个重点领域，每个一次。"),
    )
)

REPORTS = Document(
    "reports",
    "述职报告",
    "每个单位一个文件，文件名是单位编号。",
    (
        Field("unit_id", "单位编号", UnitId(), "报告的单位，与文件名一致。"),
        Field("reports", "报告", Several(REPORT, least=1), "该单位的述职报告。"),
    ),
    many=True,
)
