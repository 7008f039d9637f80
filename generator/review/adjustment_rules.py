"""加减分与否决的设置: items have an effect and are listed once (domain.md 6.3; code E107)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.model.scheme import Bonus, Penalty, Veto
from generator.model.tables import Tables, YearTables
from generator.problems import Problem
from generator.review.findings import at
from generator.review.lookup import repeated, scheme_of
from generator.scoring.exact import HUNDRED, plain

Item = Bonus | Penalty | Veto


def caps(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A cap leaves room for full marks, and for any bonus alone."""
    scheme = scheme_of(year)
    cap = scheme.party_total_cap
    if cap is not None and cap < HUNDRED:
        hint = "请填不低于 100 的数，不设上限则删除这一项"
        yield at(scheme, "party_total_cap").problem("E107", "低于党建考核的满分 100", hint)
    for one in scheme.bonuses:
        if one.points > scheme.bonus_cap:
            message = f"超过加分封顶 {plain(scheme.bonus_cap)}，加不满"
            yield at(one, "points").problem("E107", message, "请核对分值和加分封顶")


def effects(year: YearTables, _: Tables) -> Iterator[Problem]:
    """A bonus adds and a penalty takes away something."""
    scheme = scheme_of(year)
    for bonus in scheme.bonuses:
        if not bonus.points:
            yield at(bonus, "points").problem("E107", "加分为 0，不起作用", "请填大于 0 的数，或删除这一项")
    for penalty in scheme.penalties:
        if not penalty.most:
            yield at(penalty, "most").problem("E107", "扣分为 0，不起作用", "请填大于 0 的数，或删除这一项")


def items(year: YearTables, _: Tables) -> Iterator[Problem]:
    """An item is listed once, a bonus once a level: the same under two numbers could count twice."""
    scheme = scheme_of(year)
    lists: tuple[tuple[Item, ...], ...] = (scheme.bonuses, scheme.penalties, scheme.vetoes)
    for rows in lists:
        for row, first in repeated(rows, _subject):
            if row.id != first.id:  # one number twice is told by `sums.entries`
                yield at(row, "item").problem("E107", f"与编号“{first.id}”的事项重复", "请只保留一处")


def _subject(one: Item) -> Hashable:
    """What makes two items the same."""
    return (one.item, one.level) if isinstance(one, Bonus) else one.item
