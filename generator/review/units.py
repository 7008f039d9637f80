"""单位: names without gaps, changes that fit, groups that exist (domain.md 10.3; codes E101, E127)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, pairwise

from generator.model.grouping import grouped
from generator.model.tables import Tables, YearTables
from generator.model.terms import UnitEventType
from generator.model.units import UnitEntry, UnitEvent, UnitName
from generator.problems import Level, Problem
from generator.review.findings import at
from generator.review.lookup import scheme_of, unit_word
from generator.review.sources import Sourced
from generator.review.wording import nearest

DAY = dt.timedelta(days=1)
ENDING = frozenset({UnitEventType.MERGE, UnitEventType.DISSOLVE, UnitEventType.SPLIT})
"""Changes that end a unit unless it goes on among the later ones."""


def ids(tables: Tables) -> Iterator[Problem]:
    """Names, aliases and changes are of units in the unit table (domain.md 14 E101)."""
    known = {unit.unit_id for unit in tables.units}
    rows: list[tuple[Sourced, str, tuple[str, ...]]] = []
    rows += ((name, "unit_id", (name.unit_id,)) for name in tables.unit_names)
    rows += ((alias, "unit_id", (alias.unit_id,)) for alias in tables.unit_aliases)
    for event in tables.unit_events:
        rows += ((event, "from_ids", event.from_ids), (event, "to_ids", event.to_ids))
    for row, name, unit_ids in rows:
        for unit_id in unit_ids:
            if unit_id not in known:
                meant = nearest(unit_id, known)
                hint = f"是否应为“{meant}”？" if meant else "请核对编号，或在单位表中补上该单位"
                yield at(row, name).problem("E101", f"单位表中没有编号 {unit_id}", hint)


def spans(tables: Tables) -> Iterator[Problem]:
    """A unit is not closed before it was opened, a name not given up before it was used."""
    for unit in tables.units:
        if unit.closed_on and unit.closed_on < unit.opened_on:
            message = f"早于设立日期 {unit.opened_on.isoformat()}"
            yield at(unit, "closed_on").problem("E127", message, "请核对设立日期和撤销日期")
    for name in tables.unit_names:
        if name.valid_to and name.valid_to < name.valid_from:
            message = f"早于启用日期 {name.valid_from.isoformat()}"
            yield at(name, "valid_to").problem("E127", message, "请核对启用日期和停用日期")


def names(tables: Tables) -> Iterator[Problem]:
    """The names of a unit cover its life: from the opening on, without gap or overlap."""
    by_unit = grouped(sorted(tables.unit_names, key=lambda row: row.valid_from), lambda row: row.unit_id)
    for unit in tables.units:
        own = by_unit.get(unit.unit_id, ())
        if not own:
            yield at(unit, "unit_id").problem("E127", "单位名称中没有该单位", "请在单位名称表中补上它的名称")
            continue
        if own[0].valid_from > unit.opened_on:
            message = f"晚于单位设立日期 {unit.opened_on.isoformat()}，其间没有名称"
            yield at(own[0], "valid_from").problem("E127", message, "请核对启用日期，或补上更早的名称")
        for before, after in pairwise(own):
            yield from _joint(before, after)
        yield from _last(unit, own[-1])


def aliases(tables: Tables) -> Iterator[Problem]:
    """An alias is nobody else's name, and a current name names one unit only."""
    owners = grouped(
        [(word, name.unit_id) for name in tables.unit_names for word in {name.name, name.short_name}],
        lambda pair: pair[0],
    )
    for alias in tables.unit_aliases:
        others = {unit_id for _word, unit_id in owners.get(alias.alias, ())}
        if others - {alias.unit_id}:
            named = "、".join(unit_word(tables, other) for other in sorted(others - {alias.unit_id}))
            yield at(alias, "alias").problem("E101", f"是另一单位{named}的名称，指向不明", "请删除这个别名")
        elif alias.unit_id in others:
            message = "就是该单位的名称，不必另列别名"
            yield at(alias, "alias").problem("E101", message, "可以删除这一行", Level.WARNING)
    for before, after in combinations(tables.unit_names, 2):
        if before.name == after.name and before.unit_id != after.unit_id and _overlap(before, after):
            message = f"与{unit_word(tables, before.unit_id)}同时使用同一名称"
            yield at(after, "name").problem("E127", message, "两个单位的名称应能区分，请核对")


def changes(tables: Tables) -> Iterator[Problem]:
    """A change has the units it needs before and after, and those it ended are closed."""
    units = {unit.unit_id: unit for unit in tables.units}
    for event in tables.unit_events:
        yield from _shape(event)
        for unit_id in event.from_ids:
            unit = units.get(unit_id)
            if unit and event.type in ENDING and unit_id not in event.to_ids:
                yield from _ended(unit, event, tables)
        for unit_id in event.to_ids:
            unit = units.get(unit_id)
            if unit and unit.opened_on > event.date:
                message = f"{unit_word(tables, unit_id)}的设立日期 {unit.opened_on.isoformat()} 晚于这件事"
                yield at(event, "date").problem("E127", message, "请核对日期和单位的设立日期")
    if tables.unit_events:
        ended = {old for event in tables.unit_events if event.type in ENDING for old in event.from_ids}
        for unit in tables.units:
            if unit.closed_on and unit.unit_id not in ended:
                message = "单位已撤销，单位沿革中没有合并、拆分或撤销"
                yield at(unit, "closed_on").problem(
                    "E127", message, "请在单位沿革中补上这件事", Level.WARNING
                )


