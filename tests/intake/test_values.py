"""Texts of cells become typed values, and each usual slip is named with its remedy."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from generator.contract.fields import (
    Audience,
    Choice,
    Date,
    Field,
    Flag,
    Identifier,
    Integer,
    Keyed,
    Kind,
    LeafCode,
    Moment,
    Number,
    Percent,
    ProblemNumber,
    Several,
    Text,
    UnitId,
    Year,
)
from generator.intake.faults import Fault
from generator.intake.values import BLANK, blank_of, is_hidden, parse_value
from generator.problems import Level
from tests.intake.sample import Grade

GOOD: tuple[tuple[Kind, str, object], ...] = (
    (Number(), "92.5", Decimal("92.5")),
    (Number(), "９８．５", Decimal("98.5")),
    (Number(), " ９２　", Decimal(92)),
    (Number(), "-0", Decimal(0)),
    (Number(least=None), "-3.25", Decimal("-3.25")),
    (Integer(), "007", 7),
    (Percent(), "62%", Decimal("0.62")),
    (Percent(), "62.5％", Decimal("0.625")),
    (Percent(), "100 %", Decimal(1)),
    (Date(), "2026-03-05", dt.date(2026, 3, 5)),
    (Date(), "2026/3/5", dt.date(2026, 3, 5)),
    (Date(), "2026.3.5", dt.date(2026, 3, 5)),
    (Date(), "2026年3月5日", dt.date(2026, 3, 5)),
    (Date(), "２０２６－０３－０５", dt.date(2026, 3, 5)),
    (Moment(), "2026-06-30 18:00", dt.datetime.combine(dt.date(2026, 6, 30), dt.time(18))),
    (Moment(), "2026年6月30日", dt.datetime.combine(dt.date(2026, 6, 30), dt.time())),
    (Flag(), "是", True),
    (Flag(), "否", False),
    (Choice(Grade), "优秀", Grade.EXCELLENT),
    (Choice(Grade), "Excellent", Grade.EXCELLENT),
    (Choice(Grade), "ａ", Grade.EXCELLENT),
    (Choice(Grade), "较 差", Grade.POOR),
    (UnitId(), "U03", "u03"),
    (UnitId(), "ｕ０３", "u03"),
    (UnitId(), "综采一队", "综采一队"),
    (LeafCode(), "ｂ2.1", "B2.1"),
    (ProblemNumber(), "2025-u03-012", "2025-U03-012"),
    (Identifier(), "Ｃ－2025", "C-2025"),
    (Identifier(), "00123", "00123"),
    (Identifier(), "1E5", "1E5"),
    (Identifier(), "NA", "NA"),
    (Year(), "２０２５", 2025),
    (Text(), "　 张𠮷䶮㛃 ", "张𠮷䶮㛃"),
    (Text(), "Ａ　ｂ", "Ａ　ｂ"),
    (Text(), "12:30", "12:30"),
    (Text(), "{{7*7}}", "{{7*7}}"),
    (Text(), "=HYPERLINK(1)", "=HYPERLINK(1)"),
    (Text(), "0351-1234567", "0351-1234567"),
    (Text(), "2026-01-12 2026-02-06 18:00", "2026-01-12 2026-02-06 18:00"),
    (Several(UnitId()), "u01；综采一队;U02", ("u01", "综采一队", "u02")),
)


@pytest.mark.parametrize(("kind", "text", "value"), GOOD, ids=lambda part: str(part)[:30])
def test_value(kind: Kind, text: str, value: object) -> None:
    """A well-formed text becomes the value its kind promises."""
    found = parse_value(Field("x", "列", kind, ""), text)
    assert found == value
    assert type(found) is type(value)
    assert str(found)[:2] != "-0"


AS_TEXT = "请先把该列设为“文本”格式，再重新填写完整编号"
EATEN = f"E110 编号只剩数字，前导零或字母可能被 Excel 去掉了 → {AS_TEXT}"
LEAF = "E113 不是有效的指标编号 → 编号是一个字母加数字，各级之间用点分开，例如 B2.1"
UNSAFE = "E113 编号里有空格或不能用于文件名的符号 → 编号只用文字、数字、短横线和点，例如 C-2025-003"
UNSAFE_NAMES = ("a/b", "../../etc/x", "/etc/x", "a\\b", "a b", ".x", "x.", "a..b", "a:b")
WORDS = "E104 不在可填的范围内 → 可填：优秀、良好、一般、较差"
FULL = "请写全年月日，例如 2026-03-05"
PLAIN_DAY = "请填年月日，例如 2026-03-05"
PLAIN = "请只填阿拉伯数字，例如 92.5"

BAD: tuple[tuple[Kind, str, str], ...] = (
    (Number(), "92．5分", "E104 数字后带有单位 → 请只填数字，例如 92.5"),
    (Number(), "90以上", "E104 数字后带有单位 → 请只填数字，例如 90"),
    (Number(), "95%", "E104 带有百分号，此处应为不带百分号的数字 → 请只填数字，例如 95"),
    (Number(), "=1+1", "E104 是公式，不是数字 → 请填公式算出的数字"),
    (Number(), "=B2", "E104 是公式，不是数字 → 请填公式算出的数字"),
    (Number(), "=SUM(C2:C9)", "E104 是公式，不是数字 → 请填公式算出的数字"),
    (Number(), "=90", "E104 数字前有比较符号或约数词 → 请填实际数字，例如 90"),
    (Number(), "≥90", "E104 数字前有比较符号或约数词 → 请填实际数字，例如 90"),
    (Number(), "96。4", "E104 小数点不对 → 小数点只用半角“.”，例如 96.4"),
    (Number(), "96，4", "E104 小数点不对 → 小数点只用半角“.”，例如 96.4"),
    (Number(), "96·4", "E104 小数点不对 → 小数点只用半角“.”，例如 96.4"),
    (Number(), "3人次2项", "E104 不只是一个数字 → 请只填一个数字，说明写在别的列"),
    (Number(), "约90", "E104 数字前有比较符号或约数词 → 请填实际数字，例如 90"),
    (Number(), "—", "E104 不是数字 → 没有数字时请留空；必填的请补上数字"),
    (Number(), "1,000", "E104 含有千位分隔符 → 请去掉分隔符，例如 1000"),
    (Number(), "1，000.5", "E104 含有千位分隔符 → 请去掉分隔符，例如 1000.5"),
    (Number(), "1_000", "E104 含有千位分隔符 → 请去掉分隔符，例如 1000"),
    (Number(), "1e3", "E104 是科学记数法 → 请写出全部数位，例如 1000"),
    (Number(), "1.1E+17", "E104 是科学记数法 → 请写出全部数位，例如 1000"),
    (Number(), "inf", "E104 不是数字 → 请填阿拉伯数字，没有数字时留空"),
    (Number(), "NaN", "E104 不是数字 → 请填阿拉伯数字，没有数字时留空"),
    (Number(), "²", "E104 含有特殊的数字字符 → 请改用普通数字 0–9"),
    (Number(), "٣", "E104 含有特殊的数字字符 → 请改用普通数字 0–9"),
    (Number(), "①", "E104 含有特殊的数字字符 → 请改用普通数字 0–9"),
    (Number(), "九十", f"E104 不是数字 → {PLAIN}"),
    (Number(), "+5", "E104 数字前有加号 → 请去掉加号，例如 5"),
    (Number(), "−5", "E104 负号用了其他横线 → 请用半角减号，例如 -5"),
    (Number(), "12-15", "E104 是一个范围，不是一个数字 → 请填实际数字"),
    (Number(), "9 2", "E104 数字中间有空格 → 请删除空格"),
    (Number(), ".5", "E104 小数点一侧缺少数字 → 请写全，例如 0.5"),
    (Number(), "1234567890", "E104 数字太大，整数部分最多9位 → 请核对，或换用更大的计量单位"),
    (Number(), "1.23456", "E104 小数太长，最多4位 → 请四舍五入后填写"),
    (Number(places=2), "1.234", "E104 小数位数超过2位 → 请四舍五入后填写"),
    (Number(), "-1", "E104 小于最小值0 → 请核对数字"),
    (Number(most=Decimal(100)), "101", "E104 大于最大值100 → 请核对数字"),
    (Number(), "#N/A", "E104 是 Excel 的错误值 → 请回到表格改正公式或列宽，再填入真实内容"),
    (Number(), "#####", "E104 是 Excel 的错误值 → 请回到表格改正公式或列宽，再填入真实内容"),
    (Integer(), "3.0", "E104 应为整数 → 请填整数，例如 3"),
    (Integer(), "3个", "E104 数字后带有单位 → 请只填数字，例如 3"),
    (Percent(), "62", "E106 缺少百分号，分不清是百分数还是小数 → 请写成 62%"),
    (
        Percent(),
        "0.62",
        "E106 缺少百分号，分不清是百分数还是小数 → 请写成 62%（如果本意就是 0.62%，请写 0.62%）",
    ),
    (Percent(), "120%", "E106 超出范围0%至100% → 请核对百分数"),
    (Percent(), "六成", "E106 不是数字 → 请写成带百分号的数，例如 62%"),
    (Date(), "46086", "E103 是 Excel 日期序列号，对应 2026-03-05 → 请把该列设为日期格式，或填 2026-03-05"),
    (Date(), "45292", "E103 是 Excel 日期序列号，对应 2024-01-01 → 请把该列设为日期格式，或填 2024-01-01"),
    (Date(), "20260305", "E103 日期缺少分隔符 → 请写成 2026-03-05"),
    (Date(), "3月5日", f"E103 缺少年份 → {FULL}"),
    (Date(), "1-2", f"E103 缺少年份 → {FULL}"),
    (Date(), "2024.10", f"E103 缺少日 → {FULL}"),
    (Date(), "2026年3月", f"E103 缺少日 → {FULL}"),
    (Date(), "2026", f"E103 只有年份 → {FULL}"),
    (Date(), "月底", "E103 不是具体日期 → 请填具体到日的日期，例如 2026-03-31"),
    (
        Date(),
        "长期",
        "E103 不是具体日期 → 长期任务请在「整改类型」填“长期坚持”，这里填下次检查日期",
    ),
    (Date(), "待定", "E103 不是日期 → 没有日期时请留空；必填的请补上日期"),
    (Date(), "2026-02-30", "E103 日历上没有这一天 → 请核对年月日"),
    (Date(), "2024-13-45", "E103 日历上没有这一天 → 请核对年月日"),
    (Date(), "1890-01-01", "E103 日期超出范围1950年至2100年 → 请核对年份"),
    (Date(), "26.3.5", "E103 年份不是四位 → 请写四位年份，例如 2026-03-05"),
    (Date(), "3/5/2026", "E103 年份写在了后面 → 请按年、月、日的顺序写，例如 2026-03-05"),
    (Date(), "2026年3月5号", "E103 日期写法不完整 → 请写成 2026年3月5日 或 2026-03-05"),
    (Date(), "2026-3/5", f"E103 日期里混用了分隔符或有空格 → {PLAIN_DAY}"),
    (Date(), "2026-01-02至2026-01-05", f"E103 是一段日期，不是一天 → {PLAIN_DAY}"),
    (Date(), "2026-03-05 00:00:00", "E103 日期后多了时刻或秒 → 请按本列要求填写，例如 2026-03-05"),
    (Date(), "2026-04-10前", "E103 日期后面还有别的文字 → 请只填日期，例如 2026-04-10"),
    (Date(), "2026年4月10日前完成", "E103 日期后面还有别的文字 → 请只填日期，例如 2026-04-10"),
    (Date(), "2026。4。10", "E103 年月日之间的符号不对 → 请用短横线，例如 2026-03-05"),
    (Date(), "2026、4、10", "E103 年月日之间的符号不对 → 请用短横线，例如 2026-03-05"),
    (Date(), "随便", f"E103 不是日期 → {PLAIN_DAY}"),
    (Moment(), "2026-06-30 25:00", "E103 时刻不存在 → 请按24小时制填写，例如 2026-06-30 18:00"),
    (Flag(), "1", "E104 此列只填“是”或“否” → 请改成“是”"),
    (Flag(), "×", "E104 此列只填“是”或“否” → 请改成“否”"),
    (Flag(), "也许", "E104 此列只填“是”或“否” → 请填“是”或“否”"),
    (Choice(Grade), "优", f"{WORDS}；是否想填“优秀”？"),
    (Choice(Grade), "优秀等次", f"{WORDS}；是否想填“优秀”？"),
    (Choice(Grade), "不知道", WORDS),
    (UnitId(), "001", EATEN),
    (LeafCode(), "2.10", EATEN),
    (LeafCode(), "../x", LEAF),
    (ProblemNumber(), "12", EATEN),
    (ProblemNumber(), "2025—U03—012", "E113 问题编号里的横线不对 → 请写成 2025-U03-012"),
    (LeafCode(), "B2。1", "E113 指标编号里的点不对 → 请写成 B2.1"),
    (ProblemNumber(), "2025-U03-12", "E113 问题编号的序号不足三位 → 请写成 2025-U03-012"),
    (
        ProblemNumber(),
        "问题一",
        "E113 不是有效的问题编号 → 编号由年度、单位编号和三位序号组成，例如 2025-U03-012",
    ),
    (
        Identifier(),
        "1.1E+17",
        "E110 长数字被 Excel 改成了科学记数法 → 请先把该列设为“文本”格式，再重新填写完整内容",
    ),
    (Identifier(), "x" * 41, "E114 编号有41个字，超过上限40字 → 请核对编号"),
    *(
        (Identifier(), bad, UNSAFE)
        for bad in ("a/b", "../../etc/x", "/etc/x", "a\\b", "a b", ".x", "x.", "a..b", "a:b")
    ),
    *(
        (Identifier(), bad, "E113 是系统保留的名称 → 请换一个编号")
        for bad in ("index", "404", "CON", "ｎｕｌ", "com1", "lpt9", "assets", "search", "sitemap", "tags")
    ),
    (Year(), "2025年", "E104 年度后带有“年”字 → 请只填数字，例如 2025"),
    (Year(), "1889", "E104 不是有效的年度 → 请填1990至2100之间的四位年份，例如 2025"),
    (Text(5), "太长太长太长", "E114 有6个字，超过上限5字 → 请删减"),
    (Text(5, 2), "一", "E114 只有1个字，至少要2字 → 请写完整"),
    (Text(), "长" * 2001, "E114 内容有2001个字，超过上限2000字 → 请删减，详细材料另作附件"),
    (Text(), "一\n二", "E114 内容里有换行或制表符 → 请写成一行"),
    (Text(), "濮撳悕鍗曚綅", "E105 是乱码，编码在转存时弄错了 → 请从原始文件重新导出，另存为“CSV UTF-8”"),
    (Text(), "ÐÕÃûÐÕÃû", "E105 是乱码，编码在转存时弄错了 → 请从原始文件重新导出，另存为“CSV UTF-8”"),
    (Text(), "", "E102 此项必填，不能为空 → 请补填"),
    (Several(Text()), "一；；二", "E102 多写了分号，有一项是空的 → 请删除多余的分号，各项之间只用一个“；”"),
    (Several(Text(), least=2), "一", "E102 至少填2项，现有1项 → 请补填"),
    (Several(Text(), most=2), "一；二；三", "E114 最多填2项，现有3项 → 请删减"),
    (Several(LeafCode()), "B2.1；x/y", LEAF),
)


@pytest.mark.parametrize(("kind", "text", "said"), BAD, ids=lambda part: str(part)[:30])
def test_slip(kind: Kind, text: str, said: str) -> None:
    """A slip is answered with its code, what is wrong and what to do."""
    fault = parse_value(Field("x", "列", kind, ""), text)
    assert isinstance(fault, Fault)
    assert f"{fault.code} {fault.message} → {fault.hint}" == said
    assert fault.level is Level.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "110101199003071234",
        "11010119900307123X",
        "１１０１０１１９９００３０７１２３４",
        "110101 19900307 1234",
    ],
)
def test_identity_number_is_fatal(text: str) -> None:
    """An identity number is fatal wherever it stands, in any width and spacing, and is never printed."""
    fault = parse_value(Field("x", "列", Text(), ""), f"证件{text}。")
    assert isinstance(fault, Fault)
    assert (fault.code, fault.level, fault.secret) == ("E110", Level.FATAL, True)
    assert fault.message == "含有18位身份证号"


@pytest.mark.parametrize("kind", [Text(), Number(), Identifier(), Date(), Choice(Grade)], ids=str)
@pytest.mark.parametrize("text", ["13812345678", "138 1234 5678", "138-1234-5678", "１３８１２３４５６７８"])
def test_mobile_number_is_fatal(kind: Kind, text: str) -> None:
    """A mobile number is fatal in a cell of any kind."""
    fault = parse_value(Field("x", "列", kind, ""), text)
    assert isinstance(fault, Fault)
    assert (fault.code, fault.level, fault.message) == ("E110", Level.FATAL, "含有11位手机号")


@pytest.mark.parametrize("text", ["张 三", "张　三", "欧阳 修"])
def test_space_inside_a_name(text: str) -> None:
    """A name with a space inside would be another person, so it is refused without being printed."""
    fault = parse_value(Field("x", "姓名", Text(20), "", personal=True), text)
    assert isinstance(fault, Fault)
    assert (fault.code, fault.message, fault.secret) == ("E110", "姓名中间有空格", True)
    assert fault.hint == "请删除姓名中的空格，否则会被当作另一个人"


@pytest.mark.parametrize("text", ["钱?文", "钱？文"])
def test_lost_character_in_a_name(text: str) -> None:
    """A rare character that GBK cannot hold is saved as a question mark; the name is refused, not printed."""
    fault = parse_value(Field("x", "姓名", Text(20), "", personal=True), text)
    assert isinstance(fault, Fault)
    assert (fault.code, fault.message, fault.secret) == (
        "E105",
        "姓名里有问号，可能是生僻字在保存时丢失",
        True,
    )


@pytest.mark.parametrize("text", ["张三", "John Smith", "党委书记 张三"])
def test_ordinary_names_pass(text: str) -> None:
    """Foreign names and a post before the name keep their spaces."""
    assert parse_value(Field("x", "姓名", Text(20), "", personal=True), text) == text


def test_blank_is_none_or_empty() -> None:
    """A blank optional field is None, `()` or `{}`; a blank required one is a fault."""
    assert parse_value(Field("x", "列", Text(), "", required=False), " 　") is None
    assert parse_value(Field("x", "列", Several(Text()), "", required=False), "") == ()
    assert blank_of(Keyed(Text(), Text())) == {}
    assert parse_value(Field("x", "列", Text(), ""), "　") is BLANK


def test_hidden_fields() -> None:
    """Fields that name persons or are for the group only are hidden in messages."""
    assert is_hidden(Field("x", "列", Text(), "", personal=True))
    assert is_hidden(Field("x", "列", Text(), "", audience=Audience.GROUP))
    assert not is_hidden(Field("x", "列", Text(), ""))


def test_nested_kinds_are_not_text() -> None:
    """Asking for a mapping from one text is a mistake of the program, not of the data."""
    with pytest.raises(TypeError):
        parse_value(Field("x", "列", Keyed(Text(), Text()), ""), "a")
