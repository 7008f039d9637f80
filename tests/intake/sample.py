"""A small contract of our own, so that these tests do not move when the real one does."""

from __future__ import annotations

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
    Keyed,
    LeafCode,
    Moment,
    Number,
    Percent,
    ProblemNumber,
    Several,
    Table,
    Text,
    UnitId,
    Year,
)
from generator.model.terms import Term


class Grade(Term):
    """等次."""

    EXCELLENT = "excellent", "优秀", "A"
    GOOD = "good", "良好"
    FAIR = "fair", "一般"
    POOR = "poor", "较差"


UNITS = Table(
    "units",
    "单位",
    "",
    (Field("unit_id", "单位编号", UnitId(), ""), Field("group", "组别", Text(20), "")),
    key=("unit_id",),
    yearly=False,
)
NAMES = Table(
    "unit_names",
    "单位名称",
    "",
    (
        Field("unit_id", "单位编号", UnitId(), ""),
        Field("name", "全称", Text(40), ""),
        Field("short_name", "简称", Text(20), "", required=False),
    ),
    key=("unit_id", "name"),
    yearly=False,
)
ALIASES = Table(
    "unit_aliases",
    "单位别名",
    "",
    (Field("alias", "别名", Text(40), ""), Field("unit_id", "单位编号", UnitId(), "")),
    key=("alias",),
    yearly=False,
)
CHECKS = Table(
    "checks",
    "检查结果",
    "",
    (
        Field("unit_id", "单位", UnitId(), ""),
        Field("code", "指标代码", LeafCode(), ""),
        Field("score", "得分", Number(most=Decimal(100), places=2), ""),
        Field("note", "说明", Text(), "", required=False),
    ),
    key=("unit_id", "code"),
)
LEDGER = Table(
    "ledger",
    "台账",
    "",
    (
        Field("id", "问题编号", ProblemNumber(), ""),
        Field("unit_id", "单位", UnitId(), ""),
        Field("owner", "责任人", Text(20), "", personal=True),
        Field("opened_on", "登记日期", Date(), ""),
        Field("due_on", "整改时限", Date(), "", required=False),
        Field("grade", "等次", Choice(Grade), "", required=False, column_optional=True),
        Field("co_units", "配合单位", Several(UnitId()), "", required=False, column_optional=True),
    ),
    key=("id",),
)
CODES = Table(
    "codes",
    "编码",
    "",
    (Field("code", "编码", Identifier(), ""), Field("text", "内容", Text(), "")),
    ("code",),
)
SECRETS = Table(
    "interviews",
    "谈话",
    "",
    (Field("id", "编号", Identifier(), ""), Field("score", "评分", Number(), "")),
    key=("id",),
    restricted=True,
    audience=Audience.GROUP,
)
TABLES = (UNITS, NAMES, ALIASES, CHECKS, LEDGER, CODES, SECRETS)

STEP = Block(
    (
        Field("title", "名称", Text(20), ""),
        Field("on", "日期", Date(), "", required=False),
        Field("person", "负责人", Text(20), "", required=False, personal=True),
    )
)
CYCLE = Document(
    "cycle",
    "周期",
    "",
    (
        Field("title", "考核名称", Text(40), ""),
        Field("year", "年度", Year(), ""),
        Field("as_of", "数据截至", Moment(), "", required=False),
        Field("open", "公开", Flag(), "", required=False),
        Field("code", "编号", Identifier(), "", required=False),
        Field("weights", "权重", Keyed(Choice(Grade), Percent(), least=1), "", required=False),
        Field("steps", "步骤", Several(STEP, most=5), "", required=False),
        Field("chief", "组长", STEP, "", required=False),
        Field("units", "单位", Several(UnitId()), "", required=False),
        Field("count", "数量", Integer(1, 9), "", required=False),
    ),
)
REPORTS = Document(
    "reports",
    "述职报告",
    "",
    (Field("unit_id", "单位编号", UnitId(), ""), Field("text", "内容", Text(), "")),
    many=True,
)
DOCUMENTS = (CYCLE, REPORTS)


def lines(*rows: str) -> bytes:
    """A file of these lines."""
    return "".join(f"{row}\n" for row in rows).encode()
