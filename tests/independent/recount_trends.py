"""与组中位差, 位次百分位, changes against the year just before, and units counted, by domain.md 10.

The keys are those of the generator's figures. A rate is its two numbers, a difference its value and what is
printed, and None what cannot be computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from .raw import Raw, half_up, middle, number

Figures = dict[str, Any]
Pair = tuple[Fraction, Fraction]
NOTHING = (Fraction(0), Fraction(0))
SAME = {"相同", "更名"}
GRADES = {"excellent": "优秀", "good": "良好", "fair": "一般", "poor": "较差", "ungraded": "不定等次"}
KINDS = {"required": "规定动作", "innovative": "创新举措"}


@dataclass(frozen=True)
class Counted:
    """A year's files and what was counted from them."""

    raw: Raw
    figures: Figures

    @property
    def checked(self) -> list[str]:
        """The units with a check."""
        units = self.raw["profiles"]["单位编号"]
        return [unit for unit in units if f"units.{unit}.checklist.earned" in self.figures]

    def total(self, unit: str) -> Pair:
        """Points earned and applicable."""
        key = f"units.{unit}.checklist"
        return self.figures[f"{key}.earned"], self.figures[f"{key}.applicable"]

    def area(self, unit: str, code: str) -> Pair:
        """The same of an area."""
        found: Pair = self.figures.get(f"units.{unit}.checklist.areas.{code}", NOTHING)
        return found

    def leaves(self, unit: str) -> dict[str, Pair]:
        """Points and 分值 of the leaves with a result."""
        points = {row["指标代码"]: number(row["分值"]) for row in self.raw["indicators"].to_dict("records")}
        earned = {code: self.figures[f"units.{unit}.checklist.leaves.{code}"] for code in points}
        return {code: (one, points[code]) for code, one in earned.items() if one is not None}

    @property
    def groups(self) -> dict[str, str]:
        """Unit → group."""
        units = self.raw["profiles"].merge(self.raw.units[["单位编号", "组别"]], how="left", on="单位编号")
        own = units["本年组别"].where(units["本年组别"] != "", units["组别"])
        return dict(zip(units["单位编号"], own, strict=True))

    @property
    def areas(self) -> list[tuple[str, str]]:
        """Code and name of the areas."""
        return [(area["code"], area["name"]) for area in self.raw.scheme["areas"]]


def recount_trends(now: Counted, then: Counted | None) -> Figures:
    """All of them for one year; `then` is the year just before."""
    found = standings(now) | pooled(now) | distribution(now)
    if then is not None:
        found |= changes(now, then) | comparables(now, then) | references(now, then)
    return {f"figures.{key}": figure for key, figure in found.items()}


def signed(value: Fraction | None) -> str:
    """`+5.27`, `−1.20`, `0.00`."""
    if value is None:
        return "—"
    cents = int(half_up(value) * 100)
    sign = "+" if cents > 0 else "−" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02}"


def difference(key: str, value: Fraction | None) -> Figures:
    """A difference and how it is printed."""
    return {key: value, f"{key}.text": signed(value)}


def percent(rate: Pair) -> Fraction | None:
    """None of nothing."""
    return rate[0] / rate[1] * 100 if rate[1] else None


def change(key: str, before: Fraction | None, after: Fraction | None) -> Figures:
    """In 百分点; absent where one year has no value."""
    return {} if before is None or after is None else difference(key, after - before)


def added(rates: Iterable[Pair]) -> Pair:
    """Parts over wholes."""
    rows = list(rates)
    return sum((one for one, _ in rows), Fraction()), sum((one for _, one in rows), Fraction())


