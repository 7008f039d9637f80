"""Commendations and the cases worth spreading (domain.md 8)."""

from generator.contract.fields import (
    Block,
    Choice,
    Date,
    Document,
    Field,
    Identifier,
    Integer,
    Number,
    Several,
    Table,
    Text,
    UnitId,
)
from generator.model.terms import (
    CaseStatus,
    CommendationLevel,
    CommendationStatus,
    CommendationType,
    ProblemArea,
    RecipientKind,
)

COMMENDATIONS = Table(
    "commendations",
    "通报表彰",
    "受表彰的集体、个人和案例，每个一行，按文件中的次序。",
    (
        Field("id", "编号", Identifier(), "表彰的编号，例如 C-2025-003。"),
        Field("batch", "批次", Text(40), "哪一批表彰。"),
        Field("type", "类别", Choice(CommendationType), "表彰的类别。"),
        Field("level", "层级", Choice(CommendationLevel), "表彰的层级。"),
        Field("recipient_kind", "对象类别", Choice(RecipientKind), "集体、个人或案例。"),
        Field("recipient", "名称", Text(60), "受表彰的集体、个人或案例的名称。"),
        Field("unit_id", "单位编号", UnitId(), "所在的单位。"),
        Field("position", "职务", Text(40), "受表彰个人的职务。", required=False),
        Field("order", "排序", Integer(1, 9999), "在同一类别中的正式排序。"),
        Field("citation", "主要事迹", Text(200), "主要事迹，不超过二百字。"),
        Field("recommended_by", "推荐单位", Text(40), "推荐的单位或部门。"),
        Field("approved_by", "审批", Text(40), "批准表彰的机构。", required=False),
        Field("status", "状态", Choice(CommendationStatus), "表彰进行到哪一步。"),
        Field("notice_from", "公示开始", Date(), "公示的第一天。", required=False),
        Field(
            "notice_to",
            "公示结束",
            Date(),
            "公示的最后一天。",
            required=False,
            rule="公示不少于方案规定的工作日数（E123）。",
        ),
        Field("contact_dept", "受理部门", Text(40), "受理反映的部门。", required=False),
        Field("phone", "受理电话", Text(30), "办公电话，不填手机号码。", required=False),
        Field("doc_no", "表彰文号", Text(40), "表彰文件的编号。", required=False),
        Field("date", "表彰日期", Date(), "表彰的日期。", required=False),
        Field("case_id", "案例编号", Identifier(), "表彰对象是案例时的案例编号。", required=False),
        Field("revoked_on", "撤销日期", Date(), "撤销表彰的日期。", required=False),
        Field("revoke_reason", "撤销原因", Text(200), "撤销表彰的原因。", required=False),
    ),
    key=("id",),
)

CASE_RESULT = Block(
    (
        Field("metric", "指标", Text(40), "用什么指标说明成效。"),
        Field("before", "之前", Number(least=None), "做法之前的数值。"),
        Field("after", "之后", Number(least=None), "做法之后的数值。"),
        Field("unit", "单位", Text(10), "数值的单位。"),
    )
)

CASES = Document(
    "cases",
    "典型案例",
    "每个案例一个文件，文件名是小写的案例编号。",
    (
        Field("id", "案例编号", Identifier(), "案例的编号，与文件名一致。"),
        Field("unit_id", "单位编号", UnitId(), "做出案例的单位。"),
        Field("title", "标题", Text(30), "案例的标题，不超过三十字。"),
        Field("area", "领域", Choice(ProblemArea), "案例所属的领域。"),
        Field("problem", "问题", Text(600), "要解决什么问题。"),
        Field("practice", "做法", Several(Text(400), least=3, most=5), "三到五条做法。"),
        Field("result", "成效", Text(600), "取得的成效。"),
        Field("results", "成效数据", Several(CASE_RESULT, least=1), "前后对比的数据，至少一项。"),
        Field("conditions", "可推广条件", Several(Text(200), least=1), "什么条件下可以推广。"),
        Field("contact_dept", "联系部门", Text(30), "联系的部门。"),
        Field("selected_by", "评选部门", Text(30), "评选案例的部门。", required=False),
        Field("status", "状态", Choice(CaseStatus), "申报、入选、推广或归档。"),
        Field("promoted_to", "推广单位", Several(UnitId()), "推广到哪些单位。", required=False),
        Field("attachments", "附件", Several(Text(60)), "附件名称。", required=False),
    ),
    many=True,
)
