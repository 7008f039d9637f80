"""The scheme of a year: every weight, threshold and rule that may be set (domain.md 1.2, 3, 6.3, 7, 9)."""

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
    Number,
    Percent,
    Several,
    Text,
)
from generator.model.terms import (
    Abstain,
    BoardGrade,
    CommendationLevel,
    Component,
    Dimension,
    ItemAudience,
    Light,
    MissingClass,
    PointsTable,
    PublicationItem,
    RectificationKind,
    Rounding,
)

HUNDRED = Decimal(100)

AREA = Block(
    (
        Field("code", "代码", Text(1), "一级指标的字母代码，例如 A。"),
        Field("name", "名称", Text(30), "一级指标的名称。"),
        Field("short_name", "简称", Text(10), "一级指标的简称，用于图表。"),
    )
)

GROUP_WEIGHTS = Block(
    (
        Field("name", "组别", Text(20), "考核组别的名称。"),
        Field(
            "weights",
            "权重",
            Keyed(Choice(Component), Percent(), least=1),
            "综合得分各项构成的权重。",
            rule="合计为 100%（E107）。",
        ),
    )
)

BALLOT_CLASS = Block(
    (
        Field("code", "代码", Text(4), "票种代码，例如 A。"),
        Field("name", "名称", Text(40), "票种的投票人范围。"),
        Field("weight", "权重", Percent(), "票种的权重。", rule="合计为 100%（E107）。"),
    )
)

DIMENSION_WEIGHT = Block(
    (
        Field("dimension", "维度", Choice(Dimension), "测评的维度。"),
        Field("weight", "权重", Percent(), "维度的权重。", rule="合计为 100%（E107）。"),
    )
)

BALLOT = Block(
    (
        Field("classes", "票种", Several(BALLOT_CLASS, least=1), "各票种和权重。"),
        Field("dimensions", "维度", Several(DIMENSION_WEIGHT, least=1), "各维度和权重。"),
        Field("points_table", "折分办法", Choice(PointsTable), "得票折算成分数的办法。"),
        Field(
            "points",
            "等次分值",
            Keyed(Choice(BoardGrade), Number(most=HUNDRED)),
            "各等次折算的分数。",
            rule="等次越高分数越高（E107）。",
        ),
        Field(
            "abstain",
            "弃权处理",
            Choice(Abstain),
            "弃权票如何计入。",
            rule="直接打分时选计最低档的，等次分值要有较差（E107）。",
        ),
        Field("missing_class", "缺票种处理", Choice(MissingClass), "某票种没有有效票时如何计算。"),
        Field(
            "quorum_present", "到会比例分子", Integer(1, 100), "到会人数比例要求的分子，例如三分之二的 2。"
        ),
        Field(
            "quorum_expected", "到会比例分母", Integer(1, 100), "到会人数比例要求的分母，例如三分之二的 3。"
        ),
    )
)

GRADE = Block(
    (
        Field("grade", "等次", Choice(BoardGrade), "等次的名称。"),
        Field("least", "下限", Number(most=HUNDRED), "达到该等次的最低分，含本数。"),
        Field(
            "below",
            "上限",
            Number(most=HUNDRED),
            "低于此分，不含本数；最高等次不填。",
            required=False,
            rule="等于上一等次的下限，不留空档、不重叠（E107）。",
        ),
    )
)

QUOTA = Block(
    (
        Field("ratio", "优秀比例", Percent(), "每组优秀等次的比例。", rule="大于 0，不超过 100%（E107）。"),
        Field("rounding", "取整", Choice(Rounding), "名额不是整数时如何取整。"),
        Field("min_one", "至少一名", Flag(), "算出名额为零时是否给一名。"),
    )
)

BARS = Block(
    (
        Field(
            "party_least",
            "党建下限",
            Choice(BoardGrade),
            "党建考核低于此等次的不得评优秀。",
            rule="是本方案的等次（E107）。",
        ),
        Field("competent_rate", "称职以上率下限", Percent(), "民主测评称职以上率低于此值的不得评优秀。"),
        Field(
            "excellent_rate",
            "优秀率下限",
            Percent(),
            "民主测评优秀率低于此值的不得评优秀。",
            rule="不高于称职以上率下限（E107）。",
        ),
        Field("last_in_group", "末位不评优", Flag(), "综合得分居组内末位的不得评优秀。"),
    )
)

BONUS = Block(
    (
        Field("id", "编号", Identifier(), "加分项的编号。"),
        Field("item", "事项", Text(60), "加分的事项。"),
        Field("level", "层级", Choice(CommendationLevel), "成果的层级，同一成果只按最高层级计一次。"),
        Field(
            "points", "分值", Number(most=Decimal(20)), "加多少分。", rule="大于 0，不超过加分封顶（E107）。"
        ),
        Field("basis", "依据", Text(100), "加分的依据。"),
    )
)

PENALTY = Block(
    (
        Field("id", "编号", Identifier(), "扣分项的编号。"),
        Field("item", "事项", Text(60), "扣分的事项。"),
        Field("least", "最少扣分", Number(most=Decimal(20)), "每件最少扣多少分。"),
        Field("most", "最多扣分", Number(most=Decimal(20)), "每件最多扣多少分。"),
        Field("basis", "依据", Text(100), "扣分的依据。"),
    )
)

VETO = Block(
    (
        Field("id", "编号", Identifier(), "否决项的编号。"),
        Field("item", "事项", Text(60), "否决的事项。"),
        Field("ceiling", "等次上限", Choice(BoardGrade), "发生后综合等次最高为哪一等。"),
        Field("authority", "认定部门", Text(30), "由哪个部门认定。"),
        Field("basis", "依据", Text(100), "否决的依据。"),
    )
)