def standings(now: Counted) -> Figures:
    """Against the group's median, and where a unit stands in the group."""
    found: Figures = {}
    for group in [one["name"] for one in now.raw.scheme["groups"]]:
        members = [unit for unit, own in now.groups.items() if own == group]
        rates = {unit: {"": now.total(unit)} for unit in members if unit in now.checked}
        for unit, own in rates.items():
            own |= {f"areas.{code}.": now.area(unit, code) for code, _ in now.areas}
        for part in ["", *(f"areas.{code}." for code, _ in now.areas)]:
            values = {unit: percent(own[part]) for unit, own in rates.items()}
            median = middle([value for value in values.values() if value is not None])
            for unit, value in values.items():
                away = None if value is None or median is None else value - median
                found |= difference(f"units.{unit}.checklist.{part}difference", away)
        for unit in members:
            found |= placed(now, unit, group)
    return found


def placed(now: Counted, unit: str, group: str) -> Figures:
    """位次百分位 and 与组中位差 of one that has a 位次."""
    if f"units.{unit}.rank" not in now.figures:
        return {}
    (rank, _), n = now.figures[f"units.{unit}.rank"], now.figures[f"groups.{group}.n"]
    key, hundred = f"units.{unit}.composite", percent((Fraction(n - rank), Fraction(n - 1)))
    away = now.figures[key] - now.figures[f"groups.{group}.median"]
    found: Figures = {f"{key}.percentile": (n - rank, n - 1)}
    found[f"{key}.percentile.text"] = "—" if hundred is None else f"{float(half_up(hundred, 1)):.1f}"
    return found | difference(f"{key}.difference", away)


def pooled(now: Counted) -> Figures:
    """Areas, leaves and kinds of action of all units together; the points of each leaf."""
    results = {unit: now.leaves(unit) for unit in now.checked}
    leaves = now.raw["indicators"].to_dict("records")
    rates = {
        row["指标代码"]: added(own.get(row["指标代码"], NOTHING) for own in results.values())
        for row in leaves
    }
    found: Figures = {f"company.checklist.leaves.{code}.rate": rate for code, rate in rates.items()}
    for code, _ in now.areas:
        found[f"company.checklist.areas.{code}.rate"] = added(now.area(unit, code) for unit in now.checked)
    for name, kind in KINDS.items():
        own = [rates[row["指标代码"]] for row in leaves if row["动作类别"] == kind]
        found |= {f"company.checklist.kinds.{name}.rate": added(own)} if own else {}
    for unit, points in results.items():
        for code in rates:
            found[f"units.{unit}.checklist.leaves.{code}.earned"] = points.get(code)
    return found


def distribution(now: Counted) -> Figures:
    """被考核单位 and how many got each grade."""
    groups = pd.Series(now.groups, dtype=object)
    rows = now.raw["decisions"]
    boards = rows[
        (rows["对象类别"] == "班子") & (rows["班子等次"] != "") & rows["单位编号"].isin(groups.index)
    ]
    decided = dict(zip(boards["单位编号"], boards["班子等次"], strict=True))
    if not now.raw.cycle.get("decided_on"):
        decided = {}
    grades = pd.Series({unit: decided.get(unit) for unit in groups.index}, dtype=object)
    lines = {"优秀", *(one["grade"] for one in now.raw.scheme["grades"]), *decided.values()}
    found: Figures = {}
    circles = {f"groups.{one['name']}": groups == one["name"] for one in now.raw.scheme["groups"]}
    circles["company"] = groups.notna()
    for circle, members in circles.items():
        found[f"{circle}.units"] = int(members.sum())
        for key, grade in GRADES.items():
            if decided and grade in lines:
                found[f"{circle}.grades.{key}"] = int((grades[members] == grade).sum())
    if decided:
        found["company.excellent.share"] = (found["company.grades.excellent"], found["company.units"])
    return found


def changes(now: Counted, then: Counted) -> Figures:
    """得分率 of units and of all, medians of the company, 销号率."""
    found: Figures = {}
    shared = [code for code, name in now.areas if (code, name) in then.areas]
    for unit in now.checked:
        if unit in then.checked:
            key = f"units.{unit}.trend"
            found |= change(f"{key}.rate.change", percent(then.total(unit)), percent(now.total(unit)))
            for code in shared:
                rates = (percent(one.area(unit, code)) for one in (then, now))
                found |= change(f"{key}.areas.{code}.change", *rates)
    totals = (percent(added(one.total(unit) for unit in one.checked)) for one in (then, now))
    found |= change("company.trend.rate.change", *totals)
    for code in shared:
        medians = (one.figures.get(f"medians.areas.{code}") for one in (then, now))
        hundreds = (None if one is None else one * 100 for one in medians)
        found |= change(f"company.trend.areas.{code}.median.change", *hundreds)
    closed = (percent(tuple(map(Fraction, one.figures["ledger.closed"]))) for one in (then, now))  # type: ignore[arg-type]
    return found | change("ledger.trend.closed_rate.change", *closed)


