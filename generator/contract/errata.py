"""Corrections made after publication (domain.md 10.4)."""

from generator.contract.fields import Block, Choice, Date, Document, Field, Several, Text
from generator.model.terms import ItemAudience

ERRATUM = Block(
    (
        Field("date", "日期", Date(), "更正的日期。"),
        Field("what", "更正内容", Text(200), "更正了什么。"),
        Field("old", "原内容", Text(300), "更正前的内容。"),
        Field("new", "新内容", Text(300), "更正后的内容。"),
        Field("why", "原因", Text(300), "为什么更正。"),
        Field("doc_no", "文号", Text(40), "批准更正的文件编号。"),
        Field("audience", "公开范围", Choice(ItemAudience), "这条更正对谁公开，不宽于被更正的内容。"),
    )
)

ERRATA = Document(
    "errata",
    "更正",
    "公布以后的更正，每次一条，只增加不修改。",
    (Field("errata", "更正", Several(ERRATUM), "各次更正。"),),
)
