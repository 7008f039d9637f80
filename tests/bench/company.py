"""A made-up company: its units, their names and boards, the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

_TEAMS = ("综采", "综掘", "机电", "运输", "通防", "安装", "修护", "洗选", "物资", "测量")
_OFFICES = ("生产技术部", "安全监察部", "人力资源部", "经营管理部", "综合办公室")
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN = ("建国", "志远", "文博", "思齐", "海涛", "晓东", "明哲", "立新", "永安", "书恒", "长青", "景行")
_POSTS = (
    ("党支部书记", "党建、宣传、群团工作"),
    ("队长", "全面行政工作、安全生产"),
    ("生产副队长", "生产组织、工程质量"),
    ("安全副队长", "安全管理、隐患治理"),
    ("机电副队长", "机电设备、材料管理"),
)


@dataclass(frozen=True)
class Post:
    """A member of a board."""

    person_id: str
    name: str
    position: str
    portfolio: str
    order: int


@dataclass(frozen=True)
class MadeUpUnit:
    """One unit; everything follows from its number."""

    number: int
    """From 1."""
    group: str
    office: bool
    """Whether it is an office of the company rather than a team."""

    @property
    def id(self) -> str:
        """`w001`."""
        return f"w{self.number:03}"

    @property
    def short_name(self) -> str:
        """`综采17队`, `生产技术部3科`."""
        names = _OFFICES if self.office else _TEAMS
        return f"{names[self.number % len(names)]}{self.number}{'科' if self.office else '队'}"

    @property
    def name(self) -> str:
        """The full name."""
        return f"青岚能源工程有限公司{self.short_name}"

    @property
    def board(self) -> tuple[Post, ...]:
        """Five people."""
        return tuple(
            Post(f"P{self.number:05}{order}", _person(self.number * 5 + order), *post, order)
            for order, post in enumerate(_POSTS, start=1)
        )

    def dice(self, *about: object) -> Random:
        """Chance that falls the same way for this unit and subject each time."""
        return Random(f"{self.id} {about}")  # noqa: S311 - made-up data, nothing to guess


def company(units: int, groups: tuple[str, ...]) -> Iterator[MadeUpUnit]:
    """So many units, the groups in turn; those of the last group are offices."""
    for number in range(1, units + 1):
        group = groups[number % len(groups)]
        yield MadeUpUnit(number, group, group == groups[-1])


def _person(number: int) -> str:
    return _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number * 7 % len(_GIVEN)]
