"""What makes the result besides ballots and checks, and what was decided (domain.md 6.3, 7)."""

from decimal import Decimal

from generator.contract.fields import (
    Audience,
    Choice,
    Date,
    Field,
    Identifier,
    Number,
    Several,
    Table,
    Text,
    UnitId,
    Year,
)
from generator.model.terms import AdjustmentKind, BoardGrade, Component, PersonGrade, TargetKind

COMPONENTS = Table(
    "components",
    "构成得分",
    "上级评价、经营业绩等直接录入的构成得分，每项一行；民主测评和党建考核由系统计算。",
    (
        Field("unit_id", "单位编号", UnitId(), "被评价的单位。"),
        Field("component", "构成", Choice(Component), "上级评价或经营业绩。"),
        Field("score", "得分", Number(most=Decimal(120)), "百分制得分。"),
        Field("source", "来源", Text(60), "得分的来源文件。"),
    ),
    key=("unit_id", "component"),
    audience=Audience.LEADERS,
)

ADJUSTMENTS = Table(
    "adjustments",
    "加减分与否决",
    "加分、扣分和一票否决，每件事一行。",
    (
        Field("id", "编号", Identifier(), "事项的编号。"),
        Field("unit_id", "单位编号", UnitId(), "涉及的单位。"),
        Field("kind", "类别", Choice(AdjustmentKind), "加分、扣分或否决。"),
        Field("item", "方案项目", Identifier(), "方案中加分项、扣分项或否决项的编号。"),
        Field(
            "event",
            "事件编号",
            Identifier(),
            "同一成果或同一事件用同一编号，只计最高的一次。",
        ),
        Field("points", "分值", Number(most=Decimal(20)), "加或扣多少分，否决不填。", required=False),
        Field("what", "事由", Text(200), "具体的事由。", audience=Audience.LEADERS),
        Field("occurred_on", "发生日期", Date(), "发生的日期。"),
        Field("determined_on", "认定日期", Date(), "认定的日期。", required=False),
        Field("determined_by", "认定部门", Text(30), "认定的部门。", required=False),
        Field("doc_no", "文号", Text(40), "认定文件的编号。", required=False),
        Field("effect", "等次上限", Choice(BoardGrade), "否决后的等次上限。", required=False),
        Field("year_applied", "适用年度", Year(), "在哪个考核年度执行，一件事只执行一次。"),
        Field("case_id", "案例编号", Identifier(), "加分依据的案例。", required=False),
        Field("public_wording", "公开表述", Text(200), "经审核的对外表述。", required=False),
        Field(
            "wording_approved_by",
            "表述审核",
            Text(30),
            "审核公开表述的部门，未审核则不公开。",
            required=False,
        ),
    ),
    key=("id",),
)

DECISIONS = Table(
    "decisions",
    "审定等次",
    "党委审定的等次，每个单位或个人一行。",
    (
        Field("target_kind", "对象类别", Choice(TargetKind), "班子或个人。"),
        Field("unit_id", "单位编号", UnitId(), "对象所在的单位。"),
        Field("person_id", "人员编号", Identifier(), "对象是个人时的人员编号。", required=False),
        Field("grade", "班子等次", Choice(BoardGrade), "班子的审定等次。", required=False),
        Field(
            "person_grade",
            "个人等次",
            Choice(PersonGrade),
            "个人的审定等次。",
            required=False,
            audience=Audience.LEADERS,
        ),
        Field(
            "override_reason",
            "调整理由",
            Text(200),
            "审定等次与建议等次不同的理由。",
            required=False,
            audience=Audience.LEADERS,
        ),
        Field("talk", "谈话", Text(40), "提醒、约谈或诫勉。", required=False, audience=Audience.LEADERS),
        Field(
            "coefficient",
            "绩效系数",
            Number(most=Decimal(2)),
            "绩效系数。",
            required=False,
            audience=Audience.LEADERS,
        ),
        Field("award_ids", "表彰编号", Several(Identifier()), "据此给予的表彰。", required=False),
    ),
    key=("target_kind", "unit_id", "person_id"),
)