def linked(now: Counted, then: Counted) -> list[tuple[str, str]]:
    """Leaves of last year and this one that are one and the same (domain.md 10.2).

    相同 or 更名, and no other row says anything of either; without any row the same code, while the indicator
    system is the same.
    """
    rows = now.raw.tables.get("crosswalk", pd.DataFrame(columns=["上年代码", "本年代码", "关系"]))
    old, new = set(then.raw["indicators"]["指标代码"]), set(now.raw["indicators"]["指标代码"])
    pairs = []
    for before, after in rows[["上年代码", "本年代码"]].drop_duplicates().itertuples(index=False):
        touching = rows[
            ((rows["上年代码"] == before) & (before != "")) | ((rows["本年代码"] == after) & (after != ""))
        ]
        alone = len(touching[["上年代码", "本年代码"]].drop_duplicates()) == 1
        if alone and set(touching["关系"]) <= SAME and before in old and after in new:
            pairs.append((before, after))
    if now.raw.scheme["major"] == then.raw.scheme["major"]:
        silent = (old - set(rows["上年代码"])) & (new - set(rows["本年代码"]))
        pairs += [(code, code) for code in silent]
    return pairs


def comparables(now: Counted, then: Counted) -> Figures:
    """可比口径得分率 of both years on leaves with a result in both, its change and its coverage."""
    pairs, found = linked(now, then), Figures()
    sides: list[tuple[Pair, Pair]] = []
    for unit in now.checked:
        if unit in then.checked:
            old, new = then.leaves(unit), now.leaves(unit)
            both = [(old[before], new[after]) for before, after in pairs if before in old and after in new]
            sides.append((added(one for one, _ in both), added(one for _, one in both)))
            found |= compared(f"units.{unit}.trend", *sides[-1], now.total(unit)[1])
    whole = sum((now.total(unit)[1] for unit in now.checked), Fraction())
    before, after = (added(side[n] for side in sides) for n in (0, 1))
    return found | compared("company.trend", before, after, whole)


def compared(key: str, before: Pair, after: Pair, whole: Fraction) -> Figures:
    """The four that belong together."""
    values = (percent(before), percent(after))
    away = None if values[0] is None or values[1] is None else values[1] - values[0]
    found: Figures = {f"{key}.comparable.before": before, f"{key}.comparable.after": after}
    found[f"{key}.comparable.coverage"] = (after[1], whole)
    return found | difference(f"{key}.comparable.change", away)


def references(now: Counted, then: Counted) -> Figures:
    """参考值 of units merged since last year: composites weighted by headcount (domain.md 10.3)."""
    events = now.raw.events
    events = events[(events["事项"] == "合并") & (events["日期"] <= now.raw.cycle["as_of"][:10])]
    staff = dict(zip(then.raw["profiles"]["单位编号"], then.raw["profiles"]["职工数"].map(int), strict=True))
    found: Figures = {}
    for unit in now.raw["profiles"]["单位编号"]:
        own = [row for row in events.to_dict("records") if unit in row["现单位"].split("；")]
        merged = [one for row in own for one in row["原单位"].split("；") if one != unit]
        scores = [then.figures.get(f"units.{one}.composite") for one in merged]
        if merged and unit not in staff and all(one in staff for one in merged) and None not in scores:
            heads = [staff[one] for one in merged]
            weighted = sum((score * n for score, n in zip(scores, heads, strict=True)), Fraction())
            found[f"units.{unit}.trend.reference"] = weighted / sum(heads)
    return found
