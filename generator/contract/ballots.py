"""Democratic evaluation: the accounting of each round and the counts, never single ballots (domain.md 3)."""

from decimal import Decimal

from generator.contract.fields import (
    Audience,
    Choice,
    Field,
    Identifier,
    Integer,
    Number,
    Table,
    Text,
    UnitId,
)
from generator.model.terms import Dimension, TargetKind

COUNT = Integer(0, 9999)

BALLOT_ROUNDS = Table(
    "ballot_rounds",
    "测评场次",
    "每个单位每种测评表每个票种的发票和收票，每个票种一行。",
    (
        Field("unit_id", "单位编号", UnitId(), "组织测评的单位。"),
        Field("sheet", "测评表", Choice(TargetKind), "领导班子测评表或班子成员测评表。"),
        Field("ballot_class", "票种", Text(4), "票种代码，例如 A。"),
        Field("expected", "应到", COUNT, "应到人数。"),
        Field("present", "实到", COUNT, "实到人数。"),
        Field("issued", "发出", COUNT, "发出的票数。"),
        Field("returned", "收回", COUNT, "收回的票数。", rule="不超过发出（E121）。"),
        Field("valid", "有效", COUNT, "有效票数。", rule="有效加无效等于收回（E121）。"),
        Field("invalid", "无效", COUNT, "无效票数。"),
        Field("counted_by", "计票人", Text(20), "计票人的姓名。", personal=True),
        Field("supervised_by", "监票人", Text(20), "监票人的姓名。", personal=True),
        Field("source_file", "来源文件", Text(80), "原始导出文件名，原件离线保管。", required=False),
        Field("sha256", "来源校验码", Text(64, min_length=64), "原始文件的 SHA-256 校验码。", required=False),
    ),
    key=("unit_id", "sheet", "ballot_class"),
    audience=Audience.GROUP,
)

BALLOTS = Table(
    "ballots",
    "民主测评",
    "每个对象每个票种每个维度的各等次票数，每个组合一行。",
    (
        Field("unit_id", "单位编号", UnitId(), "对象所在的单位。"),
        Field("target_kind", "对象类别", Choice(TargetKind), "班子或个人。"),
        Field(
            "person_id", "人员编号", Identifier(), "对象是个人时的人员编号，对象是班子则空。", required=False
        ),
        Field("ballot_class", "票种", Text(4), "票种代码，例如 A。"),
        Field("dimension", "维度", Choice(Dimension), "测评的维度。"),
        Field("n_excellent", "优秀票", COUNT, "优秀的票数。"),
        Field("n_good", "良好票", COUNT, "良好（个人为称职）的票数。"),
        Field("n_fair", "一般票", COUNT, "一般（个人为基本称职）的票数。"),
        Field("n_poor", "较差票", COUNT, "较差（个人为不称职）的票数。"),
        Field("n_abstain", "弃权票", COUNT, "弃权或不了解的票数。", rule="五项之和等于有效票（E121）。"),
        Field(
            "points_sum",
            "打分合计",
            Number(most=Decimal(999999)),
            "直接打分时各票分数之和。",
            required=False,
            column_optional=True,
        ),
    ),
    key=("unit_id", "target_kind", "person_id", "ballot_class", "dimension"),
    audience=Audience.GROUP,
)
