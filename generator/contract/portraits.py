"""画像: the judgement of the assessment group in words (domain.md 5.2)."""

from __future__ import annotations

from generator.contract.fields import Audience, Block, Choice, Document, Field, Keyed, Several, Text, UnitId
from generator.model.terms import OperationGrade, OperationItem, PortraitSource

TRAIT = Block(
    (
        Field("text_group", "考核组表述", Text(100), "一句话，写给考核组和公司领导看。"),
        Field(
            "text_unit",
            "反馈表述",
            Text(100),
            "一句话，写进给本单位的反馈单，语气缓和；不填时用考核组表述。",
            required=False,
        ),
        Field(
            "sources",
            "来源",
            Several(Choice(PortraitSource), least=1),
            "从哪里了解到的。",
            rule="不足要有两种不同来源，只有一种的列为待核实，只在考核组版显示。",
        ),
    )
)

PORTRAITS = Document(
    "portraits",
    "画像",
    "每个单位一个文件，文件名是单位编号。",
    (
        Field("unit_id", "单位编号", UnitId(), "画像的单位，与文件名一致。"),
        Field("strengths", "优点", Several(TRAIT, least=1, most=3), "主要优点，最多三条。"),
        Field("weaknesses", "不足", Several(TRAIT, least=1, most=3), "主要不足，最多三条。"),
        Field(
            "operation",
            "班子运行",
            Keyed(Choice(OperationItem), Choice(OperationGrade)),
            "班子运行各方面的评价。",
            required=False,
        ),
        Field("advice", "改进建议", Several(Text(200)), "对班子的建议。", required=False),
    ),
    many=True,
    audience=Audience.LEADERS,
)
