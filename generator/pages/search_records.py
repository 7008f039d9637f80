"""What a page can be found by: one record for each thing on it somebody may look for (architecture.md 7)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from generator.store.values import value


class RecordKind(Enum):
    """What was found, in the word that stands beside it; the first kind names the units of a year."""

    UNIT = "单位"
    HISTORY = "单位历年"
    POST = "班子职务"
    MEMBER = "班子成员"
    LEAF = "指标"
    PROBLEM = "整改台账"
    PERSON = "受表彰个人"
    COMMENDATION = "表彰"
    DOCUMENT = "文件"
    CASE = "典型案例"
    CLAUSE = "方案条款"
    PAGE = "栏目"
    HELP = "填报帮助"
    TERM = "名词"
    ARTICLE = "文章"


@value(frozen=True, slots=True)
class SearchRecord:
    """One thing that can be found, on the page that holds the record."""

    kind: RecordKind
    title: str
    """Its name as people write it, alone: `综采一队`, `2025-U03-012`."""
    text: str = ""
    """What else it is found by, shown below the title."""
    aliases: tuple[str, ...] = ()
    """Other names and codes that mean exactly this."""
    unit_id: str | None = None
    """The unit it belongs to."""
    anchor: str = ""
    """Where on the page it is; empty for the top."""


def said(*parts: str | None) -> str:
    """The parts there are, as one text: `综掘一队 · 责任人：队长 · …`."""
    return " · ".join(part for part in parts if part)


def other_names(title: str, names: Iterable[str | None]) -> tuple[str, ...]:
    """The names there are beside the title, each once."""
    return tuple(name for name in dict.fromkeys(names) if name and name != title)
