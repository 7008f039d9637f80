"""The assessment cycle of a year: who assesses, when, and how far it has come (domain.md 1.1–1.4)."""

from generator.contract.fields import (
    Block,
    Choice,
    Date,
    Document,
    Field,
    Identifier,
    Integer,
    Moment,
    Several,
    Text,
    UnitId,
    Year,
)
from generator.model.terms import CycleStatus, GroupDuty, StepType

MEMBER = Block(
    (
        Field("name", "姓名", Text(20), "考核组成员的姓名。", personal=True),
        Field("dept", "部门", Text(30), "成员所在的部门。"),
        Field("duty", "职责", Choice(GroupDuty), "成员在考核组承担的职责。"),
    )
)

TEAM = Block(
    (
        Field("team_no", "分组", Integer(1, 99), "分组的序号。"),
        Field("leader", "组长", Text(20), "分组组长的姓名。", personal=True),
        Field("units", "负责单位", Several(UnitId(), least=1), "该组负责的单位，每个单位只属于一个组。"),
        Field("date_from", "开始日期", Date(), "该组进驻检查的第一天。"),
        Field("date_to", "结束日期", Date(), "该组检查的最后一天。"),
    )
)

RECUSAL = Block(
    (
        Field("person", "回避人", Text(20), "应当回避的成员姓名。", personal=True),
        Field("unit_id", "回避单位", UnitId(), "该成员不参加检查的单位。"),
        Field("reason", "原因", Text(100), "回避的原因。"),
    )
)

GROUP = Block(
    (
        Field("lead", "组长", Text(40), "考核组组长的职务和姓名。", personal=True),
        Field("deputies", "副组长", Several(Text(40)), "副组长的职务和姓名。", personal=True),
        Field("members", "成员", Several(MEMBER), "考核组成员。"),
        Field("teams", "分组", Several(TEAM), "考核组的各个分组。"),
        Field("recusals", "回避", Several(RECUSAL), "成员的回避事项。", required=False),
    )
)

STEP = Block(
    (
        Field("step_type", "步骤", Choice(StepType), "步骤的种类。"),
        Field("title", "名称", Text(60), "步骤的名称。"),
        Field("planned_from", "计划开始", Date(), "计划开始的日期。"),
        Field("planned_to", "计划结束", Date(), "计划结束的日期。"),
        Field("actual_from", "实际开始", Date(), "实际开始的日期，尚未开始则空。", required=False),
        Field("actual_to", "实际结束", Date(), "实际结束的日期，尚未结束则空。", required=False),
        Field("place", "地点", Text(60), "进行的地点。", required=False),
        Field("owner_dept", "牵头部门", Text(30), "牵头的部门。"),
        Field("participants", "参加范围", Text(100), "参加人员的范围。", required=False),
        Field("docs", "材料", Several(Text(60)), "产生的材料名称。", required=False),
    )
)

CYCLE = Document(
    "cycle",
    "考核周期",
    "本年度考核的名称、时间、进度、考核组和实施步骤。",
    (
        Field("year", "考核年度", Year(), "被考核的年度，与文件夹名一致，不是开会的年份。"),
        Field("title", "考核名称", Text(60), "考核的全称。"),
        Field("held_from", "开始日期", Date(), "考核实施的第一天。"),
        Field("held_to", "结束日期", Date(), "考核实施的最后一天。"),
        Field("scheme_id", "方案编号", Identifier(), "采用的考核方案编号，与方案文件一致。"),
        Field("status", "状态", Choice(CycleStatus), "考核进行到哪一步。"),
        Field("decision_doc", "审定文号", Text(40), "党委审定结果的文件编号。", required=False),
        Field(
            "decided_on",
            "审定日期",
            Date(),
            "党委审定的日期，未审定则空。",
            required=False,
            rule="为空时不得出现审定等次、位次和表彰（E123）。",
        ),
        Field("as_of", "数据截至", Moment(), "数据截止的时间，印在每一页上。"),
        Field("group", "考核组", GROUP, "专项考核组的组成。"),
        Field("steps", "实施步骤", Several(STEP, least=1), "考核的各个步骤，按先后排列。"),
    ),
    required=True,
)
