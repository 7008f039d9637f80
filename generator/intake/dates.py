"""Days and moments as people write them → `date`, `datetime`; usual slips have messages (domain.md 13)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from generator.intake.faults import Fault
from generator.intake.texts import narrow

EARLIEST, LATEST = date(1950, 1, 1), date(2100, 12, 31)

_SHAPES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(\d{4})-(\d{1,2})-(\d{1,2})",
        r"(\d{4})/(\d{1,2})/(\d{1,2})",
        r"(\d{4})\.(\d{1,2})\.(\d{1,2})",
        r"(\d{4})年(\d{1,2})月(\d{1,2})日",
    )
)
_TIME = re.compile(r"(.*\S)\s+(\d{1,2}):(\d{2})", re.ASCII)
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.\d+)?", re.ASCII)
_SERIAL_START = date(1899, 12, 30)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_BEGINS_WITH_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?![0-9A-Za-z])", re.ASCII)
_EXAMPLE = "请填年月日，例如 2026-03-05"

_SLIPS = tuple(
    (re.compile(pattern, re.ASCII), message, hint)
    for pattern, message, hint in (
        (r"长期.*|持续.*|常态化", "不是具体日期", "长期任务请在「整改类型」填“长期坚持”，这里填下次检查日期"),
        (
            r".*(?:月底|月末|年底|年末|季末|季度末|[上中下]旬|近期|尽快|左右|前后)",
            "不是具体日期",
            "请填具体到日的日期，例如 2026-03-31",
        ),
        (r"待定|未定|暂无|无|/|-+|—+|另行通知|n/a", "不是日期", "没有日期时请留空；必填的请补上日期"),
        (r"\d{1,2}月\d{1,2}[日号]?|\d{1,2}[-/.]\d{1,2}", "缺少年份", "请写全年月日，例如 2026-03-05"),
        (r"\d{4}年\d{1,2}月?|\d{4}[-/.]\d{1,2}", "缺少日", "请写全年月日，例如 2026-03-05"),
        (r"\d{4}年?", "只有年份", "请写全年月日，例如 2026-03-05"),
        (
            r"\d{2}(?:[-/.]\d{1,2}[-/.]|年\d{1,2}月)\d{1,2}日?",
            "年份不是四位",
            "请写四位年份，例如 2026-03-05",
        ),
        (r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", "年份写在了后面", "请按年、月、日的顺序写，例如 2026-03-05"),
        (r"\d{4}年\d{1,2}月\d{1,2}号?", "日期写法不完整", "请写成 2026年3月5日 或 2026-03-05"),
        (r"\d{4}.\d{1,2}.\d{1,2}[至到~—-].+", "是一段日期，不是一天", _EXAMPLE),
        (r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?", "日期里混用了分隔符或有空格", _EXAMPLE),
        (
            r"\d{4}[、。,，~_ —–]\d{1,2}[、。,，~_ —–]\d{1,2}",
            "年月日之间的符号不对",
            "请用短横线，例如 2026-03-05",
        ),
    )
)


def parse_date(text: str) -> date | Fault:
    """The day in `text`, or what is wrong with it."""
    flat = narrow(text)
    for shape in _SHAPES:
        if match := shape.fullmatch(flat):
            return _day(*map(int, match.groups()))
    return _slip(flat)


def parse_moment(text: str) -> datetime | Fault:
    """The day with its time of day in `text`, midnight when none is given, or what is wrong with it."""
    flat = narrow(text)
    match = _TIME.fullmatch(flat)
    day = parse_date(match[1] if match else flat)
    if isinstance(day, Fault) or match is None:
        return day if isinstance(day, Fault) else datetime.combine(day, time())
    hour, minute = int(match[2]), int(match[3])
    if hour > 23 or minute > 59:
        return Fault("E103", "时刻不存在", "请按24小时制填写，例如 2026-06-30 18:00")
    return datetime.combine(day, time(hour, minute))


def _day(year: int, month: int, day: int) -> date | Fault:
    """The day if the calendar has it and the range allows it."""
    try:
        found = date(year, month, day)
    except ValueError:
        return Fault("E103", "日历上没有这一天", "请核对年月日")
    if not EARLIEST <= found <= LATEST:
        return Fault("E103", "日期超出范围1950年至2100年", "请核对年份")
    return found


def _slip(flat: str) -> Fault:
    """The message for a text that is no date."""
    if match := _SERIAL.fullmatch(flat):
        meant = _SERIAL_START + timedelta(days=int(match[1]))
        return Fault("E103", f"是 Excel 日期序列号，对应 {meant}", f"请把该列设为日期格式，或填 {meant}")
    if match := _COMPACT.fullmatch(flat):
        return Fault("E103", "日期缺少分隔符", f"请写成 {match[1]}-{match[2]}-{match[3]}")
    if (match := re.fullmatch(r"(\S+)\s+\d{1,2}:\d{2}(?::\d{2})?", flat)) and any(
        s.fullmatch(match[1]) for s in _SHAPES
    ):
        return Fault("E103", "日期后多了时刻或秒", f"请按本列要求填写，例如 {match[1]}")
    for pattern, message, hint in _SLIPS:
        if pattern.fullmatch(flat.lower()):
            return Fault("E103", message, hint)
    if (match := _BEGINS_WITH_DAY.match(flat)) and isinstance(day := _day(*map(int, match.groups())), date):
        return Fault("E103", "日期后面还有别的文字", f"请只填日期，例如 {day}")
    return Fault("E103", "不是日期", _EXAMPLE)
