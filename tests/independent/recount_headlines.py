"""What headline sentences count: deadlines, losses, and who moved since last year (domain.md 6.1, 9.5, 10.2).

The keys are those of the generator's figures.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pandas as pd

from .raw import Raw, half_up, number
from .recount_ledger import DONE, GONE, problems
from .recount_trends import KINDS, NOTHING, Counted, Pair, added, change, linked, percent

Figures = dict[str, Any]
DATE = dt.date.fromisoformat
STATES = {"commended": "已表彰", "in_notice": "公示中", "notice_ended": "公示结束", "revoked": "撤销"}
RECIPIENTS = {"collective": "集体", "person": "个人", "case": "案例"}


def recount_headlines(now: Counted, then: Counted | None) -> Figures:
    """All of them for one year; `then` is the year just before."""
    found = deadlines(now.raw) | losses(now) | indicators(now) | commended(now)
    if then is not None:
        found |= leaf_changes(now, then) | count_changes(now, then) | movements(now, then)
    return {f"figures.{key}": figure for key, figure in found.items()}


def deadlines(raw: Raw) -> Figures:
    """Problems due within thirty days, days of the longest overdue one, units with one."""
    day = DATE(raw.cycle["as_of"][:10])
    ledger = problems(raw, day)
    counted = ledger[~ledger["状态"].isin((*GONE, *DONE))]
    left = counted["现行时限"].map(lambda due: (due - day).days).astype(int)
    rows = counted.assign(余=left)
    found = {"ledger.overdue_units": int(rows.loc[rows["余"] < 0, "单位"].nunique())} | ahead("ledger", rows)
    for unit in {*raw["profiles"]["单位编号"], *ledger["单位"]}:
        found |= ahead(f"units.{unit}.ledger", rows[rows["单位"] == unit])
    return found


def ahead(key: str, rows: pd.DataFrame) -> Figures:
    """The first two of one ledger; nothing overdue has no longest."""
    late = -rows.loc[rows["余"] < 0, "余"]
    return {
        f"{key}.due_soon": int(rows["余"].between(0, 30).sum()),
        f"{key}.longest_overdue": None if late.empty else int(late.max()),
    }


def losses(now: Counted) -> Figures:
    """Units that lost points on a leaf, of those with a result; how often each of its rules was applied."""
    found, lost = Figures(), dict[str, Fraction]()
    results = [now.leaves(unit) for unit in now.checked]
    for code in now.raw["indicators"]["指标代码"]:
        own = [result[code] for result in results if code in result]
        if losing := sum(earned < points for earned, points in own):
            found[f"company.checklist.leaves.{code}.losing"] = (losing, len(own))
            earned, whole = added(own)
            lost[code] = 1 - earned / whole
    for code, share in lost.items():
        found[f"company.checklist.leaves.{code}.lost.rank"] = 1 + sum(one > share for one in lost.values())
    rows = now.raw["deductions"]
    rows = rows[rows["单位编号"].isin(now.raw["profiles"]["单位编号"])]
    times = rows.assign(次=rows["次数"].map(int)).groupby(["指标代码", "规则序号"])["次"].sum()
    for (code, rule), often in times.items():  # type: ignore[misc]
        found[f"company.checklist.leaves.{code}.rules.{rule}.times"] = int(often)
    return found


def indicators(now: Counted) -> Figures:
    """Areas, leaves and points of the indicator system."""
    leaves = now.raw["indicators"].assign(分=now.raw["indicators"]["分值"].map(number))
    blocks = {"": leaves}
    for code, _ in now.areas:
        blocks[f"areas.{code}."] = leaves[leaves["指标代码"].str.startswith(code)]
    for name, kind in KINDS.items():
        if (leaves["动作类别"] == kind).any():
            blocks[f"kinds.{name}."] = leaves[leaves["动作类别"] == kind]
    found: Figures = {"indicators.areas": len(now.areas)}
    for key, rows in blocks.items():
        found[f"indicators.{key}leaves"] = len(rows)
        found[f"indicators.{key}points"] = sum(rows["分"], Fraction())
    return found


def commended(now: Counted) -> Figures:
    """Commendations by state, kind, type and unit; nothing before the decision (domain.md 8.2)."""
    if not now.raw.cycle.get("decided_on"):
        return {}
    rows = now.raw["commendations"]
    rows = rows[rows["状态"].isin(STATES.values())]
    done = rows[rows["状态"] == "已表彰"]
    found: Figures = {
        f"company.commendations.{key}": int((rows["状态"] == word).sum()) for key, word in STATES.items()
    }
    for key, word in RECIPIENTS.items():
        if number_of := int((done["对象类别"] == word).sum()):
            found[f"company.commendations.kinds.{key}"] = number_of
    for word, own in rows.groupby("类别"):
        standing = int((own["状态"] != "撤销").sum())
        found[f"company.commendations.types.{word}"] = standing
    for unit in now.raw["profiles"]["单位编号"]:
        found[f"units.{unit}.commendations"] = int((done["单位编号"] == unit).sum())
    return found


def leaf_changes(now: Counted, then: Counted) -> Figures:
    """公司得分率 of each leaf that is one and the same in both years."""
    found: Figures = {}
    for before, after in linked(now, then):
        rates = (percent(pooled(year, code)) for year, code in ((then, before), (now, after)))
        found |= change(f"company.trend.leaves.{after}.change", *rates)
    return found


def pooled(year: Counted, code: str) -> Pair:
    """A leaf of all units together."""
    return added(year.leaves(unit).get(code, NOTHING) for unit in year.checked)


def count_changes(now: Counted, then: Counted) -> Figures:
    """被考核单位, and 优秀单位 where both years are decided."""
    found = step("company.trend.units.change", len(then.groups), len(now.groups))
    old, new = excellent_units(then), excellent_units(now)
    return found if old is None or new is None else found | step("company.trend.excellent.change", old, new)


def step(key: str, before: int, after: int) -> Figures:
    """A difference of counts and how it is printed: `+2`, `−1`, `0`."""
    away = after - before
    return {key: away, f"{key}.text": f"{away:+}".replace("-", "−") if away else "0"}


def excellent_units(year: Counted) -> int | None:
    """None before the decision."""
    rows = year.raw["decisions"]
    rows = rows[(rows["对象类别"] == "班子") & rows["单位编号"].isin(year.groups)]
    decided = rows[rows["班子等次"] != ""]
    if not year.raw.cycle.get("decided_on") or decided.empty:
        return None
    return int((decided["班子等次"] == "优秀").sum())


def movements(now: Counted, then: Counted) -> Figures:
    """Units whose 可比口径得分率 rose or fell by what two decimals show."""
    changes: list[Fraction] = []
    pairs = linked(now, then)
    for unit in now.checked:
        if unit in then.checked:
            old, new = then.leaves(unit), now.leaves(unit)
            both = [(old[before], new[after]) for before, after in pairs if before in old and after in new]
            rates = [percent(added(pair[n] for pair in both)) for n in (0, 1)]
            if rates[0] is not None and rates[1] is not None:
                changes.append(half_up(rates[1] - rates[0]))
    if not changes:
        return {}
    ways = {"risen": sum(one > 0 for one in changes), "fallen": sum(one < 0 for one in changes)}
    return {f"company.trend.comparable.{way}": number for way, number in ways.items()}