def assessed(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """A unit assessed in a year existed in it; that it has a name follows from `names` (domain.md 10.3)."""
    units = {unit.unit_id: unit for unit in tables.units}
    first, last = dt.date(year.year, 1, 1), dt.date(year.year, 12, 31)
    for profile in year.profiles:
        unit = units.get(profile.unit_id)
        if unit is None:
            continue
        if unit.opened_on > last or (unit.closed_on is not None and unit.closed_on < first):
            until = f" {unit.closed_on.isoformat()}" if unit.closed_on else "今"
            message = f"该单位存续期是 {unit.opened_on.isoformat()} 至{until}，不在{year.year}年"
            yield at(profile, "unit_id").problem("E127", message, "请核对单位编号，或单位的设立、撤销日期")


def groups(year: YearTables, tables: Tables) -> Iterator[Problem]:
    """The group of an assessed unit is a group of the scheme (domain.md 7.1)."""
    known = [group.name for group in scheme_of(year).groups]
    units = {unit.unit_id: unit for unit in tables.units}
    hint = f"{year.year}年方案的组别：{'、'.join(known)}"
    for profile in year.profiles:
        unit = units.get(profile.unit_id)
        if profile.group is not None and profile.group not in known:
            yield at(profile, "group").problem("E101", "方案中没有这个组别", hint)
        elif profile.group is None and unit is not None and unit.group not in known:
            message = f"单位表的组别“{unit.group}”不在{year.year}年方案中，本年组别不能为空"
            yield at(profile, "group").problem("E101", message, hint)


def _joint(before: UnitName, after: UnitName) -> Iterator[Problem]:
    """The problem of two names in a row that do not meet."""
    wanted = after.valid_from - DAY
    if before.valid_to is None or before.valid_to > wanted:
        message = f"与下一名称“{after.short_name}”的启用日期 {after.valid_from.isoformat()} 重叠"
        yield at(before, "valid_to").problem("E127", message, f"请填 {wanted.isoformat()}")
    elif before.valid_to < wanted:
        message = f"下一名称“{after.short_name}”自 {after.valid_from.isoformat()} 启用，其间没有名称"
        yield at(before, "valid_to").problem("E127", message, f"请填 {wanted.isoformat()}，或补上其间的名称")


def _overlap(one: UnitName, other: UnitName) -> bool:
    """Whether two names were in use on one day."""
    last = dt.date.max
    return one.valid_from <= (other.valid_to or last) and other.valid_from <= (one.valid_to or last)


def _last(unit: UnitEntry, name: UnitName) -> Iterator[Problem]:
    """The problem of a last name that ends before the unit."""
    if name.valid_to is None or name.valid_to < name.valid_from:
        return
    if unit.closed_on is None:
        message = "单位没有撤销，最后的名称却已停用"
        yield at(name, "valid_to").problem("E127", message, "请删除停用日期，或补上新名称、单位的撤销日期")
    elif name.valid_to < unit.closed_on - DAY:
        message = f"单位到 {unit.closed_on.isoformat()} 才撤销，其间没有名称"
        yield at(name, "valid_to").problem("E127", message, "请核对停用日期和单位的撤销日期")


def _shape(event: UnitEvent) -> Iterator[Problem]:
    """The problem of a change with too few or too many units before or after."""
    before, after = len(event.from_ids), len(event.to_ids)
    rules = {
        UnitEventType.RENAME: (event.from_ids == event.to_ids and before == 1, "更名前后是同一个单位"),
        UnitEventType.MERGE: (
            after == 1 and len({*event.from_ids, *event.to_ids}) > 1 and before >= 1,
            "合并要有并入的原单位和一个现单位",
        ),
        UnitEventType.SPLIT: (
            before == 1 and len({*event.from_ids, *event.to_ids}) > 1 and after >= 1,
            "拆分要有一个原单位和拆出的现单位",
        ),
        UnitEventType.NEW: (before == 0 and after >= 1, "新设没有原单位，有现单位"),
        UnitEventType.DISSOLVE: (before >= 1, "撤销要有原单位"),
    }
    holds, message = rules.get(event.type, (before + after > 0, "缺少单位"))
    if not holds:
        yield at(event, "type").problem("E127", message, "请核对原单位和现单位；编号不变的单位两边都填")


def _ended(unit: UnitEntry, event: UnitEvent, tables: Tables) -> Iterator[Problem]:
    """The problem of a unit that a change ended but the unit table keeps open."""
    word = unit_word(tables, unit.unit_id)
    if unit.closed_on is None:
        message = f"{word}已{event.type.label}，单位表中没有撤销日期"
        yield at(event, "from_ids").problem(
            "E127", message, f"请在单位表中填写撤销日期 {event.date.isoformat()}"
        )
    elif unit.closed_on > event.date:
        message = f"{word}的撤销日期 {unit.closed_on.isoformat()} 晚于这件事"
        yield at(event, "date").problem("E127", message, "请核对日期和单位的撤销日期")
