"""What only the assessment group may open: `restricted/` and nowhere else (domain.md 4.1–4.2)."""

from generator.contract.fields import (
    Audience,
    Choice,
    Date,
    Field,
    Flag,
    Identifier,
    Integer,
    Percent,
    Table,
    Text,
    UnitId,
)
from generator.model.terms import ObjectionResult, RecommendationKind, RecommendationLevel, WhoClass

COUNT = Integer(0, 9999)

RECOMMENDATIONS = Table(
    "recommendations",
    "干部推荐",
    "干部推荐的结果，只给考核组看。",
    (
        Field("session", "场次", Text(40), "推荐会的场次。"),
        Field("kind", "推荐类型", Choice(RecommendationKind), "推荐的类型。"),
        Field("level", "推荐层级", Choice(RecommendationLevel), "推荐的职务层级。"),
        Field("unit_id", "单位编号", UnitId(), "所在的单位。"),
        Field("name", "姓名", Text(20), "姓名。", personal=True),
        Field("position", "职务", Text(40), "现任职务。", personal=True),
        Field("expected", "应到", COUNT, "应到人数。"),
        Field("present", "实到", COUNT, "实到人数。"),
        Field("valid", "有效", COUNT, "有效票数。"),
        Field("votes", "得票", COUNT, "得票数。"),
        Field("share", "得票率", Percent(), "得票数除以有效票数。", required=False),
        Field("opinion", "组织意见", Text(300), "组织意见。", required=False, personal=True),
    ),
    key=("session", "kind", "name"),
    restricted=True,
    audience=Audience.GROUP,
)

INTERVIEWS = Table(
    "interviews",
    "个别谈话",
    "个别谈话的记录，只给考核组看，不写谈话人姓名。",
    (
        Field("id", "谈话编号", Identifier(), "谈话的编号。"),
        Field("unit_id", "单位编号", UnitId(), "谈话的单位。"),
        Field("date", "日期", Date(), "谈话的日期。"),
        Field("who_class", "谈话对象", Choice(WhoClass), "谈话对象的类别。"),
        Field("about", "涉及人员", Text(20), "谈到的班子成员。", required=False, personal=True),
        Field("notes", "内容", Text(1000), "谈话的内容。", personal=True),
    ),
    key=("id",),
    restricted=True,
    audience=Audience.GROUP,
)

OBJECTIONS = Table(
    "objections",
    "异议",
    "公示期间收到的异议，只给考核组看。",
    (
        Field("commendation_id", "表彰编号", Identifier(), "异议所指的表彰。"),
        Field("received_on", "收到日期", Date(), "收到异议的日期。"),
        Field("channel", "方式", Text(20), "来信、来电或来访。"),
        Field("named", "实名", Flag(), "是否实名。"),
        Field("summary", "摘要", Text(400), "异议的内容摘要。", personal=True),
        Field("checked_by", "核查人", Text(20), "核查人的姓名。", required=False, personal=True),
        Field("result", "结论", Choice(ObjectionResult), "核查的结论。"),
        Field("handling", "处理", Text(200), "怎样处理。", required=False),
    ),
    key=("commendation_id", "received_on", "channel"),
    restricted=True,
    audience=Audience.GROUP,
)
