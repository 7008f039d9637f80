"""What each figure of a ledger counts (domain.md 9.5, definitions normative): one entry a figure.

The numbers come from `generator.scoring.ledger`; the conditions here name the problems behind them. A test
holds that the two agree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from generator.figures.rule import Rule, Subject
from generator.model.terms import LedgerRate, Light, RectificationKind, RectificationStatus
from generator.scoring.exact import Rate
from generator.scoring.ledger import COMPLETED, LedgerStatistics, done_on_time, overdue_original
from generator.scoring.rectification import Life

Status = RectificationStatus
Holds = Callable[[Life, dt.date], bool]


@dataclass(frozen=True)
class Count:
    """How many problems are so."""

    key: str
    label: str
    formula: str
    holds: Holds
    number: Callable[[LedgerStatistics], int]
    clause: str = "domain.md 9.5"

    @property
    def rule(self) -> Rule:
        """Its rule."""
        return Rule(Subject.LEDGER, self.label, self.formula, self.clause)


@dataclass(frozen=True)
class Ratio:
    """How many of some problems are so."""

    key: str
    label: str
    part: tuple[str, tuple[str, ...]]
    """What the numerator is called, and the keys of the counts it is the sum of."""
    whole: tuple[str, tuple[str, ...]]
    part_holds: Holds
    """Of a problem of the denominator."""
    whole_holds: Holds
    rate: Callable[[LedgerStatistics], Rate]

    @property
    def formula(self) -> str:
        """`（已销号＋待验收）÷问题总数`."""
        part = self.part[0]
        return f"（{part}）÷{self.whole[0]}" if "＋" in part else f"{part}÷{self.whole[0]}"

    @property
    def rule(self) -> Rule:
        """Its rule."""
        return Rule(Subject.LEDGER, self.label, self.formula, "domain.md 9.5")


def _counted(life: Life, _: dt.date) -> bool:
    return life.counted


def _due(life: Life, as_of: dt.date) -> bool:
    return life.counted and life.due_current <= as_of


def _limited(life: Life, _: dt.date) -> bool:
    return life.counted and life.entry.kind is not RectificationKind.STANDING


def _completed(life: Life, _: dt.date) -> bool:
    return life.status in COMPLETED


def _closed(life: Life, _: dt.date) -> bool:
    return life.status is Status.CLOSED


def _open(life: Life, _: dt.date) -> bool:
    return life.open


def _on_time(life: Life, _: dt.date) -> bool:
    return life.on_time


def _overdue(life: Life, _: dt.date) -> bool:
    return life.overdue


def _of_status(status: Status, formula: str, key: str | None = None) -> Count:
    return Count(
        key or status.value,
        status.label,
        formula,
        lambda life, _: life.status is status,
        lambda one: one.by_status[status],
        "domain.md 9.2",
    )


def _of_kind(kind: RectificationKind) -> Count:
    return Count(
        f"kinds.{kind.value}",
        f"{kind.label}的问题",
        "按整改类型统计，不含作废和并案的问题",
        lambda life, _: life.counted and life.entry.kind is kind,
        lambda one: sum(one.by_kind[kind].values()),
    )


def _of_light(light: Light) -> Count:
    return Count(
        f"lights.{light.value}",
        f"{light.label}的问题",
        "按预警灯统计，不含作废和并案的问题",
        lambda life, _: life.counted and life.light is light,
        lambda one: one.by_light[light],
        "domain.md 9.4",
    )


COUNTS = (
    Count("total", "问题总数", "登记的问题，不含作废和并案", _counted, lambda one: one.total),
    _of_status(Status.CLOSED, "验收通过并经审批销号"),
    _of_status(Status.PENDING, "单位已提交、尚未验收"),
    _of_status(Status.RECTIFYING, "已认领、正在整改"),
    _of_status(Status.REGISTERED, "已登记、单位尚未认领"),
    _of_status(Status.STANDING, "长期坚持、定期复核"),
    _of_status(Status.SUSPENDED, "经批准暂缓"),
    Count(
        "void",
        "作废",
        "登记错误、经批准作废，不计入总数",
        lambda life, _: life.status is Status.VOID,
        lambda one: one.void,
    ),
    Count(
        "merged",
        "并案",
        "并入其他问题，不计入总数",
        lambda life, _: life.status is Status.MERGED,
        lambda one: one.merged,
    ),
    Count("open", "未销号", "问题总数－已销号", _open, lambda one: one.open),
    Count("due", "时限已到", "现行时限不晚于数据截至日", _due, lambda one: one.due),
    Count("overdue", "逾期", "未销号、未提交验收且已过现行时限", _overdue, lambda one: int(one.overdue.part)),
    Count(
        "overdue_original",
        "原时限逾期",
        "未销号、未提交验收且已过原时限",
        lambda life, as_of: life.counted and overdue_original(life, as_of),
        lambda one: one.overdue_original,
    ),
    *(_of_kind(kind) for kind in RectificationKind),
    *(_of_light(light) for light in Light),
)

BY_KEY = {one.key: one for one in COUNTS}

RATIOS = (
    Ratio(
        "completed",
        "整改完成率",
        ("已销号＋待验收", ("closed", "pending")),
        ("问题总数", ("total",)),
        _completed,
        _counted,
        lambda one: one.completed,
    ),
    Ratio(
        "completed_in_time_limit",
        "限时整改完成率",
        ("不含长期坚持类的已销号与待验收", ()),
        ("不含长期坚持类的问题总数", ()),
        _completed,
        _limited,
        lambda one: one.completed_in_time_limit,
    ),
    Ratio(
        "closed_rate",
        "销号率",
        ("已销号", ("closed",)),
        ("问题总数", ("total",)),
        _closed,
        _counted,
        lambda one: one.closed,
    ),
    Ratio(
        "closed_on_time",
        "按期销号率",
        ("时限已到且按期销号的问题", ()),
        ("时限已到的问题", ("due",)),
        _on_time,
        _due,
        lambda one: one.closed_on_time,
    ),
    Ratio(
        "done_on_time",
        "按期完成率",
        ("时限已到、已销号且按期完成的问题", ()),
        ("时限已到的问题", ("due",)),
        lambda life, _: done_on_time(life),
        _due,
        lambda one: one.done_on_time,
    ),
    Ratio(
        "on_time_share",
        "已销号按期占比",
        ("按期销号的问题", ()),
        ("已销号", ("closed",)),
        _on_time,
        _closed,
        lambda one: one.on_time_share,
    ),
    Ratio(
        "overdue_share",
        "逾期占未销号",
        ("逾期", ("overdue",)),
        ("未销号", ("open",)),
        _overdue,
        _open,
        lambda one: one.overdue,
    ),
    Ratio(
        "extended",
        "延期率",
        ("批准过延期的问题", ()),
        ("问题总数", ("total",)),
        lambda life, _: life.approved_extensions > 0,
        _counted,
        lambda one: one.extended,
    ),
)

BY_RATE = {
    rate: next(one for one in RATIOS if one.key == key)
    for rate, key in (
        (LedgerRate.CLOSED_ON_TIME, "closed_on_time"),
        (LedgerRate.CLOSED, "closed_rate"),
        (LedgerRate.COMPLETED, "completed"),
    )
}
"""The rates a leaf may be computed from."""
