"""Tables about the units themselves, kept over all years (domain.md 10.3)."""

from generator.contract.fields import (
    Block,
    Choice,
    Date,
    Document,
    Field,
    Integer,
    Keyed,
    Several,
    Table,
    Text,
    UnitId,
    Year,
)
from generator.model.terms import PartyOrganisation, UnitEventType, UnitKind

CALENDAR_YEAR = Block(
    (
        Field("holidays", "放假日", Several(Date(), most=120), "周一至周五中放假的日期。"),
        Field("workdays", "调休上班日", Several(Date(), most=120), "周六、周日中上班的日期。"),
    )
)

UNITS = Table(
    "units",
    "单位",
    "所有被考核单位，含已撤并的单位，每个单位一行。",
    (
        Field("unit_id", "单位编号", UnitId(), "单位的永久编号，小写字母开头，启用后不更改、不重复使用。"),
        Field("kind", "单位类别", Choice(UnitKind), "单位属于基层单位、机关部门还是项目部。"),
        Field("group", "组别", Text(20), "现在的考核组别，须是方案中列出的组别。"),
        Field("order", "序号", Integer(1, 9999), "单位在各种名单中的排列次序。"),
        Field("opened_on", "设立日期", Date(), "单位设立的日期。"),
        Field("closed_on", "撤销日期", Date(), "单位撤销或并入其他单位的日期，仍在则空。", required=False),
    ),
    key=("unit_id",),
    yearly=False,
    required=True,
)

UNIT_NAMES = Table(
    "unit_names",
    "单位名称",
    "单位在各个时期的名称，更名一次增加一行。",
    (
        Field("unit_id", "单位编号", UnitId(), "单位的永久编号。"),
        Field("name", "全称", Text(40), "单位在这一时期的全称。"),
        Field("short_name", "简称", Text(20), "单位在这一时期的简称，用于表格。"),
        Field("party_org_name", "党组织名称", Text(40), "这一时期党组织的全称。", required=False),
        Field(
            "party_org_kind",
            "党组织形式",
            Choice(PartyOrganisation),
            "党委、党总支、党支部或联合党支部。",
            required=False,
        ),
        Field("valid_from", "启用日期", Date(), "名称开始使用的日期。"),
        Field("valid_to", "停用日期", Date(), "名称最后使用的日期，仍在使用则空。", required=False),
    ),
    key=("unit_id", "valid_from"),
    yearly=False,
    required=True,
)

UNIT_EVENTS = Table(
    "unit_events",
    "单位沿革",
    "更名、合并、拆分、新设、撤销、划转和调整类别，每件事一行。",
    (
        Field("date", "日期", Date(), "事项生效的日期。"),
        Field("type", "事项", Choice(UnitEventType), "事项的种类。"),
        Field(
            "from_ids",
            "原单位",
            Several(UnitId()),
            "事项之前的单位编号，多个用分号隔开，新设不填。",
            required=False,
        ),
        Field(
            "to_ids",
            "现单位",
            Several(UnitId()),
            "事项之后的单位编号，多个用分号隔开，撤销不填。",
            required=False,
        ),
        Field("doc_no", "文号", Text(40), "决定这件事的文件编号。"),
        Field("note", "说明", Text(200), "需要说明的情况。", required=False),
    ),
    key=("date", "type", "from_ids", "to_ids"),
    yearly=False,
)

UNIT_ALIASES = Table(
    "unit_aliases",
    "单位别名",
    "数据中可能出现的其他叫法，每个叫法一行。",
    (
        Field("alias", "别名", Text(40), "别人用来称呼该单位的名字。"),
        Field("unit_id", "单位编号", UnitId(), "别名所指的单位编号。"),
    ),
    key=("alias",),
    yearly=False,
)

WORKDAYS = Document(
    "workdays",
    "工作日历",
    "各年法定节假日和调休上班日，用于计算公示和延期的工作日。",
    (
        Field(
            "years",
            "年份",
            Keyed(
                Year(),
                CALENDAR_YEAR,
                least=1,
            ),
            "每个年份的放假日和调休上班日。",
        ),
    ),
    yearly=False,
)