RECTIFICATION = Block(
    (
        Field(
            "days",
            "默认天数",
            Keyed(Choice(RectificationKind), Integer(1, 400)),
            "各整改类型从登记到时限的默认天数。",
            rule="立行立改和限期整改必填，前者不长于后者（E107）。",
        ),
        Field("amber_days", "临期天数", Integer(0, 90), "距时限几天以内（含）亮黄灯。"),
        Field("behind_amber", "滞后黄灯", Integer(1, 100), "进度滞后几个百分点起亮黄灯。"),
        Field("behind_red", "滞后红灯", Integer(1, 100), "进度滞后超过几个百分点亮红灯。"),
        Field("rejections_red", "退回红灯", Integer(1, 9), "验收退回几次亮红灯。"),
        Field("extensions_most", "延期次数", Integer(0, 9), "同一问题最多延期几次。"),
        Field("extension_ahead", "延期提前天数", Integer(0, 30), "延期应提前几个工作日申请。"),
        Field("backlog_days", "验收积压天数", Integer(1, 90), "待验收超过几个工作日算积压。"),
        Field(
            "light_words",
            "灯的叫法",
            Keyed(Choice(Light), Text(10)),
            "红黄蓝绿灰灯在本单位的叫法，不填用默认叫法。",
            required=False,
            rule="各灯的叫法不相同（E107）。",
        ),
    )
)

USAGE = Block(
    (
        Field("when", "触发条件", Text(60), "什么情况下运用。"),
        Field("target", "对象", Text(20), "对单位还是对个人。"),
        Field("then", "运用", Text(100), "怎样运用考核结果。"),
        Field("example", "示例", Text(100), "文字示例。", required=False, audience=Audience.LEADERS),
        Field("audience", "公开范围", Choice(ItemAudience), "这一条对谁公开。"),
    )
)

SCHEME = Document(
    "scheme",
    "考核方案",
    "本年度考核实施方案：权重、等次、名额、测评、加减分、否决、整改和公开口径。",
    (
        Field("id", "方案编号", Identifier(), "方案的编号，例如 2025-v2。"),
        Field("version", "版本", Integer(1, 99), "方案的版本，开始后有改动则加一。"),
        Field(
            "major",
            "体系版次",
            Integer(1, 99),
            "指标体系的版次，不同版次之间分数不完全可比。",
            rule="不小于上年（E107）。",
        ),
        Field(
            "changed_on",
            "变更日期",
            Date(),
            "本版本的变更日期，首版不填。",
            required=False,
            rule="第 2 版起必填（E107）。",
        ),
        Field(
            "reason",
            "变更原因",
            Text(200),
            "为什么变更，首版不填。",
            required=False,
            rule="第 2 版起必填（E107）。",
        ),
        Field("title", "方案名称", Text(80), "方案的全称。"),
        Field("doc_no", "方案文号", Text(40), "印发方案的文件编号。"),
        Field("guiding", "指导思想", Text(2000), "方案的指导思想。"),
        Field("objects", "考核对象", Several(Text(200), least=1), "考核对象的范围。"),
        Field("content", "考核内容", Several(Text(200), least=1), "考核的内容。"),
        Field("methods", "方法步骤", Several(Text(300), least=1), "考核的方法和步骤。"),
        Field("areas", "一级指标", Several(AREA, least=1), "指标体系的一级指标，按先后排列。"),
        Field("groups", "组别", Several(GROUP_WEIGHTS, least=1), "考核组别和各自的权重。"),
        Field("ballot", "民主测评", BALLOT, "民主测评的票种、维度和折分。"),
        Field(
            "grades",
            "等次",
            Several(GRADE, least=2),
            "综合等次的分数线，从高到低。",
            rule="要有优秀和良好（E107）。",
        ),
        Field("quota", "优秀名额", QUOTA, "优秀等次的名额。"),
        Field(
            "tie_order",
            "同分次序",
            Several(Choice(Component), least=1),
            "综合得分相同时依次比较的项目，再相同由党委会决定。",
            rule="不重复，至少有一组给这一项权重（E107）。",
        ),
        Field("bars", "评优限制", BARS, "不得评为优秀的情形。"),
        Field(
            "party_total_cap",
            "党建总分上限",
            Number(),
            "党建考核总分的上限，不设则空。",
            required=False,
            rule="不低于 100（E107）。",
        ),
        Field("bonus_cap", "加分封顶", Number(most=Decimal(20)), "加分合计的上限。"),
        Field("bonuses", "加分项", Several(BONUS), "各项加分。"),
        Field("penalties", "扣分项", Several(PENALTY), "各项扣分。"),
        Field("vetoes", "否决项", Several(VETO), "一票否决的事项。"),
        Field("notice_days", "公示天数", Integer(1, 30), "公示的最少工作日数。"),
        Field("rectification", "整改规则", RECTIFICATION, "整改时限、预警灯和延期的规则。"),
        Field("result_usage", "结果运用", Several(USAGE), "考核结果运用细则。"),
        Field("discipline", "纪律要求", Several(Text(200)), "考核的纪律要求。"),
        Field("attachments", "附件", Several(Text(80)), "方案的附件名称。", required=False),
        Field(
            "publication",
            "公开口径",
            Keyed(Choice(PublicationItem), Choice(ItemAudience)),
            "各数据项公开到哪个范围，不填用默认口径。",
            required=False,
            rule="不超出保密规定的范围（E107）。",
        ),
    ),
    required=True,
)
