"""What the gate found: where, what kind, how it was written, where the text comes from; never the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from generator.problems import Place


class Kind(Enum):
    """What can be wrong with a folder that is to be published."""

    NAME = "含有不应出现的姓名", "请删去；若是巧合同字，请改写这句话"
    WORD = "含有不公开的编号或词语", "请删去；若是巧合同字，请改写这句话"
    PASSAGE = "含有不公开的文字", "请删去；若是巧合同字，请改写这句话"
    TOKEN = "生成时带出了不公开的内容", "程序有错，请停止发布并告知开发人员"
    KEY = "含有不公开的数据项", "请删去，并重新生成网站"
    FIGURE = "含有不公开的数据", "请删去，并重新生成网站"
    CHANGED = "与重新生成的不一致", "请删除输出文件夹后用现在的数据重新生成，不要手工修改"
    STRAY = "不是网站的文件", "请移走，并重新生成网站"
    MISSING = "缺少文件", "请重新生成网站"
    HOST = "引用其他网站", "请把文件放到本站，用相对路径引用"
    LINK = "链接的文件不存在", "请改正链接，或补上文件"
    ANCHOR = "链接的位置不存在", "请改正链接 # 后面的部分"
    UNREADABLE = "无法检查", "请移走；不能检查的文件不得发布"

    def __init__(self, label: str, hint: str) -> None:
        self.label = label
        self.hint = hint


_NAMED = 2
"""Pages that are named of those with a link to the same missing place."""
LEAKS = frozenset({Kind.NAME, Kind.WORD, Kind.PASSAGE, Kind.TOKEN, Kind.KEY, Kind.FIGURE})


@dataclass(frozen=True)
class Finding:
    """One reason not to publish."""

    kind: Kind
    file: str
    """Path below the folder, as it may be shown."""
    how: str = ""
    """How it was written, or what else helps to find it: `base64`, `第214行`."""
    origin: Place | None = None
    """Where in the data the text stands; None when it is none of the data."""
    missing: str = ""
    """Of a dead link: what it leads to, as it may be shown."""

    def __str__(self) -> str:
        how = f"（{self.how}）" if self.how else ""
        origin = f"，来自 {self.origin}" if self.origin else ""
        return f"{self.file or '.'}：{self.kind.label}{how}{origin} → {self.kind.hint}"


@dataclass(frozen=True)
class Remark:
    """One line for a clerk."""

    text: str
    count: int
    """Findings it stands for."""


def remarks(findings: Iterable[Finding]) -> Iterator[Remark]:
    """A line each, in their order; links of several pages to the same missing place are one."""
    gathered: dict[object, list[Finding]] = {}
    for number, one in enumerate(findings):
        gathered.setdefault((one.kind, one.missing) if one.missing else number, []).append(one)
    for group in gathered.values():
        pages = list(dict.fromkeys(one.file for one in group))
        if len(pages) > 1:
            yield Remark(_together(group[0], pages), len(group))
        else:
            yield from (Remark(str(one), 1) for one in group)


def _together(one: Finding, pages: list[str]) -> str:
    named = "、".join(pages[:_NAMED])
    more = " 等" if len(pages) > _NAMED else ""
    return f"{one.missing}：{one.kind.label}（{len(pages)} 页链接到它：{named}{more}） → {one.kind.hint}"
