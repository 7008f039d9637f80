"""How much of what is wrong each audience reads.

The group, and who mends the data, read everything; messages never hold values of personal or restricted
fields. Staff and leaders read file, row and rule, since the message may quote what they may not see; nothing
of `restricted/`, and no name of a file that a person made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.contract.fields import Audience
from generator.intake.survey import RESTRICTED
from generator.watching.fault import FaultKind, Remark

_PLAIN = re.compile(r"[^/]+(?:/[a-z0-9_-]+){0,4}(?:\.[a-z]{2,4})?", re.IGNORECASE | re.ASCII)
_OPEN = (FaultKind.DATA, FaultKind.SOURCE, FaultKind.SHRUNK)
"""Of other faults staff and leaders read only that there is one."""
_RULES = {
    "E101": "编号或名称对不上",
    "E102": "必填项没有填",
    "E103": "日期不规范",
    "E104": "数字不规范",
    "E105": "表头或文件格式不对",
    "E106": "百分数或分值不规范",
    "E107": "方案的数据相互矛盾",
    "E108": "多余的行",
    "E109": "台账前后不一致",
    "E110": "编号或个人信息不合规",
    "E111": "缺少内容或格式不对",
    "E112": "文件或文件夹不对",
    "E113": "编号不规范",
    "E114": "内容超出限制",
    "E120": "得分与扣分不符",
    "E121": "票数不符",
    "E122": "等次不符",
    "E123": "审定、公示与状态不符",
    "E125": "日期先后不符",
    "E126": "更正不合规定",
    "E127": "单位的名称或变动不符",
    "E128": "考核安排不一致",
    "E129": "加减分或得分不符",
}
_OTHER = "内容不合规定"


def told(remarks: Iterable[Remark], kind: FaultKind | None, audience: Audience) -> Iterator[Remark]:
    """What this audience reads; `kind` is None for what is only waited for."""
    if audience is Audience.GROUP:
        yield from remarks
    elif kind is None or kind in _OPEN:
        yield from dict.fromkeys(_shortened(one) for one in remarks if not _is_secret(one))


def _shortened(one: Remark) -> Remark:
    if not one.code:
        return one
    line = f" 第{one.line}行" if one.line is not None else ""
    rule = _RULES.get(one.code, _OTHER)
    return Remark(f"[{one.code}] {one.file}{line}：{rule}", one.file, one.line, one.code)


def _is_secret(one: Remark) -> bool:
    return bool(one.file) and (RESTRICTED in one.file.split("/") or not _PLAIN.fullmatch(one.file))
